//! What hand and keyboard do, in a panel of its own.

use markup::html;
use story::Message;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::layers::TIMELINE;
use crate::{
    page::{
        computed::opens,
        elements::{around, below, target},
    },
    parts::{Shared, symbols::sign},
};

/// One way to do something.
enum By {
    /// These keys. Their names are what keyboards everywhere have printed on them.
    Keys(&'static str),
    /// A gesture by its name.
    Gesture(Message),
}

/// What can be done, and how.
const ROWS: [(&[By], Message); 8] = [
    (&[By::Keys("← → ↑ ↓")], Message::HelpArrows),
    (&[By::Keys("Home End")], Message::HelpEnds),
    (&[By::Keys("Enter")], Message::HelpOpen),
    (&[By::Keys("Esc")], Message::HelpClose),
    (&[By::Gesture(Message::HelpDrag), By::Keys("⇧← ⇧→")], Message::HelpPan),
    (
        &[
            By::Gesture(Message::HelpWheel),
            By::Gesture(Message::HelpPinch),
            By::Gesture(Message::HelpDouble),
            By::Keys("+ −"),
        ],
        Message::HelpZoom,
    ),
    (&[By::Keys("0")], Message::ShowAll),
    (&[By::Keys("?")], Message::Help),
];

/// The keys by which browsers scroll.
const SCROLLING: [&str; 9] =
    ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown", " "];

/// What the panel needs.
#[derive(Clone, PartialEq, Properties)]
pub struct HelpProps {
    /// What most components need.
    pub shared: Shared,
}

/// The button that opens the panel, and the panel. The browser closes it by Escape and by a press elsewhere, and
/// gives the focus back. Its rows are there only while it is open.
#[function_component]
pub fn Help(HelpProps { shared }: &HelpProps) -> Html {
    let i18n = &shared.i18n;
    let name = i18n.say(Message::Help).to_owned();
    let open = use_state_eq(|| false);
    let on_toggle = {
        let open = open.setter();
        Callback::from(move |event: Event| open.set(opens(&event)))
    };
    let rows = ROWS.iter().filter(|_| *open).map(|(ways, does)| {
        html! {
            <div key={*does as usize}>
                <dt>{ for ways.iter().map(|by| way(shared, by)) }</dt>
                <dd>{ i18n.say(*does) }</dd>
            </div>
        }
    });
    html! {
        <>
            <button type="button" class="step ask" title={name.clone()} aria-label={name.clone()} popovertarget="help">
                { sign("#m-help") }
            </button>
            <div id="help" class="help" popover="auto" role="dialog" aria-label={name} tabindex="-1"
                dir={i18n.direction()} ontoggle={on_toggle}>
                <dl>{ for rows }</dl>
            </div>
        </>
    }
}

fn way(shared: &Shared, by: &By) -> Html {
    match by {
        By::Keys(keys) => keys.split(' ').map(|key| html! { <kbd {key}>{ key }</kbd> }).collect(),
        By::Gesture(name) => html! { <span>{ shared.i18n.say(*name) }</span> },
    }
}

/// Opens or closes the panel where `?` asks for it. Says whether there is nothing more to do: also of every other key
/// that is pressed in the panel.
pub fn asked(event: &KeyboardEvent) -> bool {
    let panel = target::<Element>(event).and_then(|target| around::<Element>(&target, ".help"));
    if panel.as_ref().is_some_and(|panel| SCROLLING.contains(&event.key().as_str()) && fits(panel)) {
        // Some browsers would scroll the page, and the mark that gets the focus back out of sight.
        event.prevent_default();
    }
    let timeline = timeline_of(event).filter(|_| event.key() == "?");
    let button: Option<HtmlElement> = timeline.and_then(|timeline| below(&timeline, ".ask"));
    if let Some(button) = &button {
        event.prevent_default();
        button.click();
    }
    panel.is_some() || button.is_some()
}

/// Whether an element shows all that it holds.
fn fits(element: &Element) -> bool {
    element.scroll_height() <= element.client_height()
}

/// Whether the panel is open.
pub fn is_open(event: &KeyboardEvent) -> bool {
    // A browser that knows no popover knows no such selector either.
    timeline_of(event).is_some_and(|timeline| matches!(timeline.query_selector(".help:popover-open"), Ok(Some(_))))
}

/// The timeline in which a key was pressed.
fn timeline_of(event: &KeyboardEvent) -> Option<Element> {
    around(&target::<Element>(event)?, TIMELINE)
}
