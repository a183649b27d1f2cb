//! From seconds to pixels and back.

use crate::Domain;

/// A stretch of time drawn over a number of pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    /// What is drawn.
    pub domain: Domain,
    /// How wide it is drawn, in CSS pixels.
    pub width_px: f64,
}

impl TimeScale {
    /// The distance from the left edge at which a second stands; beyond the edges where it is outside the domain.
    #[must_use]
    pub fn x_px_from_sec(&self, sec: f64) -> f64 {
        self.px_from_secs(sec - self.domain.start_sec)
    }

    /// The second at a distance from the left edge; the inverse of [`TimeScale::x_px_from_sec`].
    #[must_use]
    pub fn sec_from_x_px(&self, x_px: f64) -> f64 {
        self.domain.start_sec + self.secs_from_px(x_px)
    }

    /// How many pixels a length of time takes; none where the domain has no length.
    #[must_use]
    pub fn px_from_secs(&self, secs: f64) -> f64 {
        ratio(secs, self.domain.len_secs()) * self.width_px
    }

    /// How much time a number of pixels stands for; none where the scale has no width.
    #[must_use]
    pub fn secs_from_px(&self, px: f64) -> f64 {
        ratio(px, self.width_px) * self.domain.len_secs()
    }

    /// Whether it has a length in time and a width in pixels, both of them numbers.
    #[must_use]
    pub fn is_drawable(&self) -> bool {
        self.domain.is_valid() && self.domain.len_secs() > 0.0 && self.width_px.is_finite() && self.width_px > 0.0
    }
}

/// A share of a whole; nothing of a whole that is nothing.
fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_scale_without_length_or_width_puts_everything_at_the_edge() {
        let scale = TimeScale { domain: Domain { start_sec: 5.0, end_sec: 5.0 }, width_px: 100.0 };
        assert_eq!(scale.x_px_from_sec(9.0), 0.0);
        let flat = TimeScale { domain: Domain { start_sec: 5.0, end_sec: 9.0 }, width_px: 0.0 };
        assert_eq!(flat.sec_from_x_px(50.0), 5.0);
    }

    proptest! {
        #[test]
        fn a_pixel_survives_the_round_trip(
            start_sec in -4.4e17..1e10_f64, len_secs in 1e9..4e17_f64, width_px in 1.0..4000.0_f64, share in -1.0..2.0_f64,
        ) {
            let scale = TimeScale { domain: Domain { start_sec, end_sec: start_sec + len_secs }, width_px };
            let x_px = share * width_px;
            let back_px = scale.x_px_from_sec(scale.sec_from_x_px(x_px));
            prop_assert!((back_px - x_px).abs() < 0.01, "{} came back as {}", x_px, back_px);
        }

        #[test]
        fn a_second_near_1970_survives_the_round_trip(
            start_sec in -1e10..1e10_f64, len_secs in 1.0..1e9_f64, share in 0.0..1.0_f64,
        ) {
            let scale = TimeScale { domain: Domain { start_sec, end_sec: start_sec + len_secs }, width_px: 1080.0 };
            let sec = start_sec + share * len_secs;
            prop_assert!((scale.sec_from_x_px(scale.x_px_from_sec(sec)) - sec).abs() < 1e-4);
        }
    }
}
