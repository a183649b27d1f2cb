//! The record as it could be known on a day: what had been published by then, and what that says of plans.

use std::{cell::OnceCell, rc::Rc};

use bundle::AccountRow;
use story::{EventIx, PersonIx, QuoteIx, SourceIx, Status, When, sec_from_day};
use telling::{AsOf, ByThen};

use super::{record::Record, selection::Selection};

pub use telling::account_date;

/// A record as it could be known on a day, or all that is known. Two are equal if the record is the same one, and
/// the day.
#[derive(Clone)]
pub struct RecordAsOf {
    /// The record.
    pub record: Rc<Record>,
    day: Option<i64>,
    seen: Rc<OnceCell<Seen>>,
}

/// What is known, looked at once.
struct Seen {
    /// By event whether it is known; none where all are.
    events: Vec<bool>,
    /// By quote likewise.
    quotes: Vec<bool>,
    counts: Counts,
}

/// How much is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// The events by status, in the order of [`Status::ALL`].
    pub statuses: [usize; 4],
    /// The quotes.
    pub quotes: usize,
    /// The sources.
    pub sources: usize,
}

impl PartialEq for RecordAsOf {
    fn eq(&self, other: &Self) -> bool {
        self.record == other.record && self.day == other.day
    }
}

impl RecordAsOf {
    /// A record as known on a day, counted from 1970-01-01; all that is known without one.
    #[must_use]
    pub fn new(record: Rc<Record>, day: Option<i64>) -> Self {
        Self { record, day, seen: Rc::default() }
    }

    /// The day as of which the story is told; `None` for all that is known.
    #[must_use]
    pub fn day(&self) -> Option<i64> {
        self.day
    }

    /// Which of the days of publication it is, counted from 0: the last, where no day is chosen.
    #[must_use]
    pub fn day_at(&self) -> usize {
        let days = &self.record.publication_days;
        self.day.map_or(days.len().saturating_sub(1), |day| days.partition_point(|other| *other < day))
    }

    /// The day on which knowledge ends: the chosen one, else the last on which a source was published.
    #[must_use]
    pub fn last_day(&self) -> Option<i64> {
        self.day.or(self.record.publication_days.last().copied())
    }

    /// The second at which knowledge ends: the end of its last day.
    #[must_use]
    pub fn end_sec(&self) -> Option<i64> {
        self.last_day().map(|day| sec_from_day(day.saturating_add(1)))
    }

    /// Whether an event had been reported by then. One of which nobody knows when it was reported always had.
    #[must_use]
    pub fn knows_event(&self, event: EventIx) -> bool {
        match self.seen.get() {
            _ if self.day.is_none() => true,
            Some(seen) => seen.events.get(event.at()).copied().unwrap_or_default(),
            None => self.rows().knows_event(event),
        }
    }

    /// Whether a quote had been printed by then. One of which nobody knows when it was printed always had.
    #[must_use]
    pub fn knows_quote(&self, quote: QuoteIx) -> bool {
        match self.seen.get() {
            _ if self.day.is_none() => true,
            Some(seen) => seen.quotes.get(quote.at()).copied().unwrap_or_default(),
            None => self.rows().knows_quote(quote),
        }
    }

    /// Whether a source had been published by then. One that does not say when always had.
    #[must_use]
    pub fn knows_source(&self, source: SourceIx) -> bool {
        self.rows().knows_source(source)
    }

