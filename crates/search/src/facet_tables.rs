//! What the facets are made of: which names several rows share.

use bundle::{Bundle, QuoteTally};

use crate::facet::{Counts, Facet};
use crate::positions::years;

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
    pub(crate) affiliation_of_person: Vec<u32>,
    pub(crate) agencies: Shared,
    pub(crate) agency_of_person: Vec<u32>,
    pub(crate) agency_of_source: Vec<u32>,
    pub(crate) outlets: Shared,
    pub(crate) outlet_of_source: Vec<u32>,
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
