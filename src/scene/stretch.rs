//! Where events lie in time, as far as that is known.

use story::EventIx;
use timeline::{Domain, Stretch};

use crate::known::Knowledge;

/// Where an event lies in time; `None` for a plan without a date.
#[must_use]
pub fn stretch_of(known: &Knowledge, ix: EventIx) -> Option<Stretch> {
    Stretch::of(&known.date(ix)?, known.end_sec())
}

/// When a plan was announced, else when it was first reported.
pub(super) fn announced(known: &Knowledge, plan: EventIx) -> Option<Stretch> {
    let event = known.record.bundle.event(plan);
    let when = event.announced().or_else(|| event.known_from())?;
    Stretch::of(&when, known.end_sec())
}

/// Where the mark of an event stands, seconds; a plan without a date at its announcement, and one of which nobody
/// says when it was announced at the end of the record.
#[must_use]
pub fn place_sec(known: &Knowledge, ix: EventIx) -> Option<f64> {
    let dated = stretch_of(known, ix).map(|stretch| stretch.anchor_sec());
    let dated = dated.or_else(|| announced(known, ix).map(|stretch| stretch.domain.middle_sec()));
    dated.or_else(|| known.end_sec().map(|sec| sec as f64))
}

/// The stretch of time to bring into view for an event: its own, else the day its plan was announced.
#[must_use]
pub fn revealing(known: &Knowledge, ix: EventIx) -> Option<Domain> {
    stretch_of(known, ix).or_else(|| announced(known, ix)).map(|stretch| stretch.domain)
}
