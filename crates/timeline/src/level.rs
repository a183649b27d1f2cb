//! Zoom levels: steps of the scale at which what is drawn may change, the same for every story and screen.

/// A step of the scale, three to each doubling. From one to the next everything stands further apart, so what has
/// room at a level has room at every later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level(pub u8);

/// The power of two of the pixels that a second takes at the first level: there the age of the universe is shorter
/// than one.
const FIRST_EXPONENT: i32 = -60;

/// The levels of a doubling: the third roots of two.
const STEPS: [f64; 3] = [1.0, 1.259_921_049_894_873_2, 1.587_401_051_968_199_4];

impl Level {
    /// A level that no scale reaches.
    pub const NEVER: Self = Self(u8::MAX);

    /// The last level whose scale is no larger than so many pixels a second; the first for what is no scale at all.
    #[must_use]
    pub fn of(px_per_sec: f64) -> Self {
        if px_per_sec.is_nan() || px_per_sec <= 0.0 {
            return Self(0);
        }
        let bits = px_per_sec.to_bits();
        let exponent = (bits >> 52 & 0x7ff) as i32 - 1_023;
        let mantissa = f64::from_bits(bits & ((1 << 52) - 1) | 1_023 << 52);
        let step = STEPS.iter().filter(|step| **step <= mantissa).count() as i32 - 1;
        let steps = (exponent - FIRST_EXPONENT) * STEPS.len() as i32 + step;
        Self(steps.clamp(0, i32::from(u8::MAX) - 1) as u8)
    }

    /// The first level at which so many seconds take at least so many pixels.
    #[must_use]
    pub fn where_secs_take_px(secs: f64, px: f64) -> Self {
        if secs.is_nan() || secs <= 0.0 {
            return Self::NEVER;
        }
        let level = Self::of(px / secs);
        if level.px_per_sec() * secs >= px { level } else { level.next() }
    }

    /// How many pixels a second takes at the least while this level is shown.
    #[must_use]
    pub fn px_per_sec(self) -> f64 {
        let (doublings, step) = (usize::from(self.0) / STEPS.len(), usize::from(self.0) % STEPS.len());
        let exponent = FIRST_EXPONENT + doublings as i32 + 1_023;
        f64::from_bits((exponent as u64) << 52) * STEPS[step]
    }

    /// The level after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn three_levels_double_the_scale() {
        assert_eq!(Level(180).px_per_sec(), 1.0);
        assert_eq!(Level(183).px_per_sec(), 2.0);
        assert_eq!(Level::of(1.0), Level(180));
        assert_eq!(Level::of(1.5), Level(181));
        assert_eq!(Level::of(0.999), Level(179));
    }

    #[test]
    fn what_is_no_scale_is_at_the_first_level() {
        for nonsense in [0.0, -1.0, f64::NAN, f64::NEG_INFINITY, 1e-300] {
            assert_eq!(Level::of(nonsense), Level(0), "{nonsense}");
        }
        assert!(Level::of(f64::INFINITY) < Level::NEVER);
        assert_eq!(Level::where_secs_take_px(0.0, 16.0), Level::NEVER);
    }

    proptest! {
        #[test]
        fn a_scale_lies_between_its_level_and_the_next(exponent in -55.0..24.0_f64) {
            let scale = exponent.exp2();
            let level = Level::of(scale);
            prop_assert!(level.px_per_sec() <= scale && scale < level.next().px_per_sec());
        }

        #[test]
        fn a_length_takes_its_pixels_from_the_named_level_on(secs in 1e-3..1e18_f64, px in 1.0..1e4_f64) {
            let level = Level::where_secs_take_px(secs, px);
            prop_assert!(level.px_per_sec() * secs >= px);
            prop_assert!(level == Level(0) || Level(level.0 - 1).px_per_sec() * secs < px);
        }
    }
}
