//! The rows of each table. They are copied like references; their getters read the bundle in place.

mod author;
mod change;
mod era;
mod event;
mod media;
mod people;
mod quote;
mod source;
mod story;
mod tag;

pub use author::AuthorRow;
pub use change::ChangeRow;
pub use era::EraRow;
pub use event::{AccountRow, EventRow};
pub use media::{CaptionsRow, MediaRow, VersionRow};
pub use people::PersonRow;
pub use quote::QuoteRow;
pub use source::SourceRow;
pub use story::StoryRow;
pub use tag::{LaneRow, ThemeRow};
