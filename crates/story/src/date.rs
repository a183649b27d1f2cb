//! When something was, no more precise than the record is.
//!
//! The author writes EDTF (ISO 8601-2, levels 0 to 2). The compiler parses it once; the bundle and the widget
//! only see the [`When`]: the bounds in seconds, the precision and the doubt.
//!
//! A day is a day of the calendar where it was, and so is a time: seconds are those of the calendar and the clock there, never
//! converted, so that whoever works out days, months or places on an axis from them gets those that were lived there. The
//! offset of that clock stands beside them ([`Zone`]); with it, an instant can be told ([`Moment::earliest_instant_sec`]).
//!
//! Bounds are seconds, not days: EDTF has times of day, and a story may last a second. In `i64`, seconds reach 292
//! billion years either way.

use crate::calendar::day_from_sec;
use crate::zone::Zone;

/// A date as written and as understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Date {
    /// The EDTF expression, as the author wrote it.
    pub edtf: String,
    /// What it means.
    pub when: When,
}

/// What a date means: one moment, or two ends and how they belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// How the two ends belong together.
    pub shape: Shape,
    /// The earlier end; the only moment where the shape is [`Shape::Single`].
    pub first: End,
    /// The later end; equal to `first` where the shape is [`Shape::Single`].
    pub last: End,
}

/// How the two ends of a [`When`] belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One moment: some time within it.
    Single,
    /// All of the time from the first end to the last: it lasted.
    Interval,
    /// One of several moments (`[a,b]`, `[a..b]`), it is not known which. `..` alone at an end means
    /// "or any time before" (after).
    OneOf {
        /// How many moments are listed, the days of a range `a..b` counted as more than two; saturates.
        members: u16,
    },
    /// Each of several moments (`{a,b}`).
    AllOf {
        /// How many moments are listed, saturating.
        members: u16,
    },
}

/// One end of a [`When`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// A moment, as precisely as known.
    At(Moment),
    /// `..`: no end, it goes on (or has no beginning).
    Open,
    /// There is an end, but nobody says when.
    Unknown,
}

/// A stretch within which something lies, with the precision and the doubt it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The first second it may be, by the calendar and the clock there: those since 1970-01-01T00:00:00 on that clock.
    pub earliest_sec: i64,
    /// The last second it may be, by the same clock, inclusive.
    pub latest_sec: i64,
    /// The finest part of the date that was given.
    pub precision: Precision,
    /// What the author doubts.
    pub qualifier: Qualifier,
    /// Which clock that is; nothing is known of it where there is no time of day.
    pub zone: Zone,
}

/// The finest part of a date that was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// To the second.
    Second,
    /// To the minute.
    Minute,
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// A part of a year by its ISO 8601-2 code: 21 to 24 seasons, 25 to 32 seasons of a hemisphere,
    /// 33 to 36 quarters, 37 to 39 thirds, 40 and 41 halves.
    Part(u8),
    /// To the year.
    Year,
    /// To ten years.
    Decade,
    /// To a hundred years.
    Century,
    /// To a thousand years.
    Millennium,
    /// Coarser than a thousand years.
    Older,
}

/// What the author doubts about a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Qualifier {
    /// `~`: near it, perhaps not exactly.
    pub approximate: bool,
    /// `?`: the source is not certain.
    pub uncertain: bool,
}

impl When {
    /// A date that is one moment.
    #[must_use]
    pub fn single(moment: Moment) -> Self {
        Self { shape: Shape::Single, first: End::At(moment), last: End::At(moment) }
    }

    /// The first second it may touch, by the clock there; `None` where the beginning is open or unknown.
    #[must_use]
    pub fn earliest_sec(&self) -> Option<i64> {
        self.first.moment().map(|moment| moment.earliest_sec)
    }

    /// The last second it may touch, by the clock there, inclusive; `None` where the end is open or unknown.
    #[must_use]
    pub fn latest_sec(&self) -> Option<i64> {
        self.last.moment().map(|moment| moment.latest_sec)
    }

    /// The first day it may touch, by the calendar there, counted from 1970-01-01.
    #[must_use]
    pub fn earliest_day(&self) -> Option<i64> {
        self.earliest_sec().map(day_from_sec)
    }

    /// The last day it may touch, by the calendar there, counted from 1970-01-01.
    #[must_use]
    pub fn latest_day(&self) -> Option<i64> {
        self.latest_sec().map(day_from_sec)
    }

    /// Whether it fills the time between its ends rather than lying somewhere in it.
    #[must_use]
    pub fn is_lasting(&self) -> bool {
        self.shape == Shape::Interval
    }

    /// The doubts about either end together.
    #[must_use]
    pub fn qualifier(&self) -> Qualifier {
        let of = |end: End| end.moment().map(|moment| moment.qualifier).unwrap_or_default();
        let (a, b) = (of(self.first), of(self.last));
        Qualifier { approximate: a.approximate || b.approximate, uncertain: a.uncertain || b.uncertain }
    }

    /// The second, by the clock there, that stands for the whole: the earliest, else the latest it may touch.
    #[must_use]
    pub fn order_sec(&self) -> Option<i64> {
        self.earliest_sec().or(self.latest_sec())
    }

