//! A list of quotes, of which only the cards near the window are drawn.
//!
//! The heading of a group stands in the first card of the group, so that a long list knows nothing of groups.

use markup::html;
use std::rc::Rc;

use search::Group;
use story::{EventIx, Message, PersonIx, QuoteIx};
use web_sys::Element;
use yew::prelude::*;

use super::{
    actions::{Taking, actions},
    quote_card::{QuoteCardProps, quote_card},
};
use super::{
    listing::Listing,
    window::{PRINTED, Reveal, use_scrolling},
};
use crate::hooks::use_effect_with;
use crate::parts::{Shared, classes, marked::marked, page_px};
use crate::{
    core::state::Selection,
    page::{elements::around, enlarged},
};

/// A quote to bring into the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown {
    /// Which.
    pub quote: QuoteIx,
    /// How far its card is to stand below the top of the window, px; anywhere in the window without.
    pub top_px: Option<f64>,
    /// What in the card gets the focus, by selector.
    pub focus: Option<&'static str>,
}

/// What the list needs.
#[derive(Clone, PartialEq, Properties)]
pub struct CardsProps {
    /// What most components need.
    pub shared: Shared,
    /// The quotes, in their order and groups.
    pub listing: Rc<Listing>,
    /// How many of them are listed.
    pub shown: usize,
    /// What the detail shows.
    pub selected: Option<Selection>,
    /// What to bring into the window.
    #[prop_or_default]
    pub reveal: Option<Shown>,
    /// Shows all that somebody said; without it, names are no buttons.
    #[prop_or_default]
    pub on_speaker: Option<Callback<(PersonIx, Shown)>>,
}

/// The list.
#[function_component]
pub fn Cards(CardsProps { shared, listing, shown, selected, reveal, on_speaker }: &CardsProps) -> Html {
    let list = use_node_ref();
    let scrolling = use_scrolling(&list, &(Rc::clone(listing), *shown), *shown);
    let quotes = &listing.quotes;
    let whole = use_state_eq(Vec::new);
    let taking = use_reducer_eq(Taking::default);
    {
        let (scrolling, quotes) = (Rc::clone(&scrolling), Rc::clone(quotes));
        use_effect_with(*reveal, move |reveal| {
            let Some(Shown { quote, top_px, focus }) = *reveal else { return };
            if let Some(card) = quotes.iter().position(|ix| *ix == quote) {
                scrolling.reveal(Reveal { card, top_px, focus });
            }
        });
    }
    let open = selected.and_then(|selected| match selected {
        Selection::Event(ix) => Some(ix),
        Selection::Quote(_) => None,
    });
    let (cards, below_px) = scrolling.cards();
    let is_long = scrolling.is_long();
    let drawn = cards.into_iter().filter_map(|card| {
        let ix = *quotes.get(card.at)?;
        let props = QuoteCardProps {
            card,
            of: is_long.then_some(*shown),
            selected: *selected == Some(Selection::Quote(ix)),
            related: open.is_some_and(|open: EventIx| shared.record.bundle.quote(ix).event() == Some(open)),
            heading: heading(shared, listing, card.at),
            whole: whole.contains(&ix),
            on_whole: on_whole(&whole, ix),
            speaker: speaker(shared, ix, on_speaker.as_ref()),
            actions: actions(shared, ix, &taking),
        };
        Some(quote_card(shared, ix, props))
    });
    let unprinted = shown.saturating_sub(PRINTED);
    html! {
        <>
            <ol class={classes(&[("cards", true), ("long", is_long)])} ref={list}
                ~style={["--below:", &page_px(below_px)].concat()}>{ for drawn }</ol>
            if is_long && unprinted > 0 {
                <p class="unprinted">{ shared.i18n.count(Message::NotPrinted, unprinted) }</p>
            }
        </>
    }
}

/// The heading of the group that begins with a card, where one does.
fn heading(shared: &Shared, listing: &Listing, at: usize) -> Html {
    let Some((by, group)) = listing.begins(at) else { return Html::default() };
    let number = shared.i18n.number(group.len);
    html! { <h4 class="group" aria-level={shared.level(2)}>{ group_name(shared, by, group.key) }{ " " }<span class="n">{ number }</span></h4> }
}

/// What the quotes of a group share, in words.
fn group_name(shared: &Shared, by: Group, key: Option<i64>) -> Html {
    let (bundle, i18n) = (&shared.record.bundle, &shared.i18n);
    let Some(key) = key else {
        let message = if by == Group::Event { Message::NoEvent } else { Message::NoDate };
        return html! { <span class="cap">{ i18n.say(message) }</span> };
    };
    let row = key as usize;
    match by {
        Group::Speaker => marked(bundle.person(row.into()).name(), shared),
        Group::Event => marked(bundle.event(row.into()).title(), shared),
        Group::Source => {
            let title = bundle.source(row.into()).title();
            html! { <>{ marked(shared.reporter(row.into()), shared) }{ ": " }<cite>{ marked(title, shared) }</cite></> }
        }
        Group::Month => {
            let month = i18n.month(key.div_euclid(12), key.rem_euclid(12) as u8 + 1);
            html! { <span class="cap">{ month }</span> }
        }
    }
}

/// Shows all of a long quote, or no longer.
fn on_whole(whole: &UseStateHandle<Vec<QuoteIx>>, ix: QuoteIx) -> Callback<MouseEvent> {
    let whole = whole.clone();
    Callback::from(move |_: MouseEvent| {
        let mut next: Vec<QuoteIx> = whole.iter().copied().filter(|other| *other != ix).collect();
        if next.len() == whole.len() {
            next.push(ix);
        }
        whole.set(next);
    })
}

/// Who said it; where that leads to all that they said, as a button.
fn speaker(shared: &Shared, ix: QuoteIx, on_speaker: Option<&Callback<(PersonIx, Shown)>>) -> Html {
    let person = shared.record.bundle.quote(ix).speaker();
    let name = shared.record.bundle.person(person).name();
    let Some(on_speaker) = on_speaker.cloned() else { return html! { <b>{ marked(name, shared) }</b> } };
    let on_click = Callback::from(move |click: MouseEvent| {
        let button: Element = click.target_unchecked_into();
        let card: Option<Element> = around(&button, "li.q");
        let top_px = card.map(|card| enlarged::Extent::of(&card).top_px);
        on_speaker.emit((person, Shown { quote: ix, top_px, focus: Some(".speaker") }));
    });
    html! {
        <button type="button" class="speaker" onclick={on_click}
            aria-label={shared.i18n.fill(Message::QuotesBy, &[("name", name)])}>{ marked(name, shared) }</button>
    }
}
