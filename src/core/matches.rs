//! What the reader's filter lets through of what was known: which events and quotes, in what order, and the live counts
//! of the facets.

mod values;

use std::cell::OnceCell;

use search::{Bits, Facet, Fold, Marks, Query, Request, Results, Sort, Span, Ticks};
use story::{EventIx, QuoteIx};

pub use self::values::Values;
use super::{as_of::RecordAsOf, state::Filter};

/// What a filter lets through.
pub struct Matches {
    as_of: RecordAsOf,
    filter: Filter,
    /// The stretch of time in which quotes have to stand.
    stretch: Span,
    /// Where everything is let through, it is searched only if somebody asks for more than that.
    results: OnceCell<Results>,
    values: OnceCell<Values>,
    /// How many events each status would show, in the order of [`story::Status::ALL`].
    pub statuses: [usize; 4],
}

impl PartialEq for Matches {
    fn eq(&self, other: &Self) -> bool {
        self.as_of == other.as_of && self.filter == other.filter && self.stretch == other.stretch
    }
}

impl Matches {
    /// What a filter lets through; `query` is its search, parsed, and `fold` what it was parsed with.
    #[must_use]
    pub fn new(as_of: &RecordAsOf, filter: &Filter, query: &Query, fold: &dyn Fold) -> Self {
        Self::within(as_of, filter, query, fold, Span::default())
    }

    /// The same, of the quotes only those that stand in a stretch of time.
    #[must_use]
    pub fn within(as_of: &RecordAsOf, filter: &Filter, query: &Query, fold: &dyn Fold, stretch: Span) -> Self {
        let (as_of, filter) = (as_of.clone(), filter.clone());
        let (results, values) = (OnceCell::new(), OnceCell::new());
        let statuses = as_of.counts().statuses;
        let mut matches = Self { as_of, filter, stretch, results, values, statuses };
        // What was known is asked of every row.
        if !matches.all() {
            let found = matches.searched(query, fold);
            matches.statuses = found.statuses();
            matches.results = OnceCell::from(found);
        }
        matches
    }

    /// Whether everything is let through, and nothing has been looked at.
    fn all(&self) -> bool {
        self.as_of.day().is_none() && self.filter.is_empty() && self.stretch == Span::default()
    }

    fn results(&self) -> &Results {
        self.results.get_or_init(|| self.searched(&Query::default(), &Unfolded))
    }

    fn searched(&self, query: &Query, fold: &dyn Fold) -> Results {
        let record = &self.as_of.record;
        let mut searcher = record.searcher.borrow_mut();
        let ticks = ticks(&self.filter, searcher.facets(&record.bundle).values());
        let statuses = &self.filter.statuses;
        let request = Request { query, ticks: &ticks, statuses, span: self.stretch, as_of: &self.as_of };
        searcher.search(&record.bundle, fold, request)
    }

    /// Whether an event matches.
    #[must_use]
    pub fn event(&self, ix: EventIx) -> bool {
        if self.all() { ix.at() < self.as_of.record.bundle.event_count() } else { self.results().event(ix) }
    }

    /// Whether a quote matches.
    #[must_use]
    pub fn quote(&self, ix: QuoteIx) -> bool {
        if self.all() { ix.at() < self.as_of.record.bundle.quote_count() } else { self.results().quote(ix) }
    }

    /// How many quotes match.
    #[must_use]
    pub fn quote_count(&self) -> usize {
        if self.all() { self.as_of.record.bundle.quote_count() } else { self.results().quote_count() }
    }

    /// How many of the quotes that match stand within a stretch of time.
    #[must_use]
    pub fn count_within(&self, stretch: Span) -> usize {
        let results = (!self.all()).then(|| self.results());
        search::count_within(&self.as_of.record.bundle, results, stretch)
    }

    /// How many quotes would match, had they a date to stand in the stretch of time; none without a stretch.
    #[must_use]
    pub fn undated(&self) -> usize {
        if self.all() { 0 } else { self.results().undated() }
    }

    /// How many events match.
    #[must_use]
    pub fn event_count(&self) -> usize {
        if self.all() { self.as_of.record.bundle.event_count() } else { self.results().event_count() }
    }

    /// The quotes that match, by their position in the order of time.
    #[must_use]
    pub fn by_time(&self) -> Bits {
        if self.all() { Bits::all(self.as_of.record.bundle.quote_count()) } else { self.results().by_time().clone() }
    }