    /// What was known, row by row.
    #[must_use]
    pub fn rows(&self) -> AsOf<'_> {
        AsOf { bundle: &self.record.bundle, day: self.day }
    }

    /// Whether what a selection shows had been reported by then.
    #[must_use]
    pub fn knows(&self, selection: Selection) -> bool {
        match selection {
            Selection::Event(ix) => self.knows_event(ix),
            Selection::Quote(ix) => self.knows_quote(ix),
        }
    }

    /// The event that a selection shows; a quote's own, where it has one that was known.
    #[must_use]
    pub fn event_of(&self, selection: Selection) -> Option<EventIx> {
        let event = match selection {
            Selection::Event(ix) => Some(ix),
            Selection::Quote(ix) => self.record.bundle.quote(ix).event(),
        };
        event.filter(|ix| self.knows_event(*ix))
    }

    /// The known quotes of an event, in the order of time.
    pub fn quotes_of(&self, event: EventIx) -> impl Iterator<Item = QuoteIx> + use<'_> {
        self.record.bundle.quotes_of(event).filter(|ix| self.knows_quote(*ix))
    }

    /// The known quotes of somebody, in the order of time.
    pub fn quotes_by(&self, person: PersonIx) -> impl Iterator<Item = QuoteIx> + use<'_> {
        let bundle = &self.record.bundle;
        bundle.quotes_by_time().filter(move |ix| bundle.quote(*ix).speaker() == person && self.knows_quote(*ix))
    }

    /// The known plans that became an event, in the order of time.
    pub fn plans_of(&self, event: EventIx) -> impl Iterator<Item = EventIx> + use<'_> {
        self.record.bundle.plans_of(event).filter(|ix| self.knows_event(*ix))
    }

    /// The accounts of an event that had been published.
    pub fn accounts_of(&self, event: EventIx) -> impl Iterator<Item = AccountRow<'_>> + use<'_> {
        self.rows().accounts_of(event)
    }

    /// When an event was or is to be, as far as it was known.
    #[must_use]
    pub fn date(&self, event: EventIx) -> Option<When> {
        self.rows().date(event)
    }

    /// What became of a plan in the end: the last event of its chain; `None` where nothing is known.
    #[must_use]
    pub fn outcome(&self, plan: EventIx) -> Option<EventIx> {
        self.rows().outcome(plan)
    }

    /// Whether an event is still open: planned or expected, and nothing settled is known to have come of it.
    #[must_use]
    pub fn is_open(&self, event: EventIx) -> bool {
        self.rows().is_open(event)
    }

    /// Whether two known accounts of an event give dates that cannot both be right.
    #[must_use]
    pub fn accounts_differ(&self, event: EventIx) -> bool {
        self.rows().accounts_differ(event)
    }

    /// How much is known, counted once.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.seen.get_or_init(|| self.look()).counts
    }

    /// How many events are known.
    #[must_use]
    pub fn event_count(&self) -> usize {
        self.counts().statuses.iter().sum()
    }

    /// Looks at every row once.
    fn look(&self) -> Seen {
        let bundle = &self.record.bundle;
        let mut statuses = [0; Status::ALL.len()];
        if self.day.is_none() {
            bundle.statuses().for_each(|status| statuses[status as usize] += 1);
            let counts = Counts { statuses, quotes: bundle.quote_count(), sources: bundle.source_count() };
            return Seen { events: Vec::new(), quotes: Vec::new(), counts };
        }
        let as_of = self.rows();
        let reports = bundle.events_known_from(|when| as_of.by_then(when));
        let events: Vec<bool> = bundle.events().zip(reports).map(|(ix, first)| as_of.was_reported(ix, first)).collect();
        for (status, is_known) in bundle.statuses().zip(&events) {
            statuses[status as usize] += usize::from(*is_known);
        }
        let prints = bundle.quotes_known_from(|when| as_of.by_then(when));
        let quotes: Vec<bool> = prints.map(|print| print == ByThen::Yes).collect();
        let sources = bundle.sources().filter(|ix| self.knows_source(*ix)).count();
        let counts = Counts { statuses, quotes: quotes.iter().filter(|is_known| **is_known).count(), sources };
        Seen { events, quotes, counts }
    }
}

impl search::AsOfDay for RecordAsOf {
    fn day(&self) -> Option<i64> {
        self.day
    }

    fn knows_event(&self, event: EventIx) -> bool {
        Self::knows_event(self, event)
    }

    fn knows_quote(&self, quote: QuoteIx) -> bool {
        Self::knows_quote(self, quote)
    }

