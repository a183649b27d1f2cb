//! All that one person said, and who that is.

use markup::html;
use std::rc::Rc;

use story::{Message, PersonIx, QuoteIx, SourceIx, When};
use yew::prelude::*;

use super::cards::Cards;
use super::listing::Listing;
use crate::hooks::use_memo;
use crate::parts::{Shared, linked::linked, marked::marked, symbols::sign};
use crate::{
    core::state::{Action, Selection},
    page::{Focus, i18n::dates::Length},
};

/// What the view needs.
#[derive(Clone, PartialEq, Properties)]
pub struct SpeakerProps {
    /// What most components need.
    pub shared: Shared,
    /// Whose quotes are shown.
    pub person: PersonIx,
    /// What the detail shows.
    pub selected: Option<Selection>,
    /// Whether the focus has a card to go back to.
    pub has_origin: bool,
}

/// What is known of somebody by what they said.
#[derive(PartialEq)]
struct Profile {
    listing: Rc<Listing>,
    sources: Vec<SourceIx>,
    /// What they were, each once, in the order of time; what they are comes first.
    roles: Vec<String>,
    first: Option<When>,
    last: Option<When>,
}

/// Everything of one speaker that was known, in the order of time, whatever the filter.
#[function_component]
pub fn Speaker(SpeakerProps { shared, person, selected, has_origin }: &SpeakerProps) -> Html {
    let record = use_memo((*person, shared.clone()), |(person, shared)| Profile::of(shared, *person));
    let i18n = &shared.i18n;
    let name = shared.record.bundle.person(*person).name();
    let to = if *has_origin { Focus::Stay } else { Focus::Quotes };
    html! {
        <section class="quotes whose" part="quotes" aria-label={i18n.fill(Message::QuotesBy, &[("name", name)])}
            onkeydown={on_key(shared, to)}>
            <button type="button" class="link back" onclick={shared.on_then(to, Action::Speaker(None))}>
                { sign("#m-prev") }{ i18n.say(Message::BackToQuotes) }
            </button>
            <h3 tabindex="-1" aria-level={shared.level(1)}>{ marked(name, shared) }</h3>
            { facts(shared, *person, &record) }
            <Cards shared={shared.clone()} listing={Rc::clone(&record.listing)} shown={record.listing.quotes.len()}
                selected={*selected}/>
        </section>
    }
}

fn on_key(shared: &Shared, to: Focus) -> Callback<KeyboardEvent> {
    let shared = shared.clone();
    Callback::from(move |key: KeyboardEvent| {
        if key.key() == "Escape" {
            shared.focus.set(to);
            shared.dispatch.emit(Action::Speaker(None));
        }
    })
}

fn facts(shared: &Shared, person: PersonIx, record: &Profile) -> Html {
    let i18n = &shared.i18n;
    let row = shared.record.bundle.person(person);
    let whose: Vec<&str> = record.roles.iter().map(String::as_str).chain(row.affiliation()).collect();
    let aliases: Vec<&str> = row.aliases().collect();
    let dated =
        |message, when: Option<&When>| when.map(|when| i18n.fill(message, &[("date", &i18n.when(when, Length::Long))]));
    let ends = [dated(Message::FirstQuote, record.first.as_ref()), dated(Message::LastQuote, record.last.as_ref())];
    let counted = [Some(i18n.count(Message::Quotes, record.listing.quotes.len()))].into_iter().chain(ends).flatten();
    html! {
        <div class="facts">
            if !whose.is_empty() { <p>{ whose.join(" · ") }</p> }
            if !aliases.is_empty() {
                <p class="muted">{ i18n.fill(Message::AlsoKnownAs, &[("names", &aliases.join(", "))]) }</p>
            }
            <p class="muted">{ counted.collect::<Vec<_>>().join(" · ") }</p>
            <details>
                <summary>{ i18n.count(Message::Sources, record.sources.len()) }</summary>
                <ol class="sources">{ for record.sources.iter().map(|ix| source_entry(shared, *ix)) }</ol>
            </details>
        </div>
    }
}

impl Profile {
    fn of(shared: &Shared, person: PersonIx) -> Self {
        let bundle = &shared.record.bundle;
        let mut sources = Vec::new();
        let mut roles: Vec<&str> = bundle.person(person).role().into_iter().collect();
        let quotes: Vec<QuoteIx> = shared.as_of.quotes_by(person).collect();
        for quote in quotes.iter().map(|ix| bundle.quote(*ix)) {
            if !sources.contains(&quote.source()) {
                sources.push(quote.source());
            }
            if let Some(role) = quote.role().filter(|role| !roles.contains(role)) {
                roles.push(role);
            }
        }
        let mut days = quotes.iter().filter_map(|ix| bundle.quote(*ix).said());
        let first = days.next();
        let last = days.next_back();
        Self {
            first,
            last,
            roles: roles.into_iter().map(ToOwned::to_owned).collect(),
            sources,
            listing: Rc::new(Listing::plain(quotes)),
        }
    }
}

/// What is known of one source; what it does not tell is said, too.
fn source_entry(shared: &Shared, ix: SourceIx) -> Html {
    let i18n = &shared.i18n;
    let source = shared.record.bundle.source(ix);
    let published = shared.published(ix);
    let title = linked(shared, source.url(), html! { <cite>{ source.title().to_owned() }</cite> });
    let outlet = source.publisher().unwrap_or_else(|| i18n.say(Message::PublisherNotNamed)).to_owned();
    let no_address = source.url().is_none().then(|| i18n.say(Message::AddressNotGiven).to_owned());
    let known = [Some(outlet), source.agency().map(ToOwned::to_owned), source.byline().map(ToOwned::to_owned)];
    let facts: Vec<String> = known.into_iter().flatten().chain([published]).chain(no_address).collect();
    html! { <li key={ix.0}>{ title }<small>{ facts.join(" · ") }</small></li> }
}
