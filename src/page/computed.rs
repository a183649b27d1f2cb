//! What the browser has worked out: the styles of an element, the height of the window.

use gloo::utils::window;
use web_sys::Element;

/// A property of an element's style, as the browser gives it; nothing where it has none.
#[must_use]
pub fn computed(element: &Element, property: &str) -> String {
    let style = window().get_computed_style(element).ok().flatten();
    style.and_then(|style| style.get_property_value(property).ok()).unwrap_or_default()
}

/// The height of the window, px.
#[must_use]
pub fn window_height_px() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}
