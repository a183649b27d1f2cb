//! Dragging on the strip of the whole story: the window of the view, its ends, or a new window.

use crate::Domain;

/// What a drag holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// The window, to move it.
    Window,
    /// Where it starts.
    Start,
    /// Where it ends.
    End,
    /// Nothing yet: a new window is drawn.
    New,
}

/// A drag from where it began.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Brush {
    /// What it holds.
    pub grip: Grip,
    /// The whole strip.
    pub extent: Domain,
    /// The window when it began.
    pub window: Domain,
    /// Where it began, seconds.
    pub from_sec: f64,
    /// No window becomes shorter than this, seconds, unless it was or the whole is.
    pub min_secs: f64,
}

impl Brush {
    /// The window when the pointer is at a second: within the extent, and never too short. An end that is dragged
    /// against the other one stops there.
    #[must_use]
    pub fn to(&self, sec: f64) -> Domain {
        let Self { extent, window, .. } = *self;
        let min_secs = self.min_secs.min(window.len_secs());
        let by_secs = sec - self.from_sec;
        match self.grip {
            _ if !sec.is_finite() => window,
            Grip::Window => {
                let start_sec =
                    (window.start_sec + by_secs).min(extent.end_sec - window.len_secs()).max(extent.start_sec);
                Domain { start_sec, end_sec: (start_sec + window.len_secs()).min(extent.end_sec) }
            }
            Grip::Start => {
                let latest_sec = (window.end_sec - min_secs).max(extent.start_sec);
                let start_sec = (window.start_sec + by_secs).max(extent.start_sec).min(latest_sec);
                Domain { start_sec, ..window }
            }
            Grip::End => {
                let earliest_sec = (window.start_sec + min_secs).min(extent.end_sec);
                let end_sec = (window.end_sec + by_secs).min(extent.end_sec).max(earliest_sec);
                Domain { end_sec, ..window }
            }
            Grip::New => self.drawn(sec, self.min_secs.min(extent.len_secs())),
        }
    }

    /// From where the drag began to where it is, grown in its direction where that is too short.
    fn drawn(&self, sec: f64, min_secs: f64) -> Domain {
        let Domain { start_sec, end_sec } = self.extent;
        let from_sec = self.from_sec.max(start_sec).min(end_sec);
        let to_sec = if sec < self.from_sec { sec.min(from_sec - min_secs) } else { sec.max(from_sec + min_secs) };
        let (low_sec, high_sec) = (from_sec.min(to_sec).max(start_sec), from_sec.max(to_sec).min(end_sec));
        // At the ends of the strip it grows the other way.
        let low_sec = low_sec.min(end_sec - min_secs).max(start_sec);
        Domain { start_sec: low_sec, end_sec: high_sec.max(low_sec + min_secs).min(end_sec) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(start_sec: f64, end_sec: f64) -> Domain {
        Domain { start_sec, end_sec }
    }

    fn brush(grip: Grip, from_sec: f64) -> Brush {
        Brush { grip, extent: of(0.0, 100.0), window: of(40.0, 60.0), from_sec, min_secs: 5.0 }
    }

    #[test]
    fn the_window_moves_and_stops_at_the_ends() {
        let drag = brush(Grip::Window, 50.0);
        for (sec, window) in
            [(50.0, of(40.0, 60.0)), (35.0, of(25.0, 45.0)), (-9.0, of(0.0, 20.0)), (500.0, of(80.0, 100.0))]
        {
            assert_eq!(drag.to(sec), window, "{sec}");
        }
    }

    #[test]
    fn an_end_moves_alone_and_stops_at_the_other() {
        let start = brush(Grip::Start, 41.0);
        assert_eq!(start.to(31.0), of(30.0, 60.0));
        assert_eq!(start.to(-50.0), of(0.0, 60.0));
        assert_eq!(start.to(90.0), of(55.0, 60.0));
        let end = brush(Grip::End, 60.0);
        assert_eq!(end.to(70.0), of(40.0, 70.0));
        assert_eq!(end.to(500.0), of(40.0, 100.0));
        assert_eq!(end.to(0.0), of(40.0, 45.0));
    }

    #[test]
    fn a_new_window_goes_from_where_it_began_to_either_side() {
        let drag = brush(Grip::New, 80.0);
        assert_eq!(drag.to(90.0), of(80.0, 90.0));
        assert_eq!(drag.to(10.0), of(10.0, 80.0));
        assert_eq!(drag.to(81.0), of(80.0, 85.0));
        assert_eq!(drag.to(79.0), of(75.0, 80.0));
        assert_eq!(drag.to(900.0), of(80.0, 100.0));
        assert_eq!(brush(Grip::New, 99.0).to(99.5), of(95.0, 100.0), "the strip is over");
        assert_eq!(brush(Grip::New, 1.0).to(0.5), of(0.0, 5.0));
    }

    #[test]
    fn a_place_that_is_none_moves_nothing() {
        for grip in [Grip::Window, Grip::Start, Grip::End, Grip::New] {
            assert_eq!(brush(grip, 50.0).to(f64::NAN), of(40.0, 60.0));
        }
    }

    proptest! {
        #[test]
        fn the_window_stays_within_the_strip_and_long_enough(
            grip in prop_oneof![Just(Grip::Window), Just(Grip::Start), Just(Grip::End), Just(Grip::New)],
            (start_sec, len_secs) in (-1e17..1e17_f64, 1.0..1e17_f64),
            (from, to, min) in (-0.5..1.5_f64, -1.0..2.0_f64, 0.0..1.5_f64),
            (low, len) in (0.0..0.6_f64, 0.1..0.4_f64),
        ) {
            let extent = of(start_sec, start_sec + len_secs);
            let at = |share: f64| extent.start_sec + share * extent.len_secs();
            let window = of(at(low), at(low + len));
            let drag = Brush { grip, extent, window, from_sec: at(from), min_secs: min * len * len_secs };
            let found = drag.to(at(to));
            let slack_secs = (start_sec.abs() + len_secs) * 1e-15;
            prop_assert!(found.is_valid());
            prop_assert!(found.start_sec >= extent.start_sec && found.end_sec <= extent.end_sec);
            let least_secs = drag.min_secs.min(if grip == Grip::New { extent.len_secs() } else { window.len_secs() });
            prop_assert!(found.len_secs() >= least_secs - slack_secs, "{:?}", found);
        }
    }
}
