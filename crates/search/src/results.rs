//! What a search has found: quotes in any order, events, and what each value of a facet would show.

use std::{cell::OnceCell, rc::Rc};

use bundle::Bundle;
use story::{Civil, EventIx, QuoteIx, Status, civil_from_day, day_from_sec};

use crate::bits::Bits;
use crate::columns::Columns;
use crate::facet::{Counts, Facet};
use crate::facets::Facets;
use crate::marks::Marks;
use crate::positions::{order_sec, position_from_sec, positions};
use crate::span::Span;

/// An order of quotes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The best match first; among equals the oldest.
    #[default]
    Relevance,
    /// By the day they were said, else printed; those without a day last.
    Oldest,
    /// The other way round; those without a day last.
    Newest,
}

/// By what quotes can be put into groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Who said them; a key is the position of a person.
    Speaker,
    /// The event they belong to; a key is the position of an event.
    Event,
    /// The article that prints them; a key is the position of a source.
    Source,
    /// The month they were said in, else printed; a key is its year times 12 plus the month from 0.
    Month,
}

/// What a search has found.
pub struct Results {
    shown: Shown,
    /// By quote; made when first asked for.
    by_quote: OnceCell<Bits>,
    quote_count: usize,
    event_count: usize,
}

/// What there is to show.
pub(crate) struct Shown {
    pub(crate) columns: Rc<Columns>,
    /// By how well the worst of the words matches, or better, before the facets.
    pub(crate) qualities: Vec<Bits>,
    /// By position in time.
    pub(crate) quotes: Bits,
    pub(crate) events: Bits,
    pub(crate) statuses: [usize; Status::ALL.len()],
    pub(crate) counts: Counts,
    pub(crate) totals: Rc<Counts>,
    pub(crate) marks: Marks,
    /// How many quotes match but for the stretch of time, and have no date.
    pub(crate) undated: usize,
}

impl Results {
    pub(crate) fn new(shown: Shown) -> Self {
        let (quote_count, event_count) = (shown.quotes.count(), shown.events.count());
        Self { shown, by_quote: OnceCell::new(), quote_count, event_count }
    }

    /// How many events each status would show, in the order of [`Status::ALL`].
    #[must_use]
    pub fn statuses(&self) -> [usize; Status::ALL.len()] {
        self.shown.statuses
    }

    /// How many quotes match.
    #[must_use]
    pub fn quote_count(&self) -> usize {
        self.quote_count
    }

    /// How many events match.
    #[must_use]
    pub fn event_count(&self) -> usize {
        self.event_count
    }

    /// How many quotes would match had they a date: they stand in no stretch of time. Without a stretch, none.
    #[must_use]
    pub fn undated(&self) -> usize {
        self.shown.undated
    }

    /// Whether a quote matches.
    #[must_use]
    pub fn quote(&self, ix: QuoteIx) -> bool {
        let by_quote = self.by_quote.get_or_init(|| {
            let mut bits = Bits::none(self.shown.columns.len());
            self.shown.quotes.iter().for_each(|at| bits.add(self.shown.columns.quotes[at] as usize));
            bits
        });
        by_quote.has(ix.at())
    }

    /// Whether an event matches.
    #[must_use]
    pub fn event(&self, ix: EventIx) -> bool {
        self.shown.events.has(ix.at())
    }

    /// The quotes that match, by their position in the order of time.
    #[must_use]
    pub fn quotes(&self) -> &Bits {
        &self.shown.quotes
    }

    /// What to mark in texts, and which part of them to show.
    #[must_use]
    pub fn marks(&self) -> &Marks {
        &self.shown.marks
    }

    /// The quotes that match, by their position in the order of time.
    #[must_use]
    pub fn by_time(&self) -> &Bits {
        &self.shown.quotes
    }

