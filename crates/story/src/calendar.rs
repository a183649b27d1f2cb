//! The proleptic Gregorian calendar over all of `i64` seconds, far beyond JavaScript's `Date`.
//!
//! Years are astronomical: 0 is 1 BCE, -1 is 2 BCE. Days count from 1970-01-01. The two conversions are
//! Howard Hinnant's `days_from_civil` and `civil_from_days`
//! (<https://howardhinnant.github.io/date_algorithms.html>), widened to 64 bits.

/// Seconds in a civil day; leap seconds do not exist here.
pub const DAY_SECS: i64 = 86_400;

/// Days in one 400-year cycle of the Gregorian calendar.
const CYCLE_DAYS: i64 = 146_097;

/// Days from 0000-03-01, where a computational year begins, to 1970-01-01.
const EPOCH_SHIFT_DAYS: i64 = 719_468;

/// A calendar day by its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Civil {
    /// Astronomical year; 0 is 1 BCE.
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// The day number of a calendar day, counted from 1970-01-01.
///
/// Saturates for years whose day number leaves `i64`.
#[must_use]
pub fn day_from_civil(civil: Civil) -> i64 {
    // Beyond this year the day number no longer fits; eight cycles leave room for the shift below.
    let limit = (i64::MAX / CYCLE_DAYS - 8) * 400;
    let year = civil.year.clamp(-limit, limit) - i64::from(civil.month <= 2);
    let cycle = year.div_euclid(400);
    let year_of_cycle = year.rem_euclid(400);
    let month_from_march = (i64::from(civil.month) + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(civil.day) - 1;
    let day_of_cycle = year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year;
    cycle * CYCLE_DAYS + day_of_cycle - EPOCH_SHIFT_DAYS
}

/// The calendar day of a day number counted from 1970-01-01; the inverse of [`day_from_civil`].
#[must_use]
pub fn civil_from_day(day: i64) -> Civil {
    let shifted = day.saturating_add(EPOCH_SHIFT_DAYS);
    let cycle = shifted.div_euclid(CYCLE_DAYS);
    let day_of_cycle = shifted.rem_euclid(CYCLE_DAYS);
    let year_of_cycle = (day_of_cycle - day_of_cycle / 1_460 + day_of_cycle / 36_524 - day_of_cycle / 146_096) / 365;
    let day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    Civil { year: cycle * 400 + year_of_cycle + i64::from(month <= 2), month: month as u8, day: day_of_month as u8 }
}

/// The first second of a day, saturating at the ends of `i64`.
#[must_use]
pub fn sec_from_day(day: i64) -> i64 {
    day.saturating_mul(DAY_SECS)
}

/// The day that holds a second.
#[must_use]
pub fn day_from_sec(sec: i64) -> i64 {
    sec.div_euclid(DAY_SECS)
}

/// How many days a month has, leap years included.
#[must_use]
pub fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_days_have_known_numbers() {
        let cases = [
            ((1970, 1, 1), 0),
            ((1969, 12, 31), -1),
            ((2000, 2, 29), 11_016),
            ((2024, 6, 18), 19_892),
            ((0, 1, 1), -719_528),
            ((-5410, 7, 4), -2_695_305),
        ];
        for ((year, month, day), number) in cases {
            assert_eq!(day_from_civil(Civil { year, month, day }), number, "{year}-{month}-{day}");
        }
    }

    #[test]
    fn absurd_years_saturate_instead_of_overflowing() {
        assert!(day_from_civil(Civil { year: i64::MAX, month: 12, day: 31 }) > 0);
        assert!(day_from_civil(Civil { year: i64::MIN, month: 1, day: 1 }) < 0);
        let _ = civil_from_day(i64::MAX);
        let _ = civil_from_day(i64::MIN);
    }

    proptest! {
        #[test]
        fn a_day_survives_the_round_trip(day in -5_100_000_000_000_i64..5_100_000_000_000) {
            prop_assert_eq!(day_from_civil(civil_from_day(day)), day);
        }

        #[test]
        fn the_next_day_is_the_next_calendar_day(day in -5_100_000_000_000_i64..5_100_000_000_000) {
            let (a, b) = (civil_from_day(day), civil_from_day(day + 1));
            let expected = if a.day < days_in_month(a.year, a.month) {
                Civil { day: a.day + 1, ..a }
            } else if a.month < 12 {
                Civil { month: a.month + 1, day: 1, ..a }
            } else {
                Civil { year: a.year + 1, month: 1, day: 1 }
            };
            prop_assert_eq!(b, expected);
        }
    }
}
