//! The open event: what it was, what became of it, what each source says, what was said then.

use bundle::{AccountRow, EventRow};
use markup::html;
use story::{EventIx, Message, QuoteIx, When, sec_from_day};
use yew::prelude::*;

use super::{
    Shared,
    chain::chain,
    classes,
    linked::linked,
    marked::marked,
    media::media,
    rich_text::rich_text,
    symbols::{event_sign, mark, sign},
    tenths,
    walk::{Neighbours, steps, walk},
};
use crate::{
    known::account_date,
    page::Focus,
    state::{Action, Selection},
    words::{dates::Length, status_message},
};

/// Accounts that differ by more days than this are told in words alone.
const MAX_DAYS_APART: i64 = 4;

/// What the detail needs.
#[derive(Clone, PartialEq, Properties)]
pub struct DetailProps {
    /// What most components need.
    pub shared: Shared,
    /// What is open.
    pub selected: Selection,
}

/// The open event. Escape closes it.
#[function_component]
pub fn Detail(DetailProps { shared, selected }: &DetailProps) -> Html {
    let event = shared.known.event_of(*selected);
    match (event, selected) {
        (Some(ix), _) => event_detail(shared, ix),
        (None, Selection::Quote(ix)) => quote_detail(shared, *ix),
        (None, Selection::Event(_)) => Html::default(),
    }
}

/// A quote that belongs to no event is shown by itself.
fn quote_detail(shared: &Shared, ix: QuoteIx) -> Html {
    let quote = shared.record.bundle.quote(ix);
    html! {
        <article class="detail" part="detail" onkeydown={on_key(shared)}>
            <div>{ close(shared) }<blockquote class="words">{ marked(quote.text(), shared) }</blockquote></div>
            { chain(quote, html! { <b>{ marked(shared.record.bundle.person(quote.speaker()).name(), shared) }</b> }, shared) }
        </article>
    }
}

fn event_detail(shared: &Shared, ix: EventIx) -> Html {
    let record = &shared.record;
    let event = record.bundle.event(ix);
    let near = Neighbours::of(&record.bundle, ix, &|ix| shared.matches.event(ix));
    html! {
        <article class="detail" part="detail" aria-label={event.title().to_owned()} onkeydown={on_key(shared)}>
            <div>
                { close(shared) }
                { steps(shared, ix, near) }
                { status_line(shared, ix) }
                <h3 tabindex="-1" aria-describedby="or-place">{ marked(event.title(), shared) }</h3>
                <p class="sum">{ rich_text(event.summary(), shared) }</p>
                { for event.place().map(|place| html! { <p class="place">{ marked(place, shared) }</p> }) }
                { media(shared, ix) }
                { plan_chain(shared, ix) }
            </div>
            <div>
                { accounts(shared, ix) }
                { said_then(shared, ix) }
                { took_part(shared, ix) }
                { walk(shared, near) }
            </div>
        </article>
    }
}

fn on_key(shared: &Shared) -> Callback<KeyboardEvent> {
    let shared = shared.clone();
    Callback::from(move |key: KeyboardEvent| {
        if key.key() == "Escape" {
            shared.focus.set(Focus::Mark);
            shared.dispatch.emit(Action::Select(None));
        }
    })
}

fn close(shared: &Shared) -> Html {
    html! {
        <button type="button" class="step close" aria-label={shared.words.say(Message::Close).to_owned()}
            onclick={shared.on_then(Focus::Mark, Action::Select(None))}>{ sign("#m-close") }</button>
    }
}

fn status_line(shared: &Shared, ix: EventIx) -> Html {
    let record = &shared.record;
    let event = record.bundle.event(ix);
    let lane =
        event.lane().map(|lane| html! { <span class="muted">{ record.bundle.lane(lane).name().to_owned() }</span> });
    html! {
        <p class={classes(&[("meta", true), ("open", shared.known.is_open(ix))])}>
            { event_sign(&shared.known, ix) }
            <span class="b cap">{ shared.words.say(status_message(event.status())) }</span>
            <span class="date">{ shared.date_of(ix, Length::Long) }</span>
            { lane.unwrap_or_default() }
        </p>
    }
}

