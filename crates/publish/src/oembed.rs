//! oEmbed 1.0 (<https://oembed.com>): what a content management system asks for when an author pastes the address.

use story::{Imprint, Story};

use crate::Links;
use crate::links::mail_from_address;
use crate::markup::escaped;
use crate::object::Object;
use crate::plain::one_line;
use crate::shared::shared;

/// The page that is made for frames.
pub const FRAME_FILE: &str = "embed.html";

/// The size of the frame before it knows its content, px.
const SIZE_PX: (i64, i64) = (720, 640);

/// The answer of the type `rich`: a frame with the story in it. `None` where nobody knows the story's place on the web.
#[must_use]
pub fn oembed(story: &Story, links: &Links) -> Option<String> {
    let frame = links.to(FRAME_FILE)?;
    let title = one_line(&story.title);
    let (width, height) = SIZE_PX;
    // A width in per cent has no place in an attribute, and authors' pages are narrower than ours.
    let html = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" \
         style=\"border:0;max-width:100%\" allow=\"clipboard-write; web-share\"></iframe>",
        escaped(&frame),
        escaped(&title)
    );
    let imprint = &story.imprint;
    let authors: Vec<&str> = imprint.authors.iter().map(|author| author.name.as_str()).collect();
    let answer = Object::new()
        .with_some("version", Some("1.0"))
        .with_some("type", Some("rich"))
        .with_some("title", Some(title))
        .with_some("author_name", Some(one_line(&authors.join(", "))))
        .with_some("author_url", author_url(imprint))
        .with_some("provider_name", imprint.publisher.as_ref().map(|publisher| one_line(&publisher.name)))
        .with_some("provider_url", links.base());
    let answer = with_thumbnail(answer, story, links)
        .with_some("html", Some(html))
        .with_some("width", Some(width))
        .with_some("height", Some(height));
    // An object of texts and numbers is always JSON.
    serde_json::to_string_pretty(&answer).map(|text| text + "\n").ok()
}

/// Where the one author is found on the web; of several there is no one address.
fn author_url(imprint: &Imprint) -> Option<&str> {
    let [author] = imprint.authors.as_slice() else { return None };
    author.url.as_deref().filter(|url| mail_from_address(url).is_none())
}

/// With the best picture of the story whose size is known: without one the format allows none (section 2.3.4).
fn with_thumbnail<'a>(answer: Object<'a>, story: &Story, links: &Links) -> Object<'a> {
    let sized = shared(story, links).into_iter().find_map(|it| it.size_px.map(|size_px| (it.url, size_px)));
    let Some((url, (width, height))) = sized else { return answer };
    answer
        .with_some("thumbnail_url", Some(url))
        .with_some("thumbnail_width", Some(i64::from(width)))
        .with_some("thumbnail_height", Some(i64::from(height)))
}
