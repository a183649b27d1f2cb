//! What the reader sees before having done anything.

use timeline::{Domain, Viewport};

use super::{
    record::Record,
    state::{Look, State},
};

/// The state before the reader has done anything, in a container of a width in px: nothing is open, and the timeline shows
/// the densest stretch of weighty events. A bundle without a level of detail has no timeline.
#[must_use]
pub fn first_state(record: &Record, look: Look, width_px: f64) -> State {
    let Some(axis) = record.bundle.axis() else {
        let nowhere = Viewport::whole(Domain { start_sec: 0.0, end_sec: 0.0 });
        let look = if look == Look::Timeline { Look::Story } else { look };
        return State { look, width_px, ..State::new(nowhere, None) };
    };
    let domain = |(first, last): (i64, i64)| {
        record.axis_breaks.axis_from_domain(Domain { start_sec: first as f64, end_sec: last as f64 })
    };
    let viewport = Viewport::whole(domain(axis.extent_sec)).fit(domain(axis.view_sec));
    State { axis_breaks: record.axis_breaks.clone(), look, width_px, ..State::new(viewport, None) }
}
