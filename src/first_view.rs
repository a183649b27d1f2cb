//! What the reader sees before having done anything.

use timeline::{Domain, Viewport};

use crate::{
    record::Record,
    state::{Selection, State},
};

/// The state before the reader has done anything: the densest stretch of weighty events, and in it the weightiest
/// one open where that is asked for. A bundle without a level of detail is told as a list.
#[must_use]
pub fn first_state(record: &Record, open: bool) -> State {
    let Some(axis) = record.bundle.axis() else {
        let nowhere = Viewport::whole(Domain { start_sec: 0.0, end_sec: 0.0 });
        return State { as_list: true, ..State::new(nowhere, None) };
    };
    let domain = |(first, last): (i64, i64)| {
        record.folds.axis_from_domain(Domain { start_sec: first as f64, end_sec: last as f64 })
    };
    let viewport = Viewport::whole(domain(axis.extent_sec)).fit(domain(axis.view_sec));
    let opening = axis.opening.filter(|ix| open && ix.at() < record.bundle.event_count());
    State { folds: record.folds.clone(), ..State::new(viewport, opening.map(Selection::Event)) }
}
