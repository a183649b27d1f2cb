//! One story as the widget holds it: the bundle, and what is worked out from it once.

use std::{cell::OnceCell, rc::Rc};

use bundle::{AccountRow, Bundle, EventRow, QuoteRow};
use search::{Fold, Folded};
use story::{EventIx, LaneIx, PersonIx, QuoteIx, SourceIx, When, sec_from_day};

use crate::state::Selection;

/// One story, shared by every component. Two are equal only if they are the same one.
pub struct Record {
    /// The compiled story.
    pub bundle: Rc<Bundle>,
    /// The last day that any source was published, counted from 1970-01-01: where the record ends.
    pub known_day: Option<i64>,
    texts: OnceCell<Texts>,
}

/// Every searched text, folded; made at the first search.
pub struct Texts {
    /// By event: title, summary, place, people, accounts.
    pub events: Vec<Vec<Folded>>,
    /// By quote: the words, whom they are about, the speaker's names, the outlet.
    pub quotes: Vec<Vec<Folded>>,
}

impl PartialEq for Record {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Record {
    /// A record over a bundle.
    #[must_use]
    pub fn new(bundle: Bundle) -> Self {
        let bundle = Rc::new(bundle);
        let known_day = bundle
            .sources()
            .filter_map(|ix| bundle.source(ix).published())
            .filter_map(|when| when.latest_day().or(when.earliest_day()))
            .max();
        Self { bundle, known_day, texts: OnceCell::new() }
    }

    /// The second at which the record ends: the last day's own end.
    #[must_use]
    pub fn known_end_sec(&self) -> Option<i64> {
        self.known_day.map(|day| sec_from_day(day.saturating_add(1)))
    }

    /// The lane that an event stands in; `None` for one that names none, or one that a foreign bundle does not have.
    #[must_use]
    pub fn lane_of(&self, event: EventIx) -> Option<LaneIx> {
        self.bundle.event(event).lane().filter(|lane| lane.at() < self.bundle.lane_count())
    }

    /// Every searched text, folded once; the first caller's folding stays.
    pub fn texts(&self, fold: &dyn Fold) -> &Texts {
        self.texts.get_or_init(|| {
            let folder = Folder { record: self, fold };
            Texts {
                events: self.bundle.events().map(|ix| folder.event(ix)).collect(),
                quotes: self.bundle.quotes().map(|ix| folder.quote(ix)).collect(),
            }
        })
    }

    /// The event that a selection shows; a quote's own, where it has one.
    #[must_use]
    pub fn event_of(&self, selected: Selection) -> Option<EventIx> {
        match selected {
            Selection::Event(ix) => Some(ix),
            Selection::Quote(ix) => self.bundle.quote(ix).event(),
        }
    }

    /// What became of a plan in the end: the last event of its chain; `None` where nothing is known.
    #[must_use]
    pub fn outcome(&self, plan: EventIx) -> Option<EventIx> {
        let mut last = None;
        let mut next = self.bundle.event(plan).became();
        // The compiler refuses rings; a foreign bundle may hold one all the same.
        for _ in 0..self.bundle.event_count() {
            let Some(event) = next else { break };
            last = Some(event);
            next = self.bundle.event(event).became();
        }
        last
    }

    /// Whether an event is still open: planned or expected, and nothing settled has come of it.
    #[must_use]
    pub fn is_open(&self, event: EventIx) -> bool {
        let settled = |ix: EventIx| !self.bundle.event(ix).status().is_plan();
        !settled(event) && !self.outcome(event).is_some_and(settled)
    }

    /// Whether two accounts of an event give dates that cannot both be right.
    #[must_use]
    pub fn accounts_differ(&self, event: EventIx) -> bool {
        let event = self.bundle.event(event);
        let whens: Vec<When> = event.accounts().filter_map(|account| account_date(event, account)).collect();
        let apart = |a: &When, b: &When| matches!((a.latest_sec(), b.earliest_sec()), (Some(a), Some(b)) if a < b);
        whens.iter().any(|a| whens.iter().any(|b| apart(a, b)))
    }

