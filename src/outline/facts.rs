//! What an outline asks about events: whether they lie ahead, when they began, how much is said of them.

use bundle::{Bundle, EventColumns};
use story::{EventIx, Shape, When};

use crate::known::Knowledge;

/// Whether an event was still ahead when the record ends: open, and its time not over yet.
#[must_use]
pub fn is_ahead(known: &Knowledge, ix: EventIx) -> bool {
    let end_sec = || known.record.bundle.event(ix).date().and_then(|when| when.latest_sec());
    known.is_open(ix) && end_sec().zip(known.end_sec()).is_none_or(|(end, known)| end >= known)
}

/// What an outline asks about an event, whoever tells the story.
pub trait Facts {
    /// The first and the last second in which it may have begun, as the order of time has it: a plan without a date
    /// stands at the day it was announced. `None` where that is not known either.
    fn began(&self, event: EventIx) -> Option<(i64, i64)>;
    /// How many accounts and quotes it has.
    fn mentions(&self, event: EventIx) -> u32;
}

/// The facts of a story.
pub struct StoryFacts<'a> {
    bundle: &'a Bundle,
    columns: EventColumns<'a>,
}

impl<'a> StoryFacts<'a> {
    /// The facts of a story.
    #[must_use]
    pub fn new(bundle: &'a Bundle) -> Self {
        Self { bundle, columns: bundle.event_columns() }
    }
}

impl Facts for StoryFacts<'_> {
    fn began(&self, event: EventIx) -> Option<(i64, i64)> {
        let event = self.bundle.event(event);
        event.date().and_then(|when| beginning(&when)).or_else(|| event.announced().and_then(|when| beginning(&when)))
    }

    fn mentions(&self, event: EventIx) -> u32 {
        self.columns.mentions(event)
    }
}

/// The first and the last second in which something began. What lasts began in its first moment alone.
#[must_use]
pub fn beginning(when: &When) -> Option<(i64, i64)> {
    let start = when.order_sec()?;
    let moment = match when.shape {
        Shape::Interval => when.first.moment(),
        _ => when.last.moment(),
    };
    Some((start, moment.map_or(start, |moment| moment.latest_sec).max(start)))
}
