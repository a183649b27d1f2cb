//! Figures that are no date as they stand, and every date that they may have been meant for.
//!
//! A hint that is followed is a date that nobody looks at again, so what is no month never becomes a season, and of two
//! readings none is chosen.

use super::group;

/// The years of which figures without a sign between them may speak.
const LIKELY_YEARS: std::ops::Range<u16> = 1000..2200;

/// So many years are bridged where the second is written short: `1999/00` is two years, `2024/05` no eighty-one.
const LONGEST_SHORT_YEARS: u16 = 50;

/// What stands between the parts of a date.
const BETWEEN: [char; 6] = ['/', '-', '–', '—', '.', ' '];

/// One way to read a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) kind: Notation,
    /// The date in EDTF.
    pub(super) date: String,
}

/// What the parts of a date are taken for. Two dates that stand together are probably written alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notation {
    /// Two years, the second written short.
    Years,
    /// A month.
    Month,
    /// October, whose zero a number has lost.
    October,
    /// A day, its year first.
    Day,
    /// A day before its month and year.
    DayFirst,
    /// A day behind its month.
    MonthFirst,
    /// Two dates, the second written short.
    Dates,
    /// A season, as EDTF counts them on from the months.
    Season,
    /// Anything else.
    Plain,
}

impl Notation {
    fn of(self, date: String) -> Reading {
        Reading { kind: self, date }
    }
}

/// Every way to read figures, one date perhaps in two: none, one, or several.
pub(super) fn readings(text: &str) -> Vec<Reading> {
    let is_date = |reading: &Reading| group::parse(&reading.date).is_ok() && !has_season(&reading.date);
    candidates(text).into_iter().filter(is_date).collect()
}

/// Whether a date, or one that is a part of it, has a number for its month that is none: `2024-21` is spring.
pub(super) fn has_season(date: &str) -> bool {
    any_month(date, |_, month| month > 12)
}

/// Whether a part of a date is a season with the number of the next year: `2023-24`, not `2019-24`.
pub(super) fn has_season_of_next_year(date: &str) -> bool {
    any_month(date, |year, month| month > 12 && is_next_year(year, month))
}

/// Whether a part of a date is a month or a season with the number of the next year: `2011-12`, not `2004-06`.
pub(super) fn has_number_of_next_year(date: &str) -> bool {
    any_month(date, is_next_year)
}

fn is_next_year(year: &str, month: u8) -> bool {
    year.parse::<u16>().is_ok_and(|year| (year + 1) % 100 == u16::from(month))
}

fn any_month(date: &str, is_it: impl Fn(&str, u8) -> bool) -> bool {
    let bare: String = date.chars().filter(|c| !matches!(c, '?' | '~' | '%')).collect();
    bare.split(['/', ',', '.', '[', ']', '{', '}']).any(|date| {
        let mut parts = date.trim_start_matches('-').split('-');
        let (year, month) = (parts.next(), parts.next().and_then(|month| month.parse().ok()));
        year.zip(month).is_some_and(|(year, month)| is_it(year, month))
    })
}

/// Whether they are a number that a spreadsheet may have made of a date: `45321`, `45321.5`.
pub(super) fn is_serial(text: &str) -> bool {
    let (days, time) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    days.len() >= 5 && is_number(days) && is_number(time)
}

