//! The lens: one state, the switch between the views, and the parts that are drawn beside the story.

use std::{cell::Cell, rc::Rc};

use gloo::events::{EventListener, EventListenerOptions};
use markup::html;
use search::Query;
use story::{EventIx, Message};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::hooks::{use_effect_with, use_memo, use_mut_ref};
use crate::{
    core::{
        as_of::RecordAsOf,
        matches::Matches,
        record::Record,
        state::{Action, Look, Selection, State},
    },
    page::{
        Focus, Host, after_paint,
        elements::{around, target},
        has_returned,
        i18n::{I18n, folding::BrowserFold},
        size::factor,
        use_address, use_focus, use_host_events, use_print, use_rested, use_width,
    },
    parts::{
        Shared,
        empty::empty,
        filters::{Filters, keys},
        slot::Slot,
        spoken::Spoken,
        symbols::symbols,
    },
    quotes::{Quotes, use_quoted, use_stretch},
    story::{StoryView, as_of_control, use_peek},
    timeline::{Timeline, legend, listed, use_motion},
    wish::{Wish, use_wish},
};

/// In narrower containers, px, the picture of when it was said is drawn for less room.
const NARROW_PX: f64 = 560.0;

/// A view that has not changed for so long is at rest: its labels stand where they belong, ms.
const SETTLE_MS: u32 = 80;

/// What the widget needs.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The record.
    pub record: Rc<Record>,
    /// What it says.
    pub i18n: Rc<I18n>,
    /// The story in the page.
    pub view: Rc<StoryView>,
    /// The row of the key, above the timeline.
    pub key: Slot,
    /// The state before the reader has done anything.
    pub first: Rc<State>,
    /// Where in the page the widget stands.
    pub host: Host,
    /// What the page asks for.
    pub wish: Wish,
}

/// Something that the reader does with a story.
pub struct Step {
    action: Action,
    record: Rc<Record>,
}

impl Reducible for State {
    type Action = Step;

    fn reduce(self: Rc<Self>, Step { action, record }: Step) -> Rc<Self> {
        let next = self.after(action);
        let as_of = RecordAsOf::new(record, next.as_of);
        next.told_as_of(&as_of)
    }
}

/// The widget.
#[function_component]
pub fn App(AppProps { record, i18n, view, key, first, host, wish }: &AppProps) -> Html {
    let state = use_reducer_eq({
        let first = Rc::clone(first);
        move || State::clone(&first)
    });
    let focus = use_memo((), |()| Cell::new(Focus::Stay));
    let dispatch = use_dispatch(&state, record, &focus);
    let root = use_node_ref();
    let as_of = {
        let record = Rc::clone(record);
        use_memo(state.as_of, move |day| RecordAsOf::new(record, *day))
    };
    // Where no event is on record, the story says so.
    let look = if as_of.event_count() == 0 && state.look == Look::Timeline { Look::Story } else { state.look };
    let is_timeline = look == Look::Timeline;
    let selected = state.selected.or(state.at.map(Selection::Event).filter(|_| is_timeline));
    let open = selected.and_then(|selected| as_of.event_of(selected));
    let state = use_turned(view, &state, look, &as_of, i18n, open);
    let settled = use_rested(&state.viewport.domain, SETTLE_MS);
    let (motion, dispatch) = use_motion(&root, &state, &dispatch, &focus);
    use_width(&root, &dispatch);
    let lost = use_callback(Rc::clone(view), |is_lost, view| view.lost(is_lost));
    use_address(host, record, first, &state, &dispatch, &lost);
    use_host_events(&host.element, record, &state);
    use_print(&dispatch);
    let fold = use_memo((), |()| BrowserFold::default());
    let matches = use_matches(&state, &as_of, i18n, &fold);
    use_story(view, &state, &as_of, &matches, i18n, open);
    use_peek(&view.section, is_timeline);
    // After the event that is open stands there.
    use_focus(&root, record, state.cursor.or(open), &focus);
    use_escape(view, &dispatch, &focus, is_timeline && state.selected.is_some());
    let axis_breaks = Rc::clone(&state.axis_breaks);
    let (record, host, i18n, level) = (Rc::clone(record), host.clone(), Rc::clone(i18n), view.level);
    let (size, base) = (factor(), view.base().into());
    let shared = Shared { record, host, base, as_of, i18n, fold, matches, axis_breaks, focus, size, level, dispatch };
    use_wish(wish, view, &state, &shared);
    let stretch = use_stretch(&state);
    let quoted = use_quoted(&shared, &state, stretch);
    {
        let row = if is_timeline {
            html! { <>{ keys(&shared, &state.filter) }{ tools(&shared, &state) }</> }
        } else {
            Html::default()
        };
        let key = key.clone();
        use_effect(move || key.draw(row));
    }
    html! {
        <div ref={root}>
            { symbols(&shared) }
            <Spoken shared={quoted.clone()} filter={state.filter.clone()} in_view={state.in_view}/>
            if state.days { { as_of_control(&shared) } }
            if state.look != Look::Quotes && (state.seeks || !state.filter.is_empty()) {
                <Filters shared={shared.clone()} filter={state.filter.clone()} has_keys={!is_timeline}/>
            }
            { empty(&shared, &state.filter) }
            if is_timeline && state.width_px > 0.0 {
                <Timeline shared={shared.clone()} state={Rc::clone(&state)} {settled} {motion} {open}/>
                { state.listed.map(|cluster| listed(&shared, cluster)).unwrap_or_default() }
                { legend(&shared) }
            }
            if state.look == Look::Quotes {
                <Quotes shared={quoted} filter={state.filter.clone()} sort={state.sort} group={state.group}
                    {stretch} in_view={state.in_view} selected={state.selected} speaker={state.speaker} led_to={state.led_to}
                    compared={state.compared.clone()} all={state.all_quotes} narrow={state.width_px < NARROW_PX}/>
            }
        </div>
    }
}

