//! One story as the widget holds it: the bundle, its words, and what is worked out from it once.

use std::{cell::OnceCell, rc::Rc};

use bundle::{AccountRow, Bundle, QuoteRow, Runs, SourceRow};
use search::{Fold, Folded};
use story::{EventIx, Message, PersonIx, QuoteIx, SourceIx, Status, When};

use crate::state::Selection;
use crate::words::{Words, dates::Length, folding::BrowserFold};

/// One story, shared by every component. Two are equal only if they are the same one.
pub struct Record {
    /// The compiled story.
    pub bundle: Rc<Bundle>,
    /// What the widget says, in the story's language.
    pub words: Words,
    /// The last day that any source was published, counted from 1970-01-01: where the record ends.
    pub known_day: Option<i64>,
    /// Folds characters for the search.
    pub fold: BrowserFold,
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
        let words = Words::new(Rc::clone(&bundle));
        Self { bundle, words, known_day, fold: BrowserFold::default(), texts: OnceCell::new() }
    }

    /// Every searched text, folded.
    pub fn texts(&self) -> &Texts {
        self.texts.get_or_init(|| Texts {
            events: self.bundle.events().map(|ix| self.event_texts(ix)).collect(),
            quotes: self.bundle.quotes().map(|ix| self.quote_texts(ix)).collect(),
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
        let whens: Vec<_> = self.bundle.event(event).accounts().filter_map(AccountRow::date).collect();
        let apart = |a: &When, b: &When| matches!((a.latest_sec(), b.earliest_sec()), (Some(a), Some(b)) if a < b);
        whens.iter().any(|a| whens.iter().any(|b| apart(a, b)))
    }

    /// The name of the outlet that printed a source; empty where it is not named.
    #[must_use]
    pub fn outlet(&self, source: SourceIx) -> &str {
        self.bundle.source(source).publisher().unwrap_or_default()
    }

    /// Who reports a source: its outlet, else the agency whose report it carries, else that none is named.
    #[must_use]
    pub fn reporter(&self, source: SourceIx) -> &str {
        let source = self.bundle.source(source);
        source.publisher().or(source.agency()).unwrap_or_else(|| self.words.say(Message::PublisherNotNamed))
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
        let mut quotes: Vec<QuoteIx> = self.bundle.quotes_by_time().collect();
        let rank =
            |ix: &QuoteIx| self.bundle.quote(*ix).event().map_or(u8::MAX, |event| self.bundle.event(event).rank());
        quotes.sort_by_key(rank);
        quotes
    }

    /// The date of an event in words, with its status where that is not simply "happened".
    #[must_use]
    pub fn status_and_date(&self, ix: EventIx, length: Length) -> String {
        let event = self.bundle.event(ix);
        let date = match event.date() {
            Some(when) => self.words.when(&when, length),
            None => self.words.say(Message::NoDate).to_owned(),
        };
        match status_message(event.status()) {
            Message::Happened => date,
            status => {
                let params = [("status", self.words.say(status)), ("date", date.as_str())];
                self.words.fill(Message::StatusAndDate, &params)
            }
        }
    }

    fn event_texts(&self, ix: EventIx) -> Vec<Folded> {
        let event = self.bundle.event(ix);
        let mut texts = vec![self.folded(event.title()), self.folded(&plain(event.summary()))];
        texts.extend(event.label().into_iter().chain(event.place()).map(|text| self.folded(text)));
        for person in event.people() {
            texts.extend(self.names(person));
        }
        texts.extend(event.accounts().map(|account| self.folded(&plain(account.says()))));
        texts
    }

    fn quote_texts(&self, ix: QuoteIx) -> Vec<Folded> {
        let quote = self.bundle.quote(ix);
        let source: SourceRow<'_> = self.bundle.source(quote.source());
        let mut texts = vec![self.folded(quote.text())];
        texts.extend(self.names(quote.speaker()));
        texts.extend(quote.about().into_iter().chain(source.publisher()).map(|text| self.folded(text)));
        texts.push(self.folded(self.carrier(quote)));
        texts
    }

    fn names(&self, person: PersonIx) -> Vec<Folded> {
        let person = self.bundle.person(person);
        std::iter::once(person.name()).chain(person.aliases()).map(|name| self.folded(name)).collect()
    }

    fn folded(&self, text: &str) -> Folded {
        let fold: &dyn Fold = &self.fold;
        Folded::new(text, fold)
    }
}

/// The word for a status.
#[must_use]
pub fn status_message(status: Status) -> Message {
    match status {
        Status::Happened => Message::Happened,
        Status::Planned => Message::Planned,
        Status::Expected => Message::Expected,
        Status::FellThrough => Message::FellThrough,
    }
}

fn plain(runs: Runs<'_>) -> String {
    runs.plain()
}
