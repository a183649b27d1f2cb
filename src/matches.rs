//! What the reader's filter lets through, and the live counts of its facets.

use search::{Fold, Folded, Query};
use story::{EventIx, PersonIx, QuoteIx, Status};

use crate::{known::Knowledge, record::Record, state::Filter};

/// What a filter lets through.
#[derive(Clone, Debug, PartialEq)]
pub struct Matches {
    /// By event: whether it matches.
    pub events: Vec<bool>,
    /// By quote: whether it matches.
    pub quotes: Vec<bool>,
    /// How many events each status would show, in the order of [`Status::ALL`].
    pub statuses: [usize; 4],
    /// The speakers and how many quotes each would show, most first.
    pub speakers: Vec<(PersonIx, usize)>,
    /// The agencies likewise, by name; an empty name stands for none.
    pub carriers: Vec<(String, usize)>,
    /// The outlets likewise.
    pub outlets: Vec<(String, usize)>,
}

/// The facets of quotes, of which one may be left out for a moment to count it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Facet {
    Speaker,
    Carrier,
    Outlet,
}

impl Matches {
    /// What a filter lets through; `query` is its search, parsed, and `fold` what it was parsed with.
    #[must_use]
    pub fn new(known: &Knowledge, filter: &Filter, query: &Query, fold: &dyn Fold) -> Self {
        let record = &*known.record;
        let found = Found { known, record, filter, query, fold };
        let quotes: Vec<bool> = record.bundle.quotes().map(|ix| found.text(ix) && found.facets(ix, None)).collect();
        let by_words: Vec<bool> = record.bundle.events().map(|ix| known.knows_event(ix) && found.event(ix)).collect();
        let events = record.bundle.events().map(|ix| by_words[ix.at()] && found.status(ix)).collect();
        let statuses = Status::ALL.map(|status| {
            let of_status = |ix: &EventIx| record.bundle.event(*ix).status() == status && by_words[ix.at()];
            record.bundle.events().filter(of_status).count()
        });
        let bundle = &record.bundle;
        Self {
            events,
            quotes,
            statuses,
            speakers: found.counts(Facet::Speaker, |ix| bundle.quote(ix).speaker()),
            carriers: found.counts(Facet::Carrier, |ix| record.carrier(bundle.quote(ix)).to_owned()),
            outlets: found.counts(Facet::Outlet, |ix| record.outlet(bundle.quote(ix).source()).to_owned()),
        }
    }

    /// Whether an event matches.
    #[must_use]
    pub fn event(&self, ix: EventIx) -> bool {
        self.events.get(ix.at()).copied().unwrap_or_default()
    }

    /// Whether a quote matches.
    #[must_use]
    pub fn quote(&self, ix: QuoteIx) -> bool {
        self.quotes.get(ix.at()).copied().unwrap_or_default()
    }

    /// How many quotes match.
    #[must_use]
    pub fn quote_count(&self) -> usize {
        self.quotes.iter().filter(|hit| **hit).count()
    }

    /// How many events match.
    #[must_use]
    pub fn event_count(&self) -> usize {
        self.events.iter().filter(|hit| **hit).count()
    }
}

/// A filter at work on a record.
struct Found<'a> {
    known: &'a Knowledge,
    record: &'a Record,
    filter: &'a Filter,
    query: &'a Query,
    fold: &'a dyn Fold,
}

impl Found<'_> {
    fn hits(&self, texts: Option<&Vec<Folded>>) -> bool {
        let fields: Vec<&Folded> = texts.into_iter().flatten().collect();
        self.query.matches(&fields)
    }

    /// Whether a quote has the words searched for, and belongs to an event of a ticked status.
    fn text(&self, ix: QuoteIx) -> bool {
        let event = self.record.bundle.quote(ix).event();
        let status = self.filter.statuses.is_empty() || event.is_some_and(|event| self.status(event));
        status && self.known.knows_quote(ix) && self.words(ix)
    }

    fn words(&self, ix: QuoteIx) -> bool {
        self.query.is_empty() || self.hits(self.record.texts(self.fold).quotes.get(ix.at()))
    }

    fn facets(&self, ix: QuoteIx, but: Option<Facet>) -> bool {
        let quote = self.record.bundle.quote(ix);
        let speakers = but == Some(Facet::Speaker) || lets_through(&self.filter.speakers, &quote.speaker());
        let carriers = but == Some(Facet::Carrier) || lets_through(&self.filter.carriers, self.record.carrier(quote));
        let outlets =
            but == Some(Facet::Outlet) || lets_through(&self.filter.outlets, self.record.outlet(quote.source()));
        speakers && carriers && outlets
    }

    fn status(&self, ix: EventIx) -> bool {
        lets_through(&self.filter.statuses, &self.record.bundle.event(ix).status())
    }

    /// Whatever its status, an event matches by its own words or by a quote of it; a ticked facet of quotes asks for
    /// such a quote.
    fn event(&self, ix: EventIx) -> bool {
        let hit = |quote: QuoteIx| self.known.knows_quote(quote) && self.words(quote) && self.facets(quote, None);
        let quoted = || self.record.bundle.quotes_of(ix).any(hit);
        if self.filter.has_quote_facets() {
            return quoted();
        }
        self.query.is_empty() || self.hits(self.record.texts(self.fold).events.get(ix.at())) || quoted()
    }

    /// How many quotes each value of a facet would show, the other facets as they are; most first.
    fn counts<T: PartialEq>(&self, facet: Facet, value: impl Fn(QuoteIx) -> T) -> Vec<(T, usize)> {
        let mut counts: Vec<(T, usize)> = Vec::new();
        for ix in self.record.bundle.quotes() {
            let hit = usize::from(self.text(ix) && self.facets(ix, Some(facet)));
            let value = value(ix);
            match counts.iter_mut().find(|(other, _)| *other == value) {
                Some((_, count)) => *count += hit,
                None => counts.push((value, hit)),
            }
        }
        most_first(counts)
    }
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

