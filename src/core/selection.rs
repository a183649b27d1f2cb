//! What is open: an event or a quote.

use story::{EventIx, QuoteIx};

/// What is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// An event.
    Event(EventIx),
    /// A quote, and with it its event.
    Quote(QuoteIx),
}

impl Selection {
    /// The quote, if it is one.
    #[must_use]
    pub fn quote(self) -> Option<QuoteIx> {
        match self {
            Self::Quote(ix) => Some(ix),
            Self::Event(_) => None,
        }
    }
}
