//! In which order a story is told: what it opens with, what came before and after, what was still ahead.

use std::cmp::Reverse;

use bundle::EventRow;
use story::{
    Civil, EraIx, EventIx, MediaKind, Moment, Precision, Qualifier, QuoteIx, When, Zone, civil_from_day,
    day_from_civil, day_from_sec, sec_from_day,
};

use timeline::sorted;

use crate::AsOf;

/// So many events and, of those that belong to no event, quotes are what a page can hold and a reader can bear.
const ROOM: usize = 200;

/// More chapters than these are too many: then they are decades, centuries and so on.
const MAX_CHAPTERS: usize = 40;

/// What came before has chapters of its own where it is more than this.
const LONG: usize = 24;

/// A plan that was put off more often than this is in a ring, which a foreign bundle may hold.
const MAX_CHAIN: i64 = 1_000;

/// What chapters may be, from the finest on.
const UNITS: [(i64, Precision); 5] = [
    (1, Precision::Year),
    (10, Precision::Decade),
    (100, Precision::Century),
    (1_000, Precision::Millennium),
    (1_000_000_000, Precision::Older),
];

/// A story in the order in which it is told.
#[derive(Debug, Default, PartialEq)]
pub struct Order {
    /// The event that it opens with; none where there are no events.
    pub opening: Option<EventIx>,
    /// What came before it and what followed.
    pub chapters: Vec<Chapter>,
    /// The plans that were still ahead, in the order in which they are due; those without a date last.
    pub ahead: Vec<EventIx>,
    /// How many more of them there is no room for.
    pub ahead_left: usize,
    /// The quotes that belong to no event, in the order of time.
    pub loose: Vec<QuoteIx>,
    /// How many more of them there is no room for.
    pub loose_left: usize,
}

/// Events under one heading.
#[derive(Debug, PartialEq)]
pub struct Chapter {
    /// What stands above them.
    pub heading: Heading,
    /// Those that there is room for.
    pub events: Vec<EventIx>,
    /// How many there are altogether.
    pub event_count: usize,
    /// The first and the last day of them all, by which they are in order.
    pub days: (i64, i64),
}

/// What stands above a chapter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Heading {
    /// That it came before what the story opens with.
    Before,
    /// That it followed.
    Followed,
    /// A stretch of time with a name.
    Era(EraIx),
    /// A year, or more of them.
    Time(When),
}

/// Where an event stands in the story: the day, its turn among those of the day, and before its result if it is a plan.
type Turn = (i64, usize, i64);

impl Order {
    /// The order of a story as of a day; at most so many events and quotes are in it.
    #[must_use]
    pub fn new(as_of: AsOf<'_>) -> Self {
        let turns = Turns { as_of };
        let known: Vec<EventIx> = as_of.bundle.events_by_time().filter(|ix| as_of.knows_event(*ix)).collect();
        let shown = weightiest(as_of, &known);
        let (ahead, told): (Vec<EventIx>, Vec<EventIx>) = known.into_iter().partition(|ix| as_of.is_ahead(*ix));
        let told: Vec<(Turn, EventIx)> = told.into_iter().map(|ix| (turns.turn(ix), ix)).collect();
        let told = sorted(&told, Ord::cmp);
        let of_told = || opening(as_of, told.iter().map(|(_, ix)| *ix));
        let opening = of_told().or_else(|| opening(as_of, ahead.iter().copied()));
        let is_shown = |ix: &EventIx| shown.binary_search(ix).is_ok();
        let chapters = opening.map(|ix| Chapters::new(as_of, &told, ix).told(&is_shown)).unwrap_or_default();
        let ahead: Vec<EventIx> = ahead.into_iter().filter(|ix| Some(*ix) != opening).collect();
        let ahead_count = ahead.len();
        let ahead: Vec<EventIx> = ahead.into_iter().filter(is_shown).collect();
        let ahead = sorted(&ahead, |a, b| turns.due(*a).cmp(&turns.due(*b)));
        let loose = as_of.bundle.quotes_by_time().filter(|ix| as_of.bundle.quote(*ix).event().is_none());
        let mut loose: Vec<QuoteIx> = loose.filter(|ix| as_of.knows_quote(*ix)).collect();
        let loose_left = loose.len().saturating_sub(ROOM);
        loose.truncate(ROOM);
        let ahead_left = ahead_count - ahead.len();
        Self { opening, chapters, ahead, ahead_left, loose, loose_left }
    }

