//! Periods of the calendar, as headings of a list.

use story::{
    Civil, End, Moment, Precision, Qualifier, Shape, When, civil_from_day, day_from_civil, day_from_sec, sec_from_day,
};

/// A kind of period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// A day.
    Day,
    /// A month.
    Month,
    /// So many years, counted from year 0: 10 for decades.
    Years(i64),
}

/// Every kind of period, the shortest first.
pub const PERIODS: [Period; 13] = [
    Period::Day,
    Period::Month,
    Period::Years(1),
    Period::Years(10),
    Period::Years(100),
    Period::Years(1_000),
    Period::Years(10_000),
    Period::Years(100_000),
    Period::Years(1_000_000),
    Period::Years(10_000_000),
    Period::Years(100_000_000),
    Period::Years(1_000_000_000),
    Period::Years(10_000_000_000),
];

impl Period {
    /// The number of the period that holds a second; the next period has the next number.
    #[must_use]
    pub fn number_from_sec(self, sec: i64) -> i64 {
        let day = day_from_sec(sec);
        let civil = civil_from_day(day);
        match self {
            Self::Day => day,
            Self::Month => civil.year * 12 + i64::from(civil.month) - 1,
            Self::Years(years) => civil.year.div_euclid(years),
        }
    }

    /// The first second of the period of a number.
    #[must_use]
    pub fn sec_from_number(self, number: i64) -> i64 {
        let (year, month) = match self {
            Self::Day => return sec_from_day(number),
            Self::Month => (number.div_euclid(12), number.rem_euclid(12) as u8 + 1),
            Self::Years(years) => (number.saturating_mul(years), 1),
        };
        sec_from_day(day_from_civil(Civil { year, month, day: 1 }))
    }

    /// The date that heads the periods from the one that holds one second to the one that holds another; nothing for
    /// periods so long that nobody speaks of them ("between 1 BCE and 9,999").
    #[must_use]
    pub fn heading(self, first_sec: i64, last_sec: i64) -> Option<When> {
        (self.precision() != Precision::Older).then(|| self.when(first_sec, last_sec))
    }

    /// The date that names those periods.
    fn when(self, first_sec: i64, last_sec: i64) -> When {
        let moment = |sec| {
            let number = self.number_from_sec(sec);
            End::At(Moment {
                earliest_sec: self.sec_from_number(number),
                latest_sec: self.sec_from_number(number + 1).saturating_sub(1),
                precision: self.precision(),
                qualifier: Qualifier::default(),
            })
        };
        let (first, last) = (moment(first_sec), moment(last_sec));
        When { shape: if first == last { Shape::Single } else { Shape::Interval }, first, last }
    }

    fn precision(self) -> Precision {
        match self {
            Self::Day => Precision::Day,
            Self::Month => Precision::Month,
            Self::Years(1) => Precision::Year,
            Self::Years(10) => Precision::Decade,
            Self::Years(100) => Precision::Century,
            Self::Years(1_000) => Precision::Millennium,
            Self::Years(_) => Precision::Older,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn periods_without_an_event_of_their_own_are_named_together() {
        let sec = |year| sec_from_day(day_from_civil(Civil { year, month: 6, day: 3 }));
        let alone = Period::Years(1).when(sec(2020), sec(2020));
        assert_eq!((alone.shape, alone.first), (Shape::Single, alone.last));
        let together = Period::Years(1).when(sec(2020), sec(2022));
        assert_eq!(together.shape, Shape::Interval);
        assert_eq!(together.latest_sec(), Some(Period::Years(1).sec_from_number(2023) - 1));
    }

    #[test]
    fn a_period_longer_than_a_millennium_heads_nothing() {
        assert_eq!(Period::Years(10_000).heading(0, 0), None);
        assert!(Period::Years(1_000).heading(0, 0).is_some());
    }

    proptest! {
        #[test]
        fn a_second_lies_in_its_own_period(sec in -500_000_000_000_000_i64..500_000_000_000_000, at in 0..PERIODS.len()) {
            let period = PERIODS[at];
            let number = period.number_from_sec(sec);
            prop_assert!(period.sec_from_number(number) <= sec);
            prop_assert!(sec < period.sec_from_number(number + 1));
            prop_assert_eq!(period.number_from_sec(period.sec_from_number(number)), number);
        }

        #[test]
        fn no_second_is_too_far(sec: i64, at in 0..PERIODS.len()) {
            let _ = PERIODS[at].when(sec, i64::MAX);
        }
    }
}
