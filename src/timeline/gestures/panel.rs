//! Panels that the browser opens and closes: what lies in them is no part of the timeline, and the focus comes back.

use std::{cell::RefCell, rc::Rc};

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, ShadowRoot};

use crate::page::elements::{around, focus, target};
/// Whether an event happens within a panel.
pub(super) fn holds(event: &Event) -> bool {
    target::<Element>(event).is_some_and(|target| around::<Element>(&target, "[popover]").is_some())
}

/// Gives the focus back to what had it when a panel opened. Browsers do so themselves, but not in a shadow tree.
pub(super) fn listeners(element: &Element) -> [EventListener; 2] {
    let before: Rc<RefCell<Option<HtmlElement>>> = Rc::default();
    let listen = |name: &'static str, act: Box<dyn Fn(&Event)>| {
        // These events do not bubble, but on their way down they pass.
        let capture = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(element, name, capture, move |event| act(event))
    };
    let (opening, closing) = (Rc::clone(&before), before);
    let (root, root_) = (element.clone(), element.clone());
    [
        listen(
            "beforetoggle",
            Box::new(move |event| {
                if state_after(event) == "open" {
                    opening.replace(focused(&root));
                }
            }),
        ),
        listen(
            "toggle",
            Box::new(move |event| {
                if state_after(event) == "open" {
                    if let Some(panel) = target(event) {
                        focus(&panel);
                    }
                    return;
                }
                // What had the focus in the panel keeps it for a moment, unseen.
                let elsewhere =
                    focused(&root_).is_some_and(|element| around::<Element>(&element, "[popover]").is_none());
                if state_after(event) != "closed" || elsewhere {
                    return;
                }
                if let Some(element) = closing.take() {
                    // What is gone by now cannot have the focus, and nothing else has to.
                    focus(&element);
                }
            }),
        ),
    ]
}

/// Whether a panel is open or closed after an event.
fn state_after(event: &Event) -> String {
    // An event that tells nothing is none of these.
    Reflect::get(event, &JsValue::from_str("newState")).ok().and_then(|state| state.as_string()).unwrap_or_default()
}

/// What has the focus in the widget.
fn focused(element: &Element) -> Option<HtmlElement> {
    element.get_root_node().dyn_into::<ShadowRoot>().ok()?.active_element()?.dyn_into().ok()
}
