//! How wide the container is, and how large the reader's text.

use std::cell::RefCell;

use gloo::render::request_animation_frame;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement, ResizeObserver};
use yew::prelude::*;

use super::{
    elements::{around, below},
    headroom, size,
};
use crate::core::state::Action;
use crate::hooks::use_effect_with;

/// What in a story is as wide as the reader's text is large.
const TEXT_SIZE: &str = ".or .defs";

/// Tells the state how wide the container is, now and whenever that or the reader's size of text changes.
#[hook]
pub fn use_width(node: &NodeRef, dispatch: &Callback<Action>) {
    let (node, dispatch) = (node.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        let observed = node.cast::<HtmlElement>().and_then(|element| {
            let text = below::<Element>(&around::<Element>(&element, ".room")?, TEXT_SIZE)?;
            let (watched, read) = (element.clone(), text.clone());
            let tell = move || {
                size::read(&read);
                headroom::tell(&watched);
                dispatch.emit(Action::Resize { width_px: f64::from(watched.client_width()) / size::factor() });
            };
            tell();
            // Drawing at once would change what is being observed, which browsers report to the page as an error.
            let frame = RefCell::new(None);
            let closure = Closure::<dyn Fn()>::new(move || {
                let tell = tell.clone();
                frame.replace(Some(request_animation_frame(move |_| tell())));
            });
            // Without it, the width stays as it was when the widget came.
            let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
            observer.observe(&element);
            observer.observe(&text);
            Some((observer, closure))
        });
        move || {
            if let Some((observer, _closure)) = observed {
                observer.disconnect();
            }
        }
    });
}
