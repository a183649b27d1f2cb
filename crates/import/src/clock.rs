//! Times of day and dates as people write them into a cell.

use story::{Civil, civil_from_day, day_from_sec, sec_from_day};

use crate::deck::Stamp;

/// A time of day as sheets have it, `14:05`, `2:05 pm`, `1405`, `14:05:09.25`, into a date. As in TimelineJS, what follows
/// the digits of a part ("14:05 CET") is passed over.
pub(crate) fn set_clock(stamp: &mut Stamp, text: &str) -> Result<(), String> {
    let lower = text.trim().to_ascii_lowercase();
    if lower.is_empty() {
        return Ok(());
    }
    let wrong = || format!("`{text}` is no time; write it as 14:05");
    let (digits, half) = without_half(&lower);
    let parts = parts(digits);
    let numbers = parts.iter().take(3).map(|part| leading_number(part)).collect::<Option<Vec<u32>>>();
    let numbers = numbers.filter(|_| parts.len() <= 4).ok_or_else(wrong)?;
    let hour = match (numbers.first().copied().unwrap_or(24), half) {
        (12, Some(0)) => 0,
        (hour, Some(12)) if hour < 12 => hour + 12,
        (hour, half) if hour < 24 && (half != Some(12) || hour == 12) => hour,
        _ => return Err(wrong()),
    };
    let given = |at: usize| numbers.get(at).map(u32::to_string).unwrap_or_default();
    (stamp.hour, stamp.minute, stamp.second) = (hour.to_string(), given(1), given(2));
    stamp.millisecond = fraction(&parts);
    Ok(())
}

/// The digits of a time, and what its half of the day adds to the hour.
fn without_half(lower: &str) -> (&str, Option<u32>) {
    let bare = lower.trim_end_matches(['.', ' ']);
    let ends = |half| bare.strip_suffix("m").map(|it| it.trim_end_matches('.')).and_then(|it| it.strip_suffix(half));
    match (ends('a'), ends('p')) {
        (Some(digits), _) => (digits.trim_end(), Some(0)),
        (_, Some(digits)) => (digits.trim_end(), Some(12)),
        _ => (bare, None),
    }
}

