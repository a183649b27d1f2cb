//! Stretches of the calendar, one after the other, chosen for the dates that they are to hold.
//!
//! They follow the dates, not the width: some 20 to 60 of one calendar interval for the whole story, so that bars do
//! not move while a reader types, and so coarse that at least three of four dates fit into one. A date that does not
//! fit is counted in words, never spread over bars.

use story::{
    Civil, End, Moment, Precision, Qualifier, Shape, When, Zone, civil_from_day, day_from_civil, day_from_sec,
    sec_from_day,
};
use timeline::{Domain, Unit, ticks};

/// The first and the last second that something may have been said, the last included.
pub type Span = (i64, i64);

/// About so many bins there are at most.
const MOST_BINS: f64 = 60.0;
/// Of so many dates one may be too vague for its bin, before the bins get longer.
const VAGUE_SHARE: usize = 4;
/// Longer bins are so many times as long.
const LONGER: f64 = 2.0;
/// No interval of the calendar is more than so many times as long as the gap that it is asked for.
const MOST_GAPS: f64 = 6.0;
/// What does not fit may reach beyond all that does; then the bins are chosen anew, at most so many times.
const MOST_ROUNDS: usize = 4;

/// Stretches of the calendar that follow each other without a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bins {
    unit: Unit,
    /// Where each begins, and where the last one ends; seconds.
    edges: Vec<i64>,
}

impl Bins {
    /// The finest bins of the calendar that are not too many, and not too fine for most of the dates; none where there
    /// are no dates.
    #[must_use]
    pub fn holding(dates: &[Span]) -> Self {
        let mut bins = Self { unit: Unit::Year, edges: Vec::new() };
        let mut hull = hull(dates.iter());
        for _ in 0..MOST_ROUNDS {
            let Some(around) = hull else { break };
            bins = Self::finest(around, dates);
            let inner = self::hull(dates.iter().filter(|span| bins.place(**span).is_some()));
            if inner.is_none() || inner == hull {
                break;
            }
            hull = inner;
        }
        bins
    }

    fn finest(hull: Span, dates: &[Span]) -> Self {
        let mut gap_secs = (secs(hull) / MOST_BINS).max(1.0);
        loop {
            let bins = Self::around(hull, gap_secs);
            let vague = dates.iter().filter(|span| bins.place(**span).is_none()).count();
            if vague * VAGUE_SHARE <= dates.len() || gap_secs > secs(hull) {
                return bins;
            }
            gap_secs *= LONGER;
        }
    }

    /// The finest bins around a stretch of which none is shorter than a gap.
    fn around(hull: Span, gap_secs: f64) -> Self {
        let beyond_secs = gap_secs * MOST_GAPS;
        let domain = Domain { start_sec: hull.0 as f64 - beyond_secs, end_sec: hull.1 as f64 + beyond_secs };
        let axis = ticks(domain, domain.len_secs() / gap_secs, 1.0);
        let edges: Vec<i64> = axis.ticks.iter().map(|tick| tick.sec).collect();
        let from = edges.partition_point(|sec| *sec <= hull.0).checked_sub(1);
        let to = edges.partition_point(|sec| *sec <= hull.1);
        let edges = from.and_then(|from| edges.get(from..=to)).map(<[i64]>::to_vec);
        // At the ends of time there is no calendar.
        Self { unit: axis.unit, edges: edges.unwrap_or_else(|| vec![hull.0, hull.1.saturating_add(1)]) }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.edges.len().saturating_sub(1)
    }

    /// The bin that holds all of a stretch.
    #[must_use]
    pub fn place(&self, (first, last): Span) -> Option<usize> {
        let at = self.edges.partition_point(|sec| *sec <= first).checked_sub(1)?;
        self.edges.get(at + 1).is_some_and(|end| last < *end).then_some(at)
    }

    /// From where to where a bin reaches, seconds.
    #[must_use]
    pub fn domain(&self, at: usize) -> Domain {
        let sec = |at: usize| self.edges.get(at).copied().unwrap_or_default() as f64;
        Domain { start_sec: sec(at), end_sec: sec(at + 1) }
    }

    /// From where to where all of them reach, seconds.
    #[must_use]
    pub fn whole(&self) -> Domain {
        Domain { end_sec: self.domain(self.len().saturating_sub(1)).end_sec, ..self.domain(0) }
    }

    /// A bin as a date: its unit of the calendar, or from its first to its last.
    #[must_use]
    pub fn date(&self, at: usize) -> When {
        let (from, to) = (self.edges.get(at).copied(), self.edges.get(at + 1).copied());
        let (from, to) = (from.unwrap_or_default(), to.unwrap_or_default());
        let (precision, last) = match self.unit {
            Unit::Year => (Precision::Year, year_start(to - 1)),
            Unit::Month => (Precision::Month, month_start(to - 1)),
            Unit::Day => (Precision::Day, sec_from_day(day_from_sec(to - 1))),
            // Of times of day the end is told: from two to three.
            Unit::Hour | Unit::Minute => (Precision::Minute, to),
            Unit::Second | Unit::Millisecond => (Precision::Second, to - 1),
        };
        let end = |earliest_sec, latest_sec| {
            let (qualifier, zone) = (Qualifier::default(), Zone::default());
            End::At(Moment { earliest_sec, latest_sec, precision, qualifier, zone })
        };
        if last == from {
            let whole = end(from, to - 1);
            return When { first: whole, last: whole, shape: Shape::Single };
        }
        When { first: end(from, from), last: end(last, last), shape: Shape::Interval }
    }
}

