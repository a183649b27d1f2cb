//! What a date means, in plain English, for `on-record date`.

use super::single::{month_name, months_of_part};
use story::{
    Civil, DAY_SECS, End, Moment, Precision, Qualifier, Shape, When, civil_from_day, day_from_sec, sec_from_day,
};

/// What a date means, in words and as its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The meaning as a phrase, for instance "some time in June 2024".
    pub meaning: String,
    /// The finest part that was given, for instance "month"; "day to month" where the ends differ.
    pub precision: String,
    /// The first day it may touch, with the time where that was given; "open" or "unknown" where there is none.
    pub earliest: String,
    /// The last day it may touch, in the same way.
    pub latest: String,
    /// What is doubted: "none", "approximate", "uncertain" or "approximate and uncertain".
    pub qualifier: String,
}

/// Explains a date.
#[must_use]
pub fn explain(when: &When) -> Explanation {
    Explanation {
        meaning: meaning(when),
        precision: precision(when),
        earliest: bound(when.first, |moment| moment.earliest_sec),
        latest: bound(when.last, |moment| moment.latest_sec),
        qualifier: qualifier_name(when.qualifier()).to_owned(),
    }
}

fn meaning(when: &When) -> String {
    let ends = (when.first.moment(), when.last.moment());
    match (when.shape, ends) {
        (Shape::Single, (Some(moment), _)) => some_time_in(moment),
        (Shape::Interval, _) => interval(when.first, when.last),
        (Shape::OneOf { .. }, (None, Some(last))) => format!("on or before {}", words(last)),
        (Shape::OneOf { .. }, (Some(first), None)) => format!("on or after {}", words(first)),
        (Shape::OneOf { members: 2 }, (Some(a), Some(b))) => format!("either {} or {}", words(a), words(b)),
        (Shape::OneOf { members }, (Some(a), Some(b))) if members > 1 => {
            format!("one of {members} dates from {} to {}", words(a), words(b))
        }
        (Shape::AllOf { members: 2 }, (Some(a), Some(b))) => format!("both {} and {}", words(a), words(b)),
        (Shape::AllOf { members }, (Some(a), Some(b))) if members > 1 => {
            format!("each of {members} dates from {} to {}", words(a), words(b))
        }
        (Shape::AllOf { .. }, (None, Some(last))) => format!("{} and every date before", words(last)),
        (Shape::AllOf { .. }, (Some(first), None)) => format!("{} and every date after", words(first)),
        (_, (Some(moment), _)) => some_time_in(moment),
        _ => "any time".to_owned(),
    }
}

fn interval(first: End, last: End) -> String {
    let start = match first {
        End::At(moment) => format!("from {}", words(moment)),
        End::Open => "from before anybody knows".to_owned(),
        End::Unknown => "from a day that is not known".to_owned(),
    };
    let end = match last {
        End::At(moment) => format!("to {}", words(moment)),
        End::Open => "on, with no end".to_owned(),
        End::Unknown => "to a day that is not known".to_owned(),
    };
    format!("{start} {end}")
}

fn some_time_in(moment: Moment) -> String {
    let is_exact = moment.precision <= Precision::Day;
    let is_doubted = moment.qualifier != Qualifier::default();
    if is_exact || is_doubted { words(moment) } else { format!("some time in {}", words(moment)) }
}

/// A moment with its doubts, for instance "about 9 May 2025".
fn words(moment: Moment) -> String {
    let Qualifier { approximate, uncertain } = moment.qualifier;
    let doubt = match (approximate, uncertain) {
        (false, false) => "",
        (true, false) => "about ",
        (false, true) => "perhaps ",
        (true, true) => "perhaps about ",
    };
    format!("{doubt}{}", plain_words(moment))
}

fn plain_words(moment: Moment) -> String {
    let (first, last) = (civil(moment.earliest_sec), civil(moment.latest_sec));
    let day = |day: Civil| format!("{} {} {}", day.day, month_name(day.month), year_words(day.year));
    let is_whole_month = first.day == 1 && (first.year, first.month) == (last.year, last.month);
    match moment.precision {
        Precision::Second | Precision::Minute => {
            format!("{} at {}{}", day(first), clock(moment.earliest_sec, moment.precision), zone_words(moment))
        }
        Precision::Day => day(first),
        Precision::Month if is_whole_month => format!("{} {}", month_name(first.month), year_words(first.year)),
        Precision::Part(code) => part_words(code, first.year),
        Precision::Year if first.year == last.year && (first.month, last.month) == (1, 12) => year_words(first.year),
        Precision::Decade if first.year >= 0 && first.year + 9 == last.year => format!("the {}s", first.year),
        _ if first.year == last.year => format!("the days from {} to {}", day(first), day(last)),
        _ => format!("the years from {} to {}", year_words(first.year), year_words(last.year)),
    }
}