    /// Every event in the order in which it is told.
    pub fn events(&self) -> impl Iterator<Item = EventIx> + '_ {
        let chapters = self.chapters.iter().flat_map(|chapter| chapter.events.iter().copied());
        self.opening.into_iter().chain(chapters).chain(self.ahead.iter().copied())
    }
}

/// Whether an event is told at length: it matters, or something was said or shown.
#[must_use]
pub fn is_full(as_of: AsOf<'_>, ix: EventIx) -> bool {
    let event = as_of.bundle.event(ix);
    event.rank() <= 2 || is_shown(event) || as_of.quotes_of(ix).next().is_some()
}

/// Whether an event has something to look at or to listen to.
fn is_shown(event: EventRow<'_>) -> bool {
    event.media().any(|medium| medium.kind() != MediaKind::Link)
}

/// The most important events, as far as there is room, by their positions.
///
/// An event is the more important the lower its rank, then the more accounts and quotes it has; the earlier where nothing
/// else decides.
fn weightiest(as_of: AsOf<'_>, by_time: &[EventIx]) -> Vec<EventIx> {
    let weight = |at: usize| {
        let (ix, event) = (by_time[at], as_of.bundle.event(by_time[at]));
        (event.rank(), Reverse(event.accounts().len() + as_of.bundle.quotes_of(ix).len()), at)
    };
    let mut places: Vec<usize> = (0..by_time.len()).collect();
    if by_time.len() > ROOM {
        places = sorted(&places, |a, b| weight(*a).cmp(&weight(*b)));
        places.truncate(ROOM);
    }
    let shown: Vec<EventIx> = places.into_iter().map(|at| by_time[at]).collect();
    sorted(&shown, Ord::cmp)
}

/// The editor's own, else the first of the most important that has something to look at, else a quote, else the first of all.
fn opening(as_of: AsOf<'_>, told: impl Iterator<Item = EventIx> + Clone) -> Option<EventIx> {
    let rank = told.clone().map(|ix| as_of.bundle.event(ix).rank()).min()?;
    let mut first = told.filter(|ix| as_of.bundle.event(*ix).rank() == rank);
    let seen = first.clone().find(|ix| is_shown(as_of.bundle.event(*ix)));
    let said = || first.clone().find(|ix| as_of.quotes_of(*ix).next().is_some());
    seen.or_else(said).or_else(|| first.next())
}

/// By what events are put in order.
struct Turns<'a> {
    as_of: AsOf<'a>,
}

impl Turns<'_> {
    fn turn(&self, ix: EventIx) -> Turn {
        self.in_chain(ix, 0)
    }

    /// A plan stands at its announcement, and never behind what came of it.
    fn in_chain(&self, ix: EventIx, depth: i64) -> Turn {
        let (event, as_of) = (self.as_of.bundle.event(ix), self.as_of);
        let position = as_of.bundle.position_by_time(ix).unwrap_or(usize::MAX);
        let announced = || event.announced().or_else(|| event.known_from());
        let when = if event.status().is_plan() { announced().or(as_of.date(ix)) } else { as_of.date(ix) };
        // An undated event that is no plan is in no bundle of ours.
        let own = (when.as_ref().and_then(told_day).unwrap_or(i64::MAX), position, 0);
        let next = event.status().is_plan().then(|| as_of.became(ix)).flatten().filter(|_| depth < MAX_CHAIN);
        match next.map(|next| self.in_chain(next, depth + 1)) {
            Some((day, position, before)) => own.min((day, position, before - 1)),
            None => own,
        }
    }

    /// The last day on which a plan is due.
    fn due(&self, ix: EventIx) -> (i64, usize) {
        let last = self.as_of.date(ix).and_then(|when| when.latest_day().or(when.earliest_day()));
        (last.unwrap_or(i64::MAX), self.as_of.bundle.position_by_time(ix).unwrap_or(usize::MAX))
    }
}