fn parts(digits: &str) -> Vec<&str> {
    let is_number = (3..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    match digits.find([':', 'h', '.']) {
        None if is_number => vec![&digits[..digits.len() - 2], &digits[digits.len() - 2..]],
        // "14:05:09.25" has a fraction, "9.30" has none.
        Some(at) if digits[at..].starts_with([':', 'h']) => {
            digits.split([':', 'h', '.', ',']).filter(|it| !it.is_empty()).collect()
        }
        _ => digits.split('.').collect(),
    }
}

fn leading_number(text: &str) -> Option<u32> {
    let text = text.trim_start();
    let end = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    text[..end].parse().ok()
}

/// The fourth part of a time, a fraction of a second, in milliseconds.
fn fraction(parts: &[&str]) -> String {
    let Some(text) = parts.get(3).filter(|text| text.starts_with(|c: char| c.is_ascii_digit())) else {
        return String::new();
    };
    let digits = text.chars().take_while(char::is_ascii_digit).chain("000".chars()).take(3).collect::<String>();
    digits.trim_start_matches('0').to_owned()
}

/// How far from 1970 a browser's dates go, milliseconds.
const FURTHEST_MS: f64 = 8.64e15;

/// The date of a number, which browsers read as milliseconds since 1970. A midnight is a whole day.
pub(crate) fn from_milliseconds(number: f64) -> Option<Stamp> {
    if !(-FURTHEST_MS..=FURTHEST_MS).contains(&number) {
        return None;
    }
    #[allow(clippy::cast_possible_truncation, reason = "a whole number that the range above lets through fits")]
    let ms = number.trunc() as i64;
    let (sec, millisecond) = (ms.div_euclid(1000), ms.rem_euclid(1000));
    let Civil { year, month, day } = civil_from_day(day_from_sec(sec));
    let of_day = sec - sec_from_day(day_from_sec(sec));
    // Browsers have a year 0, and TimelineJS counts years before ours from -1 on.
    let year = if year < 0 { year - 1 } else { year };
    let date = Stamp { year: year.to_string(), month: month.to_string(), day: day.to_string(), ..Stamp::default() };
    if of_day == 0 && millisecond == 0 {
        return Some(date);
    }
    let unless_zero = |number: i64| if number == 0 { String::new() } else { number.to_string() };
    Some(Stamp {
        hour: (of_day / 3600).to_string(),
        minute: (of_day / 60 % 60).to_string(),
        second: unless_zero(of_day % 60),
        millisecond: unless_zero(millisecond),
        ..date
    })
}

/// A date in one text, as the sheets of the first TimelineJS have it: `2011`, `2011-05-03`, `5/3/2011 14:05`, `5/2011`.
pub(crate) fn whole_date(text: &str) -> Option<Stamp> {
    let text = text.trim();
    let (date, time) = match text.find([' ', 'T']) {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (text, ""),
    };
    let mut stamp = if date.contains('/') { slashed(date)? } else { dashed(date)? };
    // What is no time of day makes no date of the whole.
    set_clock(&mut stamp, time.trim_end_matches('Z')).ok()?;
    Some(stamp)
}

fn slashed(date: &str) -> Option<Stamp> {
    let parts: Vec<String> = date.split('/').map(number).collect::<Option<_>>()?;
    match <[String; 3]>::try_from(parts) {
        Ok([month, day, year]) => Some(Stamp { year, month, day, ..Stamp::default() }),
        Err(parts) => {
            let [month, year] = <[String; 2]>::try_from(parts).ok()?;
            Some(Stamp { year, month, ..Stamp::default() })
        }
    }
}

fn dashed(date: &str) -> Option<Stamp> {
    let (sign, bare) = match date.strip_prefix('-') {
        Some(bare) => ("-", bare),
        None => ("", date.strip_prefix('+').unwrap_or(date)),
    };
    let mut parts = bare.split('-').map(number);
    let year = [sign, &parts.next()??].concat();
    let (month, day) = (parts.next(), parts.next());
    let is_whole = parts.next().is_none();
    let part = |part: Option<Option<String>>| part.map_or(Some(String::new()), |number| number);
    is_whole.then_some(Stamp { year, month: part(month)?, day: part(day)?, ..Stamp::default() })
}

fn number(text: &str) -> Option<String> {
    (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock(text: &str) -> Result<[String; 4], String> {
        let mut stamp = Stamp::default();
        set_clock(&mut stamp, text)?;
        Ok([stamp.hour, stamp.minute, stamp.second, stamp.millisecond])
    }

    #[test]
    fn a_time_is_read_as_sheets_have_it() {
        let cases = [
            ("", ["", "", "", ""]),
            ("14:05", ["14", "5", "", ""]),
            ("2:05:09 PM", ["14", "5", "9", ""]),
            ("12 am", ["0", "", "", ""]),
            ("0:30 am", ["0", "30", "", ""]),
            ("12:30 p.m.", ["12", "30", "", ""]),
            ("1405", ["14", "5", "", ""]),
            ("930", ["9", "30", "", ""]),
            ("9.30", ["9", "30", "", ""]),
            ("14h05", ["14", "5", "", ""]),
            ("14:05 CET", ["14", "5", "", ""]),
            ("14:05:09.25", ["14", "5", "9", "250"]),
            ("14:05:09:7", ["14", "5", "9", "700"]),
        ];
        for (text, expected) in cases {
            assert_eq!(clock(text), Ok(expected.map(str::to_owned)), "{text}");
        }
        for wrong in ["noon", "13 pm", "1:x", "-1", "０９", "24:00", "1:2:3:4:5", "14:05:09,012 pm", "123456"] {
            assert!(clock(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_number_is_read_as_browsers_read_it() {
        // What `new Date(number).toISOString()` says.
        let cases = [
            (0.0, Some(["1970", "1", "1", "", "", "", ""])),
            (1_234_567_890_000.0, Some(["2009", "2", "13", "23", "31", "30", ""])),
            (1_234_567_890_123.9, Some(["2009", "2", "13", "23", "31", "30", "123"])),
            (1_718_668_800_000.0, Some(["2024", "6", "18", "", "", "", ""])),
            (-1.0, Some(["1969", "12", "31", "23", "59", "59", "999"])),
            (-62_198_755_200_000.0, Some(["-2", "1", "1", "", "", "", ""])),
            (8.65e15, None),
            (f64::NAN, None),
        ];
        for (number, expected) in cases {
            let stamp = from_milliseconds(number)
                .map(|it| [it.year, it.month, it.day, it.hour, it.minute, it.second, it.millisecond]);
            assert_eq!(stamp, expected.map(|parts| parts.map(str::to_owned)), "{number}");
        }
    }

    #[test]
    fn a_whole_date_is_read_as_the_first_timelinejs_had_it() {
        let cases = [
            ("2011", Some(["2011", "", ""])),
            ("-44", Some(["-44", "", ""])),
            ("2011-05", Some(["2011", "05", ""])),
            ("2011-05-03T10:00:00Z", Some(["2011", "05", "03"])),
            ("5/3/2011 2:05 pm", Some(["2011", "5", "3"])),
            ("5/2011", Some(["2011", "5", ""])),
            ("spring 2011", None),
            ("2011-05-03-01", None),
            ("", None),
        ];
        for (text, expected) in cases {
            let stamp = whole_date(text).map(|stamp| [stamp.year, stamp.month, stamp.day]);
            assert_eq!(stamp, expected.map(|parts| parts.map(str::to_owned)), "{text}");
        }
    }
}