    fn knows_source(&self, source: SourceIx) -> bool {
        Self::knows_source(self, source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::testing::{self, event};
    use story::{Civil, day_from_civil};

    fn day(month: u8, day: u8) -> Option<i64> {
        Some(day_from_civil(Civil { year: 2024, month, day }))
    }

    fn as_of(day: Option<i64>) -> RecordAsOf {
        RecordAsOf::new(Rc::new(testing::record()), day)
    }

    /// A plan that was put off and then came true, told by three sources one after the other, and a rumour that two
    /// of them have in the same month.
    const STAGES: &str = r#"
        story = { id = "pit", title = "The pit", language = "en", unverified = "Made up." }
        people = [{ id = "she", name = "She" }]
        sources = [
          { id = "may", title = "May", published = "2024-05" },
          { id = "june", title = "June", published = "2024-06" },
          { id = "ten", title = "The tenth", published = "2024-06-10" },
          { id = "july", title = "July", published = "2024-07-04" },
        ]

        [[events]]
        id = "to-dig"
        title = "A pit is to be dug"
        status = "planned"
        announced = "2024-05"
        became = "to-dig-later"
        accounts = [{ source = "may", says = "Soon." }, { source = "july", says = "It was late." }]

        [[events]]
        id = "to-dig-later"
        title = "The digging is put off"
        status = "planned"
        announced = "2024-06"
        became = "dug"
        accounts = [{ source = "june", says = "Later." }]

        [[events]]
        id = "dug"
        title = "The pit is dug"
        date = "2024-07-01"
        accounts = [{ source = "july", says = "At last." }]

        [[events]]
        id = "rumour"
        title = "There is talk of gold"
        date = "2024-04"
        accounts = [{ source = "june", says = "Gold." }, { source = "ten", says = "Gold?" }]

        [[quotes]]
        id = "soon"
        text = "Soon"
        speaker = "she"
        source = "may"
        event = "dug"
    "#;

    fn of(story: &str, day: Option<i64>) -> RecordAsOf {
        RecordAsOf::new(Rc::new(testing::compiled(story)), day)
    }

    fn ids(as_of: &RecordAsOf) -> Vec<&str> {
        let bundle = &as_of.record.bundle;
        bundle.events().filter(|ix| as_of.knows_event(*ix)).map(|ix| bundle.event(ix).id()).collect()
    }

    #[test]
    fn a_plan_is_open_until_something_settled_has_come_of_it() {
        let as_of = as_of(None);
        let cases = [("to-open", false), ("opened", false), ("to-be-painted", false), ("to-be-widened", true)];
        for (id, open) in cases {
            assert_eq!(as_of.is_open(event(&as_of.record, id)), open, "{id}");
        }
        let (plan, outcome) = (event(&as_of.record, "to-open"), event(&as_of.record, "opened"));
        assert_eq!(as_of.outcome(plan), Some(outcome));
        assert_eq!(as_of.outcome(outcome), None);
    }

    #[test]
    fn accounts_differ_only_where_both_cannot_be_right() {
        let as_of = as_of(None);
        let differ = |id: &str| as_of.accounts_differ(event(&as_of.record, id));
        assert!(differ("opened"));
        assert!(!differ("painted"));
        assert!(differ("painted-blue"), "one account keeps the event's own date");
    }

    #[test]
    fn knowledge_ends_on_the_last_day_that_a_source_was_published_or_on_the_chosen_one() {
        assert_eq!(as_of(None).last_day(), day(6, 30));
        let earlier = as_of(day(2, 1));
        assert_eq!(earlier.last_day(), day(2, 1));
        assert_eq!(earlier.end_sec(), day(2, 2).map(sec_from_day), "to the end of that day");
    }

    #[test]
    fn what_was_published_later_is_not_known() {
        assert_eq!(ids(&as_of(day(1, 31))), [""; 0]);
        let early = as_of(day(2, 1));
        assert_eq!(ids(&early), ["to-open", "to-be-painted", "painted", "opened", "painted-blue"]);
        let quotes = |as_of: &RecordAsOf| as_of.record.bundle.quotes().filter(|ix| as_of.knows_quote(*ix)).count();
        assert_eq!((quotes(&early), quotes(&as_of(None))), (1, 2));
        assert_eq!(early.counts(), Counts { statuses: [3, 2, 0, 0], quotes: 1, sources: 1 });
        assert_eq!(as_of(day(6, 30)).counts(), as_of(None).counts(), "the last day knows it all");
    }

    #[test]
    fn accounts_differ_only_once_both_are_out() {
        let early = as_of(day(2, 1));
        assert!(!early.accounts_differ(event(&early.record, "painted-blue")));
        assert_eq!(early.accounts_of(event(&early.record, "painted-blue")).count(), 1);
    }

    #[test]
    fn a_date_that_was_given_later_is_not_told_before() {
        let input = r#"
            story = { id = "a", title = "A", language = "en", unverified = "Made up." }
            sources = [
              { id = "one", title = "1", published = "2024-01-01" },
              { id = "two", title = "2", published = "2024-02-01" },
              { id = "three", title = "3", published = "2024-03-01" },
            ]

            [[events]]
            id = "differ"
            title = "They differ"
            date = "[2023-09-13,2023-09-14]"
            accounts = [
              { source = "one", says = "One.", date = "2023-09" },
              { source = "one", says = "One.", date = "2023-09-13" },
              { source = "two", says = "Two.", date = "2023-09-14" },
              { source = "three", says = "Three.", date = "2023" },
            ]

            [[events]]
            id = "agree"
            title = "They agree"
            date = "2023-09-13"
            accounts = [{ source = "one", says = "One." }, { source = "two", says = "Two.", date = "2023" }]
        "#;
        let date = |id: &str, at| {
            let as_of = of(input, at);
            as_of.date(event(&as_of.record, id)).map(|when| (when.earliest_day(), when.latest_day()))
        };
        let september = |first: u8, last: u8| {
            let day = |day| Some(day_from_civil(Civil { year: 2023, month: 9, day }));
            Some((day(first), day(last)))
        };
        assert_eq!(date("differ", day(1, 1)), september(13, 13), "the other day was reported later");
        assert_eq!(date("differ", day(2, 1)), september(13, 14), "both are out, one report is not");
        assert_eq!(date("differ", None), september(13, 14));
        assert_eq!(date("agree", day(1, 1)), september(13, 13));
    }

    #[test]
    fn a_quote_is_shown_without_an_event_that_nobody_had_reported() {
        let as_of = of(STAGES, day(5, 31));
        let quote = as_of.record.bundle.quote_by_id("soon").expect("it exists");
        assert!(as_of.knows(Selection::Quote(quote)));
        assert_eq!(as_of.event_of(Selection::Quote(quote)), None);
        assert_eq!(as_of.quotes_of(event(&as_of.record, "to-dig")).count(), 0);
    }

    #[test]
    fn a_plan_is_a_plan_again_before_its_outcome_was_reported() {
        let cases = [
            (day(5, 31), &["to-dig"][..], None, true),
            (day(6, 30), &["to-dig", "to-dig-later", "rumour"], Some("to-dig-later"), true),
            (None, &["to-dig", "to-dig-later", "dug", "rumour"], Some("dug"), false),
        ];
        for (at, events, outcome, open) in cases {
            let as_of = of(STAGES, at);
            let plan = event(&as_of.record, "to-dig");
            let became = as_of.outcome(plan).map(|ix| as_of.record.bundle.event(ix).id());
            assert_eq!((ids(&as_of), became, as_of.is_open(plan)), (events.to_vec(), outcome, open), "{at:?}");
            let plans = as_of.plans_of(event(&as_of.record, "to-dig-later")).count();
            assert_eq!(plans, 1, "the plan that was put off stays known");
        }
    }

    #[test]
    fn what_was_looked_at_once_is_what_each_row_says() {
        for at in [day(5, 30), day(5, 31), day(6, 9), day(6, 10), day(6, 30), day(7, 4), None] {
            let as_of = of(STAGES, at);
            let each = |as_of: &RecordAsOf| {
                let bundle = &as_of.record.bundle;
                let events: Vec<bool> = bundle.events().map(|ix| as_of.knows_event(ix)).collect();
                let quotes: Vec<bool> = bundle.quotes().map(|ix| as_of.knows_quote(ix)).collect();
                (events, quotes)
            };
            let fresh = each(&as_of);
            let how_many = |rows: &[bool]| rows.iter().filter(|is_known| **is_known).count();
            assert_eq!(as_of.event_count(), how_many(&fresh.0), "{at:?}");
            assert_eq!(as_of.counts().quotes, how_many(&fresh.1), "{at:?}");
            assert_eq!(each(&as_of), fresh, "{at:?}");
        }
    }

    #[test]
    fn a_report_of_a_month_is_there_by_its_end_unless_another_one_was_sooner() {
        let rumour = |at| {
            let as_of = of(STAGES, at);
            as_of.knows_event(event(&as_of.record, "rumour"))
        };
        let cases = [(day(5, 31), false), (day(6, 9), false), (day(6, 10), true), (day(6, 30), true)];
        for (at, is_known) in cases {
            assert_eq!(rumour(at), is_known, "{at:?}");
        }
    }

    #[test]
    fn what_nobody_dated_was_always_known() {
        let input = r#"
            story = { id = "a", title = "A", language = "en", unverified = "Made up." }
            people = [{ id = "she", name = "She" }]
            sources = [{ id = "leaflet", title = "Undated" }, { id = "herald", title = "Dated", published = "2024" }]
            events = [{ id = "e", title = "E", date = "1999", accounts = [{ source = "leaflet", says = "So." }] }]
            quotes = [
              { id = "q", text = "Q", speaker = "she", source = "leaflet" },
              { id = "r", text = "R", speaker = "she", source = "herald" },
            ]
        "#;
        let as_of = of(input, day(1, 1));
        assert_eq!(as_of.counts(), Counts { statuses: [1, 0, 0, 0], quotes: 1, sources: 1 });
        assert_eq!(as_of.record.publication_days, day(12, 31).into_iter().collect::<Vec<i64>>());
    }

    #[test]
    fn a_day_outside_of_any_calendar_is_only_a_number() {
        for at in [i64::MIN, i64::MAX] {
            let as_of = as_of(Some(at));
            assert_eq!(as_of.event_count() > 0, at > 0);
            assert!(as_of.end_sec().is_some());
        }
    }
}
