//! When made-up events happen: the days of six years, most of them quiet, and how exactly each date is known.

use story::{Civil, civil_from_day, day_from_civil};

use super::random::{Random, Shares};

/// The years of a story, days.
pub(super) const DAYS: usize = 2192;
/// How many days bring a burst.
const BURSTS: usize = 30;
/// How many times the usual a burst brings on its first day, at least and beyond.
const BURST_TIMES: (usize, usize) = (80, 520);
/// How much is left of a burst from one day to the next: one part in so many.
const BURST_FADES: usize = 3;
/// An event that lasts does so for up to so many days.
const LASTS_DAYS: usize = 20;

/// The first day of a story: 1 January 2019.
pub(super) fn first_day() -> i64 {
    day_from_civil(Civil { year: 2019, month: 1, day: 1 })
}

/// How likely events are on each day.
pub(super) struct Calendar {
    shares: Shares,
}

impl Calendar {
    pub(super) fn new(random: &mut Random) -> Self {
        // Twos, so that weekends can be quieter.
        let mut times: Vec<usize> = (0..DAYS).map(|day| if day % 7 < 5 { 2 } else { 1 }).collect();
        for _ in 0..BURSTS {
            let first = random.below(DAYS);
            let mut burst = 2 * (BURST_TIMES.0 + random.below(BURST_TIMES.1));
            for day in times.iter_mut().skip(first) {
                *day += burst;
                burst /= BURST_FADES;
            }
        }
        Self { shares: Shares::new(times) }
    }

    /// The days of so many events, in order.
    pub(super) fn days(&self, len: usize, random: &mut Random) -> Vec<i64> {
        let mut days: Vec<_> = (0..len).map(|_| first_day() + random.share(&self.shares) as i64).collect();
        days.sort_unstable();
        days
    }
}

/// A date of a made-up event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// A day, since 1970.
    Day(i64),
    /// A minute of a day, by a clock of UTC.
    Minute(i64, u16),
    /// The month that holds a day.
    Month(i64),
    /// About a day, or a day that is not certain.
    About(i64, char),
    /// From one day to another.
    Lasting(i64, i64),
}

impl Made {
    /// A date on a day, known as exactly as dates tend to be.
    pub(super) fn near(day: i64, random: &mut Random) -> Self {
        match random.below(100) {
            0..10 => Self::Minute(day, random.below(24 * 60) as u16),
            10..16 => Self::Month(day),
            16..21 => Self::About(day, '~'),
            21..25 => Self::About(day, '?'),
            25..31 => Self::Lasting(day, day + 1 + random.below(LASTS_DAYS) as i64),
            _ => Self::Day(day),
        }
    }

    /// The first day it may be on, since 1970.
    #[must_use]
    pub fn day(self) -> i64 {
        match self {
            Self::Day(day) | Self::Minute(day, _) | Self::About(day, _) | Self::Lasting(day, _) => day,
            Self::Month(day) => day_from_civil(Civil { day: 1, ..civil_from_day(day) }),
        }
    }

    /// The first day it may be on, as in `2024-06-18`.
    #[must_use]
    pub fn first_iso(self) -> String {
        iso(self.day())
    }

    /// The last day of what lasted, as in `2024-06-18`.
    #[must_use]
    pub fn last_iso(self) -> Option<String> {
        if let Self::Lasting(_, last) = self { Some(iso(last)) } else { None }
    }

    /// The date as an author writes it.
    #[must_use]
    pub fn edtf(self) -> String {
        match self {
            Self::Day(day) => iso(day),
            Self::Minute(day, minute) => format!("{}T{:02}:{:02}Z", iso(day), minute / 60, minute % 60),
            Self::Month(day) => iso(day)[..MONTH_LEN].to_owned(),
            Self::About(day, mark) => format!("{}{mark}", iso(day)),
            Self::Lasting(first, last) => format!("{}/{}", iso(first), iso(last)),
        }
    }
}

/// The length of `2024-06`.
const MONTH_LEN: usize = 7;

/// A day as in `2024-06-18`.
pub(super) fn iso(day: i64) -> String {
    let Civil { year, month, day } = civil_from_day(day);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_as_exactly_as_it_is_known() {
        let day = day_from_civil(Civil { year: 2024, month: 6, day: 18 });
        let cases = [
            (Made::Day(day), "2024-06-18"),
            (Made::Minute(day, 631), "2024-06-18T10:31Z"),
            (Made::Month(day), "2024-06"),
            (Made::About(day, '?'), "2024-06-18?"),
            (Made::Lasting(day, day + 20), "2024-06-18/2024-07-08"),
        ];
        for (date, edtf) in cases {
            assert_eq!(date.edtf(), edtf);
        }
        assert_eq!(Made::Month(day).day(), day - 17);
    }
}