fn part_words(code: u8, year: i64) -> String {
    let year = year_words(year);
    let (first, last, wraps) = months_of_part(code);
    let name = match code {
        21 | 25 | 29 => "spring",
        22 | 26 | 30 => "summer",
        23 | 27 | 31 => "autumn",
        24 | 28 | 32 => "winter",
        33..=36 => ["the 1st quarter of", "the 2nd quarter of", "the 3rd quarter of", "the 4th quarter of"]
            [usize::from(code - 33)],
        37..=39 => ["the 1st third of", "the 2nd third of", "the 3rd third of"][usize::from(code - 37)],
        40 => "the 1st half of",
        _ => "the 2nd half of",
    };
    let half = if (29..=32).contains(&code) { ", southern" } else { "" };
    let next = if wraps { " of the next year" } else { "" };
    format!("{name} {year} ({} to {}{next}{half})", month_name(first), month_name(last))
}

/// A year as readers say it; year 0 is 1 BCE.
fn year_words(year: i64) -> String {
    if year > 0 { grouped(i128::from(year)) } else { format!("{} BCE", grouped(1 - i128::from(year))) }
}

fn grouped(number: i128) -> String {
    let digits = number.to_string();
    if digits.len() <= 4 {
        return digits;
    }
    let lead = digits.len() % 3;
    let mut out = digits[..lead].to_owned();
    for (at, c) in digits[lead..].chars().enumerate() {
        if at % 3 == 0 && !out.is_empty() {
            out.push(',');
        }
        out.push(c);
    }
    out
}

fn precision(when: &When) -> String {
    let name = |end: End| end.moment().map(|moment| precision_name(moment.precision));
    match (name(when.first), name(when.last)) {
        (Some(a), Some(b)) if a != b => format!("{a} to {b}"),
        (Some(a), _) | (None, Some(a)) => a.to_owned(),
        (None, None) => "none".to_owned(),
    }
}

fn precision_name(precision: Precision) -> &'static str {
    match precision {
        Precision::Second => "second",
        Precision::Minute => "minute",
        Precision::Day => "day",
        Precision::Month => "month",
        Precision::Part(21..=32) => "season",
        Precision::Part(33..=36) => "quarter",
        Precision::Part(37..=39) => "third of a year",
        Precision::Part(_) => "half year",
        Precision::Year => "year",
        Precision::Decade => "decade",
        Precision::Century => "century",
        Precision::Millennium => "millennium",
        Precision::Older => "more than a millennium",
    }
}

fn qualifier_name(qualifier: Qualifier) -> &'static str {
    match (qualifier.approximate, qualifier.uncertain) {
        (false, false) => "none",
        (true, false) => "approximate",
        (false, true) => "uncertain",
        (true, true) => "approximate and uncertain",
    }
}

fn bound(end: End, sec_of: impl Fn(Moment) -> i64) -> String {
    match end {
        End::Open => "open".to_owned(),
        End::Unknown => "unknown".to_owned(),
        End::At(moment) => {
            let Civil { year, month, day } = civil(sec_of(moment));
            let sign = if year < 0 { "-" } else { "" };
            let time = if moment.is_timed() {
                format!("T{}{}", clock(moment.earliest_sec, moment.precision), moment.zone.iso())
            } else {
                String::new()
            };
            format!("{sign}{:04}-{month:02}-{day:02}{time}", year.unsigned_abs())
        }
    }
}

fn civil(sec: i64) -> Civil {
    civil_from_day(day_from_sec(sec))
}

