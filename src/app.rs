//! The lens: one state, the switch between the views, and the parts that are drawn beside the story.

use std::{cell::Cell, rc::Rc};

use bundle::Bundle;
use gloo::events::{EventListener, EventListenerOptions};
use markup::html;
use search::Query;
use story::{EventIx, Message, sec_from_day};
use telling::hooks;
use timeline::Domain;
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
    story::{StoryView, as_of_control, step},
    timeline::{Timeline, legend, listed, use_motion},
};

/// In narrower containers, px, what is not the thing itself is folded up.
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

/// Something that the page asks for, once; numbered, so that the same may be asked for again.
#[derive(Clone, Default, PartialEq)]
pub struct Wish {
    /// Which wish it is.
    pub number: u32,
    /// The name of a view or of a tool of the bar.
    pub name: String,
    /// What was typed, where it is the search.
    pub text: String,
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
    let redraw = use_force_update();
    let dispatch = {
        let (dispatcher, record, focus) = (state.dispatcher(), Rc::clone(record), Rc::clone(&focus));
        use_callback((), move |action: Action, ()| {
            let (dispatcher, record, focus, redraw) =
                (dispatcher.clone(), Rc::clone(&record), Rc::clone(&focus), redraw.clone());
            let (asked, turns_page) = (focus.take(), action.turns_page());
            let act = move || {
                focus.set(asked);
                dispatcher.dispatch(Step { action, record });
                // The focus goes where it was asked to even if nothing else changes.
                if asked != Focus::Stay {
                    redraw.force_update();
                }
            };
            if turns_page { after_paint(act) } else { act() }
        })
    };
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
    // After the event that is open stands there.
    use_focus(&root, record, state.cursor.or(open), &focus);
    use_escape(view, &dispatch, &focus, is_timeline && state.selected.is_some());
    let axis_breaks = Rc::clone(&state.axis_breaks);
    let (record, host, i18n, level) = (Rc::clone(record), host.clone(), Rc::clone(i18n), view.level);
    let size = factor();
    let shared = Shared { record, host, as_of, i18n, fold, matches, axis_breaks, focus, size, level, dispatch };
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
    use_effect_with((state.look, state.selected, open, state.as_of), move |(look, selected, open, _)| {
        let bundle = &as_of.record.bundle;
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

/// Does what the page asks for.
#[hook]
fn use_wish(wish: &Wish, view: &Rc<StoryView>, state: &State, shared: &Shared) {
    let (view, state, shared) = (Rc::clone(view), state.clone(), shared.clone());
    use_effect_with(wish.clone(), move |wish| {
        let at = view.at(&shared.record.bundle);
        match wish.name.as_str() {
            "typed" => view.typed(&wish.text),
            // Sources and corrections stand in the story alone.
            "open" if selection(&wish.text, &shared.record.bundle).is_none() => {
                view.look(Look::Story);
                view.reveal_part(&wish.text);
            }
            _ => {}
        }
        for action in actions(wish, &state, &shared.as_of, &shared.matches, at) {
            if matches!(action, Action::Select(_)) {
                shared.focus.set(Focus::Stay);
            }
            shared.dispatch.emit(action);
        }
    });
}

/// What a wish asks for; nothing where it is none.
fn actions(wish: &Wish, state: &State, as_of: &RecordAsOf, matches: &Matches, at: Option<EventIx>) -> Vec<Action> {
    let days = &as_of.record.publication_days;
    let day = as_of.day_at();
    let to_day = |at: usize| Action::TellAsOf(as_of.record.publication(at));
    match (wish.name.as_str(), Look::from_name(&wish.name)) {
        (_, Some(look)) => {
            // The timeline opens where the reader is.
            let here = at.filter(|_| look == Look::Timeline && state.look == Look::Story);
            here.map(Action::At).into_iter().chain([Action::Look(look)]).collect()
        }
        ("search", _) => vec![Action::Seek(true)],
        ("close", _) => vec![Action::Seek(false)],
        ("typed", _) => vec![Action::Seek(true), Action::Search(wish.text.clone())],
        ("day", _) => vec![Action::Days(!state.days)],
        ("open", _) => vec![match selection(&wish.text, &as_of.record.bundle) {
            Some(part) if state.look == Look::Timeline => Action::Select(Some(part)),
            Some(part) => Action::Read(part),
            None => Action::Look(Look::Story),
        }],
        ("days", _) => {
            shown_days(&wish.text, state).map_or_else(Vec::new, |fit| vec![fit, Action::Look(Look::Timeline)])
        }
        ("earlier", _) => day.checked_sub(1).map(to_day).into_iter().collect(),
        ("later", _) => Some(day + 1).filter(|day| *day < days.len()).map(to_day).into_iter().collect(),
        ("next" | "previous", _) => {
            let open = state.selected.and_then(|selected| as_of.event_of(selected)).or(state.at);
            let next = step(as_of, matches, &state.filter, open, wish.name == "next");
            next.map(|ix| Action::Select(Some(Selection::Event(ix)))).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// The event or quote that a part of the story is, by the id of its element.
fn selection(part: &str, bundle: &Bundle) -> Option<Selection> {
    let event = part.strip_prefix(hooks::EVENT).and_then(|id| bundle.event_by_id(id));
    let quote = || part.strip_prefix(hooks::QUOTE).and_then(|id| bundle.quote_by_id(id));
    event.map(Selection::Event).or_else(|| quote().map(Selection::Quote))
}

/// Shows some days on the timeline, given as the first and the last, counted from 1970-01-01, and a `/` between them.
fn shown_days(text: &str, state: &State) -> Option<Action> {
    let (first, last) = text.split_once('/')?;
    let (first, last): (i64, i64) = (first.parse().ok()?, last.parse().ok()?);
    let sec = |day: i64| sec_from_day(day) as f64;
    let domain = Domain { start_sec: sec(first), end_sec: sec(last.saturating_add(1)) };
    Some(Action::Fit(state.axis_breaks.axis_from_domain(domain)))
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
                { shared.i18n.say(Message::FoldGaps) }
            </button>
        </p>
    }
}
