//! The facets of quotes: their values, which quotes have them, and how many of some quotes do.

use std::rc::Rc;

use bundle::{Bundle, QuoteTally};

use crate::bits::Bits;
use crate::columns::{Columns, NONE, years};

/// By what quotes can be narrowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Who said it; a value is the position of a person.
    Speaker,
    /// For whom the speaker acts or speaks; a value is a position among [`Facets::affiliations`].
    Affiliation,
    /// The agency that carried the words, else that of the source; a position among [`Facets::agencies`].
    Agency,
    /// Who printed them; a position among [`Facets::outlets`].
    Outlet,
    /// What they are about; the position of a theme.
    Theme,
    /// When they were said, else printed; a position among [`Facets::years`].
    Year,
}

impl Facet {
    /// Every facet, in the order of the declaration.
    pub const ALL: [Self; 6] = [Self::Speaker, Self::Affiliation, Self::Agency, Self::Outlet, Self::Theme, Self::Year];
}

/// For each facet, in the order of [`Facet::ALL`], the values that are ticked. A facet without any lets all through.
pub type Ticks = [Vec<u32>; Facet::ALL.len()];

/// For each facet, in the order of [`Facet::ALL`], how many quotes have each of its values.
pub(crate) type Counts = [Vec<u32>; Facet::ALL.len()];

/// Names that several rows share, each once; the empty name stands for none.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shared {
    pub(crate) names: Vec<String>,
    /// The names in order, by their position.
    sorted: Vec<u32>,
}

impl Shared {
    /// The position of a name, a new one where it was not met before.
    fn position(&mut self, name: &str) -> u32 {
        let at = self.sorted.binary_search_by(|at| self.names[*at as usize].as_str().cmp(name));
        at.map(|at| self.sorted[at]).unwrap_or_else(|at| {
            self.names.push(name.to_owned());
            self.sorted.insert(at, self.names.len() as u32 - 1);
            self.names.len() as u32 - 1
        })
    }
}

/// What the facets are made of: of which affiliation each person is, and so on.
#[derive(Clone, Debug)]
pub(crate) struct FacetTables {
    pub(crate) affiliations: Shared,
    affiliation_of_person: Vec<u32>,
    pub(crate) agencies: Shared,
    agency_of_person: Vec<u32>,
    agency_of_source: Vec<u32>,
    pub(crate) outlets: Shared,
    outlet_of_source: Vec<u32>,
    themes: usize,
    /// The years in which something was said, ascending, each with its first position and the one after its last.
    pub(crate) years: Vec<(i64, usize, usize)>,
}

impl FacetTables {
    pub(crate) fn new(bundle: &Bundle) -> Self {
        let (mut affiliations, mut agencies, mut outlets) = (Shared::default(), Shared::default(), Shared::default());
        let people = || bundle.people().map(|ix| bundle.person(ix));
        let sources = || bundle.sources().map(|ix| bundle.source(ix));
        Self {
            affiliation_of_person: people().map(|it| affiliations.position(it.affiliation().unwrap_or(""))).collect(),
            agency_of_person: people().map(|it| agencies.position(it.name())).collect(),
            agency_of_source: sources().map(|it| agencies.position(it.agency().unwrap_or(""))).collect(),
            outlet_of_source: sources().map(|it| outlets.position(it.publisher().unwrap_or(""))).collect(),
            themes: bundle.theme_count(),
            years: years(bundle),
            affiliations,
            agencies,
            outlets,
        }
    }

    /// How many values a facet may have.
    fn len(&self, facet: Facet) -> usize {
        match facet {
            Facet::Speaker => self.affiliation_of_person.len(),
            Facet::Affiliation => self.affiliations.names.len(),
            Facet::Agency => self.agencies.names.len(),
            Facet::Outlet => self.outlets.names.len(),
            Facet::Theme => self.themes,
            Facet::Year => self.years.len(),
        }
    }

