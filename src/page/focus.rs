//! Where the focus goes.

use std::{cell::Cell, rc::Rc};

use story::EventIx;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::elements::{around, below, focus};
use crate::core::record::Record;

fn event_selector(id: &str) -> String {
    ["[data-event=\"", id, "\"]"].concat()
}

/// Where the focus is to go once the next state is drawn; set by what the reader does by keyboard.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Focus {
    /// It stays.
    #[default]
    Stay,
    /// To the mark that Tab reaches, or the line that the cursor stands on: it may have moved, or been drawn anew.
    Mark,
    /// To the heading of the event that was opened.
    Detail,
    /// To the heading of the quotes.
    Quotes,
    /// To a quote by its place in the list, from 0.
    Quote(usize),
    /// To an event by its place in the list of a cluster, from 0.
    Listed(usize),
}

/// Moves the focus where it was asked to go, after everything is drawn. The cell is set before an action is sent.
#[hook]
pub fn use_focus(node: &NodeRef, record: &Rc<Record>, cursor: Option<EventIx>, asked: &Rc<Cell<Focus>>) {
    let (node, record, wanted) = (node.clone(), Rc::clone(record), Rc::clone(asked));
    use_effect(move || {
        let Some(root) = node.cast::<Element>() else { return };
        let line = |ix: EventIx| event_selector(record.bundle.event(ix).id());
        match wanted.take() {
            Focus::Stay => {}
            Focus::Mark => {
                if !focus_first(&root, "[data-event][tabindex=\"0\"]")
                    && let Some(ix) = cursor
                {
                    focus_first(&root, &line(ix));
                }
            }
            Focus::Detail => {
                let of = |ix| ["[id=\"event-", record.bundle.event(ix).id(), "\"] :is(h1,h2,h3,h4,h5,h6)"].concat();
                if let Some(heading) = cursor.and_then(|ix| found::<HtmlElement>(&root, &of(ix))) {
                    // A heading takes the focus only if it is told to; where the browser refuses, it stays on the mark.
                    heading.set_tab_index(-1);
                    focus(&heading);
                }
            }
            Focus::Quotes => {
                focus_first(&root, ".quotes h3");
            }
            Focus::Quote(at) => {
                focus_first(&root, &[".cards li:nth-child(", &(at + 1).to_string(), ") button"].concat());
            }
            Focus::Listed(at) => {
                focus_first(&root, &[".listed li:nth-child(", &(at + 1).to_string(), ") button"].concat());
            }
        }
    });
}

/// Moves the focus to the first element of the widget that a selector finds; says whether there is one.
pub fn focus_first(within: &Element, selector: &str) -> bool {
    found::<HtmlElement>(within, selector).is_some_and(|element| element.focus().is_ok())
}

/// The first element of the widget that a selector finds.
fn found<T: JsCast>(within: &Element, selector: &str) -> Option<T> {
    below(&around::<Element>(within, ".or")?, selector)
}
