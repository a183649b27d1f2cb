//! What a reader types, understood, and what it matches.

use crate::term::Term;
use crate::{Fold, Folded};
use std::ops::Range;

/// Of a longer input only this many characters are read.
const MAX_CHARS: usize = 1_000;

/// Of more terms only these are kept.
const MAX_TERMS: usize = 32;

/// A query: words and phrases that must match, and others that must not.
///
/// - A word matches where a word of the text begins with it; in scripts that put no spaces between words, and in
///   Korean, it matches anywhere.
/// - `"a phrase"` matches these words in this order, the last one whole. Any pair of quotation marks will do; case,
///   diacritics and punctuation do not count.
/// - `-word` and `-"a phrase"` exclude.
///
/// Nothing is an error: a quotation mark that is not closed and a hyphen on its own are text like any other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    required: Vec<Term>,
    excluded: Vec<Term>,
}

impl Query {
    /// Understands what a reader typed: at most its first 1,000 characters and 32 terms.
    #[must_use]
    pub fn parse(input: &str, fold: &dyn Fold) -> Self {
        let end = input.char_indices().nth(MAX_CHARS).map_or(input.len(), |(at, _)| at);
        let mut rest = input.get(..end).unwrap_or(input).trim_start();
        let mut query = Self::default();
        while !rest.is_empty() && query.required.len() + query.excluded.len() < MAX_TERMS {
            let operand = rest.strip_prefix('-');
            let piece = Piece::first(operand.unwrap_or(rest));
            if let Some(term) = Term::new(piece.text, piece.is_phrase, fold) {
                let list = if operand.is_some() { &mut query.excluded } else { &mut query.required };
                if !list.contains(&term) {
                    list.push(term);
                }
            }
            rest = piece.rest.trim_start();
        }
        query
    }

    /// Whether it asks for nothing: then it matches everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.required.is_empty() && self.excluded.is_empty()
    }

    /// Whether each word and phrase stands in one or another of the fields of a thing, and none that is excluded
    /// stands in any.
    #[must_use]
    pub fn matches(&self, fields: &[&Folded]) -> bool {
        let holds = |term: &Term| fields.iter().any(|field| term.is_in(field));
        self.required.iter().all(holds) && !self.excluded.iter().any(holds)
    }

    /// Which bytes of the original text to mark: every place where one of the words or phrases stands, in order and
    /// apart from each other, each from the beginning of a character to the end of one, its combining marks included.
    #[must_use]
    pub fn ranges(&self, text: &Folded) -> Vec<Range<usize>> {
        let mut ranges = Vec::new();
        for term in &self.required {
            for place in term.places(text.text()) {
                if let Some(range) = text.original(&place) {
                    insert(&mut ranges, range);
                }
            }
        }
        ranges
    }
}

/// Adds a range to sorted, disjoint ranges, merging it with those it touches.
fn insert(ranges: &mut Vec<Range<usize>>, new: Range<usize>) {
    let first = ranges.partition_point(|range| range.end < new.start);
    let last = ranges.partition_point(|range| range.start <= new.end);
    let merged = ranges[first..last].iter().fold(new, |all, range| all.start.min(range.start)..all.end.max(range.end));
    ranges.splice(first..last, [merged]);
}

/// The first word or phrase of a query, and what follows it.
struct Piece<'a> {
    text: &'a str,
    is_phrase: bool,
    rest: &'a str,
}

impl<'a> Piece<'a> {
    fn first(input: &'a str) -> Self {
        Self::phrase(input).unwrap_or_else(|| {
            let (text, rest) = input.split_once(char::is_whitespace).unwrap_or((input, ""));
            Self { text, is_phrase: false, rest }
        })
    }

    /// A phrase, if the input begins with one that is closed.
    fn phrase(input: &'a str) -> Option<Self> {
        let quoted = input.strip_prefix(is_quotation_mark)?;
        let (text, rest) = quoted.split_once(is_quotation_mark)?;
        Some(Self { text, is_phrase: true, rest })
    }
}

fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂' | '「' | '」')
}

#[cfg(test)]
mod tests;
