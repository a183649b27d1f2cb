//! One row of any table: how a cell becomes a text, a date, an index or a list.

use std::ops::Range;

use story::When;

use crate::bundle::Bundle;
use crate::dates::when_from_number;
use crate::runs::Runs;
use crate::section::Section;

/// A row by its position. A row that does not exist has zero in every cell, and every zero has a meaning.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    bundle: &'a Bundle,
    at: usize,
}

impl<'a> Row<'a> {
    pub(crate) fn new(bundle: &'a Bundle, at: usize) -> Self {
        Self { bundle, at }
    }

    /// Another row of the same bundle, be it of another table.
    pub(crate) fn other(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// The bare number of a cell.
    pub(crate) fn number(self, section: Section) -> u32 {
        self.bundle.column(section).get(self.at)
    }

    /// A signed number, for instance of seconds.
    pub(crate) fn signed(self, section: Section) -> i64 {
        self.bundle.column(section).get_signed(self.at)
    }

    /// A cell that points at a row, and may point at none.
    pub(crate) fn index(self, section: Section) -> Option<u32> {
        self.number(section).checked_sub(1)
    }

    /// A cell that points at a row, and should not point at none; a row that does not exist if it does.
    pub(crate) fn some_index(self, section: Section) -> u32 {
        self.index(section).unwrap_or(u32::MAX)
    }

    /// A text; empty where the cell's bytes are no UTF-8.
    pub(crate) fn text(self, section: Section) -> &'a str {
        self.string(self.number(section))
    }

    /// A text that may be missing, which is not the same as an empty one.
    pub(crate) fn text_if_any(self, section: Section) -> Option<&'a str> {
        self.index(section).map(|number| self.string(number))
    }

    /// A date that may be missing.
    pub(crate) fn date(self, section: Section) -> Option<When> {
        when_from_number(self, self.index(section)?)
    }

    /// A text with emphasis and links.
    pub(crate) fn runs(self, section: Section) -> Runs<'a> {
        let rich = self.other(self.number(section) as usize);
        Runs::new(rich, rich.range(Section::RichRunsEnds, Section::RunText))
    }

    /// The numbers of a list: `ends` says where each row's part of `items` ends.
    pub(crate) fn list(
        self,
        ends: Section,
        items: Section,
    ) -> impl ExactSizeIterator<Item = u32> + DoubleEndedIterator + Clone + use<'a> {
        let column = self.bundle.column(items);
        self.range(ends, items).map(move |at| column.get(at))
    }

    /// The texts of a list.
    pub(crate) fn texts(
        self,
        ends: Section,
        items: Section,
    ) -> impl ExactSizeIterator<Item = &'a str> + DoubleEndedIterator + Clone + use<'a> {
        self.list(ends, items).map(move |number| self.string(number))
    }

    /// The rows of a table of parts: `ends` says where each row's parts end, `key` has an element for each part.
    pub(crate) fn parts(
        self,
        ends: Section,
        key: Section,
    ) -> impl ExactSizeIterator<Item = Row<'a>> + DoubleEndedIterator + Clone + use<'a> {
        self.range(ends, key).map(move |at| self.other(at))
    }

    /// Every row of a table of which `key` has an element each.
    pub(crate) fn all(
        self,
        key: Section,
    ) -> impl ExactSizeIterator<Item = Row<'a>> + DoubleEndedIterator + Clone + use<'a> {
        (0..self.bundle.column(key).len()).map(move |at| self.other(at))
    }

    /// Never longer than `items`, whatever the ends say, so that a forged bundle cannot make anybody loop for long.
    pub(crate) fn range(self, ends: Section, items: Section) -> Range<usize> {
        let ends = self.bundle.column(ends);
        let end = (ends.get(self.at) as usize).min(self.bundle.column(items).len());
        let start = self.at.checked_sub(1).map_or(0, |before| ends.get(before) as usize);
        start.min(end)..end
    }

    /// UTF-8 is checked here, text by text: the few that a reader sees cost nothing, all 50 MB of a large story
    /// at its opening would.
    fn string(self, number: u32) -> &'a str {
        let bytes = self.bundle.column(Section::StringBytes).bytes;
        let range = self.other(number as usize).range(Section::StringEnds, Section::StringBytes);
        bytes.get(range).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or("")
    }
}
