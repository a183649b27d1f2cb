//! A search at work: query, ticked facets and the day of knowledge to what matches, keystroke after keystroke.

use std::rc::Rc;

use bundle::Bundle;
use story::{EventIx, PersonIx, QuoteIx, Status};

use crate::as_of::AsOfDay;
use crate::bits::Bits;
use crate::columns::{Columns, NONE};
use crate::facet::{Counts, Facet, Ticks};
use crate::facet_tables::FacetTables;
use crate::facets::{AllFacets, all_counts, ticked};
use crate::fields::within;
use crate::haystack::Haystack;
use crate::hits::{Hits, QUALITIES, hits};
use crate::kept::Kept;
use crate::marks::Marks;
use crate::positions::{position_from_sec, positions};
use crate::query::{FieldTerm, Query};
use crate::results::{Results, Shown};
use crate::span::Span;
use crate::term::Term;
use crate::{Fold, fields};

/// What is asked for.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// What was typed, understood.
    pub query: &'a Query,
    /// The ticked values of each facet.
    pub ticks: &'a Ticks,
    /// The ticked statuses of events; none let all through.
    pub statuses: &'a [Status],
    /// A stretch of time in which quotes have to stand, by their place in the order of time; events need not.
    pub span: Span,
    /// What could be known.
    pub as_of: &'a dyn AsOfDay,
}

/// Searches one bundle again and again. What does not change from one search to the next is kept.
#[derive(Default)]
pub struct Searcher {
    tables: Option<Rc<FacetTables>>,
    columns: Option<Rc<Columns>>,
    /// The terms of the last search.
    terms: Vec<KeptTerm>,
    known: Kept<Option<i64>>,
    span: Kept<Span>,
    fields: Kept<Vec<FieldTerm>>,
    ticks: [Kept<Vec<u32>>; Facet::ALL.len()],
    statuses: Kept<Vec<Status>>,
    /// How many of all known quotes have each value of each facet.
    totals: Option<(Option<i64>, Rc<Counts>)>,
}

/// What a term matched, and what it was looked up with.
struct KeptTerm {
    term: Term,
    is_exact: bool,
    day: Option<i64>,
    hits: Rc<Hits>,
}

impl Searcher {
    /// The values of the facets, and how many of all quotes have them: told by the bundle, without a look at each quote.
    pub fn facets(&mut self, bundle: &Bundle) -> AllFacets {
        let tables = self.tables(bundle);
        let totals = self.totals.as_ref().filter(|(day, _)| day.is_none()).map(|(_, totals)| Rc::clone(totals));
        let totals = totals.unwrap_or_else(|| {
            let totals = match bundle.quote_tally() {
                Some(tally) => tables.counts(&tally, &|start, end| end - start),
                None => all_counts(bundle, &self.columns(bundle), &Bits::all(bundle.quote_count()), None),
            };
            let totals = Rc::new(totals);
            self.totals = Some((None, Rc::clone(&totals)));
            totals
        });
        AllFacets { tables, totals }
    }

    fn tables(&mut self, bundle: &Bundle) -> Rc<FacetTables> {
        Rc::clone(self.tables.get_or_insert_with(|| Rc::new(FacetTables::new(bundle))))
    }

    fn columns(&mut self, bundle: &Bundle) -> Rc<Columns> {
        let tables = self.tables(bundle);
        Rc::clone(self.columns.get_or_insert_with(|| Rc::new(Columns::new(bundle, tables))))
    }

    /// What matches a request.
    pub fn search(&mut self, bundle: &Bundle, fold: &dyn Fold, request: Request<'_>) -> Results {
        let columns = self.columns(bundle);
        if request.as_of.day().is_none() {
            self.facets(bundle);
        }
        let haystack = Haystack { bundle, columns: &columns, fold, as_of: request.as_of, with_names: true };
        let terms = self.look_up(request, haystack);
        let mut run =
            Run { request, haystack, base: Bits::all(columns.len()), events: Bits::all(bundle.event_count()) };
        let (qualities, words) = run.matching(&terms);
        run.take_known(&mut self.known);
        run.take_span(&mut self.span);
        run.take_fields(&mut self.fields);
        let ticks = &mut self.ticks;
        for (facet, kept) in Facet::ALL.into_iter().zip(ticks.iter_mut()) {
            run.keep_ticked(facet, kept);
        }
        run.keep_statuses(&mut self.statuses);
        let known = run.all_known(&self.known);
        let totals = run.totals(&mut self.totals, &known);
        let found = Found {
            qualities,
            words,
            marks: marks(request.query, &terms),
            columns: Rc::clone(&columns),
            known,
            totals,
        };
        run.results(found, &self.ticks, &self.statuses)
    }

