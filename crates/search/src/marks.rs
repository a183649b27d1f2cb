//! Which stretches of a text to mark, and which part of a long text to show.

use std::ops::Range;

use crate::Folded;
use crate::compounds::{each_compound, of_term};
use crate::script::is_extending;
use crate::term::{Mode, Needle, Term};
use crate::tokens::{cut, tokens};

/// What a query has matched, as it stands in texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    terms: Vec<Mark>,
}

/// What one term has matched.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mark {
    /// What was typed, folded.
    words: String,
    mode: Mode,
    /// Other words that matched in its place.
    forms: Vec<String>,
}

/// A stretch of a text to mark, and the number of the term that it is of.
struct Marked {
    range: Range<usize>,
    term: usize,
}

impl Marks {
    /// Nothing to mark.
    pub const NONE: Self = Self { terms: Vec::new() };

    /// A term has matched, by itself and by other words.
    pub(crate) fn add(&mut self, term: &Term, forms: &[String]) {
        self.terms.push(Mark { words: term.words.clone(), mode: term.mode, forms: forms.to_vec() });
    }

    /// Whether there is nothing to mark.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Which bytes of a text to mark, in order and apart from each other, each from the beginning of a
    /// character to the end of one, its combining marks included.
    #[must_use]
    pub fn ranges(&self, text: &str, folded: &Folded) -> Vec<Range<usize>> {
        let mut ranges = Vec::new();
        self.each(text, folded, |marked| insert(&mut ranges, marked.range));
        ranges
    }

    /// The part of a text, bytes, that shows most of what matched in about so many characters; all of a text that is
    /// no longer. It begins and ends between words where there are any.
    #[must_use]
    pub fn snippet(&self, text: &str, folded: &Folded, most_chars: usize) -> Range<usize> {
        if text.chars().nth(most_chars).is_none() {
            return 0..text.len();
        }
        // Those of a term come nearly in order. By insertion, because the standard sort is large.
        let mut found: Vec<Marked> = Vec::new();
        let (mut term, mut count) = (0, 0);
        self.each(text, folded, |marked| {
            count = if marked.term == term { count + 1 } else { 1 };
            term = marked.term;
            if count <= MOST_OF_TERM {
                let at = found.partition_point(|other| other.range.start <= marked.range.start);
                found.insert(at, marked);
            }
        });
        let best = best_window(&found, most_chars);
        around(text, best.unwrap_or(0..0), most_chars)
    }

    fn each(&self, text: &str, folded: &Folded, mut visit: impl FnMut(Marked)) {
        for (term, mark) in self.terms.iter().enumerate() {
            mark.each(folded.text(), |place| {
                if let Some(range) = folded.original(&place) {
                    visit(Marked { range, term });
                }
            });
            mark.each_compound(text, folded, |range| visit(Marked { range, term }));
        }
    }
}

impl Mark {
    /// Every place in a folded text that it stands for.
    fn each(&self, folded: &str, mut visit: impl FnMut(Range<usize>)) {
        // Where a word in the making was not found at all, what was found instead says so.
        let is_whole = self.mode != Mode::Beginning;
        Needle { words: &self.words, is_whole }.places(folded).for_each(&mut visit);
        if self.forms.is_empty() {
            return;
        }
        for token in tokens(folded).filter(|token| !token.is_spaceless) {
            let is_marked = !is_whole && token.text.starts_with(&self.words);
            if !is_marked && self.forms.iter().any(|form| form == cut(token.text)) {
                visit(token.at..token.at + token.text.len());
            }
        }
    }

    /// Every compound of a text that it stands for.
    fn each_compound(&self, text: &str, folded: &Folded, mut visit: impl FnMut(Range<usize>)) {
        if !self.forms.iter().any(|form| of_term(form).is_some()) {
            return;
        }
        let is_open = self.mode == Mode::Beginning;
        each_compound(text, &mut |range| {
            let closed: String = folded.of_original(&range).chars().filter(|c| *c != ' ').collect();
            let is_form = self.forms.iter().filter_map(|form| of_term(form)).any(|form| form == cut(&closed));
            if is_form || (is_open && closed.starts_with(&self.words)) {
                visit(range);
            }
        });
    }
}

