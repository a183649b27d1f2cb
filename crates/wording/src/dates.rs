//! Dates in words, exactly as precise as the record.

use story::{
    Civil, End, Message, Moment, Precision, Qualifier, Shape, When, Zone, civil_from_day, day_from_civil, day_from_sec,
    sec_from_day,
};

use crate::formats::{PLAIN_YEARS, format_of, is_plain};
use crate::{Format, Length, Tongue, clocks, fill, ordinal, say};

const THOUSAND: i64 = 1_000;
const MILLION: i64 = 1_000 * THOUSAND;
const BILLION: i64 = 1_000 * MILLION;

/// A date in words.
#[must_use]
pub fn when(tongue: &dyn Tongue, when: &When, length: Length) -> String {
    let one_end = |message, moment: &Moment| around(tongue, message, moment, length);
    match (when.shape, when.first, when.last) {
        (Shape::Single, End::At(moment), _) => doubtful(tongue, &moment, length),
        (Shape::Interval, End::At(a), End::At(b)) => pair(tongue, Message::FromTo, &a, &b, length),
        (Shape::Interval, End::At(a), End::Open) => one_end(Message::Since, &a),
        (Shape::Interval, End::At(a), End::Unknown) => one_end(Message::FromEndUnknown, &a),
        (Shape::Interval, End::Open, End::At(b)) => one_end(Message::Until, &b),
        (Shape::Interval, End::Unknown, End::At(b)) => one_end(Message::UntilStartUnknown, &b),
        (Shape::OneOf { members: 2 }, End::At(a), End::At(b)) => pair(tongue, Message::Either, &a, &b, length),
        (Shape::OneOf { .. }, End::At(a), End::At(b)) => pair(tongue, Message::Between, &a, &b, length),
        (Shape::OneOf { .. }, End::At(a), _) => one_end(Message::OnOrAfter, &a),
        (Shape::OneOf { .. }, _, End::At(b)) => one_end(Message::OnOrBefore, &b),
        (Shape::AllOf { members: 2 }, End::At(a), End::At(b)) => pair(tongue, Message::Both, &a, &b, length),
        (Shape::AllOf { .. }, End::At(a), End::At(b)) => pair(tongue, Message::SeveralBetween, &a, &b, length),
        (Shape::AllOf { .. }, End::At(a), _) => one_end(Message::OnOrAfter, &a),
        (Shape::AllOf { .. }, _, End::At(b)) => one_end(Message::OnOrBefore, &b),
        _ => say(tongue, Message::NoDate).to_owned(),
    }
}

/// A day in words.
#[must_use]
pub fn day(tongue: &dyn Tongue, day: i64, length: Length) -> String {
    let moment = Moment {
        earliest_sec: sec_from_day(day),
        latest_sec: sec_from_day(day).saturating_add(story::DAY_SECS - 1),
        precision: Precision::Day,
        qualifier: Qualifier::default(),
        zone: Zone::default(),
    };
    doubtful(tongue, &moment, length)
}

/// A month of a year in words.
#[must_use]
pub fn month(tongue: &dyn Tongue, year: i64, month: u8) -> String {
    let civil = Civil { year, month, day: 1 };
    if PLAIN_YEARS.contains(&year) {
        tongue.date(Format::Month, sec_from_day(day_from_civil(civil)))
    } else {
        far(tongue, Format::Month, civil)
    }
}

/// From one second to another, in whole days or coarser.
#[must_use]
pub fn span(tongue: &dyn Tongue, start_sec: i64, end_sec: i64) -> String {
    let (a, b) = (day_from_sec(start_sec), day_from_sec(end_sec));
    let years = civil_from_day(a).year..=civil_from_day(b).year;
    let plain = PLAIN_YEARS.contains(years.start()) && PLAIN_YEARS.contains(years.end());
    let format = if b - a > 1_000 { Format::Year } else { Format::Month };
    let precise = if b - a < 62 { Format::Day } else { format };
    plain.then(|| tongue.range(precise, sec_from_day(a), sec_from_day(b))).flatten().unwrap_or_else(|| {
        fill(tongue, Message::FromTo, &[("a", &year(tongue, *years.start())), ("b", &year(tongue, *years.end()))])
    })
}

/// A phrase about one end. That it is approximate belongs to the date, that it is uncertain to the whole.
fn around(tongue: &dyn Tongue, message: Message, moment: &Moment, length: Length) -> String {
    let text = fill(tongue, message, &[("date", &near(tongue, moment, length))]);
    doubted(tongue, text, moment.qualifier.uncertain)
}

