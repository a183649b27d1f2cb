//! Whole columns in one pass, for those who ask the same of every row: a cell costs no more than its bytes.

use story::{Status, When};

use crate::bundle::Bundle;
use crate::codes::status_from_code;
use crate::dates::when_from_number;
use crate::row::Row;
use crate::section::Section;

impl Bundle {
    /// The status of every event, in the author's order.
    pub fn statuses(&self) -> impl Iterator<Item = Status> + use<'_> {
        self.cells(Section::EventStatus, self.event_count()).map(status_from_code)
    }

    /// Something about when each event was first reported, in the author's order; it is asked for once for each date.
    pub fn events_known_from<T: Copy>(&self, of: impl Fn(Option<When>) -> T) -> impl Iterator<Item = T> {
        self.of_dates(Section::EventKnown, self.event_count(), of)
    }

    /// Something about when each quote was printed, likewise.
    pub fn quotes_known_from<T: Copy>(&self, of: impl Fn(Option<When>) -> T) -> impl Iterator<Item = T> {
        self.of_dates(Section::QuoteKnown, self.quote_count(), of)
    }

    /// Something about when each quote was said, likewise.
    pub fn quotes_said<T: Copy>(&self, of: impl Fn(Option<When>) -> T) -> impl Iterator<Item = T> {
        self.of_dates(Section::QuoteSaid, self.quote_count(), of)
    }

    /// Something about the date of each event, likewise.
    pub fn events_dates<T: Copy>(&self, of: impl Fn(Option<When>) -> T) -> impl Iterator<Item = T> {
        self.of_dates(Section::EventDate, self.event_count(), of)
    }

    /// Something about when each event was announced, likewise.
    pub fn events_announced<T: Copy>(&self, of: impl Fn(Option<When>) -> T) -> impl Iterator<Item = T> {
        self.of_dates(Section::EventAnnounced, self.event_count(), of)
    }

    fn of_dates<T: Copy>(
        &self,
        dates: Section,
        rows: usize,
        of: impl Fn(Option<When>) -> T,
    ) -> impl Iterator<Item = T> {
        let date_count = self.column(Section::DateShape).len().max(self.column(Section::DateFirst).len());
        // By the cell: 0 for no date, then the dates. One beyond them reads as a date without ends does.
        let mut answers: Vec<Option<T>> = vec![None; date_count.saturating_add(1)];
        self.cells(dates, rows).map(move |cell| {
            let answer = || of(cell.checked_sub(1).and_then(|number| when_from_number(Row::new(self, 0), number)));
            match answers.get_mut(cell as usize) {
                Some(known) => *known.get_or_insert_with(answer),
                None => answer(),
            }
        })
    }

    /// So many cells of a column; zeros where it ends before.
    fn cells(&self, section: Section, rows: usize) -> impl Iterator<Item = u32> + use<'_> {
        self.column(section).iter().chain(std::iter::repeat(0)).take(rows)
    }
}