/// Where actions go. What turns the page waits for the frame that answers the press, and whatever comes meanwhile waits
/// behind it.
#[hook]
fn use_dispatch(state: &UseReducerHandle<State>, record: &Rc<Record>, focus: &Rc<Cell<Focus>>) -> Callback<Action> {
    let redraw = use_force_update();
    let waiting = use_memo((), |()| Cell::new(0_usize));
    let (dispatcher, record, focus) = (state.dispatcher(), Rc::clone(record), Rc::clone(focus));
    use_callback((), move |action: Action, ()| {
        let (dispatcher, record) = (dispatcher.clone(), Rc::clone(&record));
        let (focus, waiting, redraw) = (Rc::clone(&focus), Rc::clone(&waiting), redraw.clone());
        let (asked, waits) = (focus.take(), action.turns_page() || waiting.get() > 0);
        let act = move || {
            focus.set(asked);
            dispatcher.dispatch(Step { action, record });
            // The focus goes where it was asked to even if nothing else changes.
            if asked != Focus::Stay {
                redraw.force_update();
            }
        };
        if waits {
            waiting.set(waiting.get() + 1);
            after_paint(move || {
                waiting.set(waiting.get().saturating_sub(1));
                act();
            });
        } else {
            act();
        }
    })
}

/// What the filter lets through of what was known.
#[hook]
fn use_matches(state: &State, as_of: &Rc<RecordAsOf>, i18n: &Rc<I18n>, fold: &Rc<BrowserFold>) -> Rc<Matches> {
    let (as_of, fold, i18n) = (Rc::clone(as_of), Rc::clone(fold), Rc::clone(i18n));
    use_memo((state.filter.clone(), state.as_of), move |(filter, _)| {
        let query = Query::parse(&filter.query, i18n.say(Message::SearchFields), &*fold);
        Matches::new(&as_of, filter, &query, &*fold)
    })
}

