//! What the marks of an author may not do, whatever the source prints.
//!
//! A `[word]` is put in and replaces nothing. Even one word replaced can be the verb or the "not", and no table tells
//! which; so none stands where words are left out, `[...] [Kim]` and the edges included. `him [Kim]` says the same.

use super::boundary::is_unspaced;
use super::negation::negation;
use super::pattern::Pattern;

/// How many marks a quote may have.
pub(crate) const MARKS: usize = 20;
/// How many words an author may put in at a time.
pub(crate) const PUT_IN_WORDS: usize = 5;
/// So many characters of a script without spaces count for a word.
const CHARS_PER_WORD: usize = 2;

/// What is wrong with the marks of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MarksFault {
    /// More than [`MARKS`].
    Many,
    /// These words, put in at one place, are more than [`PUT_IN_WORDS`].
    Long(String),
    /// These words are put in right beside others.
    Adjacent(String),
    /// There is no less put in than quoted.
    Outweighs,
    /// This word is put in, and turns the sentence into its contrary.
    Negation(String),
    /// These words are put in where others are left out, and so replace them.
    Replacement(String),
}

/// What is wrong with the marks of a quote in a language, if anything is.
pub(crate) fn fault(pattern: &Pattern, language: &str) -> Option<MarksFault> {
    if pattern.len > MARKS {
        return Some(MarksFault::Many);
    }
    let all = || pattern.marks.iter().flat_map(|marks| &marks.put_in);
    if let Some(long) = all().find(|words| words_in(words) > PUT_IN_WORDS) {
        return Some(MarksFault::Long(long.clone()));
    }
    if let Some(adjacent) = adjacent(pattern) {
        return Some(MarksFault::Adjacent(adjacent.to_owned()));
    }
    if let Some(word) = all().find_map(|words| negation(words, language)) {
        return Some(MarksFault::Negation(word.to_owned()));
    }
    let put_in: usize = all().map(|words| words_in(words)).sum();
    let quoted = pattern.pieces.iter().map(|piece| words_in(&piece.text)).sum();
    (put_in > 0 && put_in >= quoted).then_some(MarksFault::Outweighs)
}

/// The first words put in that have no quoted word between them and those before.
fn adjacent(pattern: &Pattern) -> Option<&str> {
    let mut is_open = false;
    for (at, marks) in pattern.marks.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| pattern.pieces.get(before));
        is_open &= before.is_none_or(|piece| words_in(&piece.text) == 0);
        for words in &marks.put_in {
            if is_open {
                return Some(words);
            }
            is_open = true;
        }
    }
    None
}

/// How many words a text has; in scripts without spaces, about so many.
pub(super) fn words_in(text: &str) -> usize {
    let unspaced = text.chars().filter(|c| is_unspaced(*c) && c.is_alphanumeric()).count();
    let is_word = |word: &&str| word.contains(|c: char| c.is_alphanumeric() && !is_unspaced(c));
    text.split(' ').filter(is_word).count() + unspaced.div_ceil(CHARS_PER_WORD)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proof::pattern::Brackets;

    fn of(quote: &str) -> Option<MarksFault> {
        fault(&Pattern::of(quote, |_, _| Brackets::PutIn).expect("a mark"), "en")
    }

    #[test]
    fn what_is_put_in_is_short_and_apart_and_less_than_what_is_quoted() {
        let text = |words: &str| words.to_owned();
        for (quote, expected) in [
            (
                "[one two three four five six] we will win the war and keep it",
                Some(MarksFault::Long(text("one two three four five six"))),
            ),
            ("[one two three four five] we will win the long war", None),
            (
                "[朝鮮労働党委員長金正恩は] 我们一定会赢得这场战争的胜利",
                Some(MarksFault::Long(text("朝鮮労働党委員長金正恩は"))),
            ),
            ("[朝鲜领导人] 我们一定会赢得这场战争", None),
            ("we will [a] [b] win the war", Some(MarksFault::Adjacent(text("b")))),
            ("we will [a] [...] [b] win the war", Some(MarksFault::Adjacent(text("b")))),
            ("we will [a], [b] win the war", Some(MarksFault::Adjacent(text("b")))),
            ("we [a] will [b] win the war", None),
            ("[so the leader said] we will win", Some(MarksFault::Outweighs)),
            ("we will [not] attack them", Some(MarksFault::Negation(text("not")))),
            ("we [don't] attack them", Some(MarksFault::Negation(text("don't")))),
        ] {
            assert_eq!(of(quote), expected, "{quote}");
        }
        assert_eq!(of(&"we will [...] ".repeat(MARKS)), None);
        assert_eq!(of(&"we will [...] ".repeat(MARKS + 1)), Some(MarksFault::Many));
    }
}
