//! Where events lie in time.

use story::{End, EventIx, Shape, When};
use timeline::Domain;

use crate::known::Knowledge;

/// Where an event lies in time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// Its time, seconds.
    pub domain: Domain,
    /// What is known of its beginning.
    pub start: Edge,
    /// What is known of its end.
    pub end: Edge,
    /// Whether it filled that time.
    pub lasting: bool,
}

/// What is known of one side of a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// It is where the domain says.
    Known,
    /// It lasts beyond: it goes on, or was always so.
    Open,
    /// Nobody says where it is: drawn fading.
    Fading,
}

impl Stretch {
    /// Where an event lies in time; `None` for a plan without a date.
    #[must_use]
    pub fn of_event(known: &Knowledge, ix: EventIx) -> Option<Self> {
        Self::of(&known.record.bundle.event(ix).date()?, known.end_sec())
    }

    /// Where a date lies in time. What goes on reaches to the end of the record.
    #[must_use]
    pub fn of(when: &When, known_end_sec: Option<i64>) -> Option<Self> {
        let lasting = matches!(when.shape, Shape::Interval);
        let edge = |end: End| match end {
            End::At(_) => Edge::Known,
            End::Open if lasting => Edge::Open,
            End::Open | End::Unknown => Edge::Fading,
        };
        let (start, end) = (when.earliest_sec(), when.latest_sec().map(|sec| sec.saturating_add(1)));
        let goes_on = edge(when.last) == Edge::Open;
        let end = end.or_else(|| known_end_sec.max(start).filter(|_| goes_on));
        let (start_sec, end_sec) = (start.or(end)?, end.or(start)?);
        Some(Self {
            domain: Domain { start_sec: start_sec as f64, end_sec: end_sec.max(start_sec) as f64 },
            start: edge(when.first),
            end: edge(when.last),
            lasting,
        })
    }
}

/// The day that stands for a date where one is needed: its middle, seconds.
pub(super) fn middle_sec(known: &Knowledge, when: &When) -> Option<f64> {
    Stretch::of(when, known.end_sec()).map(|stretch| stretch.domain.middle_sec())
}

/// When a plan was announced, else when it was first reported.
pub(super) fn announced(known: &Knowledge, plan: EventIx) -> Option<Stretch> {
    let event = known.record.bundle.event(plan);
    let when = event.announced().or_else(|| event.known_from())?;
    Stretch::of(&when, known.end_sec())
}

/// The middle of the time at which a plan was announced, seconds.
#[must_use]
pub(super) fn announced_sec(known: &Knowledge, plan: EventIx) -> Option<f64> {
    announced(known, plan).map(|stretch| stretch.domain.middle_sec())
}

/// Where an event stands in the order of time, seconds; a plan without a date by its announcement.
#[must_use]
pub fn place_sec(known: &Knowledge, ix: EventIx) -> Option<f64> {
    let dated = known.record.bundle.event(ix).date().and_then(|when| middle_sec(known, &when));
    dated.or_else(|| announced_sec(known, ix))
}

/// The stretch of time to bring into view for an event: its own, else the day its plan was announced.
#[must_use]
pub fn revealing(known: &Knowledge, ix: EventIx) -> Option<Domain> {
    Stretch::of_event(known, ix).or_else(|| announced(known, ix)).map(|stretch| stretch.domain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use story::{DAY_SECS, Moment, Precision, Qualifier, sec_from_day};

    fn day(day: i64) -> End {
        End::At(Moment {
            earliest_sec: sec_from_day(day),
            latest_sec: sec_from_day(day) + DAY_SECS - 1,
            precision: Precision::Day,
            qualifier: Qualifier::default(),
        })
    }

    const KNOWN_END: Option<i64> = Some(10 * DAY_SECS);

    fn interval(first: End, last: End) -> Stretch {
        Stretch::of(&When { shape: Shape::Interval, first, last }, KNOWN_END).expect("it has one end at least")
    }

    #[test]
    fn what_goes_on_reaches_to_the_end_of_the_record() {
        let stretch = interval(day(0), End::Open);
        assert_eq!(stretch.domain.end_sec as i64, 10 * DAY_SECS);
        assert_eq!((stretch.start, stretch.end), (Edge::Known, Edge::Open));
    }

    #[test]
    fn an_end_that_nobody_names_fades_and_adds_no_time() {
        let stretch = interval(day(0), End::Unknown);
        assert_eq!(stretch.domain.end_sec as i64, 0);
        assert_eq!((stretch.start, stretch.end), (Edge::Known, Edge::Fading));
        assert_eq!(interval(End::Unknown, day(3)).start, Edge::Fading);
    }

    #[test]
    fn on_or_before_a_day_fades_towards_the_past() {
        let before = When { shape: Shape::OneOf { members: 3 }, first: End::Open, last: day(5) };
        let stretch = Stretch::of(&before, KNOWN_END).expect("it has an end");
        assert_eq!(stretch.domain.start_sec as i64, 6 * DAY_SECS);
        assert_eq!((stretch.start, stretch.end), (Edge::Fading, Edge::Known));
        assert!(!stretch.lasting);
    }

    #[test]
    fn a_date_without_any_end_is_nowhere() {
        let when = When { shape: Shape::Interval, first: End::Unknown, last: End::Unknown };
        assert_eq!(Stretch::of(&when, KNOWN_END), None);
    }
}
