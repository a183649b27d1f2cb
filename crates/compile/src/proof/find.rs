//! Looks a quote up in its source: word for word, with other typography, or with what the author left out.

use std::cell::OnceCell;
use std::ops::Range;

use super::attribution::Speech;
use super::boundary::{is_boundary, is_end};
use super::edges::{Cut, cuts};
use super::elided::elided;
use super::joined::joined;
use super::marks::Fault;
use super::names::Names;
use super::pattern::{Brackets, Pattern};
use super::quotation::closes_behind;
use super::typography::Plain;
use story::CheckKind;

/// Of the places of a quote, so many are looked at for one that cuts through no sentence which negates.
const PLACES: usize = 20;

/// A text with what is worked out of it once.
pub(crate) struct Text<'t> {
    /// As it is on disk.
    pub(crate) raw: &'t str,
    /// Without typography.
    pub(crate) plain: Plain,
    /// For each byte, how many characters begin before it.
    chars_before: OnceCell<Vec<u32>>,
}

/// Where a quote stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) kind: CheckKind,
    /// From the first byte to the byte after the last, of the source as it is on disk.
    pub(crate) range: Range<usize>,
    /// What the author left out, likewise.
    pub(crate) left_out: Vec<Range<usize>>,
    /// What the author put in.
    pub(crate) put_in: Vec<String>,
    /// Where it begins or ends, without a mark, in a sentence that negates there.
    pub(crate) cuts: Vec<Cut>,
}

/// Why a quote was not found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Miss {
    /// These words do not stand in the source: the quote, or a piece of it.
    Nowhere(String),
    /// This piece is too short to prove anything.
    Short(String),
    /// Every piece stands there, but not in this order, or too far apart.
    Scattered,
    /// The author's marks claim too much.
    Marks(Fault),
    /// A negation is lost in what is left out.
    Negation {
        /// The word.
        word: String,
        /// All that is left out there.
        left_out: String,
    },
    /// What is left out here leads from one quotation of the source into another.
    Spliced(String),
}

impl<'t> Text<'t> {
    pub(crate) fn new(raw: &'t str) -> Self {
        Self { raw, plain: Plain::new(raw), chars_before: OnceCell::new() }
    }

    /// Whether words end and begin at both ends of a part of the plain text.
    pub(super) fn is_whole(&self, start: usize, end: usize) -> bool {
        let original = self.plain.original(start, end);
        self.is_whole_or_unit(start, end) && is_boundary(self.raw, original.start)
    }

    /// The same, but it may begin with the unit of a number.
    pub(super) fn is_whole_or_unit(&self, start: usize, end: usize) -> bool {
        let original = self.plain.original(start, end);
        let is_cut = self.plain.is_inside(start) || self.plain.is_inside(end);
        !is_cut && is_end(self.raw, original.start) && is_boundary(self.raw, original.end)
    }

    /// Whether a quotation closes behind a part of the plain text.
    pub(super) fn closes_behind(&self, start: usize, end: usize) -> bool {
        closes_behind(self.raw, &self.plain.original(start, end))
    }

    /// How many characters of the text as it is on disk stand between two of its bytes.
    pub(super) fn chars_between(&self, range: &Range<usize>) -> usize {
        let counts = self.chars_before.get_or_init(|| {
            let begins = |byte: &u8| u32::from(!matches!(byte, 0x80..=0xBF));
            let running = |count: &mut u32, byte| {
                *count += begins(byte);
                Some(*count)
            };
            std::iter::once(0).chain(self.raw.as_bytes().iter().scan(0, running)).collect()
        });
        let before = |at: usize| counts.get(at).copied().unwrap_or_default();
        before(range.end).saturating_sub(before(range.start)) as usize
    }
}

