//! Looks a quote up in its source: word for word, with other typography, or with what the author left out.

use std::cell::OnceCell;
use std::ops::Range;

use super::boundary::is_boundary;
use super::elided::elided;
use super::marks::Fault;
use super::pattern::Pattern;
use super::quotation::closes_behind;
use super::typography::Plain;
use story::CheckKind;

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
    /// What the author left out, or replaced by other words, likewise.
    pub(crate) left_out: Vec<Range<usize>>,
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
        let is_cut = self.plain.is_inside(start) || self.plain.is_inside(end);
        !is_cut && is_boundary(self.raw, original.start) && is_boundary(self.raw, original.end)
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

/// Looks a quote up; its language, a BCP 47 tag, tells which words negate.
pub(crate) fn find(quote: &Text<'_>, source: &Text<'_>, language: &str) -> Result<Found, Miss> {
    let found = |kind, range| Found { kind, range, left_out: Vec::new() };
    if let Some(range) = exact(quote.raw, source.raw) {
        return Ok(found(CheckKind::Exact, range));
    }
    if let Some((start, end)) = normalised(&quote.plain.text, source) {
        return Ok(found(CheckKind::Normalised, source.plain.original(start, end)));
    }
    // Brackets that the source prints somewhere may be its own here, or the author's.
    let printed = Pattern::of(&quote.plain.text, |brackets| source.plain.text.contains(brackets));
    let own = Pattern::of(&quote.plain.text, |_| false).ok_or_else(|| Miss::Nowhere(quote.raw.to_owned()))?;
    let printed = printed.filter(|pattern| *pattern != own).and_then(|it| elided(&it, source, language).ok());
    printed.map_or_else(|| elided(&own, source, language), Ok)
}

fn exact(quote: &str, source: &str) -> Option<Range<usize>> {
    let ranges = occurrences(quote, source).map(|start| start..start + quote.len());
    ranges.into_iter().find(|range| is_boundary(source, range.start) && is_boundary(source, range.end))
}

fn normalised(plain: &str, source: &Text<'_>) -> Option<(usize, usize)> {
    let text = &source.plain.text;
    let of = |words: &str| occurrences(words, text).map(|start| (start, start + words.len())).collect::<Vec<_>>();
    let whole = of(plain).into_iter().find(|(start, end)| source.is_whole(*start, *end));
    whole.or_else(|| {
        let words = without_stop(plain).filter(|words| !words.ends_with('.'))?;
        of(words).into_iter().find(|(start, end)| source.is_whole(*start, *end) && source.closes_behind(*start, *end))
    })
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
