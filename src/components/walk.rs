//! The way through a story: to the event before, and to the one after, in the order of time.

use bundle::Bundle;
use markup::html;
use story::{EventIx, Message};
use yew::prelude::*;

use super::{Shared, symbols::sign};
use crate::{page::Focus, state::Selection, words::dates::Length};

/// How many events that are not shown a step passes over, before it takes itself for the last.
const MAX_PASSED: usize = 100_000;

/// The neighbours of an event.
#[derive(Clone, Copy, Default)]
pub struct Neighbours {
    before: Option<EventIx>,
    after: Option<EventIx>,
}

impl Neighbours {
    /// The nearest events on either side that are shown.
    pub fn of(bundle: &Bundle, ix: EventIx, shown: &dyn Fn(EventIx) -> bool) -> Self {
        let Some(position) = bundle.position_by_time(ix) else { return Self::default() };
        Self {
            before: first_shown(bundle, (0..position).rev(), shown),
            after: first_shown(bundle, position + 1..bundle.event_count(), shown),
        }
    }
}

fn first_shown(
    bundle: &Bundle,
    positions: impl Iterator<Item = usize>,
    shown: &dyn Fn(EventIx) -> bool,
) -> Option<EventIx> {
    positions.take(MAX_PASSED).filter_map(|at| bundle.event_at_time(at)).find(|ix| shown(*ix))
}

/// Short steps, and where the event stands: always in the same place, for those who go on and on.
pub fn steps(shared: &Shared, ix: EventIx, near: Neighbours) -> Html {
    let (words, bundle) = (&shared.words, &shared.record.bundle);
    let place = bundle.position_by_time(ix).map(|position| {
        let (n, total) = (words.number(position + 1), words.number(bundle.event_count()));
        html! { <small id="or-place">{ words.fill(Message::EventOf, &[("n", &n), ("total", &total)]) }</small> }
    });
    let step = |to: Option<EventIx>, name: Message, id: &'static str| {
        html! {
            <button type="button" class="step link" aria-disabled={to.is_none().then_some("true")}
                aria-label={words.say(name).to_owned()} onclick={to.map(|to| on_step(shared, to))}>{ sign(id) }</button>
        }
    };
    html! {
        <p class="steps">
            { step(near.before, Message::PreviousEvent, "#m-prev") }
            { place.unwrap_or_default() }
            { step(near.after, Message::NextEvent, "#m-next") }
        </p>
    }
}

/// The neighbours by date and title, for those who have read to the end.
pub fn walk(shared: &Shared, near: Neighbours) -> Html {
    let way = |to: Option<EventIx>, name: Message, class: &'static str, id: &'static str| {
        let Some(to) = to else { return Html::default() };
        let event = shared.record.bundle.event(to);
        html! {
            <button type="button" {class} onclick={on_step(shared, to)}>
                { sign(id) }
                <span>
                    <span class="unseen">{ shared.words.say(name).to_owned() }{ " " }</span>
                    <small>{ shared.words.status_and_date(event, Length::Long) }</small>{ " " }
                    <span class="title">{ event.title().to_owned() }</span>
                </span>
            </button>
        }
    };
    html! {
        <div class="walk">
            { way(near.before, Message::PreviousEvent, "before", "#m-prev") }
            { way(near.after, Message::NextEvent, "after", "#m-next") }
        </div>
    }
}

/// Opens an event, brings it into view and its heading under the focus, so that it is read from its beginning.
fn on_step(shared: &Shared, to: EventIx) -> Callback<MouseEvent> {
    shared.on_then(Focus::Detail, shared.show(Selection::Event(to)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    fn ids(record: &crate::record::Record, near: Neighbours) -> [Option<String>; 2] {
        [near.before, near.after].map(|ix| ix.map(|ix| record.bundle.event(ix).id().to_owned()))
    }

    #[test]
    fn the_neighbours_are_those_in_the_order_of_time() {
        let record = testing::record();
        let order: Vec<EventIx> = record.bundle.events_by_time().collect();
        for (at, ix) in order.iter().enumerate() {
            let near = Neighbours::of(&record.bundle, *ix, &|_| true);
            let before = at.checked_sub(1).map(|at| order[at]);
            assert_eq!((near.before, near.after), (before, order.get(at + 1).copied()));
        }
    }

    #[test]
    fn what_is_not_shown_is_passed_over() {
        let record = testing::record();
        let settled = |ix: EventIx| !record.bundle.event(ix).status().is_plan();
        let near = Neighbours::of(&record.bundle, testing::event(&record, "painted"), &settled);
        assert_eq!(ids(&record, near), [Some("painted-blue".to_owned()), Some("opened".to_owned())]);
        let near = Neighbours::of(&record.bundle, testing::event(&record, "opened"), &|_| false);
        assert_eq!(ids(&record, near), [None, None]);
    }

    #[test]
    fn an_event_that_is_not_there_has_no_neighbours() {
        let record = testing::record();
        let near = Neighbours::of(&record.bundle, EventIx(99), &|_| true);
        assert_eq!(ids(&record, near), [None, None]);
    }
}
