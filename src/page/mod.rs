//! The hooks between the widget's state and the page: width, address, DOM events, focus.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::{
    events::EventListener,
    render::request_animation_frame,
    timers::callback::Timeout,
    utils::{history, window},
};
use js_sys::{Function, Reflect};
use story::EventIx;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlElement, ResizeObserver};
use yew::prelude::*;

use crate::core::{
    address_bar::{self, Hold},
    permalink::{fragment_from_state, state_from_fragment},
    record::Record,
    state::{Action, Selection, State},
};

pub mod computed;
pub mod enlarged;
pub mod headroom;
pub mod i18n;
mod paper;
pub mod sharing;
pub mod sight;
pub mod size;

pub use self::paper::use_print;

/// How long the reader rests before the address is written and the view announced, ms.
pub const REST_MS: u32 = 300;

/// What in a story is as wide as the reader's text is large.
const TEXT_SIZE: &str = ".or .defs";

/// Tells the state how wide the container is, now and whenever that or the reader's size of text changes.
#[hook]
pub fn use_width(node: &NodeRef, dispatch: &Callback<Action>) {
    let (node, dispatch) = (node.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        let observed = node.cast::<HtmlElement>().and_then(|element| {
            let text = element.closest(".room").ok()??.query_selector(TEXT_SIZE).ok()??;
            let (watched, read) = (element.clone(), text.clone());
            let tell = move || {
                size::read(&read);
                headroom::tell(&watched);
                dispatch.emit(Action::Resize { width_px: f64::from(watched.client_width()) / size::factor() });
            };
            tell();
            // Drawing at once would change what is being observed, which browsers report to the page as an error.
            let frame = RefCell::new(None);
            let closure = Closure::<dyn Fn()>::new(move || {
                let tell = tell.clone();
                frame.replace(Some(request_animation_frame(move |_| tell())));
            });
            let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
            observer.observe(&element);
            observer.observe(&text);
            Some((observer, closure))
        });
        move || {
            if let Some((observer, _closure)) = observed {
                observer.disconnect();
            }
        }
    });
}

/// An element in the page and what it may do with the page's address.
#[derive(Clone, PartialEq)]
pub struct Host {
    /// The element that the page knows, which hears of what happens.
    pub element: HtmlElement,
    /// Tells whether the address is this element's: of several stories in a page it belongs to one.
    pub owns_address: Function,
}

impl Host {
    /// Where the address holds the view, as the page chooses now.
    fn hold(&self) -> Hold {
        let hold = Hold::from_attribute(self.element.get_attribute("permalink").as_deref());
        let is_own = || self.owns_address.call0(&JsValue::NULL).is_ok_and(|owns| owns.is_truthy());
        if hold == Hold::Nowhere || is_own() { hold } else { Hold::Nowhere }
    }

    /// A link for others to a view, given as a fragment; nothing where the story has no address on the web.
    #[must_use]
    pub fn link(&self, view: &str) -> Option<String> {
        let known = self.element.get_attribute("canonical");
        address_bar::link(known.as_deref(), &href(), self.hold(), view)
    }
}

fn href() -> String {
    window().location().href().unwrap_or_default()
}

/// Keeps the address and the state the same. Back takes back what the reader has opened, an event, a quote or a speaker,
/// and nothing else: whoever came for an article leaves it in no more presses than that. All else replaces the end of the
/// history when the reader rests.
#[hook]
pub fn use_address(host: &Host, record: &Rc<Record>, first: &Rc<State>, state: &State, dispatch: &Callback<Action>) {
    let address = use_memo((), |()| Address {
        host: host.clone(),
        record: Rc::clone(record),
        first: Rc::clone(first),
        seen: RefCell::new(None),
        waiting: RefCell::new(None),
    });
    {
        let (address, dispatch) = (Rc::clone(&address), dispatch.clone());
        use_effect_with((), move |()| {
            let restore = move |at_start: bool| {
                let fragment = address_bar::fragment_from_address(&href(), address.host.hold());
                // An address without any view is where we started.
                if let Some(fragment) = fragment.filter(|fragment| !(at_start && fragment.is_empty())) {
                    // Who goes back leaves what was not written yet.
                    address.waiting.replace(None);
                    let state = state_from_fragment(&fragment, &address.first, &address.record);
                    dispatch.emit(Action::Restore(Box::new(state)));
                }
            };
            restore(true);
            let listener = EventListener::new(&window(), "popstate", move |_| restore(false));
            move || drop(listener)
        });
    }
    use_effect_with(state.clone(), move |state| address.follow(state));
}

/// The address of the page, as far as the widget writes it.
struct Address {
    host: Host,
    record: Rc<Record>,
    first: Rc<State>,
    /// The state that was last seen; nothing before the first, which is the state before the address was read.
    seen: RefCell<Option<State>>,
    /// What is written when the reader rests.
    waiting: RefCell<Option<Timeout>>,
}

impl Address {
    fn follow(self: &Rc<Self>, state: &State) {
        let Some(before) = self.seen.replace(Some(state.clone())) else { return };
        if is_opening(&before, state) {
            // What was about to be written belongs to where Back leads.
            if self.waiting.replace(None).is_some() {
                self.write(&before);
            }
            self.write(state);
        } else if before.selected != state.selected || before.speaker != state.speaker {
            self.waiting.replace(None);
            self.write(state);
        } else if differ_at_rest(&before, state) {
            // A widget that is gone by then writes nothing.
            let (address, state) = (Rc::downgrade(self), state.clone());
            self.waiting.replace(Some(Timeout::new(REST_MS, move || {
                let Some(address) = address.upgrade() else { return };
                address.waiting.replace(None);
                address.write(&state);
            })));
        }
    }

