//! The timeline by hand: tap, drag, throw, pinch, wheel, brush. The page's own scroll is never taken.

mod motion;
mod panel;
mod press;
mod wheel;

use std::{cell::RefCell, rc::Rc};

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, Node, PointerEvent, UiEvent, WheelEvent};
use yew::prelude::*;

pub use self::motion::{Motion, use_motion};
use self::press::Press;
use crate::hooks::use_effect_with;
use crate::page::elements::{set, target};

/// Listens to the pointer and the wheel on the timeline.
#[hook]
pub fn use_gestures(node: &NodeRef, motion: &Rc<Motion>) {
    let (node, motion) = (node.clone(), Rc::clone(motion));
    use_effect_with((), move |()| {
        let listeners = node.cast::<Element>().map(|element| listeners(&element, &motion));
        move || drop(listeners)
    });
}

fn listeners(element: &Element, motion: &Rc<Motion>) -> Vec<EventListener> {
    // Holds the focus while the view flies; Tab passes it over.
    set(element, "tabindex", Some("-1"));
    let press = Rc::new(RefCell::new(Press::default()));
    let pointer = |name: &'static str, act: fn(&mut Press, &PointerEvent, &Element, &Rc<Motion>)| {
        let (press, element_, motion) = (Rc::clone(&press), element.clone(), Rc::clone(motion));
        EventListener::new(element, name, move |event| {
            if let Some(event) = event.dyn_ref::<PointerEvent>().filter(|event| !panel::holds(event)) {
                act(&mut press.borrow_mut(), event, &element_, &motion);
            }
        })
    };
    let wheel = {
        let (element_, motion) = (element.clone(), Rc::clone(motion));
        let active = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(element, "wheel", active, move |event| {
            let wheel = event.dyn_ref::<WheelEvent>();
            if !panel::holds(event) && wheel.is_some_and(|wheel| wheel::turned(wheel, &element_, &motion)) {
                event.prevent_default();
            }
        })
    };
    let [opening, closing] = panel::listeners(element);
    vec![
        opening,
        closing,
        pointer("pointerdown", Press::down),
        pointer("pointermove", Press::moved),
        pointer("pointerup", Press::up),
        pointer("pointercancel", Press::cancelled),
        pointer("lostpointercapture", Press::lost),
        wheel,
        click_swallower(element, press),
    ]
}

/// Keeps the click at the end of a drag from opening what lies under the pointer. It listens on the root of the
/// shadow tree, above the node where Yew catches events. A click without a pointer, from the keyboard, passes.
fn click_swallower(element: &Element, press: Rc<RefCell<Press>>) -> EventListener {
    let timeline = element.clone();
    let capture = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&element.get_root_node(), "click", capture, move |event: &Event| {
        let target = target::<Node>(event);
        let by_pointer = event.dyn_ref::<UiEvent>().is_some_and(|event| event.detail() > 0);
        if press.borrow().dragged && by_pointer && timeline.contains(target.as_ref()) {
            press.borrow_mut().dragged = false;
            event.stop_propagation();
        }
    })
}
