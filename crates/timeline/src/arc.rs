//! The arc from the day a plan was announced to what it became.

/// Half an ellipse over the baseline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arc {
    /// Where it begins, in pixels from the left edge.
    pub x0_px: f64,
    /// Where it lands.
    pub x1_px: f64,
    /// How high it rises, in pixels.
    pub radius_y_px: f64,
}

/// The lowest and the highest arc, in pixels.
const UP_PX: (f64, f64) = (13.0, 38.0);

/// How much of the square root of its length an arc rises.
const STEEPNESS: f64 = 1.92;

/// The arc between two places on the baseline, no higher than `max_up_px`. The longer, the higher, but by the square
/// root: short arcs stay visible under long ones.
#[must_use]
pub fn arc(x0_px: f64, x1_px: f64, max_up_px: f64) -> Arc {
    let rise_px = (x1_px - x0_px).abs().sqrt() * STEEPNESS;
    Arc { x0_px, x1_px, radius_y_px: rise_px.max(UP_PX.0).min(UP_PX.1).min(max_up_px) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_arc_is_higher_within_its_limits() {
        let up_px = |len_px| arc(10.0, 10.0 + len_px, 100.0).radius_y_px;
        assert_eq!(up_px(0.0), 13.0);
        assert!(up_px(60.0) < up_px(110.0) && up_px(110.0) < up_px(300.0));
        assert_eq!(up_px(5000.0), 38.0);
        assert_eq!(up_px(-300.0), up_px(300.0));
        assert_eq!(arc(0.0, 5000.0, 11.0).radius_y_px, 11.0);
    }
}
