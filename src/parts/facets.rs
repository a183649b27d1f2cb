//! The facets of the quotes, with live counts.
//!
//! No press on a facet leads to an empty list. What is ticked and nothing has, by an old link or on an early day, stays
//! offered, to be taken back.

use markup::html;
use story::Message;
use yew::prelude::*;

use super::{
    Shared,
    roving::{on_keys, tab_index},
};
use crate::{
    core::state::{Action, Choice, Filter},
    page::{i18n::status_message, use_later},
};

/// One value of a facet.
#[derive(Clone, PartialEq)]
struct FacetValue {
    choice: Choice,
    name: String,
    count: usize,
    on: bool,
}

/// What the facets need.
#[derive(Clone, PartialEq, Properties)]
pub struct FacetsProps {
    /// What most components need.
    pub shared: Shared,
    /// What is ticked.
    pub filter: Filter,
}

/// The facets of the quotes, a frame after the list of these.
#[function_component]
pub fn Facets(props: &FacetsProps) -> Html {
    let shared = use_later(&props.shared);
    html! { <Drawn {shared} ..props.clone()/> }
}

#[function_component]
fn Drawn(FacetsProps { shared, filter }: &FacetsProps) -> Html {
    let values = shared.matches.values();
    let named = |of: &[(String, usize)], choice: fn(String) -> Choice| -> Vec<(Choice, usize)> {
        of.iter().map(|(name, count)| (choice(name.clone()), *count)).collect()
    };
    let facets = [
        (Message::Speaker, values.speakers.iter().map(|(ix, count)| (Choice::Speaker(*ix), *count)).collect()),
        (Message::SpeaksFor, named(&values.affiliations, Choice::Affiliation)),
        (Message::CarriedByFacet, named(&values.carriers, Choice::Carrier)),
        (Message::PrintedIn, named(&values.outlets, Choice::Outlet)),
        (Message::Theme, values.themes.iter().map(|(ix, count)| (Choice::Theme(*ix), *count)).collect()),
        (Message::Year, values.years.iter().map(|(year, count)| (Choice::Year(*year), *count)).collect()),
    ];
    let chosen = filter.choices();
    let drawn = facets.into_iter().map(|(title, values)| {
        let values = facet_values(shared, title, values, &chosen);
        html! { <Facet key={title.key()} shared={shared.clone()} {title} {values}/> }
    });
    html! { <div class="facets">{ for drawn }</div> }
}

/// The values of one facet; what is chosen is among them, even where no quote that was known has it.
fn facet_values(
    shared: &Shared,
    title: Message,
    mut values: Vec<(Choice, usize)>,
    chosen: &[Choice],
) -> Vec<FacetValue> {
    for choice in chosen.iter().filter(|choice| facet_of(choice) == title) {
        if values.iter().all(|(other, _)| other != choice) {
            values.push((choice.clone(), 0));
        }
    }
    let value = |(choice, count): (Choice, usize)| {
        let on = chosen.contains(&choice);
        FacetValue { name: choice_name(shared, &choice), choice, count, on }
    };
    values.into_iter().map(value).collect()
}

/// The name of the facet that a value is of.
fn facet_of(choice: &Choice) -> Message {
    match choice {
        Choice::Status(_) => Message::FilterByStatus,
        Choice::Speaker(_) => Message::Speaker,
        Choice::Affiliation(_) => Message::SpeaksFor,
        Choice::Carrier(_) => Message::CarriedByFacet,
        Choice::Outlet(_) => Message::PrintedIn,
        Choice::Theme(_) => Message::Theme,
        Choice::Year(_) => Message::Year,
    }
}

/// What a value is called.
pub fn choice_name(shared: &Shared, choice: &Choice) -> String {
    let (bundle, i18n) = (&shared.record.bundle, &shared.i18n);
    let named = |name: &str, without| if name.is_empty() { i18n.say(without) } else { name }.to_owned();
    match choice {
        Choice::Status(status) => i18n.say(status_message(*status)).to_owned(),
        Choice::Speaker(ix) => bundle.person(*ix).name().to_owned(),
        Choice::Affiliation(name) => named(name, Message::NoAffiliation),
        Choice::Carrier(name) => named(name, Message::NoAgency),
        Choice::Outlet(name) => named(name, Message::PublisherNotNamed),
        Choice::Theme(ix) => bundle.theme(*ix).name().to_owned(),
        Choice::Year(year) => i18n.year(*year),
    }
}

/// What a value does: it is ticked, or unticked; and where that would leave only values that show nothing, these are
/// unticked too, so that no value ever leads to an empty list.
fn toggling(values: &[FacetValue], value: &FacetValue) -> Action {
    let others = || values.iter().filter(|other| other.on && other.choice != value.choice);
    let mut choices = vec![value.choice.clone()];
    if value.on && others().all(|other| other.count == 0) {
        choices.extend(others().map(|other| other.choice.clone()));
    }
    Action::Toggle(choices)
}

/// So many values are shown at first; those that are ticked stand among them.
const FIRST_VALUES: usize = 8;

/// What a facet needs.
#[derive(Clone, PartialEq, Properties)]
struct FacetProps {
    shared: Shared,
    title: Message,
    values: Vec<FacetValue>,
}

/// A facet of one value narrows nothing and is left out, unless that was chosen; so is a value that would show nothing,
/// and a facet without any other.
#[function_component]
fn Facet(FacetProps { shared, title, values }: &FacetProps) -> Html {
    let more = use_state_eq(|| false);
    let (all, show_all) = (*more, more.setter());
    let useful = || values.iter().filter(|value| value.count > 0 || value.on);
    if useful().next().is_none() || (values.len() < 2 && !values.iter().any(|value| value.on)) {
        return Html::default();
    }
    let i18n = &shared.i18n;
    let shown = useful().enumerate().filter(|(at, value)| all || *at < FIRST_VALUES || value.on);
    let options = shown.map(|(_, value)| value).enumerate().map(|(at, value)| {
        html! {
            <button type="button" key={key(&value.choice)} class="opt" aria-pressed={value.on.to_string()}
                tabindex={tab_index(at)} onclick={shared.on(toggling(values, value))}>
                { value.name.clone() }<span class="n">{ i18n.number(value.count) }</span>
            </button>
        }
    });
    let hidden = useful().count().saturating_sub(FIRST_VALUES);
    let more = (!all && hidden > 0).then(|| {
        let on_click = Callback::from(move |_: MouseEvent| show_all.set(true));
        html! {
            <button type="button" key="more" class="opt link" tabindex="-1" onclick={on_click}>{ i18n.count(Message::ShowMore, hidden) }</button>
        }
    });
    html! {
        <div class="facet" part="facet" role="toolbar" aria-label={i18n.say(*title).to_owned()}
            onkeydown={on_keys(shared)}>
            <span class="facet-name" aria-hidden="true">{ i18n.say(*title) }</span>
            <div class="values">{ for options }{ more.unwrap_or_default() }</div>
        </div>
    }
}

/// Tells a value from the others of its facet; two people may have one name.
fn key(choice: &Choice) -> String {
    match choice {
        Choice::Status(status) => status.name().to_owned(),
        Choice::Speaker(ix) => ix.0.to_string(),
        Choice::Theme(ix) => ix.0.to_string(),
        Choice::Year(year) => year.to_string(),
        Choice::Affiliation(name) | Choice::Carrier(name) | Choice::Outlet(name) => ["=", name].concat(),
    }
}
