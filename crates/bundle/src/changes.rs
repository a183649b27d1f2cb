//! Changes in the order of time, and those of one record.

use story::{ChangeIx, Subject};

use crate::bundle::Bundle;
use crate::codes::codes_from_subject;
use crate::column::Column;
use crate::section::Section;

impl Bundle {
    /// Every correction and update by the day it was made; the author's order decides among equals.
    pub fn changes_by_time(&self) -> impl ExactSizeIterator<Item = ChangeIx> + DoubleEndedIterator + Clone + use<'_> {
        self.column(Section::ChangeByTime).iter().map(ChangeIx)
    }

    /// The changes that concern a record, or the story as a whole, in the order of [`Bundle::changes_by_time`]. Found by
    /// binary search.
    pub fn changes_of(
        &self,
        subject: Subject,
    ) -> impl ExactSizeIterator<Item = ChangeIx> + DoubleEndedIterator + Clone + use<'_> {
        let (order, codes) = (self.column(Section::ChangeByRecord), codes_from_subject(subject));
        let start = self.first_change(order, |other| other >= codes);
        let end = self.first_change(order, |other| other > codes);
        (start..end.max(start)).map(move |at| ChangeIx(order.get(at)))
    }

    /// The first position of an order by record from which on something holds.
    fn first_change(&self, order: Column<'_>, holds: impl Fn((u32, u32)) -> bool) -> usize {
        let (mut low, mut high) = (0, order.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if holds(self.change(ChangeIx(order.get(middle))).subject_codes()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }
}