/// The day at which something is told: a month at its end, a range at the end of its first unit.
fn told_day(when: &When) -> Option<i64> {
    let moment = when.first.moment().or(when.last.moment())?;
    Some(day_from_sec(moment.latest_sec))
}

/// Chapters in the making.
struct Chapters<'a> {
    told: &'a [(Turn, EventIx)],
    /// Where the event that the story opens with stands among them; behind them all where it is still open.
    opening: usize,
    /// How many years a chapter has, and what they are called.
    unit: (i64, Precision),
    eras: Vec<(i64, i64, EraIx)>,
}

impl<'a> Chapters<'a> {
    fn new(as_of: AsOf<'a>, told: &'a [(Turn, EventIx)], opening: EventIx) -> Self {
        let opening = told.iter().position(|(_, ix)| *ix == opening).unwrap_or(told.len());
        let eras = as_of.bundle.eras().filter_map(|ix| {
            let when = as_of.bundle.era(ix).date()?;
            Some((when.earliest_day().unwrap_or(i64::MIN), when.latest_day().unwrap_or(i64::MAX), ix))
        });
        let mut chapters = Self { told, opening, unit: UNITS[0], eras: eras.collect() };
        for unit in UNITS {
            chapters.unit = unit;
            let mut times: Vec<i64> = told.iter().map(|((day, ..), _)| chapters.first_year(*day)).collect();
            times.dedup();
            if times.len() <= MAX_CHAPTERS {
                break;
            }
        }
        chapters
    }

    fn told(&self, is_shown: &dyn Fn(&EventIx) -> bool) -> Vec<Chapter> {
        let (before, from) = self.told.split_at(self.opening);
        let mut chapters = Vec::new();
        if !before.is_empty() {
            let is_long = before.len() > LONG;
            chapters.push(chapter(Heading::Before, before, &|ix| !is_long && is_shown(ix)));
            if is_long {
                self.add(&mut chapters, before, is_shown);
            }
        }
        let Some((((day, ..), _), after)) = from.split_first() else { return chapters };
        // What is left of the opening's own time has no heading of its own.
        let own = self.heading(*day);
        let rest = after.iter().take_while(|((day, ..), _)| self.heading(*day) == own).count();
        if rest > 0 {
            chapters.push(chapter(Heading::Followed, &after[..rest], is_shown));
        }
        self.add(&mut chapters, &after[rest..], is_shown);
        chapters
    }

    fn add(&self, chapters: &mut Vec<Chapter>, told: &[(Turn, EventIx)], is_shown: &dyn Fn(&EventIx) -> bool) {
        let alike = told.chunk_by(|a, b| self.heading(a.0.0) == self.heading(b.0.0));
        chapters.extend(alike.map(|events| chapter(self.heading(events[0].0.0), events, is_shown)));
    }

    fn heading(&self, day: i64) -> Heading {
        let era = self.eras.iter().find(|(first, last, _)| (*first..=*last).contains(&day));
        era.map_or_else(|| Heading::Time(self.time(day)), |(.., ix)| Heading::Era(*ix))
    }

    fn first_year(&self, day: i64) -> i64 {
        civil_from_day(day).year.div_euclid(self.unit.0) * self.unit.0
    }

    fn time(&self, day: i64) -> When {
        let year = self.first_year(day);
        let start_sec = |year| sec_from_day(day_from_civil(Civil { year, month: 1, day: 1 }));
        When::single(Moment {
            earliest_sec: start_sec(year),
            latest_sec: start_sec(year.saturating_add(self.unit.0)).saturating_sub(1),
            precision: self.unit.1,
            qualifier: Qualifier::default(),
            zone: Zone::default(),
        })
    }
}

fn chapter(heading: Heading, told: &[(Turn, EventIx)], is_shown: &dyn Fn(&EventIx) -> bool) -> Chapter {
    let day = |at: Option<&(Turn, EventIx)>| at.map_or(0, |((day, ..), _)| *day);
    let events = told.iter().map(|(_, ix)| *ix).filter(|ix| is_shown(ix)).collect();
    Chapter { heading, events, event_count: told.len(), days: (day(told.first()), day(told.last())) }
}
