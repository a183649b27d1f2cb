//! A row of buttons that is one stop for Tab: the arrow keys go from one to the next.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::Shared;
use crate::page::elements::focus;

/// Puts the focus on the button of a row that a key asks for; later is where the language goes on.
pub fn on_keys(shared: &Shared) -> Callback<KeyboardEvent> {
    let is_mirrored = shared.i18n.direction() == "rtl";
    Callback::from(move |key: KeyboardEvent| walk(&key, is_mirrored))
}

/// Whether Tab reaches a button of a row: the first alone.
pub fn tab_index(at: usize) -> &'static str {
    if at == 0 { "0" } else { "-1" }
}

fn walk(key: &KeyboardEvent, is_mirrored: bool) {
    let button: Element = key.target_unchecked_into();
    let next = match key.key().as_str() {
        "ArrowLeft" if is_mirrored => button.next_element_sibling(),
        "ArrowRight" if is_mirrored => button.previous_element_sibling(),
        "ArrowLeft" => button.previous_element_sibling(),
        "ArrowRight" => button.next_element_sibling(),
        "Home" => button.parent_element().and_then(|all| all.first_element_child()),
        "End" => button.parent_element().and_then(|all| all.last_element_child()),
        _ => return,
    };
    key.prevent_default();
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        focus(&next);
    }
}
