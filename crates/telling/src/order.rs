//! In which order a story is told: what it opens with, what came before and after, what was still ahead.

use std::cmp::Reverse;

use bundle::{Bundle, EventRow};
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
    /// How many known quotes they all have.
    pub quote_count: usize,
    /// How many of them there is no room for; none where chapters of its own follow under the heading.
    pub left: usize,
    /// Where all are of one year, how many of those are of each month: its first second, and the number.
    pub left_by_month: Vec<(i64, usize)>,
    /// The first and the last day of them all, by which they are in order.
    pub days: (i64, i64),
    /// Whether it is a part of what came before, whose heading stands above.
    pub is_part: bool,
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

/// The turn of what has no day at all.
const LAST: Turn = (i64::MAX, usize::MAX, 0);

impl Order {
    /// The order of a story as of a day; at most so many events and quotes are in it.
    #[must_use]
    pub fn new(as_of: AsOf<'_>) -> Self {
        let known: Vec<EventIx> = as_of.bundle.events_by_time().filter(|ix| as_of.knows_event(*ix)).collect();
        let shown = weightiest(as_of, &known);
        let is_shown = |ix: &EventIx| shown.binary_search(ix).is_ok();
        let last_day = as_of.last_day();
        let is_ahead = |ix: &EventIx| as_of.is_open(*ix) && !as_of.is_overdue(*ix, last_day);
        let (ahead, told): (Vec<EventIx>, Vec<EventIx>) = known.into_iter().partition(is_ahead);
        let positions = positions(as_of.bundle);
        let told = Turns::in_order(as_of, &told, &positions, told_on);
        let editors = as_of.bundle.story().opening();
        let editors = editors.filter(|ix| ix.at() < as_of.bundle.event_count() && as_of.knows_event(*ix));
        let opening = editors.or_else(|| self::opening(as_of, told.iter().map(|(_, ix)| *ix)));
        let opening = opening.or_else(|| self::opening(as_of, ahead.iter().copied()));
        let chapters = opening.map(|ix| Chapters::new(as_of, &told, ix).told(&is_shown)).unwrap_or_default();
        let ahead = Turns::in_order(as_of, &ahead, &positions, due_on);
        let ahead: Vec<EventIx> = ahead.into_iter().map(|(_, ix)| ix).filter(|ix| Some(*ix) != opening).collect();
        let ahead_count = ahead.len();
        let ahead: Vec<EventIx> = ahead.into_iter().filter(is_shown).collect();
        let ahead_left = ahead_count - ahead.len();
        let (loose, loose_left) = loose(as_of);
        Self { opening, chapters, ahead, ahead_left, loose, loose_left }
    }

