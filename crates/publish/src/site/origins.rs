//! The other servers that a story's pictures, portraits, films and sounds lie on, as the policies of its pages name them.

use std::collections::BTreeSet;

use story::{Media, MediaKind, Story};
use url::Url;

use crate::links::origin_of;

/// Servers by what is fetched from them, each a scheme, a host and a port.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// Pictures, posters and portraits among them.
    pub pictures: BTreeSet<String>,
    /// Films and sounds.
    pub films: BTreeSet<String>,
    /// Whether anything is played at all, if only from the story's own server.
    pub plays: bool,
}

impl Origins {
    /// Those of a story. A host that no policy can name is left out: what lies there is told in words.
    #[must_use]
    pub fn of(story: &Story) -> Self {
        let mut origins = Self::default();
        for medium in story.events.iter().flat_map(|event| &event.media) {
            origins.add(medium);
        }
        let portraits = story.people.iter().filter_map(|person| person.portrait.as_deref());
        origins.pictures.extend(portraits.filter_map(origin));
        origins
    }

    fn add(&mut self, medium: &Media) {
        match medium.kind {
            MediaKind::Image => self.pictures.extend(origin(&medium.url)),
            MediaKind::Video | MediaKind::Audio => {
                self.plays = true;
                self.films.extend(origin(&medium.url));
                self.pictures.extend(medium.poster.as_deref().and_then(origin));
            }
            MediaKind::Link => {}
        }
    }
}

/// The server of an address; what is relative has none of its own.
fn origin(address: &str) -> Option<String> {
    Url::parse(address).ok().as_ref().and_then(origin_of)
}
