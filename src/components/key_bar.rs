//! The key, which is also the filter by status, and the search.

use story::{Message, Status};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    Shared, classes,
    symbols::{sign, status_sign},
};
use crate::{
    record::status_message,
    state::{Action, Filter},
};

/// What the bar needs.
#[derive(Clone, PartialEq, Properties)]
pub struct KeyBarProps {
    /// What most components need.
    pub shared: Shared,
    /// What is ticked and searched for.
    pub filter: Filter,
}

/// The key and the search.
#[function_component]
pub fn KeyBar(KeyBarProps { shared, filter }: &KeyBarProps) -> Html {
    let words = &shared.record.words;
    let statuses = Status::ALL.into_iter().map(|status| status_option(shared, filter, status));
    let dispatch = shared.dispatch.clone();
    let on_input = Callback::from(move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        dispatch.emit(Action::Search(input.value()));
    });
    let clear = (!filter.is_empty()).then(|| {
        html! {
            <button class="step clear" type="button" aria-label={words.say(Message::ClearFilters).to_owned()}
                onclick={shared.on(Action::ClearFilter)}>{ sign("#m-close") }</button>
        }
    });
    html! {
        <div class="bar">
            <div class="keys" role="group" aria-label={words.say(Message::FilterByStatus).to_owned()}>
                { for statuses }
            </div>
            <div class="find" role="search" part="search">
                { sign("#m-find") }
                <input type="search" aria-label={words.say(Message::SearchLabel).to_owned()} value={filter.query.clone()}
                    placeholder={words.say(Message::SearchLabel).to_owned()} oninput={on_input}
                    autocomplete="off" spellcheck="false" enterkeyhint="search"/>
                { clear.unwrap_or_default() }
            </div>
        </div>
    }
}

fn status_option(shared: &Shared, filter: &Filter, status: Status) -> Html {
    let on = filter.statuses.contains(&status);
    let message = status_message(status);
    let record = &shared.record;
    let events = record.bundle.events().filter(|ix| record.bundle.event(*ix).status() == status);
    // A status counts what the rest of the filter lets through; unticked ones keep their full count.
    let unticked = !filter.statuses.is_empty() && !on;
    let n = events.filter(|ix| unticked || shared.matches.event(*ix)).count();
    html! {
        <button type="button" key={status.name()} class={classes(&[("opt", true), ("open", status.is_plan())])}
            aria-pressed={on.to_string()} onclick={shared.on(Action::ToggleStatus(status))}>
            { status_sign(status) }
            <span class="cap">{ record.words.say(message) }</span>
            <span class="n">{ record.words.number(n) }</span>
        </button>
    }
}