fn lets_through<T, U>(ticked: &[T], value: &U) -> bool
where
    T: PartialEq<U>,
    U: ?Sized,
{
    ticked.is_empty() || ticked.iter().any(|other| *other == *value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, PlainFold, event};
    use std::rc::Rc;

    fn matches(record: &Rc<Record>, filter: &Filter) -> Matches {
        Matches::new(
            &Knowledge::latest(Rc::clone(record)),
            filter,
            &Query::parse(&filter.query, &PlainFold),
            &PlainFold,
        )
    }

    fn quotes(record: &Rc<Record>, filter: &Filter) -> Vec<String> {
        let matches = matches(record, filter);
        let hits = record.bundle.quotes().filter(|ix| matches.quote(*ix));
        hits.map(|ix| record.bundle.quote(ix).id().to_owned()).collect()
    }

    #[test]
    fn the_filters_of_quotes_narrow_each_other() {
        let record = Rc::new(testing::record());
        let all = Filter::default();
        let mayor = record.bundle.person_by_id("mayor").expect("she exists");
        let cases: [(Filter, &[&str]); 7] = [
            (all.clone(), &["no-delays", "red"]),
            (Filter { query: "delay".to_owned(), ..all.clone() }, &["no-delays"]),
            (Filter { query: "the mayor".to_owned(), ..all.clone() }, &["no-delays", "red"]),
            (Filter { outlets: vec![String::new()], ..all.clone() }, &["red"]),
            (Filter { carriers: vec!["The Wire".to_owned()], ..all.clone() }, &["no-delays"]),
            (Filter { statuses: vec![Status::Happened], ..all.clone() }, &["red"]),
            (Filter { speakers: vec![mayor], carriers: vec!["Nobody".to_owned()], ..all.clone() }, &[]),
        ];
        for (filter, expected) in cases {
            assert_eq!(quotes(&record, &filter), expected, "{filter:?}");
        }
    }

    #[test]
    fn a_facet_counts_what_the_other_facets_leave() {
        let record = Rc::new(testing::record());
        let filter = Filter { carriers: vec!["The Wire".to_owned()], ..Filter::default() };
        let matches = matches(&record, &filter);
        assert_eq!(matches.carriers, [("The Wire".to_owned(), 1), (String::new(), 1)]);
        assert_eq!(matches.outlets, [("The Herald".to_owned(), 1), (String::new(), 0)]);
    }

    #[test]
    fn statuses_count_what_the_search_leaves_whichever_is_ticked() {
        let record = Rc::new(testing::record());
        let ticked = Filter { query: "painted".to_owned(), statuses: vec![Status::Planned], ..Filter::default() };
        let matches = matches(&record, &ticked);
        assert_eq!(matches.statuses, [2, 1, 0, 0]);
        assert_eq!(matches.event_count(), 1);
    }

    #[test]
    fn an_event_matches_by_its_own_words_or_by_a_quote() {
        let record = Rc::new(testing::record());
        let hits = |query: &str| {
            let matches = matches(&record, &Filter { query: query.to_owned(), ..Filter::default() });
            let events = record.bundle.events().filter(|ix| matches.event(*ix));
            events.collect::<Vec<EventIx>>()
        };
        assert_eq!(hits("widened"), [event(&record, "to-be-widened")]);
        assert_eq!(hits("delays"), [event(&record, "to-open")]);
        assert_eq!(hits("unheard-of"), []);
    }
}
