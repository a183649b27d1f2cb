//! The way from event to event.

use story::EventIx;
use telling::Order;

use crate::core::{as_of::RecordAsOf, matches::Matches, state::Filter};

/// The event before or after one, of those that are told at length or that match.
#[must_use]
pub fn step(
    as_of: &RecordAsOf,
    matches: &Matches,
    filter: &Filter,
    at: Option<EventIx>,
    forwards: bool,
) -> Option<EventIx> {
    let order = Order::new(as_of.rows());
    let all: Vec<EventIx> = order.events().collect();
    let stops: Vec<EventIx> = if filter.is_empty() {
        order.stops(as_of.rows()).collect()
    } else {
        order.events().filter(|ix| matches.event(*ix)).collect()
    };
    let is_stop = |ix: &&EventIx| stops.contains(ix);
    let here = all.iter().position(|ix| Some(*ix) == at);
    let next = match (here, forwards) {
        (Some(here), true) => all[here + 1..].iter().find(is_stop),
        (Some(here), false) => all[..here].iter().rev().find(is_stop),
        (None, _) => stops.first(),
    };
    next.copied()
}
