//! What could be known on a day, as whoever searches tells it.

use story::{EventIx, QuoteIx, SourceIx};

/// What could be known on the day as of which a story is told.
pub trait AsOfDay {
    /// The day, counted from 1970-01-01; `None` where everything is known, and nothing below is asked then.
    fn day(&self) -> Option<i64>;
    /// Whether an event had been reported.
    fn knows_event(&self, event: EventIx) -> bool;
    /// Whether a quote had been printed.
    fn knows_quote(&self, quote: QuoteIx) -> bool;
    /// Whether a source had been published.
    fn knows_source(&self, source: SourceIx) -> bool;
}

/// What is known when nothing is held back.
#[derive(Clone, Copy, Debug)]
pub struct Everything;

impl AsOfDay for Everything {
    fn day(&self) -> Option<i64> {
        None
    }
    fn knows_event(&self, _: EventIx) -> bool {
        true
    }
    fn knows_quote(&self, _: QuoteIx) -> bool {
        true
    }
    fn knows_source(&self, _: SourceIx) -> bool {
        true
    }
}
