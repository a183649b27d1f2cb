//! Tests of the date parser as a whole.

use super::{DateError, DateFault, parse};
use edtf_core::{Bound, Edtf};
use proptest::prelude::*;
use story::{
    Civil, DAY_SECS, End, Moment, Precision, Qualifier, Shape, When, civil_from_day, day_from_civil, days_in_month,
    sec_from_day,
};

fn day(year: i64, month: u8, day: u8) -> i64 {
    day_from_civil(Civil { year, month, day })
}

/// The first day, the last day and the precision of an expression that is one moment.
fn single(expression: &str) -> (Civil, Civil, Precision) {
    let when = parse(expression).unwrap_or_else(|error| panic!("{expression}: {}", error.message));
    assert_eq!(when.shape, Shape::Single, "{expression}");
    let moment = when.first.moment().expect("a moment");
    let civil = |sec| civil_from_day(story::day_from_sec(sec));
    (civil(moment.earliest_sec), civil(moment.latest_sec), moment.precision)
}

fn civil(text: &str) -> Civil {
    let (sign, rest) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let mut parts = rest.split('-').map(|part| part.parse::<i64>().expect("a number"));
    let mut next = || parts.next().expect("three parts");
    Civil { year: sign * next(), month: next() as u8, day: next() as u8 }
}

#[test]
fn single_dates_have_the_bounds_and_precision_they_were_given() {
    use Precision::{Century, Day, Decade, Millennium, Month, Older, Part, Year};
    let cases = [
        ("2024-06-18", "2024-06-18", "2024-06-18", Day),
        ("2024-02", "2024-02-01", "2024-02-29", Month),
        ("2024", "2024-01-01", "2024-12-31", Year),
        ("201X", "2010-01-01", "2019-12-31", Decade),
        ("19XX", "1900-01-01", "1999-12-31", Century),
        ("2XXX", "2000-01-01", "2999-12-31", Millennium),
        ("XXXX", "0000-01-01", "9999-12-31", Older),
        ("1X99", "1099-01-01", "1999-12-31", Millennium),
        ("2024-XX", "2024-01-01", "2024-12-31", Year),
        ("2024-1X", "2024-10-01", "2024-12-31", Year),
        ("2024-XX-31", "2024-01-31", "2024-12-31", Year),
        ("2024-06-XX", "2024-06-01", "2024-06-30", Month),
        ("2024-06-1X", "2024-06-10", "2024-06-19", Month),
        ("20XX-02-29", "2000-02-29", "2096-02-29", Century),
        ("1950S2", "1900-01-01", "1999-12-31", Century),
        ("Y171010000S3", "171000000-01-01", "171999999-12-31", Older),
        ("2025-21", "2025-03-01", "2025-05-31", Part(21)),
        ("2023-24", "2023-12-01", "2024-02-29", Part(24)),
        ("2025-31", "2025-03-01", "2025-05-31", Part(31)),
        ("2025-33", "2025-01-01", "2025-03-31", Part(33)),
        ("2025-39", "2025-09-01", "2025-12-31", Part(39)),
        ("2025-41", "2025-07-01", "2025-12-31", Part(41)),
        ("0000", "0-01-01", "0-12-31", Year),
    ];
    for (expression, first, last, precision) in cases {
        assert_eq!(single(expression), (civil(first), civil(last), precision), "{expression}");
    }
}

#[test]
fn years_before_zero_may_have_unspecified_digits() {
    use Precision::{Century, Day, Decade, Month, Older, Year};
    let cases = [
        ("-0043-03-15", "-43-03-15", "-43-03-15", Day),
        ("-01XX", "-199-01-01", "-100-12-31", Century),
        ("-004X", "-49-01-01", "-40-12-31", Decade),
        ("-000X", "-9-01-01", "-1-12-31", Decade),
        ("-XXXX", "-9999-01-01", "-1-12-31", Older),
        ("-0043-XX", "-43-01-01", "-43-12-31", Year),
        ("-0043-03-XX", "-43-03-01", "-43-03-31", Month),
        ("-01XX-02-29", "-196-02-29", "-104-02-29", Century),
        ("-01XX-03", "-199-03-01", "-100-03-31", Century),
        ("?-01XX", "-199-01-01", "-100-12-31", Century),
    ];
    for (expression, first, last, precision) in cases {
        assert_eq!(single(expression), (civil(first), civil(last), precision), "{expression}");
    }
}

