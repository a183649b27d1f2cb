//! What people write for dates, and what they should write instead.

use super::explain::explain;
use super::{figures, group, named, parts};
use story::{Precision, Shape, When};

/// How to write what was probably meant; `None` where nobody can tell.
pub(super) fn hint(expression: &str) -> Option<String> {
    let text = expression.trim();
    let lower = text.to_lowercase();
    if ["", "?", "-", "unknown", "n/a", "none", "tbd", "tba", "undated"].contains(&lower.as_str()) {
        return Some("leave the field out where no date is known".to_owned());
    }
    meant(text, '`')
        .map(|dates| format!("write {dates}"))
        .or_else(|| figures::is_serial(text).then(|| SERIAL.to_owned()))
}

/// The hint for a number of five figures and more, which may be what a spreadsheet makes of a date.
const SERIAL: &str = "a spreadsheet may have made a number of the date: make the column one of text, and write the date \
                      again; a year after 9999 begins with `Y`";

/// The valid dates that were probably meant, each between two marks. Where there are several, or the date is no single
/// one, it is told what each means.
pub(crate) fn meant(expression: &str, mark: char) -> Option<String> {
    told(&readings(expression.trim()), mark)
}

/// A valid date between two marks, and what else its figures may be read for.
pub(crate) fn quoted(date: &str, mark: char) -> String {
    let others = others(date);
    let all: Vec<String> = [date.to_owned()].into_iter().chain(others).collect();
    told(&all, mark).unwrap_or_default()
}

/// What else the figures of a valid date may be read for: `2023-24` is winter 2023, and to many the years to 2024.
#[must_use]
pub fn others(date: &str) -> Vec<String> {
    parts::readings(date).into_iter().filter(|other| other != date).collect()
}

/// What a valid date means, and how to write the years that it may be meant for, where a season in it has the number of the
/// next year. Other seasons are hardly meant for years.
pub(crate) fn season_or_years(date: &str) -> Option<(String, String)> {
    // Asked of each date, and hardly ever so.
    let years = figures::has_season_of_next_year(date).then(|| others(date))?.into_iter().next()?;
    let meaning = explain(&group::parse(date).ok()?).meaning;
    Some((meaning, told_with_meaning(&years, '`')))
}

fn told(dates: &[String], mark: char) -> Option<String> {
    let is_clear = |when: &When| {
        let is_season = |precision| matches!(precision, Precision::Part(21..=32));
        dates.len() == 1
            && when.shape == Shape::Single
            && !when.first.moment().is_some_and(|moment| is_season(moment.precision))
    };
    let told = |date: &String| {
        let is_clear = group::parse(date).is_ok_and(|when| is_clear(&when));
        if is_clear { format!("{mark}{date}{mark}") } else { told_with_meaning(date, mark) }
    };
    (!dates.is_empty()).then(|| dates.iter().map(told).collect::<Vec<_>>().join(" or "))
}

fn told_with_meaning(date: &str, mark: char) -> String {
    // What is no date either has no meaning to add.
    let meaning = group::parse(date).map(|when| format!(" ({})", explain(&when).meaning)).unwrap_or_default();
    format!("{mark}{date}{mark}{meaning}")
}

/// The hint that figures alone give, which says more than what is wrong with them.
pub(super) fn hint_of_figures(expression: &str) -> Option<String> {
    let text = expression.trim();
    let is_known = !parts::of_figures(text).is_empty();
    is_known.then(|| hint(text)).flatten().or_else(|| hint_in_order(text))
}

/// The hint for a stretch whose ends are in the wrong order, where one might take these for something else.
fn hint_in_order(text: &str) -> Option<String> {
    let (end, start) = text.split_once('/')?;
    let readings = parts::readings(&[start, "/", end].concat());
    let may_mislead = readings.len() > 1 || readings.iter().any(|date| figures::has_season(date));
    told(&readings, '`').filter(|_| may_mislead).map(|dates| format!("write {dates}"))
}

/// A way to guess what was meant, as every date that it may be.
type Guess = fn(&str) -> Vec<String>;

