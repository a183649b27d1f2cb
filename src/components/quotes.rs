//! The quote explorer: facets, the events that match, the quotes.

use search::Sort;
use story::{EventIx, Message, QuoteIx};
use yew::prelude::*;

use super::{
    Shared, facets::facets, marked::marked, quote_card::quote_card, rich_text::rich_text, symbols::status_sign,
};
use crate::{
    page::Focus,
    state::{Action, Filter, Selection},
    words::dates::Length,
};

/// How many quotes are shown before the reader asks for the rest.
const FIRST_QUOTES: usize = 6;
/// How many matching events are listed.
const FIRST_HITS: usize = 8;

/// What the explorer needs.
#[derive(Clone, PartialEq, Properties)]
pub struct QuotesProps {
    /// What most components need.
    pub shared: Shared,
    /// What is ticked and searched for.
    pub filter: Filter,
    /// What the detail shows.
    pub selected: Option<Selection>,
    /// Whether the list is shown to its end.
    pub all: bool,
    /// Whether the facets stand elsewhere, for want of room.
    pub narrow: bool,
}

/// The quote explorer.
#[function_component]
pub fn Quotes(QuotesProps { shared, filter, selected, all, narrow }: &QuotesProps) -> Html {
    let record = &shared.record;
    let words = &shared.words;
    let by_weight = || record.quotes_by_weight().iter().copied().filter(|ix| shared.matches.quote(*ix)).collect();
    let is_search = !shared.matches.marks().is_empty();
    let hits: Vec<QuoteIx> = if is_search { shared.matches.sorted(Sort::Relevance) } else { by_weight() };
    let shown = if *all { hits.len() } else { shown_at_first(&hits, *selected) };
    let cards = hits.iter().take(shown).map(|ix| {
        let related =
            matches!(selected, Some(Selection::Event(open)) if record.bundle.quote(*ix).event() == Some(*open));
        let selected = *selected == Some(Selection::Quote(*ix));
        quote_card(shared, *ix, selected, related)
    });
    let more = (shown < hits.len()).then(|| {
        html! {
            <button type="button" class="link more" onclick={shared.on_then(Focus::Quote(shown), Action::ShowAllQuotes)}>
                { words.count(Message::ShowMore, hits.len() - shown) }
            </button>
        }
    });
    html! {
        <section class="quotes" part="quotes" aria-label={words.count(Message::Quotes, hits.len())}>
            <h3 aria-live="polite">{ heading(shared, filter, hits.len()) }</h3>
            if !narrow { { facets(shared, filter) } }
            { matching_events(shared, filter) }
            <ol class="cards">{ for cards }</ol>
            { more.unwrap_or_default() }
        </section>
    }
}

/// As many as are shown at first, and so many more that the selected quote is among them.
fn shown_at_first(hits: &[QuoteIx], selected: Option<Selection>) -> usize {
    let chosen = hits.iter().position(|ix| selected == Some(Selection::Quote(*ix)));
    chosen.map_or(FIRST_QUOTES, |at| FIRST_QUOTES.max(at + 1)).min(hits.len())
}

fn heading(shared: &Shared, filter: &Filter, quotes: usize) -> String {
    let words = &shared.words;
    if filter.query.trim().is_empty() {
        return words.count(Message::Quotes, quotes);
    }
    let events = shared.matches.event_count();
    [words.count(Message::Quotes, quotes), words.count(Message::Events, events)].join(", ")
}

/// While searching, the events that match, each with the words that do.
fn matching_events(shared: &Shared, filter: &Filter) -> Html {
    let record = &shared.record;
    if filter.query.trim().is_empty() || shared.matches.event_count() == 0 {
        return Html::default();
    }
    let hits = record.bundle.events_by_time().filter(|ix| shared.matches.event(*ix)).take(FIRST_HITS);
    html! {
        <ol class="hits" aria-label={shared.words.say(Message::MatchingEvents).to_owned()}>
            { for hits.map(|ix| hit(shared, ix)) }
        </ol>
    }
}

fn hit(shared: &Shared, ix: EventIx) -> Html {
    let record = &shared.record;
    let event = record.bundle.event(ix);
    let date = shared.date_of(ix, Length::Short);
    html! {
        <li key={ix.0}>
            { status_sign(event.status()) }
            <small>{ date }</small>
            <div>
                <button type="button" class="link" onclick={shared.opener(shared.show(Selection::Event(ix)))}>
                    { marked(event.title(), shared) }
                </button>
                <small>{ rich_text(event.summary(), shared) }</small>
            </div>
        </li>
    }
}
