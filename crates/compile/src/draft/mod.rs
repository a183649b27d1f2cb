//! The story as authored: fields read and checked one by one, names not yet resolved.

mod slot;

pub(crate) use slot::{Given, Refs, Slot, Words};

use crate::Span;
use crate::row::Row;
use story::{ChangeKind, Date, MediaKind, RichText, Status};

/// Everything the author wrote, in order.
#[derive(Default)]
pub(crate) struct Draft<'a> {
    pub(crate) stories: Vec<StoryDraft<'a>>,
    pub(crate) people: Vec<PersonDraft<'a>>,
    pub(crate) sources: Vec<SourceDraft<'a>>,
    pub(crate) lanes: Vec<NamedDraft<'a>>,
    pub(crate) themes: Vec<NamedDraft<'a>>,
    pub(crate) eras: Vec<EraDraft<'a>>,
    pub(crate) events: Vec<EventDraft<'a>>,
    pub(crate) accounts: Vec<AccountDraft<'a>>,
    pub(crate) media: Vec<MediaDraft<'a>>,
    pub(crate) quotes: Vec<QuoteDraft<'a>>,
    pub(crate) changes: Vec<ChangeDraft<'a>>,
    pub(crate) texts: Vec<Row<'a>>,
}

/// The table `story`.
pub(crate) struct StoryDraft<'a> {
    pub(crate) span: Span,
    pub(crate) id: Slot<Words<'a>>,
    pub(crate) title: Slot<Words<'a>>,
    pub(crate) summary: Slot<RichText>,
    pub(crate) language: Slot<Words<'a>>,
    pub(crate) updated: Slot<Date>,
    /// What clocks are called, each behind its offset from UTC.
    pub(crate) zones: Refs<'a>,
    pub(crate) opening: Slot<Words<'a>>,
    pub(crate) imprint: ImprintDraft<'a>,
    /// Why its quotes are not checked, those of which nothing else is known.
    pub(crate) unverified: Slot<Words<'a>>,
}

/// What the table `story` tells of who publishes it.
pub(crate) struct ImprintDraft<'a> {
    pub(crate) publisher: Slot<Words<'a>>,
    pub(crate) publisher_url: Slot<Words<'a>>,
    pub(crate) publisher_logo: Slot<Words<'a>>,
    pub(crate) authors: Vec<AuthorDraft<'a>>,
    pub(crate) image: Slot<Words<'a>>,
    pub(crate) image_width: Slot<u16>,
    pub(crate) image_height: Slot<u16>,
    pub(crate) first_published: Slot<Date>,
    pub(crate) contact: Slot<Words<'a>>,
    pub(crate) corrections_policy: Slot<Words<'a>>,
}

/// An author and where more of them is found.
pub(crate) struct AuthorDraft<'a> {
    pub(crate) name: Given<Words<'a>>,
    pub(crate) url: Option<Words<'a>>,
}

/// A row of `people`.
pub(crate) struct PersonDraft<'a> {
    pub(crate) id: Slot<Words<'a>>,
    pub(crate) formerly: Refs<'a>,
    pub(crate) name: Slot<Words<'a>>,
    pub(crate) role: Slot<Words<'a>>,
    pub(crate) affiliation: Slot<Words<'a>>,
    pub(crate) aliases: Refs<'a>,
    pub(crate) portrait: Slot<Words<'a>>,
}

/// A row of `sources`.
pub(crate) struct SourceDraft<'a> {
    pub(crate) id: Slot<Words<'a>>,
    pub(crate) formerly: Refs<'a>,
    pub(crate) title: Slot<Words<'a>>,
    pub(crate) publisher: Slot<Words<'a>>,
    pub(crate) agency: Slot<Words<'a>>,
    pub(crate) byline: Slot<Words<'a>>,
    pub(crate) published: Slot<Date>,
    pub(crate) url: Slot<Words<'a>>,
    pub(crate) language: Slot<Words<'a>>,
}

/// A row of `lanes` or `themes`.
pub(crate) struct NamedDraft<'a> {
    pub(crate) id: Slot<Words<'a>>,
    pub(crate) name: Slot<Words<'a>>,
}

/// A row of `eras`.
pub(crate) struct EraDraft<'a> {
    pub(crate) id: Slot<Words<'a>>,
    pub(crate) name: Slot<Words<'a>>,
    pub(crate) date: Slot<Date>,
}

