//! Putting the widget into a page, and taking it out again.

use std::{cell::RefCell, rc::Rc};

use bundle::{Bundle, OpenError};
use js_sys::Function;
use story::Message;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, Node};
use yew::{AppHandle, Html};

use crate::{
    app::AppProps,
    core::{
        first_view::first_state,
        record::Record,
        state::{Look, State},
    },
    page::{Host, i18n::I18n, size},
    parts::slot::Slot,
    root::{Root, RootProps},
    story::StoryView,
    wish::Wish,
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
    static SPARE: RefCell<Vec<MountPoint>> = const { RefCell::new(Vec::new()) };
}

/// An element for a widget to stand in, one after the other.
struct MountPoint {
    root: AppHandle<Root>,
    container: Element,
    /// What it draws in the row of the key.
    key: Slot,
    /// How many widgets it has held.
    held: usize,
}

impl MountPoint {
    /// One that was used before, else a new one.
    fn any(document: &Document) -> Result<Self, JsValue> {
        if let Some(place) = SPARE.with_borrow_mut(Vec::pop) {
            return Ok(place);
        }
        let (container, key) = (document.create_element("div")?, document.create_element("div")?);
        key.set_class_name("row");
        let root = yew::Renderer::<Root>::with_root(container.clone()).render();
        Ok(Self { root, container, key: Slot::new(key), held: 0 })
    }

    /// Draws a widget, or what has changed of it.
    fn draw(&mut self, app: &AppProps) {
        self.root.update(RootProps { shown: Some((self.held, app.clone())) });
    }

    /// Takes the widget out of the page and frees it.
    fn clear(mut self) {
        self.root.update(RootProps::default());
        self.key.draw(Html::default());
        self.container.remove();
        self.key.container.remove();
        self.held += 1;
        SPARE.with_borrow_mut(|spare| spare.push(self));
    }
}

/// A widget in a page.
#[wasm_bindgen]
pub struct Handle {
    place: Option<MountPoint>,
    props: AppProps,
}

#[wasm_bindgen]
impl Handle {
    /// Does what the bar of the view asks for: the name of a view, or of a tool; with what was typed into the search.
    pub fn act(&mut self, name: String, text: String) {
        self.props.wish = Wish { number: self.props.wish.number.wrapping_add(1), name, text };
        if let Some(place) = &mut self.place {
            place.draw(&self.props);
        }
    }

    /// What readers are told of `n` new events: the offer of them ("now"), that they have come "since" the last visit, or the "mark" of
    /// one.
    #[must_use]
    pub fn news(&self, n: usize, kind: &str) -> String {
        let i18n = &self.props.i18n;
        match (kind, n) {
            ("mark", _) => i18n.say(Message::IsNew).to_owned(),
            ("since", _) => i18n.count(Message::NewSinceVisit, n),
            (_, 0) => i18n.say(Message::StoryUpdated).to_owned(),
            _ => i18n.count(Message::NewEvents, n),
        }
    }

    /// Takes the widget out of the page and frees it; the story stays. A second call does nothing.
    pub fn unmount(&mut self) {
        if let Some(place) = self.place.take() {
            self.props.view.leave();
            place.clear();
        }
    }
}

/// Lays the widget over the story in `bytes`: over the view of it that the page holds (`held`), if it is of this very
/// version, else over one that is made below `root`.
///
/// `base` stands before addresses that are relative to the story; a page that is one file has none. `owns_address` tells whether
/// the page's address is this widget's, and `refresh` is called whenever the view has changed. Where the widget dies, by a panic
/// or by what runs no hook, the gate in front of the wasm tells (`embed/widget/gate.js`).
///
/// # Errors
/// A JavaScript `Error` whose message is one word, for which the element has a sentence in the language of the page.
#[wasm_bindgen]
pub fn mount(
    host: &HtmlElement,
    root: &Node,
    held: Option<HtmlElement>,
    bytes: Vec<u8>,
    base: Option<String>,
    owns_address: Function,
    refresh: Function,
) -> Result<Handle, JsError> {
    let bundle = Bundle::open(bytes).map_err(|error| JsError::new(word(error)))?;
    let record = Rc::new(Record::new(bundle));
    let i18n = Rc::new(I18n::new(Rc::clone(&record.bundle)));
    let failed = |_: JsValue| JsError::new("blocked");
    let document = host.owner_document().ok_or_else(|| failed(JsValue::NULL))?;
    let view = StoryView::new(&record.bundle, &i18n, root, held, base, refresh).map_err(failed)?;
    let lens = view.lens().ok_or_else(|| failed(JsValue::NULL))?;
    let mut place = MountPoint::any(&document).map_err(failed)?;
    // Whoever clones a page clones what was drawn in it.
    lens.replace_children_with_node_1(&place.container);
    // A story without events has no strip.
    if let Some(row) = view.key() {
        row.replace_children_with_node_1(&place.key.container);
    }
    if let Some(room) = view.section.parent_element() {
        size::read(&room);
    }
    let look = host.get_attribute("view").and_then(|name| Look::from_name(&name)).unwrap_or_default();
    // It has a lens, as was seen above.
    let width_px = view.room_px().unwrap_or_default();
    let at = view.at(&record.bundle);
    let first = Rc::new(State { at, ..first_state(&record, look, width_px) });
    let host = Host { element: host.clone(), owns_address };
    let props =
        AppProps { record, i18n, view: Rc::new(view), key: place.key.clone(), first, host, wish: Wish::default() };
    place.draw(&props);
    Ok(Handle { place: Some(place), props })
}

/// The version of a story and the ids of its events, each on a line, to tell what is new in it.
///
/// # Errors
/// As of [`mount`].
#[wasm_bindgen]
pub fn contents(bytes: Vec<u8>) -> Result<String, JsError> {
    let bundle = Bundle::open(bytes).map_err(|error| JsError::new(word(error)))?;
    let ids = bundle.events_by_time().map(|ix| bundle.event(ix).id().to_owned());
    Ok([bundle.version()].into_iter().chain(ids).collect::<Vec<_>>().join("\n"))
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