    /// The name of the outlet that printed a source; empty where it is not named.
    #[must_use]
    pub fn outlet(&self, source: SourceIx) -> &str {
        self.bundle.source(source).publisher().unwrap_or_default()
    }

    /// The name of the agency that carried a quote's words, else of the outlet whose report the source carries;
    /// empty where neither is named.
    #[must_use]
    pub fn carrier(&self, quote: QuoteRow<'_>) -> &str {
        match quote.via() {
            Some(person) => self.bundle.person(person).name(),
            None => self.bundle.source(quote.source()).agency().unwrap_or_default(),
        }
    }

    /// The quotes of a list, those of the weightiest events first, in the order of time within a rank.
    #[must_use]
    pub fn quotes_by_weight(&self) -> Vec<QuoteIx> {
        // Ranks are 1 to 5; quotes that belong to no event come last.
        let rank =
            |ix: QuoteIx| self.bundle.quote(ix).event().map_or(6, |event| self.bundle.event(event).rank().clamp(1, 5));
        let of_rank = |wanted: u8| self.bundle.quotes_by_time().filter(move |ix| rank(*ix) == wanted);
        (1..=6).flat_map(of_rank).collect()
    }
}

/// The date that a source gives for an event: its own, else the event's.
#[must_use]
pub fn account_date(event: EventRow<'_>, account: AccountRow<'_>) -> Option<When> {
    account.date().or(event.date())
}

/// Folds the texts of a record.
struct Folder<'a> {
    record: &'a Record,
    fold: &'a dyn Fold,
}

impl Folder<'_> {
    fn event(&self, ix: EventIx) -> Vec<Folded> {
        let event = self.record.bundle.event(ix);
        let mut texts = vec![self.folded(event.title()), self.folded(&event.summary().plain())];
        texts.extend(event.label().into_iter().chain(event.place()).map(|text| self.folded(text)));
        for person in event.people() {
            texts.extend(self.names(person));
        }
        texts.extend(event.accounts().map(|account| self.folded(&account.says().plain())));
        texts
    }

    fn quote(&self, ix: QuoteIx) -> Vec<Folded> {
        let quote = self.record.bundle.quote(ix);
        let source = self.record.bundle.source(quote.source());
        let mut texts = vec![self.folded(quote.text())];
        texts.extend(self.names(quote.speaker()));
        texts.extend(quote.about().into_iter().chain(source.publisher()).map(|text| self.folded(text)));
        texts.push(self.folded(self.record.carrier(quote)));
        texts
    }

    fn names(&self, person: PersonIx) -> Vec<Folded> {
        let person = self.record.bundle.person(person);
        std::iter::once(person.name()).chain(person.aliases()).map(|name| self.folded(name)).collect()
    }

    fn folded(&self, text: &str) -> Folded {
        Folded::new(text, self.fold)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{self, event};
    use story::{Civil, day_from_civil};

    #[test]
    fn a_plan_is_open_until_something_settled_has_come_of_it() {
        let record = testing::record();
        let cases = [("to-open", false), ("opened", false), ("to-be-painted", false), ("to-be-widened", true)];
        for (id, open) in cases {
            assert_eq!(record.is_open(event(&record, id)), open, "{id}");
        }
        assert_eq!(record.outcome(event(&record, "to-open")), Some(event(&record, "opened")));
        assert_eq!(record.outcome(event(&record, "opened")), None);
    }

    #[test]
    fn accounts_differ_only_where_both_cannot_be_right() {
        let record = testing::record();
        assert!(record.accounts_differ(event(&record, "opened")));
        assert!(!record.accounts_differ(event(&record, "painted")));
        assert!(record.accounts_differ(event(&record, "painted-blue")), "one account keeps the event's own date");
    }

    #[test]
    fn the_record_ends_on_the_last_day_that_a_source_was_published() {
        let last = day_from_civil(Civil { year: 2024, month: 6, day: 30 });
        assert_eq!(testing::record().known_day, Some(last));
    }
}
