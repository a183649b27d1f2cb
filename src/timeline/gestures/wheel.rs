//! The wheel and the trackpad. What turns up and down scrolls the page, always.

use web_sys::{Element, WheelEvent};

use super::motion::Motion;
use crate::{
    core::state::Action,
    page::enlarged::{Axis, Extent},
};

/// How much a wheel's px zoom; a trackpad's pinch arrives as a wheel with Ctrl.
const WHEEL_ZOOM: f64 = 0.002;
/// A pinch on a trackpad moves in smaller steps.
const PINCH_ZOOM: f64 = 0.01;
/// A step of a wheel is no smaller than this, px.
const WHEEL_STEP_PX: f64 = 40.0;
/// A line of a wheel that scrolls by lines, px.
const LINE_PX: f64 = 16.0;

/// Ctrl or Cmd with the wheel zooms, a sideways wheel pans. Says whether the page may do nothing more with it: where
/// the story is at its end, a sideways swipe is the page's.
pub(super) fn turned(wheel: &WheelEvent, element: &Element, motion: &Motion) -> bool {
    let unit_px = match wheel.delta_mode() {
        WheelEvent::DOM_DELTA_LINE => LINE_PX,
        WheelEvent::DOM_DELTA_PAGE => Extent::of(element).width_px,
        _ => 1.0,
    };
    let (dx, dy) = (wheel.delta_x() * unit_px, wheel.delta_y() * unit_px);
    if wheel.ctrl_key() || wheel.meta_key() {
        let step = if dy.abs() < WHEEL_STEP_PX { PINCH_ZOOM } else { WHEEL_ZOOM };
        if let Some(axis) = Axis::of(element) {
            let at_px = axis.part(wheel) * motion.width_px();
            motion.follow(Action::Zoom { at_px, factor: (-dy * step).exp() });
        }
        // Or the browser would zoom the page.
        return true;
    }
    motion.halt();
    let sideways = if wheel.shift_key() && dx == 0.0 { dy } else { dx };
    let pans = sideways.abs() > dy.abs() || (wheel.shift_key() && sideways != 0.0);
    let Some(axis) = pans.then(|| Axis::of(element)).flatten() else { return false };
    motion.follow(Action::Pan { by_px: axis.part_of_way((sideways, 0.0)) * motion.width_px() })
}
