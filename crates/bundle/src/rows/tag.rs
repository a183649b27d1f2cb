//! What events and quotes are sorted by: lanes and themes.

use crate::row::Row;
use crate::section::Section;

/// One row group of the timeline.
#[derive(Clone, Copy)]
pub struct LaneRow<'a>(pub(crate) Row<'a>);

impl<'a> LaneRow<'a> {
    /// A readable slug.
    #[must_use]
    pub fn id(self) -> &'a str {
        self.0.text(Section::LaneId)
    }

    /// The name shown to the reader.
    #[must_use]
    pub fn name(self) -> &'a str {
        self.0.text(Section::LaneName)
    }
}

/// A topic that tags events and quotes.
#[derive(Clone, Copy)]
pub struct ThemeRow<'a>(pub(crate) Row<'a>);

impl<'a> ThemeRow<'a> {
    /// A readable slug.
    #[must_use]
    pub fn id(self) -> &'a str {
        self.0.text(Section::ThemeId)
    }

    /// The name shown to the reader.
    #[must_use]
    pub fn name(self) -> &'a str {
        self.0.text(Section::ThemeName)
    }
}
