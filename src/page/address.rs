//! The page's address, and what the widget may do with it.
//!
//! It is written when the reader rests: browsers refuse one that changes with every frame. What the reader opens is a step
//! of the history at once, and nothing else is.

use std::{cell::RefCell, rc::Rc};

use gloo::{
    events::EventListener,
    timers::callback::Timeout,
    utils::{history, window},
};
use js_sys::Function;
use wasm_bindgen::JsValue;
use web_sys::{HtmlElement, PerformanceNavigation};
use yew::prelude::*;

use super::rest::REST_MS;
use crate::core::{
    address_bar::{self, Hold},
    permalink::{fragment_from_state, leads_nowhere, state_from_fragment},
    record::Record,
    state::{Action, State},
};
use crate::hooks::{use_effect_with, use_memo};

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

/// Whether the page was here before, so that the browser brings the reader back to where they were.
#[must_use]
pub fn has_returned() -> bool {
    window()
        .performance()
        .is_some_and(|performance| performance.navigation().type_() != PerformanceNavigation::TYPE_NAVIGATE)
}

fn href() -> String {
    // A page without an address has no view in it.
    window().location().href().unwrap_or_default()
}

/// Keeps the address and the state the same. Back takes back what the reader has opened, an event, a quote or a speaker,
/// and nothing else: whoever came for an article leaves it in no more presses than that. All else replaces the end of the
/// history when the reader rests. `lost` hears whether an address led to what the record has no more.
#[hook]
pub fn use_address(
    host: &Host,
    record: &Rc<Record>,
    first: &Rc<State>,
    state: &State,
    dispatch: &Callback<Action>,
    lost: &Callback<bool>,
) {
    let address = use_memo((), |()| Address {
        host: host.clone(),
        record: Rc::clone(record),
        first: Rc::clone(first),
        seen: RefCell::new(None),
        waiting: RefCell::new(None),
    });
    {
        let (address, dispatch, lost) = (Rc::clone(&address), dispatch.clone(), lost.clone());
        use_effect_with((), move |()| {
            let restore = move |at_start: bool| {
                let fragment = address_bar::fragment_from_address(&href(), address.host.hold());
                // An address without any view is where we started.
                if let Some(fragment) = fragment.filter(|fragment| !(at_start && fragment.is_empty())) {
                    // Who goes back leaves what was not written yet.
                    address.waiting.replace(None);
                    let state = state_from_fragment(&fragment, &address.first, &address.record);
                    lost.emit(leads_nowhere(&fragment, &address.record));
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
