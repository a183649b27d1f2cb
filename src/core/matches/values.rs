//! The values of the facets, and how many quotes each would show.

use search::{AllFacets, Facet, Facets, Results};
use story::{PersonIx, ThemeIx};

/// For each facet its values, each with how many quotes it would show: the search and all other facets as they are,
/// this one with the value alone. Most first. A value that shows none now, but would without the filter, is there too.
#[derive(Clone, Debug, PartialEq)]
pub struct Values {
    /// Who said it.
    pub speakers: Vec<(PersonIx, usize)>,
    /// For whom they act or speak; an empty name stands for nobody.
    pub affiliations: Vec<(String, usize)>,
    /// The agencies; an empty name stands for none.
    pub carriers: Vec<(String, usize)>,
    /// The outlets; an empty name stands for one that is not named.
    pub outlets: Vec<(String, usize)>,
    /// What it is about.
    pub themes: Vec<(ThemeIx, usize)>,
    /// When it was said; in the order of time.
    pub years: Vec<(i64, usize)>,
}

impl Values {
    /// The values of the facets where everything is shown.
    pub(super) fn of_all(all: &AllFacets) -> Self {
        Self::new(all.values(), &|facet| (all.totals(facet), all.totals(facet)))
    }

    /// The values of the facets for what has been found.
    pub(super) fn of_found(results: &Results) -> Self {
        Self::new(results.facets(), &|facet| (results.totals(facet), results.counts(facet)))
    }

    /// `counts` gives for a facet how many of the known quotes have each value, and how many of those that it would show.
    fn new<'a>(facets: Facets<'_>, counts: &dyn Fn(Facet) -> (&'a [u32], &'a [u32])) -> Self {
        let occurring = |facet| occurring(counts(facet));
        let named = |facet, names: &[String]| {
            let name = |(at, n): (usize, usize)| Some((names.get(at)?.clone(), n));
            most_first(occurring(facet).filter_map(name).collect())
        };
        Self {
            speakers: most_first(occurring(Facet::Speaker).map(|(at, n)| (at.into(), n)).collect()),
            affiliations: named(Facet::Affiliation, facets.affiliations()),
            carriers: named(Facet::Agency, facets.agencies()),
            outlets: named(Facet::Outlet, facets.outlets()),
            themes: most_first(occurring(Facet::Theme).map(|(at, n)| (at.into(), n)).collect()),
            years: occurring(Facet::Year).filter_map(|(at, n)| Some((facets.years().nth(at)?, n))).collect(),
        }
    }
}

/// The values that any known quote has, each with how many of what matches it would show.
fn occurring<'a>((totals, counts): (&'a [u32], &'a [u32])) -> impl Iterator<Item = (usize, usize)> + 'a {
    let counts = totals.iter().zip(counts).enumerate();
    counts.filter(|(_, (total, _))| **total > 0).map(|(at, (_, count))| (at, *count as usize))
}

/// The counts in falling order, equal ones as they came. By insertion: facets are few, and the standard sort is large.
fn most_first<T>(counts: Vec<(T, usize)>) -> Vec<(T, usize)> {
    let mut sorted: Vec<(T, usize)> = Vec::with_capacity(counts.len());
    for entry in counts {
        let at = sorted.partition_point(|(_, count)| *count >= entry.1);
        sorted.insert(at, entry);
    }
    sorted
}
