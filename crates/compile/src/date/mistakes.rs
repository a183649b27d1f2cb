//! What people write for dates, and what they should write instead.

use super::explain::explain;
use super::single::month_name;
use super::{figures, group};
use story::Shape;

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
    figures::readings(date).into_iter().filter(|other| other != date).collect()
}

fn told(dates: &[String], mark: char) -> Option<String> {
    let is_one = dates.len() == 1;
    let told = |date: &String| {
        let when = group::parse(date).ok().filter(|when| !is_one || when.shape != Shape::Single);
        let meaning = when.map(|when| format!(" ({})", explain(&when).meaning)).unwrap_or_default();
        format!("{mark}{date}{mark}{meaning}")
    };
    (!dates.is_empty()).then(|| dates.iter().map(told).collect::<Vec<_>>().join(" or "))
}

/// The hint that figures alone give, which says more than what is wrong with them.
pub(super) fn hint_of_figures(expression: &str) -> Option<String> {
    let text = expression.trim();
    (!figures::readings(text).is_empty()).then(|| hint(text)).flatten()
}

/// Every valid date that an expression may have been meant for.
fn readings(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let is_valid = |date: &String| group::parse(date).is_ok() && !(is_figures(text) && has_season(date));
    let several = [figures::readings(text), hundred_years(&lower), before_christ(text)];
    let several = several.into_iter().find(|dates| !dates.is_empty());
    let guesses: [fn(&str) -> Option<String>; 11] =
        [spaces, letter_case, brackets, time_after_space, named_month, quarter, word_before, span, decade, era, choice];
    let one =
        || guesses.iter().find_map(|guess| guess(&lower).filter(is_valid)).or_else(|| year(text).filter(is_valid));
    several.unwrap_or_else(|| one().into_iter().collect())
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

/// `18 June 2024`, `June 18th, 2024`, `June 2024`.
fn named_month(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split([' ', ',', '.', '-']).filter(|word| !word.is_empty()).collect();
    let month_of = |word: &&str| (1..=12).find(|&month| is_month(word, month_name(month)));
    let month = words.iter().find_map(month_of)?;
    let number = |word: &&str| word.trim_end_matches(char::is_alphabetic).parse::<u16>().ok();
    let numbers: Vec<u16> = words.iter().filter(|word| month_of(word).is_none()).filter_map(number).collect();
    match (numbers.as_slice(), words.len()) {
        // A year of two figures is one of any century.
        ([year], 2) if *year > 99 => Some(format!("{year:04}-{month:02}")),
        ([day, year] | [year, day], 3) if *day <= 31 && *year > 99 => Some(format!("{year:04}-{month:02}-{day:02}")),
        _ => None,
    }
}

/// `Q1 2024`, `2024-Q1`.
fn quarter(text: &str) -> Option<String> {
    let (a, b) = text.split_once([' ', '-', '/'])?;
    let (quarter, year) = if a.starts_with('q') { (a, b) } else { (b, a) };
    let quarter: u8 = quarter.strip_prefix('q')?.parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
    Some(format!("{year}-{}", 32 + quarter))
}

fn is_month(word: &str, name: &str) -> bool {
    word.len() >= 3 && name.to_lowercase().starts_with(word)
}

/// `c. 2024`, `before June 2024`, `since 2020`.
fn word_before(text: &str) -> Option<String> {
    const WORDS: &[(&str, &str, &str)] = &[
        ("c.", "", "~"),
        ("ca.", "", "~"),
        ("ca ", "", "~"),
        ("circa ", "", "~"),
        ("about ", "", "~"),
        ("around ", "", "~"),
        ("before ", "[..", "]"),
        ("after ", "[", "..]"),
        ("since ", "", "/.."),
        ("from ", "", "/.."),
        ("until ", "../", ""),
    ];
    let (word, open, close) = WORDS.iter().find(|(word, ..)| text.starts_with(word))?;
    let date = plain(text[word.len()..].trim())?;
    Some(format!("{open}{date}{close}"))
}

/// `2024-06-18 to 2024-06-19`, `2019–2021`, `1950-1960`.
fn span(text: &str) -> Option<String> {
    for between in [" to ", " - ", " – ", "–", "-", " until "] {
        let pair = text.split_once(between).filter(|_| between != "-" || text.len() == 9);
        if let Some((a, b)) = pair.and_then(|(a, b)| Some((plain(a.trim())?, plain(b.trim())?))) {
            return Some(format!("{a}/{b}"));
        }
    }
    None
}

/// A date in EDTF, or one that another guess can turn into it.
fn plain(text: &str) -> Option<String> {
    let guesses = [Some(text.to_owned()), named_month(text), quarter(text), decade(text)];
    let figures = Some(figures::readings(text)).filter(|dates| dates.len() == 1).into_iter().flatten();
    guesses.into_iter().flatten().find(|date| group::parse(date).is_ok()).or_else(|| figures.last())
}

/// `1900s`: ten years or a hundred.
fn hundred_years(text: &str) -> Vec<String> {
    let century = text.strip_suffix("00s").filter(|century| century.len() == 2);
    let dates = century.into_iter().flat_map(|century| [format!("{century}0X"), format!("{century}XX")]);
    dates.filter(|date| group::parse(date).is_ok()).collect()
}

/// `-44`: to most 44 BCE, which is `-0043` because year 0 is 1 BCE; or a year that lacks its zeros.
fn before_christ(text: &str) -> Vec<String> {
    let digits = text.strip_prefix('Y').unwrap_or(text).strip_prefix('-').unwrap_or_default();
    let is_short = (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = Some(digits).filter(|_| is_short).and_then(|digits| digits.parse::<u16>().ok()).filter(|it| *it > 0);
    let dates = number.map(|number| [era(&format!("{number} bc")), Some(format!("-{number:04}"))]);
    dates.into_iter().flatten().flatten().collect()
}

/// Whether no word tells what the figures of a text are.
fn is_figures(text: &str) -> bool {
    !text.contains(char::is_alphabetic)
}

/// Whether a date, or an end of a stretch of time, has a number for its month that is none: `2024-21` is spring.
fn has_season(date: &str) -> bool {
    let month = |date: &str| date.trim_start_matches('-').split('-').nth(1)?.parse::<u8>().ok();
    date.split('/').filter_map(month).any(|month| month > 12)
}

/// `2010s`, `19th century`.
fn decade(text: &str) -> Option<String> {
    if let Some(digits) = text.strip_suffix("0s").filter(|digits| digits.len() == 3 && !digits.ends_with('0')) {
        return Some(format!("{digits}X"));
    }
    let number = text.strip_suffix(" century")?.trim_end_matches(char::is_alphabetic);
    let century: u8 = number.parse().ok()?;
    Some(format!("{:02}XX", century.checked_sub(1)?))
}

/// `44 BC`: year 0 is 1 BCE.
fn era(text: &str) -> Option<String> {
    let digits = [" bce", " bc", "bce", "bc"].iter().find_map(|era| text.strip_suffix(era))?;
    let before: u64 = digits.trim().replace(',', "").parse().ok()?;
    match before.checked_sub(1)? {
        0 => Some("0000".to_owned()),
        year @ 1..=9999 => Some(format!("-{year:04}")),
        year => Some(format!("Y-{year}")),
    }
}

/// `Y2024`, `-50000`, `202`. One or two figures may be a year of any century, and more than four without a sign are
/// hardly a year.
fn year(text: &str) -> Option<String> {
    let signed = text.strip_prefix('Y').unwrap_or(text);
    let (sign, digits) = signed.strip_prefix('-').map_or(("", signed), |digits| ("-", digits));
    let year: u64 = digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    match digits.len() {
        0..=2 if text == digits => None,
        5.. if text == digits => None,
        _ if year > 9999 => Some(format!("Y{sign}{year}")),
        _ => Some(format!("{sign}{year:04}")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{EXAMPLES, parse};

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
            ("-12024", "Y-12024"),
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
    fn a_number_that_a_spreadsheet_may_have_made_of_a_date_is_not_taken_for_a_year() {
        for number in ["45321", "45321.5", "12024", "202413", "20241301"] {
            let hint = parse(number).expect_err(number).hint.expect("a hint");
            assert!(hint.contains("spreadsheet") && !hint.contains(number), "{number}: {hint}");
        }
    }

    #[test]
    fn figures_with_a_sign_between_them_lead_to_no_season() {
        for text in ["0000–0000-21", "2023 / 2023-22", "2023 - 2023-22"] {
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
}
