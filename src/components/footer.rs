//! The sources the record rests on, as far as they had been published, and when it was last changed.

use story::{Message, SourceIx};
use yew::prelude::*;

use super::Shared;
use crate::words::dates::Length;

/// The sources and the date of the record.
pub fn footer(shared: &Shared) -> Html {
    let record = &shared.record;
    let words = &shared.words;
    let updated = record.bundle.story().updated().map(|when| {
        html! { <p>{ words.fill(Message::RecordUpdated, &[("date", &words.when(&when, Length::Long))]) }</p> }
    });
    let sources = record.bundle.sources().filter(|ix| shared.known.knows_source(*ix));
    html! {
        <footer class="foot">
            if record.bundle.source_count() > 0 {
                <details>
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
fn source_entry(shared: &Shared, ix: SourceIx) -> Html {
    let words = &shared.words;
    let source = shared.record.bundle.source(ix);
    let published = shared.published(ix);
    let title = match source.url() {
        Some(address) => html! { <a href={address.to_owned()} rel="noopener">{ source.title().to_owned() }</a> },
        None => html! { <cite>{ source.title().to_owned() }</cite> },
    };
    let outlet = source.publisher().unwrap_or_else(|| words.say(Message::PublisherNotNamed)).to_owned();
    let no_address = source.url().is_none().then(|| words.say(Message::AddressNotGiven).to_owned());
    let known = [Some(outlet), source.agency().map(ToOwned::to_owned), source.byline().map(ToOwned::to_owned)];
    let facts: Vec<String> = known.into_iter().flatten().chain([published]).chain(no_address).collect();
    html! { <li key={ix.0}>{ title }<small>{ facts.join(" · ") }</small></li> }
}
