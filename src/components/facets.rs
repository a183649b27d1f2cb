//! The facets of the quotes, with live counts.

use story::Message;
use yew::prelude::*;

use super::Shared;
use crate::state::{Action, Filter};

/// One value of a facet.
#[derive(Clone, PartialEq)]
struct FacetValue {
    name: String,
    count: usize,
    on: bool,
    action: Action,
}

/// The facets of the quotes.
pub fn facets(shared: &Shared, filter: &Filter) -> Html {
    let (record, values) = (&shared.record, shared.matches.values());
    let speakers = values.speakers.iter().map(|(ix, count)| FacetValue {
        name: record.bundle.person(*ix).name().to_owned(),
        count: *count,
        on: filter.speakers.contains(ix),
        action: Action::ToggleSpeaker(*ix),
    });
    let named = |name: &str, without| if name.is_empty() { shared.words.say(without) } else { name }.to_owned();
    let carriers = values.carriers.iter().map(|(name, count)| FacetValue {
        name: named(name, Message::NoAgency),
        count: *count,
        on: filter.carriers.contains(name),
        action: Action::ToggleCarrier(name.clone()),
    });
    let outlets = values.outlets.iter().map(|(name, count)| FacetValue {
        name: named(name, Message::PublisherNotNamed),
        count: *count,
        on: filter.outlets.contains(name),
        action: Action::ToggleOutlet(name.clone()),
    });
    html! {
        <div class="facets">
            <Facet shared={shared.clone()} title={Message::Speaker} values={speakers.collect::<Vec<_>>()}/>
            <Facet shared={shared.clone()} title={Message::CarriedByFacet} values={carriers.collect::<Vec<_>>()}/>
            <Facet shared={shared.clone()} title={Message::PrintedIn} values={outlets.collect::<Vec<_>>()}/>
        </div>
    }
}

/// So many values are shown at first; those that are ticked stand among them.
const FIRST_VALUES: usize = 10;

/// What a facet needs.
#[derive(Clone, PartialEq, Properties)]
struct FacetProps {
    shared: Shared,
    title: Message,
    values: Vec<FacetValue>,
}

/// A facet of one value narrows nothing and is left out; so is a value that would show nothing, and a facet without
/// any other.
#[function_component]
fn Facet(FacetProps { shared, title, values }: &FacetProps) -> Html {
    let more = use_state_eq(|| false);
    let (all, show_all) = (*more, more.setter());
    if values.len() < 2 || values.iter().all(|value| value.count == 0 && !value.on) {
        return Html::default();
    }
    let words = &shared.words;
    let useful = || values.iter().filter(|value| value.count > 0 || value.on);
    let shown = useful().enumerate().filter(|(at, value)| all || *at < FIRST_VALUES || value.on);
    let options = shown.map(|(_, value)| {
        html! {
            <button type="button" key={value.name.clone()} class="opt" aria-pressed={value.on.to_string()}
                onclick={shared.on(value.action.clone())}>
                { value.name.clone() }<span class="n">{ words.number(value.count) }</span>
            </button>
        }
    });
    let hidden = useful().count().saturating_sub(FIRST_VALUES);
    let more = (!all && hidden > 0).then(|| {
        let on_click = Callback::from(move |_: MouseEvent| show_all.set(true));
        html! {
            <button type="button" key="" class="opt link" onclick={on_click}>{ words.count(Message::ShowMore, hidden) }</button>
        }
    });
    html! {
        <div class="facet" part="facet" role="group" aria-label={words.say(*title).to_owned()}>
            <span class="facet-name" aria-hidden="true">{ words.say(*title) }</span>
            <div class="values">{ for options }{ more.unwrap_or_default() }</div>
        </div>
    }
}
