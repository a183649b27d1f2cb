//! What a page that is printed needs of the widget. A browser may copy the page for it before anything is drawn anew, so
//! the timeline is made as wide as the paper by the style sheet.

use gloo::{events::EventListener, utils::window};
use js_sys::{Function, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

use crate::core::state::Action;
use crate::hooks::use_effect_with;

/// The property with the width of the paper, as a browser wants to be told of it.
const WIDTH: &str = r#"{"name":"--on-record-sheet-width","syntax":"<length>","inherits":true,"initialValue":"1px"}"#;

/// Shows the whole list of quotes when the page is printed.
#[hook]
pub fn use_print(dispatch: &Callback<Action>) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        // Another widget of the page may have done it; a browser that cannot divides what it has not been told of as well.
        let _ = register_width();
        let listener = EventListener::new(&window(), "beforeprint", move |_| dispatch.emit(Action::ShowAllQuotes));
        move || drop(listener)
    });
}

/// Tells the browser that the width of the paper is a length: Firefox divides none by another that it does not know.
fn register_width() -> Result<(), JsValue> {
    let css = Reflect::get(&js_sys::global(), &"CSS".into())?;
    let register: Function = Reflect::get(&css, &"registerProperty".into())?.dyn_into()?;
    register.call1(&css, &JSON::parse(WIDTH)?)?;
    Ok(())
}