    /// The quotes that match, in an order: a number for each, which a long list can hold whole.
    #[must_use]
    pub fn sorted(&self, sort: Sort) -> Vec<QuoteIx> {
        self.results().sorted(&self.as_of.record.bundle, sort)
    }

    /// The values of the facets, and how many quotes each would show.
    #[must_use]
    pub fn values(&self) -> &Values {
        self.values.get_or_init(|| {
            let record = &self.as_of.record;
            if self.all() {
                return Values::of_all(&record.searcher.borrow_mut().facets(&record.bundle));
            }
            Values::of_found(self.results())
        })
    }

    /// What to mark in texts, and which part of them to show.
    #[must_use]
    pub fn marks(&self) -> &Marks {
        static NOTHING: Marks = Marks::NONE;
        if self.all() { &NOTHING } else { self.results().marks() }
    }
}

/// A fold for queries without a word.
struct Unfolded;

impl Fold for Unfolded {
    fn fold(&self, c: char, out: &mut String) {
        out.push(c);
    }
}

/// What is ticked, by position. A name that the story does not have is a tick that lets nothing through.
fn ticks(filter: &Filter, facets: search::Facets<'_>) -> Ticks {
    let position = |at: Option<usize>| at.map_or(u32::MAX, |at| at as u32);
    let named = |ticked: &[String], names: &[String]| {
        ticked.iter().map(|name| position(names.iter().position(|other| other == name))).collect()
    };
    let mut ticks = Ticks::default();
    ticks[Facet::Speaker as usize] = filter.speakers.iter().map(|ix| ix.0).collect();
    ticks[Facet::Affiliation as usize] = named(&filter.affiliations, facets.affiliations());
    ticks[Facet::Agency as usize] = named(&filter.carriers, facets.agencies());
    ticks[Facet::Outlet as usize] = named(&filter.outlets, facets.outlets());
    ticks[Facet::Theme as usize] = filter.themes.iter().map(|ix| ix.0).collect();
    let years = |year: &i64| position(facets.years().position(|other| other == *year));
    ticks[Facet::Year as usize] = filter.years.iter().map(years).collect();
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{
        record::Record,
        testing::{self, PlainFold, event},
    };
    use std::rc::Rc;
    use story::{PersonIx, Status};

    fn matches(record: &Rc<Record>, filter: &Filter) -> Matches {
        Matches::new(
            &RecordAsOf::new(Rc::clone(record), None),
            filter,
            &Query::parse(&filter.query, "", &PlainFold),
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
        assert!(matches.results.get().is_none());
        assert_eq!((matches.event_count(), matches.quote_count()), (6, 2));
        assert_eq!(matches.statuses, [3, 2, 1, 0]);
        assert_eq!(matches.values().carriers, [("The Wire".to_owned(), 1), (String::new(), 1)]);
        assert!(!matches.quote(QuoteIx(2)), "a row beyond the end does not match");
    }

    #[test]
    fn what_was_not_known_does_not_match_and_is_not_counted() {
        let record = Rc::new(testing::record());
        let as_of = RecordAsOf::new(Rc::clone(&record), record.publication_days.first().copied());
        let matches = |query: &str| {
            let filter = Filter { query: query.to_owned(), ..Filter::default() };
            Matches::new(&as_of, &filter, &Query::parse(query, "", &PlainFold), &PlainFold)
        };
        let all = matches("");
        assert_eq!((all.event_count(), all.quote_count(), all.statuses), (5, 1, [3, 2, 0, 0]));
        assert!(!all.event(event(&record, "to-be-widened")));
        assert_eq!(all.values().outlets, [("The Herald".to_owned(), 1)], "nobody had heard of the other one");
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
        assert_eq!(matches.values().carriers, [("The Wire".to_owned(), 2), (String::new(), 1)]);
        assert_eq!(matches.values().outlets, [("The Post".to_owned(), 2), (String::new(), 1)]);
        assert_eq!(matches.values().speakers, [(PersonIx(0), 3)]);
    }

    #[test]
    fn a_facet_counts_what_the_other_facets_leave() {
        let record = Rc::new(testing::record());
        let filter = Filter { carriers: vec!["The Wire".to_owned()], ..Filter::default() };
        let matches = matches(&record, &filter);
        assert_eq!(matches.values().carriers, [("The Wire".to_owned(), 1), (String::new(), 1)]);
        assert_eq!(matches.values().outlets, [("The Herald".to_owned(), 1), (String::new(), 0)]);
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
