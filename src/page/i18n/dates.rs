//! Dates in words, exactly as precise as the record: the wording is that of published pages, the formats the browser's.

use story::{Civil, Message, When, ZoneIx};
use wording::Tongue;

pub use wording::Length;

use super::{I18n, intl::Format};

/// The years that JavaScript's `Date` and `Intl` handle without surprises.
pub(super) const PLAIN_YEARS: std::ops::RangeInclusive<i64> = 1..=9999;

impl I18n {
    /// A date in words.
    #[must_use]
    pub fn when(&self, when: &When, length: Length) -> String {
        wording::when(self, when, length)
    }

    /// A day in words.
    #[must_use]
    pub fn day(&self, day: i64, length: Length) -> String {
        wording::day(self, day, length)
    }

    /// A month of a year in words.
    #[must_use]
    pub fn month(&self, year: i64, month: u8) -> String {
        wording::month(self, year, month)
    }

    /// From one second to another, in whole days or coarser.
    #[must_use]
    pub fn span(&self, start_sec: i64, end_sec: i64) -> String {
        wording::span(self, start_sec, end_sec)
    }

    /// A short month of a year that `Intl` cannot be trusted with: the year stands behind.
    pub(super) fn far_month(&self, civil: Civil) -> String {
        wording::far(self, wording::Format::MonthShort, civil)
    }

    /// A year in words; years before 1 are counted backwards.
    #[must_use]
    pub fn year(&self, year: i64) -> String {
        wording::year(self, year)
    }
}

impl Tongue for I18n {
    fn phrase(&self, message: Message, form: usize) -> &str {
        self.bundle.phrase(message, form)
    }

    fn zone(&self, zone: ZoneIx) -> &str {
        self.bundle.zone(zone)
    }

    fn date(&self, format: wording::Format, sec: i64) -> String {
        self.intl.date(of_intl(format), sec)
    }

    fn range(&self, format: wording::Format, from_sec: i64, to_sec: i64) -> Option<String> {
        self.intl.range(of_intl(format), from_sec, to_sec)
    }

    fn range_halves(&self, format: wording::Format, from_sec: i64, to_sec: i64) -> Option<(String, String)> {
        self.intl.range_halves(of_intl(format), from_sec, to_sec)
    }

    fn number(&self, number: f64) -> String {
        self.intl.number(number)
    }

    fn compact(&self, number: f64) -> String {
        self.intl.compact(number)
    }

    fn digits(&self, number: f64) -> String {
        self.intl.digits(number)
    }

    fn plural(&self, n: usize) -> usize {
        self.intl.plural(n)
    }

    fn ordinal(&self, n: usize) -> usize {
        self.intl.ordinal(n)
    }

    fn language_name(&self, tag: &str) -> Option<String> {
        super::intl::language_name(tag, self.bundle.story().language())
    }
}

/// What the browser is asked for.
fn of_intl(format: wording::Format) -> Format {
    match format {
        wording::Format::Day => Format::Day,
        wording::Format::DayShort => Format::DayShort,
        wording::Format::Month => Format::Month,
        wording::Format::MonthShort => Format::MonthShort,
        wording::Format::Year => Format::Year,
        wording::Format::MonthAlone => Format::MonthAlone,
        wording::Format::DayAndMonth => Format::DayAndMonth,
        wording::Format::DayAndTime => Format::DayAndTime,
        wording::Format::DayAndSecond => Format::DayAndSecond,
        wording::Format::DayShortAndTime => Format::DayShortAndTime,
        wording::Format::DayShortAndSecond => Format::DayShortAndSecond,
        wording::Format::Time => Format::TimeOfDay,
        wording::Format::TimeToSecond => Format::TimeOfDayToSecond,
    }
}
