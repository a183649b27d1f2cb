//! What is typed into the field: words letter by letter, as readers ask for them.

use std::collections::BTreeMap;

/// So many queries of each kind are typed.
const QUERIES: usize = 40;
/// A word that somebody may mistype, letters.
const LONG: usize = 9;

/// Queries, and every state of the field on the way to each.
#[derive(Clone, Debug)]
pub(crate) struct Typed {
    queries: Vec<Query>,
}

/// A query, typed.
#[derive(Clone, Debug)]
struct Query {
    /// Whether it is words alone, which every search understands.
    is_plain: bool,
    /// The field after each keystroke.
    letters: Vec<String>,
}

impl Typed {
    /// From quotes: frequent words and rare ones, several in a row, with a typo; and between quotation marks,
    /// excluded, with a speaker, with a theme and a date. The kinds take turns, so that who gets through some of it has
    /// typed some of each.
    pub(crate) fn new(texts: &[&str]) -> Self {
        let words = words(texts);
        let word = |at: usize| words.get(at).map_or("word", String::as_str);
        let long = |at: usize| words.iter().skip(at).find(|word| word.chars().count() >= LONG);
        let pair = |text: &str, at: usize| text.split(' ').skip(at).take(2).collect::<Vec<_>>().join(" ");
        let queries = (0..QUERIES).flat_map(|n| {
            let text = texts.get(n * 997 % texts.len().max(1)).copied().unwrap_or_default();
            [
                Query::plain(word(n)),
                Query::plain(word(100 + n * 37)),
                Query::plain(word(5_000 + n * 101)),
                Query::plain(&format!("{} {}", word(n * 3), word(200 + n * 17))),
                Query::plain(&format!("{} {} {}", word(n), word(40 + n), word(700 + n * 29))),
                Query::plain(&swapped(long(300 + n * 53).map_or("mistaken", String::as_str))),
                Query::other(&format!("\"{}\"", pair(text, n % 5))),
                Query::other(&format!("-{} {}", word(n), word(90 + n * 11))),
                Query::other(&format!("speaker:ada {}", word(30 + n * 7))),
                Query::other(&format!("theme:2 before:2022 {}", word(n * 5))),
            ]
        });
        Self { queries: queries.collect() }
    }

    /// Every keystroke.
    pub(crate) fn all(&self) -> Vec<String> {
        self.queries.iter().flat_map(|query| query.letters.clone()).collect()
    }

    /// Those of queries that every search understands.
    pub(crate) fn plain(&self) -> Vec<String> {
        self.queries.iter().filter(|query| query.is_plain).flat_map(|query| query.letters.clone()).collect()
    }

    /// Of each keystroke, whether it is of a query that every search understands.
    pub(crate) fn are_plain(&self) -> impl Iterator<Item = bool> {
        self.queries.iter().flat_map(|query| query.letters.iter().map(|_| query.is_plain))
    }

    /// The keystrokes of so many queries, query by query.
    pub(crate) fn first(&self, queries: usize) -> Vec<&[String]> {
        self.queries.iter().take(queries).map(|query| query.letters.as_slice()).collect()
    }
}

impl Query {
    fn plain(query: &str) -> Self {
        Self { is_plain: true, letters: letters(query) }
    }

    fn other(query: &str) -> Self {
        Self { is_plain: false, letters: letters(query) }
    }
}

fn letters(query: &str) -> Vec<String> {
    query.char_indices().map(|(at, c)| query.get(..at + c.len_utf8()).unwrap_or_default().to_owned()).collect()
}

/// Every word, the most frequent first.
fn words(texts: &[&str]) -> Vec<String> {
    let mut counts = BTreeMap::<String, usize>::new();
    for word in texts.iter().flat_map(|text| text.split([' ', ',', '.', '?'])).filter(|word| !word.is_empty()) {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    let mut words: Vec<(String, usize)> = counts.into_iter().collect();
    words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    words.into_iter().map(|(word, _)| word).collect()
}

/// A word with two letters of its middle swapped.
fn swapped(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let middle = letters.len() / 2;
    if middle + 1 < letters.len() {
        letters.swap(middle, middle + 1);
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: &[&str] = &["The bridge is open, the bridge.", "Is the Überfahrt unvermeidlich?"];

    #[test]
    fn each_keystroke_adds_a_letter_to_the_one_before() {
        assert_eq!(letters("à b"), ["à", "à ", "à b"]);
    }

    #[test]
    fn the_most_frequent_word_comes_first() {
        assert_eq!(words(TEXTS)[..3], ["the", "bridge", "is"]);
    }

    #[test]
    fn a_typo_swaps_two_letters_of_the_middle_and_keeps_the_rest() {
        assert_eq!(["bridge", "über", "a", ""].map(swapped), ["brigde", "übre", "a", ""]);
    }

    #[test]
    fn whoever_types_some_has_typed_some_of_each_kind() {
        let typed = Typed::new(TEXTS);
        assert_eq!(typed.are_plain().count(), typed.all().len());
        assert_eq!(typed.are_plain().filter(|plain| *plain).count(), typed.plain().len());
        let ends: Vec<_> = typed.first(10).iter().filter_map(|letters| letters.last().cloned()).collect();
        assert_eq!((ends[0].as_str(), ends[6].as_str()), ("the", "\"The bridge\""));
        assert!(ends[7].starts_with("-the ") && ends[8].starts_with("speaker:") && ends[9].contains("before:"));
        assert!(typed.plain().iter().all(|text| !text.contains([':', '"', '-'])));
    }
}
