//! Rows in another order than the author's, and lists read backwards.

use story::{Date, Event, EventIx, Quote};

use super::strings::saturated;
use crate::by_time::event_key;

/// The rows sorted by their ids, byte by byte.
pub(super) fn rows_by_id<T>(rows: &[T], id: impl Fn(&T) -> &str) -> Vec<u32> {
    // Beside its row stands how an id begins, so that most pairs are told apart without a look at the texts.
    let mut order: Vec<(u128, usize)> = rows.iter().enumerate().map(|(at, row)| (beginning(id(row)), at)).collect();
    order.sort_unstable_by(|(a_begins, a), (b_begins, b)| {
        a_begins.cmp(b_begins).then_with(|| id(&rows[*a]).cmp(id(&rows[*b]))).then(a.cmp(b))
    });
    order.into_iter().map(|(_, at)| saturated(at)).collect()
}

/// The first 16 bytes of a text, as a number that has their order.
fn beginning(text: &str) -> u128 {
    let mut bytes = [0; 16];
    for (byte, of_text) in bytes.iter_mut().zip(text.bytes()) {
        *byte = of_text;
    }
    u128::from_be_bytes(bytes)
}

/// Events by date, else by the day they were announced, else last; then by rank, then in the author's order.
pub(super) fn events_by_time(events: &[Event]) -> Vec<u32> {
    let when = |date: &Option<Date>| date.as_ref().map(|date| date.when);
    let mut order: Vec<u32> = (0..events.len()).map(saturated).collect();
    order.sort_by_cached_key(|&at| {
        let event = &events[at as usize];
        event_key(when(&event.date), when(&event.announced), event.rank, at)
    });
    order
}

/// Quotes by the date they were said, else by the date they were known, else last; then in the author's order.
pub(super) fn quotes_by_time(quotes: &[Quote]) -> Vec<u32> {
    let order_sec = |date: &Option<Date>| date.as_ref().and_then(|date| date.when.order_sec());
    let mut order: Vec<u32> = (0..quotes.len()).map(saturated).collect();
    order.sort_by_cached_key(|&at| {
        let quote = &quotes[at as usize];
        let sec = order_sec(&quote.said).or(order_sec(&quote.known_from));
        (sec.is_none(), sec, at)
    });
    order
}

/// For each event the rows that point at it, in the order given.
pub(super) fn rows_by_event(
    event_count: usize,
    order: &[u32],
    event_of: impl Fn(usize) -> Option<EventIx>,
) -> Vec<Vec<u32>> {
    let mut lists = vec![Vec::new(); event_count];
    for &row in order {
        if let Some(list) = event_of(row as usize).and_then(|event| lists.get_mut(event.at())) {
            list.push(row);
        }
    }
    lists
}
