//! The quote explorer: facets, the events that match, the quotes; or all that one person said.

mod actions;
mod cards;
mod chain;
mod chart;
mod citation;
mod hits;
mod in_view;
mod listing;
mod quote_card;
mod quote_image;
mod sorting;
mod speaker;
mod stretch;
mod window;

pub use self::in_view::{use_quoted, use_stretch};

use markup::html;
use std::{cell::Cell, rc::Rc};

use search::{Group, Sort, Span};
use story::{Message, PersonIx, QuoteIx};
use yew::prelude::*;

use self::listing::Listing;
use self::{
    cards::{Cards, Shown},
    chart::Chart,
    hits::Hits,
    in_view::in_view,
    sorting::sorting,
    speaker::Speaker,
};
use crate::hooks::{use_effect_with, use_memo};
use crate::parts::{Shared, filters::Filters};
use crate::{
    core::{
        chart::Compared,
        state::{Action, Filter, Selection},
    },
    page::Focus,
};

/// How many quotes are shown before the reader asks for the rest.
const FIRST_QUOTES: usize = 6;

/// What the explorer needs.
#[derive(Clone, PartialEq, Properties)]
pub struct QuotesProps {
    /// What most components need.
    pub shared: Shared,
    /// What is ticked and searched for.
    pub filter: Filter,
    /// Their order.
    pub sort: Sort,
    /// What they are grouped by.
    pub group: Option<Group>,
    /// The stretch of time in the timeline's view.
    pub stretch: Span,
    /// Whether only what stands in it is listed.
    pub in_view: bool,
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
    /// Whether there is little room.
    pub narrow: bool,
}

/// The quote explorer.
#[function_component]
pub fn Quotes(props: &QuotesProps) -> Html {
    let QuotesProps { shared, filter, sort, group, selected, speaker, compared, led_to, all, .. } = props;
    // The card from which the quotes of its speaker were opened. It is kept while the list stays the same: the list may be
    // drawn more than once before the card has got the focus back.
    let origin = use_memo((), |()| Cell::new(None::<Shown>));
    let listing = use_memo((shared.clone(), *sort, *group), |(shared, sort, group)| {
        Rc::new(Listing::new(&shared.record, &shared.matches, *sort, *group))
    });
    let on_speaker = use_callback(shared.clone(), {
        let origin = Rc::clone(&origin);
        move |(person, from), shared| {
            origin.set(Some(from));
            shared.focus.set(Focus::Quotes);
            shared.dispatch.emit(Action::Speaker(Some(person)));
        }
    });
    {
        let origin = Rc::clone(&origin);
        use_effect_with(Rc::clone(&listing), move |_| origin.set(None));
    }
    if let Some(person) = *speaker {
        let is_of_speaker = |from: &Shown| shared.record.bundle.quote(from.quote).speaker() == person;
        origin.set(origin.get().filter(is_of_speaker));
        let has_origin = origin.get().is_some();
        return html! { <Speaker key={person.0} shared={shared.clone()} {person} selected={*selected} {has_origin}/> };
    }
    let led_to = led_to.map(|quote| Shown { quote, top_px: None, focus: None });
    let reveal = origin.get().or(led_to);
    let (i18n, hits) = (&shared.i18n, &listing.quotes);
    let shown = if *all { hits.len() } else { shown_at_first(hits, *selected, reveal) };
    let more = (shown < hits.len()).then(|| {
        html! {
            <button type="button" class="link more" onclick={shared.on_then(Focus::Quote(shown), Action::ShowAllQuotes)}>
                { i18n.count(Message::ShowMore, hits.len() - shown) }
            </button>
        }
    });
    html! {
        <section key="all" class="quotes" part="quotes" aria-label={i18n.count(Message::Quotes, hits.len())}>
            <div class="order">
                <h3 tabindex="-1" aria-level={shared.level(1)}>{ heading(shared, filter, hits.len()) }</h3>
                { sorting(shared, *sort, *group) }
            </div>
            <Filters shared={shared.clone()} filter={filter.clone()} has_keys={true}/>
            { in_view(shared, props.stretch, props.in_view) }
            <Chart shared={shared.clone()} compared={compared.clone()} narrow={props.narrow}/>
            if !filter.query.trim().is_empty() && shared.matches.event_count() > 0 {
                <Hits shared={shared.clone()}/>
            }
            <Cards shared={shared.clone()} listing={Rc::clone(&*listing)} {shown} selected={*selected} {reveal}
                on_speaker={on_speaker}/>
            { more.unwrap_or_default() }
        </section>
    }
}

/// As many as are shown at first, and so many more that the selected quote is among them, and one to be revealed.
fn shown_at_first(hits: &[QuoteIx], selected: Option<Selection>, reveal: Option<Shown>) -> usize {
    let is_needed =
        |ix: &QuoteIx| selected == Some(Selection::Quote(*ix)) || reveal.is_some_and(|reveal| reveal.quote == *ix);
    hits.iter().rposition(is_needed).map_or(FIRST_QUOTES, |at| FIRST_QUOTES.max(at + 1)).min(hits.len())
}

fn heading(shared: &Shared, filter: &Filter, quotes: usize) -> String {
    let i18n = &shared.i18n;
    if filter.query.trim().is_empty() {
        return i18n.count(Message::Quotes, quotes);
    }
    let events = shared.matches.event_count();
    [i18n.count(Message::Quotes, quotes), i18n.count(Message::Events, events)].join(", ")
}
