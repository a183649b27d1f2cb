//! Who said what, and how the words came to the reader.
//!
//! `via` is a person (an organisation), so that an agency has aliases and can be asked for; a source's `agency` is a
//! text, because it is only printed. `about` is there because a quote of two words needs to say of whom. An original
//! has a check of its own: a reason for the quote would hide that its translation is proved.

use crate::{Date, EventIx, PersonIx, SourceIx, ThemeIx};

/// Words in quotation marks in a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// A readable slug.
    pub id: String,
    /// The ids that it had before, so that old links find it.
    pub formerly: Vec<String>,
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

impl Quote {
    /// Whether the words were checked, and the original beside them was not: then it must not pass for proved.
    #[must_use]
    pub fn has_doubtful_original(&self) -> bool {
        let is_checked = |check: &Check| check.kind != CheckKind::Unverified;
        is_checked(&self.check) && self.original.as_ref().is_some_and(|original| !is_checked(&original.check))
    }
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
    /// How far they were checked against the source of the quote; with no stretch to look for.
    pub check: Check,
}

/// How far a quote was checked against its source's text. Where it was not, there is neither place nor stretch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// The outcome.
    pub kind: CheckKind,
    /// Why it was not checked, in the author's words; `None` where it was.
    pub reason: Option<String>,
    /// Where it stands; not in a bundle.
    pub place: Option<ArchivedPassage>,
    /// The stretches of the quote's text by which a link finds it in the article, in bytes: all of it, or its first and
    /// its last words. None where the source has no address.
    pub sought: Vec<(u32, u32)>,
}

/// Where a quote stands in the archived text of its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchivedPassage {
    /// The SHA-256 of the archived text, in lower-case hexadecimal digits.
    pub source_sha256: String,
    /// The first byte of the quote in it.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
}

/// The outcome of a check of a quote against its source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CheckKind {
    /// Nobody has checked it against the source's text.
    #[default]
    Unverified,
    /// The source prints exactly these characters.
    Exact,
    /// The source prints these words; only typography differs.
    Normalised,
    /// The source prints these words, but for what the author marked as left out or put in.
    Elided,
    /// The source prints these words in two parts of one statement, between which it tells who speaks, and nothing else.
    Joined,
}

impl CheckKind {
    /// Every outcome, in the order of their codes in a bundle.
    pub const ALL: [Self; 5] = [Self::Unverified, Self::Exact, Self::Normalised, Self::Elided, Self::Joined];

    /// The name in authored and canonical files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unverified => "unverified",
            Self::Exact => "exact",
            Self::Normalised => "normalised",
            Self::Elided => "elided",
            Self::Joined => "joined",
        }
    }

    /// The outcome of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
