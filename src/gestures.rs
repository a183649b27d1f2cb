//! The timeline by hand: drag, pinch and wheel. The page's own scroll is never taken.

use std::{cell::RefCell, rc::Rc};

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, Node, PointerEvent, UiEvent, WheelEvent};
use yew::prelude::*;

use crate::state::Action;

/// A press that moves less than this is a click, px.
const CLICK_PX: f64 = 4.0;
/// How much a wheel's px zoom; a trackpad's pinch arrives as a wheel with Ctrl.
const WHEEL_ZOOM: f64 = 0.002;
/// A pinch on a trackpad moves in smaller steps.
const PINCH_ZOOM: f64 = 0.01;
/// A line of a wheel that scrolls by lines, px.
const LINE_PX: f64 = 16.0;

/// The pointers that are down, and what they have done so far.
#[derive(Default)]
struct Press {
    /// Each with its id and where it is, client px.
    pointers: Vec<Pointer>,
    /// Where the first went down, client px.
    from_px: f64,
    /// Whether the press has become a drag or a pinch, so that the click at its end is none.
    dragged: bool,
}

type Pointer = (i32, f64, f64);

/// Listens to the pointer and the wheel on an element.
#[hook]
pub fn use_gestures(node: &NodeRef, dispatch: &Callback<Action>) {
    let node = node.clone();
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let listeners = node.cast::<Element>().map(|element| listeners(&element, &dispatch));
        move || drop(listeners)
    });
}

fn listeners(element: &Element, dispatch: &Callback<Action>) -> Vec<EventListener> {
    let press = Rc::new(RefCell::new(Press::default()));
    let pointer = |name: &'static str, act: fn(&mut Press, &PointerEvent, &Element) -> Option<Action>| {
        let (press, element_, dispatch) = (Rc::clone(&press), element.clone(), dispatch.clone());
        EventListener::new(element, name, move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            let action = act(&mut press.borrow_mut(), event, &element_);
            if let Some(action) = action {
                dispatch.emit(action);
            }
        })
    };
    let wheel = {
        let (element_, dispatch) = (element.clone(), dispatch.clone());
        let active = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(element, "wheel", active, move |event| {
            let Some(wheel) = event.dyn_ref::<WheelEvent>() else { return };
            if let Some(action) = action_from_wheel(wheel, &element_) {
                event.prevent_default();
                dispatch.emit(action);
            }
        })
    };
    vec![
        pointer("pointerdown", down),
        pointer("pointermove", moved),
        pointer("pointerup", up),
        pointer("pointercancel", up),
        pointer("lostpointercapture", up),
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
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        let by_pointer = event.dyn_ref::<UiEvent>().is_some_and(|event| event.detail() > 0);
        if press.borrow().dragged && by_pointer && timeline.contains(target.as_ref()) {
            press.borrow_mut().dragged = false;
            event.stop_propagation();
        }
    })
}

fn down(press: &mut Press, event: &PointerEvent, _: &Element) -> Option<Action> {
    if event.is_primary() {
        *press = Press { from_px: f64::from(event.client_x()), ..Press::default() };
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let on_overview = target.is_some_and(|target| target.closest(".over").is_ok_and(|found| found.is_some()));
    if event.button() == 0 && press.pointers.len() < 2 && !on_overview {
        press.pointers.push((event.pointer_id(), f64::from(event.client_x()), f64::from(event.client_y())));
    }
    None
}

fn moved(press: &mut Press, event: &PointerEvent, element: &Element) -> Option<Action> {
    let at = press.pointers.iter().position(|(id, ..)| *id == event.pointer_id())?;
    if event.buttons() == 0 {
        // It was let go where nobody heard of it, outside the window perhaps.
        press.pointers.remove(at);
        return None;
    }
    let before = press.pointers.clone();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    press.pointers[at] = (event.pointer_id(), x, y);
    if let [first, second] = press.pointers[..] {
        press.dragged = true;
        return pinch((before[0], before[1]), (first, second), element);
    }
    if press.dragged {
        return Some(Action::Pan { by_px: before[at].1 - x });
    }
    if (x - press.from_px).abs() < CLICK_PX {
        return None;
    }
    press.dragged = true;
    // Without capture a fast drag would end at the edge; a browser that refuses it only loses that.
    let _ = element.set_pointer_capture(event.pointer_id());
    Some(Action::Pan { by_px: press.from_px - x })
}

fn up(press: &mut Press, event: &PointerEvent, _: &Element) -> Option<Action> {
    press.pointers.retain(|(id, ..)| *id != event.pointer_id());
    None
}

/// Two fingers zoom by as much as they part.
fn pinch(before: (Pointer, Pointer), after: (Pointer, Pointer), element: &Element) -> Option<Action> {
    let apart = |(a, b): (Pointer, Pointer)| (a.1 - b.1).hypot(a.2 - b.2);
    let (was, is) = (apart(before), apart(after));
    let at_px = f64::midpoint(after.0.1, after.1.1) - element.get_bounding_client_rect().left();
    (was > 1.0 && is > 1.0).then(|| Action::Zoom { at_px, factor: is / was })
}

/// Ctrl or Cmd with the wheel zooms, a sideways wheel pans; everything else scrolls the page.
fn action_from_wheel(wheel: &WheelEvent, element: &Element) -> Option<Action> {
    let unit_px = match wheel.delta_mode() {
        WheelEvent::DOM_DELTA_LINE => LINE_PX,
        WheelEvent::DOM_DELTA_PAGE => element.get_bounding_client_rect().width(),
        _ => 1.0,
    };
    let (dx, dy) = (wheel.delta_x() * unit_px, wheel.delta_y() * unit_px);
    if wheel.ctrl_key() || wheel.meta_key() {
        let step = if dy.abs() < 40.0 { PINCH_ZOOM } else { WHEEL_ZOOM };
        let at_px = f64::from(wheel.client_x()) - element.get_bounding_client_rect().left();
        return Some(Action::Zoom { at_px, factor: (-dy * step).exp() });
    }
    let sideways = if wheel.shift_key() && dx == 0.0 { dy } else { dx };
    (sideways.abs() > dy.abs() || (wheel.shift_key() && sideways != 0.0)).then_some(Action::Pan { by_px: sideways })
}
