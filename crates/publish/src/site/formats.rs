//! What a story is published as beside the pages.

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

/// Every format that can be given, the most general first.
pub(super) fn formats(input: &Input<'_>) -> Vec<Format> {
    let Input { story, links, .. } = *input;
    let of = |path, name, media_type, text: String| Format { path, name, media_type, bytes: text.into_bytes() };
    let oembed = oembed(story, links).map(|text| of(names::OEMBED, None, "application/json+oembed", text));
    let known = [
        of("story.json", Some("JSON"), "application/json", json(story)),
        of("story.csv", Some("CSV"), "text/csv", csv(story, links)),
        of("story.ics", Some("iCalendar"), "text/calendar", ics(story, links).text),
        of(FEED_FILE, Some("Atom"), "application/atom+xml", atom(story, links)),
    ];
    known.into_iter().chain(oembed).collect()
}
