//! Dates on a page: in words for readers, and for machines where HTML has a form for them.

use maud::{Markup, html};
use story::{DAY_SECS, Date, End, Message, Moment, Precision, Qualifier, Shape, civil_from_day, day_from_sec};

use super::Page;

impl Page<'_> {
    /// A date in words. A machine gets it where it is one moment that nobody doubts; to read anything else into the form
    /// that HTML has would make it more precise than it is.
    pub(super) fn date(&self, date: &Date) -> Markup {
        let words = self.words.date(date);
        match machine_form(date) {
            Some(form) => html! { time datetime=(form) { (words) } },
            None => html! { span class="date" data-edtf=(date.edtf) { (words) } },
        }
    }

    /// A phrase around a date.
    pub(super) fn around_date(&self, message: Message, date: &Date) -> Markup {
        let phrase = self.words.say(message);
        let (before, after) = phrase.split_once("{date}").unwrap_or((phrase, ""));
        html! { (before) (self.date(date)) (after) }
    }

    /// A phrase around a date, or another one where there is no date.
    pub(super) fn dated(&self, date: Option<&Date>, with: Message, without: Message) -> Markup {
        match date {
            Some(date) => self.around_date(with, date),
            None => html! { (self.words.say(without)) },
        }
    }
}

/// A date as the attribute `datetime` takes it (the HTML standard, "the time element").
pub(super) fn machine_form(date: &Date) -> Option<String> {
    match (date.when.shape, date.when.first) {
        (Shape::Single, End::At(moment)) if moment.qualifier == Qualifier::default() => of_moment(&moment),
        _ => None,
    }
}

fn of_moment(moment: &Moment) -> Option<String> {
    let civil = civil_from_day(day_from_sec(moment.earliest_sec));
    let year = (1..=9999).contains(&civil.year).then(|| format!("{:04}", civil.year))?;
    let month = format!("{year}-{:02}", civil.month);
    let day = format!("{month}-{:02}", civil.day);
    let of_day = moment.earliest_sec.rem_euclid(DAY_SECS);
    let minute = format!("{day}T{:02}:{:02}", of_day / 3_600, of_day / 60 % 60);
    match moment.precision {
        Precision::Year => Some(year),
        Precision::Month => Some(month),
        Precision::Day => Some(day),
        Precision::Minute => Some(minute + "Z"),
        Precision::Second => Some(format!("{minute}:{:02}Z", of_day % 60)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::date;

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
            assert_eq!(machine_form(&date(edtf)).as_deref(), expected, "{edtf}");
        }
    }
}
