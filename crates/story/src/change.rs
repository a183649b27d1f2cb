//! What was changed in a record after it was published, as readers are told.

use crate::{Date, EventIx, PersonIx, QuoteIx, RichText, SourceIx};

/// A correction or an update.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The day it was made.
    pub date: Date,
    /// Whether something was wrong or something was added.
    pub kind: ChangeKind,
    /// What it concerns.
    pub subject: Subject,
    /// What was changed, in the newsroom's own words.
    pub note: RichText,
    /// What stood there before, where readers are told.
    pub was: Option<String>,
}

/// Whether a [`Change`] mends or adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// What stood there was wrong.
    Correction,
    /// What stood there was right, and there is more to tell.
    Update,
}

/// What a [`Change`] concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The story as a whole.
    Story,
    /// An event.
    Event(EventIx),
    /// A quote.
    Quote(QuoteIx),
    /// A source.
    Source(SourceIx),
    /// A person.
    Person(PersonIx),
}

impl ChangeKind {
    /// Every kind, in the order of their codes in a bundle.
    pub const ALL: [Self; 2] = [Self::Correction, Self::Update];

    /// The word that authors and the canonical JSON use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Correction => "correction",
            Self::Update => "update",
        }
    }

    /// The kind that a word names.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl Subject {
    /// The word that authors and the canonical JSON use for what it is.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Story => "story",
            Self::Event(_) => "event",
            Self::Quote(_) => "quote",
            Self::Source(_) => "source",
            Self::Person(_) => "person",
        }
    }
}