#[test]
fn years_beyond_every_clock_saturate() {
    let (first, last, precision) = single("Y-13800000000");
    assert_eq!((first.year, last.year, precision), (-13_800_000_000, -13_800_000_000, Precision::Year));
    assert_eq!(single("Y17E7").0.year, 170_000_000);
    assert_eq!(single("Y-17E7S2").0.year, -179_999_999);
    for expression in ["Y9223372036854775807", "Y-9223372036854775807", "Y9E99", "Y-9E99S1"] {
        let when = parse(expression).expect(expression);
        assert!(when.earliest_sec() <= when.latest_sec(), "{expression}");
    }
}

#[test]
fn times_are_those_of_the_clock_there_and_keep_its_offset() {
    let at = |expression: &str| {
        let moment = parse(expression).expect(expression).first.moment().expect("a moment");
        let lasts_secs = moment.latest_sec - moment.earliest_sec;
        (moment.earliest_sec, lasts_secs, moment.precision, moment.zone.offset_mins)
    };
    let noon = sec_from_day(day(2024, 6, 18)) + DAY_SECS / 2;
    assert_eq!(at("2024-06-18T12:00:00Z"), (noon, 0, Precision::Second, Some(0)));
    assert_eq!(at("2024-06-18T12:00:00+00:00"), (noon, 0, Precision::Second, Some(0)));
    assert_eq!(at("2024-06-18T12:00:00"), (noon, 0, Precision::Second, None));
    assert_eq!(at("2024-06-18T12:00:00+09:00"), (noon, 0, Precision::Second, Some(540)));
    assert_eq!(at("2024-06-18T12:00-03:30"), (noon, 59, Precision::Minute, Some(-210)));
    assert_eq!(at("2024-06-18T12:00-04"), (noon, 59, Precision::Minute, Some(-240)));
    assert_eq!(at("2024-06-18T12:00"), (noon, 59, Precision::Minute, None));
    assert_eq!(at("-0043-03-15T12:00:00Z").0, sec_from_day(day(-43, 3, 15)) + DAY_SECS / 2);
    let visit = parse("2024-06-18T12:00Z/2024-06-18T13:00Z").expect("an interval");
    assert_eq!((visit.earliest_sec(), visit.latest_sec()), (Some(noon), Some(noon + 3659)));
    for bad in ["2024-06-18T12:00+14:01", "2024-06-18T12:00-00:00", "2024-06-18T12:00+5", "2024-06-18T12:00EDT"] {
        assert!(parse(bad).is_err(), "{bad}");
    }
}

#[test]
fn a_name_behind_a_time_is_told_where_it_belongs() {
    let hint = |expression: &str| parse(expression).expect_err(expression).hint.expect("a hint");
    for named in ["2024-06-05T10:52EDT", "2024-06-05T10:52:07[America/New_York]", "2024-06-05T10:52 BST"] {
        assert!(hint(named).contains("`zone`"), "{named}: {}", hint(named));
    }
    for other in ["2024-06-05T25:00Z", "2024-06-05T10:5"] {
        assert!(!hint(other).contains("`zone`"), "{other}: {}", hint(other));
    }
}

#[test]
fn instants_decide_which_of_two_times_is_the_earlier() {
    let flight = parse("2024-06-18T23:00+09:00/2024-06-18T20:00-04:00").expect("a flight to the east");
    assert_eq!((flight.earliest_day(), flight.latest_day()), (Some(day(2024, 6, 18)), Some(day(2024, 6, 18))));
    assert!(parse("2024-06-19T08:00+09:00/2024-06-18T21:00-04:00").is_ok());
    let error = parse("2024-06-18T21:00-04:00/2024-06-19T08:00+09:00").expect_err("it ends before it begins");
    assert_eq!(error.fault, DateFault::EndBeforeStart);
    let set = parse("[2024-06-18T21:00-04:00,2024-06-19T08:00+09:00]").expect("a set");
    let offset = |end: End| end.moment().and_then(|moment| moment.zone.offset_mins);
    assert_eq!((offset(set.first), offset(set.last)), (Some(540), Some(-240)));
}