/// The plans that led here, and what became of this one.
fn plan_chain(shared: &Shared, ix: EventIx) -> Html {
    let record = &shared.record;
    let words = &shared.words;
    let before: Vec<EventIx> = shared.known.plans_of(ix).collect();
    let event = record.bundle.event(ix);
    let announced = event.announced().map(|when| {
        html! { <p class="muted cap">
            { words.fill(Message::AnnouncedOn, &[("date", &words.when(&when, Length::Long))]) }
        </p> }
    });
    let after = event.status().is_plan().then(|| {
        let outcome = match shared.known.became(ix) {
            Some(next) => html! { <ul class="then">{ linked_event(shared, next) }</ul> },
            None => html! { <p class="muted">{ words.say(Message::NothingLaterKnown) }</p> },
        };
        html! { <><h4>{ words.say(Message::WhatBecameOfIt) }</h4>{ outcome }</> }
    });
    let plans = (!before.is_empty()).then(|| {
        html! {
            <>
                <h4>{ words.say(Message::AnnouncedBefore) }</h4>
                <ul class="then">{ for before.iter().map(|plan| linked_event(shared, *plan)) }</ul>
            </>
        }
    });
    html! { <>{ announced.unwrap_or_default() }{ after.unwrap_or_default() }{ plans.unwrap_or_default() }</> }
}

fn linked_event(shared: &Shared, ix: EventIx) -> Html {
    let record = &shared.record;
    let event = record.bundle.event(ix);
    html! {
        <li key={ix.0} class={classes(&[("open", shared.known.is_open(ix))])}>
            { event_sign(&shared.known, ix) }
            <div>
                <button type="button" class="link" onclick={shared.opener(shared.show(Selection::Event(ix)))}>
                    { event.title().to_owned() }
                </button>
                <small>{ shared.status_and_date(ix, Length::Long) }</small>
            </div>
        </li>
    }
}

/// What each source says; where they differ by days, on one axis.
fn accounts(shared: &Shared, ix: EventIx) -> Html {
    let record = &shared.record;
    let words = &shared.words;
    let event = record.bundle.event(ix);
    let accounts: Vec<AccountRow<'_>> = shared.known.accounts_of(ix).collect();
    if accounts.is_empty() {
        return Html::default();
    }
    let differ = shared.known.accounts_differ(ix);
    let days = differ.then(|| account_days(event, &accounts)).flatten();
    let heading = match differ {
        true => words.say(Message::AccountsDifferOnDate).to_owned(),
        false => words.count(Message::Accounts, accounts.len()),
    };
    html! {
        <>
            <h4>{ heading }</h4>
            <ul class={classes(&[("acc", true), ("on-days", days.is_some())])}>
                { for days.map(|days| day_axis(shared, days)) }
                { for accounts.into_iter().map(|account| account_entry(shared, event, account, days)) }
            </ul>
        </>
    }
}

/// The first and the last day of the axis on which accounts differ, one day beyond either side.
fn account_days(event: EventRow<'_>, accounts: &[AccountRow<'_>]) -> Option<(i64, i64)> {
    let days: Vec<i64> = accounts.iter().filter_map(|account| one_day(account_date(event, *account)?)).collect();
    let (first, last) = (days.iter().min()?, days.iter().max()?);
    (first < last && last - first <= MAX_DAYS_APART).then_some((first - 1, last + 1))
}

/// The one day that a date names; none where it is less precise.
fn one_day(when: When) -> Option<i64> {
    when.earliest_day().filter(|day| when.latest_day() == Some(*day))
}

fn day_axis(shared: &Shared, (first, last): (i64, i64)) -> Html {
    let words = &shared.words;
    let days = (first..=last).map(|day| {
        let x = part_of_days(day - first, 0.5, last - first + 1);
        html! { <small key={day} class="x" ~style={format!("--x:{x}")}>{ words.day_of_month(day) }</small> }
    });
    html! {
        <li class="ax" aria-hidden="true">
            <small>{ words.span(sec_from_day(first + 1), sec_from_day(last - 1)) }</small>
            <div class="day" ~style={day_width(first, last)}>{ for days }</div>
        </li>
    }
}

