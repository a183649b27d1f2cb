//! A text that is looked through, a source or a quote, with what is worked out of it once.

use std::cell::OnceCell;
use std::ops::Range;

use super::boundary::{is_boundary, is_end};
use super::quotation::closes_behind;
use super::typography::Plain;

/// A text with what is worked out of it once.
pub(crate) struct Text<'t> {
    /// As it is on disk.
    pub(crate) raw: &'t str,
    /// Without typography.
    pub(crate) plain: Plain,
    /// For each byte, how many characters begin before it.
    chars_before: OnceCell<Vec<u32>>,
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