#[test]
fn qualifiers_count_wherever_they_stand() {
    let (approximate, uncertain) =
        (Qualifier { approximate: true, uncertain: false }, Qualifier { approximate: false, uncertain: true });
    let both = Qualifier { approximate: true, uncertain: true };
    for (expression, qualifier) in [
        ("2024~", approximate),
        ("2024-06?-18", uncertain),
        ("2024?-~06", both),
        ("2024-06-18%", both),
        ("2024", Qualifier::default()),
    ] {
        assert_eq!(parse(expression).expect(expression).qualifier(), qualifier, "{expression}");
    }
}

#[test]
fn intervals_have_ends_that_are_dated_open_or_unknown() {
    let ends = |expression: &str| {
        let when = parse(expression).expect(expression);
        assert_eq!(when.shape, Shape::Interval);
        let name = |end: End| match end {
            End::At(moment) => story::day_from_sec(moment.earliest_sec).to_string(),
            End::Open => "open".to_owned(),
            End::Unknown => "unknown".to_owned(),
        };
        (name(when.first), name(when.last))
    };
    let start = day(2024, 6, 18).to_string();
    for (expression, first, last) in [
        ("2024-06-18/..", start.as_str(), "open"),
        ("2024-06-18/", &start, "unknown"),
        ("../2024-06-18", "open", &start),
        ("/2024-06-18", "unknown", &start),
        ("..2024-06-01/2024-06-18", "unknown", &start),
        ("2024-06-18/2024-06-20..", &start, "unknown"),
    ] {
        assert_eq!(ends(expression), (first.to_owned(), last.to_owned()), "{expression}");
    }
}

#[test]
fn sets_have_their_outermost_members_as_ends() {
    let set = |expression: &str| {
        let when = parse(expression).expect(expression);
        (when.shape, when.earliest_day(), when.latest_day())
    };
    let (a, b) = (day(2023, 9, 13), day(2023, 9, 14));
    assert_eq!(set("[2023-09-13,2023-09-14]"), (Shape::OneOf { members: 2 }, Some(a), Some(b)));
    assert_eq!(set("[2023-09-14,2023-09-13]"), (Shape::OneOf { members: 2 }, Some(a), Some(b)));
    assert_eq!(set("[2023-09-10..2023-09-14]"), (Shape::OneOf { members: 5 }, Some(a - 3), Some(b)));
    assert_eq!(
        set("[2023-11..2024-01]"),
        (Shape::OneOf { members: 3 }, Some(day(2023, 11, 1)), Some(day(2024, 1, 31)))
    );
    assert_eq!(set("[1667,1668,1670..1672]").0, Shape::OneOf { members: 5 });
    assert_eq!(set("{1960,1961-12}"), (Shape::AllOf { members: 2 }, Some(day(1960, 1, 1)), Some(day(1961, 12, 31))));
    assert_eq!(set("[..2023-09-14]"), (Shape::OneOf { members: u16::MAX }, None, Some(b)));
    assert_eq!(set("[2023-09-13..]"), (Shape::OneOf { members: u16::MAX }, Some(a), None));
    assert_eq!(set("[0000-01-01..9999-12-31]").0, Shape::OneOf { members: u16::MAX });
    assert_eq!(set("[-01XX,0050]").0, Shape::OneOf { members: 2 });
}

