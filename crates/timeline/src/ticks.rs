//! Where the axis gets its marks: a table of calendar intervals and one look-up, as in d3-time.

use crate::{AxisBreaks, Domain, TimeScale};
use story::{Civil, DAY_SECS, civil_from_day, day_from_civil, day_from_sec, days_in_month, sec_from_day};

/// A place on the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The second it stands at or in, counted from 1970-01-01T00:00:00Z.
    pub sec: i64,
    /// How far into that second it stands, thousandths.
    pub ms: u16,
    /// Whether it begins the next larger unit: a year among months, a month among days, a day among hours, a second
    /// among its thousandths, a decade (century, millennium ...) among years.
    pub major: bool,
}

impl Tick {
    /// Where it stands, in seconds as a [`Domain`] has them.
    #[must_use]
    pub fn at_sec(self) -> f64 {
        self.sec as f64 + f64::from(self.ms) / 1000.0
    }

    /// A number that tells it from the other ticks of its axis.
    #[must_use]
    pub fn key(self) -> i64 {
        self.sec.wrapping_mul(1000).wrapping_add(i64::from(self.ms))
    }
}

/// What the ticks of an axis count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Thousandths of a second.
    Millisecond,
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

/// One way to divide the calendar.
#[derive(Clone, Copy)]
struct Interval {
    unit: Unit,
    step: i64,
    /// The least seconds from one tick to the next.
    least_secs: f64,
}

/// More ticks than this no axis gets, however wide it is.
const MAX_TICKS: f64 = 1000.0;

/// The least seconds in a year.
const YEAR_SECS: i64 = 365 * DAY_SECS;

/// Beyond these seconds a day's number is of no use; the universe is 4.4e17 old.
const LIMIT_SEC: f64 = 9e18;

/// The decades of years: 1, 2 and 5 times 10 to each power below this. Two of the largest step span all of `i64`
/// seconds.
const YEAR_DECADES: usize = 12;

/// The intervals below a year.
const BELOW_YEARS: [Interval; 28] = [
    interval(Unit::Millisecond, 1, 0.001),
    interval(Unit::Millisecond, 2, 0.002),
    interval(Unit::Millisecond, 5, 0.005),
    interval(Unit::Millisecond, 10, 0.01),
    interval(Unit::Millisecond, 20, 0.02),
    interval(Unit::Millisecond, 50, 0.05),
    interval(Unit::Millisecond, 100, 0.1),
    interval(Unit::Millisecond, 200, 0.2),
    interval(Unit::Millisecond, 500, 0.5),
    interval(Unit::Second, 1, 1.0),
    interval(Unit::Second, 5, 5.0),
    interval(Unit::Second, 15, 15.0),
    interval(Unit::Second, 30, 30.0),
    interval(Unit::Minute, 1, 60.0),
    interval(Unit::Minute, 5, 300.0),
    interval(Unit::Minute, 15, 900.0),
    interval(Unit::Minute, 30, 1_800.0),
    interval(Unit::Hour, 1, 3_600.0),
    interval(Unit::Hour, 3, 10_800.0),
    interval(Unit::Hour, 6, 21_600.0),
    interval(Unit::Hour, 12, 43_200.0),
    interval(Unit::Day, 1, DAY_SECS as f64),
    interval(Unit::Day, 2, 2.0 * DAY_SECS as f64),
    interval(Unit::Day, 5, 5.0 * DAY_SECS as f64),
    interval(Unit::Day, 10, 10.0 * DAY_SECS as f64),
    interval(Unit::Month, 1, 28.0 * DAY_SECS as f64),
    interval(Unit::Month, 3, 90.0 * DAY_SECS as f64),
    interval(Unit::Month, 6, 181.0 * DAY_SECS as f64),
];

/// Every interval, from the finest to the coarsest.
static INTERVALS: [Interval; BELOW_YEARS.len() + 3 * YEAR_DECADES] = with_years();

const fn interval(unit: Unit, step: i64, least_secs: f64) -> Interval {
    Interval { unit, step, least_secs }
}

/// The intervals below a year, then 1, 2, 5, 10, 20 ... years.
const fn with_years() -> [Interval; BELOW_YEARS.len() + 3 * YEAR_DECADES] {
    let mut all = [interval(Unit::Year, 1, 0.0); BELOW_YEARS.len() + 3 * YEAR_DECADES];
    let mut at = 0;
    let mut power = 1;
    while at < all.len() {
        all[at] = if at < BELOW_YEARS.len() {
            BELOW_YEARS[at]
        } else {
            let nth = (at - BELOW_YEARS.len()) % 3;
            let step = power * [1, 2, 5][nth];
            if nth == 2 {
                power *= 10;
            }
            interval(Unit::Year, step, step as f64 * YEAR_SECS as f64)
        };
        at += 1;
    }
    all
}