/// Adds a range to sorted, disjoint ranges, merging it with those it touches.
fn insert(ranges: &mut Vec<Range<usize>>, new: Range<usize>) {
    let first = ranges.partition_point(|range| range.end < new.start);
    let last = ranges.partition_point(|range| range.start <= new.end);
    let merged = ranges[first..last].iter().fold(new, |all, range| all.start.min(range.start)..all.end.max(range.end));
    ranges.splice(first..last, [merged]);
}

/// The stretch of at most so many bytes from the beginning of a match to the end of one that holds the most terms, and
/// of these the most matches; the first of several.
fn best_window(found: &[Marked], most_bytes: usize) -> Option<Range<usize>> {
    let mut best: Option<((usize, usize), Range<usize>)> = None;
    // Of thousands of matches the first will do.
    for (at, first) in found.iter().enumerate().take(WINDOWS) {
        let mut window = first.range.clone();
        let (mut terms, mut count) = (0_u64, 0);
        for next in
            found[at..].iter().take(WINDOWS).take_while(|next| next.range.start < first.range.start + most_bytes)
        {
            terms |= 1 << (next.term % 64);
            count += 1;
            window.end = window.end.max(next.range.end);
        }
        let score = (terms.count_ones() as usize, count);
        if best.as_ref().is_none_or(|(most, _)| score > *most) {
            best = Some((score, window));
        }
    }
    best.map(|(_, window)| window)
}

/// So many windows are compared.
const WINDOWS: usize = 64;

/// So many matches of a term are looked at.
const MOST_OF_TERM: usize = 500;

/// How far a cut may move to fall between words, characters.
const SLACK: usize = 16;

/// A stretch of about so many characters with a range in its middle, cut between words where some are near.
fn around(text: &str, middle: Range<usize>, most_chars: usize) -> Range<usize> {
    let inner = text.get(middle.clone()).map_or(0, |inner| inner.chars().take(most_chars).count());
    // More of what comes after: that is how one reads on.
    let before = (most_chars - inner) / 3;
    let head = text.get(..middle.start).unwrap_or_default();
    let start = head.char_indices().rev().nth(before.saturating_sub(1)).map_or(0, |(at, _)| at);
    let start = if before == 0 { middle.start } else { start };
    let taken = head.get(start..).unwrap_or_default().chars().count();
    let rest = text.get(middle.start..).unwrap_or_default();
    let end = rest.char_indices().nth(most_chars - taken).map_or(text.len(), |(at, _)| middle.start + at);
    let start = if start == 0 { 0 } else { next_word(text, start, middle.start) };
    let end = if end == text.len() { end } else { last_word(text, middle.end.min(end), end) };
    start..end
}

/// The first beginning of a word from `from` on, near by and not after `to`; else that of a character.
fn next_word(text: &str, from: usize, to: usize) -> usize {
    let between = text.get(from..to).unwrap_or_default();
    let near = between.char_indices().take(SLACK);
    let space = near.filter(|(_, c)| c.is_whitespace()).map(|(at, c)| from + at + c.len_utf8()).next();
    // What extends a character that is cut off goes with it: of a long run of marks too, not more is shown than asked for.
    space.unwrap_or_else(|| to - between.trim_start_matches(is_extending).len())
}

/// The last end of a word up to `to`, near by and not before `from`.
fn last_word(text: &str, from: usize, to: usize) -> usize {
    let near = text.get(from..to).unwrap_or_default().char_indices().rev().take(SLACK);
    let space = near.filter(|(_, c)| c.is_whitespace()).map(|(at, _)| from + at).next();
    space.unwrap_or_else(|| unsplit(text, to))
}

/// The place itself, or that before the character that what stands there extends.
fn unsplit(text: &str, mut at: usize) -> usize {
    while text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_extending) {
        let Some((before, _)) = text.get(..at).and_then(|head| head.char_indices().next_back()) else { break };
        at = before;
    }
    at
}