fn candidates(text: &str) -> Vec<Reading> {
    let Some(between) = text.chars().filter(|c| !c.is_ascii_digit()).max_by_key(|c| u8::from(*c != ' ')) else {
        return without_signs(text);
    };
    let parts: Vec<&str> = text.split(between).map(str::trim).collect();
    if !BETWEEN.contains(&between) || !parts.iter().all(|part| is_number(part)) {
        return short_end(text).into_iter().collect();
    }
    let found = match parts.as_slice() {
        [a, b] if a.len() == 4 => vec![short_years(a, b, between), month_of(a, b), lost_zero(a, b, between)],
        [month, year] if year.len() == 4 => vec![month_of(year, month)],
        [year, month, day] if year.len() == 4 => vec![day_of(Notation::Day, year, month, day)],
        // With points, the day comes first everywhere.
        [day, month, year] if year.len() == 4 && between == '.' => vec![day_of(Notation::DayFirst, year, month, day)],
        [a, b, year] if year.len() == 4 => day_or_month_first(a, b, year),
        _ => Vec::new(),
    };
    found.into_iter().flatten().collect()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `20240618`, `18062024`, `202406`, `062024`. The year comes first wherever that can be.
fn without_signs(text: &str) -> Vec<Reading> {
    let is_likely = |year: &str| year.parse().is_ok_and(|year| LIKELY_YEARS.contains(&year));
    let parts = |first: usize| Some((text.get(..first)?, text.get(first..first + 2)?, text.get(first + 2..)?));
    let dates = match text.len() {
        8 => {
            let in_order = parts(4)
                .filter(|(year, ..)| is_likely(year))
                .and_then(|(year, month, day)| day_of(Notation::Day, year, month, day));
            match in_order.filter(|reading| group::parse(&reading.date).is_ok()) {
                None => parts(2)
                    .filter(|(.., year)| is_likely(year))
                    .map(|(a, b, year)| day_or_month_first(a, b, year))
                    .unwrap_or_default(),
                found => vec![found],
            }
        }
        6 => {
            let (head, tail) = (text.split_at(4), text.split_at(2));
            vec![
                month_of(head.0, head.1).filter(|_| is_likely(head.0)),
                month_of(tail.1, tail.0).filter(|_| is_likely(tail.1)),
            ]
        }
        _ => Vec::new(),
    };
    dates.into_iter().flatten().collect()
}

/// `5/6/2024`: 5 June to most, 6 May in America.
fn day_or_month_first(a: &str, b: &str, year: &str) -> Vec<Option<Reading>> {
    vec![day_of(Notation::DayFirst, year, b, a), day_of(Notation::MonthFirst, year, a, b)]
}

/// `2024-6-8`; whether there is such a day is asked later.
fn day_of(kind: Notation, year: &str, month: &str, day: &str) -> Option<Reading> {
    (month.len() <= 2 && day.len() <= 2).then(|| kind.of(format!("{year}-{month:0>2}-{day:0>2}")))
}

/// `2024/6`. What is no month of the calendar is not to become a season.
fn month_of(year: &str, month: &str) -> Option<Reading> {
    let is_month = month.len() <= 2 && month.parse().is_ok_and(|month: u8| (1..=12).contains(&month));
    is_month.then(|| Notation::Month.of(format!("{year}-{month:0>2}")))
}

/// `2024.1`: a number has lost its last zero.
fn lost_zero(year: &str, month: &str, between: char) -> Option<Reading> {
    (between == '.' && month == "1").then(|| Notation::October.of(format!("{year}-10")))
}

/// `2023/24`, `1999–00`, `2024/5`: two years, the second written short; of one figure only the next year is.
fn short_years(year: &str, short: &str, between: char) -> Option<Reading> {
    let (start, end): (u16, u16) = (year.parse().ok()?, short.parse().ok()?);
    let later = match short.len() {
        _ if matches!(between, '.' | ' ') => None,
        1 => (end == (start + 1) % 10).then_some(1),
        2 => Some((end + 100 - start % 100) % 100).filter(|later| (1..LONGEST_SHORT_YEARS).contains(later)),
        _ => None,
    };
    later.map(|later| Notation::Years.of(format!("{year}/{:04}", start + later)))
}

/// `2024-06-18/19`, `2024-06–08`: the end of a stretch, written short.
fn short_end(text: &str) -> Option<Reading> {
    let (start, end) = text.split_once(['/', '–']).map(|(start, end)| (start.trim(), end.trim()))?;
    let is_date = |text: &str| text.split('-').all(|part| is_number(part) && part.len() % 2 == 0);
    let head = start.get(..start.len().checked_sub(end.len())?).filter(|head| head.len() > 4)?;
    (is_date(start) && is_date(end)).then(|| Notation::Dates.of(format!("{start}/{head}{end}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cases: &[(&str, &[&str])]) {
        for (text, expected) in cases {
            let mut dates: Vec<String> = readings(text).into_iter().map(|reading| reading.date).collect();
            dates.dedup();
            assert_eq!(dates, *expected, "{text}");
        }
    }

    #[test]
    fn a_second_year_written_short_is_never_a_season() {
        check(&[
            ("2023/24", &["2023/2024"]),
            ("2020/21", &["2020/2021"]),
            ("2021/22", &["2021/2022"]),
            ("2024–25", &["2024/2025"]),
            ("2023 - 24", &["2023/2024"]),
            ("2023 / 24", &["2023/2024"]),
            ("1999/00", &["1999/2000"]),
            ("1999-00", &["1999/2000"]),
            ("2019-20", &["2019/2020"]),
            ("1914-18", &["1914/1918"]),
            ("2023/22", &[]),
            ("2023 - 22", &[]),
            ("24/2025", &[]),
            ("2024.21", &[]),
            ("24/25", &[]),
        ]);
    }

    #[test]
    fn figures_with_two_readings_have_both() {
        check(&[
            ("2011/12", &["2011/2012", "2011-12"]),
            ("2024/5", &["2024/2025", "2024-05"]),
            ("2024-5", &["2024/2025", "2024-05"]),
            ("2029/0", &["2029/2030"]),
            ("2023/2", &["2023-02"]),
            ("2024/05", &["2024-05"]),
            ("2024.5", &["2024-05"]),
            ("2024.1", &["2024-01", "2024-10"]),
            ("5/6/2024", &["2024-06-05", "2024-05-06"]),
            ("05-06-2024", &["2024-06-05", "2024-05-06"]),
            ("5/5/2024", &["2024-05-05"]),
            ("5.6.2024", &["2024-06-05"]),
            ("05062024", &["2024-06-05", "2024-05-06"]),
        ]);
    }

    #[test]
    fn figures_without_signs_are_read_with_a_likely_year() {
        check(&[
            ("202405", &["2024-05"]),
            ("052024", &["2024-05"]),
            ("202413", &[]),
            ("240517", &[]),
            ("20240517", &["2024-05-17"]),
            ("17052024", &["2024-05-17"]),
            ("20241301", &[]),
            ("45321", &[]),
            ("2024 05 17", &["2024-05-17"]),
        ]);
        for (text, expected) in [
            ("45321", true),
            ("45321.5", true),
            ("45321,25", true),
            ("202413", true),
            ("2024.5", false),
            ("4532x", false),
        ] {
            assert_eq!(is_serial(text), expected, "{text}");
        }
    }

    #[test]
    fn an_end_written_short_goes_on_as_its_start_does() {
        check(&[
            ("2024-06-18/19", &["2024-06-18/2024-06-19"]),
            ("2024-06-28/07-03", &["2024-06-28/2024-07-03"]),
            ("2024-06/08", &["2024-06/2024-08"]),
            ("2024-06–08", &["2024-06/2024-08"]),
            ("2024-06-18/17", &[]),
            ("2023-21/22", &[]),
        ]);
    }
}
