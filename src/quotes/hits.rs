//! While searching, the events that match, each with the words that do.

use markup::html;
use std::rc::Rc;

use story::{EventIx, Message};
use yew::prelude::*;

use super::stretch::stretch;
use super::window::{Card, use_scrolling};
use crate::hooks::use_memo;
use crate::parts::{
    Shared, classes,
    marked::{drawn, matches_of},
    page_px,
    rich_text::rich_text,
    symbols::event_sign,
};
use crate::{core::state::Selection, page::i18n::dates::Length};

/// How many are listed before the reader asks for the rest.
const FIRST: usize = 8;

/// What the list needs.
#[derive(Clone, PartialEq, Properties)]
pub struct HitsProps {
    /// What most components need.
    pub shared: Shared,
}

/// The list, in the order of time.
#[function_component]
pub fn Hits(HitsProps { shared }: &HitsProps) -> Html {
    let all = use_state_eq(|| false);
    let events = use_memo((shared.clone(), *all), |(shared, all)| {
        let events = shared.record.bundle.events_by_time().filter(|ix| shared.matches.event(*ix));
        Rc::new(events.take(if *all { usize::MAX } else { FIRST }).collect::<Vec<_>>())
    });
    let list = use_node_ref();
    let scrolling = use_scrolling(&list, &*events, events.len());
    let (cards, below_px) = scrolling.cards();
    let of = scrolling.is_long().then_some(events.len());
    let hits = cards.into_iter().filter_map(|card| Some(hit(shared, *events.get(card.at)?, card, of)));
    let rest = shared.matches.event_count().saturating_sub(events.len());
    let show_all = all.setter();
    html! {
        <div class="found">
            <ol class={classes(&[("hits", true), ("long", of.is_some())])} ref={list} aria-label={shared.i18n.say(Message::MatchingEvents).to_owned()}
                ~style={["--below:", &page_px(below_px)].concat()}>{ for hits }</ol>
            if rest > 0 {
                <button type="button" class="link more" onclick={Callback::from(move |_: MouseEvent| show_all.set(true))}>
                    { shared.i18n.count(Message::ShowMore, rest) }
                </button>
            }
        </div>
    }
}

fn hit(shared: &Shared, ix: EventIx, card: Card, of: Option<usize>) -> Html {
    let event = shared.record.bundle.event(ix);
    let date = shared.date_of(ix, Length::Short);
    let title = matches_of(event.title(), shared);
    let reason = reason(shared, ix, is_match(&title));
    html! {
        <li key={ix.0} aria-setsize={of.map(|of| of.to_string())} aria-posinset={of.map(|_| (card.at + 1).to_string())}
            ~style={["--gap:", &page_px(card.gap_px)].concat()}>
            { event_sign(&shared.as_of, ix) }
            <small>{ date }</small>
            <div>
                <button type="button" class="link" onclick={shared.read(Selection::Event(ix))}>
                    { drawn(title) }
                </button>
                <small>{ reason }</small>
            </div>
        </li>
    }
}

/// Why an event matches: its summary; or, where neither that nor the title holds what is searched, a quote that does.
fn reason(shared: &Shared, ix: EventIx, in_title: bool) -> Html {
    let event = shared.record.bundle.event(ix);
    let holds = |text: &str| is_match(&matches_of(text, shared));
    let summary: String = event.summary().map(|run| run.text).collect();
    let quote = || {
        let of_event = shared.as_of.quotes_of(ix);
        of_event.map(|quote| shared.record.bundle.quote(quote).text()).find(|text| holds(text))
    };
    if !in_title
        && !holds(&summary)
        && let Some(text) = quote()
    {
        let (open, close) = shared.i18n.quotation_marks();
        return html! { <>{ open.to_owned() }{ stretch(text, shared) }{ close.to_owned() }</> };
    }
    rich_text(event.summary(), shared)
}

fn is_match(pieces: &[(&str, bool)]) -> bool {
    pieces.iter().any(|(_, is_match)| *is_match)
}
