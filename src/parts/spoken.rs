//! What the filter finds, told once to those who do not see it, shortly after typing rests.

use markup::html;
use story::Message;
use yew::prelude::*;

use super::{Shared, empty::nothing_found};
use crate::hooks::{use_memo, use_mut_ref};
use crate::{
    core::state::Filter,
    page::{REST_MS, use_rested},
};

/// What the line needs.
#[derive(Clone, PartialEq, Properties)]
pub struct SpokenProps {
    /// What most components need.
    pub shared: Shared,
    /// What is ticked and searched for.
    pub filter: Filter,
    /// Whether only what stands in the timeline's view is listed.
    pub in_view: bool,
}

/// A line for screen readers: how many quotes and events a filter leaves. Nothing is said before it changes.
#[function_component]
pub fn Spoken(SpokenProps { shared, filter, in_view }: &SpokenProps) -> Html {
    let rested = use_rested(&(filter.clone(), *in_view), REST_MS);
    let is_changed = use_mut_ref(|| false);
    let shared = shared.clone();
    let text = use_memo(rested, move |(filter, _)| {
        let is_first = !std::mem::replace(&mut *is_changed.borrow_mut(), true);
        if is_first { String::new() } else { found(&shared, filter) }
    });
    html! { <p class="unseen" role="status">{ (*text).clone() }</p> }
}

/// How much of what the story has is found; nothing is said of what it has not.
fn found(shared: &Shared, filter: &Filter) -> String {
    if let Some(nothing) = nothing_found(shared, filter) {
        return nothing;
    }
    let (bundle, matches) = (&shared.record.bundle, &shared.matches);
    let counts = [
        (Message::Quotes, matches.quote_count(), bundle.quote_count()),
        (Message::Events, matches.event_count(), bundle.event_count()),
    ];
    let told = counts.into_iter().filter(|(.., all)| *all > 0);
    let told: Vec<String> = told.map(|(message, n, _)| shared.i18n.count(message, n)).collect();
    told.join(", ")
}
