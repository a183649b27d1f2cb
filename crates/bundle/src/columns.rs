//! The events by column: for a pass over a million of them, which cannot afford whole rows.

use story::{EventIx, Status};

use crate::bundle::Bundle;
use crate::codes::status_from_code;
use crate::column::Column;
use crate::section::Section;

/// The columns that tell how much an event weighs. An event beyond their end weighs nothing.
#[derive(Clone, Copy)]
pub struct EventColumns<'a> {
    ranks: Column<'a>,
    statuses: Column<'a>,
    accounts: Column<'a>,
    quotes: Column<'a>,
}

impl Bundle {
    /// The columns that tell how much an event weighs, found once for many events.
    #[must_use]
    pub fn event_columns(&self) -> EventColumns<'_> {
        EventColumns {
            ranks: self.column(Section::EventRank),
            statuses: self.column(Section::EventStatus),
            accounts: self.column(Section::EventAccountsEnds),
            quotes: self.column(Section::EventQuotesEnds),
        }
    }
}

impl EventColumns<'_> {
    /// The editor's rank, 1 to 5.
    #[must_use]
    pub fn rank(self, event: EventIx) -> u8 {
        u8::try_from(self.ranks.get(event.at())).unwrap_or(u8::MAX)
    }

    /// Whether it happened, is planned, is expected, or fell through.
    #[must_use]
    pub fn status(self, event: EventIx) -> Status {
        status_from_code(self.statuses.get(event.at()))
    }

    /// How many accounts and quotes it has.
    #[must_use]
    pub fn mentions(self, event: EventIx) -> u32 {
        own_parts(self.accounts, event.at()).saturating_add(own_parts(self.quotes, event.at()))
    }
}

/// How many parts a row owns in a column of ends; 0 where a forged one runs backwards.
fn own_parts(ends: Column<'_>, at: usize) -> u32 {
    let start = at.checked_sub(1).map_or(0, |before| ends.get(before));
    ends.get(at).saturating_sub(start)
}
