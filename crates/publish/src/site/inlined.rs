//! A story's own pictures and portraits as addresses that hold them, for the page of one file.

use std::collections::BTreeMap;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use story::{Event, Media, MediaKind, Story};

use super::MediaBytes;

/// The page of one file holds pictures of at most so many bytes, before they are written in letters: each as often as it is
/// shown.
pub const INLINED_BYTES: usize = 4_000_000;
/// Of a picture in more than one width, the widest of at most so many px is taken.
const WIDTH_PX: u16 = 1_024;

/// What became of a story's pictures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inlined {
    /// For the address of a picture, one that holds it.
    pub addresses: BTreeMap<String, String>,
    /// The events with pictures for which there was no room, by their ids, once for each picture.
    pub left_out: Vec<String>,
    /// The people whose portraits are not there, for want of room or because they lie elsewhere, by their ids.
    pub without_portrait: Vec<String>,
}

/// Writes as many pictures into addresses as there is room for: those of the most important events first, and then in their
/// order; portraits last, for their names are told without them.
#[must_use]
pub fn inlined(story: &Story, media: &[MediaBytes<'_>]) -> Inlined {
    let bytes = media.iter().filter_map(|file| Some((file.path, file.bytes?))).collect();
    let mut page = Page { bytes, room: INLINED_BYTES, made: Inlined::default() };
    let mut events: Vec<&Event> = story.events.iter().collect();
    events.sort_by_key(|event| event.rank);
    let pictures = || {
        let all = events.iter().flat_map(|event| event.media.iter().map(|medium| (&event.id, medium)));
        all.filter(|(_, medium)| medium.kind == MediaKind::Image)
    };
    let mut shown = counted(pictures().map(|(_, medium)| &medium.url));
    for (event, medium) in pictures() {
        // What lies elsewhere is told in words; and the first event that shows a picture speaks for all.
        let times = shown.remove(&medium.url).filter(|_| page.bytes.contains_key(chosen(medium)));
        if times.is_some_and(|times| !page.takes(&medium.url, chosen(medium), times)) {
            page.made.left_out.push(event.clone());
        }
    }
    let shown = counted(story.quotes.iter().map(|quote| quote.speaker.at()));
    for (at, times) in shown {
        let Some((person, portrait)) = story.people.get(at).and_then(|it| Some((it, it.portrait.as_ref()?))) else {
            continue;
        };
        if !page.takes(portrait, portrait, times) {
            page.made.without_portrait.push(person.id.clone());
        }
    }
    page.made
}

/// How often each of some things is there.
fn counted<T: Ord>(all: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for one in all {
        *counts.entry(one).or_default() += 1;
    }
    counts
}

/// The page while pictures are written into it.
struct Page<'a> {
    /// The files, by their paths.
    bytes: BTreeMap<&'a str, &'a [u8]>,
    /// How many bytes more it may hold.
    room: usize,
    made: Inlined,
}

impl Page<'_> {
    /// Takes the file at a path for an address that is shown so many times, and says whether it has it.
    fn takes(&mut self, address: &str, path: &str, times: usize) -> bool {
        let fits = |file: &&&[u8]| file.len().saturating_mul(times) <= self.room;
        let found = self.bytes.get(path).filter(fits).zip(super::media_types::media_type(path));
        let Some((file, kind)) = found else { return false };
        self.room -= file.len() * times;
        let held = format!("data:{kind};base64,{}", BASE64_STANDARD.encode(file));
        self.made.addresses.insert(address.to_owned(), held);
        true
    }
}

/// The path of the file that stands for a picture.
fn chosen(medium: &Media) -> &str {
    let mut versions = medium.versions.iter().rev().filter(|version| version.width_px <= WIDTH_PX);
    versions.next().map_or(&medium.url, |version| &version.url)
}