/// The ticks of an axis: the densest of the calendar's intervals that leaves `min_gap_px` between any two ticks.
///
/// Days are counted from the first of each month, so the last gap of a month may be longer. Years before year 1 are
/// counted as people do: the tick a thousand years before 1 CE is 1000 BCE, astronomical year -999. An axis without
/// length or width has no ticks.
#[must_use]
pub fn ticks(domain: Domain, width_px: f64, min_gap_px: f64) -> Ticks {
    ticks_between_breaks(&AxisBreaks::none(), domain, width_px, min_gap_px)
}

/// The same for a stretch of an axis with breaks, in seconds of the axis: what they leave has the ticks of its
/// scale, what they hide has none, and of two that a break brings too close together the earlier one stays. A tick
/// stands at `axis_breaks.axis_from_sec(tick.at_sec())`.
#[must_use]
pub fn ticks_between_breaks(axis_breaks: &AxisBreaks, axis: Domain, width_px: f64, min_gap_px: f64) -> Ticks {
    let scale = TimeScale { domain: axis, width_px };
    let whole = axis_breaks.sec_from_domain(axis);
    if !scale.is_drawable() || whole.start_sec < -LIMIT_SEC || whole.end_sec > LIMIT_SEC {
        return Ticks { unit: Unit::Year, step: 1, ticks: Vec::new() };
    }
    let min_gap_secs = scale.secs_from_px(min_gap_px.max(width_px / MAX_TICKS));
    let at = INTERVALS.partition_point(|it| it.least_secs < min_gap_secs).min(INTERVALS.len() - 1);
    let Interval { unit, step, .. } = INTERVALS[at];
    let mut ticks = Vec::new();
    for open in axis_breaks.unbroken(axis) {
        let mut within = ticks_within(open, unit, step, min_gap_secs);
        within.retain(|tick| open.contains(tick.at_sec()));
        if let Some(last) = ticks.last().map(|last: &Tick| axis_breaks.axis_from_sec(last.at_sec())) {
            within.retain(|tick| axis_breaks.axis_from_sec(tick.at_sec()) - last >= min_gap_secs);
        }
        ticks.append(&mut within);
    }
    Ticks { unit, step, ticks }
}

/// The ticks of an interval within a domain and perhaps some beyond its ends.
fn ticks_within(domain: Domain, unit: Unit, step: i64, min_gap_secs: f64) -> Vec<Tick> {
    let (first_sec, last_sec) = (domain.start_sec.floor() as i64, domain.end_sec.ceil() as i64);
    match unit {
        Unit::Millisecond => milli_ticks(step, domain),
        Unit::Second => even_ticks(step, 60, first_sec, last_sec),
        Unit::Minute => even_ticks(step * 60, 3_600, first_sec, last_sec),
        Unit::Hour => even_ticks(step * 3_600, DAY_SECS, first_sec, last_sec),
        Unit::Day => day_ticks(step, first_sec, last_sec),
        Unit::Month => month_ticks(step, first_sec, last_sec),
        Unit::Year => year_ticks(step, min_gap_secs, first_sec, last_sec),
    }
}

/// Ticks every `step` thousandths of a second. They are counted from the domain's own second: in thousandths since
/// 1970 the far ends of the axis would be beyond `i64`.
fn milli_ticks(step: i64, domain: Domain) -> Vec<Tick> {
    let base_sec = domain.start_sec.floor();
    let steps_from = |sec: f64| ((sec - base_sec) * 1000.0 / step as f64).floor() as i64;
    (steps_from(domain.start_sec)..=steps_from(domain.end_sec) + 1)
        .map(|n| n * step)
        .map(|ms| Tick {
            sec: base_sec as i64 + ms.div_euclid(1000),
            ms: ms.rem_euclid(1000) as u16,
            major: ms % 1000 == 0,
        })
        .collect()
}

/// Ticks every `step_secs` from 1970; major where `major_secs` begin.
fn even_ticks(step_secs: i64, major_secs: i64, first_sec: i64, last_sec: i64) -> Vec<Tick> {
    (first_sec.div_euclid(step_secs)..=last_sec.div_euclid(step_secs))
        .map(|n| n * step_secs)
        .map(|sec| at(sec, sec.rem_euclid(major_secs) == 0))
        .collect()
}

/// A tick at a whole second.
fn at(sec: i64, major: bool) -> Tick {
    Tick { sec, ms: 0, major }
}

