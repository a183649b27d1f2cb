//! The sources the record rests on, as far as they had been published, and when it was last changed.

use markup::html;
use story::{Message, SourceIx};
use yew::prelude::*;

use super::{Shared, linked::linked, timeline::opens};
use crate::words::dates::Length;

/// What the footer needs.
#[derive(Clone, PartialEq, Properties)]
pub struct FooterProps {
    /// What most components need.
    pub shared: Shared,
    /// Whether everything is written out: for print.
    pub all: bool,
}

/// The sources and the date of the record. The list of the sources is there only while it is open.
#[function_component]
pub fn Footer(FooterProps { shared, all }: &FooterProps) -> Html {
    let open = use_state_eq(|| false);
    let on_toggle = {
        let open = open.setter();
        Callback::from(move |event: Event| open.set(opens(&event)))
    };
    let record = &shared.record;
    let words = &shared.words;
    let updated = record.bundle.story().updated().map(|when| {
        html! { <p>{ words.fill(Message::RecordUpdated, &[("date", &words.when(&when, Length::Long))]) }</p> }
    });
    let sources = record.bundle.sources().filter(|ix| (*open || *all) && shared.known.knows_source(*ix));
    html! {
        <footer class="foot">
            if record.bundle.source_count() > 0 {
                <details ontoggle={on_toggle}>
                    <summary>{ words.say(Message::SourcesHeading) }{ " " }
                        <span class="n">{ words.number(shared.known.counts().sources) }</span></summary>
                    <ol class="sources">{ for sources.map(|ix| source_entry(shared, ix)) }</ol>
                </details>
            }
            { updated.unwrap_or_default() }
        </footer>
    }
}

/// What is known of one source; what it does not tell is said, too.
pub fn source_entry(shared: &Shared, ix: SourceIx) -> Html {
    let words = &shared.words;
    let source = shared.record.bundle.source(ix);
    let published = shared.published(ix);
    let title = linked(source.url(), html! { <cite>{ source.title().to_owned() }</cite> });
    let outlet = source.publisher().unwrap_or_else(|| words.say(Message::PublisherNotNamed)).to_owned();
    let no_address = source.url().is_none().then(|| words.say(Message::AddressNotGiven).to_owned());
    let known = [Some(outlet), source.agency().map(ToOwned::to_owned), source.byline().map(ToOwned::to_owned)];
    let facts: Vec<String> = known.into_iter().flatten().chain([published]).chain(no_address).collect();
    html! { <li key={ix.0}>{ title }<small>{ facts.join(" · ") }</small></li> }
}
