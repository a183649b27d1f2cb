//! The hooks between the widget's state and the page: width, address, DOM events, focus.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::{
    events::EventListener,
    render::request_animation_frame,
    utils::{history, window},
};
use story::EventIx;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement, ResizeObserver};
use yew::prelude::*;

use crate::{
    mount::fire,
    permalink::{PREFIX, fragment_from_state, state_from_fragment},
    record::Record,
    state::{Action, Selection, State},
};

/// Tells the state how wide the container is, now and whenever that changes.
#[hook]
pub fn use_width(node: &NodeRef, dispatch: &Callback<Action>) {
    let (node, dispatch) = (node.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        let observed = node.cast::<HtmlElement>().and_then(|element| {
            let watched = element.clone();
            let tell = move || dispatch.emit(Action::Resize { width_px: f64::from(watched.client_width()) });
            tell();
            // Drawing at once would change what is being observed, which browsers report to the page as an error.
            let frame = RefCell::new(None);
            let closure = Closure::<dyn Fn()>::new(move || {
                let tell = tell.clone();
                frame.replace(Some(request_animation_frame(move |_| tell())));
            });
            let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
            observer.observe(&element);
            Some((observer, closure))
        });
        move || {
            if let Some((observer, _closure)) = observed {
                observer.disconnect();
            }
        }
    });
}

/// Keeps the address and the state the same: a selection adds to the history, everything else replaces its end.
#[hook]
pub fn use_address(
    record: &Rc<Record>,
    first: &Rc<State>,
    state: &UseReducerHandle<State>,
    dispatch: &Callback<Action>,
) {
    let restored = use_mut_ref(|| false);
    {
        let (record, first, dispatch) = (Rc::clone(record), Rc::clone(first), dispatch.clone());
        use_effect_with((), move |()| {
            let restore = move || {
                let fragment = window().location().hash().unwrap_or_default();
                let state = state_from_fragment(&fragment, &first, &record.bundle);
                dispatch.emit(Action::Restore(Box::new(state)));
            };
            if window().location().hash().is_ok_and(|hash| hash.starts_with(PREFIX)) {
                restore();
            }
            let listener = EventListener::new(&window(), "popstate", move |_| restore());
            move || drop(listener)
        });
    }
    let (record, first, state) = (Rc::clone(record), Rc::clone(first), state.clone());
    use_effect_with(state, move |state| {
        // The first run is the state before the address was read; writing it would erase the address.
        if std::mem::replace(&mut *restored.borrow_mut(), true) {
            write_address(&record, &first, state);
        }
    });
}

fn write_address(record: &Record, first: &State, state: &State) {
    let now = window().location().hash().unwrap_or_default();
    let wanted = fragment_from_state(state, first, &record.bundle);
    if state_from_fragment(&now, first, &record.bundle) == (State { width_px: first.width_px, ..state.clone() })
        || now == wanted
        || (!now.is_empty() && !now.starts_with(PREFIX) && wanted.is_empty())
    {
        return;
    }
    let shown = state_from_fragment(&now, first, &record.bundle);
    let address = if wanted.is_empty() { base_address() } else { wanted };
    let data = wasm_bindgen::JsValue::NULL;
    // A page may forbid it (a sandboxed frame); then the address stays as it is and nothing else is lost.
    let _ = if shown.selected == state.selected {
        history().replace_state_with_url(&data, "", Some(&address))
    } else {
        history().push_state_with_url(&data, "", Some(&address))
    };
}

/// The page's own address without a fragment.
fn base_address() -> String {
    let location = window().location();
    [location.pathname().unwrap_or_default(), location.search().unwrap_or_default()].concat()
}

/// Tells the page what happens: ready, a selection, a search.
#[hook]
pub fn use_host_events(host: &HtmlElement, record: &Rc<Record>, state: &State) {
    let (ready, selecting, searching) = (host.clone(), host.clone(), host.clone());
    let story = Rc::clone(record);
    // A widget that is hidden and shown again was ready before.
    let told = use_mut_ref(|| false);
    use_effect_with(state.width_px > 0.0, move |drawn| {
        if *drawn && !std::mem::replace(&mut *told.borrow_mut(), true) {
            fire(&ready, "on-record:ready", &[("story", story.bundle.story().id())]);
        }
    });
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

/// Moves the focus to the one event that Tab reaches, once it is drawn: the keys may have reached it, or moved its
/// mark, which loses the focus then. The cell that comes back is set by the key that asks for it.
#[hook]
pub fn use_focus_on(node: &NodeRef, record: &Rc<Record>, tab_stop: Option<EventIx>) -> Rc<Cell<bool>> {
    let wanted = use_memo((), |()| Cell::new(false));
    let (node, record, asked) = (node.clone(), Rc::clone(record), Rc::clone(&wanted));
    use_effect(move || {
        if let (Some(ix), Some(root)) = (tab_stop.filter(|_| asked.take()), node.cast::<Element>()) {
            focus_event(&root, record.bundle.event(ix).id());
        }
    });
    wanted
}

/// Moves the focus to the mark of an event, in the widget that an element belongs to.
pub fn focus_event(within: &Element, id: &str) {
    let selector = ["[data-event=\"", id, "\"]"].concat();
    let widget = within.closest(".or").ok().flatten();
    let found = widget.and_then(|widget| widget.query_selector(&selector).ok().flatten());
    if let Some(mark) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Focus may only fail where the element is gone, and then there is nothing to focus.
        let _ = mark.focus();
    }
}
