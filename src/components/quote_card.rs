//! One quote: the words, of what, and how they came to the reader.

use gloo::utils::window;
use story::QuoteIx;
use yew::prelude::*;

use super::{Shared, chain::chain, classes, marked::marked, proof::proof};
use crate::state::Selection;

/// One quote. `related` says that it belongs to the event whose detail is open.
pub fn quote_card(shared: &Shared, ix: QuoteIx, selected: bool, related: bool) -> Html {
    let bundle = &shared.record.bundle;
    let quote = bundle.quote(ix);
    let class = classes(&[("q", true), ("chosen", selected), ("related", related)]);
    let select = shared.opener(shared.show(Selection::Quote(ix)));
    let about = quote.about().map(|about| html! { <><span class="cap">{ marked(about, shared) }</span>{ ". " }</> });
    let event = shared.known.event_of(Selection::Quote(ix)).map(|event| bundle.event(event)).map(|event| {
        let name = event.label().unwrap_or(event.title());
        html! { <button type="button" class="link" onclick={select.clone()}>{ marked(name, shared) }</button> }
    });
    html! {
        <li key={ix.0} class={class} part="quote" data-quote={quote.id().to_owned()} aria-current={selected.then_some("true")}>
            <div>
                <blockquote lang={quote.language().map(ToOwned::to_owned)} onclick={unless_selecting(select)}>
                    { marked(quote.text(), shared) }
                </blockquote>
                <p class="said">{ about.unwrap_or_default() }{ event.unwrap_or_default() }</p>
            </div>
            <div>{ chain(quote, shared) }{ proof(quote, shared) }</div>
        </li>
    }
}

/// A click that ends the selecting of text is none.
fn unless_selecting(select: Callback<MouseEvent>) -> Callback<MouseEvent> {
    Callback::from(move |click: MouseEvent| {
        let selection = window().get_selection().ok().flatten();
        if selection.is_none_or(|selection| String::from(selection.to_string()).is_empty()) {
            select.emit(click);
        }
    })
}
