//! The events and quotes by column: for a pass over a million of them, which cannot afford whole rows.

use story::{EventIx, LaneIx, QuoteIx, Status};

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
    lanes: Column<'a>,
}

/// Who said each quote, and how it came to the reader: a number for each quote, in the author's order. 0 is none, and
/// any other one more than the position of a row.
pub struct QuoteColumns {
    /// Who said it.
    pub speakers: Vec<u32>,
    /// The agency that carried the words.
    pub vias: Vec<u32>,
    /// The article that prints them.
    pub sources: Vec<u32>,
    /// The event they belong to.
    pub events: Vec<u32>,
    /// Where the themes of the quote end among all.
    pub theme_ends: Vec<u32>,
    /// All themes, each by the position of its row.
    pub themes: Vec<u32>,
}

impl Bundle {
    /// Who said each quote, and how it came to the reader; decoded, for many passes over all of them.
    #[must_use]
    pub fn quote_columns(&self) -> QuoteColumns {
        let numbers = |section| self.column(section).to_numbers(self.quote_count());
        QuoteColumns {
            speakers: numbers(Section::QuoteSpeaker),
            vias: numbers(Section::QuoteVia),
            sources: numbers(Section::QuoteSource),
            events: numbers(Section::QuoteEvent),
            theme_ends: numbers(Section::QuoteThemesEnds),
            themes: self.column(Section::QuoteThemes).iter().collect(),
        }
    }

    /// The quotes in the order of [`Bundle::quotes_by_time`], decoded likewise.
    #[must_use]
    pub fn quotes_by_time_numbers(&self) -> Vec<u32> {
        let order = self.column(Section::QuoteByTime);
        order.to_numbers(order.len())
    }

    /// The quote at a position of [`Bundle::quotes_by_time`]; one that is not there beyond its end.
    #[must_use]
    pub fn quote_at_time(&self, position: usize) -> QuoteIx {
        let order = self.column(Section::QuoteByTime);
        QuoteIx(if position < order.len() { order.get(position) } else { u32::MAX })
    }

    /// The columns that tell how much an event weighs, found once for many events.
    #[must_use]
    pub fn event_columns(&self) -> EventColumns<'_> {
        EventColumns {
            ranks: self.column(Section::EventRank),
            statuses: self.column(Section::EventStatus),
            accounts: self.column(Section::EventAccountsEnds),
            quotes: self.column(Section::EventQuotesEnds),
            lanes: self.column(Section::EventLane),
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

    /// The row group of the timeline it stands in.
    #[must_use]
    pub fn lane(self, event: EventIx) -> Option<LaneIx> {
        self.lanes.get(event.at()).checked_sub(1).map(LaneIx)
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
