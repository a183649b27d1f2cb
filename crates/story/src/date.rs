//! When something was, no more precise than the record is.
//!
//! The author writes EDTF (ISO 8601-2, levels 0 to 2). The compiler parses it once; the bundle and the widget
//! only see the [`When`]: the bounds in seconds, the precision and the doubt.

use crate::calendar::day_from_sec;

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
    /// The first second it may be, counted from 1970-01-01T00:00:00Z.
    pub earliest_sec: i64,
    /// The last second it may be, inclusive.
    pub latest_sec: i64,
    /// The finest part of the date that was given.
    pub precision: Precision,
    /// What the author doubts.
    pub qualifier: Qualifier,
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

    /// The first second it may touch; `None` where the beginning is open or unknown.
    #[must_use]
    pub fn earliest_sec(&self) -> Option<i64> {
        self.first.moment().map(|moment| moment.earliest_sec)
    }

    /// The last second it may touch, inclusive; `None` where the end is open or unknown.
    #[must_use]
    pub fn latest_sec(&self) -> Option<i64> {
        self.last.moment().map(|moment| moment.latest_sec)
    }

    /// The first day it may touch, counted from 1970-01-01.
    #[must_use]
    pub fn earliest_day(&self) -> Option<i64> {
        self.earliest_sec().map(day_from_sec)
    }

    /// The last day it may touch, counted from 1970-01-01.
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

    /// The second by which dates are put in order: the earliest, else the latest it may touch.
    #[must_use]
    pub fn order_sec(&self) -> Option<i64> {
        self.earliest_sec().or(self.latest_sec())
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

    #[test]
    fn every_precision_survives_its_code() {
        for code in 0..=u8::MAX {
            if let Some(precision) = Precision::from_code(code) {
                assert_eq!(precision.code(), code);
            }
        }
        assert_eq!((0..=u8::MAX).filter_map(Precision::from_code).count(), 30);
    }

    #[test]
    fn an_open_start_is_ordered_by_its_end() {
        let moment =
            Moment { earliest_sec: 0, latest_sec: 86_399, precision: Precision::Day, qualifier: Qualifier::default() };
        let before = When { shape: Shape::OneOf { members: 3 }, first: End::Open, last: End::At(moment) };
        assert_eq!(before.order_sec(), Some(86_399));
        assert_eq!(before.earliest_day(), None);
        assert_eq!(before.latest_day(), Some(0));
    }
}
