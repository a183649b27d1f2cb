//! Regions: stretches of the axis of a fixed width at each level, in which events are drawn one by one or counted.

use crate::Level;

/// How wide a region is at the least, px.
pub const REGION_PX: f64 = 256.0;

/// A region of more events than these is counted, not drawn event by event.
pub const CLUSTER: usize = 18;

/// The region in which a second of the axis lies at a level; regions are numbered from 1970 on.
#[must_use]
pub fn region_of(sec: f64, level: Level) -> i64 {
    (sec * (level.px_per_sec() / REGION_PX)).floor() as i64
}

/// Where a region begins, axis seconds.
#[must_use]
pub fn region_start_sec(region: i64, level: Level) -> f64 {
    region as f64 * (REGION_PX / level.px_per_sec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_second_lies_in_its_region(sec in -1e12..1e12_f64, level in 60..195_u8) {
            let level = Level(level);
            let region = region_of(sec, level);
            let slack_secs = sec.abs() * 1e-12;
            prop_assert!(region_start_sec(region, level) <= sec + slack_secs);
            prop_assert!(sec < region_start_sec(region + 1, level) + slack_secs);
        }
    }
}
