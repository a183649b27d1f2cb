//! An event and its accounts.

use story::{EventIx, LaneIx, PersonIx, SourceIx, Status, ThemeIx, When};

use super::media::MediaRow;
use crate::codes::status_from_code;
use crate::row::Row;
use crate::runs::Runs;
use crate::section::Section;

/// Something that happened or was to happen.
#[derive(Clone, Copy)]
pub struct EventRow<'a>(pub(crate) Row<'a>);

impl<'a> EventRow<'a> {
    /// A readable slug.
    #[must_use]
    pub fn id(self) -> &'a str {
        self.0.text(Section::EventId)
    }

    /// The headline of the event.
    #[must_use]
    pub fn title(self) -> &'a str {
        self.0.text(Section::EventTitle)
    }

    /// A shorter title for the timeline, where the author gave one.
    #[must_use]
    pub fn label(self) -> Option<&'a str> {
        self.0.text_if_any(Section::EventLabel)
    }

    /// What happened, in the newsroom's own words.
    #[must_use]
    pub fn summary(self) -> Runs<'a> {
        self.0.runs(Section::EventSummary)
    }

    /// When it happened or was to happen; `None` only for a plan for which nobody named a date.
    #[must_use]
    pub fn date(self) -> Option<When> {
        self.0.date(Section::EventDate)
    }

    /// Where, as a reader would say it.
    #[must_use]
    pub fn place(self) -> Option<&'a str> {
        self.0.text_if_any(Section::EventPlace)
    }

    /// The row group of the timeline it stands in.
    #[must_use]
    pub fn lane(self) -> Option<LaneIx> {
        self.0.index(Section::EventLane).map(LaneIx)
    }

    /// Who takes part.
    pub fn people(self) -> impl ExactSizeIterator<Item = PersonIx> + DoubleEndedIterator + Clone + use<'a> {
        self.0.list(Section::EventPeopleEnds, Section::EventPeople).map(PersonIx)
    }

    /// What it is about.
    pub fn themes(self) -> impl ExactSizeIterator<Item = ThemeIx> + DoubleEndedIterator + Clone + use<'a> {
        self.0.list(Section::EventThemesEnds, Section::EventThemes).map(ThemeIx)
    }

    /// Whether it happened, is planned, is expected, or fell through.
    #[must_use]
    pub fn status(self) -> Status {
        status_from_code(self.0.number(Section::EventStatus))
    }

    /// The day a plan was announced.
    #[must_use]
    pub fn announced(self) -> Option<When> {
        self.0.date(Section::EventAnnounced)
    }

    /// What a plan turned into.
    #[must_use]
    pub fn became(self) -> Option<EventIx> {
        self.0.index(Section::EventBecame).map(EventIx)
    }

    /// The editor's rank: 1 for what the story cannot be told without, 5 for what it can.
    #[must_use]
    pub fn rank(self) -> u8 {
        u8::try_from(self.0.number(Section::EventRank)).unwrap_or(u8::MAX)
    }

    /// Pictures, films, sounds and links.
    pub fn media(self) -> impl ExactSizeIterator<Item = MediaRow<'a>> + DoubleEndedIterator + Clone + use<'a> {
        self.0.parts(Section::EventMediaEnds, Section::MediaUrl).map(MediaRow)
    }

    /// What each source says of it.
    pub fn accounts(self) -> impl ExactSizeIterator<Item = AccountRow<'a>> + DoubleEndedIterator + Clone + use<'a> {
        self.0.parts(Section::EventAccountsEnds, Section::AccountSource).map(AccountRow)
    }

    /// When the first source that reports it was published; `None` where no such date is known.
    #[must_use]
    pub fn known_from(self) -> Option<When> {
        self.0.date(Section::EventKnown)
    }
}

/// What one source says of one event.
#[derive(Clone, Copy)]
pub struct AccountRow<'a>(pub(crate) Row<'a>);

impl<'a> AccountRow<'a> {
    /// Who reports it.
    #[must_use]
    pub fn source(self) -> SourceIx {
        SourceIx(self.0.some_index(Section::AccountSource))
    }

    /// The date this source gives, where it differs from the event's.
    #[must_use]
    pub fn date(self) -> Option<When> {
        self.0.date(Section::AccountDate)
    }

    /// What it says, in the newsroom's own words.
    #[must_use]
    pub fn says(self) -> Runs<'a> {
        self.0.runs(Section::AccountSays)
    }
}