/// The guesses at a text in small letters, the likeliest first.
const GUESSES: &[Guess] = &[
    |text| as_edtf(letter_case(text)),
    |text| as_edtf(brackets(text)),
    |text| time_after_space(text).into_iter().collect(),
    |text| named::date(text).into_iter().collect(),
    word_before,
    span,
    |text| as_edtf(choice(text)),
];

/// Every valid date that an expression may have been meant for.
fn readings(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let is_meant = |date: &String| !(is_figures(text) && figures::has_season(date));
    let surely = [as_edtf(spaces(&lower)), parts::dates(parts::of_figures(text)), hundred_years(&lower)];
    let surely = surely.into_iter().chain([before_christ(text)]);
    let guesses = GUESSES.iter().map(|guess| guess(&lower)).chain([year(text).into_iter().collect()]);
    let mut valid = surely.chain(guesses).map(|dates| parts::valid(dates.into_iter().filter(is_meant)));
    valid.find(|dates| !dates.is_empty()).unwrap_or_default()
}

/// Whether no word and no sign of EDTF tells what the figures of a text are.
fn is_figures(text: &str) -> bool {
    !text.contains(|c: char| c.is_alphabetic() || matches!(c, '[' | '{' | '?' | '~' | '%'))
}

/// What is EDTF but for a slip, and what else its figures may mean.
fn as_edtf(mended: Option<String>) -> Vec<String> {
    mended.filter(|date| group::parse(date).is_ok()).map(|date| parts::readings(&date)).unwrap_or_default()
}

/// `2024-06-18 / 2024-06-19`.
fn spaces(text: &str) -> Option<String> {
    let closed: String = text.split_whitespace().collect();
    (text.contains(['/', '[', '{', '~', '?', '%']) && closed != text).then(|| closed.to_uppercase())
}

/// `201x`, `y-50000`, `2024-06-18t10:00:00z`.
fn letter_case(text: &str) -> Option<String> {
    Some(text.to_uppercase())
}

/// `[2024..`, `{2024,2025`.
fn brackets(text: &str) -> Option<String> {
    let close = [('[', ']'), ('{', '}')].iter().find(|(open, _)| text.starts_with(*open))?.1;
    Some(format!("{}{close}", text.to_uppercase()))
}

/// `2024-06-18, 2024-06-19`.
fn choice(text: &str) -> Option<String> {
    let closed: String = text.split_whitespace().collect();
    closed.contains(',').then(|| format!("[{closed}]"))
}

/// `2024-06-18 10:30`.
fn time_after_space(text: &str) -> Option<String> {
    let (date, time) = text.split_once(' ')?;
    Some(format!("{date}T{}", time.trim().to_uppercase()))
}

/// `c. 2024`, `before June 2024`, `since 2020`. What is before a stretch is before its start.
fn word_before(text: &str) -> Vec<String> {
    type Rule = fn(&str) -> Option<String>;
    const ABOUT: Rule = |date| parts::doubted(date, "~");
    const BEFORE: Rule = |date| Some(format!("[..{}]", parts::start(date)));
    const AFTER: Rule = |date| Some(format!("[{}..]", parts::end(date)));
    const SINCE: Rule = |date| Some(format!("{}/..", parts::start(date)));
    const UNTIL: Rule = |date| Some(format!("../{}", parts::end(date)));
    const WORDS: &[(&str, Rule)] = &[
        ("c.", ABOUT),
        ("ca.", ABOUT),
        ("ca ", ABOUT),
        ("circa ", ABOUT),
        ("about ", ABOUT),
        ("around ", ABOUT),
        ("before ", BEFORE),
        ("after ", AFTER),
        ("since ", SINCE),
        ("from ", SINCE),
        ("until ", UNTIL),
    ];
    let Some((word, rule)) = WORDS.iter().find(|(word, _)| text.starts_with(word)) else { return Vec::new() };
    parts::of(text[word.len()..].trim()).iter().filter_map(|reading| rule(&reading.date)).collect()
}

