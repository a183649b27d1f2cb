//! Events in the order of time, and which of a stretch of them stand as lines.

use std::{cell::RefCell, ops::Range, rc::Rc};

use story::{EventIx, Status, When};

use super::{
    facts::{Facts, is_ahead},
    period::{PERIODS, Period},
};
use crate::known::Knowledge;

/// Events of this rank and better stand as lines; lesser ones only where there are few others.
const WEIGHTY_RANK: u8 = 2;
/// So many lines a stretch has at least, if it has the events.
const FEW: usize = 8;
/// A stretch of so many events is shown whole.
const WHOLE: usize = 12;
/// So many lines a stretch has at most before anything in it is opened.
const MANY: usize = 20;
/// The same for what was still ahead, which stands beside it.
const MANY_AHEAD: usize = 8;
/// So many periods a stretch is cut into at most.
const MAX_PERIODS: usize = 12;
/// A period of fewer lines than this shares its heading with neighbours of as few.
const TOO_FEW: usize = 3;
/// So many lines stand under a shared heading at most.
const MAX_SHARED: usize = 6;
/// The rank of what is told elsewhere already: a settled plan, with its outcome.
const SETTLED: u8 = 6;
/// How many ranks there are, from 0.
const RANKS: usize = SETTLED as usize + 1;

/// A part of a stretch: the events of a period, or of several in a row, and those of them that stand as lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// Positions in the roll.
    pub range: Range<usize>,
    /// The periods; `None` for events without a date.
    pub when: Option<When>,
    /// The positions of what stands as a line, in order.
    pub chosen: Vec<usize>,
}

/// Says which positions of each range stand as lines.
type Choice<'a> = &'a dyn Fn(&[Range<usize>]) -> Vec<Vec<usize>>;

/// The pieces of a stretch that was cut before.
type Cut = (Range<usize>, Rc<Vec<Piece>>);

/// Events in the order of time, with what decides which of them stand as lines.
pub struct Roll {
    events: Vec<EventIx>,
    /// By position: the rank, 1 to 5, or [`SETTLED`].
    ranks: Vec<u8>,
    /// Whether it is told under headings; what is still ahead has one of its own.
    in_periods: bool,
    /// Every stretch is weighed once, when it is opened.
    cuts: RefCell<Vec<Cut>>,
}

/// A record as two rolls: what lies behind, and what was still ahead when the record ends.
pub struct Rolls {
    /// What lies behind.
    pub past: Roll,
    /// What was still ahead.
    pub ahead: Roll,
}

impl Rolls {
    /// The rolls of a record, of those events alone that are known and wanted. The one pass over all events.
    #[must_use]
    pub fn new(known: &Knowledge, wanted: &dyn Fn(EventIx) -> bool) -> Self {
        let columns = known.record.bundle.event_columns();
        let mut rolls = Self { past: Roll::new(true), ahead: Roll::new(false) };
        rolls.past.events.reserve(known.record.bundle.event_count());
        rolls.past.ranks.reserve(known.record.bundle.event_count());
        for ix in known.events_by_time().filter(|ix| wanted(*ix)) {
            let rank = columns.rank(ix).clamp(1, SETTLED - 1);
            // Nearly all of a large story has happened, which needs no look at whole rows.
            if columns.status(ix) == Status::Happened {
                rolls.past.push(ix, rank);
            } else if is_ahead(known, ix) {
                rolls.ahead.push(ix, rank);
            } else {
                rolls.past.push(ix, if known.outcome(ix).is_some() { SETTLED } else { rank });
            }
        }
        rolls
    }
}

impl Roll {
    /// A roll without any event yet; `in_periods`: told under headings.
    #[must_use]
    pub fn new(in_periods: bool) -> Self {
        Self { events: Vec::new(), ranks: Vec::new(), in_periods, cuts: RefCell::default() }
    }

    /// Adds the next event in the order of time.
    pub fn push(&mut self, event: EventIx, rank: u8) {
        self.events.push(event);
        self.ranks.push(rank);
    }

    /// How many events there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// The event at a position, which must be one.
    #[must_use]
    pub fn event(&self, at: usize) -> EventIx {
        self.events[at]
    }

    /// The position of an event.
    #[must_use]
    pub fn position(&self, event: EventIx) -> Option<usize> {
        self.events.iter().position(|other| *other == event)
    }