    /// What the terms of a query match, in its order: those required, then those excluded.
    fn look_up(&mut self, request: Request<'_>, haystack: Haystack<'_>) -> Vec<Rc<Hits>> {
        let day = request.as_of.day();
        let Query { required, excluded, .. } = request.query;
        let wanted = required.iter().map(|term| (term, false)).chain(excluded.iter().map(|term| (term, true)));
        let mut kept = std::mem::take(&mut self.terms);
        for (term, is_exact) in wanted {
            let known = kept.iter().position(|it| it.term == *term && it.is_exact == is_exact && it.day == day);
            self.terms.push(known.map(|at| kept.swap_remove(at)).unwrap_or_else(|| {
                let hits = Rc::new(hits(term, is_exact, haystack));
                KeptTerm { term: term.clone(), is_exact, day, hits }
            }));
        }
        self.terms.iter().map(|it| Rc::clone(&it.hits)).collect()
    }

    /// The quotes of which what was said matches a query, by their position in the order of time: what their
    /// speakers and outlets are called does not count.
    pub fn said(&mut self, bundle: &Bundle, fold: &dyn Fold, query: &Query, as_of: &dyn AsOfDay) -> Bits {
        let columns = self.columns(bundle);
        let haystack = Haystack { bundle, columns: &columns, fold, as_of, with_names: false };
        let ticks = Ticks::default();
        let request = Request { query, ticks: &ticks, statuses: &[], span: Span::default(), as_of };
        let terms: Vec<_> = (query.required.iter().map(|term| hits(term, false, haystack)))
            .chain(query.excluded.iter().map(|term| hits(term, true, haystack)))
            .map(Rc::new)
            .collect();
        let mut run =
            Run { request, haystack, base: Bits::all(columns.len()), events: Bits::all(bundle.event_count()) };
        let (qualities, _) = run.matching(&terms);
        run.take_known(&mut self.known);
        run.take_span(&mut self.span);
        run.take_fields(&mut self.fields);
        let mut said = qualities.into_iter().next_back().unwrap_or_default();
        said.and(&run.base);
        said
    }

    /// Tells of each of some quotes, by its position in the order of time, who said it.
    pub fn speakers(&mut self, bundle: &Bundle, quotes: &Bits, mut tell: impl FnMut(usize, PersonIx)) {
        let columns = self.columns(bundle);
        for (at, speaker) in quotes.iter().filter_map(|at| Some((at, columns.speakers.get(at)?))) {
            tell(at, PersonIx(*speaker));
        }
    }
}

fn marks(query: &Query, terms: &[Rc<Hits>]) -> Marks {
    let mut marks = Marks::default();
    query.required.iter().zip(terms).for_each(|(term, hits)| marks.add(term, &hits.forms));
    marks
}

/// One search.
struct Run<'a> {
    request: Request<'a>,
    haystack: Haystack<'a>,
    /// The quotes that everything but words, facets and statuses lets through.
    base: Bits,
    /// The events likewise.
    events: Bits,
}

