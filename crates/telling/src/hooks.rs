//! By what scripts find the elements of a story view.

/// The attribute of the whole view with the id of its story.
pub const STORY: &str = "data-story";
/// The attribute of the whole view with the version of its story: the checksum of its bundle in hexadecimal digits.
pub const VERSION: &str = "data-version";
/// Before the slug of an event in the id of its element.
pub const EVENT: &str = "event-";
/// Before the slug of a quote in the id of its element.
pub const QUOTE: &str = "quote-";
/// Before the slug of a source in the id of its element.
pub const SOURCE: &str = "source-";
/// The attribute of a picture that the page itself holds, with the address by which the story names it.
pub const FILE: &str = "data-file";
/// Before the slug of an event in the ids of its pictures that stand in a row, which go on with their numbers.
pub const PICTURE: &str = "picture-";
