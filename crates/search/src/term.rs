//! One word or phrase of a query, and where it stands in a text.

use crate::script::is_spaceless;
use crate::{Fold, Folded};
use std::ops::Range;

/// A word or a phrase, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// The folded words with single spaces between them; never empty.
    words: String,
    /// Whether it must also end where a word ends.
    whole: bool,
}

impl Term {
    /// The term for a stretch of a query; `None` where nothing of it is a word.
    pub(crate) fn new(text: &str, whole: bool, fold: &dyn Fold) -> Option<Self> {
        let folded = Folded::new(text, fold);
        let words = folded.text().trim_end();
        (!words.is_empty()).then(|| Self { words: words.to_owned(), whole })
    }

    /// Whether it stands anywhere in a text.
    pub(crate) fn is_in(&self, text: &Folded) -> bool {
        self.find(text.text(), 0).is_some()
    }

    /// Every place in the folded text where it stands, by where it begins; they may overlap.
    pub(crate) fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut from = 0;
        std::iter::from_fn(move || {
            let at = self.find(text, from)?;
            from = at + 1;
            Some(at..at + self.words.len())
        })
    }

    /// The first place at or after byte `from`. Bytes will do: in UTF-8 no character is found within another.
    fn find(&self, text: &str, from: usize) -> Option<usize> {
        let (text_bytes, words) = (text.as_bytes(), self.words.as_bytes());
        let last = text_bytes.len().checked_sub(words.len())?;
        (from..=last)
            .find(|&at| text_bytes[at] == words[0] && text_bytes[at..].starts_with(words) && self.stands_free(text, at))
    }

    /// Whether words begin, and where need be end, at the ends of a place.
    fn stands_free(&self, text: &str, at: usize) -> bool {
        let Some((before, after)) = text.get(..at).zip(text.get(at + self.words.len()..)) else { return false };
        let begins = word_breaks(before.chars().next_back(), self.words.chars().next());
        begins && (!self.whole || word_breaks(self.words.chars().next_back(), after.chars().next()))
    }
}

/// Whether a word may begin between two characters: at the ends of a text, at a space, and next to every character of
/// a script without spaces.
fn word_breaks(before: Option<char>, after: Option<char>) -> bool {
    let breaks = |c: Option<char>| c.is_none_or(|c| c == ' ' || is_spaceless(c));
    breaks(before) || breaks(after)
}