/// Ticks every `step` days of each month, from its first; none so late that the next month's first is too near.
fn day_ticks(step: i64, first_sec: i64, last_sec: i64) -> Vec<Tick> {
    let mut ticks = Vec::new();
    for month in month_of(first_sec)..=month_of(last_sec) {
        let (year, month) = (month.div_euclid(12), month.rem_euclid(12) as u8 + 1);
        let first_day = day_from_civil(Civil { year, month, day: 1 });
        let len_days = i64::from(days_in_month(year, month));
        let days = (0..=len_days - step).step_by(step as usize);
        ticks.extend(days.map(|day| at(sec_from_day(first_day + day), day == 0)));
    }
    ticks
}

/// Ticks every `step` months from January.
fn month_ticks(step: i64, first_sec: i64, last_sec: i64) -> Vec<Tick> {
    (month_of(first_sec).div_euclid(step)..=month_of(last_sec).div_euclid(step))
        .map(|n| n * step)
        .map(|month| {
            let civil = Civil { year: month.div_euclid(12), month: month.rem_euclid(12) as u8 + 1, day: 1 };
            at(sec_from_day(day_from_civil(civil)), civil.month == 1)
        })
        .collect()
}

/// Months from year 0 to a second.
fn month_of(sec: i64) -> i64 {
    let civil = civil_from_day(day_from_sec(sec));
    civil.year * 12 + i64::from(civil.month) - 1
}

/// Beside steps of so many years nobody speaks of the year 1.
const FAR_STEP_YEARS: i64 = 100_000;

