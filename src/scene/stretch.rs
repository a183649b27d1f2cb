//! Where events lie in time.

use story::EventIx;
use timeline::{Domain, Stretch};

use crate::record::Record;

/// Where an event lies in time; `None` for a plan without a date.
#[must_use]
pub fn stretch_of(record: &Record, ix: EventIx) -> Option<Stretch> {
    Stretch::of(&record.bundle.event(ix).date()?, record.end_sec())
}

/// When a plan was announced, else when it was first reported.
pub(super) fn announced(record: &Record, plan: EventIx) -> Option<Stretch> {
    let event = record.bundle.event(plan);
    let when = event.announced().or_else(|| event.known_from())?;
    Stretch::of(&when, record.end_sec())
}

/// Where the mark of an event stands, seconds; a plan without a date at its announcement.
#[must_use]
pub fn place_sec(record: &Record, ix: EventIx) -> Option<f64> {
    let dated = stretch_of(record, ix).map(|stretch| stretch.anchor_sec());
    dated.or_else(|| announced(record, ix).map(|stretch| stretch.domain.middle_sec()))
}

/// The stretch of time to bring into view for an event: its own, else the day its plan was announced.
#[must_use]
pub fn revealing(record: &Record, ix: EventIx) -> Option<Domain> {
    stretch_of(record, ix).or_else(|| announced(record, ix)).map(|stretch| stretch.domain)
}
