//! What people write for dates, and what they should write instead.

use super::group;
use super::single::month_name;

/// How to write what was probably meant.
pub(super) fn hint(expression: &str) -> Option<String> {
    let text = expression.trim();
    let lower = text.to_lowercase();
    if ["", "?", "-", "unknown", "n/a", "none", "tbd", "tba", "undated"].contains(&lower.as_str()) {
        return Some("leave the field out where no date is known".to_owned());
    }
    meant(text).map(|date| format!("write `{date}`"))
}

/// The valid date that was probably meant.
pub(crate) fn meant(expression: &str) -> Option<String> {
    let text = expression.trim();
    let lower = text.to_lowercase();
    let guesses: [fn(&str) -> Option<String>; 12] = [
        spaces,
        letter_case,
        brackets,
        time_after_space,
        numbers,
        compact,
        named_month,
        word_before,
        span,
        decade,
        era,
        choice,
    ];
    let guess = guesses.iter().find_map(|guess| guess(&lower).filter(|date| group::parse(date).is_ok()));
    guess.or_else(|| long_year(text))
}

/// `2024-06-18 / 2024-06-19`.
fn spaces(text: &str) -> Option<String> {
    let is_expression = text.contains(['/', '[', '{', '~']) || !text.contains(char::is_alphabetic);
    let closed: String = text.split_whitespace().collect();
    (is_expression && closed != text).then(|| closed.to_uppercase())
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

/// `2024-6-8`, `18.06.2024`, `18/06/2024`, `2024/06/18`; not `06/07/2024`, which may mean either.
fn numbers(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['-', '/', '.']).map(str::trim).collect();
    let number = |part: &&str| part.parse::<u16>().ok().filter(|_| part.len() <= 4);
    let numbers = parts.iter().map(number).collect::<Option<Vec<_>>>()?;
    match (numbers.as_slice(), parts.as_slice()) {
        ([year, month], [y, _]) if y.len() == 4 => Some(format!("{year:04}-{month:02}")),
        ([month, year], [_, y]) if y.len() == 4 => Some(format!("{year:04}-{month:02}")),
        ([year, month, day], [y, ..]) if y.len() == 4 => Some(day_of(*year, *month, *day)),
        ([a, b, year], [.., y]) if y.len() == 4 => match (text.contains('.'), *a > 12, *b > 12) {
            (true, ..) | (_, true, _) => Some(day_of(*year, *b, *a)),
            (_, _, true) => Some(day_of(*year, *a, *b)),
            _ => None,
        },
        _ => None,
    }
}

fn day_of(year: u16, month: u16, day: u16) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

/// `20240618`.
fn compact(text: &str) -> Option<String> {
    let is_date = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_date.then(|| format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]))
}

/// `18 June 2024`, `June 18th, 2024`, `June 2024`.
fn named_month(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split([' ', ',', '.', '-']).filter(|word| !word.is_empty()).collect();
    let month_of = |word: &&str| (1..=12).find(|&month| is_month(word, month_name(month)));
    let month = words.iter().find_map(month_of)?;
    let number = |word: &&str| word.trim_end_matches(char::is_alphabetic).parse::<u16>().ok();
    let numbers: Vec<u16> = words.iter().filter(|word| month_of(word).is_none()).filter_map(number).collect();
    match (numbers.as_slice(), words.len()) {
        ([year], 2) if *year > 31 => Some(format!("{year:04}-{month:02}")),
        ([day, year] | [year, day], 3) if *day <= 31 && *year > 31 => Some(format!("{year:04}-{month:02}-{day:02}")),
        _ => None,
    }
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
    let guesses = [Some(text.to_owned()), named_month(text), numbers(text), decade(text)];
    guesses.into_iter().flatten().find(|date| group::parse(date).is_ok())
}

/// `2010s`, `19th century`.
fn decade(text: &str) -> Option<String> {
    if let Some(digits) = text.strip_suffix("0s").filter(|digits| digits.len() == 3) {
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

/// `12024`, `Y2024`, `202`.
fn long_year(text: &str) -> Option<String> {
    let signed = text.strip_prefix('Y').unwrap_or(text);
    let (sign, digits) = signed.strip_prefix('-').map_or(("", signed), |digits| ("-", digits));
    let year: u64 = digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let date = if year > 9999 { format!("Y{sign}{year}") } else { format!("{sign}{year:04}") };
    group::parse(&date).is_ok().then_some(date)
}
