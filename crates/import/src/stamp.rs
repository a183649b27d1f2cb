//! Dates of TimelineJS as EDTF.

use story::days_in_month;

use crate::deck::Stamp;

/// A date by its numbers, in the order of time. Years are astronomical: 0 is 1 BCE.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Point {
    year: i64,
    month: Option<u8>,
    day: Option<u8>,
    time: Option<(u8, u8, Option<u8>)>,
}

impl Point {
    /// The date that the parts give, or what is wrong with them.
    pub(crate) fn new(stamp: &Stamp) -> Result<Self, String> {
        let year = match stamp.year.parse::<i64>() {
            // TimelineJS counts years before ours from -1 on: it has no year 0.
            Ok(year) if year < 0 => year + 1,
            Ok(year) => year,
            Err(_) => return Err(format!("`{}` is no year", stamp.year)),
        };
        let month = part("month", &stamp.month, 1, 12)?;
        let days = month.map_or(31, |month| days_in_month(year, month));
        let day = part("day", &stamp.day, 1, days)?.filter(|_| month.is_some());
        let hour = part("hour", &stamp.hour, 0, 23)?.filter(|_| day.is_some());
        let minute = part("minute", &stamp.minute, 0, 59)?;
        let second = part("second", &stamp.second, 0, 59)?.filter(|_| minute.is_some());
        Ok(Self { year, month, day, time: hour.map(|hour| (hour, minute.unwrap_or_default(), second)) })
    }

    /// The date in EDTF. A year of more than four digits stands alone there, without month and day.
    pub(crate) fn edtf(self) -> String {
        let mut text = match self.year {
            year @ 0..=9999 => format!("{year:04}"),
            year @ -9999..0 => format!("-{:04}", -year),
            year => return format!("Y{year}"),
        };
        for part in [self.month, self.day].into_iter().flatten() {
            text.push_str(&format!("-{part:02}"));
        }
        if let Some((hour, minute, second)) = self.time {
            text.push_str(&format!("T{hour:02}:{minute:02}"));
            text.push_str(&second.map(|second| format!(":{second:02}")).unwrap_or_default());
        }
        text
    }

    /// Whether it has a time of day.
    pub(crate) fn has_time(self) -> bool {
        self.time.is_some()
    }
}

/// A part of a date; `None` where it is not given.
fn part(name: &str, text: &str, least: u8, most: u8) -> Result<Option<u8>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    match text.parse::<u8>() {
        Ok(number) if (least..=most).contains(&number) => Ok(Some(number)),
        _ => Err(format!("`{text}` is no {name}; write a number from {least} to {most}, or leave it out")),
    }
}

/// A time of day as sheets have it, `14:05`, `2:05 pm`, `1405`: hour, minute and second; what is not given is empty.
pub(crate) fn clock(text: &str) -> Result<[String; 3], String> {
    let lower = text.to_ascii_lowercase().replace('.', ":");
    let bare = lower.trim_end_matches([':', ' ']).trim_end();
    let (digits, half) = match bare.strip_suffix("am").or(bare.strip_suffix("a:m")) {
        Some(digits) => (digits, Some(0)),
        None => match bare.strip_suffix("pm").or(bare.strip_suffix("p:m")) {
            Some(digits) => (digits, Some(12)),
            None => (bare, None),
        },
    };
    if bare.is_empty() {
        return Ok([const { String::new() }; 3]);
    }
    let wrong = || format!("`{text}` is no time; write it as 14:05");
    let digits = digits.trim();
    let together = (!digits.contains(':') && digits.is_ascii() && digits.len() > 2).then(|| digits.len() - 2);
    let parts: Vec<&str> = match together {
        Some(at) => vec![&digits[..at], &digits[at..]],
        None => digits.split(':').collect(),
    };
    let numbers: Vec<u8> =
        parts.iter().map(|part| part.trim().parse()).collect::<Result<_, _>>().map_err(|_| wrong())?;
    let hour = match (numbers.first().copied(), half) {
        (Some(hour), Some(half)) if (1..=12).contains(&hour) => hour % 12 + half,
        (Some(hour), None) => hour,
        _ => return Err(wrong()),
    };
    let given = |at: usize| numbers.get(at).map(u8::to_string).unwrap_or_default();
    Ok([hour.to_string(), given(1), given(2)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edtf(parts: [&str; 6]) -> Result<String, String> {
        let [year, month, day, hour, minute, second] = parts.map(str::to_owned);
        Point::new(&Stamp { year, month, day, hour, minute, second }).map(Point::edtf)
    }

    #[test]
    fn parts_become_a_date_as_precise_as_they_are() {
        let cases = [
            (["2024", "", "", "", "", ""], "2024"),
            (["2024", "6", "", "", "", ""], "2024-06"),
            (["2024", "06", "8", "", "", ""], "2024-06-08"),
            (["2024", "6", "18", "9", "5", ""], "2024-06-18T09:05"),
            (["2024", "6", "18", "9", "", ""], "2024-06-18T09:00"),
            (["2024", "6", "18", "9", "5", "7"], "2024-06-18T09:05:07"),
            (["2024", "", "18", "9", "", ""], "2024"),
            (["-44", "3", "15", "", "", ""], "-0043-03-15"),
            (["-1", "", "", "", "", ""], "0000"),
            (["-13800000000", "1", "", "", "", ""], "Y-13799999999"),
        ];
        for (parts, expected) in cases {
            assert_eq!(edtf(parts).as_deref(), Ok(expected), "{parts:?}");
        }
    }

    #[test]
    fn what_is_no_date_says_why() {
        let cases = [
            (["", "", "", "", "", ""], "`` is no year"),
            (["c. 1990", "", "", "", "", ""], "`c. 1990` is no year"),
            (["2023", "13", "", "", "", ""], "`13` is no month; write a number from 1 to 12, or leave it out"),
            (["2023", "2", "29", "", "", ""], "`29` is no day; write a number from 1 to 28, or leave it out"),
            (["2023", "2", "1", "24", "", ""], "`24` is no hour; write a number from 0 to 23, or leave it out"),
        ];
        for (parts, expected) in cases {
            assert_eq!(edtf(parts), Err(expected.to_owned()), "{parts:?}");
        }
    }

    #[test]
    fn a_time_is_read_as_sheets_have_it() {
        let cases = [
            ("", ["", "", ""]),
            ("14:05", ["14", "5", ""]),
            ("2:05:09 PM", ["14", "5", "9"]),
            ("12 am", ["0", "", ""]),
            ("12:30 p.m.", ["12", "30", ""]),
            ("1405", ["14", "5", ""]),
            ("9.30", ["9", "30", ""]),
        ];
        for (text, expected) in cases {
            assert_eq!(clock(text), Ok(expected.map(str::to_owned)), "{text}");
        }
        for wrong in ["noon", "13 pm", "1:x", "-1", "０９"] {
            assert!(clock(wrong).is_err(), "{wrong}");
        }
    }
}
