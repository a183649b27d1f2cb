//! What stands out of sight below a picture that moves: set aside until it rests.

use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::window,
};
use web_sys::HtmlElement;
use yew::prelude::*;

/// Leaves an element out of the browser's style, layout and paint while something above it moves, so that each frame is
/// the cost of what is seen. Only where it stands below the window and the focus is elsewhere; it keeps its room, and is
/// there again once the reader scrolls. The browser's own `content-visibility: auto` reaches three windows too far.
#[hook]
pub fn use_set_aside(node: &NodeRef, moves: bool) {
    let node = node.clone();
    use_effect_with(moves, move |moves| {
        let element = node.cast::<HtmlElement>().filter(|element| *moves && may_be_set_aside(element));
        let listener = element.clone().map(|element| {
            set_aside(&element, true);
            let options = EventListenerOptions::run_in_capture_phase();
            // Of whatever scrolls: the window, or what the page has put around the widget.
            EventListener::new_with_options(&window(), "scroll", options, move |_| set_aside(&element, false))
        });
        move || {
            drop(listener);
            element.iter().for_each(|element| set_aside(element, false));
        }
    });
}

fn may_be_set_aside(element: &HtmlElement) -> bool {
    let height_px = window().inner_height().ok().and_then(|height| height.as_f64());
    let is_below = height_px.is_some_and(|height_px| element.get_bounding_client_rect().top() >= height_px);
    is_below && !element.matches(":focus-within").unwrap_or(true)
}

/// A browser that does not know the properties does without.
fn set_aside(element: &HtmlElement, is_aside: bool) {
    let height_px = is_aside.then(|| [&element.offset_height().to_string(), "px"].concat());
    let style = element.style();
    let _ = style.set_property("contain-intrinsic-block-size", &height_px.unwrap_or_default());
    let _ = style.set_property("content-visibility", if is_aside { "hidden" } else { "" });
}
