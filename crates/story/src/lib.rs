//! The vocabulary of On Record: a checked story and the words it is made of.
//!
//! Everything here is plain data that already passed the checks: names are resolved to indices, dates are
//! parsed, Markdown is rendered. This crate reads no files, parses no dates, knows no clock and no web page.
//! It has no dependencies, because the widget carries it to every reader.

mod calendar;
mod change;
mod date;
mod era;
mod event;
mod imprint;
mod ix;
mod media;
mod message;
mod people;
mod quote;
mod slug;
mod source;
mod text;
mod turn;
mod zone;

pub use calendar::{Civil, DAY_SECS, civil_from_day, day_from_civil, day_from_sec, days_in_month, sec_from_day};
pub use change::{Change, ChangeKind, Subject};
pub use date::{Date, End, Moment, Precision, Qualifier, Shape, When};
pub use era::Era;
pub use event::{Account, Event, Status};
pub use imprint::{Author, Imprint, Publisher, ShareImage};
pub use ix::{ChangeIx, EraIx, EventIx, LaneIx, PersonIx, QuoteIx, SourceIx, ThemeIx, ZoneIx};
pub use media::{Captions, Media, MediaKind, MediaVersion};
pub use message::{FORMS, Message, PLURAL_CATEGORIES, Phrase};
pub use people::Person;
pub use quote::{ArchivedPassage, Check, CheckKind, Original, Quote};
pub use slug::{is_slug, slug_from_text};
pub use source::Source;
pub use text::{RichText, Run};
pub use turn::{Turn, events_in_time, in_time, quotes_in_time};
pub use zone::Zone;

/// One record: what happened, who said what, and who reported it.
///
/// The vectors are in the order the author wrote them; an index such as [`EventIx`] points into them.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// A readable slug, unique among a newsroom's stories.
    pub id: String,
    /// The headline.
    pub title: String,
    /// The standfirst, one to three sentences.
    pub summary: RichText,
    /// The language of the story's own words, a BCP 47 tag such as `en` or `pt-BR`.
    pub language: String,
    /// When the record was last changed.
    pub updated: Option<Date>,
    /// What the author calls the clocks by which times are told, for instance "EDT"; [`Zone::name`] points at them.
    pub zones: Vec<String>,
    /// The event that the story view begins with, where the editor chose one.
    pub opening: Option<EventIx>,
    /// Who publishes it, and who answers for it.
    pub imprint: Imprint,
    /// Everybody who acts or speaks.
    pub people: Vec<Person>,
    /// The published articles that the record rests on.
    pub sources: Vec<Source>,
    /// The row groups of the timeline, top to bottom.
    pub lanes: Vec<Lane>,
    /// The topics that tag events and quotes.
    pub themes: Vec<Theme>,
    /// The stretches of time that the story falls into, which may overlap.
    pub eras: Vec<Era>,
    /// What happened or was to happen.
    pub events: Vec<Event>,
    /// Who said what.
    pub quotes: Vec<Quote>,
    /// What was changed after it was published, as readers are told.
    pub changes: Vec<Change>,
    /// The widget's own words in the story's language, one for each of [`Message::ALL`], in that order.
    pub texts: Vec<Phrase>,
}

/// One row group of the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// A readable slug.
    pub id: String,
    /// The name shown to the reader.
    pub name: String,
}

/// A topic that tags events and quotes.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// A readable slug.
    pub id: String,
    /// The name shown to the reader.
    pub name: String,
}