fn year_start(sec: i64) -> i64 {
    let Civil { year, .. } = civil_from_day(day_from_sec(sec));
    sec_from_day(day_from_civil(Civil { year, month: 1, day: 1 }))
}

fn month_start(sec: i64) -> i64 {
    let civil = civil_from_day(day_from_sec(sec));
    sec_from_day(day_from_civil(Civil { day: 1, ..civil }))
}

fn secs((first, last): Span) -> f64 {
    last as f64 - first as f64 + 1.0
}

/// From the first second of any to the last.
fn hull<'a>(spans: impl Iterator<Item = &'a Span>) -> Option<Span> {
    spans.fold(None, |hull: Option<Span>, (first, last)| {
        let (from, to) = hull.unwrap_or((*first, *last));
        Some((from.min(*first), to.max(*last)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The dates of a list, in EDTF.
    fn dates(all: &[&str]) -> Vec<Span> {
        let date = |edtf: &&str| {
            let when = compile::date::parse(edtf).unwrap_or_else(|error| panic!("{edtf}: {}", error.message));
            when.earliest_sec().zip(when.latest_sec()).expect("two ends")
        };
        all.iter().map(date).collect()
    }

    fn unit(all: &[&str]) -> (Unit, usize) {
        let bins = Bins::holding(&dates(all));
        (bins.unit, bins.len())
    }

    #[test]
    fn bins_are_as_long_as_the_story_and_its_dates_ask_for() {
        assert_eq!(unit(&["2023-09", "2024-05-09", "2024-06-13", "2025-06-11"]), (Unit::Month, 22));
        assert_eq!(unit(&["2024-05-01", "2024-05-09", "2024-06-13"]), (Unit::Day, 44));
        assert_eq!(unit(&["1990-01-01", "2024-05-09"]), (Unit::Year, 35));
        assert_eq!(unit(&["2024-05-01T10:00:00", "2024-05-01T10:14:00"]), (Unit::Second, 57));
        assert_eq!(unit(&["2024-05-01", "2024-05-01"]), (Unit::Day, 1), "a day holds what has no time of day");
        assert_eq!(unit(&["2024-05", "2024-06", "2024-07-09"]), (Unit::Month, 3), "days would hold one of three");
        assert_eq!(unit(&[]), (Unit::Year, 0));
    }

    #[test]
    fn a_vague_date_does_not_make_all_others_one_bar() {
        let mut all = vec!["19XX"];
        all.extend(["2024-05-01", "2024-05-05", "2024-05-09", "2024-06-13", "2024-06-19", "2024-06-20"]);
        assert_eq!(unit(&all), (Unit::Day, 51));
        assert_eq!(Bins::holding(&dates(&all)).place(dates(&["19XX"])[0]), None);
    }

    #[test]
    fn a_bin_is_a_date_of_its_own() {
        let words = |all: &[&str]| {
            let bins = Bins::holding(&dates(all));
            let When { first, last, shape } = bins.date(0);
            let sec = |end: End| end.moment().map(|moment| moment.earliest_sec);
            (shape, sec(first), sec(last))
        };
        let sec = |edtf: &str| Some(dates(&[edtf])[0].0);
        assert_eq!(words(&["2023-09", "2024-05", "2025-06"]), (Shape::Single, sec("2023-09"), sec("2023-09")));
        assert_eq!(words(&["2000", "2100"]), (Shape::Interval, sec("2000"), sec("2001")));
    }

    proptest! {
        #[test]
        fn every_date_is_in_the_one_bin_that_holds_it_or_in_none(
            given in prop::collection::vec((-3_000_000_000_000_i64..3_000_000_000_000, 0_i64..40_000_000), 0..40),
            near in 1_i64..3_000_000_000_000,
        ) {
            let dates: Vec<Span> = given.iter().map(|(first, len)| (first % near, first % near + len)).collect();
            let bins = Bins::holding(&dates);
            prop_assert!(bins.len() <= 70, "{} bins", bins.len());
            prop_assert!(bins.edges.windows(2).all(|pair| pair[0] < pair[1]));
            for span in dates {
                let holding: Vec<usize> = (0..bins.len())
                    .filter(|at| bins.edges[*at] <= span.0 && span.1 < bins.edges[*at + 1])
                    .collect();
                prop_assert!(holding.len() <= 1);
                prop_assert_eq!(bins.place(span), holding.first().copied());
            }
        }

        #[test]
        fn dates_at_the_ends_of_time_have_bins_too(dates in prop::collection::vec(any::<i64>(), 1..5)) {
            let spans: Vec<Span> = dates.iter().map(|sec| (*sec, *sec)).collect();
            let bins = Bins::holding(&spans);
            for at in 0..bins.len() {
                let _ = bins.date(at);
            }
        }
    }
}
