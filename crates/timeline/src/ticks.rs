//! Where the axis gets its marks: a table of calendar intervals and one look-up, as in d3-time.

use crate::{Domain, TimeScale};
use story::{Civil, DAY_SECS, civil_from_day, day_from_civil, day_from_sec, days_in_month, sec_from_day};

/// A place on the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The second it stands at, counted from 1970-01-01T00:00:00Z.
    pub sec: i64,
    /// Whether it begins the next larger unit: a year among months, a month among days, a day among hours, a decade
    /// (century, millennium ...) among years.
    pub major: bool,
}

/// What the ticks of an axis count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days of a month.
    Day,
    /// Months of a year.
    Month,
    /// Years.
    Year,
}

/// The ticks of an axis, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticks {
    /// What they count.
    pub unit: Unit,
    /// By how many of the unit: every third hour, every 1,000,000th year.
    pub step: i64,
    /// The ticks within the domain, its ends included.
    pub ticks: Vec<Tick>,
}

/// More ticks than this no axis gets, however wide it is.
const MAX_TICKS: f64 = 1000.0;

/// The least days in a year.
const YEAR_DAYS: i64 = 365;

/// Beyond these seconds a day's number is of no use; the universe is 4.4e17 old.
const LIMIT_SEC: f64 = 9e18;

/// The largest step in years; two of them span all of `i64` seconds.
const MAX_STEP_YEARS: i64 = 500_000_000_000;

/// The intervals below a year: unit, step, the least seconds from one tick to the next.
const INTERVALS: [(Unit, i64, i64); 19] = [
    (Unit::Second, 1, 1),
    (Unit::Second, 5, 5),
    (Unit::Second, 15, 15),
    (Unit::Second, 30, 30),
    (Unit::Minute, 1, 60),
    (Unit::Minute, 5, 300),
    (Unit::Minute, 15, 900),
    (Unit::Minute, 30, 1_800),
    (Unit::Hour, 1, 3_600),
    (Unit::Hour, 3, 10_800),
    (Unit::Hour, 6, 21_600),
    (Unit::Hour, 12, 43_200),
    (Unit::Day, 1, DAY_SECS),
    (Unit::Day, 2, 2 * DAY_SECS),
    (Unit::Day, 5, 5 * DAY_SECS),
    (Unit::Day, 10, 10 * DAY_SECS),
    (Unit::Month, 1, 28 * DAY_SECS),
    (Unit::Month, 3, 90 * DAY_SECS),
    (Unit::Month, 6, 181 * DAY_SECS),
];

/// The ticks of an axis: the densest of the calendar's intervals that leaves `min_gap_px` between any two ticks.
///
/// Days are counted from the first of each month, so the last gap of a month may be longer. Years before year 1 are
/// counted as people do: the tick a thousand years before 1 CE is 1000 BCE, astronomical year -999. An axis without
/// length or width has no ticks.
#[must_use]
pub fn ticks(domain: Domain, width_px: f64, min_gap_px: f64) -> Ticks {
    let scale = TimeScale { domain, width_px };
    if !scale.is_drawable() || domain.start_sec < -LIMIT_SEC || domain.end_sec > LIMIT_SEC {
        return Ticks { unit: Unit::Year, step: 1, ticks: Vec::new() };
    }
    let min_gap_secs = scale.secs_from_px(min_gap_px.max(width_px / MAX_TICKS));
    let (unit, step) = interval(min_gap_secs);
    let first_sec = domain.start_sec.ceil() as i64;
    let last_sec = domain.end_sec.floor() as i64;
    let mut ticks = match unit {
        Unit::Second => even_ticks(step, 60, first_sec, last_sec),
        Unit::Minute => even_ticks(step * 60, 3_600, first_sec, last_sec),
        Unit::Hour => even_ticks(step * 3_600, DAY_SECS, first_sec, last_sec),
        Unit::Day => day_ticks(step, first_sec, last_sec),
        Unit::Month => month_ticks(step, first_sec, last_sec),
        Unit::Year => year_ticks(step, min_gap_secs, first_sec, last_sec),
    };
    ticks.retain(|tick| first_sec <= tick.sec && tick.sec <= last_sec);
    Ticks { unit, step, ticks }
}

/// The finest interval whose ticks are at least `min_gap_secs` apart.
fn interval(min_gap_secs: f64) -> (Unit, i64) {
    let at = INTERVALS.partition_point(|&(_, _, secs)| (secs as f64) < min_gap_secs);
    match INTERVALS.get(at) {
        Some(&(unit, step, _)) => (unit, step),
        None => (Unit::Year, year_step(min_gap_secs / (YEAR_DAYS * DAY_SECS) as f64)),
    }
}

