//! The switch that leaves only the quotes that stand in the timeline's view.
//!
//! "In view" is by place in the order of time, which is where the timeline draws a quote and the histogram counts it,
//! so that all three agree; what has no date stands in no view, and the switch says how many these are. It limits
//! quotes and never events: a view that faded what lies outside of it would flicker at its own edges.

use markup::html;
use std::rc::Rc;

use search::{Query, Span};
use story::Message;
use timeline::Domain;
use yew::prelude::*;

use crate::hooks::use_memo;
use crate::parts::Shared;
use crate::{
    core::{
        matches::Matches,
        state::{Action, State},
    },
    page::{REST_MS, use_rested},
};

/// The stretch of time in the timeline's view while that rests.
#[hook]
pub fn use_stretch(state: &State) -> Span {
    // Before anything is drawn, the address has not been read either.
    let shown = (state.width_px > 0.0).then_some(state.viewport.domain);
    let rested = use_rested(&shown, REST_MS).unwrap_or(state.viewport.domain);
    let Domain { start_sec, end_sec } = state.axis_breaks.sec_from_domain(rested);
    Span { from_sec: Some(start_sec.floor() as i64), to_sec: Some(end_sec.ceil() as i64) }
}

/// What the quotes are drawn from: where the switch is on, only those in view match; the events as they are.
#[hook]
pub fn use_quoted(shared: &Shared, state: &State, stretch: Span) -> Shared {
    let matches = use_memo((Rc::clone(&shared.matches), state.in_view.then_some(stretch)), |(matches, stretch)| {
        let Some(stretch) = *stretch else { return Rc::clone(matches) };
        let (i18n, fold) = (&shared.i18n, &*shared.fold);
        let query = Query::parse(&state.filter.query, i18n.say(Message::SearchFields), fold);
        Rc::new(Matches::within(&shared.as_of, &state.filter, &query, fold, stretch))
    });
    Shared { matches: Rc::clone(&matches), ..shared.clone() }
}

/// The switch, with how many quotes it leaves. Where it would leave none, it can only be turned off.
pub fn in_view(shared: &Shared, stretch: Span, on: bool) -> Html {
    let i18n = &shared.i18n;
    let count = shared.matches.count_within(stretch);
    // As with any value, it is left out where it would narrow nothing.
    if !on && count == shared.matches.quote_count() {
        return Html::default();
    }
    let is_idle = count == 0 && !on;
    let (start_sec, end_sec) = (stretch.from_sec.unwrap_or_default(), stretch.to_sec.unwrap_or_default());
    let undated = Some(shared.matches.undated()).filter(|undated| on && *undated > 0);
    html! {
        <div class="facet in-view" role="group" aria-label={i18n.say(Message::Timeline).to_owned()}>
            <span class="facet-name" aria-hidden="true">{ i18n.say(Message::Timeline) }</span>
            <div class="values">
                <button type="button" class="opt" aria-pressed={on.to_string()} aria-disabled={is_idle.then_some("true")}
                    onclick={(!is_idle).then(|| shared.on(Action::InView(!on)))}>
                    { i18n.say(Message::OnlyInView) }
                    <span class="n">{ i18n.span(start_sec, end_sec) }</span>
                    <span class="n">{ i18n.number(count) }</span>
                </button>
                if let Some(undated) = undated {
                    <small>{ i18n.count(Message::UndatedNotInView, undated) }</small>
                }
            </div>
            if on && count == 0 { <p class="none">{ i18n.say(Message::NoneInView) }</p> }
        </div>
    }
}
