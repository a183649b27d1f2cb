//! The quote explorer: facets, the events that match, the quotes; or all that one person said.

use std::{cell::Cell, rc::Rc};

use search::Sort;
use story::{Message, PersonIx, QuoteIx};
use yew::prelude::*;

use super::{
    Shared,
    cards::{Cards, Shown},
    chart::Chart,
    facets::facets,
    hits::Hits,
    speaker::Speaker,
};
use crate::{
    chart::Compared,
    page::Focus,
    state::{Action, Filter, Selection},
};

/// How many quotes are shown before the reader asks for the rest.
const FIRST_QUOTES: usize = 4;

/// What the explorer needs.
#[derive(Clone, PartialEq, Properties)]
pub struct QuotesProps {
    /// What most components need.
    pub shared: Shared,
    /// What is ticked and searched for.
    pub filter: Filter,
    /// What the detail shows.
    pub selected: Option<Selection>,
    /// Whose quotes alone are shown.
    pub speaker: Option<PersonIx>,
    /// What is compared.
    pub compared: Vec<Compared>,
    /// The quote to which the address leads.
    pub led_to: Option<QuoteIx>,
    /// Whether the list is shown to its end.
    pub all: bool,
    /// Whether the facets stand elsewhere, for want of room.
    pub narrow: bool,
    /// Whether the timeline is a list, for want of room or because the reader wants one.
    pub listed: bool,
}

/// The quote explorer.
#[function_component]
pub fn Quotes(props: &QuotesProps) -> Html {
    let QuotesProps { shared, filter, selected, speaker, compared, led_to, all, narrow, listed } = props;
    // The card from which the quotes of its speaker were opened, until they are closed again.
    let origin = use_memo((), |()| Cell::new(None::<Shown>));
    let hits = use_memo(shared.clone(), |shared| {
        let by_weight = || shared.record.quotes_by_weight().iter().copied().filter(|ix| shared.matches.quote(*ix));
        let is_search = !shared.matches.marks().is_empty();
        Rc::new(if is_search { shared.matches.sorted(Sort::Relevance) } else { by_weight().collect() })
    });
    if let Some(person) = *speaker {
        let has_origin = origin.get().is_some();
        return html! { <Speaker key={person.0} shared={shared.clone()} {person} selected={*selected} {has_origin}/> };
    }
    let led_to = led_to.map(|quote| Shown { quote, top_px: None, focus: None });
    let reveal = origin.take().or(led_to);
    let words = &shared.words;
    let shown = if *all { hits.len() } else { shown_at_first(&hits, *selected, reveal) };
    let more = (shown < hits.len()).then(|| {
        html! {
            <button type="button" class="link more" onclick={shared.on_then(Focus::Quote(shown), Action::ShowAllQuotes)}>
                { words.count(Message::ShowMore, hits.len() - shown) }
            </button>
        }
    });
    html! {
        <section key="all" class="quotes" part="quotes" aria-label={words.count(Message::Quotes, hits.len())}>
            <h3 tabindex="-1" aria-live="polite">{ heading(shared, filter, hits.len()) }</h3>
            if !narrow { { facets(shared, filter) } }
            <Chart shared={shared.clone()} compared={compared.clone()} narrow={*narrow} listed={*listed}/>
            if !filter.query.trim().is_empty() && shared.matches.event_count() > 0 {
                <Hits shared={shared.clone()}/>
            }
            <Cards shared={shared.clone()} quotes={Rc::clone(&*hits)} {shown} selected={*selected} {reveal}
                on_speaker={on_speaker(shared, &origin)}/>
            { more.unwrap_or_default() }
        </section>
    }
}

/// Shows all that somebody said, and remembers from where.
fn on_speaker(shared: &Shared, origin: &Rc<Cell<Option<Shown>>>) -> Callback<(PersonIx, Shown)> {
    let (shared, origin) = (shared.clone(), Rc::clone(origin));
    Callback::from(move |(person, from)| {
        origin.set(Some(from));
        shared.focus.set(Focus::Quotes);
        shared.dispatch.emit(Action::Speaker(Some(person)));
    })
}

/// As many as are shown at first, and so many more that the selected quote is among them, and one to be revealed.
fn shown_at_first(hits: &[QuoteIx], selected: Option<Selection>, reveal: Option<Shown>) -> usize {
    let is_needed =
        |ix: &QuoteIx| selected == Some(Selection::Quote(*ix)) || reveal.is_some_and(|reveal| reveal.quote == *ix);
    hits.iter().rposition(is_needed).map_or(FIRST_QUOTES, |at| FIRST_QUOTES.max(at + 1)).min(hits.len())
}

fn heading(shared: &Shared, filter: &Filter, quotes: usize) -> String {
    let words = &shared.words;
    if filter.query.trim().is_empty() {
        return words.count(Message::Quotes, quotes);
    }
    let events = shared.matches.event_count();
    [words.count(Message::Quotes, quotes), words.count(Message::Events, events)].join(", ")
}
