//! What a compiled story becomes for others.
//!
//! The canonical JSON is the open form of a story, which `schema/on-record-1.schema.json` describes; everything else is
//! made for one kind of program, and tells what that can be told. This crate writes no file, knows no clock and checks
//! nothing: it gets a story that was compiled, and gives text.

mod calendar;
mod canonical;
mod card;
mod certain;
mod embeds;
mod feed;
mod i18n;
mod links;
mod markup;
mod object;
mod oembed;
mod passages;
mod plain;
mod selection;
mod shared;
mod site;
mod slides;
mod staged;
mod structured;
mod table;
mod teller;
#[cfg(test)]
mod testing;
mod view;

pub use calendar::{Calendar, ics};
pub use card::{CARD_FILE, Card, card};
pub use feed::{FEED_FILE, atom};
pub use i18n::I18n;
pub use links::{Links, LinksError, LinksFault, event_fragment, quote_fragment};
pub use oembed::{FRAME_FILE, oembed};
pub use selection::{Room, Selection};
pub use site::{
    Audience, FOR_EVER, File, INLINED_BYTES, Inlined, Input, LASTING, MEDIA, MediaBytes, News, Origins, Widget,
    WidgetError, headers, inlined, packed, site,
};
pub use slides::{Slides, timelinejs};
pub use staged::{Staged, beside, staged};
pub use structured::jsonld;
pub use table::csv;

use story::Story;

/// The canonical JSON of a story (`on-record/1`): keys in a fixed order, indented, with a line break at the end.
///
/// Every key is always there; what the record does not tell is `null`, or an empty list. Left out where the author
/// gave none are only `eras`, `changes`, the story's `opening` and whatever tells who publishes it, `formerly`, an event's
/// `label`, a person's `portrait`, of media all but `kind`, `url`, `alt`, `caption` and `credit`, a quote's `about`,
/// and the `reason` of a `check`, where the quote was checked. Dates are EDTF, texts the author's Markdown.
#[must_use]
pub fn json(story: &Story) -> String {
    let document = canonical::Document::of(story);
    // Strings, numbers and lists of them always have a form in JSON.
    serde_json::to_string_pretty(&document).map(|text| text + "\n").unwrap_or_default()
}