/// A row of `events`.
pub(crate) struct EventDraft<'a> {
    pub(crate) span: Span,
    pub(crate) id: Slot<Words<'a>>,
    pub(crate) formerly: Refs<'a>,
    pub(crate) title: Slot<Words<'a>>,
    pub(crate) label: Slot<Words<'a>>,
    pub(crate) summary: Slot<RichText>,
    pub(crate) date: Slot<Date>,
    /// What the clock of its date is called.
    pub(crate) zone: Slot<Words<'a>>,
    pub(crate) place: Slot<Words<'a>>,
    pub(crate) lane: Slot<Words<'a>>,
    pub(crate) people: Refs<'a>,
    pub(crate) themes: Refs<'a>,
    pub(crate) status: Slot<Status>,
    pub(crate) announced: Slot<Date>,
    pub(crate) became: Slot<Words<'a>>,
    pub(crate) rank: Slot<u8>,
    /// Whether `accounts` holds something that is no account, so that nobody can say that there are none.
    pub(crate) accounts_are_bad: bool,
}

/// To which event an account or a medium belongs.
pub(crate) enum Owner<'a> {
    /// It is written inside the event at this position.
    Inside(usize),
    /// It stands in a table of its own and names the event.
    Named(Slot<Words<'a>>),
}

/// One account of an event.
pub(crate) struct AccountDraft<'a> {
    pub(crate) owner: Owner<'a>,
    pub(crate) source: Slot<Words<'a>>,
    pub(crate) says: Slot<RichText>,
    pub(crate) date: Slot<Date>,
}

/// One picture, film, sound or link of an event.
pub(crate) struct MediaDraft<'a> {
    pub(crate) span: Span,
    pub(crate) owner: Owner<'a>,
    pub(crate) url: Slot<Words<'a>>,
    pub(crate) alt: Slot<Words<'a>>,
    pub(crate) kind: Slot<MediaKind>,
    pub(crate) caption: Slot<Words<'a>>,
    pub(crate) credit: Slot<Words<'a>>,
    pub(crate) width: Slot<u16>,
    pub(crate) height: Slot<u16>,
    /// Why it shows nothing that has to be told.
    pub(crate) decorative: Slot<Words<'a>>,
    pub(crate) licence: Slot<Words<'a>>,
    /// Why readers open it themselves.
    pub(crate) sensitive: Slot<Words<'a>>,
    /// Percent from the left and from the top.
    pub(crate) focus: Slot<(u8, u8)>,
    pub(crate) poster: Slot<Words<'a>>,
    pub(crate) captions: Vec<CaptionsDraft<'a>>,
    /// Whether `captions` holds something that is none, so that nobody can say that there are none.
    pub(crate) captions_are_bad: bool,
    pub(crate) transcript: Slot<Words<'a>>,
    /// In ms.
    pub(crate) duration: Slot<u32>,
}

/// One file of captions.
pub(crate) struct CaptionsDraft<'a> {
    pub(crate) file: Slot<Words<'a>>,
    pub(crate) language: Slot<Words<'a>>,
    pub(crate) label: Slot<Words<'a>>,
}

impl MediaDraft<'_> {
    /// How it is shown; `None` where the author's word for it is wrong.
    pub(crate) fn kind(&self) -> Option<MediaKind> {
        if self.kind.is_absent() { Some(MediaKind::Image) } else { self.kind.cloned() }
    }
}

/// A row of `quotes`.
pub(crate) struct QuoteDraft<'a> {
    pub(crate) id: Slot<Words<'a>>,
    pub(crate) formerly: Refs<'a>,
    pub(crate) text: Slot<Words<'a>>,
    pub(crate) speaker: Slot<Words<'a>>,
    pub(crate) source: Slot<Words<'a>>,
    pub(crate) original: Slot<Words<'a>>,
    pub(crate) original_language: Slot<Words<'a>>,
    pub(crate) translated_by: Slot<Words<'a>>,
    pub(crate) role: Slot<Words<'a>>,
    pub(crate) said: Slot<Date>,
    pub(crate) about: Slot<Words<'a>>,
    pub(crate) event: Slot<Words<'a>>,
    pub(crate) via: Slot<Words<'a>>,
    pub(crate) language: Slot<Words<'a>>,
    pub(crate) themes: Refs<'a>,
    /// Why it is not checked.
    pub(crate) unverified: Slot<Words<'a>>,
    /// Why its original is not.
    pub(crate) original_unverified: Slot<Words<'a>>,
}

/// A row of `changes`.
pub(crate) struct ChangeDraft<'a> {
    pub(crate) date: Slot<Date>,
    pub(crate) kind: Slot<ChangeKind>,
    /// The id of what it concerns, with what that is before a colon where others have the same; none for the story.
    pub(crate) record: Slot<Words<'a>>,
    pub(crate) note: Slot<RichText>,
    pub(crate) was: Slot<Words<'a>>,
}
