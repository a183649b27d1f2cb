//! Putting the widget into a page, and taking it out again.

use std::{cell::RefCell, rc::Rc};

use bundle::Bundle;
use js_sys::Reflect;
use timeline::{Domain, Viewport};
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlElement, ShadowRoot};
use yew::AppHandle;

use crate::{
    components::{App, AppProps, NARROW_PX},
    record::Record,
    scene::{Stretch, place_sec},
    state::{Selection, State},
    style,
};

/// The story that was compiled into the widget.
static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/story.orb"));

/// What is drawn beyond the first and the last event, as a part of the whole.
const MARGIN: f64 = 0.02;
/// What is drawn beyond the edges of the first view, as a part of it.
const FIRST_MARGIN: f64 = 0.06;
/// How much of the first view may be added to it to reach the end of the story, as a part of it.
const LITTLE: f64 = 0.4;
/// A story shorter than this gets a day on either side, seconds.
const MIN_MARGIN_SECS: f64 = 86_400.0;

thread_local! {
    /// The widgets of this page that a panic would leave dead.
    static MOUNTED: RefCell<Vec<(HtmlElement, Element)>> = const { RefCell::new(Vec::new()) };
}

/// A widget in a page.
#[wasm_bindgen]
pub struct Handle {
    app: Option<AppHandle<App>>,
    container: Element,
}

#[wasm_bindgen]
impl Handle {
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
    let narrow = f64::from(host.client_width()) < NARROW_PX;
    let first = Rc::new(first_state(&record, !narrow));
    let props = AppProps { record, first, host: host.clone() };
    let app = yew::Renderer::<App>::with_root_and_props(container.clone(), props).render();
    MOUNTED.with_borrow_mut(|mounted| mounted.push((host.clone(), container.clone())));
    Ok(Handle { app: Some(app), container })
}

/// After a panic the module is poisoned: every widget of the page gives its place back to the static content.
fn abandon_all() {
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

/// The state before the reader has done anything: the densest stretch of weighty events, and in it the weightiest
/// one open where that is asked for.
fn first_state(record: &Record, open: bool) -> State {
    let span = span(record);
    let extent = widened(span, MARGIN);
    let weights: Vec<(f64, u32)> = record
        .bundle
        .events()
        .filter_map(|ix| Some((place_sec(record, ix)?, u32::from(6 - record.bundle.event(ix).rank().clamp(1, 5)))))
        .collect();
    let dense = timeline::densest(&weights, extent);
    let viewport = Viewport::whole(extent).fit(widened(extended(dense, span), FIRST_MARGIN));
    let in_view = |sec: f64| (viewport.domain.start_sec..=viewport.domain.end_sec).contains(&sec);
    let weightiest = record
        .bundle
        .events_by_time()
        .filter(|ix| place_sec(record, *ix).is_some_and(in_view))
        .min_by_key(|ix| record.bundle.event(*ix).rank())
        .filter(|_| open);
    State::new(viewport, weightiest.map(Selection::Event))
}

/// The whole of a story's time.
fn span(record: &Record) -> Domain {
    let known = record.known_day.map(|day| story::sec_from_day(day + 1) as f64);
    let stretches = record.bundle.events().filter_map(|ix| {
        let place = place_sec(record, ix)?;
        let domain = Stretch::of_event(record, ix).map(|stretch| stretch.domain);
        Some(domain.unwrap_or(Domain { start_sec: place, end_sec: place }))
    });
    let known = known.map(|sec| Domain { start_sec: sec, end_sec: sec });
    stretches.chain(known).reduce(Domain::union).unwrap_or(Domain { start_sec: 0.0, end_sec: 0.0 })
}

/// A view that misses only a little of the end or the beginning of a story is drawn out to it.
fn extended(view: Domain, span: Domain) -> Domain {
    let reach_secs = view.len_secs() * LITTLE;
    let start = if view.start_sec - span.start_sec < reach_secs { span.start_sec } else { view.start_sec };
    let end = if span.end_sec - view.end_sec < reach_secs { span.end_sec } else { view.end_sec };
    Domain { start_sec: start, end_sec: end }
}

fn widened(domain: Domain, part: f64) -> Domain {
    let margin = ((domain.end_sec - domain.start_sec) * part).max(MIN_MARGIN_SECS);
    Domain { start_sec: domain.start_sec - margin, end_sec: domain.end_sec + margin }
}