/// The smallest of 1, 2, 5, 10, 20 ... years that is not below `years`.
fn year_step(years: f64) -> i64 {
    let mut power = 1;
    loop {
        for factor in [1, 2, 5] {
            let step = power * factor;
            if step as f64 >= years || step >= MAX_STEP_YEARS {
                return step;
            }
        }
        power *= 10;
    }
}

/// Ticks every `step_secs` from 1970; major where `major_secs` begin.
fn even_ticks(step_secs: i64, major_secs: i64, first_sec: i64, last_sec: i64) -> Vec<Tick> {
    (first_sec.div_euclid(step_secs)..=last_sec.div_euclid(step_secs))
        .map(|n| n * step_secs)
        .map(|sec| Tick { sec, major: sec.rem_euclid(major_secs) == 0 })
        .collect()
}

/// Ticks every `step` days of each month, from its first; none so late that the next month's first is too near.
fn day_ticks(step: i64, first_sec: i64, last_sec: i64) -> Vec<Tick> {
    let mut ticks = Vec::new();
    for month in month_of(first_sec)..=month_of(last_sec) {
        let (year, month) = (month.div_euclid(12), month.rem_euclid(12) as u8 + 1);
        let first_day = day_from_civil(Civil { year, month, day: 1 });
        let len_days = i64::from(days_in_month(year, month));
        let days = (0..=len_days - step).step_by(step as usize);
        ticks.extend(days.map(|day| Tick { sec: sec_from_day(first_day + day), major: day == 0 }));
    }
    ticks
}

/// Ticks every `step` months from January.
fn month_ticks(step: i64, first_sec: i64, last_sec: i64) -> Vec<Tick> {
    (month_of(first_sec).div_euclid(step)..=month_of(last_sec).div_euclid(step))
        .map(|n| n * step)
        .map(|month| {
            let civil = Civil { year: month.div_euclid(12), month: month.rem_euclid(12) as u8 + 1, day: 1 };
            Tick { sec: sec_from_day(day_from_civil(civil)), major: civil.month == 1 }
        })
        .collect()
}

/// Months from year 0 to a second.
fn month_of(sec: i64) -> i64 {
    let civil = civil_from_day(day_from_sec(sec));
    civil.year * 12 + i64::from(civil.month) - 1
}

/// Ticks at the years that are a multiple of `step` in the era's own count, and at 1 CE where there is room for it.
fn year_ticks(step: i64, min_gap_secs: f64, first_sec: i64, last_sec: i64) -> Vec<Tick> {
    let year_of = |sec| civil_from_day(day_from_sec(sec)).year;
    let origin_fits = step == 1 || ((step - 1) * YEAR_DAYS * DAY_SECS) as f64 >= min_gap_secs;
    let mut decade = 10;
    while decade <= step {
        decade *= 10;
    }
    (year_of(first_sec).div_euclid(step) - 1..=year_of(last_sec).div_euclid(step) + 1)
        .filter(|&n| n != 0 || origin_fits)
        .filter_map(|n| {
            let (year, counted) = astronomical_year(n, step)?;
            let sec = sec_from_day(day_from_civil(Civil { year, month: 1, day: 1 }));
            Some(Tick { sec, major: counted % decade == 0 })
        })
        .collect()
}