/// Looks a quote up; its language, a BCP 47 tag, tells which words negate, and the names who may be told to say it: they
/// are asked for only where nothing else finds the quote.
pub(crate) fn find(
    quote: &Text<'_>,
    source: &Text<'_>,
    language: &str,
    names: impl Fn() -> Names,
) -> Result<Found, Miss> {
    let sounder = |ranges: Vec<Range<usize>>, kind| {
        let mut found = ranges.into_iter().take(PLACES).map(|range| {
            let cuts = cuts(source.raw, &range, language);
            Found { kind, range, left_out: Vec::new(), put_in: Vec::new(), cuts }
        });
        let first = found.next()?;
        if first.cuts.is_empty() { Some(first) } else { found.find(|it| it.cuts.is_empty()).or(Some(first)) }
    };
    let found = sounder(exact(quote.raw, source.raw), CheckKind::Exact)
        .or_else(|| sounder(normalised(&quote.plain.text, source), CheckKind::Normalised));
    if let Some(found) = found {
        return Ok(found);
    }
    match Pattern::of(&quote.plain.text, |_, _| Brackets::PutIn) {
        Some(own) => marked(&quote.plain.text, &own, source, language),
        None => {
            let names = names();
            let speech = Speech::new(language, &names);
            let found = speech.and_then(|speech| joined(quote, source, language, speech));
            found.ok_or_else(|| Miss::Nowhere(quote.raw.to_owned()))
        }
    }
}

/// Looks up what an author marked. Brackets that the source prints somewhere may be its own here, or the author's, and so
/// may a word in them that it prints in another case.
fn marked(plain: &str, own: &Pattern, source: &Text<'_>, language: &str) -> Result<Found, Miss> {
    let lower = source.plain.text.to_lowercase();
    let is_cased = |brackets: &str, after: &str| {
        let word = brackets.trim_matches(['[', ']']).trim();
        let behind = after.split(['[', '.']).next().unwrap_or_default().trim_end();
        !word.contains(' ') && !behind.is_empty() && lower.contains(&[word, behind].concat().to_lowercase())
    };
    let reading = |may_be_printed: bool| {
        let (text, is_cased) = (&source.plain.text, &is_cased);
        Pattern::of(plain, move |brackets, after| match () {
            () if may_be_printed && text.contains(brackets) => Brackets::Printed,
            () if is_cased(brackets, after) => Brackets::Case,
            () => Brackets::PutIn,
        })
    };
    let others = [true, false].into_iter().filter_map(reading).filter(|pattern| *pattern != *own);
    let found = others.filter_map(|pattern| elided(&pattern, source, language).ok()).next();
    found.map_or_else(|| elided(own, source, language), Ok)
}

fn exact(quote: &str, source: &str) -> Vec<Range<usize>> {
    let ranges = occurrences(quote, source).map(|start| start..start + quote.len());
    ranges.filter(|range| is_boundary(source, range.start) && is_boundary(source, range.end)).collect()
}

fn normalised(plain: &str, source: &Text<'_>) -> Vec<Range<usize>> {
    let text = &source.plain.text;
    let of = |words: &str| -> Vec<(usize, usize)> {
        let places = occurrences(words, text).map(|start| (start, start + words.len()));
        places.filter(|(start, end)| source.is_whole(*start, *end)).collect()
    };
    let mut places = of(plain);
    let words = without_stop(plain).filter(|words| places.is_empty() && !words.ends_with('.'));
    if let Some(words) = words {
        places = of(words).into_iter().filter(|(start, end)| source.closes_behind(*start, *end)).collect();
    }
    places.into_iter().map(|(start, end)| source.plain.original(start, end)).collect()
}

/// Words without the full stop or comma that a style puts before a closing mark.
pub(super) fn without_stop(words: &str) -> Option<&str> {
    words.strip_suffix(['.', ',']).filter(|words| !words.is_empty())
}

/// Where a text stands in another, overlaps included; nowhere for an empty one.
pub(super) fn occurrences<'t>(words: &'t str, text: &'t str) -> impl Iterator<Item = usize> + use<'t> {
    let mut from = if words.is_empty() { text.len() } else { 0 };
    let step = words.chars().next().map_or(1, char::len_utf8);
    std::iter::from_fn(move || {
        let at = from + text.get(from..)?.find(words).filter(|_| !words.is_empty())?;
        from = at + step;
        Some(at)
    })
}

#[cfg(test)]
mod tests;
