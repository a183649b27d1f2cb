//! The facets of the quotes, with live counts.

use story::Message;
use yew::prelude::*;

use super::Shared;
use crate::state::{Action, Filter};

/// One value of a facet.
struct FacetValue {
    name: String,
    count: usize,
    on: bool,
    action: Action,
}

/// The facets of the quotes.
pub fn facets(shared: &Shared, filter: &Filter) -> Html {
    let (record, matches) = (&shared.record, &shared.matches);
    let speakers = matches.speakers.iter().map(|(ix, count)| FacetValue {
        name: record.bundle.person(*ix).name().to_owned(),
        count: *count,
        on: filter.speakers.contains(ix),
        action: Action::ToggleSpeaker(*ix),
    });
    let named = |name: &str, without| if name.is_empty() { shared.words.say(without) } else { name }.to_owned();
    let carriers = matches.carriers.iter().map(|(name, count)| FacetValue {
        name: named(name, Message::NoAgency),
        count: *count,
        on: filter.carriers.contains(name),
        action: Action::ToggleCarrier(name.clone()),
    });
    let outlets = matches.outlets.iter().map(|(name, count)| FacetValue {
        name: named(name, Message::PublisherNotNamed),
        count: *count,
        on: filter.outlets.contains(name),
        action: Action::ToggleOutlet(name.clone()),
    });
    html! {
        <div class="facets">
            { facet(shared, Message::Speaker, speakers.collect()) }
            { facet(shared, Message::CarriedByFacet, carriers.collect()) }
            { facet(shared, Message::PrintedIn, outlets.collect()) }
        </div>
    }
}

/// A facet of one value narrows nothing and is left out; so is a value that would show nothing, and a facet without
/// any other.
fn facet(shared: &Shared, title: Message, values: Vec<FacetValue>) -> Html {
    if values.len() < 2 || values.iter().all(|value| value.count == 0 && !value.on) {
        return Html::default();
    }
    let words = &shared.words;
    let options = values.into_iter().filter(|value| value.count > 0 || value.on).map(|value| {
        html! {
            <button type="button" key={value.name.clone()} class="opt" aria-pressed={value.on.to_string()}
                onclick={shared.on(value.action)}>
                <span>{ value.name }</span><span class="n">{ words.number(value.count) }</span>
            </button>
        }
    });
    html! {
        <div class="facet" part="facet" role="group" aria-label={words.say(title).to_owned()}>
            <span class="facet-name" aria-hidden="true">{ words.say(title) }</span>
            <div class="values">{ for options }</div>
        </div>
    }
}
