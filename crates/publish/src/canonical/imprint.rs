//! Who publishes a story, as the canonical form tells it: each left out where the author tells nothing.

use serde::Serialize;
use story::Imprint;

/// Who publishes it: each left out where the author tells nothing.
#[derive(Serialize)]
pub(super) struct ImprintRow<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<PublisherRow<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<AuthorRow<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<ImageRow<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    corrections_policy: Option<&'a str>,
}

#[derive(Serialize)]
struct PublisherRow<'a> {
    name: &'a str,
    url: Option<&'a str>,
    logo: Option<&'a str>,
}

#[derive(Serialize)]
struct AuthorRow<'a> {
    name: &'a str,
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct ImageRow<'a> {
    url: &'a str,
    width: Option<u16>,
    height: Option<u16>,
}

impl<'a> ImprintRow<'a> {
    pub(super) fn of(imprint: &'a Imprint) -> Self {
        let publisher = imprint.publisher.as_ref();
        Self {
            publisher: publisher.map(|it| PublisherRow {
                name: &it.name,
                url: it.url.as_deref(),
                logo: it.logo.as_deref(),
            }),
            authors: imprint.authors.iter().map(|it| AuthorRow { name: &it.name, url: it.url.as_deref() }).collect(),
            image: imprint.image.as_ref().map(|image| ImageRow {
                url: &image.url,
                width: image.size_px.map(|(width, _)| width),
                height: image.size_px.map(|(_, height)| height),
            }),
            first_published: imprint.first_published.as_ref().map(|date| date.edtf.as_str()),
            contact: imprint.contact.as_deref(),
            corrections_policy: imprint.corrections_policy.as_deref(),
        }
    }
}
