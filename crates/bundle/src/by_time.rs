//! Where an event stands in the order of time, found without a look at all of them.

use story::{EventIx, Turn};

use crate::bundle::Bundle;
use crate::column::Column;

/// What says of two events which comes first, as far as they say it alone: their turns and their positions.
type Key = (Option<Turn>, EventIx);

/// The position of an event in an order of events. A bundle of an earlier version has them in an order of its own, by seconds and
/// ranks, and a foreign one in any: there it is found all the same, only later.
pub(crate) fn position(bundle: &Bundle, order: Column<'_>, event: EventIx) -> Option<usize> {
    let own = key(bundle, event);
    let low = first(0..order.len(), |at| !is_before(key(bundle, EventIx(order.get(at))), own));
    let high = first(low..order.len(), |at| is_before(own, key(bundle, EventIx(order.get(at)))));
    let among = |mut places: std::ops::Range<usize>| places.find(|at| order.get(*at) == event.0);
    among(low..high).or_else(|| among(0..order.len()))
}

fn key(bundle: &Bundle, event: EventIx) -> Key {
    let row = bundle.event(event);
    let turn = [row.date(), row.announced()].into_iter().flatten().find_map(|when| when.turn());
    (turn, event)
}

/// Whether it is certain that one comes before the other, wherever all others stand; see [`story::in_time`].
fn is_before((a, a_ix): Key, (b, b_ix): Key) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return (a.is_none(), a_ix) < (b.is_none(), b_ix) };
    let is_days_before = a.day.saturating_add(Turn::MOST_DAYS_APART) < b.day;
    is_days_before
        || match (a.instant_sec, b.instant_sec) {
            (Some(a), Some(b)) => a < b,
            (None, None) => (a.day, a_ix) < (b.day, b_ix),
            _ => false,
        }
}

/// The first place where something holds, if from there on it holds everywhere; the end where it holds nowhere.
fn first(places: std::ops::Range<usize>, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (places.start, places.end);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) { high = middle } else { low = middle + 1 }
    }
    low
}
