//! What was changed after it was published.

use story::{ChangeKind, Subject, When};

use crate::codes::{change_kind_from_code, subject_from_codes};
use crate::row::Row;
use crate::runs::Runs;
use crate::section::Section;

/// A correction or an update.
#[derive(Clone, Copy)]
pub struct ChangeRow<'a>(pub(crate) Row<'a>);

impl<'a> ChangeRow<'a> {
    /// The day it was made; `None` only in a row that is not there.
    #[must_use]
    pub fn date(self) -> Option<When> {
        self.0.date(Section::ChangeDate)
    }

    /// Whether something was wrong or something was added.
    #[must_use]
    pub fn kind(self) -> ChangeKind {
        change_kind_from_code(self.0.number(Section::ChangeKind))
    }

    /// What it concerns.
    #[must_use]
    pub fn subject(self) -> Subject {
        let (kind, row) = self.subject_codes();
        subject_from_codes(kind, row)
    }

    /// What was changed, in the newsroom's own words.
    #[must_use]
    pub fn note(self) -> Runs<'a> {
        self.0.runs(Section::ChangeNote)
    }

    /// What stood there before, where readers are told.
    #[must_use]
    pub fn was(self) -> Option<&'a str> {
        self.0.text_if_any(Section::ChangeWas)
    }

    /// The cells that say what it concerns.
    pub(crate) fn subject_codes(self) -> (u32, u32) {
        (self.0.number(Section::ChangeOf), self.0.number(Section::ChangeRecord))
    }
}
