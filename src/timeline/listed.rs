//! The events of a cluster that zooming cannot part, because all of them stand at one moment.

use markup::html;
use std::rc::Rc;

use story::{EventIx, Message};
use yew::prelude::*;

use crate::{
    core::state::{Action, Listed, Selection},
    page::{Focus, i18n::dates::Length},
    parts::{
        Shared,
        marked::marked,
        symbols::{event_sign, sign},
    },
};

/// The list, as far as the reader has asked for.
pub fn listed(shared: &Shared, listed: Listed) -> Html {
    let series = shared.record.bundle.lane_events(listed.lane);
    let rows = (listed.from..listed.to.min(series.len())).map(|at| EventIx(series.row(at)));
    let events: Vec<EventIx> = rows.filter(|ix| shared.as_of.knows_event(*ix) && shared.matches.event(*ix)).collect();
    let i18n = &shared.i18n;
    let span = i18n.span(series.sec(listed.from), series.sec(listed.to.saturating_sub(1)));
    let shown = events.len().min(listed.shown);
    let more = (shown < events.len()).then(|| {
        html! {
            <button type="button" class="link more" onclick={shared.on_then(Focus::Listed(shown), Action::List(Some(listed.longer())))}>
                { i18n.count(Message::ShowMore, events.len() - shown) }
            </button>
        }
    });
    let close = shared.on_then(Focus::Mark, Action::List(None));
    let on_key = {
        let (dispatch, focus) = (shared.dispatch.clone(), Rc::clone(&shared.focus));
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                focus.set(Focus::Mark);
                dispatch.emit(Action::List(None));
            }
        })
    };
    html! {
        <section class="listed" onkeydown={on_key}>
            <h3 aria-level={shared.level(1)}>{ i18n.count_with(Message::EventsOf, events.len(), &[("date", &span)]) }</h3>
            <button type="button" class="step close" aria-label={i18n.say(Message::Close).to_owned()}
                onclick={close}>{ sign("#m-close") }</button>
            <ol class="hits">{ for events.iter().take(shown).map(|ix| line(shared, *ix)) }</ol>
            { more.unwrap_or_default() }
        </section>
    }
}

fn line(shared: &Shared, ix: EventIx) -> Html {
    let event = shared.record.bundle.event(ix);
    html! {
        <li key={ix.0}>
            { event_sign(&shared.as_of, ix) }
            <small>{ shared.i18n.date_of(event, Length::Short) }</small>
            <button type="button" class="link" onclick={shared.opener(shared.show(Selection::Event(ix)))}>
                { marked(event.title(), shared) }
            </button>
        </li>
    }
}
