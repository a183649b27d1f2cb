//! What the browser has worked out: the styles of an element, the height of the window, whether a panel is open.

use gloo::utils::window;
use web_sys::{Element, Event};

use super::elements::target;

/// A property of an element's style, as the browser gives it; nothing where it has none.
#[must_use]
pub fn computed(element: &Element, property: &str) -> String {
    // What is not in a page that is shown has no style.
    let style = window().get_computed_style(element).ok().flatten();
    style.and_then(|style| style.get_property_value(property).ok()).unwrap_or_default()
}

/// The height of the window, px.
#[must_use]
pub fn window_height_px() -> f64 {
    // A window that does not tell is taken for one in which nothing is seen.
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

/// Whether a panel, or what else opens and closes, is open after an event.
pub fn opens(event: &Event) -> bool {
    // A browser that knows no popover knows no such selector either.
    target::<Element>(event).is_some_and(|target| target.matches(":popover-open, [open]").unwrap_or_default())
}
