//! Who publishes a story, as schema.org tells it. Relative addresses are left out where nobody knows the story's own.

use story::{Author, Imprint, Story};

use super::things::typed;
use crate::Links;
use crate::links::mail_from_address;
use crate::object::Object;
use crate::shared::{Shared, shared};

/// The article with whatever is told of who publishes it.
pub(super) fn with_imprint<'a>(article: Object<'a>, story: &'a Story, links: &Links) -> Object<'a> {
    let imprint = &story.imprint;
    article
        .with_list("author", imprint.authors.iter().map(|it| author(it, imprint)))
        .with_some("publisher", publisher(imprint, links))
        .with_list("image", shared(story, links).into_iter().map(image))
        // A policy for corrections is one of the principles by which is published; schema.org says so too.
        .with_some("publishingPrinciples", imprint.corrections_policy.as_ref())
}

/// An author, who is a person unless it is the publisher itself.
fn author<'a>(author: &'a Author, imprint: &'a Imprint) -> Object<'a> {
    let is_publisher = imprint.publisher.as_ref().is_some_and(|publisher| publisher.name == author.name);
    let node = typed(if is_publisher { "Organization" } else { "Person" }).with_some("name", Some(&author.name));
    reached(node, author.url.as_deref())
}

fn publisher<'a>(imprint: &'a Imprint, links: &Links) -> Option<Object<'a>> {
    let publisher = imprint.publisher.as_ref()?;
    let logo = publisher.logo.as_deref().and_then(|url| links.resolve(url));
    let node = typed("Organization")
        .with_some("name", Some(&publisher.name))
        .with_some("url", publisher.url.as_ref())
        .with_some("logo", logo.map(|url| typed("ImageObject").with_some("url", Some(url))))
        .with_some("correctionsPolicy", imprint.corrections_policy.as_ref());
    Some(match imprint.contact.as_deref() {
        Some(contact) => node.with_some("contactPoint", Some(reached(typed("ContactPoint"), Some(contact)))),
        None => node,
    })
}

/// A thing with the address at which it is found, be it of the web or of mail.
fn reached<'a>(node: Object<'a>, address: Option<&'a str>) -> Object<'a> {
    match (address.and_then(mail_from_address), address) {
        (Some(mail), _) => node.with_some("email", Some(mail)),
        (None, url) => node.with_some("url", url),
    }
}

fn image<'a>(image: Shared) -> Object<'a> {
    let [width, height] = [image.size_px.map(|size| size.0), image.size_px.map(|size| size.1)];
    typed("ImageObject")
        .with_some("url", Some(image.url))
        .with_some("width", width.map(i64::from))
        .with_some("height", height.map(i64::from))
}