/// A phrase about two ends. What they share, a month perhaps or a doubt, is said once.
fn pair(tongue: &dyn Tongue, message: Message, a: &Moment, b: &Moment, length: Length) -> String {
    let qualifier = Qualifier {
        approximate: a.qualifier.approximate || b.qualifier.approximate,
        uncertain: a.qualifier.uncertain || b.qualifier.uncertain,
    };
    if (a.earliest_sec, a.latest_sec, a.zone) == (b.earliest_sec, b.latest_sec, b.zone) {
        return doubtful(tongue, &Moment { qualifier, ..*a }, length);
    }
    let doubted_alike = a.qualifier.uncertain == b.qualifier.uncertain;
    if !qualifier.approximate
        && doubted_alike
        && let Some(text) = joined(tongue, message, a, b, length)
    {
        return doubted(tongue, text, qualifier.uncertain);
    }
    let end = |moment: &Moment| {
        if doubted_alike { near(tongue, moment, length) } else { doubtful(tongue, moment, length) }
    };
    let text = fill(tongue, message, &[("a", &end(a)), ("b", &end(b))]);
    doubted(tongue, text, doubted_alike && qualifier.uncertain)
}

/// Two dates of one precision as the language joins them, for instance "13 or 14 June 2025".
fn joined(tongue: &dyn Tongue, message: Message, a: &Moment, b: &Moment, length: Length) -> Option<String> {
    if message == Message::FromTo && a.is_timed() {
        return clocks::span(tongue, a, b, length);
    }
    let alike = a.precision == b.precision && !a.is_timed() && is_plain(a) && is_plain(b);
    let format = format_of(a.precision, length).filter(|_| alike)?;
    if message == Message::FromTo {
        return tongue.range(format, a.earliest_sec, b.earliest_sec);
    }
    let (a, b) = tongue.range_halves(format, a.earliest_sec, b.earliest_sec)?;
    Some(fill(tongue, message, &[("a", &a), ("b", &b)]))
}

fn doubtful(tongue: &dyn Tongue, moment: &Moment, length: Length) -> String {
    doubted(tongue, near(tongue, moment, length), moment.qualifier.uncertain)
}

fn doubted(tongue: &dyn Tongue, text: String, uncertain: bool) -> String {
    if uncertain { fill(tongue, Message::Perhaps, &[("date", &text)]) } else { text }
}

/// A moment and whether it is approximate, but not whether it is uncertain.
fn near(tongue: &dyn Tongue, moment: &Moment, length: Length) -> String {
    let text = bare(tongue, moment, length);
    if moment.qualifier.approximate { fill(tongue, Message::Circa, &[("date", &text)]) } else { text }
}

/// A moment without its doubts.
fn bare(tongue: &dyn Tongue, moment: &Moment, length: Length) -> String {
    let civil = civil_from_day(day_from_sec(moment.earliest_sec));
    match moment.precision {
        Precision::Part(code) => part_of_year(tongue, code, &year_digits(tongue, civil.year)),
        Precision::Decade if civil.year > 0 => {
            fill(tongue, Message::DecadeOf, &[("year", &year_digits(tongue, civil.year))])
        }
        // As in everyday speech, the 21st century begins with the year 2000.
        Precision::Century if civil.year > 0 => {
            ordinal(tongue, Message::CenturyOf, civil.year.unsigned_abs() as usize / 100 + 1, &[])
        }
        Precision::Decade | Precision::Century | Precision::Millennium | Precision::Older => {
            let last = civil_from_day(day_from_sec(moment.latest_sec)).year;
            fill(tongue, Message::Between, &[("a", &year(tongue, civil.year)), ("b", &year(tongue, last))])
        }
        Precision::Minute | Precision::Second if is_plain(moment) => {
            // A plain moment with a time has one to tell.
            clocks::moment(tongue, moment, length).unwrap_or_default()
        }
        precision => match format_of(precision, length) {
            Some(format) if is_plain(moment) => tongue.date(format, moment.earliest_sec),
            Some(format) => far(tongue, format, civil),
            None => year(tongue, civil.year),
        },
    }
}

/// A day or month of a year that `Intl` cannot be trusted with: the year stands behind.
pub fn far(tongue: &dyn Tongue, format: Format, civil: Civil) -> String {
    let without_year = match format {
        Format::Year => return year(tongue, civil.year),
        Format::Month | Format::MonthShort => Format::MonthAlone,
        _ => Format::DayAndMonth,
    };
    [tongue.date(without_year, in_plain_year(civil)), year(tongue, civil.year)].join(" ")
}

/// A year for a phrase that says itself that it is one: digits alone where there are only four.
fn year_digits(tongue: &dyn Tongue, year: i64) -> String {
    if PLAIN_YEARS.contains(&year) { tongue.digits(year as f64) } else { self::year(tongue, year) }
}

/// A year in words; years before 1 are counted backwards.
#[must_use]
pub fn year(tongue: &dyn Tongue, year: i64) -> String {
    if PLAIN_YEARS.contains(&year) {
        let sec = sec_from_day(day_from_civil(Civil { year, month: 1, day: 1 }));
        tongue.date(Format::Year, sec)
    } else if year > 0 {
        years(tongue, year)
    } else {
        fill(tongue, Message::YearBefore, &[("n", &years(tongue, years_before(year)))])
    }
}

