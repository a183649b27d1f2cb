//! The facets of quotes: their values, which quotes have them, and how many of some quotes do.

use std::rc::Rc;

use bundle::{Bundle, QuoteTally};
use story::{PersonIx, SourceIx, ThemeIx};

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
    /// The position of the name of each of so many rows.
    fn positions<'a>(&mut self, rows: usize, name: &dyn Fn(usize) -> Option<&'a str>) -> Vec<u32> {
        let mut positions = Vec::new();
        (0..rows).for_each(|at| positions.push(self.position(name(at).unwrap_or_default())));
        positions
    }

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
    /// The years in which something was said, ascending, each with its first position and the one after its last.
    pub(crate) years: Vec<(i64, usize, usize)>,
}

impl FacetTables {
    pub(crate) fn new(bundle: &Bundle) -> Self {
        let (mut affiliations, mut agencies, mut outlets) = (Shared::default(), Shared::default(), Shared::default());
        let (people, sources) = (bundle.person_count(), bundle.source_count());
        let person = |at: usize| bundle.person(at.into());
        let source = |at: usize| bundle.source(at.into());
        Self {
            affiliation_of_person: affiliations.positions(people, &|at| person(at).affiliation()),
            agency_of_person: agencies.positions(people, &|at| Some(person(at).name())),
            agency_of_source: agencies.positions(sources, &|at| source(at).agency()),
            outlet_of_source: outlets.positions(sources, &|at| source(at).publisher()),
            years: years(bundle),
            affiliations,
            agencies,
            outlets,
        }
    }

    /// The counts of quotes of each kind by the values of the facets; `said` counts those at some positions.
    pub(crate) fn counts(&self, tally: &QuoteTally, said: &dyn Fn(usize, usize) -> usize) -> Counts {
        let [speakers, carried, sources, bare, themes] = tally.split();
        let mut counts = vec![Vec::new(); Facet::ALL.len()];
        counts[Facet::Speaker as usize].extend_from_slice(speakers);
        counts[Facet::Theme as usize].extend_from_slice(themes);
        sum(&mut counts[Facet::Affiliation as usize], speakers, &self.affiliation_of_person);
        sum(&mut counts[Facet::Outlet as usize], sources, &self.outlet_of_source);
        sum(&mut counts[Facet::Agency as usize], bare, &self.agency_of_source);
        sum(&mut counts[Facet::Agency as usize], carried, &self.agency_of_person);
        let years = &mut counts[Facet::Year as usize];
        self.years.iter().for_each(|(_, start, end)| years.push(said(*start, *end) as u32));
        counts
    }
}

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

/// Adds up the counts of rows by what each row belongs to.
fn sum(sums: &mut Vec<u32>, counts: &[u32], of: &[u32]) {
    for (count, of) in counts.iter().zip(of) {
        let at = *of as usize;
        if at >= sums.len() {
            sums.resize(at + 1, 0);
        }
        sums[at] += count;
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
