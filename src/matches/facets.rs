//! How many quotes each value of a facet would show, counted in one pass.

use bundle::{Bundle, QuoteRow};
use story::{PersonIx, SourceIx};

use crate::{record::Record, state::Filter};

/// Which facets of the filter let a quote through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lets {
    speaker: bool,
    carrier: bool,
    outlet: bool,
}

impl Lets {
    /// All of them.
    pub(super) const ALL: Self = Self { speaker: true, carrier: true, outlet: true };
    /// None of them.
    pub(super) const NONE: Self = Self { speaker: false, carrier: false, outlet: false };

    /// Which facets of a filter let a quote through; a facet without any tick does.
    pub(super) fn of(filter: &Filter, record: &Record, quote: QuoteRow<'_>) -> Self {
        let Filter { speakers, carriers, outlets, .. } = filter;
        let named = |ticked: &[String], name: &str| ticked.iter().any(|other| other == name);
        Self {
            speaker: speakers.is_empty() || speakers.contains(&quote.speaker()),
            carrier: carriers.is_empty() || named(carriers, record.carrier(quote)),
            outlet: outlets.is_empty() || named(outlets, record.outlet(quote.source())),
        }
    }

    /// Whether all of them do.
    pub(super) fn all(self) -> bool {
        self == Self::ALL
    }
}

/// What each value of each facet would show, the other facets as they are.
pub(super) struct Facets {
    /// By person.
    speakers: Tally,
    /// By the person who carried the words, then by the source.
    carriers: Tally,
    /// By source.
    outlets: Tally,
    people: usize,
}

impl Facets {
    /// Nothing counted yet.
    pub(super) fn new(bundle: &Bundle) -> Self {
        let (people, sources) = (bundle.person_count(), bundle.source_count());
        Self {
            speakers: Tally::new(people),
            carriers: Tally::new(people + sources),
            outlets: Tally::new(sources),
            people,
        }
    }

    /// Counts a quote for each facet of which the others let it through. Its values are there either way.
    pub(super) fn count(&mut self, quote: QuoteRow<'_>, lets: Lets) {
        let Lets { speaker, carrier, outlet } = lets;
        let source = quote.source().at();
        self.speakers.count(quote.speaker().at(), carrier && outlet);
        self.carriers.count(quote.via().map_or(self.people.saturating_add(source), PersonIx::at), speaker && outlet);
        self.outlets.count(source, speaker && carrier);
    }

    /// The speakers and how many quotes each would show, most first.
    pub(super) fn speakers(&self) -> Vec<(PersonIx, usize)> {
        most_first(self.speakers.counts().map(|(at, n)| (PersonIx::from(at), n)).collect())
    }

    /// The agencies likewise, by name; an empty name stands for none.
    pub(super) fn carriers(&self, record: &Record) -> Vec<(String, usize)> {
        let name = |at: usize| match at.checked_sub(self.people) {
            None => record.bundle.person(PersonIx::from(at)).name(),
            Some(source) => record.bundle.source(SourceIx::from(source)).agency().unwrap_or_default(),
        };
        most_first(by_name(self.carriers.counts().map(|(at, n)| (name(at), n))))
    }

    /// The outlets likewise.
    pub(super) fn outlets(&self, record: &Record) -> Vec<(String, usize)> {
        most_first(by_name(self.outlets.counts().map(|(at, n)| (record.outlet(SourceIx::from(at)), n))))
    }
}

/// Counts by position.
struct Tally {
    /// By position: 0 for one that never came up, else 1 + its count.
    counts: Vec<u32>,
    /// The positions in the order in which they came up.
    order: Vec<u32>,
}

impl Tally {
    fn new(len: usize) -> Self {
        Self { counts: vec![0; len], order: Vec::new() }
    }

    /// A position comes up, and counts or not. One beyond the end, of a foreign bundle, is passed over.
    fn count(&mut self, at: usize, counts: bool) {
        let Some(count) = self.counts.get_mut(at) else { return };
        if *count == 0 {
            *count = 1;
            self.order.push(at as u32);
        }
        *count += u32::from(counts);
    }

    fn counts(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.order.iter().map(|at| (*at as usize, self.counts[*at as usize].saturating_sub(1) as usize))
    }
}

/// The counts of equal names together, where the first of them stood.
fn by_name<'a>(counts: impl Iterator<Item = (&'a str, usize)>) -> Vec<(String, usize)> {
    let mut sums: Vec<(String, usize)> = Vec::new();
    // The names in order, each with its place among the sums.
    let mut places: Vec<(&str, usize)> = Vec::new();
    for (name, n) in counts {
        match places.binary_search_by(|(other, _)| (*other).cmp(name)) {
            Ok(at) => sums[places[at].1].1 += n,
            Err(at) => {
                places.insert(at, (name, sums.len()));
                sums.push((name.to_owned(), n));
            }
        }
    }
    sums
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
