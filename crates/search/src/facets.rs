//! The facets of quotes: their values, which quotes have them, and how many of some quotes do.

use std::rc::Rc;

use bundle::Bundle;
use story::{PersonIx, SourceIx, ThemeIx};

use crate::bits::Bits;
use crate::columns::{Columns, NONE};
use crate::facet::{Counts, Facet};
use crate::facet_tables::FacetTables;
use crate::named::{FAR, Named};

/// Adds to `out` the positions whose quotes have one of the ticked values of a facet.
pub(crate) fn ticked(columns: &Columns, facet: Facet, ticks: &[u32], out: &mut Bits) {
    let tables = &columns.tables;
    let mut named = Named::default();
    let (first, second): (Vec<u8>, Vec<u8>);
    match facet {
        Facet::Speaker | Facet::Theme => {
            first = positions(ticks);
            *(if facet == Facet::Speaker { &mut named.speakers } else { &mut named.themes }) = &first;
        }
        Facet::Affiliation => {
            first = qualities(ticks, &tables.affiliation_of_person);
            named.speakers = &first;
        }
        Facet::Agency => {
            first = qualities(ticks, &tables.agency_of_person);
            second = qualities(ticks, &tables.agency_of_source);
            (named.vias, named.bare) = (&first, &second);
        }
        Facet::Outlet => {
            first = qualities(ticks, &tables.outlet_of_source);
            named.sources = &first;
        }
        Facet::Year => {
            let ticked = ticks.iter().filter_map(|tick| tables.years.get(*tick as usize));
            return ticked.for_each(|(_, start, end)| (*start..*end).for_each(|at| out.add(at)));
        }
    }
    named.each(columns, &mut |at, _| out.add(at));
}

/// Which rows belong to what is ticked, as [`Named`] has it.
fn qualities(ticks: &[u32], of: &[u32]) -> Vec<u8> {
    of.iter().map(|of| if ticks.contains(of) { 0 } else { FAR }).collect()
}

/// The rows that are ticked themselves.
fn positions(ticks: &[u32]) -> Vec<u8> {
    let mut rows = Vec::new();
    // One that stands for a name which the story does not have is beyond all rows.
    for tick in ticks.iter().filter(|tick| **tick != u32::MAX) {
        let at = *tick as usize;
        rows.resize(rows.len().max(at + 1), FAR);
        rows[at] = 0;
    }
    rows
}

/// How many of some quotes have each value of each facet. Of more than half of the quotes in `within`, of which those
/// in `totals` have each value, the others are counted.
pub(crate) fn all_counts(bundle: &Bundle, columns: &Columns, quotes: &Bits, rest: Option<(&Bits, &Counts)>) -> Counts {
    if let Some((within, totals)) = rest {
        let mut others = within.clone();
        others.and_not(quotes);
        if others.count() < quotes.count() {
            let mut counts = all_counts(bundle, columns, &others, None);
            for (count, total) in counts.iter_mut().flatten().zip(totals.iter().flatten()) {
                *count = total.saturating_sub(*count);
            }
            return counts;
        }
    }
    let mut tally = bundle.empty_tally();
    for at in quotes.iter() {
        let via = columns.vias[at];
        let via = (via != NONE).then_some(PersonIx(via));
        tally.add(PersonIx(columns.speakers[at]), via, SourceIx(columns.sources[at]));
        columns.themes_at(at).iter().for_each(|theme| tally.add_theme(ThemeIx(*theme)));
    }
    columns.tables.counts(&tally, &|start, end| quotes.count_in(start, end))
}

/// The values of the facets, and how many of all quotes have them.
pub struct AllFacets {
    pub(crate) tables: Rc<FacetTables>,
    pub(crate) totals: Rc<Counts>,
}

impl AllFacets {
    /// The values.
    #[must_use]
    pub fn values(&self) -> Facets<'_> {
        Facets(&self.tables)
    }

    /// How many of all quotes have each value of a facet.
    #[must_use]
    pub fn totals(&self, facet: Facet) -> &[u32] {
        &self.totals[facet as usize]
    }
}

/// The values of the facets, for those who show them.
#[derive(Clone, Copy)]
pub struct Facets<'a>(pub(crate) &'a FacetTables);

impl<'a> Facets<'a> {
    /// The affiliations of people; an empty one stands for none.
    #[must_use]
    pub fn affiliations(self) -> &'a [String] {
        &self.0.affiliations.names
    }

    /// The names of all that may have carried words; an empty one stands for none.
    #[must_use]
    pub fn agencies(self) -> &'a [String] {
        &self.0.agencies.names
    }

    /// The outlets; an empty name stands for one that is not named.
    #[must_use]
    pub fn outlets(self) -> &'a [String] {
        &self.0.outlets.names
    }

    /// The years in which something was said, ascending.
    pub fn years(self) -> impl ExactSizeIterator<Item = i64> + use<'a> {
        self.0.years.iter().map(|(year, _, _)| *year)
    }
}
