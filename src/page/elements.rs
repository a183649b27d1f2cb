//! Elements found and changed by names of our own. A browser refuses such a call only where the name is none, which is a
//! mistake of ours: loud in debug, and as if nothing had been found elsewhere.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement};

/// The first element below another that a selector finds.
pub fn below<T: JsCast>(element: &Element, selector: &str) -> Option<T> {
    ours(element.query_selector(selector))?.dyn_into().ok()
}

/// The elements below another that a selector finds.
pub fn all_below(element: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = element.query_selector_all(selector) else {
        debug_assert!(false, "{selector}");
        return Vec::new();
    };
    // All of them are elements.
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

/// The element itself, or the nearest around it, that a selector finds.
pub fn around<T: JsCast>(element: &Element, selector: &str) -> Option<T> {
    ours(element.closest(selector))?.dyn_into().ok()
}

/// Whether a selector finds an element.
pub fn is(element: &Element, selector: &str) -> bool {
    ours(element.matches(selector))
}

/// Gives an element an attribute, or takes it away.
pub fn set(element: &Element, name: &str, value: Option<&str>) {
    ours(match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    });
}

/// Gives an element a class, or takes it away.
pub fn toggle(element: &Element, class: &str, has: bool) {
    ours(element.class_list().toggle_with_force(class, has));
}

/// Gives a property of an element's style a value. What a browser does not know it passes over by itself.
pub fn style(element: &HtmlElement, name: &str, value: &str) {
    ours(element.style().set_property(name, value));
}

/// What an event happened to, if that is of a kind.
pub fn target<T: JsCast>(event: &Event) -> Option<T> {
    event.target()?.dyn_into().ok()
}

/// Moves the focus to an element. One that takes none leaves it where it is, which is no failure.
pub fn focus(element: &HtmlElement) {
    ours(element.focus());
}

/// What a call by a name of ours gave.
fn ours<T: Default>(result: Result<T, JsValue>) -> T {
    debug_assert!(result.is_ok(), "{result:?}", result = result.as_ref().err());
    result.unwrap_or_default()
}
