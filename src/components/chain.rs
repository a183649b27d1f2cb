//! The chain of attribution: who said it, who carried the words, who printed them.

use bundle::QuoteRow;
use story::Message;
use yew::prelude::*;

use super::{Shared, linked::linked, marked::marked};
use crate::words::dates::Length;

/// The chain of a quote.
pub fn chain(quote: QuoteRow<'_>, shared: &Shared) -> Html {
    let bundle = &shared.record.bundle;
    let words = &shared.words;
    let source = bundle.source(quote.source());
    let dated = |when: Option<story::When>, with, without| match when {
        Some(when) => words.fill(with, &[("date", &words.when(&when, Length::Long))]),
        None => words.say(without).to_owned(),
    };
    let said = dated(quote.said(), Message::SaidOn, Message::SaidUndated);
    let printed = dated(source.published(), Message::PrintedOn, Message::PrintedUndated);
    let via = quote.via().map(|person| bundle.person(person).name());
    let agency = source.agency().filter(|name| Some(*name) != via);
    html! {
        <ol class="chain" aria-label={words.say(Message::ChainOfAttribution).to_owned()}>
            <li key="speaker">
                <b>{ marked(bundle.person(quote.speaker()).name(), shared) }</b>{ " " }<small>{ said }</small>
            </li>
            { for via.map(|name| link("via", name, words.say(Message::CarriedIt))) }
            { for agency.map(|name| link("agency", name, words.say(Message::ReportedItFirst))) }
            <li key="outlet">{ outlet(quote, shared) }{ " " }<small>{ printed }</small></li>
        </ol>
    }
}

fn link(key: &'static str, name: &str, what: &str) -> Html {
    html! { <li key={key}>{ name.to_owned() }{ " " }<small>{ what.to_owned() }</small></li> }
}

/// The outlet's name, linked where the article can be read.
fn outlet(quote: QuoteRow<'_>, shared: &Shared) -> Html {
    let source = shared.record.bundle.source(quote.source());
    let name = source.publisher().unwrap_or_else(|| shared.words.say(Message::PublisherNotNamed));
    linked(source.url(), html! { { name.to_owned() } })
}