/// Ticks at the years that are a multiple of `step` in the era's own count, and at 1 CE where there is room for it.
fn year_ticks(step: i64, min_gap_secs: f64, first_sec: i64, last_sec: i64) -> Vec<Tick> {
    let year_of = |sec| civil_from_day(day_from_sec(sec)).year;
    let origin_fits = step == 1 || (step < FAR_STEP_YEARS && ((step - 1) * YEAR_SECS) as f64 >= min_gap_secs);
    let mut decade = 10;
    while decade <= step {
        decade *= 10;
    }
    (year_of(first_sec).div_euclid(step) - 1..=year_of(last_sec).div_euclid(step) + 1)
        .filter(|&n| n != 0 || origin_fits)
        .filter_map(|n| {
            let (year, counted) = astronomical_year(n, step)?;
            let sec = sec_from_day(day_from_civil(Civil { year, month: 1, day: 1 }));
            Some(at(sec, counted % decade == 0))
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
    use crate::AxisBreak;
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
            (1, Unit::Millisecond, 100),
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

    /// Whether a tick stands where its interval has one.
    fn is_aligned(tick: Tick, unit: Unit, step: i64) -> bool {
        let civil = civil_from_day(day_from_sec(tick.sec));
        let of_day = tick.sec.rem_euclid(DAY_SECS);
        let whole_day = of_day == 0 && tick.ms == 0;
        match unit {
            Unit::Millisecond => i64::from(tick.ms) % step == 0,
            Unit::Second => tick.ms == 0 && of_day % step == 0,
            Unit::Minute => tick.ms == 0 && of_day % (step * 60) == 0,
            Unit::Hour => tick.ms == 0 && of_day % (step * 3_600) == 0,
            Unit::Day => whole_day && (i64::from(civil.day) - 1) % step == 0,
            Unit::Month => whole_day && civil.day == 1 && (i64::from(civil.month) - 1) % step == 0,
            Unit::Year => {
                let counted = if civil.year <= 0 { civil.year - 1 } else { civil.year };
                is_new_year(tick.sec) && tick.ms == 0 && (civil.year == 1 || counted % step == 0)
            }
        }
    }

    #[test]
    fn the_table_goes_from_fine_to_coarse() {
        assert!(INTERVALS.is_sorted_by(|a, b| a.least_secs < b.least_secs && a.unit <= b.unit));
        let coarsest = INTERVALS[INTERVALS.len() - 1];
        assert_eq!((coarsest.unit, coarsest.step), (Unit::Year, 500_000_000_000));
    }

    #[test]
    fn thousandths_of_a_second_are_counted_within_theirs() {
        let axis = ticks(Domain { start_sec: -0.25, end_sec: 1.05 }, 520.0, 100.0);
        assert_eq!((axis.unit, axis.step), (Unit::Millisecond, 500));
        let found: Vec<_> = axis.ticks.iter().map(|tick| (tick.sec, tick.ms, tick.major)).collect();
        assert_eq!(found, [(0, 0, true), (0, 500, false), (1, 0, true)]);
        let before = ticks(Domain { start_sec: -1.6, end_sec: -0.4 }, 520.0, 100.0);
        let found: Vec<_> = before.ticks.iter().map(|tick| (tick.sec, tick.ms)).collect();
        assert_eq!(found, [(-2, 500), (-1, 0), (-1, 500)]);
    }

    #[test]
    fn a_broken_axis_has_the_ticks_of_its_open_parts() {
        let stretch = Domain { start_sec: sec(1960, 7, 1) as f64, end_sec: sec(2020, 4, 1) as f64 };
        let axis_breaks = AxisBreaks::new(&[AxisBreak { stretch, axis_secs: 30.0 * DAY_SECS as f64 }]);
        let whole = Domain { start_sec: sec(1960, 1, 1) as f64, end_sec: sec(2021, 1, 1) as f64 };
        let axis = ticks_between_breaks(&axis_breaks, axis_breaks.axis_from_domain(whole), 800.0, 60.0);
        let months: Vec<_> = axis.ticks.iter().map(|tick| civil_from_day(day_from_sec(tick.sec))).collect();
        let months: Vec<_> = months.iter().map(|civil| (civil.year, civil.month)).collect();
        assert_eq!(
            months,
            [(1960, 1), (1960, 4), (1960, 7), (2020, 7), (2020, 10), (2021, 1)],
            "April stands too close to July"
        );
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
            start_sec in prop_oneof![-4.4e17..4.4e17_f64, -1e11..1e11_f64, -1e4..1e4_f64],
            len_exp in -2.0..17.64_f64,
            width_px in 50.0..4000.0_f64,
            min_gap_px in 1.0..200.0_f64,
        ) {
            let domain = Domain { start_sec, end_sec: start_sec + 10_f64.powf(len_exp) };
            let axis = ticks(domain, width_px, min_gap_px);
            let scale = TimeScale { domain, width_px };
            for tick in &axis.ticks {
                prop_assert!(domain.contains(tick.at_sec()));
                prop_assert!(is_aligned(*tick, axis.unit, axis.step), "{:?} of {:?} {}", tick, axis.unit, axis.step);
            }
            for pair in axis.ticks.windows(2) {
                let gap_secs = (pair[1].sec - pair[0].sec) as f64 + (f64::from(pair[1].ms) - f64::from(pair[0].ms)) / 1e3;
                let gap_px = scale.px_from_secs(gap_secs);
                prop_assert!(gap_px >= min_gap_px - 1e-6, "{} px", gap_px);
            }
        }

        #[test]
        fn ticks_of_a_broken_axis_stand_outside_its_breaks_and_never_too_dense(
            places in prop::collection::vec((-1e10..1e10_f64, 1e5..1e9_f64, 0.01..0.9_f64), 0..6),
            start_sec in -1.2e10..1e10_f64,
            len_exp in 3.0..10.0_f64,
        ) {
            let breaks: Vec<AxisBreak> = places
                .iter()
                .map(|&(start, len, share)| AxisBreak {
                    stretch: Domain { start_sec: start, end_sec: start + len },
                    axis_secs: len * share,
                })
                .collect();
            let axis_breaks = AxisBreaks::new(&breaks);
            let view = Domain { start_sec, end_sec: start_sec + 10_f64.powf(len_exp) };
            let axis = ticks_between_breaks(&axis_breaks, view, 1080.0, 60.0);
            let scale = TimeScale { domain: view, width_px: 1080.0 };
            let mut before_px = -1e9;
            for tick in &axis.ticks {
                let inside = |it: &AxisBreak| it.stretch.start_sec < tick.at_sec() && tick.at_sec() < it.stretch.end_sec;
                prop_assert!(!axis_breaks.all().iter().any(inside), "{:?}", tick);
                let x_px = scale.x_px_from_sec(axis_breaks.axis_from_sec(tick.at_sec()));
                prop_assert!((-1e-3..=1080.001).contains(&x_px), "{} px", x_px);
                prop_assert!(x_px - before_px >= 59.99, "{} after {}", x_px, before_px);
                before_px = x_px;
            }
        }

        #[test]
        fn a_view_much_wider_than_the_gap_has_ticks(start_sec in -4e17..4e17_f64, len_exp in -1.3..17.6_f64) {
            let len_secs = 10_f64.powf(len_exp).max(start_sec.abs() * 1e-12);
            let axis = ticks(Domain { start_sec, end_sec: start_sec + len_secs }, 1080.0, 60.0);
            prop_assert!((2..=19).contains(&axis.ticks.len()), "{} ticks", axis.ticks.len());
        }
    }
}
