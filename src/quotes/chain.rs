//! The chain of attribution: who said it, who carried the words, who printed them.

use bundle::QuoteRow;
use markup::html;
use story::{Message, When};
use yew::prelude::*;

use crate::page::i18n::dates::Length;
use crate::parts::{Shared, linked::linked};

/// The chain of a quote, from `speaker`, who is drawn by the caller.
pub fn chain(quote: QuoteRow<'_>, speaker: Html, shared: &Shared) -> Html {
    let bundle = &shared.record.bundle;
    let i18n = &shared.i18n;
    let via = quote.via().map(|person| bundle.person(person).name());
    let agency = bundle.source(quote.source()).agency().filter(|name| Some(*name) != via);
    let said = role(quote, shared).map(ToOwned::to_owned).into_iter().chain([said(quote, shared)]);
    let said = said.collect::<Vec<_>>().join(", ");
    html! {
        <ol class="chain" aria-label={i18n.say(Message::ChainOfAttribution).to_owned()}>
            <li key="speaker">{ speaker }{ " " }<small>{ said }</small></li>
            { for via.map(|name| link("via", name, i18n.say(Message::CarriedIt))) }
            { for agency.map(|name| link("agency", name, i18n.say(Message::ReportedItFirst))) }
            <li key="outlet">{ outlet(quote, shared) }{ " " }<small>{ printed(quote, shared) }</small></li>
        </ol>
    }
}

/// What the speaker was when they said it.
pub fn role<'a>(quote: QuoteRow<'a>, shared: &'a Shared) -> Option<&'a str> {
    quote.role().or_else(|| shared.record.bundle.person(quote.speaker()).role())
}

/// When the words were said, as precisely as is known.
pub fn said(quote: QuoteRow<'_>, shared: &Shared) -> String {
    dated(shared, quote.said(), Message::SaidOn, Message::SaidUndated)
}

/// When they were printed, likewise.
pub fn printed(quote: QuoteRow<'_>, shared: &Shared) -> String {
    let published = shared.record.bundle.source(quote.source()).published();
    dated(shared, published, Message::PrintedOn, Message::PrintedUndated)
}

fn dated(shared: &Shared, when: Option<When>, with: Message, without: Message) -> String {
    match when {
        Some(when) => shared.i18n.fill(with, &[("date", &shared.i18n.when(&when, Length::Long))]),
        None => shared.i18n.say(without).to_owned(),
    }
}

fn link(key: &'static str, name: &str, what: &str) -> Html {
    html! { <li key={key}>{ name.to_owned() }{ " " }<small>{ what.to_owned() }</small></li> }
}

/// The outlet's name, linked where the article can be read.
fn outlet(quote: QuoteRow<'_>, shared: &Shared) -> Html {
    let source = shared.record.bundle.source(quote.source());
    let name = source.publisher().unwrap_or_else(|| shared.i18n.say(Message::PublisherNotNamed));
    linked(shared, source.url(), html! { { name.to_owned() } })
}
