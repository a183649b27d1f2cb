//! The events and quotes by column: for a pass over a million of them, which cannot afford whole rows.

use story::{EventIx, LaneIx, PersonIx, QuoteIx, SourceIx, Status, ThemeIx};

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

/// The columns that tell who said something, and how it came to the reader. A quote beyond their end has nothing.
#[derive(Clone, Copy)]
pub struct QuoteColumns<'a> {
    by_time: Column<'a>,
    speakers: Column<'a>,
    vias: Column<'a>,
    sources: Column<'a>,
    events: Column<'a>,
    theme_ends: Column<'a>,
    themes: Column<'a>,
}

impl Bundle {
    /// The columns that tell who said something, found once for many quotes.
    #[must_use]
    pub fn quote_columns(&self) -> QuoteColumns<'_> {
        QuoteColumns {
            by_time: self.column(Section::QuoteByTime),
            speakers: self.column(Section::QuoteSpeaker),
            vias: self.column(Section::QuoteVia),
            sources: self.column(Section::QuoteSource),
            events: self.column(Section::QuoteEvent),
            theme_ends: self.column(Section::QuoteThemesEnds),
            themes: self.column(Section::QuoteThemes),
        }
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

impl<'a> QuoteColumns<'a> {
    /// The quote at a position of [`Bundle::quotes_by_time`]; one that is not there beyond its end.
    #[must_use]
    pub fn at_time(self, position: usize) -> QuoteIx {
        QuoteIx(if position < self.by_time.len() { self.by_time.get(position) } else { u32::MAX })
    }

    /// Who said it; a person that is not there where the bundle names none.
    #[must_use]
    pub fn speaker(self, quote: QuoteIx) -> PersonIx {
        PersonIx(self.speakers.get(quote.at()).wrapping_sub(1))
    }

    /// The agency that carried the words.
    #[must_use]
    pub fn via(self, quote: QuoteIx) -> Option<PersonIx> {
        self.vias.get(quote.at()).checked_sub(1).map(PersonIx)
    }

    /// The article that prints them; one that is not there where the bundle names none.
    #[must_use]
    pub fn source(self, quote: QuoteIx) -> SourceIx {
        SourceIx(self.sources.get(quote.at()).wrapping_sub(1))
    }

    /// The event they belong to.
    #[must_use]
    pub fn event(self, quote: QuoteIx) -> Option<EventIx> {
        self.events.get(quote.at()).checked_sub(1).map(EventIx)
    }

    /// What they are about.
    pub fn themes(self, quote: QuoteIx) -> impl ExactSizeIterator<Item = ThemeIx> + use<'a> {
        let end = (self.theme_ends.get(quote.at()) as usize).min(self.themes.len());
        let start = quote.at().checked_sub(1).map_or(0, |before| self.theme_ends.get(before) as usize);
        (start.min(end)..end).map(move |at| ThemeIx(self.themes.get(at)))
    }
}

/// How many parts a row owns in a column of ends; 0 where a forged one runs backwards.
fn own_parts(ends: Column<'_>, at: usize) -> u32 {
    let start = at.checked_sub(1).map_or(0, |before| ends.get(before));
    ends.get(at).saturating_sub(start)
}