/// The year of the `n`-th tick after year 0: how astronomers write it, and the number people give it. With single
/// years there is no tick between 1 BCE and 1 CE.
fn astronomical_year(n: i64, step: i64) -> Option<(i64, i64)> {
    match n {
        0 if step == 1 => None,
        0 => Some((1, 0)),
        1.. => Some((n * step, n * step)),
        _ => Some((n * step + 1, n * step)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sec(year: i64, month: u8, day: u8) -> i64 {
        sec_from_day(day_from_civil(Civil { year, month, day }))
    }

    fn between(start_sec: i64, end_sec: i64, min_gap_px: f64) -> Ticks {
        ticks(Domain { start_sec: start_sec as f64, end_sec: end_sec as f64 }, 1080.0, min_gap_px)
    }

    #[test]
    fn two_and_a_half_years_get_quarters_with_the_years_major() {
        let axis = between(sec(2023, 6, 28), sec(2026, 2, 20), 60.0);
        assert_eq!((axis.unit, axis.step), (Unit::Month, 3));
        let majors: Vec<_> = axis.ticks.iter().filter(|tick| tick.major).map(|tick| tick.sec).collect();
        assert_eq!(majors, [sec(2024, 1, 1), sec(2025, 1, 1), sec(2026, 1, 1)]);
        assert_eq!(axis.ticks[0].sec, sec(2023, 7, 1));
    }

    #[test]
    fn each_span_gets_the_unit_a_reader_expects() {
        let day = DAY_SECS;
        let cases = [
            (10, Unit::Second, 1),
            (300, Unit::Second, 30),
            (3_600, Unit::Minute, 5),
            (day, Unit::Hour, 3),
            (16 * day, Unit::Day, 1),
            (60 * day, Unit::Day, 5),
            (400 * day, Unit::Month, 1),
            (80 * 365 * day, Unit::Year, 5),
            (13_800_000_000 * 365 * day, Unit::Year, 1_000_000_000),
        ];
        for (len_secs, unit, step) in cases {
            let axis = between(-len_secs, 0, 60.0);
            assert_eq!((axis.unit, axis.step), (unit, step), "{len_secs} s");
        }
    }

    #[test]
    fn days_never_crowd_the_end_of_a_month() {
        let axis = between(sec(2024, 1, 25), sec(2024, 4, 5), 60.0);
        assert_eq!((axis.unit, axis.step), (Unit::Day, 5));
        let february: Vec<_> =
            axis.ticks.iter().map(|tick| civil_from_day(day_from_sec(tick.sec))).filter(|day| day.month == 2).collect();
        assert_eq!(february.iter().map(|day| day.day).collect::<Vec<_>>(), [1, 6, 11, 16, 21]);
    }

    #[test]
    fn years_before_year_one_are_counted_as_people_count_them() {
        let axis = between(sec(-2500, 1, 1), sec(2100, 1, 1), 200.0);
        let years: Vec<_> = axis.ticks.iter().map(|tick| civil_from_day(day_from_sec(tick.sec)).year).collect();
        assert_eq!(years, [-1999, -999, 1, 1000, 2000]);
        let single = between(sec(-2, 1, 1), sec(4, 1, 1), 60.0);
        let years: Vec<_> =
            single.ticks.iter().filter(|tick| is_new_year(tick.sec)).map(|tick| year_of(tick.sec)).collect();
        assert_eq!(years, [-2, -1, 0, 1, 2, 3, 4]);
    }

    fn year_of(sec: i64) -> i64 {
        civil_from_day(day_from_sec(sec)).year
    }

    fn is_new_year(sec: i64) -> bool {
        let civil = civil_from_day(day_from_sec(sec));
        sec.rem_euclid(DAY_SECS) == 0 && civil.month == 1 && civil.day == 1
    }

    #[test]
    fn nonsense_has_no_ticks() {
        for (start_sec, end_sec, width_px) in [
            (f64::NAN, 1.0, 100.0),
            (0.0, f64::INFINITY, 100.0),
            (0.0, 1e300, 100.0),
            (5.0, 5.0, 100.0),
            (9.0, 5.0, 100.0),
            (0.0, 9.0, 0.0),
            (0.0, 9.0, f64::NAN),
        ] {
            assert!(ticks(Domain { start_sec, end_sec }, width_px, 50.0).ticks.is_empty(), "{start_sec} to {end_sec}");
        }
    }

    #[test]
    fn a_gap_of_nothing_still_gives_a_bounded_axis() {
        for min_gap_px in [0.0, -5.0, f64::NAN] {
            let axis = ticks(Domain { start_sec: -9e18, end_sec: 9e18 }, 1e9, min_gap_px);
            assert!((1..=1002).contains(&axis.ticks.len()), "{}", axis.ticks.len());
        }
    }

    proptest! {
        #[test]
        fn ticks_are_sorted_aligned_and_never_too_dense(
            start_sec in prop_oneof![-4.4e17..4.4e17_f64, -1e11..1e11_f64],
            len_exp in 0.0..17.64_f64,
            width_px in 50.0..4000.0_f64,
            min_gap_px in 1.0..200.0_f64,
        ) {
            let domain = Domain { start_sec, end_sec: start_sec + 10_f64.powf(len_exp) };
            let axis = ticks(domain, width_px, min_gap_px);
            let scale = TimeScale { domain, width_px };
            for tick in &axis.ticks {
                prop_assert!(domain.contains(tick.sec as f64));
                prop_assert!(axis.unit < Unit::Year || is_new_year(tick.sec));
                prop_assert!(axis.unit < Unit::Day || tick.sec.rem_euclid(DAY_SECS) == 0);
            }
            for pair in axis.ticks.windows(2) {
                let gap_px = scale.px_from_secs((pair[1].sec - pair[0].sec) as f64);
                prop_assert!(gap_px >= min_gap_px - 1e-6, "{} px", gap_px);
            }
        }

        #[test]
        fn a_view_much_wider_than_the_gap_has_ticks(start_sec in -4e17..4e17_f64, len_exp in 2.0..17.6_f64) {
            let len_secs = 10_f64.powf(len_exp).max(start_sec.abs() * 1e-12);
            let axis = ticks(Domain { start_sec, end_sec: start_sec + len_secs }, 1080.0, 60.0);
            prop_assert!((2..=19).contains(&axis.ticks.len()), "{} ticks", axis.ticks.len());
        }
    }
}