/// Keeps the story in the page as the state has it.
#[hook]
fn use_story(
    view: &Rc<StoryView>,
    state: &State,
    as_of: &Rc<RecordAsOf>,
    matches: &Rc<Matches>,
    i18n: &Rc<I18n>,
    open: Option<EventIx>,
) {
    {
        let (view, as_of, matches, i18n) = (Rc::clone(view), Rc::clone(as_of), Rc::clone(matches), Rc::clone(i18n));
        let was_filtered = use_mut_ref(|| false);
        use_effect_with((state.filter.clone(), state.as_of), move |(filter, _)| {
            if was_filtered.replace(!filter.is_empty()) || !filter.is_empty() {
                view.mark(&as_of, &matches, filter, &i18n);
            }
        });
    }
    {
        let view = Rc::clone(view);
        // Until then, whoever types into the search of the page is left alone.
        let was_used = use_mut_ref(|| false);
        use_effect_with((state.seeks, state.filter.query.clone()), move |(seeks, query)| {
            if was_used.replace(true) || *seeks || !query.is_empty() {
                view.seek(*seeks, query);
            }
        });
    }
    let (view, as_of) = (Rc::clone(view), Rc::clone(as_of));
    let is_first = use_mut_ref(|| true);
    let looked = use_mut_ref(|| None);
    use_effect_with((state.look, state.selected, open, state.as_of), move |(look, selected, open, _)| {
        let bundle = &as_of.record.bundle;
        match (looked.replace(Some(*look)).filter(|before| before != look), *look) {
            (Some(_), Look::Story) if selected.is_none() => view.come_back(),
            (Some(_), Look::Timeline | Look::Quotes) => view.show_lens(),
            _ => {}
        }
        if let Some(selected) = selected.filter(|_| *look == Look::Story) {
            // At first, whoever has come back is where they were, and the script of the page may have led the others already.
            let is_there = is_first.replace(false) && (has_returned() || (open.is_some() && view.at(bundle) == *open));
            if !is_there {
                view.reveal(bundle, selected);
            }
        }
    });
}

/// Tells the story as it was known and turns it to the view that is looked at. Gives the state as it is in the room that this
/// leaves: before anything is drawn there, so that it is drawn once.
#[hook]
fn use_turned(
    view: &Rc<StoryView>,
    state: &UseReducerHandle<State>,
    look: Look,
    as_of: &Rc<RecordAsOf>,
    i18n: &I18n,
    open: Option<EventIx>,
) -> Rc<State> {
    let width_px = state.width_px;
    let told = use_mut_ref(|| None);
    use_memo((look, open, state.as_of), |(.., day)| {
        // What stands in the page is what is known now.
        if told.replace(*day) != *day {
            view.tell(as_of, i18n);
        }
        let (days, at) = (&as_of.record.publication_days, as_of.day_at());
        view.bound(at == 0 || days.len() < 2, at + 1 >= days.len());
        view.look(look);
        if let Some(ix) = open.filter(|_| look != Look::Quotes) {
            view.fetch(as_of, i18n, ix);
        }
        view.solo(&as_of.record.bundle, open.filter(|_| look == Look::Timeline));
    });
    let room_px = use_memo((look, open, width_px), |_| view.room_px().unwrap_or(width_px));
    Rc::new(State { width_px: *room_px, ..State::clone(state) })
}

/// From the event beside the timeline, Escape leads back to its mark.
#[hook]
fn use_escape(view: &Rc<StoryView>, dispatch: &Callback<Action>, focus: &Rc<Cell<Focus>>, is_on: bool) {
    let (view, dispatch, focus) = (Rc::clone(view), dispatch.clone(), Rc::clone(focus));
    use_effect_with(is_on, move |is_on| {
        let listener = is_on.then(|| {
            let active = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&view.section, "keydown", active, move |event| {
                let is_escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Escape");
                let from = target::<Element>(event);
                if is_escape && from.is_some_and(|it| around::<Element>(&it, ".solo").is_some()) {
                    event.prevent_default();
                    focus.set(Focus::Mark);
                    dispatch.emit(Action::Select(None));
                }
            })
        });
        move || drop(listener)
    });
}

/// What can be changed of the timeline itself. Where there is no stretch to shorten, nothing is offered.
fn tools(shared: &Shared, state: &State) -> Html {
    let axis_breaks = &shared.record.axis_breaks;
    if axis_breaks.all().is_empty() {
        return Html::default();
    }
    let broken = !state.axis_breaks.all().is_empty();
    let next = if broken { Rc::default() } else { Rc::clone(axis_breaks) };
    html! {
        <p class="ways">
            <button type="button" class="link" aria-pressed={broken.to_string()} onclick={shared.on(Action::BreakAxis(next))}>
                { shared.i18n.say(Message::BreakAxis) }
            </button>
        </p>
    }
}
