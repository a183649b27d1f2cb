//! One word or phrase of a query, and where it stands in a text.

use crate::Fold;
use crate::compounds::{closed, closed_whole, each_compound, may_hold};
use crate::folded::folded;
use crate::script::{is_extending, is_spaceless};
use std::ops::Range;

/// What a term is to match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Words that begin with it: it is still being typed.
    Beginning,
    /// The word itself, and other forms of it.
    Word,
    /// These words and no others.
    Phrase,
}

/// A word or a phrase, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// The folded words with single spaces between them; never empty.
    pub(crate) words: String,
    /// What it is to match.
    pub(crate) mode: Mode,
    /// The same written as one, if it is a compound; not of a phrase, which means what it says.
    pub(crate) closed: Option<String>,
}

impl Term {
    /// The term for a stretch of a query; `None` where nothing of it is a word.
    pub(crate) fn new(text: &str, mode: Mode, fold: &dyn Fold) -> Option<Self> {
        let mut words = folded(text, fold);
        words.truncate(words.trim_end().len());
        let closed = (mode != Mode::Phrase).then(|| closed_whole(text, fold)).flatten();
        (!words.is_empty()).then_some(Self { words, mode, closed })
    }

    /// Whether it stands in a text, folded alike, as it is or as it may be written otherwise; with `is_open` its last word
    /// may go on.
    pub(crate) fn is_in(&self, text: &str, folded: &str, is_open: bool, fold: &dyn Fold) -> bool {
        let closed_alone = self.closed.as_deref();
        let is_as_it_is = Needle { words: &self.words, is_whole: !is_open }.is_in(folded)
            || closed_alone.is_some_and(|words| Needle { words, is_whole: true }.is_in(folded));
        let one = closed_alone.unwrap_or(&self.words);
        if is_as_it_is || self.mode == Mode::Phrase || !may_hold(folded, one) {
            return is_as_it_is;
        }
        let mut is_compound = false;
        each_compound(text, &mut |range| {
            let other = closed(text.get(range).unwrap_or_default(), fold);
            is_compound |= other == one || (is_open && closed_alone.is_none() && other.starts_with(one));
        });
        is_compound
    }

    /// Its words as they stand in a text.
    pub(crate) fn needle(&self) -> Needle<'_> {
        Needle { words: &self.words, is_whole: self.mode != Mode::Beginning }
    }
}

/// Words to look for in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Needle<'a> {
    /// The folded words with single spaces between them; never empty.
    pub(crate) words: &'a str,
    /// Whether the last must also end where a word ends.
    pub(crate) is_whole: bool,
}

impl Needle<'_> {
    /// Whether it stands anywhere in a folded text.
    pub(crate) fn is_in(self, text: &str) -> bool {
        self.find(text, 0).is_some()
    }

    /// Whether it stands in a text of ASCII, which need not be folded first; `None` for any other text.
    pub(crate) fn is_in_ascii(self, text: &str) -> Option<bool> {
        let (text, words) = (text.is_ascii().then_some(text.as_bytes())?, self.words.as_bytes());
        let first = *words.first()?;
        let is_word = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(u8::is_ascii_alphanumeric);
        let begins = |at: &usize| text[*at].to_ascii_lowercase() == first && !is_word(at.checked_sub(1));
        let ends = |end| !self.is_whole || !is_word(Some(end));
        Some((0..text.len()).filter(begins).any(|at| ascii_end(text, at, words).is_some_and(ends)))
    }

    /// Every place in the folded text where it stands, by where it begins; they may overlap.
    pub(crate) fn places(self, text: &str) -> impl Iterator<Item = Range<usize>> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let at = self.find(text, from)?;
            from = at + 1;
            Some(at..at + self.words.len())
        })
    }

    /// The first place at or after byte `from`. Bytes will do: in UTF-8 no character is found within another.
    fn find(self, text: &str, from: usize) -> Option<usize> {
        let (text_bytes, words) = (text.as_bytes(), self.words.as_bytes());
        let (first, last) = (*words.first()?, text_bytes.len().checked_sub(words.len())?);
        (from..=last)
            .find(|&at| text_bytes[at] == first && text_bytes[at..].starts_with(words) && self.stands_free(text, at))
    }

    /// Whether words begin, and where need be end, at the ends of a place.
    fn stands_free(self, text: &str, at: usize) -> bool {
        let Some((before, after)) = text.get(..at).zip(text.get(at + self.words.len()..)) else { return false };
        let begins = word_breaks(before.chars().next_back(), self.words.chars().next());
        begins && (!self.is_whole || word_breaks(self.words.chars().next_back(), after.chars().next()))
    }
}

/// Where folded words end in a text of ASCII, if they stand at a place of it.
fn ascii_end(text: &[u8], at: usize, words: &[u8]) -> Option<usize> {
    let mut at = at;
    for word in words {
        if *word == b' ' {
            let gap = text.get(at..)?.iter().take_while(|byte| !byte.is_ascii_alphanumeric()).count();
            at += (gap > 0).then_some(gap)?;
        } else {
            at += (text.get(at)?.to_ascii_lowercase() == *word).then_some(1)?;
        }
    }
    Some(at)
}

/// Whether a word may begin between two characters: at the ends of a text, at a space, and next to every unit of a
/// script without spaces.
fn word_breaks(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return true };
    before == ' ' || after == ' ' || ((is_spaceless(before) || is_spaceless(after)) && !is_extending(after))
}