    /// Whether the event at a position is a plan that is told with what became of it.
    #[must_use]
    pub fn is_told_elsewhere(&self, at: usize) -> bool {
        self.ranks[at] == SETTLED
    }

    /// When the event at a position began; see [`Facts::began`].
    #[must_use]
    pub fn began(&self, facts: &dyn Facts, at: usize) -> Option<(i64, i64)> {
        facts.began(self.event(at))
    }

    /// Whether everything in a stretch began on one day.
    #[must_use]
    pub fn is_one_day(&self, facts: &dyn Facts, range: &Range<usize>) -> bool {
        let day = |at| self.began(facts, at).map(|(sec, _)| Period::Day.number_from_sec(sec));
        range.is_empty() || day(range.start) == day(range.end - 1)
    }

    /// A stretch cut into pieces, each with its lines. Neighbours without any line are one piece.
    #[must_use]
    pub fn pieces(&self, facts: &dyn Facts, range: &Range<usize>) -> Rc<Vec<Piece>> {
        let known = self.cuts.borrow().iter().find(|(cut, _)| cut == range).map(|(_, pieces)| Rc::clone(pieces));
        known.unwrap_or_else(|| {
            let pieces = Rc::new(self.weighed(facts, range, &|cut| self.chosen(facts, cut)));
            self.cuts.borrow_mut().push((range.clone(), Rc::clone(&pieces)));
            pieces
        })
    }

    /// A stretch cut into pieces, with all of it as lines.
    #[must_use]
    pub fn pieces_of_all(&self, facts: &dyn Facts, range: &Range<usize>) -> Vec<Piece> {
        self.weighed(facts, range, &|cut| cut.iter().map(|range| range.clone().collect()).collect())
    }

    fn weighed(&self, facts: &dyn Facts, range: &Range<usize>, choose: Choice<'_>) -> Vec<Piece> {
        if !self.in_periods {
            let chosen = choose(std::slice::from_ref(range)).into_iter().flatten().collect();
            return vec![Piece { range: range.clone(), when: None, chosen }];
        }
        let last = PERIODS.len() - 1;
        let mut pieces = Vec::new();
        for (at, period) in PERIODS.into_iter().enumerate() {
            let Some(cut) = self.cut(facts, range, period).or((at == last).then(|| vec![range.clone()])) else {
                continue;
            };
            let chosen = choose(&cut);
            pieces = self.named(facts, period, cut, chosen);
            // A heading must not make a date look more precise than it is; from years on, the line itself will do.
            let honest = || pieces.iter().all(|piece| self.is_within_headings(facts, period, piece));
            if !matches!(period, Period::Day | Period::Month) || honest() {
                break;
            }
        }
        pieces
    }

    fn is_within_headings(&self, facts: &dyn Facts, period: Period, piece: &Piece) -> bool {
        piece
            .chosen
            .iter()
            .filter_map(|at| self.began(facts, *at))
            .all(|(first_sec, last_sec)| period.number_from_sec(first_sec) == period.number_from_sec(last_sec))
    }

    /// A stretch by periods of a kind; `None` if that makes too many.
    fn cut(&self, facts: &dyn Facts, range: &Range<usize>, period: Period) -> Option<Vec<Range<usize>>> {
        let most = (range.len() / 3).clamp(1, MAX_PERIODS);
        let number = |at| self.began(facts, at).map(|(sec, _)| period.number_from_sec(sec));
        let mut ranges = Vec::new();
        let mut start = range.start;
        while start < range.end {
            if ranges.len() == most {
                return None;
            }
            let own = number(start);
            let end = partition(start + 1..range.end, |at| number(at) == own);
            ranges.push(start..end);
            start = end;
        }
        Some(ranges)
    }

    /// The events of each range that stand as lines.
    fn chosen(&self, facts: &dyn Facts, ranges: &[Range<usize>]) -> Vec<Vec<usize>> {
        if ranges.iter().map(ExactSizeIterator::len).sum::<usize>() <= WHOLE {
            return ranges.iter().map(|range| range.clone().collect()).collect();
        }
        let counts: Vec<[usize; RANKS]> = ranges.iter().map(|range| self.count_ranks(range)).collect();
        let worst = worst_rank(&counts);
        let weighty: Vec<usize> = counts.iter().map(|counts| counts[..=usize::from(worst)].iter().sum()).collect();
        let each = fair_share(&weighty, if self.in_periods { MANY } else { MANY_AHEAD });
        let pairs = ranges.iter().zip(&counts);
        pairs.map(|(range, counts)| self.weightiest(facts, range, counts, worst, each)).collect()
    }

