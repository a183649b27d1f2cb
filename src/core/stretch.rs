//! Where events lie in time, as far as that is known.

use story::EventIx;
use timeline::{Domain, Stretch};

use super::as_of::RecordAsOf;

/// The same where years have many digits: "13.8 billion BCE".
const FAR_TICK_GAP_PX: f64 = 124.0;
/// Years have many digits so many seconds from 1970, about ten thousand years.
const FAR_SECS: f64 = 3e11;

/// Where an event lies in time; `None` for a plan without a date.
#[must_use]
pub fn stretch_of(as_of: &RecordAsOf, ix: EventIx) -> Option<Stretch> {
    Stretch::of(&as_of.date(ix)?, as_of.end_sec())
}

/// When a plan was announced, else when it was first reported.
pub fn announced(as_of: &RecordAsOf, plan: EventIx) -> Option<Stretch> {
    let event = as_of.record.bundle.event(plan);
    let when = event.announced().or_else(|| event.known_from())?;
    Stretch::of(&when, as_of.end_sec())
}

/// Where the mark of an event stands, seconds; a plan without a date at its announcement, and one of which nobody
/// says when it was announced at the end of the record.
#[must_use]
pub fn place_sec(as_of: &RecordAsOf, ix: EventIx) -> Option<f64> {
    let dated = stretch_of(as_of, ix).map(|stretch| stretch.anchor_sec());
    let dated = dated.or_else(|| announced(as_of, ix).map(|stretch| stretch.domain.middle_sec()));
    dated.or_else(|| as_of.end_sec().map(|sec| sec as f64))
}

/// The stretch of time to bring into view for an event: its own, else the day its plan was announced.
#[must_use]
pub fn revealing(as_of: &RecordAsOf, ix: EventIx) -> Option<Domain> {
    stretch_of(as_of, ix).or_else(|| announced(as_of, ix)).map(|stretch| stretch.domain)
}

/// The least distance between two labels of an axis over so much real time, `near_px` where years have four digits.
#[must_use]
pub fn tick_gap_px(real: Domain, near_px: f64) -> f64 {
    let is_far = real.start_sec < -FAR_SECS || real.end_sec > FAR_SECS;
    if is_far { FAR_TICK_GAP_PX.max(near_px) } else { near_px }
}
