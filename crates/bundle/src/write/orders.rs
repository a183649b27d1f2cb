//! Rows in the order of their ids, and lists read backwards.

use story::EventIx;

use super::strings::saturated;

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
