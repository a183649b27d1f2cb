//! Dates by their parts, the ends of a stretch and the members of a set, and every reading that their figures have there.
//!
//! `2023-24` is winter 2023 in EDTF and the years 2023 to 2024 to many who write it. Wherever it stands, with a doubt or
//! as an end, it has both readings.

use super::figures::{self, Notation, Reading};
use super::{group, named};

/// Every reading of one date: of its figures, as EDTF has it, and in words.
pub(super) fn of(text: &str) -> Vec<Reading> {
    let mut all = of_figures(text);
    let is_new = |all: &[Reading]| !all.iter().any(|reading| reading.date == text);
    if is_new(&all) && group::parse(text).is_ok() {
        let kind = if figures::has_season(text) { Notation::Season } else { Notation::Plain };
        all.push(Reading { kind, date: text.to_owned() });
    }
    if all.is_empty() {
        all.extend(named::date(text).map(|date| Reading { kind: Notation::Plain, date }));
    }
    all
}

/// Every reading of figures, which may have marks of doubt.
pub(super) fn of_figures(text: &str) -> Vec<Reading> {
    let bare: String = text.chars().filter(|c| !DOUBTS.contains(c)).collect();
    let with_doubt = |reading: Reading| match doubt_of(text) {
        "" => Some(reading),
        doubt => Some(Reading { date: doubted(&reading.date, doubt)?, ..reading }),
    };
    figures::readings(&bare).into_iter().filter_map(with_doubt).collect()
}

/// The marks of doubt: uncertain, approximate, both.
const DOUBTS: [char; 3] = ['?', '~', '%'];

/// All doubts of a text as one mark.
fn doubt_of(text: &str) -> &'static str {
    match (text.contains(['?', '%']), text.contains(['~', '%'])) {
        (false, false) => "",
        (true, false) => "?",
        (false, true) => "~",
        (true, true) => "%",
    }
}

/// A date with a doubt more, which is one of both ends of a stretch; `None` for a set, which can have none.
pub(super) fn doubted(date: &str, mark: &str) -> Option<String> {
    let end = |end: &str| {
        let bare = end.trim_end_matches(DOUBTS);
        let doubt = doubt_of(&[&end[bare.len()..], mark].concat());
        if matches!(bare, "" | "..") { bare.to_owned() } else { [bare, doubt].concat() }
    };
    (!date.contains(['[', '{'])).then(|| date.split('/').map(end).collect::<Vec<_>>().join("/"))
}

/// Where a date begins: the first end of a stretch.
pub(super) fn start(date: &str) -> &str {
    date.split('/').next().unwrap_or(date)
}

/// Where a date ends: the last end of a stretch.
pub(super) fn end(date: &str) -> &str {
    date.split('/').next_back().unwrap_or(date)
}

/// Every reading of two dates that are put together: those in which both are of one kind. Where no kind fits both, each
/// reading of the one that has several is possible.
pub(super) fn together(a: &[Reading], b: &[Reading], put: impl Fn(&str, &str) -> String) -> Vec<Reading> {
    let pairs = || a.iter().flat_map(|a| b.iter().map(move |b| (a, b)));
    let is_alike = pairs().any(|(a, b)| a.kind == b.kind);
    if !is_alike && a.len() > 1 && b.len() > 1 {
        return Vec::new();
    }
    let of = |(a, b): (&Reading, &Reading)| Reading { kind: a.kind, date: put(&a.date, &b.date) };
    pairs().filter(|(a, b)| !is_alike || a.kind == b.kind).map(of).collect()
}

/// Every reading of a date in EDTF: the date itself, and what its figures may be meant for. Within a stretch or a set that
/// holds no season nobody means a month for a year: `1984/2004-06`.
pub(super) fn readings(edtf: &str) -> Vec<String> {
    if edtf.contains(['/', '[', '{']) && !figures::has_season(edtf) && group::parse(edtf).is_ok() {
        return vec![edtf.to_owned()];
    }
    let all: Vec<String> = match edtf.chars().next() {
        Some(open @ ('[' | '{')) => {
            let inner = edtf.trim_matches(['[', ']', '{', '}']);
            let members = inner.split(',').map(member).reduce(|a, b| together(&a, &b, |a, b| [a, b].join(",")));
            let close = if open == '[' { ']' } else { '}' };
            let closed = |reading: Reading| format!("{open}{}{close}", reading.date);
            members.into_iter().flatten().map(closed).collect()
        }
        _ => match edtf.split_once('/') {
            Some((a, b)) => dates(between(a, b, "/")),
            None => dates(of(edtf)),
        },
    };
    valid(all.into_iter().chain([edtf.to_owned()]))
}

