//! Text with emphasis and links, run by run.

use std::ops::Range;

use crate::codes::emphasis_and_strong_from_style;
use crate::row::Row;
use crate::section::Section;

/// The runs of a text, in order: an iterator that is as cheap to copy as a reference.
#[derive(Clone, Copy)]
pub struct Runs<'a> {
    any_row: Row<'a>,
    next: usize,
    end: usize,
}

/// A stretch of text in one style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunRef<'a> {
    /// The characters to show; never markup.
    pub text: &'a str,
    /// Emphasised.
    pub emphasis: bool,
    /// Strongly emphasised.
    pub strong: bool,
    /// Where it links to.
    pub link: Option<&'a str>,
}

impl<'a> Runs<'a> {
    pub(crate) fn new(any_row: Row<'a>, range: Range<usize>) -> Self {
        Self { any_row, next: range.start, end: range.end }
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.next >= self.end
    }

    /// The text alone.
    #[must_use]
    pub fn plain(self) -> String {
        self.map(|run| run.text).collect()
    }
}

impl<'a> Iterator for Runs<'a> {
    type Item = RunRef<'a>;

    fn next(&mut self) -> Option<RunRef<'a>> {
        if self.next >= self.end {
            return None;
        }
        let run = self.any_row.other(self.next);
        self.next += 1;
        let (emphasis, strong) = emphasis_and_strong_from_style(run.number(Section::RunStyle));
        Some(RunRef { text: run.text(Section::RunText), emphasis, strong, link: run.text_if_any(Section::RunLink) })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.end.saturating_sub(self.next);
        (left, Some(left))
    }
}

impl ExactSizeIterator for Runs<'_> {}
