//! How many events or quotes lie in a stretch of time: all of them, those that are known, that match, that are open.
//!
//! What is sorted by time is counted by where its stretch begins and ends. Only where a filter or a day of knowledge
//! leaves some out are there running counts, made once for each of these.

use bundle::Series;
use story::{EventIx, QuoteIx, Status};

use crate::core::{as_of::RecordAsOf, matches::Matches};

/// In a lane of more events than these, only the plans that are drawn have their arcs: all would have to be looked
/// through for those that pass over the view.
const FEW: usize = 2_000;
/// The same for a lane of more plans than these: their arcs would cover each other.
const FEW_PLANS: usize = 40;

/// The counts of every lane and of the quotes.
pub struct Tally {
    /// The lanes as authored, then the events without one.
    pub lanes: Vec<LaneTally>,
    /// The quotes by the day they were said.
    pub said: Running,
}

/// The counts of one lane.
pub struct LaneTally {
    /// Which events are known, and which of these match.
    pub events: Running,
    /// The positions of open plans, ascending.
    opens: Vec<u32>,
    /// The known plans, settled ones included; `None` in a lane of too many events to look through.
    plans: Option<Vec<EventIx>>,
}

/// How many of a series are known and match, up to each position.
#[derive(Default)]
pub struct Running {
    /// By position, how many before it are known; `None` where all are.
    as_of: Option<Vec<u32>>,
    /// By position, how many before it match; `None` where all that is known does.
    matching: Option<Vec<u32>>,
}

/// What a stretch holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// How many are known.
    pub all: u32,
    /// How many of these match the filter.
    pub matching: u32,
    /// How many are plans of which nothing settled has come.
    pub open: u32,
}

impl Tally {
    /// The counts for what is known and what matches.
    #[must_use]
    pub fn new(as_of: &RecordAsOf, matches: Option<&Matches>) -> Self {
        let bundle = &as_of.record.bundle;
        let lanes = (0..=bundle.lane_count()).map(|lane| LaneTally::new(as_of, matches, lane)).collect();
        let knows = |row| as_of.knows_quote(QuoteIx(row));
        let hit = |row| matches.is_none_or(|matches| matches.quote(QuoteIx(row)));
        let said = Running::new(bundle.said(), as_of.day().map(|_| &knows as _), matches.map(|_| &hit as _));
        Self { lanes, said }
    }
}

impl LaneTally {
    fn new(as_of: &RecordAsOf, matches: Option<&Matches>, lane: usize) -> Self {
        let bundle = &as_of.record.bundle;
        let series = bundle.lane_events(lane);
        let knows = |row| as_of.knows_event(EventIx(row));
        let hit = |row| matches.is_none_or(|matches| matches.event(EventIx(row)));
        let is_open = |at: &u32| {
            let ix = EventIx(series.row(*at as usize));
            as_of.knows_event(ix) && as_of.is_open(ix)
        };
        let opens: Vec<u32> = match as_of.day() {
            None => bundle.lane_opens(lane).collect(),
            Some(_) => (0..series.len() as u32).filter(is_open).collect(),
        };
        let is_plan = |ix: &EventIx| as_of.knows_event(*ix) && bundle.event(*ix).status() != Status::Happened;
        let plans = || (0..series.len()).map(|at| EventIx(series.row(at))).filter(is_plan).collect::<Vec<_>>();
        Self {
            plans: (series.len() <= FEW).then(plans).filter(|plans| plans.len() <= FEW_PLANS),
            opens,
            events: Running::new(series, as_of.day().map(|_| &knows as _), matches.map(|_| &hit as _)),
        }
    }

    /// Whether there may be a plan, and with it an arc.
    #[must_use]
    pub fn may_have_plans(&self) -> bool {
        self.plans.as_ref().is_none_or(|plans| !plans.is_empty())
    }

    /// The known plans of the whole lane; none where there are too many events to look through.
    #[must_use]
    pub fn plans(&self) -> &[EventIx] {
        self.plans.as_deref().unwrap_or_default()
    }

    /// What the positions `from` up to, not including, `to` hold.
    #[must_use]
    pub fn count(&self, from: usize, to: usize) -> Count {
        let before = |at: usize| self.opens.partition_point(|open| (*open as usize) < at) as u32;
        let open = if self.opens.is_empty() || from >= to { 0 } else { before(to).saturating_sub(before(from)) };
        Count { open, ..self.events.count(from, to) }
    }
}

impl Running {
    /// The counts of a series; what is not asked holds for all.
    fn new(series: Series<'_>, knows: Option<&dyn Fn(u32) -> bool>, matches: Option<&dyn Fn(u32) -> bool>) -> Self {
        let known_and = |row: u32, also: &dyn Fn(u32) -> bool| knows.is_none_or(|knows| knows(row)) && also(row);
        Self {
            as_of: knows.map(|knows| running(series, knows)),
            matching: matches.map(|matches| running(series, &|row| known_and(row, matches))),
        }
    }

    /// What the positions `from` up to, not including, `to` hold; none of it open.
    #[must_use]
    pub fn count(&self, from: usize, to: usize) -> Count {
        let of = |counts: &Option<Vec<u32>>, all: u32| {
            let at = |at: usize| counts.as_ref().map(|counts| counts.get(at).copied().unwrap_or_default());
            at(to).zip(at(from)).map_or(all, |(to, from)| to.saturating_sub(from))
        };
        let all = of(&self.as_of, to.saturating_sub(from) as u32);
        Count { all, matching: of(&self.matching, all), open: 0 }
    }
}

/// By position, how many before it are such.
fn running(series: Series<'_>, is_such: &dyn Fn(u32) -> bool) -> Vec<u32> {
    let mut counts = Vec::with_capacity(series.len() + 1);
    let mut count = 0;
    counts.push(count);
    for at in 0..series.len() {
        count += u32::from(is_such(series.row(at)));
        counts.push(count);
    }
    counts
}