#[test]
fn mistakes_are_found_in_their_place() {
    for (expression, range, message) in [
        ("2024-06-31", 8..10, "June 2024 has 30 days"),
        ("2023-02-29", 8..10, "February 2023 has 28 days"),
        ("-0001-02-29", 9..11, "February -0001 has 28 days"),
        ("2024-06?-31", 9..11, "June 2024 has 30 days"),
        ("-0043-13", 6..8, "there is no month 13"),
        ("2024-00-10", 5..7, "there is no month 00"),
        ("2024-21-10", 8..10, "a season or quarter has no days"),
        ("2024-06-18/2024-06-32", 19..21, "June 2024 has 30 days"),
        ("[2024-01,2024-14]", 14..16, "there is no month 14"),
        ("[2024-01,]", 9..9, "a date is missing here"),
        ("[2024", 5..5, "the set is not closed with `]`"),
        ("2024/2025/2026", 9..10, "an interval has two ends, with one `/` between them"),
        ("../..", 0..5, "an interval needs a date at one end at least"),
        ("2024-06T10:00:00Z", 0..7, "a time needs a whole day before it, without doubt"),
        ("2024-06-18T25:00:00Z", 11..20, "this is no time of day"),
        ("2024-06-18T01:01:60", 11..19, "this is no time of day"),
        ("2016-12-31T23:59:60Z", 11..20, "this is no time of day"),
        ("[2024-06..2025]", 1..14, "the two ends of a range must both be whole days, months or years, without doubt"),
        ("nonsense", 0..8, "this is no date"),
        ("", 0..0, "there is no date here"),
    ] {
        let error = parse(expression).expect_err(expression);
        assert_eq!((error.range, error.message.as_str()), (range, message), "{expression}");
        assert_eq!(error.fault, DateFault::Invalid);
    }
}

#[test]
fn a_set_may_hold_one_date_alone() {
    assert_eq!(parse("[2024]").map(|when| when.shape), Ok(Shape::OneOf { members: 1 }));
}

#[test]
fn a_year_with_an_exponent_may_be_one_of_four_digits() {
    for (expression, first, last) in [
        ("Y20E2", "2000-01-01", "2000-12-31"),
        ("Y5E2", "500-01-01", "500-12-31"),
        ("Y20E2S1", "2000-01-01", "2999-12-31"),
    ] {
        let (earliest, latest, _) = single(expression);
        assert_eq!((earliest, latest), (civil(first), civil(last)), "{expression}");
    }
    assert_eq!(single("Y-43E0").0, civil("-43-01-01"));
    for bad in ["Y20E2S5", "Y0E2", "Y20E", "Y2000", "20E2"] {
        assert!(parse(bad).is_err(), "{bad}");
    }
}

/// Expressions of every kind that `edtf-core` reads whole.
fn expression() -> impl Strategy<Value = String> {
    let qualifier = prop::sample::select(vec!["", "?", "~", "%"]);
    let year = prop_oneof!["[0-2][0-9]{3}", "[0-2][0-9][0-9]X", "[0-2][0-9]XX", "-[1-9][0-9]{3}"];
    let month = prop_oneof!["0[1-9]", "1[0-2]", "XX", "0X", "1X", "2[1-9]", "3[0-9]", "4[01]"];
    let date = (
        year,
        prop::option::of((month, prop::option::of(prop_oneof!["0[1-9]", "[12][0-9]", "3[01]", "XX", "[0-3]X"]))),
        qualifier,
    )
        .prop_map(|(year, month, qualifier)| {
            let rest =
                month.map(|(month, day)| format!("-{month}{}", day.map(|day| format!("-{day}")).unwrap_or_default()));
            format!("{year}{}{qualifier}", rest.unwrap_or_default())
        });
    let date =
        prop_oneof![8 => date, 1 => "Y-?[1-9][0-9]{4,10}", 1 => "Y-?[1-9]{1,3}E[4-8](S[12])?", 1 => "[0-9]{4}S[1-4]"]
            .boxed();
    prop_oneof![
        4 => date.clone(),
        2 => (date.clone(), date.clone()).prop_map(|(a, b)| format!("{a}/{b}")),
        1 => date.clone().prop_map(|a| format!("{a}/..")),
        1 => (date.clone(), date.clone()).prop_map(|(a, b)| format!("[{a},{b}]")),
        1 => (date.clone(), date).prop_map(|(a, b)| format!("{{{a}..{b}}}")),
    ]
}

