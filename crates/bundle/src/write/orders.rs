//! Rows in the order of their ids, and lists read backwards.

use super::strings::saturated;
use crate::codes::codes_from_subject;
use story::{Change, EventIx};

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

/// Changes by the day they were made; then in the author's order.
pub(super) fn changes_by_time(changes: &[Change]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..changes.len()).map(saturated).collect();
    order.sort_by_cached_key(|&at| {
        let sec = changes[at as usize].date.when.order_sec();
        (sec.is_none(), sec, at)
    });
    order
}

/// Changes by what they concern; those of one record in the order given.
pub(super) fn changes_by_record(changes: &[Change], order: &[u32]) -> Vec<u32> {
    let mut order = order.to_vec();
    order.sort_by_key(|&at| codes_from_subject(changes[at as usize].subject));
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
