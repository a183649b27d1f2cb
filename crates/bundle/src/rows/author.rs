//! Who wrote the story.

use crate::row::Row;
use crate::section::Section;

/// Who wrote the story.
#[derive(Clone, Copy)]
pub struct AuthorRow<'a>(pub(super) Row<'a>);

impl<'a> AuthorRow<'a> {
    /// The name shown to the reader.
    #[must_use]
    pub fn name(self) -> &'a str {
        self.0.text(Section::AuthorName)
    }

    /// Where more of them is found: an address of the web, or `mailto:`.
    #[must_use]
    pub fn url(self) -> Option<&'a str> {
        self.0.text_if_any(Section::AuthorUrl)
    }
}
