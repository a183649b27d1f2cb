//! The timeline by keyboard: arrows between events and lanes, plus and minus, Home and End, Escape, and `?` for help.

use story::EventIx;
use yew::KeyboardEvent;

use crate::{
    components::{Shared, timeline::help},
    scene::{Scene, revealing},
    state::Action,
};

/// How much one press of plus, or of its button, zooms in.
pub const ZOOM_STEP: f64 = 1.6;
/// How much of the view Shift with an arrow moves.
const PAN_STEP: f64 = 0.25;

/// What a key does, if anything, from where the reader stands.
pub fn action_from_key(
    event: &KeyboardEvent,
    shared: &Shared,
    scene: &Scene,
    current: Option<EventIx>,
    open: bool,
) -> Option<Action> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let width_px = scene.scale.width_px;
    // Who walks on before the view has come to the last step stands there already.
    let current = shared.motion.heading().or(current);
    let at_px = current.and_then(|ix| scene.x_px(ix)).unwrap_or(width_px / 2.0);
    let pan = |part: f64| Some(Action::Pan { by_px: part * width_px });
    match event.key().as_str() {
        "ArrowLeft" if event.shift_key() => pan(-PAN_STEP),
        "ArrowRight" if event.shift_key() => pan(PAN_STEP),
        "ArrowLeft" => walk(shared, earlier(shared, current)),
        "ArrowRight" => walk(shared, later(shared, current)),
        "ArrowUp" => walk(shared, across(shared, scene, current, -1)),
        "ArrowDown" => walk(shared, across(shared, scene, current, 1)),
        "Home" => walk(shared, order(shared).next()),
        "End" => walk(shared, order(shared).next_back()),
        "+" | "=" => Some(Action::Zoom { at_px, factor: ZOOM_STEP }),
        "-" => Some(Action::Zoom { at_px, factor: 1.0 / ZOOM_STEP }),
        "0" => Some(Action::FitWhole),
        // Where nothing is open, Escape is the page's; with the help open, it is the help's.
        "Escape" if open && !help::is_open(event) => Some(Action::Select(None)),
        _ => None,
    }
}

fn walk(shared: &Shared, to: Option<EventIx>) -> Option<Action> {
    let ix = to?;
    Some(Action::Walk(ix, revealing(&shared.known, ix)))
}

/// The events that match, in the order of time.
fn order(shared: &Shared) -> impl DoubleEndedIterator<Item = EventIx> {
    shared.record.bundle.events_by_time().filter(|ix| shared.matches.event(*ix))
}

/// The next event that matches; the first one from nowhere.
fn later(shared: &Shared, current: Option<EventIx>) -> Option<EventIx> {
    let Some(current) = current.filter(|ix| shared.matches.event(*ix)) else { return order(shared).next() };
    order(shared).skip_while(|ix| *ix != current).nth(1)
}

/// The event before that matches; the first one from nowhere.
fn earlier(shared: &Shared, current: Option<EventIx>) -> Option<EventIx> {
    let Some(current) = current.filter(|ix| shared.matches.event(*ix)) else { return order(shared).next() };
    order(shared).rev().skip_while(|ix| *ix != current).nth(1)
}

/// The event nearest in time in the next lane that has one.
fn across(shared: &Shared, scene: &Scene, current: Option<EventIx>, step: isize) -> Option<EventIx> {
    let from = current?;
    let from_px = scene.x_px(from)?;
    let mut lane = scene.lanes.iter().position(|lane| lane.shown().any(|ix| ix == from))?;
    loop {
        lane = lane.checked_add_signed(step)?;
        let candidates = scene.lanes.get(lane)?.shown().filter(|ix| shared.matches.event(*ix));
        let far = |ix: &EventIx| scene.x_px(*ix).map_or(f64::MAX, |x| (x - from_px).abs());
        if let Some(nearest) = candidates.min_by(|a, b| far(a).total_cmp(&far(b))) {
            return Some(nearest);
        }
    }
}
