//! Where events lie in time.

use story::{DAY_SECS, End, EventIx, Shape, When, sec_from_day};
use timeline::Domain;

use crate::record::Record;

/// Where an event lies in time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// Its time, seconds.
    pub domain: Domain,
    /// Whether the earlier side is open or unknown.
    pub open_start: bool,
    /// Whether the later side is open or unknown.
    pub open_end: bool,
    /// Whether it filled that time.
    pub lasting: bool,
}

impl Stretch {
    /// Where an event lies in time; `None` for a plan without a date.
    #[must_use]
    pub fn of_event(record: &Record, ix: EventIx) -> Option<Self> {
        Self::of(&record.bundle.event(ix).date()?, record.known_day)
    }

    /// Where a date lies in time. What goes on reaches to the end of the record.
    #[must_use]
    pub fn of(when: &When, known_day: Option<i64>) -> Option<Self> {
        let (start, end) = (when.earliest_sec(), when.latest_sec());
        let lasting = matches!(when.shape, Shape::Interval);
        let goes_on = lasting && matches!(when.last, End::Open);
        let known_sec = known_day.map(|day| sec_from_day(day) + DAY_SECS);
        let end = end.map(|sec| sec.saturating_add(1)).or(if goes_on { known_sec.max(start) } else { None });
        let (start_sec, end_sec) = match (start, end) {
            (Some(start), Some(end)) => (start, end),
            (Some(start), None) => (start, start),
            (None, Some(end)) => (end, end),
            (None, None) => return None,
        };
        Some(Self {
            domain: Domain { start_sec: start_sec as f64, end_sec: end_sec.max(start_sec) as f64 },
            open_start: start.is_none(),
            open_end: when.latest_sec().is_none(),
            lasting,
        })
    }
}

/// The day that stands for a date where one is needed: its middle, seconds.
pub(super) fn middle_sec(when: &When, known_day: Option<i64>) -> Option<f64> {
    Stretch::of(when, known_day).map(|stretch| stretch.domain.middle_sec())
}

/// When a plan was announced, else when it was first reported.
pub(super) fn announced(record: &Record, plan: EventIx) -> Option<Stretch> {
    let event = record.bundle.event(plan);
    let when = event.announced().or_else(|| event.known_from())?;
    Stretch::of(&when, record.known_day)
}

/// The middle of the time at which a plan was announced, seconds.
#[must_use]
pub(super) fn announced_sec(record: &Record, plan: EventIx) -> Option<f64> {
    announced(record, plan).map(|stretch| stretch.domain.middle_sec())
}

/// Where an event stands in the order of time, seconds; a plan without a date by its announcement.
#[must_use]
pub fn place_sec(record: &Record, ix: EventIx) -> Option<f64> {
    let dated = record.bundle.event(ix).date().and_then(|when| middle_sec(&when, record.known_day));
    dated.or_else(|| announced_sec(record, ix))
}

#[cfg(test)]
mod tests {
    use super::*;
    use story::{Moment, Precision, Qualifier};

    fn day(day: i64) -> End {
        End::At(Moment {
            earliest_sec: sec_from_day(day),
            latest_sec: sec_from_day(day) + DAY_SECS - 1,
            precision: Precision::Day,
            qualifier: Qualifier::default(),
        })
    }

    #[test]
    fn what_goes_on_reaches_to_the_end_of_the_record() {
        let when = When { shape: Shape::Interval, first: day(0), last: End::Open };
        let stretch = Stretch::of(&when, Some(9)).expect("it has a beginning");
        assert_eq!(stretch.domain.end_sec as i64, 10 * DAY_SECS);
        assert!(stretch.open_end && stretch.lasting);
    }

    #[test]
    fn an_unknown_side_adds_no_time() {
        let before = When { shape: Shape::OneOf { members: 3 }, first: End::Open, last: day(5) };
        let stretch = Stretch::of(&before, Some(9)).expect("it has an end");
        assert_eq!(stretch.domain.start_sec as i64, 6 * DAY_SECS);
        assert_eq!(stretch.domain.end_sec as i64, 6 * DAY_SECS);
        assert!(stretch.open_start && !stretch.lasting);
    }

    #[test]
    fn a_date_without_any_end_is_nowhere() {
        let when = When { shape: Shape::Interval, first: End::Unknown, last: End::Unknown };
        assert_eq!(Stretch::of(&when, Some(9)), None);
    }
}
