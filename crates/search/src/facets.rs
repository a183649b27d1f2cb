//! The facets of quotes: their values, which quotes have them, and how many of some quotes do.

use std::rc::Rc;

use bundle::{Bundle, QuoteTally};

use crate::bits::Bits;
use crate::columns::{Columns, NONE, years};
use crate::named::{FAR, Named};

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
pub(crate) type Counts = Vec<Vec<u32>>;

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

    /// The counts of quotes of each kind by the values of the facets; `said` counts those at some positions.
    pub(crate) fn counts(&self, tally: QuoteTally, said: &dyn Fn(usize, usize) -> usize) -> Counts {
        let mut affiliations = vec![0; self.affiliations.names.len()];
        let mut agencies = vec![0; self.agencies.names.len()];
        let mut outlets = vec![0; self.outlets.names.len()];
        sum(&mut affiliations, &tally.speakers, &self.affiliation_of_person);
        sum(&mut outlets, &tally.sources, &self.outlet_of_source);
        sum(&mut agencies, &tally.bare, &self.agency_of_source);
        sum(&mut agencies, &tally.carried, &self.agency_of_person);
        let years = self.years.iter().map(|(_, start, end)| said(*start, *end) as u32).collect();
        vec![tally.speakers, affiliations, agencies, outlets, tally.themes, years]
    }
}

/// Adds to `out` the positions whose quotes have one of the ticked values of a facet.
pub(crate) fn ticked(columns: &Columns, facet: Facet, ticks: &[u32], out: &mut Bits) {
    let tables = &columns.tables;
    let qualities = |of: &[u32]| -> Vec<u8> { of.iter().map(|it| if ticks.contains(it) { 0 } else { FAR }).collect() };
    let rows = |len: usize| -> Vec<u32> { (0..len as u32).collect() };
    let (mut speakers, mut vias, mut bare, mut sources, mut themes) = Default::default();
    match facet {
        Facet::Speaker => speakers = qualities(&rows(tables.affiliation_of_person.len())),
        Facet::Affiliation => speakers = qualities(&tables.affiliation_of_person),
        Facet::Agency => (vias, bare) = (qualities(&tables.agency_of_person), qualities(&tables.agency_of_source)),
        Facet::Outlet => sources = qualities(&tables.outlet_of_source),
        Facet::Theme => themes = qualities(&rows(tables.themes)),
        Facet::Year => {
            let ticked = ticks.iter().filter_map(|tick| tables.years.get(*tick as usize));
            return ticked.for_each(|(_, start, end)| (*start..*end).for_each(|at| out.add(at)));
        }
    }
    let named = Named { speakers: &speakers, vias: &vias, bare: &bare, sources: &sources, themes: &themes };
    named.each(columns, &mut |at, _| out.add(at));
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
    columns.tables.counts(tally, &|start, end| quotes.count_in(start, end))
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
