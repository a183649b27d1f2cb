//! A story as it could be told on a day: what had been published by then, and what that says of plans.

use bundle::{AccountRow, Bundle, EventRow};
use story::{EventIx, QuoteIx, SourceIx, When};

/// A plan that is put off more often than this has no outcome: the chain is a ring, which a foreign bundle may hold.
const MAX_CHAIN: usize = 1_000;

/// A story as of a day, or with all that is known.
#[derive(Clone, Copy)]
pub struct AsOf<'a> {
    /// The story.
    pub bundle: &'a Bundle,
    /// The day, counted from 1970-01-01; `None` for all that is known.
    pub day: Option<i64>,
}

/// Whether something was there by the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByThen {
    /// It was.
    Yes,
    /// It may have been: it was published within a month, say, of which the day is one.
    Perhaps,
    /// It was not.
    No,
}

impl<'a> AsOf<'a> {
    /// Whether something with this date of publication was there by the end of the day. Without one it always was.
    #[must_use]
    pub fn by_then(&self, published: Option<When>) -> ByThen {
        let (Some(day), Some(when)) = (self.day, published) else { return ByThen::Yes };
        if published_day(&when).is_none_or(|last| last <= day) {
            ByThen::Yes
        } else if when.earliest_day().is_some_and(|earliest| earliest <= day) {
            ByThen::Perhaps
        } else {
            ByThen::No
        }
    }

    /// Whether an event had been reported, by what is known of its first report. Where that one may have been there,
    /// within a month say, another one may have been there for certain.
    #[must_use]
    pub fn was_reported(&self, event: EventIx, first: ByThen) -> bool {
        match first {
            ByThen::Yes => true,
            ByThen::Perhaps => self.accounts_of(event).next().is_some(),
            ByThen::No => false,
        }
    }

    /// Whether an event had been reported by then. One of which nobody knows when it was reported always had.
    #[must_use]
    pub fn knows_event(&self, event: EventIx) -> bool {
        self.day.is_none() || self.was_reported(event, self.by_then(self.bundle.event(event).known_from()))
    }

    /// Whether a quote had been printed by then. One of which nobody knows when it was printed always had.
    #[must_use]
    pub fn knows_quote(&self, quote: QuoteIx) -> bool {
        self.day.is_none() || self.by_then(self.bundle.quote(quote).known_from()) == ByThen::Yes
    }

    /// Whether a source had been published by then. One that does not say when always had.
    #[must_use]
    pub fn knows_source(&self, source: SourceIx) -> bool {
        self.day.is_none() || self.by_then(self.bundle.source(source).published()) == ByThen::Yes
    }

    /// The known quotes of an event, in the order of time.
    pub fn quotes_of(&self, event: EventIx) -> impl Iterator<Item = QuoteIx> + use<'a> {
        let this = *self;
        self.bundle.quotes_of(event).filter(move |ix| this.knows_quote(*ix))
    }

    /// The known plans that became an event, in the order of time.
    pub fn plans_of(&self, event: EventIx) -> impl Iterator<Item = EventIx> + use<'a> {
        let this = *self;
        self.bundle.plans_of(event).filter(move |ix| this.knows_event(*ix))
    }

    /// The accounts of an event that had been published.
    pub fn accounts_of(&self, event: EventIx) -> impl Iterator<Item = AccountRow<'a>> + use<'a> {
        let this = *self;
        self.bundle.event(event).accounts().filter(move |account| this.knows_source(account.source()))
    }

    /// When an event was or is to be, as far as it was known: where none of the accounts that were out bears out the
    /// event's own date, the narrowest that one of them gives. Where they differ, the event's own holds them all.
    #[must_use]
    pub fn date(&self, event: EventIx) -> Option<When> {
        let row = self.bundle.event(event);
        if self.day.is_none() {
            return row.date();
        }
        let known: Vec<AccountRow<'_>> = self.accounts_of(event).collect();
        let hindsight = known.len() < row.accounts().len() && known.iter().all(|account| account.date().is_some());
        if !hindsight || self.accounts_differ(event) {
            return row.date();
        }
        let len_secs = |when: &When| {
            let ends = when.earliest_sec().zip(when.latest_sec());
            ends.map_or(i64::MAX, |(first, last)| last.saturating_sub(first))
        };
        known.into_iter().filter_map(AccountRow::date).min_by_key(len_secs).or(row.date())
    }

    /// What a plan is known to have become next; `None` where nothing is known.
    #[must_use]
    pub fn became(&self, plan: EventIx) -> Option<EventIx> {
        self.bundle.event(plan).became().filter(|ix| self.knows_event(*ix))
    }

    /// What became of a plan in the end: the last event of its chain; `None` where nothing is known.
    #[must_use]
    pub fn outcome(&self, plan: EventIx) -> Option<EventIx> {
        std::iter::successors(self.became(plan), |ix| self.became(*ix)).take(MAX_CHAIN).last()
    }

    /// Whether an event is still open: planned or expected, and nothing settled is known to have come of it.
    #[must_use]
    pub fn is_open(&self, event: EventIx) -> bool {
        let settled = |ix: EventIx| !self.bundle.event(ix).status().is_plan();
        !settled(event) && !self.outcome(event).is_some_and(settled)
    }

    /// Whether an event was still ahead when knowledge ended: open, and not overdue.
    #[must_use]
    pub fn is_ahead(&self, event: EventIx) -> bool {
        self.is_open(event) && !self.is_overdue(event, self.last_day())
    }

    /// Whether the day for which something was planned lies before the one on which knowledge ended.
    pub(crate) fn is_overdue(&self, event: EventIx, last_day: Option<i64>) -> bool {
        let due = self.date(event).and_then(|when| when.latest_day());
        due.zip(last_day).is_some_and(|(due, last)| due < last)
    }

    /// Whether two known accounts of an event give dates that cannot both be right.
    #[must_use]
    pub fn accounts_differ(&self, event: EventIx) -> bool {
        let row = self.bundle.event(event);
        if row.accounts().len() < 2 {
            return false;
        }
        let whens: Vec<When> = self.accounts_of(event).filter_map(|account| account_date(row, account)).collect();
        whens.iter().any(|a| whens.iter().any(|b| a.is_before(b)))
    }

    /// The day on which knowledge ends: the chosen one, else the last on which a source was published.
    ///
    /// It looks at every source: whoever asks often keeps the answer.
    #[must_use]
    pub fn last_day(&self) -> Option<i64> {
        let published = || self.bundle.sources().filter_map(|ix| published_day(&self.bundle.source(ix).published()?));
        self.day.or_else(|| published().max())
    }
}

/// The date that a source gives for an event: its own, else the event's.
#[must_use]
pub fn account_date(event: EventRow<'_>, account: AccountRow<'_>) -> Option<When> {
    account.date().or(event.date())
}

/// The day by which something with this date was published: the last that it may have been. Of one that has no
/// last, "on or after" some day, the first; `None` where no day is named.
#[must_use]
pub fn published_day(when: &When) -> Option<i64> {
    when.latest_day().or(when.earliest_day())
}