    fn count_ranks(&self, range: &Range<usize>) -> [usize; RANKS] {
        let mut counts = [0; RANKS];
        for rank in &self.ranks[range.clone()] {
            counts[usize::from(*rank).min(RANKS - 1)] += 1;
        }
        counts
    }

    /// The weightiest events of a range, at most so many: by rank, then by how many accounts and quotes they have,
    /// then the earliest.
    fn weightiest(
        &self,
        facts: &dyn Facts,
        range: &Range<usize>,
        counts: &[usize; RANKS],
        worst: u8,
        most: usize,
    ) -> Vec<usize> {
        let mut room = most;
        let mut edge = 0_u8;
        while edge <= worst && counts[usize::from(edge)] <= room {
            room -= counts[usize::from(edge)];
            edge += 1;
        }
        let mut ties: Vec<(u32, usize)> = Vec::with_capacity(room + 1);
        let mut chosen = Vec::with_capacity(most);
        for at in range.clone() {
            let rank = self.ranks[at];
            if rank < edge {
                chosen.push(at);
            } else if rank == edge && edge <= worst && room > 0 {
                let mentions = facts.mentions(self.event(at));
                if ties.len() < room || ties.last().is_some_and(|(least, _)| mentions > *least) {
                    ties.insert(ties.partition_point(|(more, _)| *more >= mentions), (mentions, at));
                    ties.truncate(room);
                }
            }
        }
        for (_, at) in ties {
            chosen.insert(chosen.partition_point(|before| *before < at), at);
        }
        chosen
    }

    /// The ranges as pieces with the dates that name them. Neighbours of a line or two share a piece.
    fn named(&self, facts: &dyn Facts, period: Period, cut: Vec<Range<usize>>, chosen: Vec<Vec<usize>>) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut few = 0;
        for (range, mut chosen) in cut.into_iter().zip(chosen) {
            let dated = self.began(facts, range.start).is_some();
            let lines = count_lines(&range, &chosen);
            match pieces.last_mut() {
                Some(before) if dated && lines < TOO_FEW && (1..=MAX_SHARED - lines).contains(&few) => {
                    before.range.end = range.end;
                    before.chosen.append(&mut chosen);
                    few += lines;
                }
                _ => {
                    pieces.push(Piece { range, when: None, chosen });
                    few = if lines < TOO_FEW { lines } else { 0 };
                }
            }
        }
        for piece in &mut pieces {
            let ends = self.began(facts, piece.range.start).zip(self.began(facts, piece.range.end - 1));
            piece.when = ends.and_then(|((first_sec, _), (last_sec, _))| period.heading(first_sec, last_sec));
        }
        pieces
    }
}

/// How many lines a range has: its chosen events, and the folds between them.
fn count_lines(range: &Range<usize>, chosen: &[usize]) -> usize {
    let ends = chosen.iter().copied().chain([range.end]);
    let starts = std::iter::once(range.start).chain(chosen.iter().map(|at| at + 1));
    chosen.len() + ends.zip(starts).filter(|(end, start)| start < end).count()
}

/// The worst rank that stands as a line: lesser events do only where there are too few others.
fn worst_rank(counts: &[[usize; RANKS]]) -> u8 {
    let up_to = |rank: u8| counts.iter().map(|counts| counts[..=usize::from(rank)].iter().sum::<usize>()).sum();
    (WEIGHTY_RANK..SETTLED).find(|rank| FEW <= up_to(*rank)).unwrap_or(SETTLED)
}

/// How many lines each range may have, so that all together have no more than so many.
fn fair_share(weighty: &[usize], most: usize) -> usize {
    let taken = |each: usize| weighty.iter().map(|n| (*n).min(each)).sum::<usize>();
    (1..=most).rev().find(|each| taken(*each) <= most).unwrap_or(1)
}

/// The first position of a range at which a condition no longer holds; it holds up to there.
fn partition(range: Range<usize>, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (range.start, range.end);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) { low = middle + 1 } else { high = middle }
    }
    low
}
