//! What can be chosen beside the search: the key to the marks, which is also the filter by status, and the facets.

use markup::html;
use story::{Message, Status};
use yew::prelude::*;

use super::{
    Shared, classes,
    facets::Facets,
    symbols::{sign, status_sign},
};
use crate::{
    core::state::{Action, Choice, Filter},
    page::i18n::status_message,
};

/// What the filters need.
#[derive(Clone, PartialEq, Properties)]
pub struct FiltersProps {
    /// What most components need.
    pub shared: Shared,
    /// What is ticked and searched for.
    pub filter: Filter,
    /// Whether the key to the marks is among them.
    pub has_keys: bool,
}

/// The filters, folded up until they are wanted.
#[function_component]
pub fn Filters(FiltersProps { shared, filter, has_keys }: &FiltersProps) -> Html {
    let opened = use_state(|| false);
    let chosen = filter.choices().len();
    let toggle = {
        let opened = opened.clone();
        Callback::from(move |_: MouseEvent| opened.set(!*opened))
    };
    html! {
        <div class="filters">
            <button type="button" class="opt" aria-expanded={opened.to_string()} onclick={toggle}>
                { sign("#m-filter") }{ shared.i18n.say(Message::Filter) }
                if chosen > 0 { <span class="n">{ shared.i18n.number(chosen) }</span> }
            </button>
            if *opened {
                if *has_keys { { keys(shared, filter) } }
                <Facets shared={shared.clone()} filter={filter.clone()}/>
            }
        </div>
    }
}

/// The key to the marks.
pub fn keys(shared: &Shared, filter: &Filter) -> Html {
    html! {
        <div class="keys" role="group" aria-label={shared.i18n.say(Message::FilterByStatus).to_owned()}>
            { for Status::ALL.into_iter().map(|status| status_option(shared, filter, status)) }
        </div>
    }
}

fn status_option(shared: &Shared, filter: &Filter, status: Status) -> Html {
    let on = filter.statuses.contains(&status);
    let message = status_message(status);
    let n = shared.matches.statuses[status as usize];
    // It stands there all the same: it is the key to the marks.
    let is_idle = n == 0 && !on;
    html! {
        <button type="button" key={status.name()} class={classes(&[("opt", true), ("open", status.is_plan())])}
            aria-pressed={on.to_string()} aria-disabled={is_idle.then_some("true")}
            onclick={(!is_idle).then(|| shared.on(Action::Toggle(vec![Choice::Status(status)])))}>
            { status_sign(status) }
            <span class="cap">{ shared.i18n.say(message) }</span>
            <span class="n">{ shared.i18n.number(n) }</span>
        </button>
    }
}
