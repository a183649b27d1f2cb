//! One date: a day, a month, a part of a year, a year, or one with unspecified digits.

use super::DateError;
use edtf_core::{Date, DateField, Edtf, Year, YearKind};
use story::{Civil, Moment, Precision, Qualifier, Zone, day_from_civil, days_in_month, sec_from_day};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The English name of a month, from 1.
pub(super) fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("")
}

/// The first and last month of each part of a year by its code, and whether it ends in the year after.
pub(super) fn months_of_part(code: u8) -> (u8, u8, bool) {
    match code {
        21 | 25 | 31 => (3, 5, false),
        22 | 26 | 32 => (6, 8, false),
        23 | 27 | 29 => (9, 11, false),
        24 | 28 | 30 => (12, 2, true),
        33 => (1, 3, false),
        34 => (4, 6, false),
        35 => (7, 9, false),
        36 => (10, 12, false),
        37 => (1, 4, false),
        38 => (5, 8, false),
        39 => (9, 12, false),
        40 => (1, 6, false),
        41 => (7, 12, false),
        _ => (1, 12, false),
    }
}

/// Parses a single date that stands at a byte of the expression.
pub(super) fn parse(text: &str, at: usize) -> Result<Moment, DateError> {
    let (positive, minus_at) = without_minus_before_x(text);
    let date = match Edtf::parse(&positive) {
        Ok(Edtf::Date(date)) => date,
        Ok(_) => return Err(DateError::new(at..at + text.len(), "this is no single date")),
        Err(error) => small_exponential(text).ok_or_else(|| diagnose(text, at, error, minus_at))?,
    };
    let years = Years::of(&date.year, minus_at.is_some());
    let none = || DateError::new(at..at + text.len(), "no day fits these digits");
    let (first, last) = bounds(&date, &years).ok_or_else(none)?;
    Ok(Moment {
        earliest_sec: sec_from_day(day_from_civil(first)),
        latest_sec: sec_from_day(day_from_civil(last)).saturating_add(story::DAY_SECS - 1),
        precision: precision(&date, &years),
        qualifier: Qualifier { approximate: date.is_approximate(), uncertain: date.is_uncertain() },
        zone: Zone::default(),
    })
}

/// `edtf-core` refuses unspecified digits in years before 0, so the minus is taken off and remembered: the text
/// without it, and the byte where it stood.
fn without_minus_before_x(text: &str) -> (String, Option<usize>) {
    let at = text.find('-').filter(|&at| at <= 1 && !text.starts_with('Y'));
    let has_x = |at: usize| text.as_bytes().iter().skip(at + 1).take(4).any(|&byte| byte == b'X');
    match at.filter(|&at| has_x(at)) {
        Some(at) => (format!("{}{}", &text[..at], &text[at + 1..]), Some(at)),
        None => (text.to_owned(), None),
    }
}

/// What `edtf-core` adds to the exponent of a year for us.
const LIFT: u32 = 4;

/// `Y20E2`, the year 2000: `edtf-core` refuses what four digits can say, so it is asked for a later year.
fn small_exponential(text: &str) -> Option<Date> {
    let (significand, rest) = text.split_once('E').filter(|_| text.starts_with('Y'))?;
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let exponent: u32 = rest[..end].parse().ok().filter(|exponent| *exponent < LIFT)?;
    let lifted = format!("{significand}E{}{}", exponent + LIFT, &rest[end..]);
    let Ok(Edtf::Date(mut date)) = Edtf::parse(&lifted) else { return None };
    let YearKind::Exponential { significand, .. } = date.year.kind else { return None };
    let width = digit_count(significand).saturating_add(exponent as usize);
    date.year.kind = YearKind::Exponential { significand, exponent };
    date.year.significant_digits.is_none_or(|digits| digits as usize <= width).then_some(date)
}

/// The years that an expression may mean.
struct Years {
    lo: i64,
    hi: i64,
    /// The digits of a four-digit year, `None` where unspecified.
    digits: Option<[Option<u8>; 4]>,
    precision: Precision,
}

