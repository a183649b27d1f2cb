//! Labels over bars that begin before the view: each is pushed along its bar to stay in view.
//!
//! This is the one thing that is set past Yew, because it changes with every frame, and for a few labels only.

use std::cell::RefCell;

use story::EventIx;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::scene::{Bar, Frame, Scene};

/// Between a label and the end of its bar, px.
const AIR_PX: f64 = 12.0;

/// Pushes the labels of a scene as a frame wants them, after it is drawn.
#[hook]
pub fn use_sticky_labels(node: &NodeRef, scene: &std::rc::Rc<Scene>, frame: Frame) {
    let pushed = use_memo((), |()| RefCell::new(Vec::<EventIx>::new()));
    let (node, scene) = (node.clone(), std::rc::Rc::clone(scene));
    use_effect(move || {
        let Some(root) = node.cast::<Element>() else { return };
        let bars = scene.lanes.iter().flat_map(|lane| &lane.bars);
        let wanted: Vec<(EventIx, f64)> = bars.filter_map(|bar| Some((bar.event, push_px(bar, &frame)?))).collect();
        let before = pushed.replace(wanted.iter().map(|(ix, _)| *ix).collect());
        let back = before.into_iter().filter(|ix| wanted.iter().all(|(other, _)| other != ix)).map(|ix| (ix, 0.0));
        for (ix, px) in wanted.iter().copied().chain(back) {
            let id = scene.sources.known.record.bundle.event(ix).id();
            let selector = [".over-lab[data-event=\"", id, "\"]"].concat();
            let label = root.query_selector(&selector).ok().flatten();
            if let Some(label) = label.and_then(|label| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(label).ok()) {
                // A browser that refuses leaves the label where the bar begins.
                let _ = label.style().set_property("--s", &crate::components::px(px));
            }
        }
    });
}

/// How far a label is pushed, px; `None` where its bar begins in view or is no longer in it.
fn push_px(bar: &Bar, frame: &Frame) -> Option<f64> {
    let (start_px, end_px) = (frame.px_from_scene_px(bar.x_px), frame.px_from_scene_px(bar.x_px + bar.width_px));
    let room_px = (end_px - start_px - f64::from(bar.label_px) - AIR_PX).max(0.0);
    (start_px < 0.0 && end_px > 0.0).then(|| (-start_px).min(room_px))
}
