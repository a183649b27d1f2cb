//! The timeline where it is narrow: a list in the order of time along a rail.

use story::{EventIx, Message};
use yew::prelude::*;

use super::{
    Shared, classes,
    detail::Detail,
    marked::marked,
    symbols::{sign, status_sign},
};
use crate::{
    known::Knowledge,
    page::Focus,
    state::{Action, Selection},
    words::{dates::Length, status_message},
};

/// Events of this rank and better stand in the list at first; the others are folded.
const FIRST_RANK: u8 = 2;

/// A line of the list.
enum Line {
    Event(EventIx),
    /// So many lesser events are folded here, beginning with this one.
    Fold(EventIx, usize),
    /// The record ends here.
    Known(i64),
}

/// The list.
pub fn vertical(shared: &Shared, selected: Option<Selection>, unfolded: &[EventIx], filtered: bool) -> Html {
    let open = selected.and_then(|selected| shared.known.event_of(selected));
    let lines = lines(shared, open, unfolded, filtered);
    let lines = lines.into_iter().map(|line| match line {
        Line::Event(ix) => event_line(shared, ix, open == Some(ix)),
        Line::Fold(first, n) => html! {
            <li key={format!("fold{}", first.0)} class="fold">
                <button type="button" onclick={shared.on_then(Focus::Mark, Action::Unfold(first))}>
                    { shared.words.count(Message::ShowMore, n) }
                </button>
            </li>
        },
        Line::Known(day) => html! {
            <li key="known" class="now">
                { shared.words.fill(Message::OnRecordBy, &[("date", &shared.words.day(day, Length::Long))]) }
                { " " }<span class="muted">{ shared.words.say(Message::StillAhead) }</span>
            </li>
        },
    });
    html! {
        <ol class="vl" part="timeline" aria-label={shared.words.say(Message::Timeline).to_owned()}>{ for lines }</ol>
    }
}

/// The lines in the order of time. What was still ahead when the record ends stands below the line that says so.
fn lines(shared: &Shared, open: Option<EventIx>, unfolded: &[EventIx], filtered: bool) -> Vec<Line> {
    let known = &shared.known;
    let (ahead, past): (Vec<EventIx>, Vec<EventIx>) =
        known.events_by_time().filter(|ix| !filtered || shared.matches.event(*ix)).partition(|ix| is_ahead(known, *ix));
    // A settled plan is told with its outcome.
    let weighty = |ix: EventIx| known.record.bundle.event(ix).rank() <= FIRST_RANK && known.outcome(ix).is_none();
    let shown = |ix: EventIx| filtered || weighty(ix);
    // Where one of a fold is open, all are: the fold must not change its shape around it.
    let unfolded: Vec<EventIx> = unfolded.iter().copied().chain(open).collect();
    let mut lines = Vec::new();
    push_events(&mut lines, &past, &unfolded, &shown);
    if let Some(day) = known.last_day().filter(|_| !ahead.is_empty()) {
        lines.push(Line::Known(day));
    }
    push_events(&mut lines, &ahead, &unfolded, &shown);
    lines
}

/// Whether an event was still ahead when the record ends: open, and its time not over yet.
fn is_ahead(known: &Knowledge, ix: EventIx) -> bool {
    let end_sec = known.record.bundle.event(ix).date().and_then(|when| when.latest_sec());
    known.is_open(ix) && end_sec.zip(known.end_sec()).is_none_or(|(end, known)| end >= known)
}

/// Events in a row that are not shown make a fold, which the reader may have opened.
fn push_events(lines: &mut Vec<Line>, events: &[EventIx], unfolded: &[EventIx], shown: &dyn Fn(EventIx) -> bool) {
    for row in events.chunk_by(|a, b| shown(*a) == shown(*b)) {
        match row.first() {
            Some(first) if !shown(*first) && !row.iter().any(|ix| unfolded.contains(ix)) => {
                lines.push(Line::Fold(*first, row.len()));
            }
            _ => lines.extend(row.iter().map(|ix| Line::Event(*ix))),
        }
    }
}

fn event_line(shared: &Shared, ix: EventIx, open: bool) -> Html {
    let record = &shared.record;
    let event = record.bundle.event(ix);
    let known = &shared.known;
    let differ = known.accounts_differ(ix);
    let soft = event.date().is_some_and(|when| when.qualifier().approximate);
    let class = classes(&[("soft", soft), ("open", known.is_open(ix)), ("chosen", open)]);
    let date = shared.words.date_of(event, Length::Long);
    let status = (event.status() != story::Status::Happened)
        .then(|| html! { <b class="cap">{ shared.words.say(status_message(event.status())) }</b> });
    let plans = known.plans_of(ix).map(|plan| shared.status_and_date(plan, Length::Long));
    let quotes = known.quotes_of(ix).count();
    let next = if open { None } else { Some(Selection::Event(ix)) };
    html! {
        <li key={ix.0} {class}>
            { if differ { sign("#m-differ") } else { status_sign(event.status()) } }
            <button type="button" class="line" data-event={event.id().to_owned()} aria-expanded={open.to_string()}
                onclick={shared.on(Action::Select(next))}>
                <span class="when">{ status.unwrap_or_default() }<span class="date">{ date }</span></span>
                <span class="what">{ marked(event.title(), shared) }</span>
                { for plans.map(|plan| html! { <span class="muted cap">{ plan }</span> }) }
                if differ { <span class="muted">{ shared.words.say(Message::AccountsDifferOnDate) }</span> }
                if quotes > 0 { <span class="muted">{ shared.words.count(Message::Quotes, quotes) }</span> }
            </button>
            if open { <Detail shared={shared.clone()} selected={Selection::Event(ix)}/> }
        </li>
    }
}