/// So many days and a part of one, as a part of the axis.
fn part_of_days(whole: i64, part: f64, days: i64) -> String {
    [&tenths((whole as f64 + part) / days as f64 * 100.0), "%"].concat()
}

fn day_width(first: i64, last: i64) -> String {
    format!("--days:{}", last - first + 1)
}

fn account_entry(shared: &Shared, event: EventRow<'_>, account: AccountRow<'_>, days: Option<(i64, i64)>) -> Html {
    let source = shared.record.bundle.source(account.source());
    let name = shared.reporter(account.source()).to_owned();
    let name = linked(source.url(), html! { <b>{ name }</b> });
    let own_date = account.date().map(|when| {
        html! { <b class="own">{ shared.words.when(&when, Length::Long) }</b> }
    });
    html! {
        <li>
            <p class="who">{ name }<small>{ shared.published(account.source()) }</small></p>
            { for days.map(|days| account_mark(account_date(event, account), days)) }
            <p class="says">{ own_date.unwrap_or_default() }{ rich_text(account.says(), shared) }</p>
        </li>
    }
}

/// Where on the axis of days an account stands: on its day, or over as much of the axis as its date covers.
fn account_mark(when: Option<When>, (first, last): (i64, i64)) -> Html {
    let days = last - first + 1;
    let mark = match when.map(|when| (one_day(when), when)) {
        Some((Some(day), _)) if (first..=last).contains(&day) => {
            let x = part_of_days(day - first, 0.5, days);
            html! { <span class="x on" ~style={format!("--x:{x}")}>{ mark("happened") }</span> }
        }
        Some((_, when)) => {
            let from = when.earliest_day().map_or(first, |day| day.max(first));
            let to = when.latest_day().map_or(last, |day| day.min(last));
            let (x, width) = (part_of_days(from - first, 0.0, days), part_of_days(to - from, 1.0, days));
            let style = format!("--x:{x};--w:{width}");
            if from <= to {
                html! { <span class="x band both" ~style={style}></span> }
            } else {
                Html::default()
            }
        }
        None => Html::default(),
    };
    html! { <div class="day" aria-hidden="true" ~style={day_width(first, last)}>{ mark }</div> }
}

fn said_then(shared: &Shared, ix: EventIx) -> Html {
    let record = &shared.record;
    let quotes: Vec<QuoteIx> = shared.known.quotes_of(ix).collect();
    if quotes.is_empty() {
        return Html::default();
    }
    let entries = quotes.into_iter().map(|ix| {
        let quote = record.bundle.quote(ix);
        html! {
            <li key={ix.0}>
                <button type="button" class="words" onclick={shared.on(shared.show(Selection::Quote(ix)))}>
                    <q lang={quote.language().map(ToOwned::to_owned)}>{ marked(quote.text(), shared) }</q>
                </button>
                <small>{ record.bundle.person(quote.speaker()).name().to_owned() }</small>
            </li>
        }
    });
    html! { <><h4>{ shared.words.say(Message::SaidThen) }</h4><ul class="saidthen">{ for entries }</ul></> }
}

fn took_part(shared: &Shared, ix: EventIx) -> Html {
    let record = &shared.record;
    let people: Vec<Html> = record
        .bundle
        .event(ix)
        .people()
        .map(|ix| {
            let person = record.bundle.person(ix);
            let role = person.role().map(|role| html! { <small>{ role.to_owned() }</small> });
            html! { <li key={ix.0}>{ marked(person.name(), shared) }{ " " }{ role.unwrap_or_default() }</li> }
        })
        .collect();
    if people.is_empty() {
        return Html::default();
    }
    html! { <><h4>{ shared.words.say(Message::WhoTookPart) }</h4><ul class="people">{ for people }</ul></> }
}