/// `2024-06-18 to 2024-06-19`, `2019–2021`, `1950-1960`.
fn span(text: &str) -> Vec<String> {
    // Of several strokes nobody knows which one is that of a stretch.
    let is_clear = |(a, b): &(&str, &str)| !b.contains('-') && a.len() >= 4 && b.len() >= 4;
    let pairs = [" to ", " - ", " – ", "–", "-", " until "]
        .into_iter()
        .filter_map(|between| text.split_once(between).filter(|pair| between != "-" || is_clear(pair)));
    let stretch = |a: &str, b: &str| [parts::start(a), "/", parts::end(b)].concat();
    let readings = pairs.map(|(a, b)| parts::together(&parts::of(a.trim()), &parts::of(b.trim()), stretch));
    readings.filter(|readings| !readings.is_empty()).map(parts::dates).next().unwrap_or_default()
}

/// `1900s`: ten years or a hundred.
fn hundred_years(text: &str) -> Vec<String> {
    let century = text.strip_suffix("00s").filter(|century| century.len() == 2);
    century.into_iter().flat_map(|century| [format!("{century}0X"), format!("{century}XX")]).collect()
}

/// `-44`, `-12024`: to most 44 BCE, which is `-0043` because year 0 is 1 BCE; or a year that lacks its zeros or its `Y`.
fn before_christ(text: &str) -> Vec<String> {
    let digits = text.trim_start_matches(['Y', 'y']).strip_prefix('-').unwrap_or_default();
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = Some(digits).filter(|_| is_number).and_then(|digits| digits.parse::<u64>().ok());
    let as_written = |number: u64| if number > 9999 { format!("Y-{number}") } else { format!("-{number:04}") };
    let dates =
        number.filter(|number| *number > 0).map(|number| [named::before_ours(number), Some(as_written(number))]);
    dates.into_iter().flatten().flatten().collect()
}

/// `Y2024`, `202`. One or two figures may be a year of any century, and more than four are hardly a year.
fn year(text: &str) -> Option<String> {
    let digits = text.strip_prefix('Y').unwrap_or(text);
    let year: u16 = digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    (digits.len() == 3 || digits.len() < 5 && text != digits).then(|| format!("{year:04}"))
}

#[cfg(test)]
mod tests {
    use super::super::{EXAMPLES, parse};
    use super::others;

    #[test]
    fn common_mistakes_get_the_right_expression_as_a_hint() {
        for (mistake, write) in [
            ("2024-6-8", "2024-06-08"),
            ("18.06.2024", "2024-06-18"),
            ("18/06/2024", "2024-06-18"),
            ("06/18/2024", "2024-06-18"),
            ("2024/06/18", "2024-06-18"),
            ("20240618", "2024-06-18"),
            ("18 June 2024", "2024-06-18"),
            ("June 18th, 2024", "2024-06-18"),
            ("Sept. 2023", "2023-09"),
            ("c. 2000", "2000~"),
            ("circa June 2024", "2024-06~"),
            ("Q1 2024", "2024-33"),
            ("2024-Q4", "2024-36"),
            ("2024-5-7", "2024-05-07"),
            ("31.12.2023", "2023-12-31"),
            ("May 2024", "2024-05"),
            ("202405", "2024-05"),
            ("2010s", "201X"),
            ("20th century", "19XX"),
            ("44 BC", "-0043"),
            ("66,000,000 BCE", "Y-65999999"),
            ("1 bc", "0000"),
            ("2024-06-18 10:30", "2024-06-18T10:30"),
            ("201x", "201X"),
            ("Y2024", "2024"),
        ] {
            let hint = parse(mistake).expect_err(mistake).hint;
            assert_eq!(hint, Some(format!("write `{write}`")), "{mistake}");
        }
        let unknown = parse("unknown").expect_err("no date").hint;
        assert_eq!(unknown.as_deref(), Some("leave the field out where no date is known"));
        let impossible = parse("-0043-02-30").expect_err("no day").hint;
        assert_eq!(impossible.as_deref(), Some("check the day, or write `-0043-02` where it is not known"));
        let strange = parse("next Tuesday").expect_err("no date").hint;
        assert_eq!(strange.as_deref(), Some("write a date such as `2024-06-18`, `2024-06` or `2024`"));
    }

