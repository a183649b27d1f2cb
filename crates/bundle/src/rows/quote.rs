//! A quote and how its words came to the reader.

use story::{CheckKind, EventIx, PersonIx, SourceIx, ThemeIx, When};

use crate::codes::check_from_code;
use crate::row::Row;
use crate::section::Section;

/// Words in quotation marks in a source.
#[derive(Clone, Copy)]
pub struct QuoteRow<'a>(pub(crate) Row<'a>);

impl<'a> QuoteRow<'a> {
    /// A readable slug.
    #[must_use]
    pub fn id(self) -> &'a str {
        self.0.text(Section::QuoteId)
    }

    /// The words, without the quotation marks around them.
    #[must_use]
    pub fn text(self) -> &'a str {
        self.0.text(Section::QuoteText)
    }

    /// Who said them.
    #[must_use]
    pub fn speaker(self) -> PersonIx {
        PersonIx(self.0.some_index(Section::QuoteSpeaker))
    }

    /// To whom or of what, in a few words.
    #[must_use]
    pub fn about(self) -> Option<&'a str> {
        self.0.text_if_any(Section::QuoteAbout)
    }

    /// The words in the language in which they were said, and that language, a BCP 47 tag; where [`Self::text`]
    /// translates them.
    #[must_use]
    pub fn original(self) -> Option<(&'a str, &'a str)> {
        Some((self.0.text_if_any(Section::QuoteOriginal)?, self.0.text(Section::QuoteSpoken)))
    }

    /// Who translated them.
    #[must_use]
    pub fn translated_by(self) -> Option<&'a str> {
        self.0.text_if_any(Section::QuoteTranslator)
    }

    /// How far the original was checked against the source; [`CheckKind::Unverified`] where there is none.
    #[must_use]
    pub fn original_check(self) -> CheckKind {
        check_from_code(self.0.number(Section::OriginalCheck))
    }

    /// Why nobody checked the original, in the author's words.
    #[must_use]
    pub fn original_unverified(self) -> Option<&'a str> {
        self.0.text_if_any(Section::OriginalReason)
    }

    /// What the speaker was at the time, where that is not the person's own role.
    #[must_use]
    pub fn role(self) -> Option<&'a str> {
        self.0.text_if_any(Section::QuoteRole)
    }

    /// When they were said.
    #[must_use]
    pub fn said(self) -> Option<When> {
        self.0.date(Section::QuoteSaid)
    }

    /// The event they belong to.
    #[must_use]
    pub fn event(self) -> Option<EventIx> {
        self.0.index(Section::QuoteEvent).map(EventIx)
    }

    /// The article that prints them.
    #[must_use]
    pub fn source(self) -> SourceIx {
        SourceIx(self.0.some_index(Section::QuoteSource))
    }

    /// The agency that carried the words to the source.
    #[must_use]
    pub fn via(self) -> Option<PersonIx> {
        self.0.index(Section::QuoteVia).map(PersonIx)
    }

    /// The language of the words, a BCP 47 tag, where it differs from the story's.
    #[must_use]
    pub fn language(self) -> Option<&'a str> {
        self.0.text_if_any(Section::QuoteLanguage)
    }

    /// What they are about.
    pub fn themes(self) -> impl ExactSizeIterator<Item = ThemeIx> + DoubleEndedIterator + Clone + use<'a> {
        self.0.list(Section::QuoteThemesEnds, Section::QuoteThemes).map(ThemeIx)
    }

    /// When their source was published; `None` where that date is not known.
    #[must_use]
    pub fn known_from(self) -> Option<When> {
        self.0.date(Section::QuoteKnown)
    }

    /// How far the words were checked against the source.
    #[must_use]
    pub fn check(self) -> CheckKind {
        check_from_code(self.0.number(Section::QuoteCheck))
    }

    /// Why nobody checked them, in the author's words.
    #[must_use]
    pub fn unverified(self) -> Option<&'a str> {
        self.0.text_if_any(Section::QuoteReason)
    }

    /// The words by which a link finds the quote in the article: all of them, or the first and the last; none where the
    /// article has no address.
    pub fn sought(self) -> impl Iterator<Item = &'a str> + use<'a> {
        let text = self.text();
        let mut ends = self.0.list(Section::QuoteSoughtEnds, Section::QuoteSought);
        std::iter::from_fn(move || text.get(ends.next()? as usize..ends.next()? as usize))
    }
}
