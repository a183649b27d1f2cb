//! Rows in another order than the author's, and lists read backwards.

use story::{Date, Event, EventIx, Quote};

use super::strings::saturated;
use crate::by_time::event_key;

/// The rows sorted by their ids, byte by byte.
pub(super) fn rows_by_id<T>(rows: &[T], id: impl Fn(&T) -> &str) -> Vec<u32> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by(|&a, &b| id(&rows[a]).cmp(id(&rows[b])).then(a.cmp(&b)));
    order.into_iter().map(saturated).collect()
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
