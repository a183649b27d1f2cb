//! Dates in words, as the widget words them.

use story::{Civil, DAY_SECS, End, Message, Moment, Precision, Qualifier, Shape, When, civil_from_day, day_from_sec};

use super::Words;

/// The years that need no more than their four digits.
const PLAIN_YEARS: std::ops::RangeInclusive<i64> = 1..=9999;

/// From so many years before our era on, nobody counts single ones.
const ROUND_YEARS: i64 = 10_000;

/// A moment or stretch of time in words.
pub(super) fn when(words: &Words<'_>, when: &When) -> String {
    let one = |message, moment: Moment| around(words, message, moment);
    let two = |message, a: Moment, b: Moment| pair(words, message, a, b);
    match (when.shape, when.first, when.last) {
        (Shape::Single, End::At(moment), _) => doubted(words, near(words, moment), moment.qualifier.uncertain),
        (Shape::Interval, End::At(a), End::At(b)) => two(Message::FromTo, a, b),
        (Shape::Interval, End::At(a), End::Open) => one(Message::Since, a),
        (Shape::Interval, End::At(a), End::Unknown) => one(Message::FromEndUnknown, a),
        (Shape::Interval, End::Open, End::At(b)) => one(Message::Until, b),
        (Shape::Interval, End::Unknown, End::At(b)) => one(Message::UntilStartUnknown, b),
        (Shape::OneOf { members: 2 }, End::At(a), End::At(b)) => two(Message::Either, a, b),
        (Shape::OneOf { .. }, End::At(a), End::At(b)) => two(Message::Between, a, b),
        (Shape::AllOf { members: 2 }, End::At(a), End::At(b)) => two(Message::Both, a, b),
        (Shape::AllOf { .. }, End::At(a), End::At(b)) => two(Message::SeveralBetween, a, b),
        (_, End::At(a), _) => one(Message::OnOrAfter, a),
        (_, _, End::At(b)) => one(Message::OnOrBefore, b),
        _ => words.say(Message::NoDate).to_owned(),
    }
}

/// A phrase about one end. That it is approximate belongs to the date, that it is uncertain to the whole.
fn around(words: &Words<'_>, message: Message, moment: Moment) -> String {
    let text = words.fill(message, &[("date", &near(words, moment))]);
    doubted(words, text, moment.qualifier.uncertain)
}

/// A phrase about two ends. A doubt that they share is said once.
fn pair(words: &Words<'_>, message: Message, a: Moment, b: Moment) -> String {
    let uncertain = [a, b].map(|moment| moment.qualifier.uncertain);
    if (a.earliest_sec, a.latest_sec) == (b.earliest_sec, b.latest_sec) {
        let approximate = a.qualifier.approximate || b.qualifier.approximate;
        let qualifier = Qualifier { approximate, ..a.qualifier };
        return doubted(words, near(words, Moment { qualifier, ..a }), uncertain[0] || uncertain[1]);
    }
    let shared = uncertain == [true, true];
    let end = |moment| {
        let text = near(words, moment);
        doubted(words, text, moment.qualifier.uncertain && !shared)
    };
    doubted(words, words.fill(message, &[("a", &end(a)), ("b", &end(b))]), shared)
}

fn doubted(words: &Words<'_>, text: String, uncertain: bool) -> String {
    if uncertain { words.fill(Message::Perhaps, &[("date", &text)]) } else { text }
}

/// A moment and whether it is approximate, but not whether it is uncertain.
fn near(words: &Words<'_>, moment: Moment) -> String {
    let text = bare(words, moment);
    if moment.qualifier.approximate { words.fill(Message::Circa, &[("date", &text)]) } else { text }
}

/// A moment without its doubts.
fn bare(words: &Words<'_>, moment: Moment) -> String {
    let civil = civil_from_day(day_from_sec(moment.earliest_sec));
    let is_plain = PLAIN_YEARS.contains(&civil.year);
    match moment.precision {
        Precision::Second | Precision::Minute if is_plain => {
            let with_seconds = moment.precision == Precision::Second;
            words.formats.time(civil, moment.earliest_sec.rem_euclid(DAY_SECS), with_seconds)
        }
        Precision::Day if is_plain => words.formats.day(civil),
        Precision::Month if is_plain => words.formats.month(civil),
        Precision::Second | Precision::Minute | Precision::Day => {
            [words.formats.day_and_month(civil), year(words, civil.year)].join(" ")
        }
        Precision::Month => [words.formats.month_alone(civil), year(words, civil.year)].join(" "),
        Precision::Part(code) => part_of_year(words, code, &year_digits(words, civil.year)),
        Precision::Year => year(words, civil.year),
        precision => stretch_of_years(words, precision, civil, moment.latest_sec),
    }
}

fn stretch_of_years(words: &Words<'_>, precision: Precision, first: Civil, latest_sec: i64) -> String {
    match precision {
        Precision::Decade if first.year > 0 => {
            words.fill(Message::DecadeOf, &[("year", &year_digits(words, first.year))])
        }
        // As in everyday speech, the 21st century begins with the year 2000.
        Precision::Century if first.year > 0 => {
            words.ordinal(Message::CenturyOf, first.year.unsigned_abs() / 100 + 1, "")
        }
        _ => {
            let last = civil_from_day(day_from_sec(latest_sec)).year;
            words.fill(Message::Between, &[("a", &year(words, first.year)), ("b", &year(words, last))])
        }
    }
}

