//! Putting the widget into a page, and taking it out again.

use std::{cell::RefCell, rc::Rc};

use bundle::{Bundle, OpenError};
use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, Document, Element, HtmlElement, ShadowRoot};
use yew::AppHandle;

use crate::{
    components::{AppProps, NARROW_PX, Root, RootProps},
    first_view::first_state,
    page::Host,
    permalink::LIST,
    record::Record,
    size,
    state::State,
    style,
};

/// The story that was compiled into the widget: a custom section of the wasm, which the element reads where no other
/// story is asked for, and which can be dropped or replaced without a build. `#[used]` would put it into the widget's
/// memory as well.
#[cfg(target_family = "wasm")]
#[allow(unsafe_code, dead_code, reason = "a section of its own can clash with nothing, and only the element reads it")]
#[unsafe(link_section = "on-record-story")]
static STORY: [u8; include_bytes!(concat!(env!("OUT_DIR"), "/story.orb")).len()] =
    *include_bytes!(concat!(env!("OUT_DIR"), "/story.orb"));

thread_local! {
    /// What widgets that were taken out have left for the next ones.
    static SPARE: RefCell<Vec<Place>> = const { RefCell::new(Vec::new()) };
}

/// An element for a widget to stand in, one after the other.
struct Place {
    root: AppHandle<Root>,
    container: Element,
    /// How many widgets it has held.
    held: usize,
}

impl Place {
    /// One that was used before, else a new one.
    fn any(document: &Document) -> Result<Self, JsValue> {
        if let Some(place) = SPARE.with_borrow_mut(Vec::pop) {
            return Ok(place);
        }
        let container = document.create_element("div")?;
        container.set_class_name("room");
        let root = yew::Renderer::<Root>::with_root(container.clone()).render();
        Ok(Self { root, container, held: 0 })
    }

    /// Draws a widget, or what has changed of it.
    fn draw(&mut self, app: &AppProps) {
        self.root.update(RootProps { shown: Some((self.held, app.clone())) });
    }

    /// Takes the widget out of the page and frees it.
    fn clear(mut self) {
        self.root.update(RootProps::default());
        self.container.remove();
        self.held += 1;
        SPARE.with_borrow_mut(|spare| spare.push(self));
    }
}

/// A widget in a page.
#[wasm_bindgen]
pub struct Handle {
    place: Option<Place>,
    props: AppProps,
}

#[wasm_bindgen]
impl Handle {
    /// Shows the timeline as a list, or by the room there is: the page has changed what it asks for.
    #[wasm_bindgen(js_name = setAsList)]
    pub fn set_as_list(&mut self, as_list: bool) {
        self.props.as_list = as_list;
        if let Some(place) = &mut self.place {
            place.draw(&self.props);
        }
    }

    /// Takes the widget out of the page and frees it. A second call does nothing.
    pub fn unmount(&mut self) {
        if let Some(place) = self.place.take() {
            place.clear();
        }
    }
}

/// Draws the story in `bytes` into the shadow root of `host`.
///
/// `owns_address` tells whether the page's address is this widget's. Fires `on-record:ready` on `host` when it has drawn. Where
/// it dies, by a panic or by what runs no hook, the gate in front of the wasm tells (`embed/widget/gate.js`).
///
/// # Errors
/// A JavaScript `Error` whose message is one word, for which the element has a sentence in the language of the page.
#[wasm_bindgen]
pub fn mount(host: &HtmlElement, root: &ShadowRoot, bytes: Vec<u8>, owns_address: Function) -> Result<Handle, JsError> {
    let bundle = Bundle::open(bytes).map_err(|error| JsError::new(word(error)))?;
    let record = Rc::new(Record::new(bundle));
    let failed = |_: JsValue| JsError::new("blocked");
    style::adopt(root).map_err(|_| JsError::new("old"))?;
    let document = host.owner_document().ok_or_else(|| failed(JsValue::NULL))?;
    let mut place = Place::any(&document).map_err(failed)?;
    root.append_child(&place.container).map_err(failed)?;
    if size::read(&place.container) {
        style::refill();
    }
    // A vertical list opens nothing by itself: it would push the rest of the story out of sight.
    let as_list = host.get_attribute("view").is_some_and(|view| view == LIST);
    let listed = as_list || f64::from(host.client_width()) / size::factor() < NARROW_PX;
    let first = State { as_list, ..first_state(&record, !listed) };
    let props = AppProps { record, first: Rc::new(first), host: Host { element: host.clone(), owns_address }, as_list };
    place.draw(&props);
    Ok(Handle { place: Some(place), props })
}

/// Why bytes could not be opened.
fn word(error: OpenError) -> &'static str {
    match error {
        OpenError::NotABundle => "foreign",
        OpenError::Newer { .. } => "newer",
        OpenError::Older { .. } => "older",
        OpenError::Truncated { .. } => "truncated",
        OpenError::Damaged => "damaged",
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
