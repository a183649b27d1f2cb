//! The event that stands below the lanes: its top stays in sight, so that whoever presses a mark sees what it opens.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{HtmlElement, ResizeObserver};
use yew::prelude::*;

use crate::{
    hooks::use_effect_with,
    page::{
        elements::{below, style},
        size::page_px,
    },
};

/// The property that tells the style how high what is told is, px of the window: all but its top may lie below the window.
const TOLD: &str = "--told";

/// Keeps the style told of it while the timeline is looked at.
#[hook]
pub fn use_peek(section: &HtmlElement, is_timeline: bool) {
    let story = below::<HtmlElement>(section, ".story");
    use_effect_with(is_timeline, move |is_timeline| {
        let observed = story.filter(|_| *is_timeline).and_then(|story| {
            let watched = story.clone();
            let closure = Closure::<dyn Fn()>::new(move || {
                style(&watched, TOLD, &page_px(f64::from(watched.offset_height())));
            });
            // Without it, the event is where the lanes end.
            let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
            observer.observe(&story);
            Some((observer, closure, story))
        });
        move || {
            if let Some((observer, _closure, story)) = observed {
                observer.disconnect();
                style(&story, TOLD, "");
            }
        }
    });
}
