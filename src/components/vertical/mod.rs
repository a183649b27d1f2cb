//! The timeline as a list along a rail: by periods, the weightiest events as lines, the others folded between them.

mod line;
mod thread;

use markup::html;
use std::rc::Rc;

use story::{EventIx, Message};
use yew::prelude::*;

use self::{line::event_line, thread::thread_line};
use super::Shared;
use crate::{
    outline::{Content, Fold, Folded, Group, Line, Outline, Reader, Rolls, StoryFacts, outline, rows, threads},
    page::{Focus, scroll_to_event},
    state::{Action, Selection},
    words::dates::Length,
};

/// The level of the headings under the story's title; those within a fold stand below them.
const TOP_LEVEL: usize = 3;

/// What the list needs.
#[derive(Clone, PartialEq, Properties)]
pub struct VerticalProps {
    /// What most components need.
    pub shared: Shared,
    /// What is open.
    pub selected: Option<Selection>,
    /// The event that the reader stands on, where none is open.
    pub cursor: Option<EventIx>,
    /// The folds that are open.
    pub opened: Vec<Fold>,
    /// Whether the newest events come first.
    pub newest_first: bool,
    /// Whether a filter is on: what matches is listed.
    pub filtered: bool,
    /// Whether what is open was asked for, by the reader or by the address.
    pub asked: bool,
}

/// The list.
#[function_component]
pub fn Vertical(props: &VerticalProps) -> Html {
    let VerticalProps { shared, selected, cursor, opened, newest_first, filtered, asked } = props;
    let known = &shared.known;
    let rolls = {
        let matches = filtered.then(|| Rc::clone(&shared.matches));
        use_memo((Rc::clone(known), matches), |(known, matches)| {
            Rolls::new(known, &|ix| matches.as_ref().is_none_or(|matches| matches.event(ix)))
        })
    };
    let open = selected.and_then(|selected| known.event_of(selected));
    let facts = StoryFacts::new(&shared.record.bundle);
    let reader = Reader { opened, at: open.or(*cursor), newest_first: *newest_first, searched: *filtered };
    let outline = outline(&rolls, &facts, &reader);
    let list = use_node_ref();
    use_brought_into_view(&list, shared, open.filter(|_| *asked), &outline.held);
    let rows = rows(&outline, *newest_first);
    let threads = threads(known, &facts, &rows, *newest_first);
    html! {
        <ol class="vl" part="timeline" ref={list} onkeydown={on_key(shared, open)}
            aria-label={shared.words.say(Message::Timeline).to_owned()}>
            { for parts(shared, &outline, open, *newest_first) }
            { for threads.iter().map(thread_line) }
        </ol>
    }
}

/// What was asked for stands in the window; the folds that had to open for it stay open when it is closed.
#[hook]
fn use_brought_into_view(list: &NodeRef, shared: &Shared, asked: Option<EventIx>, held: &[Fold]) {
    let (list, record) = (list.clone(), Rc::clone(&shared.record));
    use_effect_with(asked, move |asked| {
        if let Some(ix) = asked {
            scroll_to_event(&list, record.bundle.event(*ix).id());
        }
    });
    let dispatch = shared.dispatch.clone();
    use_effect_with(held.to_vec(), move |held| {
        if !held.is_empty() {
            dispatch.emit(Action::Unfold(held.clone()));
        }
    });
}

/// Escape closes what is open, wherever in the list the focus is.
fn on_key(shared: &Shared, open: Option<EventIx>) -> Callback<KeyboardEvent> {
    let shared = shared.clone();
    Callback::from(move |key: KeyboardEvent| {
        if open.is_some() && key.key() == "Escape" {
            shared.focus.set(Focus::Mark);
            shared.dispatch.emit(Action::Select(None));
        }
    })
}

/// What lies behind and what was still ahead, in the order of the list. The order of rows is that of [`rows`].
fn parts(shared: &Shared, outline: &Outline, open: Option<EventIx>, newest_first: bool) -> Vec<Html> {
    let mut past = groups(shared, &outline.past, open, TOP_LEVEL);
    let ahead = (!outline.ahead.is_empty()).then(|| ahead(shared, &outline.ahead, open));
    if newest_first {
        past.splice(0..0, ahead);
    } else {
        past.extend(ahead);
    }
    past
}

/// What was still ahead when the record ends, under the line that says so.
fn ahead(shared: &Shared, ahead: &[Group], open: Option<EventIx>) -> Html {
    let words = &shared.words;
    let by = shared.known.last_day().map(|day| {
        let by = words.fill(Message::OnRecordBy, &[("date", &words.day(day, Length::Long))]);
        html! { <>{ by }{ " " }</> }
    });
    html! {
        <li key="ahead" class="part yet">
            <h3 class="row now">{ by.unwrap_or_default() }<small>{ words.say(Message::StillAhead) }</small></h3>
            <ol class="part">{ for groups(shared, ahead, open, TOP_LEVEL + 1) }</ol>
        </li>
    }
}

/// Groups with their headings; the lines of one without a heading stand for themselves.
fn groups(shared: &Shared, groups: &[Group], open: Option<EventIx>, level: usize) -> Vec<Html> {
    let mut items = Vec::new();
    for group in groups {
        let lines = group.lines.iter().map(|line| match line {
            Line::Event(ix) => event_line(shared, *ix, open == Some(*ix)),
            Line::Folded(folded) => fold_line(shared, folded, open, level),
        });
        match group.when {
            None => items.extend(lines),
            Some(when) => items.push(html! {
                <li key={key(&group.lines)} class="part">
                    <h3 class="row head" aria-level={level.to_string()}>
                        <span class="cap">{ shared.words.when(&when, Length::Long) }</span>
                    </h3>
                    <ol class="part">{ for lines }</ol>
                </li>
            }),
        }
    }
    items
}

/// Tells a group from the others of its list.
fn key(lines: &[Line]) -> String {
    let first = lines.first().map(|line| match line {
        Line::Event(ix) => ix.0,
        Line::Folded(folded) => folded.fold.first.0,
    });
    format!("group{}", first.unwrap_or_default())
}

fn fold_line(shared: &Shared, folded: &Folded, open: Option<EventIx>, level: usize) -> Html {
    let Folded { fold, count, days, content, is_held } = folded;
    let words = &shared.words;
    let text = match (content, days) {
        (Content::Closed | Content::Open(_), Some(days)) => {
            words.count_with(Message::FoldWithin, *count, &[("duration", &words.duration(*days))])
        }
        _ => words.count(Message::ShowMore, *count),
    };
    let (expanded, on_click, inside) = match content {
        Content::Closed => (Some("false"), shared.on(Action::Unfold(vec![*fold])), None),
        Content::Open(inside) => {
            (Some("true"), shared.on(Action::Refold { fold: *fold, is_held: *is_held }), Some(inside))
        }
        Content::Next(next) => (None, shared.on_then(Focus::Mark, Action::ShowNext(*fold, *next)), None),
    };
    html! {
        <li key={format!("fold{}-{}", fold.first.0, fold.last.0)} class="part">
            <button type="button" class="row fold" aria-expanded={expanded} onclick={on_click}>{ text }</button>
            if let Some(inside) = inside {
                <ol class="part">{ for groups(shared, inside, open, level + 1) }</ol>
            }
        </li>
    }
}
