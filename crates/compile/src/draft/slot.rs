//! A field that is absent, broken or good.

use std::borrow::Cow;

use crate::{Files, Span};

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Given<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

impl Given<Words<'_>> {
    /// The place of a part of the characters; of all of them where they stand otherwise in the file, as with escapes.
    pub(crate) fn part(&self, range: std::ops::Range<usize>, files: &Files) -> Span {
        let written = files.text(self.span.file).get(self.span.start as usize..self.span.end as usize);
        let start =
            written.and_then(|written| written.find(self.value.as_ref())).map(|at| self.span.start as usize + at);
        start.map_or(self.span, |start| Span::new(self.span.file, start + range.start..start + range.end))
    }
}

/// A list of names, each with its place; those that could not be read are left out.
pub(crate) type Refs<'a> = Vec<Given<Words<'a>>>;

/// Characters of the author's, borrowed from the file wherever they stand there exactly so.
pub(crate) type Words<'a> = Cow<'a, str>;

/// A field of a draft. One that was given but is wrong has its diagnostic already, and must not cause a second.
#[derive(Clone, Debug)]
pub(crate) enum Slot<T> {
    Absent,
    Bad,
    Good(Given<T>),
}

impl<T> Slot<T> {
    pub(crate) fn good(&self) -> Option<&Given<T>> {
        match self {
            Self::Good(given) => Some(given),
            Self::Absent | Self::Bad => None,
        }
    }

    pub(crate) fn value(&self) -> Option<&T> {
        self.good().map(|given| &given.value)
    }

    pub(crate) fn is_bad(&self) -> bool {
        matches!(self, Self::Bad)
    }

    pub(crate) fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Where it stands, or `other` where it is not given.
    pub(crate) fn span_or(&self, other: Span) -> Span {
        self.good().map_or(other, |given| given.span)
    }
}

impl<T: Clone> Slot<T> {
    pub(crate) fn cloned(&self) -> Option<T> {
        self.value().cloned()
    }
}

impl Slot<Words<'_>> {
    /// A copy of the characters.
    pub(crate) fn to_text(&self) -> Option<String> {
        self.value().map(|words| words.as_ref().to_owned())
    }
}
