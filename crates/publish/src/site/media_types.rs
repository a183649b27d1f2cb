//! The media types of the files of a site, by how their names end.

use std::collections::BTreeSet;

/// The media types, by how names end.
const TYPES: &[(&str, &str)] = &[
    ("html", "text/html"),
    ("js", "text/javascript"),
    ("css", "text/css"),
    ("wasm", "application/wasm"),
    ("orb", "application/octet-stream"),
    ("svg", "image/svg+xml"),
    ("webmanifest", "application/manifest+json"),
    ("json", "application/json"),
    ("csv", "text/csv"),
    ("ics", "text/calendar"),
    ("xml", "application/atom+xml"),
];

/// The same for pictures, films, sounds and their words, which are packed already, or small.
const MEDIA_TYPES: &[(&str, &str)] = &[
    ("jpg", "image/jpeg"),
    ("png", "image/png"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("mp4", "video/mp4"),
    ("webm", "video/webm"),
    ("m4a", "audio/mp4"),
    ("mp3", "audio/mpeg"),
    ("aac", "audio/aac"),
    ("ogg", "audio/ogg"),
    ("wav", "audio/wav"),
    ("vtt", "text/vtt"),
    ("txt", "text/plain"),
];

/// The media type of a file, by the ending of its name.
pub(super) fn media_type(path: &str) -> Option<&'static str> {
    TYPES.iter().chain(MEDIA_TYPES).find(|(end, _)| ending(path) == *end).map(|(_, kind)| *kind)
}

/// Whether a file is of a type that a web server is told.
pub(super) fn has_type(path: &str) -> bool {
    TYPES.iter().any(|(end, _)| ending(path) == *end)
}

/// The media type for each ending that a file of the site has.
pub(super) fn types<'a>(paths: impl Iterator<Item = &'a str>) -> impl Iterator<Item = (&'static str, &'static str)> {
    let ends: BTreeSet<String> = paths.map(|path| ending(path).to_owned()).collect();
    TYPES.iter().chain(MEDIA_TYPES).copied().filter(move |(end, _)| ends.contains(*end))
}

fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}
