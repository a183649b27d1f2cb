//! The room that a page's own sticky header takes at the top of the window. The page names it with `--on-record-top`, or
//! with the `scroll-padding` of its root, which browsers keep free themselves.

use gloo::utils::document;
use web_sys::{Element, HtmlElement};

use super::computed::{computed, window_height_px};
use super::{
    elements::{around, style},
    size::page_px,
};

/// The property by which the style sheet knows what the page keeps free.
const PADDING: &str = "--padding";

/// Tells the style sheet of a widget how much the page keeps free.
pub fn tell(widget: &HtmlElement) {
    // What sticks is the bar of the view, around the widget.
    let view = around::<HtmlElement>(widget, ".or");
    style(view.as_ref().unwrap_or(widget), PADDING, &page_px(padding_px()));
}

/// How much of the window above an element is covered, by the page's header and by what sticks of the widget, px.
pub fn covered_px(element: &Element) -> f64 {
    padding_px() + length_px(element, "scroll-margin-top")
}

fn padding_px() -> f64 {
    document().document_element().map_or(0.0, |root| length_px(&root, "scroll-padding-top"))
}

/// A computed length, px; none where it says something else than a length.
fn length_px(element: &Element, name: &str) -> f64 {
    let value = computed(element, name);
    let number = js_sys::parse_float(&value);
    match number.is_nan() {
        true => 0.0,
        false if value.ends_with('%') => number / 100.0 * window_height_px(),
        false => number,
    }
}
