//! What the page hears of the widget, and the widget of the page: DOM events.

use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};
use yew::prelude::*;

use crate::core::{
    record::Record,
    state::{Selection, State},
};
use crate::hooks::{use_effect_with, use_mut_ref};

/// Tells the page what happens: a selection, a search.
#[hook]
pub fn use_host_events(host: &HtmlElement, record: &Rc<Record>, state: &State) {
    let (selecting, searching) = (host.clone(), host.clone());
    let record = Rc::clone(record);
    let first = use_mut_ref(|| true);
    use_effect_with(state.selected, move |selected| {
        if std::mem::take(&mut *first.borrow_mut()) {
            return;
        }
        let (kind, id) = match selected {
            Some(Selection::Event(ix)) => ("event", record.bundle.event(*ix).id()),
            Some(Selection::Quote(ix)) => ("quote", record.bundle.quote(*ix).id()),
            None => ("none", ""),
        };
        fire(&selecting, "on-record:select", &[("kind", kind), ("id", id)]);
    });
    let first = use_mut_ref(|| true);
    use_effect_with(state.filter.query.clone(), move |query| {
        if !std::mem::take(&mut *first.borrow_mut()) {
            fire(&searching, "on-record:search", &[("query", query)]);
        }
    });
}

/// Fires a DOM event that bubbles out of shadow trees, with its details as fields.
fn fire(host: &HtmlElement, name: &str, details: &[(&str, &str)]) {
    let detail = js_sys::Object::new();
    for (field, value) in details {
        // Setting a property of a fresh object does not fail.
        let _ = Reflect::set(&detail, &JsValue::from_str(field), &JsValue::from_str(value));
    }
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // A listener of the page that throws is the page's own matter.
        let _ = host.dispatch_event(&event);
    }
}