    fn write(&self, state: &State) {
        let (now, hold) = (href(), self.host.hold());
        let Some(fragment) = address_bar::fragment_from_address(&now, hold) else { return };
        let shown = state_from_fragment(&fragment, &self.first, &self.record);
        let wanted = fragment_from_state(state, &self.first, &self.record);
        if fragment_from_state(&shown, &self.first, &self.record) == wanted {
            return;
        }
        let address = address_bar::address_with(&now, hold, &wanted);
        // What the page keeps with its history is passed on untouched.
        let kept = history().state().unwrap_or_default();
        // A page may forbid it (a sandboxed frame); then the address stays as it is and nothing else is lost.
        let _ = if is_opening(&shown, state) {
            history().push_state_with_url(&kept, "", Some(&address))
        } else {
            history().replace_state_with_url(&kept, "", Some(&address))
        };
    }
}

/// Whether the reader has opened something on the way from one state to another.
fn is_opening(from: &State, to: &State) -> bool {
    let selects = to.selected.is_some() && from.selected != to.selected;
    selects || (to.speaker.is_some() && from.speaker != to.speaker)
}

/// Whether two states differ in anything else that the address tells.
fn differ_at_rest(a: &State, b: &State) -> bool {
    let forms = |state: &State| (state.look, state.sort, state.group, state.in_view);
    a.filter != b.filter
        || a.compared != b.compared
        || (a.as_of, a.viewport) != (b.as_of, b.viewport)
        || forms(a) != forms(b)
        || (&a.axis_breaks, &a.closed, a.all_lanes) != (&b.axis_breaks, &b.closed, b.all_lanes)
}

/// A value once it has not changed for a while.
#[hook]
pub fn use_rested<T: Clone + PartialEq + 'static>(value: &T, rest_ms: u32) -> T {
    let rested = use_state(|| value.clone());
    let set = rested.setter();
    use_effect_with(value.clone(), move |value| {
        let value = value.clone();
        let timeout = Timeout::new(rest_ms, move || set.set(value));
        move || drop(timeout)
    });
    T::clone(&rested)
}

/// A value a frame later: for what may come after that for which the reader waits.
#[hook]
pub fn use_later<T: Clone + PartialEq + 'static>(value: &T) -> T {
    let later = use_state_eq(|| value.clone());
    let set = later.setter();
    use_effect_with(value.clone(), move |value| {
        let (value, painted) = (value.clone(), Rc::new(RefCell::new(None)));
        let timer = Rc::clone(&painted);
        // The callbacks of a frame run before it is painted, a timer that they set runs after that.
        let frame = request_animation_frame(move |_| {
            timer.replace(Some(Timeout::new(0, move || set.set(value))));
        });
        move || drop((frame, painted))
    });
    T::clone(&later)
}

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
pub fn fire(host: &HtmlElement, name: &str, details: &[(&str, &str)]) {
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

fn event_selector(id: &str) -> String {
    ["[data-event=\"", id, "\"]"].concat()
}

/// Where the focus is to go once the next state is drawn; set by what the reader does by keyboard.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Focus {
    /// It stays.
    #[default]
    Stay,
    /// To the mark that Tab reaches, or the line that the cursor stands on: it may have moved, or been drawn anew.
    Mark,
    /// To the heading of the event that was opened.
    Detail,
    /// To the heading of the quotes.
    Quotes,
    /// To a quote by its place in the list, from 0.
    Quote(usize),
    /// To an event by its place in the list of a cluster, from 0.
    Listed(usize),
}

/// Moves the focus where it was asked to go, after everything is drawn. The cell is set before an action is sent.
#[hook]
pub fn use_focus(node: &NodeRef, record: &Rc<Record>, cursor: Option<EventIx>, asked: &Rc<Cell<Focus>>) {
    let (node, record, wanted) = (node.clone(), Rc::clone(record), Rc::clone(asked));
    use_effect(move || {
        let Some(root) = node.cast::<Element>() else { return };
        let line = |ix: EventIx| event_selector(record.bundle.event(ix).id());
        match wanted.take() {
            Focus::Stay => {}
            Focus::Mark => {
                if !focus_first(&root, "[data-event][tabindex=\"0\"]")
                    && let Some(ix) = cursor
                {
                    focus_first(&root, &line(ix));
                }
            }
            Focus::Detail => {
                let of = |ix| ["[id=\"event-", record.bundle.event(ix).id(), "\"] :is(h1,h2,h3,h4,h5,h6)"].concat();
                if let Some(heading) = cursor.and_then(|ix| found::<HtmlElement>(&root, &of(ix))) {
                    // A heading takes the focus only if it is told to; where the browser refuses, it stays on the mark.
                    heading.set_tab_index(-1);
                    let _ = heading.focus();
                }
            }
            Focus::Quotes => {
                focus_first(&root, ".quotes h3");
            }
            Focus::Quote(at) => {
                focus_first(&root, &[".cards li:nth-child(", &(at + 1).to_string(), ") button"].concat());
            }
            Focus::Listed(at) => {
                focus_first(&root, &[".listed li:nth-child(", &(at + 1).to_string(), ") button"].concat());
            }
        }
    });
}

/// Moves the focus to the first element of the widget that a selector finds; says whether there is one.
pub fn focus_first(within: &Element, selector: &str) -> bool {
    found::<HtmlElement>(within, selector).is_some_and(|element| element.focus().is_ok())
}

/// The first element of the widget that a selector finds.
fn found<T: JsCast>(within: &Element, selector: &str) -> Option<T> {
    // Selectors are ours.
    let widget = within.closest(".or").ok().flatten()?;
    widget.query_selector(selector).ok().flatten()?.dyn_into().ok()
}
