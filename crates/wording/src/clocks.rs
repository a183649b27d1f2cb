//! Times of day in words, as the place printed them: by the clock there, with what that clock is called.

use story::{Moment, Precision, Zone};

use crate::formats::{format_of, is_plain};
use crate::{Format, Length, Tongue};

/// A moment with its time and its clock, for instance "5 June 2024 at 10:52 a.m. EDT". `None` where it has no time that the
/// language can tell.
pub(crate) fn moment(tongue: &dyn Tongue, moment: &Moment, length: Length) -> Option<String> {
    let format = format_of(moment.precision, length).filter(|_| moment.is_timed() && is_plain(moment))?;
    let whole = tongue.date(format, moment.earliest_sec);
    Some(with_time(&whole, &bare_time(tongue, moment), &time(tongue, moment)))
}

/// From one time of a day to another, by one clock: "5 June 2024 at 10:52–11:30 UTC−4".
pub(crate) fn span(tongue: &dyn Tongue, a: &Moment, b: &Moment, length: Length) -> Option<String> {
    let times = times(tongue, a, b)?;
    let whole = tongue.date(format_of(a.precision, length)?, a.earliest_sec);
    Some(with_time(&whole, &bare_time(tongue, a), &times))
}

/// From one time to another, where both are of one day and by one clock.
pub(crate) fn times(tongue: &dyn Tongue, a: &Moment, b: &Moment) -> Option<String> {
    let day = |moment: &Moment| story::day_from_sec(moment.earliest_sec);
    if !clear(a) || !clear(b) || day(a) != day(b) || a.zone != b.zone {
        return None;
    }
    if a.earliest_sec == b.earliest_sec {
        return Some(time(tongue, a));
    }
    let (from, to) = (bare_time(tongue, a), time(tongue, b));
    // Numbers stand close to their dash, words do not.
    let is_number = !from.contains(char::is_whitespace);
    let dash = if is_number { "–" } else { " – " };
    Some([&from, dash, &to].concat())
}

/// Whether a moment has a time that can be told, and nobody doubts it.
pub(crate) fn clear(moment: &Moment) -> bool {
    moment.is_timed() && is_plain(moment) && moment.qualifier == story::Qualifier::default()
}

/// The time of a moment, with its clock.
pub(crate) fn time(tongue: &dyn Tongue, moment: &Moment) -> String {
    let (bare, zone) = (bare_time(tongue, moment), zone(tongue, moment.zone));
    if zone.is_empty() { bare } else { [&bare, " ", &zone].concat() }
}

fn bare_time(tongue: &dyn Tongue, moment: &Moment) -> String {
    let format = if moment.precision == Precision::Second { Format::TimeToSecond } else { Format::Time };
    tongue.date(format, moment.earliest_sec)
}

/// What a clock is called: by its author, else by how far it is from UTC; nothing where nobody knows.
fn zone(tongue: &dyn Tongue, zone: Zone) -> String {
    let name = zone.name.map_or("", |name| tongue.zone(name));
    if name.is_empty() { zone.told() } else { name.to_owned() }
}

/// A day with its time, the time said otherwise. Where it stands depends on the language; one that says it otherwise beside a
/// day than alone gets it behind the day.
fn with_time(whole: &str, time: &str, other: &str) -> String {
    match whole.rfind(time) {
        Some(at) => [&whole[..at], other, &whole[at + time.len()..]].concat(),
        None => [whole, " (", other, ")"].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_stands_where_the_language_puts_it() {
        assert_eq!(with_time("lúc 21:05 5 tháng 6, 2024", "21:05", "21:05 UTC+7"), "lúc 21:05 UTC+7 5 tháng 6, 2024");
        assert_eq!(with_time("5 June, nine", "9:00", "9:00 BST"), "5 June, nine (9:00 BST)");
    }
}