impl Years {
    fn of(year: &Year, negative_x: bool) -> Self {
        match year.kind {
            YearKind::Standard { negative, digits } => {
                let (lo, hi) = (filled(digits, 0), filled(digits, 9));
                let (lo, hi) = match (negative_x, negative) {
                    // The year 0 has no sign.
                    (true, _) => (-hi, (-lo).min(-1)),
                    (_, true) => (-hi, -lo),
                    _ => (lo, hi),
                };
                let unspecified = digits.iter().position(Option::is_none).map(|at| 4 - at);
                let precision = coarseness(unspecified.unwrap_or(0));
                Self { lo, hi, digits: Some(digits), precision }.rounded(year.significant_digits, 4)
            }
            YearKind::Big { value } => Self::exactly(value).rounded(year.significant_digits, digit_count(value)),
            YearKind::Exponential { significand, exponent } => {
                let ten = 10_i64.checked_pow(exponent).unwrap_or(i64::MAX);
                let width = digit_count(significand).saturating_add(exponent as usize);
                Self::exactly(significand.saturating_mul(ten)).rounded(year.significant_digits, width)
            }
        }
    }

    fn exactly(year: i64) -> Self {
        Self { lo: year, hi: year, digits: None, precision: Precision::Year }
    }

    /// Only so many leading digits of `width` are significant; the others may be any.
    fn rounded(self, significant: Option<u32>, width: usize) -> Self {
        let Some(significant) = significant else { return self };
        let open = width.saturating_sub(significant as usize);
        let step = u32::try_from(open).ok().and_then(|open| 10_i64.checked_pow(open)).unwrap_or(i64::MAX);
        let start = self.lo - self.lo % step;
        let far = start.saturating_add(if start < 0 || self.lo < 0 { 1 - step } else { step - 1 });
        Self { lo: start.min(far), hi: start.max(far), digits: None, precision: coarseness(open) }
    }

    /// The years that fit, from the earliest.
    fn fitting(&self) -> impl DoubleEndedIterator<Item = i64> {
        let fits = |year: &i64| {
            let digits = self.digits.unwrap_or([None; 4]);
            let places = [1000, 100, 10, 1].map(|place| year.unsigned_abs() / place % 10);
            digits.iter().zip(places).all(|(digit, place)| digit.is_none_or(|digit| u64::from(digit) == place))
        };
        let is_plain = self.digits.is_none();
        (self.lo..=self.hi).filter(move |year| is_plain || fits(year))
    }
}

/// The precision of a year of which so many trailing digits are open.
fn coarseness(open_digits: usize) -> Precision {
    match open_digits {
        0 => Precision::Year,
        1 => Precision::Decade,
        2 => Precision::Century,
        3 => Precision::Millennium,
        _ => Precision::Older,
    }
}

fn filled(digits: [Option<u8>; 4], with: u8) -> i64 {
    digits.iter().fold(0, |year, digit| year * 10 + i64::from(digit.unwrap_or(with)))
}

fn digit_count(value: i64) -> usize {
    value.unsigned_abs().checked_ilog10().map_or(1, |log| log as usize + 1)
}

/// The first and last day that fit; `None` if none does.
fn bounds(date: &Date, years: &Years) -> Option<(Civil, Civil)> {
    let Some(month) = date.month else {
        return Some((Civil { year: years.lo, month: 1, day: 1 }, Civil { year: years.hi, month: 12, day: 31 }));
    };
    if let Some(code) = month.value().filter(|code| *code > 12) {
        let (first, last, wraps) = months_of_part(code);
        let end = years.hi.saturating_add(i64::from(wraps));
        let last = Civil { year: end, month: last, day: days_in_month(end, last) };
        return Some((Civil { year: years.lo, month: first, day: 1 }, last));
    }
    let first = years.fitting().find_map(|year| days_of(year, month, date.day).next())?;
    let last = years.fitting().rev().find_map(|year| days_of(year, month, date.day).next_back())?;
    Some((first, last))
}

/// The days of a year that fit a month and a day, or the whole month where no day is given.
fn days_of(year: i64, month: DateField, day: Option<DateField>) -> impl DoubleEndedIterator<Item = Civil> {
    let day_fits = move |number: u8| day.is_none_or(|day| fits(day, number));
    let months = (1..=12_u8).filter(move |&number| fits(month, number));
    months.flat_map(move |month| {
        let days = (1..=days_in_month(year, month)).filter(move |&number| day_fits(number));
        days.map(move |day| Civil { year, month, day })
    })
}

