//! Dates of TimelineJS as EDTF.

use story::days_in_month;

use crate::deck::Stamp;

/// Years beyond which a story has no seconds to count by.
const YEARS: std::ops::RangeInclusive<i64> = -200_000_000_000..=200_000_000_000;

/// A date by its numbers. Years are astronomical: 0 is 1 BCE.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Point {
    year: i64,
    month: Option<u16>,
    day: Option<u16>,
    time: Option<Time>,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Time {
    hour: u16,
    minute: u16,
    second: Option<u16>,
    millisecond: Option<u16>,
}

/// What the parts of a date give.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// None is given.
    Blank,
    /// A date, and what of it was left out and why: TimelineJS takes it, and shows another date or none of it.
    Date(Point, Vec<String>),
    /// A date that TimelineJS takes and a story cannot hold.
    Beyond(String),
    /// A date that TimelineJS refuses.
    Wrong(String),
}

/// Reads the parts of a date.
pub(crate) fn read(stamp: &Stamp) -> Reading {
    let year = whole(&stamp.year);
    if year.is_empty() {
        return Reading::Blank;
    }
    let others = [&stamp.month, &stamp.day, &stamp.hour, &stamp.minute, &stamp.second, &stamp.millisecond];
    let names = ["month", "day", "hour", "minute", "second", "millisecond"];
    if !is_integer(year) {
        return Reading::Wrong(format!("`{}` is no year", stamp.year));
    }
    if let Some((part, name)) = others.into_iter().zip(names).find(|(part, _)| !is_integer(whole(part))) {
        return Reading::Wrong(format!("`{part}` is no {name}; write a number, or leave it out"));
    }
    if !year.ends_with(|c: char| c.is_ascii_digit()) {
        return Reading::Beyond(format!("`{year}` is no year"));
    }
    match year.parse::<i64>().ok().filter(|year| YEARS.contains(year)) {
        // TimelineJS counts years before ours from -1 on: it has no year 0.
        Some(year) => dated(if year < 0 { year + 1 } else { year }, stamp),
        None => Reading::Beyond(format!("the year {year} is further off than a story can tell")),
    }
}

fn dated(year: i64, stamp: &Stamp) -> Reading {
    let mut lost = Vec::new();
    let mut point = Point { year, month: None, day: None, time: None };
    point.month = part("month", &stamp.month, 1, 12, &mut lost);
    let days = point.month.map_or(31, |month| u16::from(days_in_month(year, u8::try_from(month).unwrap_or(1))));
    point.day = part("day", &stamp.day, 1, days, &mut lost);
    point.time = time(stamp, &mut lost);
    if !(0..=9999).contains(&year.abs()) && point.month.is_some() {
        lost.push("a year of more than four digits stands alone in a story".to_owned());
        point = Point { month: None, day: None, time: None, ..point };
    }
    if point.month.is_none() && (point.day.take().is_some() | point.time.take().is_some()) && lost.is_empty() {
        lost.push("it has no month".to_owned());
    }
    if point.day.is_none() && point.time.take().is_some() && lost.is_empty() {
        lost.push("it has no day".to_owned());
    }
    Reading::Date(point, lost)
}

/// The time of day; what stands before a part that is given is zero.
fn time(stamp: &Stamp, lost: &mut Vec<String>) -> Option<Time> {
    let hour = part("hour", &stamp.hour, 0, 23, lost);
    let is_lost = !lost.is_empty();
    let minute = part("minute", &stamp.minute, 0, 59, lost);
    let second = part("second", &stamp.second, 0, 59, lost);
    let millisecond = part("millisecond", &stamp.millisecond, 0, 999, lost);
    let is_given = !is_lost && (hour.is_some() || minute.is_some() || second.is_some() || millisecond.is_some());
    is_given.then(|| Time {
        hour: hour.unwrap_or_default(),
        minute: minute.unwrap_or_default(),
        second: second.or(millisecond.map(|_| 0)),
        millisecond,
    })
}

/// A number without the fraction that some tools write behind it: `2001.0`.
fn whole(text: &str) -> &str {
    let text = text.trim();
    match text.split_once('.') {
        Some((number, zeros)) if !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0') => number,
        _ => text,
    }
}

fn is_integer(text: &str) -> bool {
    text.strip_prefix(['-', '+']).unwrap_or(text).bytes().all(|byte| byte.is_ascii_digit())
}

/// A part of a date; `None` where it is not given, or is 0 and cannot be, or lies beyond its bounds, which is told.
fn part(name: &str, text: &str, least: u16, most: u16, lost: &mut Vec<String>) -> Option<u16> {
    let number = whole(text);
    if number.is_empty() || least > 0 && number.bytes().all(|byte| byte == b'0') {
        return None;
    }
    let sound = number.parse().ok().filter(|number| (least..=most).contains(number));
    if sound.is_none() {
        lost.push(format!("`{number}` is no {name}; write a number from {least} to {most}, or leave it out"));
    }
    sound
}

impl Point {
    /// The date in EDTF.
    pub(crate) fn edtf(self) -> String {
        let mut text = match self.year {
            year @ 0..=9999 => format!("{year:04}"),
            year @ -9999..0 => format!("-{:04}", -year),
            year => format!("Y{year}"),
        };
        for part in [self.month, self.day].into_iter().flatten() {
            text.push_str(&format!("-{part:02}"));
        }
        if let Some(Time { hour, minute, second, .. }) = self.time {
            text.push_str(&format!("T{hour:02}:{minute:02}"));
            text.push_str(&second.map(|second| format!(":{second:02}")).unwrap_or_default());
        }
        text
    }

