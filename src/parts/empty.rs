//! What is said where nothing matches: what was searched, and the way back.

use markup::html;
use story::Message;
use yew::prelude::*;

use super::{Shared, facets::choice_name};
use crate::{
    core::state::{Action, Filter},
    page::Focus,
};

/// Nothing, or, where the filter lets nothing through, a note that says so.
pub fn empty(shared: &Shared, filter: &Filter) -> Html {
    let i18n = &shared.i18n;
    let Some(heading) = nothing_found(shared, filter) else { return Html::default() };
    let events = i18n.count(Message::Events, shared.as_of.event_count());
    let quotes = i18n.count(Message::Quotes, shared.as_of.counts().quotes);
    html! {
        <div class="empty">
            <h3 aria-level={shared.level(1)}>{ heading }</h3>
            <p class="sum">{ i18n.fill(Message::Searched, &[("events", &events), ("quotes", &quotes)]) }</p>
            { chosen(shared, filter) }
            <button type="button" class="link" onclick={shared.on(Action::ClearFilter)}>
                { i18n.say(Message::ClearFilters) }
            </button>
        </div>
    }
}

/// That a filter lets nothing through; `None` where it does.
pub fn nothing_found(shared: &Shared, filter: &Filter) -> Option<String> {
    if filter.is_empty() || shared.matches.event_count() + shared.matches.quote_count() > 0 {
        return None;
    }
    let query = filter.query.trim();
    // With more chosen than a query, that alone may well be on record.
    let is_query = !query.is_empty() && filter.choices().is_empty();
    Some(if is_query {
        shared.i18n.fill(Message::NothingFound, &[("query", query)])
    } else {
        shared.i18n.count(Message::Events, 0)
    })
}

/// Each value that is chosen, to be taken back by itself; and so the search, where there is more than that.
fn chosen(shared: &Shared, filter: &Filter) -> Html {
    let choices = filter.choices();
    if choices.is_empty() {
        return Html::default();
    }
    let (i18n, query) = (&shared.i18n, filter.query.trim());
    let quoted = (!query.is_empty()).then(|| i18n.fill(Message::Quoted, &[("text", query)]));
    let search = quoted.map(|quoted| (quoted, Action::Search(String::new())));
    let choices = choices.into_iter().map(|choice| (choice_name(shared, &choice), Action::Toggle(vec![choice])));
    // The button goes with what it takes back.
    let options = choices.chain(search).map(|(name, action)| {
        html! {
            <button type="button" class="opt" aria-pressed="true" onclick={shared.on_then(Focus::Quotes, action)}>
                { name }
            </button>
        }
    });
    html! {
        <div class="facet" role="group" aria-label={i18n.say(Message::TakeBack).to_owned()}>
            <span class="facet-name" aria-hidden="true">{ i18n.say(Message::TakeBack) }</span>
            <div class="values">{ for options }</div>
        </div>
    }
}
