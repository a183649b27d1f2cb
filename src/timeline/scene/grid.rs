//! How the layers of a scene count places: from an origin and in a scale that many scenes share.

use timeline::{Domain, Level, region_of, region_start_sec};

/// Scenes of so many levels in a row share a scale: three doublings.
const LEVELS: u8 = 9;
/// Places are counted from the beginning of so many regions of that scale.
const BLOCK: i64 = 16;

/// How the layers of a scene count places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    /// Where the scene begins, px of the scene.
    origin_px: f64,
    /// How many px of the layer a px of the scene takes; one at most.
    scale: f64,
}

impl Grid {
    /// The grid of a window at a level.
    #[must_use]
    pub fn new(window: Domain, level: Level) -> Self {
        let shared = Level(level.0 - level.0 % LEVELS);
        let block = region_of(window.start_sec, shared).div_euclid(BLOCK) * BLOCK;
        let origin_secs = window.start_sec - region_start_sec(block, shared);
        Self { origin_px: origin_secs * level.px_per_sec(), scale: shared.px_per_sec() / level.px_per_sec() }
    }

    /// A place of the layer from one of the scene.
    #[must_use]
    pub fn layer_px_from_scene_px(&self, x_px: f64) -> f64 {
        self.layer_px_from_len_px(self.origin_px + x_px)
    }

    /// A length of the layer from one of the scene.
    #[must_use]
    pub fn layer_px_from_len_px(&self, len_px: f64) -> f64 {
        len_px * self.scale
    }

    /// How far the layer spreads its places, so that a px of the scene takes so many of the view.
    #[must_use]
    pub fn layer_spread(&self, zoom: f64) -> f64 {
        zoom / self.scale
    }

    /// Where the scene begins, px of the scene.
    #[must_use]
    pub fn origin_px(&self) -> f64 {
        self.origin_px
    }

    /// How many px of the layer a px of the scene takes.
    #[must_use]
    pub fn scale(&self) -> f64 {
        self.scale
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_second_has_the_same_place_in_neighbouring_windows_and_levels(
            start_sec in -1e9..2e9_f64, ahead_secs in 0.0..1e5_f64, level in 127..135_u8,
        ) {
            let place_px = |start_sec: f64, level: u8| {
                let level = Level(level);
                let window = Domain { start_sec, end_sec: start_sec + 1e6 };
                let x_px = (2e9 - start_sec) * level.px_per_sec();
                (Grid::new(window, level).layer_px_from_scene_px(x_px), region_of(start_sec, Level(126)).div_euclid(BLOCK))
            };
            let (one, other) = (place_px(start_sec, level), place_px(start_sec + ahead_secs, level - 1));
            prop_assert!(one.1 != other.1 || (one.0 - other.0).abs() < 1e-4, "{} and {}", one.0, other.0);
        }
    }
}
