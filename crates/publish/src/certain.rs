//! What a calendar date can say of a moment without saying too much.
//!
//! It is the day, month or year that surely holds the moment, decided here alone. Formats whose dates have no doubts
//! get no date for a doubtful one, or the words beside it.

use story::{DAY_SECS, Date, End, Moment, Precision, Shape, When, Zone, civil_from_day, day_from_sec};

/// The years that formats with four digits can write.
pub(crate) const WRITABLE_YEARS: std::ops::RangeInclusive<i64> = 1..=9999;

/// The most precise calendar date that surely holds a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Certain {
    /// So many seconds since 1970, by a clock.
    Second(i64, Zone),
    /// The same to the minute.
    Minute(i64, Zone),
    /// A day: year, month, day.
    Day(i64, u8, u8),
    /// A month of a year.
    Month(i64, u8),
    /// A year.
    Year(i64),
}

/// When something begins and ends, as far as that is certain. What does not last has no end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: Option<Certain>,
    pub(crate) end: Option<Certain>,
}

impl Span {
    /// What is certain of a date. Of what is approximate or uncertain nothing is.
    pub(crate) fn certain(when: &When) -> Self {
        let (first, last) = (sure(when.first), sure(when.last));
        if when.shape == Shape::Interval {
            return Self { start: first.and_then(of_moment), end: last.and_then(of_moment) };
        }
        let start = first.zip(last).and_then(|(first, last)| match when.shape {
            Shape::Single => of_moment(first),
            _ => of_bounds(first.earliest_sec, last.latest_sec),
        });
        Self { start, end: None }
    }

    /// The same, as if there were no doubts: for formats that say the doubts in words beside it.
    pub(crate) fn undoubted(when: &When) -> Self {
        let bare = |end: End| match end {
            End::At(moment) => End::At(Moment { qualifier: story::Qualifier::default(), ..moment }),
            end => end,
        };
        Self::certain(&When { first: bare(when.first), last: bare(when.last), ..*when })
    }
}

impl Certain {
    /// The date as ISO 8601 writes it, in four digits of a year; `None` where these are not enough. A time has the offset that
    /// it was told with, and none where nobody knows which clock it was.
    pub(crate) fn iso(self) -> Option<String> {
        let (sec, with_seconds, zone) = match self {
            Self::Second(sec, zone) => (sec, true, zone),
            Self::Minute(sec, zone) => (sec, false, zone),
            Self::Day(year, month, day) => return writable(year).map(|year| format!("{year:04}-{month:02}-{day:02}")),
            Self::Month(year, month) => return writable(year).map(|year| format!("{year:04}-{month:02}")),
            Self::Year(year) => return writable(year).map(|year| format!("{year:04}")),
        };
        let time = clock(sec)?;
        let time = if with_seconds { time.as_str() } else { &time[..time.len() - ":00".len()] };
        Some([time, &zone.iso()].concat())
    }
}

/// A date as ISO 8601 writes what is certain of it: of what lasts its beginning.
pub(crate) fn certain_iso(date: &Date) -> Option<String> {
    Span::certain(&date.when).start.and_then(Certain::iso)
}

/// A second as RFC 3339 writes it, in UTC; `None` in years that it cannot write.
pub(crate) fn instant(sec: i64) -> Option<String> {
    clock(sec).map(|time| time + "Z")
}

/// What a clock shows at a second of its own, with the day: `2024-06-18T10:30:00`.
pub(crate) fn clock(sec: i64) -> Option<String> {
    let civil = civil_from_day(day_from_sec(sec));
    let year = writable(civil.year)?;
    let of_day = sec.rem_euclid(DAY_SECS);
    let [hour, minute, second] = [of_day / 3_600, of_day / 60 % 60, of_day % 60];
    Some(format!("{year:04}-{:02}-{:02}T{hour:02}:{minute:02}:{second:02}", civil.month, civil.day))
}

/// What is written of a second whose year was found to be one that can be written.
pub(crate) fn written(text: Option<String>) -> String {
    debug_assert!(text.is_some(), "a year of four digits");
    text.unwrap_or_default()
}

fn writable(year: i64) -> Option<i64> {
    WRITABLE_YEARS.contains(&year).then_some(year)
}

fn sure(end: End) -> Option<Moment> {
    end.moment().filter(|moment| !moment.qualifier.approximate && !moment.qualifier.uncertain)
}

fn of_moment(moment: Moment) -> Option<Certain> {
    match moment.precision {
        Precision::Second => Some(Certain::Second(moment.earliest_sec, moment.zone)),
        Precision::Minute => Some(Certain::Minute(moment.earliest_sec, moment.zone)),
        _ => of_bounds(moment.earliest_sec, moment.latest_sec),
    }
}

/// The day, else the month, else the year that holds both bounds.
fn of_bounds(earliest_sec: i64, latest_sec: i64) -> Option<Certain> {
    let [a, b] = [earliest_sec, latest_sec].map(|sec| civil_from_day(day_from_sec(sec)));
    match a {
        a if a == b => Some(Certain::Day(a.year, a.month, a.day)),
        a if (a.year, a.month) == (b.year, b.month) => Some(Certain::Month(a.year, a.month)),
        a if a.year == b.year => Some(Certain::Year(a.year)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::date;

    fn iso(edtf: &str) -> (Option<String>, Option<String>) {
        let span = Span::certain(&date(edtf).when);
        (span.start.and_then(Certain::iso), span.end.and_then(Certain::iso))
    }

    #[test]
    fn no_more_is_said_than_is_certain() {
        let cases = [
            ("2024-06-18", Some("2024-06-18"), None),
            ("2024-06", Some("2024-06"), None),
            ("2024", Some("2024"), None),
            ("2024-06-18T10:30:05+02:00", Some("2024-06-18T10:30:05+02:00"), None),
            ("2024-06-18T00:00Z", Some("2024-06-18T00:00Z"), None),
            ("2024-06-18T10:30", Some("2024-06-18T10:30"), None),
            ("2024-06-18T23:30-04:00", Some("2024-06-18T23:30-04:00"), None),
            ("2024-05-09?", None, None),
            ("2000~", None, None),
            ("[2024-06-13..2024-06-17]", Some("2024-06"), None),
            ("[2024-06-13,2024-07-17]", Some("2024"), None),
            ("[2023-12-31,2024-01-01]", None, None),
            ("[2024-06-13..]", None, None),
            ("[..2024-06-13]", None, None),
            ("{2024-06-13,2024-06-17}", Some("2024-06"), None),
            ("2024-06-18/2024-06-19", Some("2024-06-18"), Some("2024-06-19")),
            ("2022-02/..", Some("2022-02"), None),
            ("/2022", None, Some("2022")),
            ("2022~/2023-05", None, Some("2023-05")),
            ("2025-21", Some("2025"), None),
            ("2025-24", None, None),
            ("201X", None, None),
            ("-0043-03-15", None, None),
            ("0000", None, None),
            ("Y-13800000000", None, None),
        ];
        for (edtf, start, end) in cases {
            assert_eq!(iso(edtf), (start.map(str::to_owned), end.map(str::to_owned)), "{edtf}");
        }
    }

    #[test]
    fn doubts_can_be_left_to_words() {
        assert_eq!(Span::undoubted(&date("2024-05-09?").when).start, Some(Certain::Day(2024, 5, 9)));
        assert_eq!(Span::undoubted(&date("2024-05~/2025-01").when).start, Some(Certain::Month(2024, 5)));
    }
}
