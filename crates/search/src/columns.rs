//! The quotes in the order of time: who said each, how it came to the reader, when. Read once, at the first search.

use std::rc::Rc;

use bundle::Bundle;

use crate::facet_tables::FacetTables;

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
