//! What the page around asks of the widget: a view, a tool of the bar, a part of the story.

use std::rc::Rc;

use bundle::Bundle;
use story::{EventIx, sec_from_day};
use telling::hooks;
use timeline::Domain;
use yew::prelude::*;

use crate::{
    core::{
        as_of::RecordAsOf,
        matches::Matches,
        state::{Action, Look, Selection, State},
    },
    hooks::use_effect_with,
    page::{Focus, after_paint},
    parts::Shared,
    story::{StoryView, step},
};

/// Something that the page asks for, once; numbered, so that the same may be asked for again.
#[derive(Clone, Default, PartialEq)]
pub struct Wish {
    /// Which wish it is.
    pub number: u32,
    /// The name of a view or of a tool of the bar.
    pub name: String,
    /// What was typed, where it is the search.
    pub text: String,
}

/// Does what the page asks for.
#[hook]
pub fn use_wish(wish: &Wish, view: &Rc<StoryView>, state: &State, shared: &Shared) {
    let (view, state, shared) = (Rc::clone(view), state.clone(), shared.clone());
    use_effect_with(wish.clone(), move |wish| {
        let at = view.at(&shared.record.bundle);
        if wish.name == "typed" {
            view.typed(&wish.text);
        }
        for action in actions(wish, &state, &shared.as_of, &shared.matches, at) {
            if matches!(action, Action::Select(_)) {
                shared.focus.set(Focus::Stay);
            }
            shared.dispatch.emit(action);
        }
        // Sources stand in the story alone, which is turned to by then.
        if wish.name == "open" && selection(&wish.text, &shared.record.bundle).is_none() {
            let (view, part) = (Rc::clone(&view), wish.text.clone());
            after_paint(move || view.reveal_part(&part));
        }
    });
}

/// What a wish asks for; nothing where it is none.
fn actions(wish: &Wish, state: &State, as_of: &RecordAsOf, matches: &Matches, at: Option<EventIx>) -> Vec<Action> {
    let days = &as_of.record.publication_days;
    let day = as_of.day_at();
    let to_day = |at: usize| Action::TellAsOf(as_of.record.publication(at));
    match (wish.name.as_str(), Look::from_name(&wish.name)) {
        (_, Some(look)) => {
            // The timeline opens where the reader is.
            let here = at.filter(|_| look == Look::Timeline && state.look == Look::Story);
            here.map(Action::At).into_iter().chain([Action::Look(look)]).collect()
        }
        ("search", _) => vec![Action::Seek(true)],
        ("close", _) => vec![Action::Seek(false)],
        ("typed", _) => vec![Action::Seek(true), Action::Search(wish.text.clone())],
        ("day", _) => vec![Action::Days(!state.days)],
        ("open", _) => match selection(&wish.text, &as_of.record.bundle) {
            Some(part) if state.look == Look::Timeline => vec![Action::Select(Some(part))],
            Some(part) => vec![Action::Read(part)],
            // The story would bring what is open into the window.
            None => vec![Action::Select(None), Action::Look(Look::Story)],
        },
        ("days", _) => {
            shown_days(&wish.text, state).map_or_else(Vec::new, |fit| vec![fit, Action::Look(Look::Timeline)])
        }
        ("earlier", _) => day.checked_sub(1).map(to_day).into_iter().collect(),
        ("later", _) => Some(day + 1).filter(|day| *day < days.len()).map(to_day).into_iter().collect(),
        ("next" | "previous", _) => {
            let open = state.selected.and_then(|selected| as_of.event_of(selected)).or(state.at).or(at);
            let next = step(as_of, matches, &state.filter, open, wish.name == "next");
            let next = next.map(Selection::Event);
            let lead = if state.look == Look::Timeline { |it| Action::Select(Some(it)) } else { Action::Read };
            next.map(lead).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// The event or quote that a part of the story is, by the id of its element.
fn selection(part: &str, bundle: &Bundle) -> Option<Selection> {
    let event = part.strip_prefix(hooks::EVENT).and_then(|id| bundle.event_by_id(id));
    let quote = || part.strip_prefix(hooks::QUOTE).and_then(|id| bundle.quote_by_id(id));
    event.map(Selection::Event).or_else(|| quote().map(Selection::Quote))
}

/// Shows some days on the timeline, given as the first and the last, counted from 1970-01-01, and a `/` between them.
fn shown_days(text: &str, state: &State) -> Option<Action> {
    let (first, last) = text.split_once('/')?;
    let (first, last): (i64, i64) = (first.parse().ok()?, last.parse().ok()?);
    let sec = |day: i64| sec_from_day(day) as f64;
    let domain = Domain { start_sec: sec(first), end_sec: sec(last.saturating_add(1)) };
    Some(Action::Fit(state.axis_breaks.axis_from_domain(domain)))
}
