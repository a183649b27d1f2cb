//! Rows in another order than the author's, and lists read backwards.

use story::{Date, Event, EventIx, Quote};

use super::strings::saturated;

/// The rows sorted by their ids, byte by byte.
pub(super) fn rows_by_id<T>(rows: &[T], id: impl Fn(&T) -> &str) -> Vec<u32> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by(|&a, &b| id(&rows[a]).cmp(id(&rows[b])).then(a.cmp(&b)));
    order.into_iter().map(saturated).collect()
}

/// Events by date, else by the day they were announced, else last; then by rank, then in the author's order.
pub(super) fn events_by_time(events: &[Event]) -> Vec<u32> {
    rows_by_time(events, |event| (order_sec(&[&event.date, &event.announced]), event.rank))
}

/// Quotes by the date they were said, else by the date they were known, else last; then in the author's order.
pub(super) fn quotes_by_time(quotes: &[Quote]) -> Vec<u32> {
    rows_by_time(quotes, |quote| (order_sec(&[&quote.said, &quote.known_from]), 0))
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

fn rows_by_time<T>(rows: &[T], key: impl Fn(&T) -> (Option<i64>, u8)) -> Vec<u32> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_cached_key(|&at| {
        let (sec, rank) = key(&rows[at]);
        (sec.is_none(), sec, rank, at)
    });
    order.into_iter().map(saturated).collect()
}

fn order_sec(dates: &[&Option<Date>]) -> Option<i64> {
    dates.iter().find_map(|date| date.as_ref()?.when.order_sec())
}