fn fits(field: DateField, number: u8) -> bool {
    let [tens, ones] = field.digits;
    tens.is_none_or(|digit| digit == number / 10) && ones.is_none_or(|digit| digit == number % 10)
}

/// The finest part above everything unspecified.
fn precision(date: &Date, years: &Years) -> Precision {
    let has_x = |field: Option<DateField>| field.is_some_and(DateField::has_unspecified);
    if years.precision != Precision::Year || has_x(date.month) {
        return years.precision;
    }
    match (date.month.and_then(DateField::value), date.day) {
        (None, _) => Precision::Year,
        (Some(code), _) if code > 12 => Precision::Part(code),
        (Some(_), Some(day)) if !day.has_unspecified() => Precision::Day,
        _ => Precision::Month,
    }
}

/// What is wrong with a date that `edtf-core` refuses, in our words where the mistake is a common one.
fn diagnose(text: &str, at: usize, error: edtf_core::ParseError, minus_at: Option<usize>) -> DateError {
    if let Some(found) = outside_calendar(text, at) {
        return found;
    }
    if !text.bytes().any(|byte| byte.is_ascii_digit() || byte == b'X') {
        return DateError::new(at..at + text.len(), "this is no date");
    }
    if !text.starts_with('Y') && !has_year(text) {
        let end = text.char_indices().find(|&(end, c)| end > 0 && matches!(c, ' ' | '-' | ',' | '.'));
        return DateError::new(at..at + end.map_or(text.len(), |(end, _)| end), "a year has four digits");
    }
    // What stood after a minus that was taken off stands one byte further on.
    let offset = error.offset + usize::from(minus_at.is_some_and(|minus| error.offset >= minus));
    let start = (at + offset).min(at + text.len());
    let len = text.get(offset..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    DateError::new(start..start + len, error.message)
}

/// Whether four digits or `X` stand where the year should.
fn has_year(text: &str) -> bool {
    let start = text.trim_start_matches(['-', '?', '~', '%']);
    let is_digit = |byte: &u8| byte.is_ascii_digit() || *byte == b'X';
    start.len() >= 4 && start.as_bytes()[..4].iter().all(is_digit) && !start.as_bytes().get(4).is_some_and(is_digit)
}

/// A month or a day that the calendar does not have.
fn outside_calendar(text: &str, at: usize) -> Option<DateError> {
    let sign = text.len() - text.trim_start_matches('-').len();
    let mut parts = text.get(sign..)?.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next());
    let month_at = at + sign + year.len() + 1;
    let year_number: Option<i64> = Some(year).filter(|year| year.len() == 4).and_then(|year| year.parse().ok());
    let month_number: u8 = two_digits(month)?;
    if !(1..=12).contains(&month_number) && !(21..=41).contains(&month_number) {
        return Some(
            DateError::new(month_at..month_at + 2, format!("there is no month {month}"))
                .hint("months are 01 to 12; 21 to 41 are seasons, quarters, thirds and halves"),
        );
    }
    let (year, day_number) = (year_number?, two_digits(day?)?);
    let year = if sign > 0 { -year } else { year };
    let day_at = month_at + month.len() + 1;
    let day_range = day_at..day_at + 2;
    if month_number > 12 {
        return Some(DateError::new(day_range, "a season or quarter has no days").hint("leave the day out"));
    }
    let days = days_in_month(year, month_number);
    (!(1..=days).contains(&day_number)).then(|| {
        let month_alone = &text[..sign + 7];
        DateError::new(day_range, format!("{} {} has {days} days", month_name(month_number), &text[..sign + 4]))
            .hint(format!("check the day, or write `{month_alone}` where it is not known"))
    })
}

/// The number of a part of two digits, with or without a mark of doubt behind it.
fn two_digits(part: &str) -> Option<u8> {
    let digits = part.trim_end_matches(['?', '~', '%']);
    digits.parse().ok().filter(|_| digits.len() == 2)
}
