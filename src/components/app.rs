//! The widget: one state, and the parts that draw it.

use markup::html;
use std::{cell::Cell, rc::Rc};

use search::Query;
use story::Message;
use timeline::Domain;
use yew::prelude::*;

use super::{
    Shared,
    detail::Detail,
    drawn::Drawn,
    empty::{empty, nothing_yet},
    footer::Footer,
    header::header,
    in_view::{use_quoted, use_stretch},
    key_bar::KeyBar,
    legend::legend,
    quotes::Quotes,
    spoken::Spoken,
    symbols::symbols,
    timeline::{Timeline, listed},
    vertical::Vertical,
};
use crate::{
    aside::use_set_aside,
    gestures::use_motion,
    known::Knowledge,
    matches::Matches,
    page::{Focus, Host, use_address, use_asked_view, use_focus, use_host_events, use_print, use_rested, use_width},
    record::Record,
    size::factor,
    state::{Action, State},
    words::{Words, folding::BrowserFold},
};

/// Containers narrower than this, px, get the vertical list.
pub const NARROW_PX: f64 = 560.0;

/// A view that has not changed for so long is at rest: its labels stand where they belong, ms.
const SETTLE_MS: u32 = 80;

/// What the widget needs.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The story.
    pub record: Rc<Record>,
    /// The state before the reader has done anything.
    pub first: Rc<State>,
    /// Where in the page the widget stands.
    pub host: Host,
    /// Whether the page asks for a list.
    pub as_list: bool,
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
        let known = Knowledge::new(record, next.known);
        next.as_known(&known)
    }
}

/// The widget.
#[function_component]
pub fn App(AppProps { record, first, host, as_list }: &AppProps) -> Html {
    let state = use_reducer_eq({
        let first = Rc::clone(first);
        move || State::clone(&first)
    });
    let focus = use_memo((), |()| Cell::new(Focus::Stay));
    let redraw = use_force_update();
    let dispatch = {
        let (dispatcher, record, focus) = (state.dispatcher(), Rc::clone(record), Rc::clone(&focus));
        use_callback((), move |action: Action, ()| {
            dispatcher.dispatch(Step { action, record: Rc::clone(&record) });
            // The focus goes where it was asked to even if nothing else changes.
            if focus.get() != Focus::Stay {
                redraw.force_update();
            }
        })
    };
    let root = use_node_ref();
    let known = {
        let record = Rc::clone(record);
        use_memo(state.known, move |day| Knowledge::new(record, *day))
    };
    let open = state.selected.and_then(|selected| known.event_of(selected));
    let settled = use_rested(&state.viewport.domain, SETTLE_MS);
    let below = use_node_ref();
    // Where the focus is to go there, it is there before that.
    use_set_aside(&below, settled != state.viewport.domain && focus.get() == Focus::Stay);
    use_focus(&root, record, state.cursor.or(open), &focus);
    let (motion, dispatch) = use_motion(&root, &state, &dispatch, &focus);
    use_width(&root, &dispatch);
    use_address(host, record, first, &state, &dispatch);
    use_host_events(&host.element, record, &state);
    use_print(&dispatch);
    use_asked_view(*as_list, &dispatch);
    let words = use_memo((), |()| Words::new(Rc::clone(&record.bundle)));
    let fold = use_memo((), |()| BrowserFold::default());
    let matches = use_matches(&state, &known, &words, &fold);
    let folds = Rc::clone(&state.folds);
    let (record, host) = (Rc::clone(record), host.clone());
    let shared = Shared { record, host, known, words, fold, matches, folds, focus, motion, size: factor(), dispatch };
    let stretch = use_stretch(&state);
    let quoted = use_quoted(&shared, &state, stretch);
    let story = shared.record.bundle.story();
    let narrow = state.width_px < NARROW_PX;
    let listed = narrow || state.as_list;
    let has_view = !listed && shared.known.event_count() > 0;
    html! {
        <section class="or" lang={story.language().to_owned()} dir={shared.words.direction()} ref={root}
            aria-label={story.title().to_owned()}>
            <Drawn shared={shared.clone()} draw={symbols as fn(&Shared) -> Html}/>
            <Drawn shared={shared.clone()} draw={header as fn(&Shared) -> Html}/>
            // What holds nothing at all is not searched.
            if shared.record.bundle.event_count() + shared.record.bundle.quote_count() > 0 {
                <KeyBar shared={quoted.clone()} filter={state.filter.clone()} {narrow}/>
                <Spoken shared={quoted.clone()} filter={state.filter.clone()} in_view={state.in_view}/>
            }
            { empty(&shared, &state.filter) }
            if shared.known.event_count() == 0 {
                { nothing_yet(&shared) }
            } else if state.width_px > 0.0 {
                { ways(&shared, &state, narrow) }
                { picture(&shared, &state, first, settled) }
            }
            <div class="cols" ref={below}>
                if let Some(selected) = state.selected.filter(|_| !listed) {
                    <Detail shared={shared.clone()} {selected}/>
                }
                // The events that match are listed beside the quotes.
                if shared.record.bundle.quote_count() > 0 || !state.filter.is_empty() {
                    <Quotes shared={quoted} filter={state.filter.clone()} sort={state.sort} group={state.group}
                        stretch={Some(stretch).filter(|_| has_view || state.in_view)} in_view={state.in_view}
                        selected={state.selected} speaker={state.speaker} led_to={state.led_to.filter(|_| state.width_px > 0.0)}
                        compared={state.compared.clone()} all={state.all_quotes} {narrow} {listed}/>
                }
            </div>
            <Footer shared={shared.clone()} all={state.all_quotes}/>
        </section>
    }
}

