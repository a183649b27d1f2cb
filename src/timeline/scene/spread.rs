//! Dates that take a stretch of the axis: what lasted, and what is known only to lie within some time.

use timeline::{Form, Stretch, bar_level};

use super::Scene;

/// How far a date fades towards its unknown side, px.
pub(super) const FADE_PX: f64 = 100.0;
/// A bar of possible dates shorter than this hides under its mark, px.
pub(super) const MIN_BAND_PX: f64 = 14.0;

/// Whether an event is drawn as a bar at a level, given a row for it.
pub(super) fn is_bar(scene: &Scene, time: &Stretch) -> bool {
    time.is_lasting_bar() && bar_level(Form::Lasting(time.domain)) <= scene.level
}
