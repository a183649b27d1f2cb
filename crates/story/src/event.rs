//! What happened or was to happen, and what each source says of it.
//!
//! A plan and what became of it are two events. The plan keeps its status and its date, and `became` leads to the event
//! that says what came of it; so what was known on a day can be told without the record being rewritten.
//!
//! A timeline needs a shorter title than a headline, so there is `label` beside `title`.

use crate::{Date, EventIx, LaneIx, Media, PersonIx, RichText, SourceIx, ThemeIx};

/// Something that happened or was to happen.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// A readable slug.
    pub id: String,
    /// The ids that it had before, so that old links find it.
    pub formerly: Vec<String>,
    /// The headline of the event.
    pub title: String,
    /// A shorter title for the timeline, where the author gave one.
    pub label: Option<String>,
    /// What happened, in the newsroom's own words.
    pub summary: RichText,
    /// When it happened or was to happen. `None` only for a plan for which nobody named a date.
    pub date: Option<Date>,
    /// Where, as a reader would say it.
    pub place: Option<String>,
    /// The row group of the timeline it stands in.
    pub lane: Option<LaneIx>,
    /// Who takes part.
    pub people: Vec<PersonIx>,
    /// What it is about.
    pub themes: Vec<ThemeIx>,
    /// Whether it happened, is planned, is expected, or fell through.
    pub status: Status,
    /// The day a plan was announced.
    pub announced: Option<Date>,
    /// What a plan turned into.
    pub became: Option<EventIx>,
    /// The editor's rank: 1 for what the story cannot be told without, 5 for what it can; 3 if not said.
    pub rank: u8,
    /// Pictures, films, sounds and links.
    pub media: Vec<Media>,
    /// What each source says of it.
    pub accounts: Vec<Account>,
    /// When the first source that reports it was published; `None` where no such date is known.
    pub known_from: Option<Date>,
}

/// What became of an event, as far as the record goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// It happened.
    Happened,
    /// Announced by those who would do it.
    Planned,
    /// Somebody else says that it will happen.
    Expected,
    /// It was planned or expected, and did not happen.
    FellThrough,
}

impl Status {
    /// Every status, in the order of the key.
    pub const ALL: [Self; 4] = [Self::Happened, Self::Planned, Self::Expected, Self::FellThrough];

    /// The word that authors and the canonical JSON use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Planned => "planned",
            Self::Expected => "expected",
            Self::FellThrough => "fell-through",
        }
    }

    /// The status that a word names.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    /// Whether it is a plan: announced or expected, not settled.
    #[must_use]
    pub fn is_plan(self) -> bool {
        matches!(self, Self::Planned | Self::Expected)
    }
}

/// What one source says of one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// Who reports it.
    pub source: SourceIx,
    /// The date this source gives, where it differs from the event's.
    pub date: Option<Date>,
    /// What it says, in the newsroom's own words.
    pub says: RichText,
}
