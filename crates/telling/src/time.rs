//! Dates for readers, and for machines where HTML has a form for them.

use story::{DAY_SECS, End, Message, Moment, Precision, Qualifier, Shape, When, civil_from_day, day_from_sec};
use wording::Length;

use crate::{Telling, Tree};

impl Telling<'_> {
    /// A date in words. A machine gets it where it is one moment that nobody doubts; to read anything else into the form
    /// that HTML has would make it more precise than it is.
    pub(crate) fn when(&self, t: &mut dyn Tree, class: &str, when: &When) {
        let words = wording::when(self.tongue, when, Length::Long);
        match machine_form(when) {
            Some(form) => {
                t.start("time", class);
                t.set("datetime", &form);
                t.text(&words);
                t.close();
            }
            None => t.leaf("span", class, &words),
        }
    }

    /// A phrase around a date.
    pub(crate) fn around_date(&self, t: &mut dyn Tree, message: Message, when: &When) {
        self.around(t, message, "{date}", &mut |t| self.when(t, "", when));
    }

    /// A phrase around a date, or another one where there is no date.
    pub(crate) fn dated(&self, t: &mut dyn Tree, when: Option<When>, with: Message, without: Message) {
        match when {
            Some(when) => self.around_date(t, with, &when),
            None => t.text(self.say(without)),
        }
    }
}

/// A date as the attribute `datetime` takes it (the HTML standard, "the time element"); `None` where it has no form for it.
#[must_use]
pub fn machine_form(when: &When) -> Option<String> {
    match (when.shape, when.first) {
        (Shape::Single, End::At(moment)) if moment.qualifier == Qualifier::default() => of_moment(&moment),
        _ => None,
    }
}

fn of_moment(moment: &Moment) -> Option<String> {
    let civil = civil_from_day(day_from_sec(moment.earliest_sec));
    let year = (1..=9999).contains(&civil.year).then(|| padded(civil.year, 4))?;
    let two = |n: i64| padded(n, 2);
    let month = [&year, "-", &two(civil.month.into())].concat();
    let day = [&month, "-", &two(civil.day.into())].concat();
    let of_day = moment.earliest_sec.rem_euclid(DAY_SECS);
    let minute = [&day, "T", &two(of_day / 3_600), ":", &two(of_day / 60 % 60)].concat();
    match moment.precision {
        Precision::Year => Some(year),
        Precision::Month => Some(month),
        Precision::Day => Some(day),
        Precision::Minute => Some(minute + "Z"),
        Precision::Second => Some([&minute, ":", &two(of_day % 60), "Z"].concat()),
        _ => None,
    }
}

/// A number with zeros before it, at least so many digits long.
fn padded(n: i64, digits: usize) -> String {
    let n = n.to_string();
    ["0".repeat(digits.saturating_sub(n.len())), n].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_is_told_a_date_only_where_it_is_one_moment_beyond_doubt() {
        let cases = [
            ("2024", Some("2024")),
            ("0800", Some("0800")),
            ("2024-06", Some("2024-06")),
            ("2024-06-18", Some("2024-06-18")),
            ("2024-06-18T10:30Z", Some("2024-06-18T10:30Z")),
            ("2024-06-18T10:30:09+09:00", Some("2024-06-18T01:30:09Z")),
            ("2024-06-18~", None),
            ("2024?", None),
            ("2024-06-18/2024-06-19", None),
            ("[2024-06-18,2024-06-19]", None),
            ("201X", None),
            ("2025-21", None),
            ("-0043-03-15", None),
        ];
        for (edtf, expected) in cases {
            let when = compile::date::parse(edtf).unwrap_or_else(|error| panic!("{edtf}: {}", error.message));
            assert_eq!(machine_form(&when).as_deref(), expected, "{edtf}");
        }
    }
}
