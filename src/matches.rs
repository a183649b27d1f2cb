//! What the reader's filter lets through of what was known, and the live counts of its facets.

mod facets;

use search::{Fold, Folded, Query};
use story::{EventIx, PersonIx, QuoteIx, Status};

use self::facets::{Facets, Lets};
use crate::{known::Knowledge, state::Filter};

/// What a filter lets through.
#[derive(Clone, Debug, PartialEq)]
pub struct Matches {
    events: Hits,
    quotes: Hits,
    /// How many events each status would show, in the order of [`Status::ALL`].
    pub statuses: [usize; 4],
    /// The speakers and how many quotes each would show, most first.
    pub speakers: Vec<(PersonIx, usize)>,
    /// The agencies likewise, by name; an empty name stands for none.
    pub carriers: Vec<(String, usize)>,
    /// The outlets likewise.
    pub outlets: Vec<(String, usize)>,
}

impl Matches {
    /// What a filter lets through; `query` is its search, parsed, and `fold` what it was parsed with.
    #[must_use]
    pub fn new(known: &Knowledge, filter: &Filter, query: &Query, fold: &dyn Fold) -> Self {
        let found = Found { known, filter, query, fold };
        // What was known is asked of every row.
        let known_statuses = known.counts().statuses;
        let (quotes, facets, quoted) = found.quotes();
        let (events, statuses) = found.events(&quoted, known_statuses);
        Self {
            events,
            quotes,
            statuses,
            speakers: facets.speakers(),
            carriers: facets.carriers(&known.record),
            outlets: facets.outlets(&known.record),
        }
    }

    /// Whether an event matches.
    #[must_use]
    pub fn event(&self, ix: EventIx) -> bool {
        self.events.has(ix.at())
    }

    /// Whether a quote matches.
    #[must_use]
    pub fn quote(&self, ix: QuoteIx) -> bool {
        self.quotes.has(ix.at())
    }

    /// How many quotes match.
    #[must_use]
    pub fn quote_count(&self) -> usize {
        self.quotes.count()
    }

    /// How many events match.
    #[must_use]
    pub fn event_count(&self) -> usize {
        self.events.count()
    }
}

/// The rows of a table that match.
#[derive(Clone, Debug, PartialEq)]
enum Hits {
    /// All of so many.
    All(usize),
    /// By row whether it matches, and how many do.
    Some { rows: Vec<bool>, count: usize },
}

impl Hits {
    fn of(rows: Vec<bool>) -> Self {
        let count = rows.iter().filter(|hit| **hit).count();
        Self::Some { rows, count }
    }

    fn has(&self, at: usize) -> bool {
        match self {
            Self::All(count) => at < *count,
            Self::Some { rows, .. } => rows.get(at).copied().unwrap_or_default(),
        }
    }

    fn count(&self) -> usize {
        match self {
            Self::All(count) | Self::Some { count, .. } => *count,
        }
    }
}

/// A filter at work on what was known.
struct Found<'a> {
    known: &'a Knowledge,
    filter: &'a Filter,
    query: &'a Query,
    fold: &'a dyn Fold,
}

