//! The clock by which a time was told.

use crate::ix::ZoneIx;

/// What is known of the clock by which a time was told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Zone {
    /// How many minutes it is ahead of UTC, east being positive; 0 for UTC itself. `None`: the author wrote none, so it is
    /// the time of nobody knows where, and no more than a clock face.
    pub offset_mins: Option<i16>,
    /// What the author calls it, among [`crate::Story::zones`]; `None`: readers are told the offset.
    pub name: Option<ZoneIx>,
}

impl Zone {
    /// The farthest that a clock is ahead of UTC or behind it, minutes: ISO 8601 knows hours up to 14.
    pub const MOST_MINS: i16 = 14 * 60;

    /// The instant, in seconds since 1970-01-01T00:00:00Z, at which this clock shows so many seconds since its own 1970.
    #[must_use]
    pub fn instant_from_sec(self, sec: i64) -> i64 {
        sec.saturating_sub(self.offset_secs())
    }

    /// What this clock shows at an instant; the inverse of [`Self::instant_from_sec`].
    #[must_use]
    pub fn sec_from_instant(self, instant_sec: i64) -> i64 {
        instant_sec.saturating_add(self.offset_secs())
    }

    /// The offset as ISO 8601 writes it, for instance `-04:00`; `Z` for UTC, and nothing where none is known.
    #[must_use]
    pub fn iso(self) -> String {
        match self.offset_mins {
            None => String::new(),
            Some(0) => "Z".to_owned(),
            Some(mins) => {
                let (sign, mins) = (if mins < 0 { "-" } else { "+" }, mins.unsigned_abs());
                [sign, &two_digits(mins / 60), ":", &two_digits(mins % 60)].concat()
            }
        }
    }

    /// The offset as readers are told it where the zone has no name: `UTC−4`, `UTC+5:30`, `UTC`; nothing where none is known.
    #[must_use]
    pub fn told(self) -> String {
        match self.offset_mins {
            None => String::new(),
            Some(0) => "UTC".to_owned(),
            Some(mins) => {
                let (sign, mins) = (if mins < 0 { "\u{2212}" } else { "+" }, mins.unsigned_abs());
                let hours = ["UTC", sign, &(mins / 60).to_string()].concat();
                if mins % 60 == 0 { hours } else { [&hours, ":", &two_digits(mins % 60)].concat() }
            }
        }
    }

    fn offset_secs(self) -> i64 {
        i64::from(self.offset_mins.unwrap_or(0)) * 60
    }
}

fn two_digits(n: u16) -> String {
    [if n < 10 { "0" } else { "" }, &n.to_string()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_offset_is_written_for_machines_and_for_readers() {
        for (offset_mins, iso, told) in [
            (None, "", ""),
            (Some(0), "Z", "UTC"),
            (Some(-240), "-04:00", "UTC\u{2212}4"),
            (Some(330), "+05:30", "UTC+5:30"),
            (Some(-30), "-00:30", "UTC\u{2212}0:30"),
            (Some(840), "+14:00", "UTC+14"),
        ] {
            let zone = Zone { offset_mins, name: None };
            assert_eq!((zone.iso().as_str(), zone.told().as_str()), (iso, told));
        }
    }

    proptest! {
        #[test]
        fn a_clock_and_an_instant_go_round(offset_mins in prop::option::of(-840_i16..=840), sec in -1_000_000_000_000_i64..1_000_000_000_000) {
            let zone = Zone { offset_mins, name: None };
            prop_assert_eq!(zone.sec_from_instant(zone.instant_from_sec(sec)), sec);
        }
    }
}
