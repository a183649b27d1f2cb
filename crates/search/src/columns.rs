//! The quotes in the order of time: who said each, how it came to the reader, when. Read once, at the first search.

use std::{ops::Range, rc::Rc};

use bundle::Bundle;
use story::{Civil, QuoteIx, civil_from_day, day_from_civil, day_from_sec, sec_from_day};

use crate::facets::FacetTables;
use crate::span::Span;

/// What stands for none in a column.
pub(crate) const NONE: u32 = u32::MAX;

/// The quotes in the order of time, by column. A position is one of [`Bundle::quotes_by_time`].
pub(crate) struct Columns {
    /// By position, the quote.
    pub(crate) quotes: Vec<u32>,
    /// By position, the speaker.
    pub(crate) speakers: Vec<u32>,
    /// By position, who carried the words; [`NONE`] for nobody.
    pub(crate) vias: Vec<u32>,
    /// By position, the source.
    pub(crate) sources: Vec<u32>,
    /// By position, the event; [`NONE`] for none.
    pub(crate) events: Vec<u32>,
    /// By quote, where its themes end in `themes`.
    theme_ends: Vec<u32>,
    themes: Vec<u32>,
    /// What the facets are made of.
    pub(crate) tables: Rc<FacetTables>,
}

impl Columns {
    /// Reads the columns of a bundle.
    pub(crate) fn new(bundle: &Bundle, tables: Rc<FacetTables>) -> Self {
        let of = bundle.quote_columns();
        let quotes = bundle.quotes_by_time_numbers();
        Self {
            speakers: in_time(&quotes, &of.speakers),
            vias: in_time(&quotes, &of.vias),
            sources: in_time(&quotes, &of.sources),
            events: in_time(&quotes, &of.events),
            theme_ends: of.theme_ends,
            themes: of.themes,
            tables,
            quotes,
        }
    }

    /// How many quotes there are.
    pub(crate) fn len(&self) -> usize {
        self.quotes.len()
    }

    /// The themes of the quote at a position.
    pub(crate) fn themes_at(&self, at: usize) -> &[u32] {
        let ix = self.quotes.get(at).map_or(usize::MAX, |ix| *ix as usize);
        let end = |ix: usize| self.theme_ends.get(ix).copied().unwrap_or(0) as usize;
        let start = ix.checked_sub(1).map_or(0, end);
        self.themes.get(start..end(ix)).unwrap_or_default()
    }
}

/// The positions that the cells of quotes tell, in another order of quotes.
fn in_time(quotes: &[u32], cells: &[u32]) -> Vec<u32> {
    // Of 0, which is none, this makes NONE.
    quotes.iter().map(|ix| cells.get(*ix as usize).copied().unwrap_or(0).wrapping_sub(1)).collect()
}

/// The second, by the clock there, by which a quote stands in the order of time; `None` for one without any date.
#[must_use]
pub(crate) fn order_sec(bundle: &Bundle, ix: QuoteIx) -> Option<i64> {
    let quote = bundle.quote(ix);
    let of = |when: Option<story::When>| when?.order_sec();
    of(quote.said()).or_else(|| of(quote.known_from()))
}

/// The first position, in the order of time, of a quote that was said at a second or after; those without any date
/// are after all others. Exact from day to day; between two times of one day only where all its clocks have one offset.
pub(crate) fn position_from_sec(bundle: &Bundle, sec: i64) -> usize {
    let (mut low, mut high) = (0, bundle.quote_count());
    while low < high {
        let middle = low + (high - low) / 2;
        let is_before = order_sec(bundle, bundle.quote_at_time(middle)).is_some_and(|at| at < sec);
        if is_before { low = middle + 1 } else { high = middle }
    }
    low
}

/// The positions in the order of time of what stands within a stretch of it.
pub(crate) fn positions(bundle: &Bundle, span: Span) -> Range<usize> {
    let end = span.to_sec.unwrap_or(i64::MAX);
    let start = span.from_sec.map_or(0, |sec| position_from_sec(bundle, sec));
    start..position_from_sec(bundle, end).max(start)
}

/// The years in which something was said, ascending, each with its first position and the one after its last. A binary
/// search for each, not a look at each quote.
pub(crate) fn years(bundle: &Bundle) -> Vec<(i64, usize, usize)> {
    let mut years = Vec::new();
    let mut start = 0;
    while let Some(sec) =
        (start < bundle.quote_count()).then(|| order_sec(bundle, bundle.quote_at_time(start))).flatten()
    {
        let year = civil_from_day(day_from_sec(sec)).year;
        let next = day_from_civil(Civil { year: year.saturating_add(1), month: 1, day: 1 });
        // A foreign bundle may be in no order; it must not keep us here.
        let end = position_from_sec(bundle, sec_from_day(next)).max(start + 1);
        years.push((year, start, end));
        start = end;
    }
    years
}