impl Found<'_> {
    /// Whether there is nothing to look at row by row.
    fn lets_all_through(&self) -> bool {
        self.known.day().is_none() && self.filter.is_empty()
    }

    /// The quotes that match, what each value of the facets would show, and the events that have a quote which
    /// matches but for the status: none where nothing is asked of quotes.
    fn quotes(&self) -> (Hits, Facets, Vec<bool>) {
        let bundle = &self.known.record.bundle;
        let mut facets = Facets::new(bundle);
        if self.lets_all_through() {
            bundle.quotes().for_each(|ix| facets.count(bundle.quote(ix), Lets::ALL));
            return (Hits::All(bundle.quote_count()), facets, Vec::new());
        }
        let asks = !self.query.is_empty() || self.filter.has_quote_facets();
        let mut quoted = vec![false; if asks { bundle.event_count() } else { 0 }];
        let mut rows = Vec::with_capacity(bundle.quote_count());
        for ix in bundle.quotes() {
            let quote = bundle.quote(ix);
            let mut lets = Lets::NONE;
            if self.known.knows_quote(ix) {
                lets = Lets::of(self.filter, &self.known.record, quote);
                let words = lets != Lets::NONE && self.quote_words(ix);
                let event = quote.event().and_then(|event| quoted.get_mut(event.at()));
                if let Some(quoted) = event.filter(|_| words && lets.all()) {
                    *quoted = true;
                }
                let status = self.filter.statuses.is_empty() || quote.event().is_some_and(|event| self.status(event));
                lets = if words && status { lets } else { Lets::NONE };
                facets.count(quote, lets);
            }
            rows.push(lets.all());
        }
        (Hits::of(rows), facets, quoted)
    }

    /// The events that match, and by status those that match but for it. Whatever its status, an event matches by
    /// its own words or by a quote of it; a ticked facet of quotes asks for such a quote.
    fn events(&self, quoted: &[bool], known_statuses: [usize; 4]) -> (Hits, [usize; 4]) {
        let bundle = &self.known.record.bundle;
        let mut statuses = [0; Status::ALL.len()];
        if self.lets_all_through() {
            return (Hits::All(bundle.event_count()), known_statuses);
        }
        let by_quote = |ix: EventIx| quoted.get(ix.at()).copied().unwrap_or_default();
        let own_words = |ix: EventIx| !self.filter.has_quote_facets() && self.event_words(ix);
        let rows = bundle.events().zip(bundle.statuses()).map(|(ix, status)| {
            let hit = self.known.knows_event(ix) && (by_quote(ix) || own_words(ix));
            statuses[status as usize] += usize::from(hit);
            hit && (self.filter.statuses.is_empty() || self.filter.statuses.contains(&status))
        });
        (Hits::of(rows.collect()), statuses)
    }

    fn status(&self, ix: EventIx) -> bool {
        self.filter.statuses.contains(&self.known.record.bundle.event(ix).status())
    }

    fn quote_words(&self, ix: QuoteIx) -> bool {
        self.query.is_empty() || self.hits(self.known.record.texts(self.fold).quotes.get(ix.at()), |_| true)
    }

    /// Whether the words searched for are an event's own. What was not known of it yet is not searched.
    fn event_words(&self, ix: EventIx) -> bool {
        if self.query.is_empty() {
            return true;
        }
        let texts = self.known.record.texts(self.fold).events.get(ix.at());
        let accounts = self.known.record.bundle.event(ix).accounts();
        // The accounts are the last of an event's texts.
        let first_account = texts.map_or(0, Vec::len).saturating_sub(accounts.len());
        let account = |at: usize| at.checked_sub(first_account).and_then(|at| accounts.clone().nth(at));
        self.hits(texts, |at| account(at).is_none_or(|account| self.known.knows_account(account)))
    }

    fn hits(&self, texts: Option<&Vec<Folded>>, known: impl Fn(usize) -> bool) -> bool {
        let texts = texts.into_iter().flatten().enumerate();
        let fields: Vec<&Folded> = texts.filter(|(at, _)| known(*at)).map(|(_, text)| text).collect();
        self.query.matches(&fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        record::Record,
        testing::{self, PlainFold, event},
    };
    use std::rc::Rc;

    fn matches(record: &Rc<Record>, filter: &Filter) -> Matches {
        Matches::new(
            &Knowledge::new(Rc::clone(record), None),
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
    fn without_a_filter_everything_matches_and_no_row_is_held() {
        let record = Rc::new(testing::record());
        let matches = matches(&record, &Filter { query: " ".to_owned(), ..Filter::default() });
        assert_eq!((matches.events, matches.quotes), (Hits::All(6), Hits::All(2)));
        assert_eq!(matches.statuses, [3, 2, 1, 0]);
        assert_eq!(matches.carriers, [("The Wire".to_owned(), 1), (String::new(), 1)]);
        assert!(!Hits::All(2).has(2), "a row beyond the end does not match");
    }

    #[test]
    fn what_was_not_known_does_not_match_and_is_not_counted() {
        let record = Rc::new(testing::record());
        let known = Knowledge::new(Rc::clone(&record), record.publication_days.first().copied());
        let matches = |query: &str| {
            let filter = Filter { query: query.to_owned(), ..Filter::default() };
            Matches::new(&known, &filter, &Query::parse(query, &PlainFold), &PlainFold)
        };
        let all = matches("");
        assert_eq!((all.event_count(), all.quote_count(), all.statuses), (5, 1, [3, 2, 0, 0]));
        assert!(!all.event(event(&record, "to-be-widened")));
        assert_eq!(all.outlets, [("The Herald".to_owned(), 1)], "nobody had heard of the other one");
        let later = matches("too");
        assert_eq!((later.event_count(), later.quote_count()), (0, 0), "an account of later is not searched");
        assert_eq!(matches("blue").event_count(), 1);
        assert_eq!(matches("it is red").event_count(), 0, "nor is a quote");
    }

    #[test]
    fn one_name_is_one_value_whoever_it_is_taken_from() {
        let record = Rc::new(testing::compiled(
            r#"
            story = { id = "a", title = "A", language = "en", unverified = "Made up." }
            people = [{ id = "she", name = "She" }, { id = "wire", name = "The Wire" }]
            sources = [
              { id = "a", title = "A", publisher = "The Post", agency = "The Wire" },
              { id = "b", title = "B", publisher = "The Post" },
              { id = "c", title = "C" },
            ]
            quotes = [
              { id = "q", text = "Q", speaker = "she", source = "a" },
              { id = "r", text = "R", speaker = "she", source = "b" },
              { id = "s", text = "S", speaker = "she", source = "c", via = "wire" },
            ]
            "#,
        ));
        let matches = matches(&record, &Filter::default());
        assert_eq!(matches.carriers, [("The Wire".to_owned(), 2), (String::new(), 1)]);
        assert_eq!(matches.outlets, [("The Post".to_owned(), 2), (String::new(), 1)]);
        assert_eq!(matches.speakers, [(PersonIx(0), 3)]);
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
