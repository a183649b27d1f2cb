//! Putting the widget into a page, and taking it out again.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use bundle::Bundle;
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlElement, ShadowRoot};
use yew::AppHandle;

use crate::{
    components::{App, AppProps, NARROW_PX},
    first_view::first_state,
    permalink::LIST,
    record::Record,
    state::State,
    style,
};

/// The story that was compiled into the widget.
pub(crate) static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/story.orb"));

thread_local! {
    /// The widgets of this page that a panic would leave dead.
    static MOUNTED: RefCell<Vec<(HtmlElement, Element)>> = const { RefCell::new(Vec::new()) };
    /// Set by a panic: nothing of this module can be trusted any more.
    static BROKEN: Cell<bool> = const { Cell::new(false) };
}

/// A widget in a page.
#[wasm_bindgen]
pub struct Handle {
    app: Option<AppHandle<App>>,
    props: AppProps,
    container: Element,
}

#[wasm_bindgen]
impl Handle {
    /// Shows the timeline as a list, or by the room there is: the page has changed what it asks for.
    #[wasm_bindgen(js_name = setAsList)]
    pub fn set_as_list(&mut self, as_list: bool) {
        self.props.as_list = as_list;
        if let Some(app) = &mut self.app {
            app.update(self.props.clone());
        }
    }

    /// Takes the widget out of the page and frees it. A second call does nothing.
    pub fn unmount(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
            self.container.remove();
            MOUNTED.with_borrow_mut(|mounted| mounted.retain(|(_, container)| *container != self.container));
        }
    }
}

/// Draws a story into the shadow root of `host`: the one in `bytes`, else the one compiled into the widget.
///
/// Fires `on-record:ready` on `host` when it has drawn.
///
/// # Errors
/// A JavaScript `Error` with a readable message where the bytes are not a story that this widget can read.
#[wasm_bindgen]
pub fn mount(host: &HtmlElement, root: &ShadowRoot, bytes: Option<Vec<u8>>) -> Result<Handle, JsError> {
    if BROKEN.get() {
        return Err(JsError::new("the widget stopped working; reload the page to start it again"));
    }
    std::panic::set_hook(Box::new(|_| abandon_all()));
    let bundle = match bytes {
        Some(bytes) => Bundle::open(bytes),
        None => Bundle::open(EMBEDDED),
    };
    let record = Rc::new(Record::new(bundle.map_err(|error| JsError::new(&error.to_string()))?));
    let failed = |_: JsValue| JsError::new("this browser refused to draw the widget");
    style::adopt(root).map_err(failed)?;
    let document = host.owner_document().ok_or_else(|| failed(JsValue::NULL))?;
    let container = document.create_element("div").map_err(failed)?;
    root.append_child(&container).map_err(failed)?;
    // A vertical list opens nothing by itself: it would push the rest of the story out of sight.
    let as_list = host.get_attribute("view").is_some_and(|view| view == LIST);
    let listed = as_list || f64::from(host.client_width()) < NARROW_PX;
    let first = State { as_list, ..first_state(&record, !listed) };
    let props = AppProps { record, first: Rc::new(first), host: host.clone(), as_list };
    let app = yew::Renderer::<App>::with_root_and_props(container.clone(), props.clone()).render();
    MOUNTED.with_borrow_mut(|mounted| mounted.push((host.clone(), container.clone())));
    Ok(Handle { app: Some(app), props, container })
}

/// Whether the address of the page is this widget's: it belongs to the first in the page, whichever loads first.
pub(crate) fn owns_address(host: &HtmlElement) -> bool {
    let document = host.owner_document();
    let first = document.and_then(|document| document.query_selector(&host.local_name()).ok().flatten());
    first.is_none_or(|first| first == **host)
}

/// After a panic the module is poisoned: every widget of the page gives its place back to the static content.
fn abandon_all() {
    BROKEN.set(true);
    // A panic while the list is borrowed leaves nothing to give back.
    let mounted = MOUNTED.with(|mounted| mounted.try_borrow_mut().map(|mut list| std::mem::take(&mut *list)));
    for (host, container) in mounted.unwrap_or_default() {
        container.remove();
        fire(&host, "on-record:error", &[("message", "the widget stopped working")]);
    }
}

/// Fires a DOM event that bubbles out of shadow trees, with its details as fields.
pub(crate) fn fire(host: &HtmlElement, name: &str, details: &[(&str, &str)]) {
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