/// A number of years; of millions and billions in words, where that takes no digit from it.
fn years(tongue: &dyn Tongue, n: i64) -> String {
    let is_round = n >= MILLION && n % THOUSAND == 0 && (n < BILLION || n % MILLION == 0);
    if is_round { tongue.compact(n as f64) } else { tongue.number(n as f64) }
}

fn part_of_year(tongue: &dyn Tongue, code: u8, year: &str) -> String {
    let (message, n) = match code {
        21 | 25 | 29 => (Message::Spring, 0),
        22 | 26 | 30 => (Message::Summer, 0),
        23 | 27 | 31 => (Message::Autumn, 0),
        24 | 28 | 32 => (Message::Winter, 0),
        33..=36 => (Message::QuarterOf, code - 32),
        37..=39 => (Message::ThirdOf, code - 36),
        _ => (Message::HalfOf, code.saturating_sub(39)),
    };
    ordinal(tongue, message, usize::from(n), &[("year", year)])
}

/// How many years before 1 CE a year is. Year 0 is 1 BCE, but where nobody counts single years any more, a year that
/// is round in that count was meant to be round: 300,000 BCE, not 300,001.
fn years_before(year: i64) -> i64 {
    let n = 1_i64.saturating_sub(year);
    if n > 10 * THOUSAND && (n - 1) % 100 == 0 { n - 1 } else { n }
}

/// The same month and day in a leap year that `Intl` can format, in seconds.
fn in_plain_year(civil: Civil) -> i64 {
    sec_from_day(day_from_civil(Civil { year: 2000, ..civil }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::British;

    #[test]
    fn a_date_is_worded_as_precisely_as_it_is_known_and_no_more() {
        let cases = [
            ("2024-06-18", "18 June 2024"),
            ("2024-06", "June 2024"),
            ("2024", "2024"),
            ("2024-06-18T10:15:05Z", "18 June 2024 at 10:15:05 UTC"),
            ("2024-06-18T19:15:05+09:00", "18 June 2024 at 19:15:05 UTC+9"),
            ("[2024-06-18T10:15,2024-06-18T10:20]", "18 June 2024 at 10:15 or 18 June 2024 at 10:20"),
            ("2025-05-09~", "c. 9 May 2025"),
            ("2025-05-09?", "perhaps 9 May 2025"),
            ("2025-05-09%", "perhaps c. 9 May 2025"),
            ("2024-06-18/2024-06-19", "18–19 June 2024"),
            ("2024-06-18/2024-06-18", "18 June 2024"),
            ("2024/2024?", "perhaps 2024"),
            ("2022-02/..", "since Feb 2022"),
            ("2022/", "from 2022, end not known"),
            ("../2022", "until 2022"),
            ("/2022", "until 2022, beginning not known"),
            ("[2023-09-13,2023-09-14]", "13 or 14 Sept 2023"),
            ("[2024-06-13..2024-06-17]", "between 13 and 17 June 2024"),
            ("[2022-02..2024-06]", "between Feb 2022 and June 2024"),
            ("[..2024-06-17]", "on or before 17 June 2024"),
            ("[..2025-05-09%]", "perhaps on or before c. 9 May 2025"),
            ("[2025-05-09..]", "on or after 9 May 2025"),
            ("[2024-05-06?,2024-05-07?,2024-05-08?]", "perhaps between 6 and 8 May 2024"),
            ("[2023~,2024]", "c. 2023 or 2024"),
            ("[2023?,2024]", "perhaps 2023 or 2024"),
            ("{1667,1668}", "1667 and 1668"),
            ("{1667,1668,1670}", "several times between 1667 and 1670"),
            ("2025-21", "spring 2025"),
            ("2025-34", "2nd quarter of 2025"),
            ("201X", "2010s"),
            ("19XX", "20th century"),
            ("1XXX", "between 1000 and 1999"),
            ("-0043-03-15", "15 March 44 BCE"),
            ("-0043", "44 BCE"),
            ("Y-13800000000", "13800 million BCE"),
            ("Y-65999999", "66 million BCE"),
            ("Y-66000001", "66000002 BCE"),
            ("Y-300000", "300000 BCE"),
            ("-5410", "5411 BCE"),
            ("Y12000000", "12 million"),
            ("-001X", "between 20 BCE and 11 BCE"),
        ];
        let tongue = British::new();
        for (edtf, expected) in cases {
            let date = compile::date::parse(edtf).unwrap_or_else(|error| panic!("{edtf}: {}", error.message));
            assert_eq!(when(&tongue, &date, Length::Long), expected, "{edtf}");
        }
    }
}