    /// The date with its milliseconds, which EDTF does not know.
    pub(crate) fn to_the_millisecond(self) -> Option<String> {
        let millisecond = self.time?.millisecond.filter(|millisecond| *millisecond > 0)?;
        Some(format!("{}.{millisecond:03}", self.edtf()))
    }

    /// Whether it has a time of day.
    pub(crate) fn has_time(self) -> bool {
        self.time.is_some()
    }

    /// Whether it surely lies before another: what one of both leaves open does not count.
    pub(crate) fn is_before(self, other: Self) -> bool {
        let differs = |(a, b): &(Option<i64>, Option<i64>)| a.is_none() || b.is_none() || a != b;
        self.parts()
            .into_iter()
            .zip(other.parts())
            .find(differs)
            .is_some_and(|(a, b)| a.is_some() && b.is_some() && a < b)
    }

    fn parts(self) -> [Option<i64>; 6] {
        let of_time = |part: fn(Time) -> Option<u16>| self.time.and_then(part).map(i64::from);
        [
            Some(self.year),
            self.month.map(i64::from),
            self.day.map(i64::from),
            of_time(|time| Some(time.hour)),
            of_time(|time| Some(time.minute)),
            of_time(|time| time.second),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(parts: [&str; 7]) -> Stamp {
        let [year, month, day, hour, minute, second, millisecond] = parts.map(str::to_owned);
        Stamp { year, month, day, hour, minute, second, millisecond }
    }

    fn point(parts: [&str; 7]) -> (String, usize) {
        match read(&stamp(parts)) {
            Reading::Date(point, lost) => (point.edtf(), lost.len()),
            other => (format!("{other:?}"), 0),
        }
    }

    #[test]
    fn parts_become_a_date_as_precise_as_they_are() {
        let cases = [
            (["2024", "", "", "", "", "", ""], "2024", 0),
            (["2024", "6", "", "", "", "", ""], "2024-06", 0),
            (["2024", "06", "8", "", "", "", ""], "2024-06-08", 0),
            (["2024", "6", "18", "9", "5", "", ""], "2024-06-18T09:05", 0),
            (["2024", "6", "18", "9", "", "", ""], "2024-06-18T09:00", 0),
            (["2024", "6", "18", "9", "5", "7", ""], "2024-06-18T09:05:07", 0),
            (["2024", "6", "18", "", "30", "", ""], "2024-06-18T00:30", 0),
            (["2024", "6", "18", "9", "5", "", "25"], "2024-06-18T09:05:00", 0),
            (["2001.0", "5.0", "0", "", "", "", ""], "2001-05", 0),
            (["2001", "0", "0", "", "", "", ""], "2001", 0),
            (["-44", "3", "15", "", "", "", ""], "-0043-03-15", 0),
            (["-5410", "", "", "", "", "", ""], "-5409", 0),
            (["-1", "", "", "", "", "", ""], "0000", 0),
            (["-13800000000", "", "", "", "", "", ""], "Y-13799999999", 0),
            (["-13800000000", "1", "", "", "", "", ""], "Y-13799999999", 1),
            (["2024", "", "18", "9", "", "", ""], "2024", 1),
            (["2024", "6", "", "9", "", "", ""], "2024-06", 1),
            (["2024", "13", "1", "", "", "", ""], "2024", 1),
            (["2023", "2", "29", "8", "", "", ""], "2023-02", 1),
            (["2023", "2", "1", "24", "", "", ""], "2023-02-01", 1),
            (["2023", "2", "1", "8", "60", "", ""], "2023-02-01T08:00", 1),
            (["2023", "-2", "", "", "", "", ""], "2023", 1),
            (["2023", "-", "", "", "", "", ""], "2023", 1),
        ];
        for (parts, expected, lost) in cases {
            assert_eq!(point(parts), (expected.to_owned(), lost), "{parts:?}");
        }
        let Reading::Date(exact, _) = read(&stamp(["2024", "6", "18", "9", "5", "7", "25"])) else { panic!("a date") };
        assert_eq!(exact.to_the_millisecond().as_deref(), Some("2024-06-18T09:05:07.025"));
    }

    #[test]
    fn what_is_no_date_says_why() {
        let wrong = |message: &str| Reading::Wrong(message.to_owned());
        let cases = [
            (["", "5", "", "", "", "", ""], Reading::Blank),
            ([" ", "", "", "", "", "", ""], Reading::Blank),
            (["c. 1990", "", "", "", "", "", ""], wrong("`c. 1990` is no year")),
            (["-", "5", "", "", "", "", ""], Reading::Beyond("`-` is no year".to_owned())),
            (["2001.5", "", "", "", "", "", ""], wrong("`2001.5` is no year")),
            (["2023", "May", "", "", "", "", ""], wrong("`May` is no month; write a number, or leave it out")),
            (
                ["999999999999999999999", "", "", "", "", "", ""],
                Reading::Beyond("the year 999999999999999999999 is further off than a story can tell".to_owned()),
            ),
        ];
        for (parts, expected) in cases {
            assert_eq!(read(&stamp(parts)), expected, "{parts:?}");
        }
    }

    #[test]
    fn only_what_both_dates_tell_says_which_is_first() {
        let cases = [
            ("2024", "2025", true),
            ("2025", "2024", false),
            ("2024-06", "2024", false),
            ("2024", "2024-06", false),
            ("2024-05", "2024-06-18", true),
            ("2024-06-18T09:00", "2024-06-18T10:00", true),
            ("2024-06-18", "2024-06-18T10:00", false),
        ];
        let point = |text: &str| match crate::clock::whole_date(text).map(|stamp| read(&stamp)) {
            Some(Reading::Date(point, _)) => point,
            other => panic!("{other:?}"),
        };
        for (a, b, expected) in cases {
            assert_eq!(point(a).is_before(point(b)), expected, "{a} {b}");
        }
    }
}