    /// The quotes that match, in an order.
    #[must_use]
    pub fn sorted(&self, bundle: &Bundle, sort: Sort) -> Vec<QuoteIx> {
        let mut order = Vec::with_capacity(self.quote_count);
        let quote = |at: usize| QuoteIx(self.shown.columns.quotes[at]);
        match sort {
            Sort::Oldest => order.extend(self.shown.quotes.iter().map(quote)),
            Sort::Newest => {
                order.extend(self.shown.quotes.iter().map(quote));
                // In the order of time those without a day are at the end, where they stay.
                let dated = order.partition_point(|ix| order_sec(bundle, *ix).is_some());
                order[..dated].reverse();
            }
            Sort::Relevance => {
                let mut before = Bits::none(self.shown.quotes.len());
                let mut own = Bits::default();
                for quality in &self.shown.qualities {
                    own.copy_from(&self.shown.quotes);
                    own.and(quality);
                    own.and_not(&before);
                    order.extend(own.iter().map(quote));
                    before.copy_from(quality);
                }
            }
        }
        order
    }

    /// How many quotes each value of a facet would show: all other facets as they are, this one with the value alone.
    #[must_use]
    pub fn counts(&self, facet: Facet) -> &[u32] {
        &self.shown.counts[facet as usize]
    }

    /// How many of all known quotes have each value of a facet, whatever is searched for.
    #[must_use]
    pub fn totals(&self, facet: Facet) -> &[u32] {
        &self.shown.totals[facet as usize]
    }

    /// The values of the facets.
    #[must_use]
    pub fn facets(&self) -> Facets<'_> {
        Facets(&self.shown.columns.tables)
    }
}

/// The groups of some quotes, each with its key and its quotes in the order of `sorted`; the groups in
/// the order of their first quotes. Quotes without a key (an event, a day) are in a group of their own, the last.
#[must_use]
pub fn grouped(bundle: &Bundle, sorted: &[QuoteIx], group: Group) -> Vec<(Option<i64>, Vec<QuoteIx>)> {
    let mut groups: Vec<(Option<i64>, Vec<QuoteIx>)> = Vec::new();
    // Keys in order, each with the position of its group.
    let mut places: Vec<(i64, usize)> = Vec::new();
    let mut without = Vec::new();
    for ix in sorted {
        let Some(key) = group_key(bundle, *ix, group) else {
            without.push(*ix);
            continue;
        };
        match places.binary_search_by_key(&key, |(key, _)| *key) {
            Ok(at) => groups[places[at].1].1.push(*ix),
            Err(at) => {
                places.insert(at, (key, groups.len()));
                groups.push((Some(key), vec![*ix]));
            }
        }
    }
    if !without.is_empty() {
        groups.push((None, without));
    }
    groups
}

/// The key of the group that a quote is in; `None` for one that has none.
#[must_use]
pub fn group_key(bundle: &Bundle, ix: QuoteIx, group: Group) -> Option<i64> {
    let quote = bundle.quote(ix);
    match group {
        Group::Speaker => Some(quote.speaker().0.into()),
        Group::Event => quote.event().map(|event| event.0.into()),
        Group::Source => Some(quote.source().0.into()),
        Group::Month => {
            let Civil { year, month, .. } = civil_from_day(day_from_sec(order_sec(bundle, ix)?));
            Some(year.saturating_mul(12).saturating_add(i64::from(month) - 1))
        }
    }
}

/// How many quotes stand within a stretch of time; of those that match, where only these count.
#[must_use]
pub fn count_within(bundle: &Bundle, results: Option<&Results>, span: Span) -> usize {
    let stretch = positions(bundle, span);
    match results {
        Some(results) => results.quotes().count_in(stretch.start, stretch.end),
        None => stretch.len(),
    }
}

/// How many of some quotes, by their position in the order of time, lie between each two of the seconds `edges`, which
/// ascend.
#[must_use]
pub fn counts_between(bundle: &Bundle, quotes: &Bits, edges: &[i64]) -> Vec<u32> {
    let places: Vec<usize> = edges.iter().map(|sec| position_from_sec(bundle, *sec)).collect();
    places.windows(2).map(|pair| quotes.count_in(pair[0], pair[1]) as u32).collect()
}