    #[test]
    fn a_hint_tells_what_its_dates_mean_where_one_might_take_another() {
        for (mistake, hint) in [
            ("2023/24", "write `2023/2024` (from 2023 to 2024)"),
            ("1999-00", "write `1999/2000` (from 1999 to 2000)"),
            ("2011/12", "write `2011/2012` (from 2011 to 2012) or `2011-12` (some time in December 2011)"),
            ("5/6/2024", "write `2024-06-05` (5 June 2024) or `2024-05-06` (6 May 2024)"),
            ("-44", "write `-0043` (some time in 44 BCE) or `-0044` (some time in 45 BCE)"),
            ("-044", "write `-0043` (some time in 44 BCE) or `-0044` (some time in 45 BCE)"),
            ("Y-753", "write `-0752` (some time in 753 BCE) or `-0753` (some time in 754 BCE)"),
            ("-12024", "write `Y-12023` (some time in 12,024 BCE) or `Y-12024` (some time in 12,025 BCE)"),
            ("-50000", "write `Y-49999` (some time in 50,000 BCE) or `Y-50000` (some time in 50,001 BCE)"),
            ("-10000", "write `-9999` (some time in 10,000 BCE) or `Y-10000` (some time in 10,001 BCE)"),
            ("-1", "write `0000` (some time in 1 BCE) or `-0001` (some time in 2 BCE)"),
            ("1900s", "write `190X` (some time in the 1900s) or `19XX` (some time in the years from 1900 to 1999)"),
            ("before 18 June 2024", "write `[..2024-06-18]` (on or before 18 June 2024)"),
            ("since 2020", "write `2020/..` (from 2020 on, with no end)"),
            ("2019-2021", "write `2019/2021` (from 2019 to 2021)"),
            ("18 June 2024 to 19 June 2024", "write `2024-06-18/2024-06-19` (from 18 June 2024 to 19 June 2024)"),
            ("2024-06-18 / 2024-06-19", "write `2024-06-18/2024-06-19` (from 18 June 2024 to 19 June 2024)"),
            ("[2024..", "write `[2024..]` (on or after 2024)"),
            ("{201x,2024", "write `{201X,2024}` (both the 2010s and 2024)"),
            ("2024-06-18, 2024-06-19", "write `[2024-06-18,2024-06-19]` (either 18 June 2024 or 19 June 2024)"),
        ] {
            assert_eq!(parse(mistake).expect_err(mistake).hint.as_deref(), Some(hint), "{mistake}");
        }
    }

    #[test]
    fn a_season_of_two_years_keeps_both_readings_behind_a_word() {
        let winter = "winter 2023 (December to February of the next year)";
        let spring = "spring 2020 (March to May)";
        for (mistake, hint) in [
            ("c. 2023-24", format!("`2023~/2024~` (from about 2023 to about 2024) or `2023-24~` (about {winter})")),
            ("circa 2020-21", format!("`2020~/2021~` (from about 2020 to about 2021) or `2020-21~` (about {spring})")),
            ("c. 2023/24", "`2023~/2024~` (from about 2023 to about 2024)".to_owned()),
            ("c. 2019/2021", "`2019~/2021~` (from about 2019 to about 2021)".to_owned()),
            ("c. 2024?", "`2024%`".to_owned()),
            ("about 2023-22", "`2023-22~` (about summer 2023 (June to August))".to_owned()),
            ("before 2023-24", format!("`[..2023]` (on or before 2023) or `[..2023-24]` (on or before {winter})")),
            ("after 2023-24", format!("`[2024..]` (on or after 2024) or `[2023-24..]` (on or after {winter})")),
            (
                "since 2023-24",
                format!("`2023/..` (from 2023 on, with no end) or `2023-24/..` (from {winter} on, with no end)"),
            ),
            ("since 2019/2021", "`2019/..` (from 2019 on, with no end)".to_owned()),
            (
                "2023-24 to 2024-25",
                format!(
                    "`2023/2025` (from 2023 to 2025) or `2023-24/2024-25` (from {winter} to spring 2024 (March to May))"
                ),
            ),
            ("2023/24 to 2024/25", "`2023/2025` (from 2023 to 2025)".to_owned()),
            ("2019–2023-24", "`2019/2024` (from 2019 to 2024)".to_owned()),
            ("2023-24 - 2024-25", "`2023/2025` (from 2023 to 2025)".to_owned()),
            ("2023/24?", "`2023?/2024?` (from perhaps 2023 to perhaps 2024)".to_owned()),
            ("2023-24 ~", format!("`2023~/2024~` (from about 2023 to about 2024) or `2023-24~` (about {winter})")),
            ("[2023-24..", format!("`[2023..]` (on or after 2023) or `[2023-24..]` (on or after {winter})")),
            (
                "5/6/2024 to 7/8/2024",
                "`2024-06-05/2024-08-07` (from 5 June 2024 to 7 August 2024) or `2024-05-06/2024-07-08` (from 6 May 2024 \
                 to 8 July 2024)"
                    .to_owned(),
            ),
            ("1/6/2024 to 13/6/2024", "`2024-06-01/2024-06-13` (from 1 June 2024 to 13 June 2024)".to_owned()),
            ("2024-25/2023-24", format!(
                "`2023/2025` (from 2023 to 2025) or `2023-24/2024-25` (from {winter} to spring 2024 (March to May))"
            )),
            ("2024-21/2023", "`2023/2024-21` (from 2023 to spring 2024 (March to May))".to_owned()),
            ("2011-12 to 2012-01", "`2011-12/2012-01` (from December 2011 to January 2012)".to_owned()),
        ] {
            assert_eq!(parse(mistake).expect_err(mistake).hint, Some(format!("write {hint}")), "{mistake}");
        }
    }

