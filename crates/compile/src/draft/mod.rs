//! The story as authored: fields read and checked one by one, names not yet resolved.

mod read;
mod reader;
mod slot;

pub(crate) use read::read;
pub(crate) use slot::{Given, Refs, Slot};

use crate::Span;
use crate::read::Row;
use story::{Date, MediaKind, RichText, Status};

/// Everything the author wrote, in order.
#[derive(Default)]
pub(crate) struct Draft {
    pub(crate) stories: Vec<StoryDraft>,
    pub(crate) people: Vec<PersonDraft>,
    pub(crate) sources: Vec<SourceDraft>,
    pub(crate) lanes: Vec<NamedDraft>,
    pub(crate) themes: Vec<NamedDraft>,
    pub(crate) eras: Vec<EraDraft>,
    pub(crate) events: Vec<EventDraft>,
    pub(crate) accounts: Vec<AccountDraft>,
    pub(crate) media: Vec<MediaDraft>,
    pub(crate) quotes: Vec<QuoteDraft>,
    pub(crate) texts: Vec<Row>,
}

/// The table `story`.
pub(crate) struct StoryDraft {
    pub(crate) span: Span,
    pub(crate) id: Slot<String>,
    pub(crate) title: Slot<String>,
    pub(crate) summary: Slot<RichText>,
    pub(crate) language: Slot<String>,
    pub(crate) updated: Slot<Date>,
}

/// A row of `people`.
pub(crate) struct PersonDraft {
    pub(crate) id: Slot<String>,
    pub(crate) name: Slot<String>,
    pub(crate) role: Slot<String>,
    pub(crate) affiliation: Slot<String>,
    pub(crate) aliases: Refs,
}

/// A row of `sources`.
pub(crate) struct SourceDraft {
    pub(crate) id: Slot<String>,
    pub(crate) title: Slot<String>,
    pub(crate) publisher: Slot<String>,
    pub(crate) agency: Slot<String>,
    pub(crate) byline: Slot<String>,
    pub(crate) published: Slot<Date>,
    pub(crate) url: Slot<String>,
    pub(crate) language: Slot<String>,
}

/// A row of `lanes` or `themes`.
pub(crate) struct NamedDraft {
    pub(crate) id: Slot<String>,
    pub(crate) name: Slot<String>,
}

/// A row of `eras`.
pub(crate) struct EraDraft {
    pub(crate) id: Slot<String>,
    pub(crate) name: Slot<String>,
    pub(crate) date: Slot<Date>,
}

/// A row of `events`.
pub(crate) struct EventDraft {
    pub(crate) span: Span,
    pub(crate) id: Slot<String>,
    pub(crate) title: Slot<String>,
    pub(crate) label: Slot<String>,
    pub(crate) summary: Slot<RichText>,
    pub(crate) date: Slot<Date>,
    pub(crate) place: Slot<String>,
    pub(crate) lane: Slot<String>,
    pub(crate) people: Refs,
    pub(crate) themes: Refs,
    pub(crate) status: Slot<Status>,
    pub(crate) announced: Slot<Date>,
    pub(crate) became: Slot<String>,
    pub(crate) rank: Slot<u8>,
    /// Whether `accounts` holds something that is no account, so that nobody can say that there are none.
    pub(crate) accounts_are_bad: bool,
}

/// To which event an account or a medium belongs.
pub(crate) enum Owner {
    /// It is written inside the event at this position.
    Inside(usize),
    /// It stands in a table of its own and names the event.
    Named(Slot<String>),
}

/// One account of an event.
pub(crate) struct AccountDraft {
    pub(crate) owner: Owner,
    pub(crate) source: Slot<String>,
    pub(crate) says: Slot<RichText>,
    pub(crate) date: Slot<Date>,
}

/// One picture or link of an event.
pub(crate) struct MediaDraft {
    pub(crate) owner: Owner,
    pub(crate) url: Slot<String>,
    pub(crate) alt: Slot<String>,
    pub(crate) kind: Slot<MediaKind>,
    pub(crate) caption: Slot<String>,
    pub(crate) credit: Slot<String>,
    pub(crate) width: Slot<u16>,
    pub(crate) height: Slot<u16>,
}

/// A row of `quotes`.
pub(crate) struct QuoteDraft {
    pub(crate) id: Slot<String>,
    pub(crate) text: Slot<String>,
    pub(crate) speaker: Slot<String>,
    pub(crate) source: Slot<String>,
    pub(crate) said: Slot<Date>,
    pub(crate) about: Slot<String>,
    pub(crate) event: Slot<String>,
    pub(crate) via: Slot<String>,
    pub(crate) language: Slot<String>,
    pub(crate) themes: Refs,
}
