//! Dates for machines, where HTML has a form for them.

use story::{Civil, DAY_SECS, End, Moment, Precision, Qualifier, Shape, When, civil_from_day, day_from_sec};

/// A date as the attribute `datetime` takes it (the HTML standard, "the time element"): where it is one moment that nobody
/// doubts. To read anything else into these forms would make it more precise than it is. A time has the offset that it was told
/// with; one of nobody knows where has none, which HTML calls a local date and time.
#[must_use]
pub fn datetime(when: &When) -> Option<String> {
    match (when.shape, when.first) {
        (Shape::Single, End::At(moment)) if moment.qualifier == Qualifier::default() => of_moment(&moment),
        _ => None,
    }
}

fn of_moment(moment: &Moment) -> Option<String> {
    let Civil { year, month, day } = civil_from_day(day_from_sec(moment.earliest_sec));
    let year = (1..=9999).contains(&year).then(|| padded(year, 4))?;
    let month = [&year, "-", &padded(month.into(), 2)].concat();
    let day = [&month, "-", &padded(day.into(), 2)].concat();
    let of_day = moment.earliest_sec.rem_euclid(DAY_SECS);
    let minute = [&day, "T", &padded(of_day / 3_600, 2), ":", &padded(of_day / 60 % 60, 2)].concat();
    match moment.precision {
        Precision::Year => Some(year),
        Precision::Month => Some(month),
        Precision::Day => Some(day),
        Precision::Minute => Some(minute + &moment.zone.iso()),
        Precision::Second => Some([&minute, ":", &padded(of_day % 60, 2), &moment.zone.iso()].concat()),
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
            ("2024-06-18T23:30-04:00", Some("2024-06-18T23:30-04:00")),
            ("2024-06-18T10:30:09+0530", None),
            ("2024-06-18T10:30:09+05:30", Some("2024-06-18T10:30:09+05:30")),
            ("2024-06-18T10:30", Some("2024-06-18T10:30")),
            ("2024-06-18~", None),
            ("2024?", None),
            ("2024-06-18/2024-06-19", None),
            ("[2024-06-18,2024-06-19]", None),
            ("201X", None),
            ("2025-21", None),
            ("-0043-03-15", None),
        ];
        for (edtf, expected) in cases {
            let when = compile::date::parse(edtf).ok();
            assert_eq!(when.and_then(|when| datetime(&when)).as_deref(), expected, "{edtf}");
        }
    }
}
