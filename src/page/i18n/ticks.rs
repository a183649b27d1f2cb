//! The axis in the reader's calendar words.

use story::{DAY_SECS, civil_from_day, day_from_sec};
use timeline::{Tick, Unit};

use super::{I18n, dates::PLAIN_YEARS, intl::Format};

/// After so many years the Gregorian calendar begins anew, weekdays included.
const CYCLE_YEARS: i64 = 400;
/// The days of those years.
const CYCLE_DAYS: i64 = 146_097;
/// The cycle whose years `Intl` can be trusted with begins with this one.
const CYCLE_FROM: i64 = 2000;

impl I18n {
    /// The label of a tick. The first of a view says its larger unit too, so that the axis can be read alone.
    #[must_use]
    pub fn tick(&self, unit: Unit, tick: Tick, first: bool) -> String {
        let civil = civil_from_day(day_from_sec(tick.sec));
        let format = match (unit, tick.major, first) {
            (Unit::Year, ..) | (Unit::Month, true, _) => return self.year(civil.year),
            (Unit::Month, false, true) if PLAIN_YEARS.contains(&civil.year) => Format::MonthShort,
            (Unit::Month, false, true) => return self.far_month(civil),
            (Unit::Month, false, false) => Format::MonthAlone,
            (Unit::Day, false, false) => Format::WeekdayAndDay,
            (Unit::Millisecond, true, _) => Format::TimeToSecond,
            (Unit::Millisecond, false, true) => Format::TimeToMilli,
            (Unit::Millisecond, false, false) => Format::SecondToMilli,
            // The day stands in for midnight, and for the first time of day; both in full would not fit.
            (Unit::Day | Unit::Hour, true, _) | (_, _, true) => Format::DayAndMonthShort,
            (Unit::Second, ..) => Format::TimeToSecond,
            _ => Format::Time,
        };
        self.intl.instant(format, plain_sec(tick.sec, civil.year), tick.ms)
    }
}

/// The same day and time in a year that `Intl` can format.
fn plain_sec(sec: i64, year: i64) -> i64 {
    if PLAIN_YEARS.contains(&year) {
        return sec;
    }
    sec - (year - CYCLE_FROM).div_euclid(CYCLE_YEARS) * CYCLE_DAYS * DAY_SECS
}

#[cfg(test)]
mod tests {
    use super::*;
    use story::{Civil, day_from_civil, sec_from_day};

    #[test]
    fn a_day_far_off_is_the_same_day_of_a_year_that_can_be_formatted() {
        for (year, plain) in [(-5410, 2190), (0, 2000), (12_400, 2000), (2025, 2025), (-13_800_000_001, 2399)] {
            let sec = |year| sec_from_day(day_from_civil(Civil { year, month: 2, day: 28 })) + 3_601;
            let moved = plain_sec(sec(year), year);
            assert_eq!(moved, sec(plain), "{year}");
            let weekday = |sec| day_from_sec(sec).rem_euclid(7);
            assert_eq!(weekday(moved), weekday(sec(year)), "{year}");
        }
    }
}