/// Those that are dates, each once.
pub(super) fn valid(dates: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for date in dates.filter(|date| group::parse(date).is_ok()) {
        if !all.contains(&date) {
            all.push(date);
        }
    }
    all
}

/// The dates of readings, in their order.
pub(super) fn dates(readings: Vec<Reading>) -> Vec<String> {
    readings.into_iter().map(|reading| reading.date).collect()
}

/// A member of a set, in which a stretch has points between its ends.
fn member(text: &str) -> Vec<Reading> {
    let in_set = |reading: Reading| Reading { date: reading.date.replace('/', ".."), ..reading };
    match text.split_once("..") {
        Some((a, b)) => between(a, b, ".."),
        None => or_as_it_is(text).into_iter().map(in_set).collect(),
    }
}

fn between(a: &str, b: &str, sign: &str) -> Vec<Reading> {
    together(&or_as_it_is(a), &or_as_it_is(b), |a, b| [start(a), sign, end(b)].concat())
}

/// Every reading of an end, which may be open. Beside a season a month is one, unless it too has the number of the next year.
fn or_as_it_is(text: &str) -> Vec<Reading> {
    let is_clear = || !figures::has_season(text) && !figures::has_number_of_next_year(text);
    let readings = if group::parse(text).is_ok() && is_clear() { Vec::new() } else { of(text) };
    if readings.is_empty() { vec![Reading { kind: Notation::Plain, date: text.to_owned() }] } else { readings }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_season_has_a_second_reading_wherever_it_stands() {
        let cases: &[(&str, &[&str])] = &[
            ("2023-24", &["2023/2024", "2023-24"]),
            ("2023-24?", &["2023?/2024?", "2023-24?"]),
            ("2023?-24", &["2023?/2024?", "2023?-24"]),
            ("2023-24~", &["2023~/2024~", "2023-24~"]),
            ("2023-24%", &["2023%/2024%", "2023-24%"]),
            ("2023-24/2024-25", &["2023/2025", "2023-24/2024-25"]),
            ("2023-24/2024-25~", &["2023/2025~", "2023-24/2024-25~"]),
            ("2023-24/..", &["2023/..", "2023-24/.."]),
            ("../2023-24", &["../2024", "../2023-24"]),
            ("/2023-24", &["/2024", "/2023-24"]),
            ("2019/2023-24", &["2019/2024", "2019/2023-24"]),
            ("[..2023-24]", &["[..2024]", "[..2023-24]"]),
            ("[2023-24..]", &["[2023..]", "[2023-24..]"]),
            ("{2021-22,2023-24}", &["{2021..2022,2023..2024}", "{2021-22,2023-24}"]),
            ("2004-06/2023-24", &["2004-06/2024", "2004-06/2023-24"]),
            ("2004-06~/2023-24", &["2004-06~/2024", "2004-06~/2023-24"]),
            ("2011-12/2023-24", &["2011/2024", "2011-12/2023-24"]),
            ("2023-22", &["2023-22"]),
            ("2024-06/2024-11", &["2024-06/2024-11"]),
            ("2011-12/2012-01", &["2011-12/2012-01"]),
            ("1984/2004-06", &["1984/2004-06"]),
            ("2004-06?/..", &["2004-06?/.."]),
            ("[1760-01,1760-02,1760-12..]", &["[1760-01,1760-02,1760-12..]"]),
            ("2004-06", &["2004/2006", "2004-06"]),
            ("2024", &["2024"]),
            ("..2024-06-01/2024-06-18", &["..2024-06-01/2024-06-18"]),
        ];
        for (date, expected) in cases {
            assert_eq!(readings(date), *expected, "{date}");
        }
    }

    #[test]
    fn a_doubt_is_one_of_both_ends() {
        for (date, mark, expected) in [
            ("2024", "~", Some("2024~")),
            ("2023/2024", "~", Some("2023~/2024~")),
            ("2023?/2024", "~", Some("2023%/2024~")),
            ("2023/..", "~", Some("2023~/..")),
            ("[2023,2024]", "~", None),
        ] {
            assert_eq!(doubted(date, mark).as_deref(), expected, "{date}");
        }
    }
}
