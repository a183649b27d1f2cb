//! The timeline by keyboard: arrows between events and lanes, plus and minus, Home and End, Escape, and `?` for help.

use story::EventIx;
use yew::KeyboardEvent;

use super::{
    gestures::Motion,
    help,
    scene::{Frame, Scene},
};
use crate::{core::state::Action, parts::Shared};

/// How much one press of plus, or of its button, zooms in.
pub const ZOOM_STEP: f64 = 1.6;
/// How much of the view Shift with an arrow moves.
const PAN_STEP: f64 = 0.25;

/// What a key does, if anything, from where the reader stands.
pub fn action_from_key(
    event: &KeyboardEvent,
    shared: &Shared,
    scene: &Scene,
    frame: &Frame,
    current: Option<EventIx>,
    open: bool,
    motion: &Motion,
) -> Option<Action> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let width_px = frame.scale.width_px;
    // Who walks on before the view has come to the last step stands there already.
    let current = motion.heading().or(current);
    let at_px = current.and_then(|ix| scene.x_px(ix)).map_or(width_px / 2.0, |x| frame.px_from_scene_px(x));
    let pan = |part: f64| Some(Action::Pan { by_px: part * width_px });
    match event.key().as_str() {
        "ArrowLeft" if event.shift_key() => pan(-PAN_STEP),
        "ArrowRight" if event.shift_key() => pan(PAN_STEP),
        "ArrowLeft" => walk(shared, beside(shared, scene, current, false)),
        "ArrowRight" => walk(shared, beside(shared, scene, current, true)),
        "ArrowUp" => walk(shared, across(shared, scene, current, -1)),
        "ArrowDown" => walk(shared, across(shared, scene, current, 1)),
        "Home" => walk(shared, order(shared, scene).next()),
        "End" => walk(shared, order(shared, scene).next_back()),
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
    Some(Action::Walk(ix, shared.revealing(ix)))
}

/// The next in time that is drawn and matches; where nothing more is drawn, the next of all that match.
fn beside(shared: &Shared, scene: &Scene, current: Option<EventIx>, later: bool) -> Option<EventIx> {
    let Some(current) = current else { return order(shared, scene).next() };
    let bundle = &shared.record.bundle;
    let next = beyond(shared, scene, current, later)?;
    let own = bundle.position_by_time(current)?;
    let drawn = || scene.shown().map(|(ix, _)| ix).filter(|ix| shared.matches.event(*ix));
    if !scene.reaches(next) || drawn().any(|ix| ix == next) {
        return Some(next);
    }
    // The next of all stands in a cluster: go on to the cluster itself, or past it.
    let places = drawn().filter_map(|ix| Some((bundle.position_by_time(ix)?, ix)));
    let found = if later { places.filter(|it| it.0 > own).min() } else { places.filter(|it| it.0 < own).max() };
    found.map(|(_, ix)| ix).or(Some(next))
}

/// The next that matches in the order of time, drawn or not.
fn beyond(shared: &Shared, scene: &Scene, current: EventIx, later: bool) -> Option<EventIx> {
    let bundle = &shared.record.bundle;
    let at = bundle.position_by_time(current)?;
    let hit = |at: usize| bundle.event_at_time(at).filter(|ix| is_reached(shared, scene, *ix));
    if later { (at + 1..bundle.event_count()).find_map(hit) } else { (0..at).rev().find_map(hit) }
}

/// The events that the arrows reach, in the order of time.
fn order(shared: &Shared, scene: &Scene) -> impl DoubleEndedIterator<Item = EventIx> {
    shared.record.bundle.events_by_time().filter(|ix| is_reached(shared, scene, *ix))
}

/// Whether an event matches and its lane is open.
fn is_reached(shared: &Shared, scene: &Scene, ix: EventIx) -> bool {
    shared.matches.event(ix) && !scene.sources.closed.contains(&shared.record.bundle.event(ix).lane())
}

/// The event nearest in time in the next lane that has one.
fn across(shared: &Shared, scene: &Scene, current: Option<EventIx>, step: isize) -> Option<EventIx> {
    let from = current?;
    let from_px = scene.x_px(from)?;
    let mut lane = scene.lanes.iter().position(|lane| lane.shown().any(|(ix, _)| ix == from))?;
    loop {
        lane = lane.checked_add_signed(step)?;
        let candidates = scene.lanes.get(lane)?.shown().filter(|(ix, _)| shared.matches.event(*ix));
        let far = |(_, x): &(EventIx, f64)| (x - from_px).abs();
        if let Some((nearest, _)) = candidates.min_by(|a, b| far(a).total_cmp(&far(b))) {
            return Some(nearest);
        }
    }
}
