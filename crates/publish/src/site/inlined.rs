//! A story's own pictures as addresses that hold them, for the page of one file.

use std::collections::{BTreeMap, BTreeSet};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use story::{Media, MediaKind, Story};

use super::MediaBytes;

/// The page of one file holds pictures of at most so many bytes, before they are written in letters.
pub const INLINED_BYTES: usize = 4_000_000;
/// Of a picture in more than one width, the widest of at most so many px is taken.
const WIDTH_PX: u16 = 1_024;

/// What became of a story's own pictures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inlined {
    /// For the address of a picture, one that holds it.
    pub addresses: BTreeMap<String, String>,
    /// The events with pictures for which there was no room, by their ids, once for each picture.
    pub left_out: Vec<String>,
}

/// Writes as many pictures into addresses as there is room for: those of the most important events first, and then in their
/// order; each once, however often it is shown.
#[must_use]
pub fn inlined(story: &Story, media: &[MediaBytes<'_>]) -> Inlined {
    let bytes: BTreeMap<&str, &[u8]> = media.iter().filter_map(|file| Some((file.path, file.bytes?))).collect();
    let mut events: Vec<_> = story.events.iter().collect();
    events.sort_by_key(|event| event.rank);
    let (mut made, mut room, mut tried) = (Inlined::default(), INLINED_BYTES, BTreeSet::new());
    for (event, medium) in events.into_iter().flat_map(|event| event.media.iter().map(move |medium| (event, medium))) {
        let Some((kind, file)) = chosen(medium, &bytes).filter(|_| tried.insert(&medium.url)) else { continue };
        if file.len() > room {
            made.left_out.push(event.id.clone());
            continue;
        }
        room -= file.len();
        let address = format!("data:{kind};base64,{}", BASE64_STANDARD.encode(file));
        made.addresses.insert(medium.url.clone(), address);
    }
    made
}

/// The file that stands for a picture: its type and its bytes.
fn chosen<'b>(medium: &Media, bytes: &BTreeMap<&str, &'b [u8]>) -> Option<(&'static str, &'b [u8])> {
    let mut versions = medium.versions.iter().rev().filter(|version| version.width_px <= WIDTH_PX);
    let address = versions.next().map_or(&medium.url, |version| &version.url);
    let file = bytes.get(address.as_str()).filter(|_| medium.kind == MediaKind::Image)?;
    Some((super::server::media_type(address)?, file))
}