    /// Whether all of it lies before all of another date: by their instants where both name their clocks, else by the
    /// calendars and clocks there.
    #[must_use]
    pub fn is_before(&self, other: &Self) -> bool {
        match (self.last.moment(), other.first.moment()) {
            (Some(own), Some(other)) => own.ends_before(&other),
            _ => false,
        }
    }
}

impl Moment {
    /// Whether it has a time of day.
    #[must_use]
    pub fn is_timed(&self) -> bool {
        self.precision <= Precision::Minute
    }

    /// The first second it may be, counted from 1970-01-01T00:00:00Z. A clock of which nobody knows where it hung is taken for
    /// that of UTC, and so is the calendar of a day.
    #[must_use]
    pub fn earliest_instant_sec(&self) -> i64 {
        self.zone.instant_from_sec(self.earliest_sec)
    }

    /// The last second it may be, in the same way, inclusive.
    #[must_use]
    pub fn latest_instant_sec(&self) -> i64 {
        self.zone.instant_from_sec(self.latest_sec)
    }

    /// Whether its last second comes before the first of another: by their instants where both name their clocks, else by
    /// the calendars and clocks there.
    #[must_use]
    pub fn ends_before(&self, other: &Self) -> bool {
        if self.zone.offset_mins.is_some() && other.zone.offset_mins.is_some() {
            return self.latest_instant_sec() < other.earliest_instant_sec();
        }
        self.latest_sec < other.earliest_sec
    }
}

impl End {
    /// The moment, where this end has one.
    #[must_use]
    pub fn moment(self) -> Option<Moment> {
        match self {
            Self::At(moment) => Some(moment),
            Self::Open | Self::Unknown => None,
        }
    }
}

impl Precision {
    /// The byte that stands for this precision in a bundle and in tests.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Second => 0,
            Self::Minute => 1,
            Self::Day => 2,
            Self::Month => 3,
            Self::Part(code) => code,
            Self::Year => 50,
            Self::Decade => 51,
            Self::Century => 52,
            Self::Millennium => 53,
            Self::Older => 54,
        }
    }

    /// The precision that a byte stands for; `None` for a byte that means nothing.
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        Some(match code {
            0 => Self::Second,
            1 => Self::Minute,
            2 => Self::Day,
            3 => Self::Month,
            21..=41 => Self::Part(code),
            50 => Self::Year,
            51 => Self::Decade,
            52 => Self::Century,
            53 => Self::Millennium,
            54 => Self::Older,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Turn;

    #[test]
    fn every_precision_survives_its_code() {
        for code in 0..=u8::MAX {
            if let Some(precision) = Precision::from_code(code) {
                assert_eq!(precision.code(), code);
            }
        }
        assert_eq!((0..=u8::MAX).filter_map(Precision::from_code).count(), 30);
    }

    fn day_one() -> Moment {
        Moment {
            earliest_sec: 0,
            latest_sec: 86_399,
            precision: Precision::Day,
            qualifier: Qualifier::default(),
            zone: Zone::default(),
        }
    }

    fn at(earliest_sec: i64, offset_mins: Option<i16>) -> Moment {
        let zone = Zone { offset_mins, name: None };
        Moment { earliest_sec, latest_sec: earliest_sec + 59, precision: Precision::Minute, zone, ..day_one() }
    }

    #[test]
    fn a_time_has_the_day_there_and_the_instant_of_everywhere() {
        let evening = When::single(at(23 * 3_600, Some(-240)));
        assert_eq!((evening.earliest_day(), evening.latest_day()), (Some(0), Some(0)));
        assert_eq!(evening.turn(), Some(Turn { day: 0, instant_sec: Some(27 * 3_600) }));
        let nowhere = When::single(at(23 * 3_600, None));
        assert_eq!(nowhere.turn(), Some(Turn { day: 0, instant_sec: Some(23 * 3_600) }));
        assert_eq!(When::single(day_one()).turn(), Some(Turn { day: 0, instant_sec: None }));
        let until = When { first: End::Open, ..evening };
        assert_eq!(until.turn(), Some(Turn { day: 0, instant_sec: Some(27 * 3_600 + 59) }));
        assert_eq!(When { first: End::Open, last: End::Unknown, ..evening }.turn(), None);
    }

    #[test]
    fn instants_decide_between_clocks_that_are_known_and_calendars_between_others() {
        let is_before = |a: Moment, b: Moment| When::single(a).is_before(&When::single(b));
        let (new_york, london) = (at(23 * 3_600, Some(-240)), at(25 * 3_600, Some(60)));
        assert!(is_before(london, new_york) && !is_before(new_york, london));
        let nowhere = at(24 * 3_600, None);
        assert!(is_before(new_york, nowhere) && is_before(nowhere, london));
        assert!(is_before(day_one(), nowhere) && !is_before(day_one(), new_york));
    }

    #[test]
    fn an_open_start_is_ordered_by_its_end() {
        let moment = day_one();
        let before = When { shape: Shape::OneOf { members: 3 }, first: End::Open, last: End::At(moment) };
        assert_eq!(before.order_sec(), Some(86_399));
        assert_eq!(before.earliest_day(), None);
        assert_eq!(before.latest_day(), Some(0));
    }
}
