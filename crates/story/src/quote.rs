//! Who said what, and how the words came to the reader.

use crate::{Date, EventIx, PersonIx, SourceIx, ThemeIx};

/// Words in quotation marks in a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// A readable slug.
    pub id: String,
    /// The words, without the quotation marks around them.
    pub text: String,
    /// Who said them.
    pub speaker: PersonIx,
    /// To whom or of what, in a few words, for instance "of Putin".
    pub about: Option<String>,
    /// The same words in the language in which they were said, where `text` translates them.
    pub original: Option<Original>,
    /// What the speaker was at the time, where that is not the person's own role.
    pub role: Option<String>,
    /// When they were said.
    pub said: Option<Date>,
    /// The event they belong to.
    pub event: Option<EventIx>,
    /// The article that prints them.
    pub source: SourceIx,
    /// The agency that carried the words to the source.
    pub via: Option<PersonIx>,
    /// The language of the words, a BCP 47 tag, where it differs from the story's.
    pub language: Option<String>,
    /// What they are about.
    pub themes: Vec<ThemeIx>,
    /// When their source was published; `None` where that date is not known.
    pub known_from: Option<Date>,
    /// How far the words were checked against the source.
    pub check: Check,
}

/// Words in the language in which they were said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    /// The words, without the quotation marks around them.
    pub text: String,
    /// Their language, a BCP 47 tag.
    pub language: String,
    /// Who translated them, where that is known.
    pub translated_by: Option<String>,
}

/// How far a quote was checked against its source's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The outcome.
    pub kind: CheckKind,
}

/// The outcome of a check of a quote against its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckKind {
    /// Nobody has checked it against the source's text.
    Unverified,
}