/// What the filter lets through of what was known.
#[hook]
fn use_matches(state: &State, known: &Rc<Knowledge>, words: &Rc<Words>, fold: &Rc<BrowserFold>) -> Rc<Matches> {
    let (known, fold, words) = (Rc::clone(known), Rc::clone(fold), Rc::clone(words));
    use_memo((state.filter.clone(), state.known), move |(filter, _)| {
        let query = Query::parse(&filter.query, words.say(Message::SearchFields), &*fold);
        Matches::new(&known, filter, &query, &*fold)
    })
}

/// How else the story may be looked at: as a list, in another order.
fn ways(shared: &Shared, state: &State, narrow: bool) -> Html {
    let way = |message: Message, on_click: Callback<MouseEvent>| {
        html! { <button type="button" class="link" onclick={on_click}>{ shared.words.say(message) }</button> }
    };
    // Who stands on an event goes along with it; anybody else stays on the button.
    let turn = |newest_first| shared.on_then(Focus::Mark, Action::NewestFirst(newest_first));
    let order = match (narrow || state.as_list, state.newest_first) {
        (false, _) => Html::default(),
        (true, false) => way(Message::NewestFirst, turn(true)),
        (true, true) => way(Message::OldestFirst, turn(false)),
    };
    let form = match (narrow, state.as_list) {
        (true, _) => Html::default(),
        (false, false) => way(Message::AsList, shared.on(Action::AsList(true))),
        (false, true) => way(Message::AsTimeline, shared.on(Action::AsList(false))),
    };
    // Where there is nothing to fold, nothing is offered.
    let folds = &shared.record.folds;
    let folded = !state.folds.breaks().is_empty();
    let fold = (!narrow && !state.as_list && !folds.breaks().is_empty()).then(|| {
        let next = if folded { Rc::default() } else { Rc::clone(folds) };
        html! {
            <button type="button" class="link" aria-pressed={folded.to_string()} onclick={shared.on(Action::FoldGaps(next))}>
                { shared.words.say(Message::FoldGaps) }
            </button>
        }
    });
    html! { <p class="ways">{ form }{ order }{ fold.unwrap_or_default() }</p> }
}

/// The timeline, or the list where there is no room for it or the reader wants one.
fn picture(shared: &Shared, state: &State, first: &State, settled: Domain) -> Html {
    let filtered = !state.filter.is_empty();
    if state.width_px < NARROW_PX || state.as_list {
        return html! {
            <Vertical key="vertical" shared={shared.clone()} selected={state.selected} cursor={state.cursor}
                opened={state.opened.clone()} newest_first={state.newest_first} {filtered}
                asked={state.selected != first.selected}/>
        };
    }
    html! {
        <div key="horizontal">
            <Timeline shared={shared.clone()} state={Rc::new(state.clone())} {settled}/>
            { state.listed.map(|crowd| listed(shared, crowd)).unwrap_or_default() }
            <Drawn shared={shared.clone()} draw={legend as fn(&Shared) -> Html}/>
        </div>
    }
}
