//! What a story is published as beside the pages.

use std::thread;

use super::{Input, names};
use crate::{FEED_FILE, atom, csv, ics, json, oembed};

/// A story in one format.
pub(super) struct Format {
    /// The path of the file.
    pub(super) path: &'static str,
    /// What readers know the format by; `None` for what is made for programs alone.
    pub(super) name: Option<&'static str>,
    /// The media type by which a page tells of it.
    pub(super) media_type: &'static str,
    /// What the file holds.
    pub(super) bytes: Vec<u8>,
}

/// Every format that can be given, the most general first. Large stories take seconds, so each is made by a thread of its
/// own.
pub(super) fn formats(input: &Input<'_>) -> Vec<Format> {
    let Input { story, links, .. } = *input;
    let of = |path, name, media_type, bytes: Vec<u8>| Format { path, name, media_type, bytes };
    let oembed = oembed(story, links).map(|text| of(names::OEMBED, None, "application/json+oembed", text.into_bytes()));
    let [json, csv, ics, atom] =
        at_once([&|| json(story), &|| csv(story, links), &|| ics(story, links).text, &|| atom(story, links)]);
    let known = [
        of("story.json", Some("JSON"), "application/json", json),
        of("story.csv", Some("CSV"), "text/csv", csv),
        of("story.ics", Some("iCalendar"), "text/calendar", ics),
        of(FEED_FILE, Some("Atom"), "application/atom+xml", atom),
    ];
    known.into_iter().chain(oembed).collect()
}

/// What several writers write, all at the same time.
fn at_once<const N: usize>(writers: [&(dyn Fn() -> String + Sync); N]) -> [Vec<u8>; N] {
    thread::scope(|scope| {
        let threads = writers.map(|write| scope.spawn(move || write().into_bytes()));
        threads.map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}
