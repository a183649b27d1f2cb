//! The order of events in time: the key by which the writer sorts and the reader searches.

use story::When;

/// What decides where an event stands: whether it has no day at all, its second, its rank, its position.
pub(crate) type EventKey = (bool, Option<i64>, u8, u32);

/// The key of an event: by its date, else by the day it was announced, else last; then by rank, then by position.
pub(crate) fn event_key(date: Option<When>, announced: Option<When>, rank: u8, at: u32) -> EventKey {
    let sec = [date, announced].into_iter().flatten().find_map(|when| when.order_sec());
    (sec.is_none(), sec, rank, at)
}
