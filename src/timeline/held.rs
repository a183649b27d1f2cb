//! The focus on a mark, kept while the picture around it changes.

use story::EventIx;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ShadowRoot};

use super::layers::TIMELINE;
use crate::page::{elements::around, focus_first};

/// The attribute of a mark that names its event.
const EVENT: &str = "data-event";
/// The mark that Tab reaches.
const MARK: &str = ".tl [data-event][tabindex=\"0\"]";

/// The focus on a mark.
pub struct Held {
    timeline: Element,
    mark: Element,
    event: Option<String>,
}

impl Held {
    /// The mark of the timeline around a layer that has the focus.
    pub fn of(layer: &HtmlElement) -> Option<Self> {
        let timeline = around::<Element>(layer, TIMELINE)?;
        let mark = layer.get_root_node().dyn_into::<ShadowRoot>().ok()?.active_element()?;
        let event = mark.get_attribute(EVENT);
        (event.is_some() && timeline.contains(Some(&mark))).then_some(Self { timeline, mark, event })
    }

    /// Puts the focus on the timeline where the mark is gone or has come to stand for something else; says whether.
    pub fn keep(self) -> bool {
        let is_gone = !self.mark.is_connected() || self.mark.get_attribute(EVENT) != self.event;
        is_gone && focus_first(&self.timeline, TIMELINE)
    }
}

/// Gives the focus back from the timeline to the mark that the reader stands on, once that is drawn.
pub fn give_back(layer: &HtmlElement, stands_on: Option<EventIx>, tab_stop: Option<EventIx>) {
    let timeline = around::<Element>(layer, TIMELINE);
    let root = layer.get_root_node().dyn_into::<ShadowRoot>().ok();
    let is_there = timeline.is_some() && root.and_then(|root| root.active_element()) == timeline;
    if is_there && stands_on.is_some() && tab_stop == stands_on {
        focus_first(layer, MARK);
    }
}
