//! A stretch of time with a name.

use story::When;

use crate::row::Row;
use crate::section::Section;

/// A stretch of time with a name.
#[derive(Clone, Copy)]
pub struct EraRow<'a>(pub(crate) Row<'a>);

impl<'a> EraRow<'a> {
    /// A readable slug.
    #[must_use]
    pub fn id(self) -> &'a str {
        self.0.text(Section::EraId)
    }

    /// The name shown to the reader.
    #[must_use]
    pub fn name(self) -> &'a str {
        self.0.text(Section::EraName)
    }

    /// When it was, from the first second it may touch to the last; `None` only in a forged bundle.
    #[must_use]
    pub fn date(self) -> Option<When> {
        self.0.date(Section::EraDate)
    }
}