    /// The counts of quotes of each kind by the values of the facets; `said` counts those at some positions.
    pub(crate) fn counts(&self, tally: QuoteTally, said: impl Fn(usize, usize) -> usize) -> Counts {
        let mut counts = Facet::ALL.map(|facet| vec![0; self.len(facet)]);
        let [speakers, affiliations, agencies, outlets, themes, years] = &mut counts;
        sum(affiliations, &tally.speakers, &self.affiliation_of_person);
        sum(outlets, &tally.sources, &self.outlet_of_source);
        sum(agencies, &tally.bare, &self.agency_of_source);
        sum(agencies, &tally.carried, &self.agency_of_person);
        *speakers = tally.speakers;
        *themes = tally.themes;
        for (count, (_, start, end)) in years.iter_mut().zip(&self.years) {
            *count = said(*start, *end) as u32;
        }
        counts
    }

    fn agency(&self, via: u32, source: u32) -> u32 {
        let (of, at) = if via == NONE { (&self.agency_of_source, source) } else { (&self.agency_of_person, via) };
        of.get(at as usize).copied().unwrap_or(NONE)
    }
}

/// Adds to `out` the positions whose quotes have one of the ticked values of a facet.
pub(crate) fn ticked(columns: &Columns, facet: Facet, ticks: &[u32], out: &mut Bits) {
    let mut is_ticked = vec![false; columns.tables.len(facet)];
    for tick in ticks {
        if let Some(ticked) = is_ticked.get_mut(*tick as usize) {
            *ticked = true;
        }
    }
    each(columns, facet, &mut |at, value| {
        if is_ticked.get(value as usize).copied().unwrap_or_default() {
            out.add(at);
        }
    });
}

/// Calls `visit` with every position and each value of the facet that its quote has.
fn each(columns: &Columns, facet: Facet, visit: &mut dyn FnMut(usize, u32)) {
    if facet == Facet::Year {
        for (value, (_, start, end)) in columns.tables.years.iter().enumerate() {
            (*start..*end).for_each(|at| visit(at, value as u32));
        }
        return;
    }
    for at in 0..columns.len() {
        values(columns, facet, at, |value| visit(at, value));
    }
}

/// Calls `visit` with each value of a facet, but for the year, that the quote at a position has.
#[inline]
fn values(columns: &Columns, facet: Facet, at: usize, mut visit: impl FnMut(u32)) {
    let tables = &columns.tables;
    let mapped = |of: &[u32], row: u32| of.get(row as usize).copied().unwrap_or(NONE);
    match facet {
        Facet::Speaker => visit(columns.speakers[at]),
        Facet::Affiliation => visit(mapped(&tables.affiliation_of_person, columns.speakers[at])),
        Facet::Agency => visit(tables.agency(columns.vias[at], columns.sources[at])),
        Facet::Outlet => visit(mapped(&tables.outlet_of_source, columns.sources[at])),
        Facet::Theme => columns.themes_at(at).iter().for_each(|theme| visit(*theme)),
        Facet::Year => {}
    }
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
    let mut tally = QuoteTally::none(bundle);
    for at in quotes.iter() {
        let (via, source) = (columns.vias[at], columns.sources[at]);
        add(&mut tally.speakers, columns.speakers[at]);
        add(&mut tally.sources, source);
        if via == NONE {
            add(&mut tally.bare, source);
        } else {
            add(&mut tally.carried, via);
        }
        columns.themes_at(at).iter().for_each(|theme| add(&mut tally.themes, *theme));
    }
    columns.tables.counts(tally, |start, end| quotes.count_in(start, end))
}

#[inline]
fn add(counts: &mut [u32], value: u32) {
    if let Some(count) = counts.get_mut(value as usize) {
        *count += 1;
    }
}

/// Adds up the counts of rows by what each row belongs to.
fn sum(sums: &mut [u32], counts: &[u32], of: &[u32]) {
    for (count, of) in counts.iter().zip(of) {
        if let Some(sum) = sums.get_mut(*of as usize) {
            *sum += count;
        }
    }
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