impl Run<'_> {
    /// The quotes by how well the worst of the words matches, or better; and the events that hold all words.
    fn matching(&self, terms: &[Rc<Hits>]) -> (Vec<Bits>, Bits) {
        let (required, excluded) = terms.split_at(self.request.query.required.len().min(terms.len()));
        let mut qualities = vec![self.base.clone(); QUALITIES];
        let mut events = self.events.clone();
        for hits in required {
            qualities.iter_mut().zip(&hits.quotes).for_each(|(all, own)| all.and(own));
            events.and(&hits.events);
        }
        for hits in excluded {
            if let Some(any) = hits.quotes.last() {
                qualities.iter_mut().for_each(|all| all.and_not(any));
            }
            events.and_not(&hits.events);
        }
        (qualities, events)
    }

    fn take_known(&mut self, kept: &mut Kept<Option<i64>>) {
        let (haystack, as_of) = (self.haystack, self.request.as_of);
        let Some(day) = as_of.day() else { return };
        let kept = kept.get(Some(day), |quotes, events| {
            quotes.reset(haystack.columns.len());
            for (at, ix) in haystack.columns.quotes.iter().enumerate() {
                if as_of.knows_quote(QuoteIx(*ix)) {
                    quotes.add(at);
                }
            }
            events.reset(haystack.bundle.event_count());
            for ix in haystack.bundle.events().filter(|ix| as_of.knows_event(*ix)) {
                events.add(ix.at());
            }
        });
        self.base.and(&kept.quotes);
        self.events.and(&kept.events);
    }

    fn take_span(&mut self, kept: &mut Kept<Span>) {
        let (haystack, span) = (self.haystack, self.request.query.span);
        if span == Span::default() {
            return;
        }
        let kept = kept.get(span, |quotes, events| within(span, haystack, quotes, events));
        self.base.and(&kept.quotes);
        self.events.and(&kept.events);
    }

    fn take_fields(&mut self, kept: &mut Kept<Vec<FieldTerm>>) {
        let (haystack, fields) = (self.haystack, &self.request.query.fields);
        if fields.is_empty() {
            return;
        }
        let kept = kept.get(fields.clone(), |quotes, events| {
            quotes.reset_to_all(haystack.columns.len());
            events.reset_to_all(haystack.bundle.event_count());
            fields::narrow(fields, haystack, quotes, events);
        });
        self.base.and(&kept.quotes);
        self.events.and(&kept.events);
    }

    fn keep_ticked(&self, facet: Facet, kept: &mut Kept<Vec<u32>>) {
        let (columns, bundle) = (self.haystack.columns, self.haystack.bundle);
        let ticks = &self.request.ticks[facet as usize];
        if ticks.is_empty() || kept.key.as_ref() == Some(ticks) {
            return;
        }
        kept.get(ticks.clone(), |quotes, events| {
            quotes.reset(columns.len());
            ticked(columns, facet, ticks, quotes);
            events.reset(bundle.event_count());
            fields::ticked_events(bundle, columns, facet, ticks, events);
        });
    }

    fn keep_statuses(&self, kept: &mut Kept<Vec<Status>>) {
        let (columns, bundle, statuses) = (self.haystack.columns, self.haystack.bundle, self.request.statuses);
        if statuses.is_empty() || kept.key.as_deref() == Some(statuses) {
            return;
        }
        kept.get(statuses.to_vec(), |quotes, events| {
            events.reset(bundle.event_count());
            for (at, _) in bundle.statuses().enumerate().filter(|(_, status)| statuses.contains(status)) {
                events.add(at);
            }
            quotes.reset(columns.len());
            for (at, event) in columns.events.iter().enumerate() {
                if *event != NONE && events.has(*event as usize) {
                    quotes.add(at);
                }
            }
        });
    }

    /// Every quote that is known.
    fn all_known(&self, kept: &Kept<Option<i64>>) -> Bits {
        if self.request.as_of.day().is_some() { kept.quotes.clone() } else { Bits::all(self.haystack.columns.len()) }
    }

    /// How many of all known quotes have each value of each facet.
    fn totals(&self, kept: &mut Option<(Option<i64>, Rc<Counts>)>, known: &Bits) -> Rc<Counts> {
        let day = self.request.as_of.day();
        if let Some((_, totals)) = kept.as_ref().filter(|(of, _)| *of == day) {
            return Rc::clone(totals);
        }
        let totals = Rc::new(all_counts(self.haystack.bundle, self.haystack.columns, known, None));
        *kept = Some((day, Rc::clone(&totals)));
        totals
    }

    fn is_ticked(&self, facet: Facet) -> bool {
        !self.request.ticks[facet as usize].is_empty()
    }

    /// What the ticks leave of what the words have found.
    fn results(self, found: Found, ticks: &[Kept<Vec<u32>>], statuses: &Kept<Vec<Status>>) -> Results {
        let Found { qualities, words, marks, columns, known, totals } = found;
        let ticked = || Facet::ALL.into_iter().zip(ticks).filter(|(facet, _)| self.is_ticked(*facet));
        let is_any_status = self.request.statuses.is_empty();
        // What everything but facets and statuses lets through, well or not so well.
        let mut widest = qualities.last().cloned().unwrap_or_default();
        widest.and(&self.base);
        let mut all = widest.clone();
        ticked().for_each(|(_, kept)| all.and(&kept.quotes));
        let (events, counts_by_status) = self.events_of(words, &all, ticks);
        if !is_any_status {
            widest.and(&statuses.quotes);
            all.and(&statuses.quotes);
        }
        let undated = self.take_stretch(&mut widest, &mut all);
        // What is not ticked is counted in the same quotes.
        let mut counts = all_counts(self.haystack.bundle, &columns, &all, Some((&known, &totals)));
        for (facet, _) in ticked() {
            let mut others = widest.clone();
            ticked().filter(|(other, _)| *other != facet).for_each(|(_, kept)| others.and(&kept.quotes));
            let [own, of_others] =
                [&mut counts, &mut all_counts(self.haystack.bundle, &columns, &others, Some((&known, &totals)))];
            own[facet as usize].swap_with_slice(&mut of_others[facet as usize]);
        }
        let mut shown = events;
        if !is_any_status {
            shown.and(&statuses.events);
        }
        Results::new(Shown {
            columns,
            qualities,
            quotes: all,
            events: shown,
            statuses: counts_by_status,
            counts,
            totals,
            marks,
            undated,
        })
    }

    /// Leaves the quotes that stand in the stretch that is asked for; says how many of `all` stand nowhere in time.
    fn take_stretch(&self, widest: &mut Bits, all: &mut Bits) -> usize {
        let (bundle, span) = (self.haystack.bundle, self.request.span);
        if span == Span::default() {
            return 0;
        }
        let undated = all.count_in(position_from_sec(bundle, i64::MAX), all.len());
        let stretch = positions(bundle, span);
        widest.keep(&stretch);
        all.keep(&stretch);
        undated
    }

    /// The events that match whatever their status, and how many there are of each: by their own words, unless
    /// something is asked for that only quotes have, or by a quote of theirs.
    fn events_of(&self, words: Bits, quotes: &Bits, ticks: &[Kept<Vec<u32>>]) -> (Bits, [usize; Status::ALL.len()]) {
        let query = self.request.query;
        let of_quotes = [Facet::Speaker, Facet::Affiliation, Facet::Agency, Facet::Outlet];
        let mut events = words;
        events.and(&self.events);
        for (facet, kept) in Facet::ALL.into_iter().zip(ticks).filter(|(facet, _)| self.is_ticked(*facet)) {
            if of_quotes.contains(&facet) { events.reset(events.len()) } else { events.and(&kept.events) }
        }
        if query.asks_for_quotes() {
            events.reset(events.len());
        }
        if !query.is_empty() || self.request.ticks.iter().any(|ticks| !ticks.is_empty()) {
            let as_of = self.request.as_of;
            for at in quotes.iter() {
                let event = self.haystack.columns.events[at];
                if event != NONE && (as_of.day().is_none() || as_of.knows_event(EventIx(event))) {
                    events.add(event as usize);
                }
            }
        }
        let columns = self.haystack.bundle.event_columns();
        let mut counts = [0; Status::ALL.len()];
        events.iter().for_each(|at| counts[columns.status(EventIx::from(at)) as usize] += 1);
        (events, counts)
    }
}

/// What the words of a query have found.
struct Found {
    qualities: Vec<Bits>,
    words: Bits,
    marks: Marks,
    columns: Rc<Columns>,
    /// Every quote that is known.
    known: Bits,
    /// How many of these have each value of each facet.
    totals: Rc<Counts>,
}