    #[test]
    fn letters_behind_a_number_are_not_dropped() {
        for (mistake, write) in [
            ("March 144BC", "-0143-03"),
            ("15 March 144BC", "-0143-03-15"),
            ("15 March 44 BC", "-0043-03-15"),
            ("c. 44 BC", "-0043~"),
            ("June 2nd, 2024", "2024-06-02"),
        ] {
            let hint = parse(mistake).expect_err(mistake).hint;
            assert_eq!(hint, Some(format!("write `{write}`")), "{mistake}");
        }
        for text in ["June 1990s", "15 March -144", "June 2023-24", "March 144AD"] {
            assert_eq!(parse(text).expect_err(text).hint.as_deref(), Some(EXAMPLES), "{text}");
        }
    }

    #[test]
    fn a_number_that_a_spreadsheet_may_have_made_of_a_date_is_not_taken_for_a_year() {
        for number in ["45321", "45321.5", "12024", "202413", "20241301"] {
            let hint = parse(number).expect_err(number).hint.expect("a hint");
            assert!(hint.contains("spreadsheet") && !hint.contains(number), "{number}: {hint}");
        }
    }

    #[test]
    fn figures_with_a_sign_between_them_lead_to_no_season() {
        for text in ["2023–2023-22", "2023 / 2023-22", "2023 - 2023-22", "2023-22, 2023-23"] {
            assert_eq!(parse(text).expect_err(text).hint.as_deref(), Some(EXAMPLES), "{text}");
        }
        let named = parse("2023-22 to 2024-22").expect_err("no date").hint.expect("a hint");
        assert!(named.starts_with("write `2023-22/2024-22` (from summer 2023"), "{named}");
    }

    #[test]
    fn a_year_of_two_figures_is_not_taken_for_one_of_the_first_century() {
        for text in ["24", "May 68", "18 June 45", "06/07/24", "31.12.23", "24/25"] {
            assert_eq!(parse(text).expect_err(text).hint.as_deref(), Some(EXAMPLES), "{text}");
        }
    }

    #[test]
    fn a_month_within_a_stretch_is_no_year_written_short() {
        for (text, write) in [("1984 / 2004-06", "1984/2004-06"), ("[..2004-06", "[..2004-06]")] {
            let hint = parse(text).expect_err(text).hint.expect("a hint");
            assert!(hint.contains(write) && !hint.contains("2006"), "{text}: {hint}");
        }
        let hint = parse("2006-08/2004-06").expect_err("in the wrong order").hint;
        assert!(!hint.as_ref().is_some_and(|hint| hint.contains("2008")), "{hint:?}");
        assert!(others("1984/2004-06").is_empty());
        assert_eq!((others("2004-06"), others("2023-24/..")), (vec!["2004/2006".into()], vec!["2023/..".into()]));
    }
}
