//! What a story is published as beside the pages.

use super::Input;
use crate::json;

/// A story in one format.
pub(super) struct Format {
    /// The path of the file.
    pub(super) path: &'static str,
    /// What readers know the format by.
    pub(super) name: &'static str,
    /// The media type.
    pub(super) media_type: &'static str,
    /// What the file holds.
    pub(super) bytes: Vec<u8>,
}

/// Every format, the most general first.
pub(super) fn formats(input: &Input<'_>) -> Vec<Format> {
    let format = |path, name, media_type, text: String| Format { path, name, media_type, bytes: text.into_bytes() };
    vec![format("story.json", "JSON", "application/json", json(input.story))]
}
