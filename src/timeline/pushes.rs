//! Labels that keep to the part of what they name that is in view.

use story::EraIx;

use super::layers::{bar_label_key, era_key};
use super::{
    renderer::Key,
    scene::{Bar, Frame, LaneScene, Scene},
};

/// The least of an era that is left for its name, px.
const ERA_PX: f64 = 14.0;
/// Between a label that is pushed along its bar and the bar's end, px.
const AIR_PX: f64 = 12.0;
/// With less room than this nothing of a label over a bar can be read, px, and its sign alone is shown, if it has one.
const LEAST_LABEL_PX: f64 = 48.0;
/// The width of that sign, px.
const SIGN_PX: f64 = 16.0;

/// A label that is pushed along what it names, because that begins before the view.
#[derive(Clone, Copy)]
pub struct Push {
    /// The label.
    pub key: Key,
    /// How far it is pushed, px.
    pub by_px: f64,
    /// How much room is left for it, px; `None` where there is enough.
    pub room_px: Option<f64>,
}

/// The labels over bars: cut short where less of the bar is in view than they take.
pub fn lane_pushes(lane: &LaneScene, frame: &Frame) -> Vec<Push> {
    let push = |bar: &Bar| {
        let (by_px, left_px) = pushed(frame, bar.x_px, bar.x_px + bar.width_px)?;
        let room_px = match left_px {
            _ if left_px >= f64::from(bar.label_px) + AIR_PX => None,
            _ if left_px >= LEAST_LABEL_PX => Some(left_px),
            _ if bar.window => Some(SIGN_PX),
            _ => Some(0.0),
        };
        Some(Push { key: bar_label_key(bar.event), by_px, room_px })
    };
    lane.bars.iter().filter_map(push).collect()
}

/// The names of eras, which are as long as the era.
pub fn era_pushes(scene: &Scene, frame: &Frame) -> Vec<Push> {
    let push = |(ix, start_px, end_px): &(EraIx, f64, f64)| {
        let (by_px, left_px) = pushed(frame, *start_px, *end_px)?;
        Some(Push { key: era_key(*ix), by_px: by_px.min(by_px + left_px - ERA_PX), room_px: None })
    };
    scene.eras.iter().filter_map(push).collect()
}

/// How much of something lies before the view and how much in and after it, px; `None` where it begins in view or is
/// no longer in it.
fn pushed(frame: &Frame, start_px: f64, end_px: f64) -> Option<(f64, f64)> {
    let (start_px, end_px) = (frame.px_from_scene_px(start_px), frame.px_from_scene_px(end_px));
    (start_px < 0.0 && end_px > 0.0).then_some((-start_px, end_px))
}
