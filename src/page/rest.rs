//! Values that come later: once nothing has changed for a while, or after what the reader waits for is painted.

use std::{cell::RefCell, rc::Rc};

use gloo::{render::request_animation_frame, timers::callback::Timeout, utils::window};
use wasm_bindgen::{JsCast, closure::Closure};
use yew::prelude::*;

use crate::hooks::use_effect_with;

/// How long the reader rests before the address is written and the view announced, ms.
pub const REST_MS: u32 = 300;

/// A value once it has not changed for a while.
#[hook]
pub fn use_rested<T: Clone + PartialEq + 'static>(value: &T, rest_ms: u32) -> T {
    let rested = use_state(|| value.clone());
    let set = rested.setter();
    use_effect_with(value.clone(), move |value| {
        let value = value.clone();
        let timeout = Timeout::new(rest_ms, move || set.set(value));
        move || drop(timeout)
    });
    T::clone(&rested)
}

/// Does something once the answer to what the reader has done is painted. Nothing takes it back.
pub fn after_paint(then: impl FnOnce() + 'static) {
    // The callbacks of a frame run before it is painted, a timer that they set runs after that. Either frees itself once it has run.
    let then = Closure::once_into_js(then);
    let frame = Closure::once_into_js(move || {
        // A window without timers has no reader, as one that draws no frames.
        let _ = window().set_timeout_with_callback(then.unchecked_ref());
    });
    let _ = window().request_animation_frame(frame.unchecked_ref());
}

/// A value a frame later: for what may come after that for which the reader waits.
#[hook]
pub fn use_later<T: Clone + PartialEq + 'static>(value: &T) -> T {
    let later = use_state_eq(|| value.clone());
    let set = later.setter();
    use_effect_with(value.clone(), move |value| {
        let (value, painted) = (value.clone(), Rc::new(RefCell::new(None)));
        let timer = Rc::clone(&painted);
        // The callbacks of a frame run before it is painted, a timer that they set runs after that.
        let frame = request_animation_frame(move |_| {
            timer.replace(Some(Timeout::new(0, move || set.set(value))));
        });
        move || drop((frame, painted))
    });
    T::clone(&later)
}