    /// Every event in the order in which it is told.
    pub fn events(&self) -> impl Iterator<Item = EventIx> + '_ {
        let chapters = self.chapters.iter().flat_map(|chapter| chapter.events.iter().copied());
        self.opening.into_iter().chain(chapters).chain(self.ahead.iter().copied())
    }

    /// Whether an event is told.
    #[must_use]
    pub fn tells(&self, event: EventIx) -> bool {
        self.events().any(|ix| ix == event)
    }

    /// The events at which a reader stops who goes from one to the next: those that are told at length.
    pub fn stops<'a>(&'a self, as_of: AsOf<'a>) -> impl Iterator<Item = EventIx> + 'a {
        self.events().filter(move |ix| is_full(as_of, *ix))
    }

    /// How many events there is no room for.
    #[must_use]
    pub fn left(&self) -> usize {
        self.chapters.iter().map(|chapter| chapter.left).sum::<usize>() + self.ahead_left
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

/// The first of the most important that has something to look at, else a quote, else the first of them.
fn opening(as_of: AsOf<'_>, told: impl Iterator<Item = EventIx> + Clone) -> Option<EventIx> {
    let rank = told.clone().map(|ix| as_of.bundle.event(ix).rank()).min()?;
    let mut first = told.filter(|ix| as_of.bundle.event(*ix).rank() == rank);
    let seen = first.clone().find(|ix| is_shown(as_of.bundle.event(*ix)));
    let said = || first.clone().find(|ix| as_of.quotes_of(*ix).next().is_some());
    seen.or_else(said).or_else(|| first.next())
}

/// The quotes that belong to no event, as far as there is room, and how many more there are.
fn loose(as_of: AsOf<'_>) -> (Vec<QuoteIx>, usize) {
    let is_loose = |ix: &QuoteIx| as_of.bundle.quote(*ix).event().is_none() && as_of.knows_quote(*ix);
    let mut loose: Vec<QuoteIx> = as_of.bundle.quotes_by_time().filter(is_loose).collect();
    let left = loose.len().saturating_sub(ROOM);
    loose.truncate(ROOM);
    (loose, left)
}

/// For each event, its position in the order of time.
fn positions(bundle: &Bundle) -> Vec<usize> {
    let mut positions = vec![usize::MAX; bundle.event_count()];
    for (position, ix) in bundle.events_by_time().enumerate() {
        // A foreign bundle may name an event that it has not.
        positions.get_mut(ix.at()).into_iter().for_each(|it| *it = position);
    }
    positions
}

/// Finds the turn of each event; of a chain of plans, each only once.
struct Turns<'a> {
    as_of: AsOf<'a>,
    positions: &'a [usize],
    /// The day of an event, whatever became of it.
    day: fn(AsOf<'_>, EventIx) -> i64,
    found: Vec<Option<Turn>>,
}

impl<'a> Turns<'a> {
    /// Events in the order of their days, no plan behind what became of it.
    fn in_order(
        as_of: AsOf<'a>,
        events: &[EventIx],
        positions: &'a [usize],
        day: fn(AsOf<'_>, EventIx) -> i64,
    ) -> Vec<(Turn, EventIx)> {
        let mut turns = Self { as_of, positions, day, found: vec![None; positions.len()] };
        let turns: Vec<(Turn, EventIx)> = events.iter().map(|ix| (turns.turn(*ix), *ix)).collect();
        sorted(&turns, Ord::cmp)
    }

    fn turn(&mut self, ix: EventIx) -> Turn {
        let mut chain = Vec::new();
        let mut next = Some(ix);
        let mut later = None;
        while let Some(ix) = next {
            // A foreign bundle may name an event that it has not.
            let Some(found) = self.found.get(ix.at()) else { break };
            later = *found;
            if later.is_some() {
                break;
            }
            let own = self.own(ix);
            chain.push((ix, own));
            // A foreign bundle may hold a ring, which ends where it began.
            self.found[ix.at()] = Some(own);
            next = self.as_of.became(ix).filter(|_| self.as_of.bundle.event(ix).status().is_plan());
        }
        for (ix, own) in chain.into_iter().rev() {
            let turn = later.map_or(own, |(day, position, before)| own.min((day, position, before - 1)));
            self.found[ix.at()] = Some(turn);
            later = Some(turn);
        }
        later.unwrap_or(LAST)
    }

    fn own(&self, ix: EventIx) -> Turn {
        ((self.day)(self.as_of, ix), self.positions[ix.at()], 0)
    }
}

/// The day at which an event is told. An undated event that is no plan is in no bundle of ours.
fn told_on(as_of: AsOf<'_>, ix: EventIx) -> i64 {
    told_when(as_of, ix).as_ref().and_then(told_day).unwrap_or(LAST.0)
}

/// When an event is told: a plan at its announcement.
fn told_when(as_of: AsOf<'_>, ix: EventIx) -> Option<When> {
    let event = as_of.bundle.event(ix);
    let announced = || event.announced().or_else(|| event.known_from());
    if event.status().is_plan() { announced().or(as_of.date(ix)) } else { as_of.date(ix) }
}

/// The last day on which a plan is due.
fn due_on(as_of: AsOf<'_>, ix: EventIx) -> i64 {
    as_of.date(ix).and_then(|when| when.latest_day().or(when.earliest_day())).unwrap_or(LAST.0)
}

/// The day at which something is told: a month at its end, a range at the end of its first unit.
fn told_day(when: &When) -> Option<i64> {
    let moment = when.first.moment().or(when.last.moment())?;
    Some(day_from_sec(moment.latest_sec))
}

/// Chapters in the making.
struct Chapters<'a> {
    as_of: AsOf<'a>,
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
        let mut chapters = Self { as_of, told, opening, unit: UNITS[0], eras: eras.collect() };
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
        if before.len() > LONG {
            let all = self.chapter(Heading::Before, before, &|_| false);
            chapters.push(Chapter { left: 0, ..all });
            self.add(&mut chapters, before, is_shown);
            chapters.iter_mut().skip(1).for_each(|chapter| chapter.is_part = true);
        } else if !before.is_empty() {
            chapters.push(self.chapter(Heading::Before, before, is_shown));
        }
        let Some((((day, ..), _), after)) = from.split_first() else { return chapters };
        // What is left of the opening's own time has no heading of its own.
        let own = self.heading(*day);
        let rest = after.iter().take_while(|((day, ..), _)| self.heading(*day) == own).count();
        if rest > 0 {
            chapters.push(self.chapter(Heading::Followed, &after[..rest], is_shown));
        }
        self.add(&mut chapters, &after[rest..], is_shown);
        chapters
    }

    fn add(&self, chapters: &mut Vec<Chapter>, told: &[(Turn, EventIx)], is_shown: &dyn Fn(&EventIx) -> bool) {
        let alike = told.chunk_by(|a, b| self.heading(a.0.0) == self.heading(b.0.0));
        chapters.extend(alike.map(|events| self.chapter(self.heading(events[0].0.0), events, is_shown)));
    }

    fn chapter(&self, heading: Heading, told: &[(Turn, EventIx)], is_shown: &dyn Fn(&EventIx) -> bool) -> Chapter {
        let day = |at: Option<&(Turn, EventIx)>| at.map_or(0, |((day, ..), _)| *day);
        let days = (day(told.first()), day(told.last()));
        let is_one_year = civil_from_day(days.0).year == civil_from_day(days.1).year;
        let events: Vec<EventIx> = told.iter().map(|(_, ix)| *ix).filter(|ix| is_shown(ix)).collect();
        Chapter {
            heading,
            event_count: told.len(),
            quote_count: told.iter().map(|(_, ix)| self.as_of.quotes_of(*ix).count()).sum(),
            left: told.len() - events.len(),
            left_by_month: if is_one_year { self.by_month(told, is_shown) } else { Vec::new() },
            events,
            days,
            is_part: false,
        }
    }

    /// How many of some events that are not shown are of each month of a year, by its first second, as they are told: a plan
    /// by its announcement. What may have been in more than one is of none.
    fn by_month(&self, told: &[(Turn, EventIx)], is_shown: &dyn Fn(&EventIx) -> bool) -> Vec<(i64, usize)> {
        let month_sec = |day: i64| sec_from_day(day_from_civil(Civil { day: 1, ..civil_from_day(day) }));
        let month_of = |day: i64, ix: EventIx| {
            let when = told_when(self.as_of, ix)?;
            let (first, last) = (month_sec(when.earliest_day()?), month_sec(when.latest_day()?));
            Some(first).filter(|_| first == last && first == month_sec(day))
        };
        let left = told.iter().filter(|(_, ix)| !is_shown(ix));
        let left: Vec<i64> = left.filter_map(|((day, ..), ix)| month_of(*day, *ix)).collect();
        let left = sorted(&left, Ord::cmp);
        left.chunk_by(|a, b| a == b).map(|month| (month[0], month.len())).collect()
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