/// The same bounds in days as `edtf-core` has them; `None` where it has none.
fn oracle(expression: &str) -> Option<(Option<i64>, Option<i64>)> {
    let bounds = Edtf::parse(expression).ok()?.bounds();
    let day = |bound| match bound {
        Bound::Date(date) => Some(day(date.year, date.month, date.day)),
        _ => None,
    };
    Some((day(bounds.earliest), day(bounds.latest)))
}

proptest! {
    #[test]
    fn bounds_agree_with_edtf_core_where_it_has_any(expression in expression()) {
        if let Some(days) = oracle(&expression) {
            let when = parse(&expression).map_err(|error| TestCaseError::fail(error.message))?;
            prop_assert_eq!((when.earliest_day(), when.latest_day()), days, "{}", expression);
        }
    }

    #[test]
    fn the_earliest_never_lies_after_the_latest(expression in expression()) {
        if let Ok(When { first, last, .. }) = parse(&expression) {
            let in_order = |moment: Moment| moment.earliest_sec <= moment.latest_sec;
            for end in [first, last] {
                prop_assert!(end.moment().is_none_or(in_order), "{}", expression);
            }
            if let (Some(a), Some(b)) = (first.moment(), last.moment()) {
                prop_assert!(a.earliest_sec <= b.latest_sec, "{}", expression);
            }
        }
    }

    #[test]
    fn no_year_is_too_far(expression in "Y-?[1-9][0-9]{4,18}(S[1-5])?|Y-?[1-9]{1,4}E[1-9][0-9]?") {
        if let Ok(when) = parse(&expression) {
            prop_assert!(when.earliest_sec() <= when.latest_sec(), "{}", expression);
            prop_assert_eq!(when.earliest_day() < Some(day(0, 1, 1)), expression.starts_with("Y-"), "{}", expression);
        }
    }

    #[test]
    fn every_day_is_read_back(year in -9999_i64..=9999, month in 1_u8..=12, number in 1_u8..=31) {
        let number = number.min(days_in_month(year, month));
        prop_assume!(year != 0 || month > 0);
        let sign = if year < 0 { "-" } else { "" };
        let expression = format!("{sign}{:04}-{month:02}-{number:02}", year.abs());
        let when = parse(&expression).map_err(|error| TestCaseError::fail(error.message))?;
        prop_assert_eq!(when.earliest_day(), Some(day(year, month, number)));
        prop_assert_eq!(when.latest_day(), when.earliest_day());
    }

    #[test]
    fn any_text_gives_a_date_or_a_mistake_within_it(expression in prop_oneof!["[-0-9XYESTZ:+.~?%/,{}\\[\\] ]{0,24}", "\\PC{0,16}"]) {
        match parse(&expression) {
            Ok(when) => { let _ = super::explain(&when); }
            Err(DateError { range, hint, .. }) => {
                prop_assert!(hint.is_some());
                prop_assert!(range.start <= range.end && range.end <= expression.len());
                prop_assert!(expression.get(range).is_some(), "{}", expression);
            }
        }
    }

    #[test]
    fn no_figures_lead_to_a_season_but_one_that_they_have_and_its_meaning_is_told(a in "[0-9]{1,6}", between in "[-/.– ]|( [-/] )", b in "[0-9]{1,4}", c in "([-/.][0-9]{1,4})?") {
        let expression = format!("{a}{between}{b}{c}");
        if let Err(DateError { hint: Some(hint), .. }) = parse(&expression) {
            let pieces: Vec<_> = hint.split('`').collect();
            let dates = pieces.windows(2).skip(1).step_by(2).filter(|_| hint.starts_with("write `"));
            for (date, behind) in dates.flat_map(|pair| pair[0].split('/').map(|date| (date, pair[1]))) {
                let month = date.split('-').nth(1).and_then(|month| month.parse::<u8>().ok());
                let is_told = expression.contains(date) && behind.starts_with(" (");
                prop_assert!(is_told || month.is_none_or(|month| month <= 12), "{}: {}", expression, hint);
            }
        }
    }
}
