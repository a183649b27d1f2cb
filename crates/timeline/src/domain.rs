//! A stretch of time.

/// A stretch of time, in seconds since 1970-01-01T00:00:00Z; either end may lie before year 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Domain {
    /// Its first second.
    pub start_sec: f64,
    /// Its last second, not before the first.
    pub end_sec: f64,
}

impl Domain {
    /// How long it is, in seconds.
    #[must_use]
    pub fn len_secs(self) -> f64 {
        self.end_sec - self.start_sec
    }

    /// The second halfway.
    #[must_use]
    pub fn middle_sec(self) -> f64 {
        self.start_sec + self.len_secs() / 2.0
    }

    /// Whether a second lies within it, the ends included.
    #[must_use]
    pub fn contains(self, sec: f64) -> bool {
        self.start_sec <= sec && sec <= self.end_sec
    }

    /// Whether the two share at least one second.
    #[must_use]
    pub fn intersects(self, other: Self) -> bool {
        self.start_sec <= other.end_sec && other.start_sec <= self.end_sec
    }

    /// Whether all of another stretch lies within it.
    #[must_use]
    pub fn holds(self, other: Self) -> bool {
        self.start_sec <= other.start_sec && other.end_sec <= self.end_sec
    }

    /// The shortest stretch that holds both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self { start_sec: self.start_sec.min(other.start_sec), end_sec: self.end_sec.max(other.end_sec) }
    }

    /// Whether both ends are numbers and the end is not before the start.
    #[must_use]
    pub fn is_valid(self) -> bool {
        self.start_sec.is_finite() && self.end_sec.is_finite() && self.start_sec <= self.end_sec
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_that_only_touch_intersect() {
        let of = |start_sec, end_sec| Domain { start_sec, end_sec };
        assert!(of(0.0, 5.0).intersects(of(5.0, 9.0)));
        assert!(!of(0.0, 5.0).intersects(of(5.1, 9.0)));
        assert!(of(0.0, 5.0).holds(of(0.0, 5.0)) && !of(0.0, 5.0).holds(of(4.0, 6.0)));
        assert_eq!(of(0.0, 5.0).union(of(7.0, 9.0)), of(0.0, 9.0));
    }

    #[test]
    fn a_stretch_with_a_missing_or_crossed_end_is_not_valid() {
        for (start_sec, end_sec) in [(f64::NAN, 1.0), (0.0, f64::INFINITY), (2.0, 1.0)] {
            assert!(!Domain { start_sec, end_sec }.is_valid(), "{start_sec} to {end_sec}");
        }
    }
}