/// A year for a phrase that says itself that it is one: digits alone where there are only four.
fn year_digits(words: &Words<'_>, of: i64) -> String {
    if PLAIN_YEARS.contains(&of) { of.to_string() } else { year(words, of) }
}

/// A year in words; years before 1 are counted backwards.
fn year(words: &Words<'_>, year: i64) -> String {
    match year {
        year if PLAIN_YEARS.contains(&year) => words.formats.year(year),
        year if year > 0 => words.formats.number(year),
        year => words.fill(Message::YearBefore, &[("n", &words.formats.number(years_before(year)))]),
    }
}

/// How many years before 1 CE a year is. Year 0 is 1 BCE, but where nobody counts single years any more, a year that
/// is round in that count was meant to be round: 300,000 BCE, not 300,001.
fn years_before(year: i64) -> i64 {
    let n = 1_i64.saturating_sub(year);
    if n > ROUND_YEARS && (n - 1) % 100 == 0 { n - 1 } else { n }
}

fn part_of_year(words: &Words<'_>, code: u8, year: &str) -> String {
    let season = |message| words.fill(message, &[("year", year)]);
    match code {
        21 | 25 | 29 => season(Message::Spring),
        22 | 26 | 30 => season(Message::Summer),
        23 | 27 | 31 => season(Message::Autumn),
        24 | 28 | 32 => season(Message::Winter),
        33..=36 => words.ordinal(Message::QuarterOf, u64::from(code - 32), year),
        37..=39 => words.ordinal(Message::ThirdOf, u64::from(code - 36), year),
        _ => words.ordinal(Message::HalfOf, u64::from(code.saturating_sub(39)), year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::story;

    fn told(language: &str, edtf: &str) -> String {
        let head = format!("story = {{ id = \"s\", title = \"S\", language = \"{language}\" }}\n");
        let story = story(&format!("{head}sources = [{{ id = \"s\", title = \"S\", published = \"{edtf}\" }}]"));
        Words::new(&story).date(story.sources[0].published.as_ref().expect("a date"))
    }

    #[test]
    fn a_date_is_worded_no_more_precisely_than_it_is_given() {
        let cases = [
            ("2024-06-18", "18 June 2024"),
            ("2024-06", "June 2024"),
            ("2024", "2024"),
            ("2024-05-09?", "perhaps 9 May 2024"),
            ("2000~", "c. 2000"),
            ("2000%", "perhaps c. 2000"),
            ("2024-06-18/2024-06-19", "18 June 2024 to 19 June 2024"),
            ("2022-02/..", "since February 2022"),
            ("2022-02/", "from February 2022, end not known"),
            ("../2022-02", "until February 2022"),
            ("/2022-02", "until February 2022, beginning not known"),
            ("[2023-09-13,2023-09-14]", "13 September 2023 or 14 September 2023"),
            ("[2024-06-13..2024-06-17]", "between 13 June 2024 and 17 June 2024"),
            ("[2024-05-06?,2024-05-07?]", "perhaps 6 May 2024 or 7 May 2024"),
            ("[..2024-06-17]", "on or before 17 June 2024"),
            ("[2025-05-09..]", "on or after 9 May 2025"),
            ("{2024-06-18,2024-06-20}", "18 June 2024 and 20 June 2024"),
            ("{2024-06-18..2024-06-20}", "several times between 18 June 2024 and 20 June 2024"),
            ("2025-21", "spring 2025"),
            ("2025-34", "2nd quarter of 2025"),
            ("201X", "2010s"),
            ("19XX", "20th century"),
            ("0800", "800 AD"),
            ("-0043-03-15", "15 March 44 BCE"),
            ("-0043-03", "March 44 BCE"),
            ("Y-13800000000", "13,800,000,000 BCE"),
            ("2024-06-18T10:30:00+09:00", "18 June 2024 at 01:30:00 UTC"),
            ("2024-06-18T10:30Z", "18 June 2024 at 10:30 UTC"),
        ];
        for (edtf, expected) in cases {
            assert_eq!(told("en-GB", edtf), expected, "{edtf}");
        }
    }

    #[test]
    fn each_language_writes_dates_its_own_way() {
        let cases = [
            ("de", "[2024-06-13..2024-06-17]", "zwischen 13. Juni 2024 und 17. Juni 2024"),
            ("fr", "2024-06-18", "18 juin 2024"),
            ("ko", "2024-06-18", "2024년 6월 18일"),
            ("ru", "2024-06", "июнь 2024\u{202f}г."),
            ("en-US", "2024-06-18", "June 18, 2024"),
            ("xx-unheard", "2024-06-18", "2024 M06 18"),
        ];
        for (language, edtf, expected) in cases {
            assert_eq!(told(language, edtf), expected, "{language} {edtf}");
        }
    }
}
