//! The key, which is also the filter by status, and the search.

use std::rc::Rc;

use markup::html;
use story::{Message, Status};
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::{
    Shared, classes,
    facets::Facets,
    symbols::{sign, status_sign},
};
use crate::{
    page::focus_first,
    state::{Action, Choice, Filter},
    words::status_message,
};

/// What the bar needs.
#[derive(Clone, PartialEq, Properties)]
pub struct KeyBarProps {
    /// What most components need.
    pub shared: Shared,
    /// What is ticked and searched for.
    pub filter: Filter,
    /// Whether there is room for the search alone; the filters open below it then.
    pub narrow: bool,
}

/// The key and the search.
#[function_component]
pub fn KeyBar(KeyBarProps { shared, filter, narrow }: &KeyBarProps) -> Html {
    let opened = use_state(|| false);
    let jump = use_mut_ref(|| None::<Element>);
    {
        // Once the filters are gone: not every browser keeps the place of what stands below them.
        let jump = Rc::clone(&jump);
        use_effect(move || {
            if let Some(within) = jump.take() {
                go_to_quotes(&within);
            }
        });
    }
    let close = opened.setter();
    let on_jump = Callback::from(move |within: Element| {
        jump.replace(Some(within));
        close.set(false);
    });
    if !narrow {
        return html! {
            <div class="bar">
                { keys(shared, filter) }
                { search_field(shared, filter) }
                { to_quotes(shared, &on_jump) }
            </div>
        };
    }
    let chosen = filter.choices().len();
    let toggle = {
        let opened = opened.clone();
        Callback::from(move |_: MouseEvent| opened.set(!*opened))
    };
    html! {
        <div class="stuck">
            <div class="bar">
                { search_field(shared, filter) }
                <button type="button" class="opt" aria-expanded={opened.to_string()} onclick={toggle}>
                    { sign("#m-filter") }{ shared.words.say(Message::Filter) }
                    if chosen > 0 { <span class="n">{ shared.words.number(chosen) }</span> }
                </button>
                { to_quotes(shared, &on_jump) }
            </div>
            if *opened {
                <div class="filters">
                    { keys(shared, filter) }
                    <Facets shared={shared.clone()} filter={filter.clone()}/>
                </div>
            }
        </div>
    }
}

/// How many quotes match, and the way to them: `on_jump` gets an element of the widget.
fn to_quotes(shared: &Shared, on_jump: &Callback<Element>) -> Html {
    if shared.record.bundle.quote_count() == 0 {
        return Html::default();
    }
    let on_click = on_jump.reform(|event: MouseEvent| event.target_unchecked_into());
    html! {
        <button type="button" class="opt link" onclick={on_click}>
            { shared.words.count(Message::Quotes, shared.matches.quote_count()) }
        </button>
    }
}

/// Scrolls to the quotes of an element's widget, and puts the focus on their heading.
fn go_to_quotes(within: &Element) {
    focus_first(within, ".quotes h3");
    let section = within.closest(".or").ok().flatten().and_then(|root| root.query_selector(".quotes").ok().flatten());
    if let Some(section) = section {
        section.scroll_into_view();
    }
}

fn keys(shared: &Shared, filter: &Filter) -> Html {
    html! {
        <div class="keys" role="group" aria-label={shared.words.say(Message::FilterByStatus).to_owned()}>
            { for Status::ALL.into_iter().map(|status| status_option(shared, filter, status)) }
        </div>
    }
}

fn search_field(shared: &Shared, filter: &Filter) -> Html {
    let words = &shared.words;
    let dispatch = shared.dispatch.clone();
    let on_input = Callback::from(move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        dispatch.emit(Action::Search(input.value()));
    });
    // What is typed is found at once; Enter goes there, and puts a phone's keyboard away.
    let on_key = Callback::from(|key: KeyboardEvent| {
        if key.key() == "Enter" && !key.is_composing() {
            go_to_quotes(&key.target_unchecked_into());
        }
    });
    let label = words.say(Message::SearchLabel).to_owned();
    // A page with several widgets has several searches.
    let of_story = shared.record.bundle.story().title().to_owned();
    html! {
        <div class="find" role="search" part="search" aria-label={of_story}>
            { sign("#m-find") }
            <input type="search" aria-label={label.clone()} placeholder={label} value={filter.query.clone()}
                oninput={on_input} onkeydown={on_key} autocomplete="off" spellcheck="false" enterkeyhint="search"
                maxlength={search::MAX_UNITS.to_string()}/>
            if !filter.is_empty() {
                <button class="step clear" type="button" aria-label={words.say(Message::ClearFilters).to_owned()}
                    onclick={clear(shared)}>{ sign("#m-close") }</button>
            }
        </div>
    }
}

/// Empties the search, and gives the focus to it, because the button goes.
fn clear(shared: &Shared) -> Callback<MouseEvent> {
    let dispatch = shared.dispatch.clone();
    Callback::from(move |click: MouseEvent| {
        let button: Element = click.target_unchecked_into();
        focus_first(&button, ".find input");
        dispatch.emit(Action::ClearFilter);
    })
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
            <span class="cap">{ shared.words.say(message) }</span>
            <span class="n">{ shared.words.number(n) }</span>
        </button>
    }
}
