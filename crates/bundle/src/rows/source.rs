//! A published article that the record rests on.

use story::When;

use crate::row::Row;
use crate::section::Section;

/// One published article. What it does not tell of itself is `None`.
#[derive(Clone, Copy)]
pub struct SourceRow<'a>(pub(crate) Row<'a>);

impl<'a> SourceRow<'a> {
    /// A readable slug.
    #[must_use]
    pub fn id(self) -> &'a str {
        self.0.text(Section::SourceId)
    }

    /// Its headline.
    #[must_use]
    pub fn title(self) -> &'a str {
        self.0.text(Section::SourceTitle)
    }

    /// Who printed it.
    #[must_use]
    pub fn publisher(self) -> Option<&'a str> {
        self.0.text_if_any(Section::SourcePublisher)
    }

    /// The agency or outlet whose report it carries.
    #[must_use]
    pub fn agency(self) -> Option<&'a str> {
        self.0.text_if_any(Section::SourceAgency)
    }

    /// Who wrote it.
    #[must_use]
    pub fn byline(self) -> Option<&'a str> {
        self.0.text_if_any(Section::SourceByline)
    }

    /// When it was published.
    #[must_use]
    pub fn published(self) -> Option<When> {
        self.0.date(Section::SourcePublished)
    }

    /// Where it can be read.
    #[must_use]
    pub fn url(self) -> Option<&'a str> {
        self.0.text_if_any(Section::SourceUrl)
    }

    /// The language it is written in, a BCP 47 tag.
    #[must_use]
    pub fn language(self) -> Option<&'a str> {
        self.0.text_if_any(Section::SourceLanguage)
    }
}
