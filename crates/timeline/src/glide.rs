//! How a view glides on after the hand has let go, and comes to rest.

/// How far back the speed of the hand is looked at, ms.
const WINDOW_MS: f64 = 100.0;

/// A hand that has not moved for so long before it lets go has stopped, ms.
const REST_MS: f64 = 50.0;

/// A hand slower than this does not throw, px per ms.
const MIN_PX_PER_MS: f64 = 0.1;

/// No throw is faster than this, px per ms.
const MAX_PX_PER_MS: f64 = 5.0;

/// After so long the speed has fallen to a third, ms.
const DECAY_MS: f64 = 325.0;

/// A glide with less than this before it is over, px.
const END_PX: f64 = 0.5;

/// The last places of a pointer that is dragged.
#[derive(Clone, Debug, Default)]
pub struct Track {
    /// When (ms) and where (px), in order.
    samples: Vec<(f64, f64)>,
}

/// A movement that becomes slower and slower.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glide {
    /// The speed at its beginning, px per ms; positive towards where px grow.
    pub v_px_per_ms: f64,
}

impl Track {
    /// Takes note of where the pointer is at a time.
    pub fn push(&mut self, at_ms: f64, x_px: f64) {
        self.samples.retain(|(earlier_ms, _)| at_ms - earlier_ms <= WINDOW_MS);
        self.samples.push((at_ms, x_px));
    }

    /// How the view goes on where the pointer is let go at a time; not at all where it had come to rest.
    #[must_use]
    pub fn glide(&self, at_ms: f64) -> Option<Glide> {
        let (first_ms, first_px) = *self.samples.iter().find(|(then_ms, _)| at_ms - then_ms <= WINDOW_MS)?;
        let (last_ms, last_px) = *self.samples.last()?;
        if at_ms - last_ms > REST_MS || last_ms <= first_ms {
            return None;
        }
        let v_px_per_ms = (last_px - first_px) / (last_ms - first_ms);
        let throws = v_px_per_ms.is_finite() && v_px_per_ms.abs() >= MIN_PX_PER_MS;
        throws.then(|| Glide { v_px_per_ms: v_px_per_ms.clamp(-MAX_PX_PER_MS, MAX_PX_PER_MS) })
    }
}

impl Glide {
    /// How far it has gone so long after it began, px.
    #[must_use]
    pub fn offset_px(self, after_ms: f64) -> f64 {
        self.v_px_per_ms * DECAY_MS * (1.0 - (-after_ms.max(0.0) / DECAY_MS).exp())
    }

    /// Whether what is still before it cannot be seen.
    #[must_use]
    pub fn is_over(self, after_ms: f64) -> bool {
        self.v_px_per_ms.abs() * DECAY_MS - self.offset_px(after_ms).abs() < END_PX
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn track(samples: &[(f64, f64)]) -> Track {
        let mut track = Track::default();
        for (at_ms, x_px) in samples {
            track.push(*at_ms, *x_px);
        }
        track
    }

    #[test]
    fn a_throw_goes_on_with_the_speed_of_the_hand() {
        let thrown = track(&[(0.0, 500.0), (150.0, 300.0), (200.0, 280.0), (220.0, 260.0), (240.0, 190.0)]);
        let glide = thrown.glide(245.0).expect("a throw");
        assert!((glide.v_px_per_ms + 110.0 / 90.0).abs() < 1e-9, "only the last 100 ms count: {glide:?}");
        assert!(glide.offset_px(16.0) < -15.0);
    }

    #[test]
    fn a_hand_that_rests_or_creeps_or_only_presses_throws_nothing() {
        let moved = [(0.0, 0.0), (20.0, 40.0), (40.0, 80.0)];
        assert!(track(&moved).glide(45.0).is_some());
        assert_eq!(track(&moved).glide(95.0), None, "it rested before it let go");
        assert_eq!(track(&moved).glide(500.0), None);
        assert_eq!(track(&[(0.0, 0.0), (90.0, 4.0)]).glide(91.0), None);
        assert_eq!(track(&[(0.0, 0.0)]).glide(1.0), None);
        assert_eq!(track(&[(5.0, 0.0), (5.0, 9.0)]).glide(6.0), None, "two places at one time are no speed");
        assert_eq!(track(&[]).glide(1.0), None);
        assert_eq!(track(&[(0.0, f64::NAN), (9.0, 3.0)]).glide(9.0), None);
    }

    proptest! {
        #[test]
        fn a_glide_slows_down_and_ends(v_px_per_ms in -9.0..9.0_f64) {
            let Some(glide) = track(&[(0.0, 0.0), (50.0, 50.0 * v_px_per_ms)]).glide(50.0) else {
                prop_assert!(v_px_per_ms.abs() <= MIN_PX_PER_MS + 1e-9);
                return Ok(());
            };
            prop_assert_eq!(glide.offset_px(0.0), 0.0);
            let steps: Vec<f64> = (0..200).map(|n| glide.offset_px(f64::from(n) * 16.0)).collect();
            let strides: Vec<f64> = steps.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
            prop_assert!(strides.windows(2).all(|pair| pair[1] <= pair[0] + 1e-9));
            prop_assert!(!glide.is_over(0.0) && glide.is_over(3_200.0));
        }
    }
}
