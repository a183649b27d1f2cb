//! Where a date lies in time.

use story::{End, Shape, When};

use crate::Domain;

/// Where a date lies in time.
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
    /// Where a date lies in time. What goes on reaches to the end of the record. `None` for a date without any end.
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

    /// Where its mark stands: at the known end where the other fades, else halfway, in whole seconds as a bundle has
    /// them.
    #[must_use]
    pub fn anchor_sec(&self) -> f64 {
        match (self.start, self.end) {
            (Edge::Fading, Edge::Known) => self.domain.end_sec,
            (Edge::Known, Edge::Fading) => self.domain.start_sec,
            _ if self.lasting => self.domain.start_sec,
            _ => self.domain.middle_sec().floor(),
        }
    }

    /// Whether it is drawn as a bar where there is room: it lasted, and neither side fades.
    #[must_use]
    pub fn is_lasting_bar(&self) -> bool {
        self.lasting && self.start != Edge::Fading && self.end != Edge::Fading
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use story::{DAY_SECS, Moment, Precision, Qualifier, Zone, sec_from_day};

    fn day(day: i64) -> End {
        End::At(Moment {
            earliest_sec: sec_from_day(day),
            latest_sec: sec_from_day(day) + DAY_SECS - 1,
            precision: Precision::Day,
            qualifier: Qualifier::default(),
            zone: Zone::default(),
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
        assert!(stretch.is_lasting_bar());
        assert_eq!(stretch.anchor_sec(), 0.0);
    }

    #[test]
    fn an_end_that_nobody_names_fades_and_adds_no_time() {
        let stretch = interval(day(0), End::Unknown);
        assert_eq!(stretch.domain.end_sec as i64, 0);
        assert_eq!((stretch.start, stretch.end), (Edge::Known, Edge::Fading));
        assert_eq!(interval(End::Unknown, day(3)).start, Edge::Fading);
        assert!(!stretch.is_lasting_bar());
    }

    #[test]
    fn on_or_before_a_day_fades_towards_the_past_and_is_marked_at_that_day() {
        let before = When { shape: Shape::OneOf { members: 3 }, first: End::Open, last: day(5) };
        let stretch = Stretch::of(&before, KNOWN_END).expect("it has an end");
        assert_eq!(stretch.domain.start_sec as i64, 6 * DAY_SECS);
        assert_eq!((stretch.start, stretch.end), (Edge::Fading, Edge::Known));
        assert_eq!(stretch.anchor_sec() as i64, 6 * DAY_SECS);
        assert!(!stretch.lasting);
    }

    #[test]
    fn some_time_in_a_day_is_marked_halfway() {
        let stretch = Stretch::of(&When { shape: Shape::Single, first: day(2), last: day(2) }, KNOWN_END);
        assert_eq!(stretch.map(|it| it.anchor_sec()), Some(2.5 * DAY_SECS as f64));
    }

    #[test]
    fn a_date_without_any_end_is_nowhere() {
        let when = When { shape: Shape::Interval, first: End::Unknown, last: End::Unknown };
        assert_eq!(Stretch::of(&when, KNOWN_END), None);
    }

    #[test]
    fn a_mark_stands_at_a_whole_second() {
        let second = Moment {
            earliest_sec: 7,
            latest_sec: 7,
            precision: Precision::Second,
            qualifier: Qualifier::default(),
            zone: Zone::default(),
        };
        let when = When { shape: Shape::Single, first: End::At(second), last: End::At(second) };
        let stretch = Stretch::of(&when, None).expect("it has both ends");
        assert!((stretch.anchor_sec() - 7.0).abs() < f64::EPSILON);
    }
}
