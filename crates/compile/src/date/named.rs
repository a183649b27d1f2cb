//! Dates in words: months by their names, quarters, decades, centuries, and years before ours.

use super::group;
use super::single::month_name;

/// The date that words mean.
pub(super) fn date(text: &str) -> Option<String> {
    const READERS: &[fn(&str) -> Option<String>] = &[month, quarter, decade, era];
    READERS.iter().filter_map(|read| read(text)).find(|date| group::parse(date).is_ok())
}

/// `18 June 2024`, `June 18th, 2024`, `June 2024`, `March 44 BC`.
fn month(text: &str) -> Option<String> {
    let (text, is_bce) = without_era(text).map_or((text, false), |text| (text, true));
    let words = words(text)?;
    let month_of = |word: &&str| (1..=12).find(|&month| is_month(word, month_name(month)));
    let month = words.iter().find_map(month_of)?;
    let numbers = words.iter().filter(|word| month_of(word).is_none()).map(|word| number(word));
    let numbers: Vec<u16> = numbers.collect::<Option<_>>()?;
    // A year of two figures is one of any century, unless it is one before ours.
    let is_year = |year: u16| is_bce || year > 99;
    let of_year = |year: u16| if is_bce { before_ours(year.into()) } else { Some(format!("{year:04}")) };
    match *numbers.as_slice() {
        [year] if words.len() == 2 && is_year(year) => Some(format!("{}-{month:02}", of_year(year)?)),
        [day, year] if words.len() == 3 && day <= 31 && is_year(year) => {
            Some(format!("{}-{month:02}-{day:02}", of_year(year)?))
        }
        [year, day] if words.len() == 3 && day <= 31 && is_year(year) => {
            Some(format!("{}-{month:02}-{day:02}", of_year(year)?))
        }
        _ => None,
    }
}

/// The words of a date. A stroke stands between a month and a number; between two numbers or before one it is
/// something else, a stretch or a sign.
fn words(text: &str) -> Option<Vec<&str>> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let is_joint = |at: usize| is_letter(text[..at].chars().next_back()) || is_letter(text[at + 1..].chars().next());
    let is_sound = text.match_indices('-').all(|(at, _)| is_joint(at) && !text[..at].ends_with(' '));
    is_sound.then(|| text.split([' ', ',', '.', '-']).filter(|word| !word.is_empty()).collect())
}

/// `18`, `18th`.
fn number(word: &str) -> Option<u16> {
    ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word).parse().ok()
}

fn is_month(word: &str, name: &str) -> bool {
    word.len() >= 3 && name.to_lowercase().starts_with(word)
}

/// `Q1 2024`, `2024-Q1`.
fn quarter(text: &str) -> Option<String> {
    let (a, b) = text.split_once([' ', '-', '/'])?;
    let (quarter, year) = if a.starts_with('q') { (a, b) } else { (b, a) };
    let quarter: u8 = quarter.strip_prefix('q')?.parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
    Some(format!("{year}-{}", 32 + quarter))
}

/// `2010s`, `19th century`.
fn decade(text: &str) -> Option<String> {
    if let Some(digits) = text.strip_suffix("0s").filter(|digits| digits.len() == 3 && !digits.ends_with('0')) {
        return Some(format!("{digits}X"));
    }
    let century = number(text.strip_suffix(" century")?)?;
    Some(format!("{:02}XX", century.checked_sub(1)?))
}

/// `44 BC`.
fn era(text: &str) -> Option<String> {
    before_ours(without_era(text)?.replace(',', "").parse().ok()?)
}

/// What stands before a word for the years before ours.
fn without_era(text: &str) -> Option<&str> {
    ["bce", "bc"].iter().find_map(|era| text.strip_suffix(era)).map(str::trim_end)
}

/// The year in EDTF that is so many before ours: year 0 is 1 BCE.
pub(super) fn before_ours(number: u64) -> Option<String> {
    match number.checked_sub(1)? {
        0 => Some("0000".to_owned()),
        year @ 1..=9999 => Some(format!("-{year:04}")),
        year => Some(format!("Y-{year}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_as_they_are_meant_or_not_at_all() {
        for (text, expected) in [
            ("18 june 2024", Some("2024-06-18")),
            ("june 1st, 2024", Some("2024-06-01")),
            ("2024 june 18", Some("2024-06-18")),
            ("18-jun-2024", Some("2024-06-18")),
            ("june-2024", Some("2024-06")),
            ("march 144bc", Some("-0143-03")),
            ("march 144 bce", Some("-0143-03")),
            ("15 march 144bc", Some("-0143-03-15")),
            ("15 march 44 bc", Some("-0043-03-15")),
            ("march 1 bc", Some("0000-03")),
            ("june 1990s", None),
            ("june 144ad", None),
            ("june 18x, 2024", None),
            ("june -144", None),
            ("15 march -144", None),
            ("june 2023-24", None),
            ("june 2011-12", None),
            ("june 18th 24", None),
            ("19th century", Some("18XX")),
            ("19bc century", None),
            ("1910s", Some("191X")),
            ("44bc", Some("-0043")),
            ("12024 bc", Some("Y-12023")),
            ("0 bc", None),
        ] {
            assert_eq!(date(text).as_deref(), expected, "{text}");
        }
    }
}
