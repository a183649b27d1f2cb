//! What a language is asked for, by how precise a moment is.

use story::{Moment, Precision, civil_from_day, day_from_sec};

use crate::{Format, Length};

/// The years that `Intl` and the Unicode data handle without surprises.
pub(crate) const PLAIN_YEARS: std::ops::RangeInclusive<i64> = 1..=9999;

/// The format for a precision that `Intl` knows.
pub(crate) fn format_of(precision: Precision, length: Length) -> Option<Format> {
    Some(match (precision, length) {
        (Precision::Second, Length::Long) => Format::DayAndSecond,
        (Precision::Second, Length::Short) => Format::DayShortAndSecond,
        (Precision::Minute, Length::Long) => Format::DayAndTime,
        (Precision::Minute, Length::Short) => Format::DayShortAndTime,
        (Precision::Day, Length::Long) => Format::Day,
        (Precision::Day, Length::Short) => Format::DayShort,
        (Precision::Month, Length::Long) => Format::Month,
        (Precision::Month, Length::Short) => Format::MonthShort,
        (Precision::Year, _) => Format::Year,
        _ => return None,
    })
}

/// Whether a language can be asked for it.
pub(crate) fn is_plain(moment: &Moment) -> bool {
    PLAIN_YEARS.contains(&civil_from_day(day_from_sec(moment.earliest_sec)).year)
}