/// Which clock shows a time, and what that of UTC shows then.
fn zone_words(moment: Moment) -> String {
    let (there, utc_sec) = (moment.zone.told(), moment.earliest_instant_sec());
    match moment.zone.offset_mins {
        None => ", the time of nobody knows where: it has no offset from UTC".to_owned(),
        Some(0) => format!(" {there}"),
        Some(_) => {
            let utc_day = civil(utc_sec);
            let other_day = match utc_day == civil(moment.earliest_sec) {
                true => String::new(),
                false => format!(" on {} {}", utc_day.day, month_name(utc_day.month)),
            };
            format!(" {there} ({} UTC{other_day})", clock(utc_sec, moment.precision))
        }
    }
}

/// The time of day of a second, as precise as it is known.
fn clock(sec: i64, precision: Precision) -> String {
    let secs = sec - sec_from_day(day_from_sec(sec));
    debug_assert!((0..DAY_SECS).contains(&secs));
    let (hour, minute) = (secs / 3600, secs / 60 % 60);
    if precision == Precision::Second {
        format!("{hour:02}:{minute:02}:{:02}", secs % 60)
    } else {
        format!("{hour:02}:{minute:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_explained_in_plain_english() {
        for (expression, meaning) in [
            ("2024-06-18", "18 June 2024"),
            ("2024-06", "some time in June 2024"),
            ("2024", "some time in 2024"),
            ("201X", "some time in the 2010s"),
            ("19XX", "some time in the years from 1900 to 1999"),
            ("2024-06-1X", "some time in the days from 10 June 2024 to 19 June 2024"),
            ("2025-21", "some time in spring 2025 (March to May)"),
            ("2025-24", "some time in winter 2025 (December to February of the next year)"),
            ("2025-30", "some time in summer 2025 (December to February of the next year, southern)"),
            ("2025-36", "some time in the 4th quarter of 2025 (October to December)"),
            ("2025-05-09~", "about 9 May 2025"),
            ("2025?", "perhaps 2025"),
            ("2024-06%", "perhaps about June 2024"),
            ("2024-06-18T10:30+09:00", "18 June 2024 at 10:30 UTC+9 (01:30 UTC)"),
            ("2024-06-05T23:52:07-04:00", "5 June 2024 at 23:52:07 UTC\u{2212}4 (03:52:07 UTC on 6 June)"),
            ("2024-06-18T10:30Z", "18 June 2024 at 10:30 UTC"),
            ("2024-06-18T10:30", "18 June 2024 at 10:30, the time of nobody knows where: it has no offset from UTC"),
            ("2024-06-18/2024-06-19", "from 18 June 2024 to 19 June 2024"),
            ("2022-02/..", "from February 2022 on, with no end"),
            ("/2024", "from a day that is not known to 2024"),
            ("[2023-09-13,2023-09-14]", "either 13 September 2023 or 14 September 2023"),
            ("[2024-06-13..2024-06-17]", "one of 5 dates from 13 June 2024 to 17 June 2024"),
            ("[..2024-06-17]", "on or before 17 June 2024"),
            ("[2025-05-09..]", "on or after 9 May 2025"),
            ("{1960,1961-12}", "both 1960 and December 1961"),
            ("-0043-03-15", "15 March 44 BCE"),
            ("Y-13800000000", "some time in 13,800,000,001 BCE"),
        ] {
            let when = super::super::parse(expression).expect(expression);
            assert_eq!(explain(&when).meaning, meaning, "{expression}");
        }
    }

    #[test]
    fn bounds_and_precision_are_named() {
        let of = |expression| {
            let Explanation { precision, earliest, latest, qualifier, .. } =
                explain(&super::super::parse(expression).expect(expression));
            [precision, earliest, latest, qualifier].join(" | ")
        };
        assert_eq!(of("2024-06~"), "month | 2024-06-01 | 2024-06-30 | approximate");
        assert_eq!(of("2024/2025-02-03%"), "year to day | 2024-01-01 | 2025-02-03 | approximate and uncertain");
        assert_eq!(of("2022-02/.."), "month | 2022-02-01 | open | none");
        assert_eq!(of("-0043"), "year | -0043-01-01 | -0043-12-31 | none");
        assert_eq!(of("2024-06-18T10:30:05Z"), "second | 2024-06-18T10:30:05Z | 2024-06-18T10:30:05Z | none");
        assert_eq!(of("2024-06-05T23:52-04"), "minute | 2024-06-05T23:52-04:00 | 2024-06-05T23:52-04:00 | none");
        assert_eq!(of("2024-06-05T23:52"), "minute | 2024-06-05T23:52 | 2024-06-05T23:52 | none");
    }
}
