//! A date and its time of day apart, so that each can stand on a line of its own.

use story::{End, Precision, Shape, When};

use crate::clocks::{clear, time, times};
use crate::formats::format_of;
use crate::{Format, Length, Tongue, when};

/// A date in words, and the time of day apart where there is one, so that each can stand on a line of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    /// The date, for instance "5 June 2024"; all of it where the time cannot be taken out, as in "from 5 June 2024 at 10:52 EDT
    /// to 6 June 2024".
    pub date: String,
    /// The time with its clock, for instance "10:52 a.m. EDT" or "10:52–11:30 UTC−4".
    pub time: Option<String>,
}

/// A date in words, its time of day apart where it has one.
#[must_use]
pub fn apart(tongue: &dyn Tongue, date: &When, length: Length) -> Apart {
    let (Some(first), Some(time)) = (date.first.moment(), time_of(tongue, date)) else {
        return Apart { date: when(tongue, date, length), time: None };
    };
    let day = format_of(Precision::Day, length).unwrap_or(Format::Day);
    Apart { date: tongue.date(day, first.earliest_sec), time: Some(time) }
}

/// The time of day of a moment, with its clock.
fn time_of(tongue: &dyn Tongue, date: &When) -> Option<String> {
    match (date.shape, date.first, date.last) {
        (Shape::Single, End::At(moment), _) => clear(&moment).then(|| time(tongue, &moment)),
        (Shape::Interval, End::At(a), End::At(b)) => times(tongue, &a, &b),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::British;
    use story::ZoneIx;

    fn date(edtf: &str) -> When {
        compile::date::parse(edtf).unwrap_or_else(|error| panic!("{edtf}: {}", error.message))
    }

    fn told(edtf: &str, length: Length) -> (String, String, Option<String>) {
        let tongue = British::new();
        let Apart { date: day, time } = apart(&tongue, &date(edtf), length);
        (when(&tongue, &date(edtf), length), day, time)
    }

    #[test]
    fn a_time_is_told_as_it_was_there_whole_and_apart() {
        for (edtf, whole, day, time) in [
            ("2024-06-05T10:52-04:00", "5 June 2024 at 10:52 UTC−4", "5 June 2024", Some("10:52 UTC−4")),
            ("2024-06-05T23:52:07+05:30", "5 June 2024 at 23:52:07 UTC+5:30", "5 June 2024", Some("23:52:07 UTC+5:30")),
            ("2024-06-05T10:52Z", "5 June 2024 at 10:52 UTC", "5 June 2024", Some("10:52 UTC")),
            ("2024-06-05T10:52", "5 June 2024 at 10:52", "5 June 2024", Some("10:52")),
            (
                "2024-06-05T10:52-04/2024-06-05T11:30-04",
                "5 June 2024 at 10:52–11:30 UTC−4",
                "5 June 2024",
                Some("10:52–11:30 UTC−4"),
            ),
            ("2024-06-05T10:52/2024-06-05T10:52", "5 June 2024 at 10:52", "5 June 2024", Some("10:52")),
            ("2024-06-05", "5 June 2024", "5 June 2024", None),
        ] {
            let expected = (whole.to_owned(), day.to_owned(), time.map(str::to_owned));
            assert_eq!(told(edtf, Length::Long), expected, "{edtf}");
        }
    }

    #[test]
    fn a_time_that_is_part_of_a_phrase_stays_in_it() {
        for (edtf, whole) in [
            ("2024-06-05T10:52-04:00/..", "since 5 June 2024 at 10:52 UTC−4"),
            ("2024-06-05T10:52-04:00/2024-06-06", "5 June 2024 at 10:52 UTC−4 to 6 June 2024"),
            (
                "2024-06-05T10:52-04:00/2024-06-06T09:00-04:00",
                "5 June 2024 at 10:52 UTC−4 to 6 June 2024 at 09:00 UTC−4",
            ),
            (
                "2024-06-05T10:52-04:00/2024-06-05T11:30-05:00",
                "5 June 2024 at 10:52 UTC−4 to 5 June 2024 at 11:30 UTC−5",
            ),
            (
                "[2024-06-05T10:52-04:00,2024-06-05T11:30-04:00]",
                "5 June 2024 at 10:52 UTC−4 or 5 June 2024 at 11:30 UTC−4",
            ),
            ("-0043-03-15T12:00Z", "15 March 44 BCE"),
        ] {
            assert_eq!(told(edtf, Length::Long), (whole.to_owned(), whole.to_owned(), None), "{edtf}");
        }
    }

    #[test]
    fn a_label_has_the_time_too() {
        assert_eq!(told("2024-06-05T10:52-04:00", Length::Short).0, "5 June 2024, 10:52 UTC−4");
        assert_eq!(told("2024-06-05T10:52:07Z", Length::Short).0, "5 June 2024, 10:52:07 UTC");
    }

    #[test]
    fn a_clock_is_called_as_its_author_calls_it() {
        let tongue = British::with_zones(&["EDT", ""]);
        let named = |name| {
            let mut when = date("2024-06-05T10:52-04:00");
            for end in [&mut when.first, &mut when.last] {
                if let End::At(moment) = end {
                    moment.zone.name = Some(ZoneIx(name));
                }
            }
            apart(&tongue, &when, Length::Long).time
        };
        assert_eq!(named(0).as_deref(), Some("10:52 EDT"));
        for missing in [1, 2] {
            assert_eq!(named(missing).as_deref(), Some("10:52 UTC−4"));
        }
    }
}
