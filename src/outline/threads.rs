//! Threads beside the list: from the day a plan was announced to what it became, or to the plan while it is open.

use story::{EventIx, Status};

use super::{Content, Facts, Folded, Group, Line, Outline, beginning, period::Period};
use crate::known::Knowledge;

/// So many threads may run side by side; there is no room for more.
const LANES: usize = 3;

/// A row of the list as it is drawn, from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A heading, or the line at which the record ends.
    Heading,
    /// An event, and whether it stands among what was still ahead.
    Event(EventIx, bool),
    /// A fold by its first event, open or not.
    Fold(EventIx),
}

/// A thread from one place of the list to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thread {
    /// The upper end.
    pub top: End,
    /// The lower end.
    pub bottom: End,
    /// Its place beside the others, 0 next to the rail.
    pub lane: usize,
    /// Whether nothing settled has come of the plan.
    pub is_open: bool,
    /// Whether it was only expected.
    pub is_expected: bool,
}

/// An end of a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct End {
    /// The row, from 0.
    pub row: usize,
    /// Whether it ends at the row's mark; else at its upper edge, between two rows.
    pub at_mark: bool,
}

/// Every row of an outline as it is drawn: a part's heading, then its groups.
#[must_use]
pub fn rows(outline: &Outline, newest_first: bool) -> Vec<Row> {
    let mut rows = Vec::new();
    let ahead = |rows: &mut Vec<Row>| {
        if !outline.ahead.is_empty() {
            rows.push(Row::Heading);
            push_groups(rows, &outline.ahead, true);
        }
    };
    if newest_first {
        ahead(&mut rows);
        push_groups(&mut rows, &outline.past, false);
    } else {
        push_groups(&mut rows, &outline.past, false);
        ahead(&mut rows);
    }
    rows
}

fn push_groups(rows: &mut Vec<Row>, groups: &[Group], ahead: bool) {
    for group in groups {
        rows.extend(group.when.map(|_| Row::Heading));
        for line in &group.lines {
            match line {
                Line::Event(ix) => rows.push(Row::Event(*ix, ahead)),
                Line::Folded(Folded { fold, content, .. }) => {
                    rows.push(Row::Fold(fold.first));
                    if let Content::Open(inside) = content {
                        push_groups(rows, inside, ahead);
                    }
                }
            }
        }
    }
}

/// The threads beside these rows, the shortest next to the rail.
#[must_use]
pub fn threads(known: &Knowledge, facts: &dyn Facts, rows: &[Row], newest_first: bool) -> Vec<Thread> {
    let loom = Loom { known, facts, rows, newest_first };
    let mut threads: Vec<Thread> = Vec::new();
    for (row, ix) in rows.iter().enumerate().filter_map(|(at, row)| Some((at, row.event()?))) {
        let made = known.plans_of(ix).filter(|plan| known.outcome(*plan) == Some(ix));
        let own = Some(ix).filter(|ix| known.outcome(*ix).is_none() && known.is_open(*ix));
        for plan in made.take(LANES).chain(own) {
            // By insertion, the shortest first: threads are few, and the standard sort is large.
            if let Some(thread) = loom.thread(plan, row) {
                threads.insert(threads.partition_point(|other| other.len() <= thread.len()), thread);
            }
        }
    }
    side_by_side(threads)
}

impl Row {
    fn event(self) -> Option<EventIx> {
        match self {
            Self::Event(ix, _) => Some(ix),
            Self::Heading | Self::Fold(_) => None,
        }
    }
}

impl Thread {
    fn len(&self) -> usize {
        self.bottom.row - self.top.row
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.top < other.bottom && other.top < self.bottom
    }
}

/// What threads are made from.
struct Loom<'a> {
    known: &'a Knowledge,
    facts: &'a dyn Facts,
    rows: &'a [Row],
    newest_first: bool,
}

impl Loom<'_> {
    /// The thread of a plan to the row that tells what it became.
    fn thread(&self, plan: EventIx, row: usize) -> Option<Thread> {
        let start = self.announcement(plan)?;
        let end = End { row, at_mark: true };
        let (top, bottom) = if self.newest_first { (end, start) } else { (start, end) };
        // An outcome that is dated by its month alone may stand before the announcement.
        (top < bottom).then(|| Thread {
            top,
            bottom,
            lane: 0,
            is_open: self.known.is_open(plan),
            is_expected: self.known.record.bundle.event(plan).status() == Status::Expected,
        })
    }

    /// Where the day on which a plan was announced stands: at the mark of an event of that day, else after the last
    /// row before it.
    fn announcement(&self, plan: EventIx) -> Option<End> {
        let (sec, _) = beginning(&self.known.record.bundle.event(plan).announced()?)?;
        let others = self.rows.iter().enumerate().filter(|(_, row)| row.event() != Some(plan));
        let starts = others.filter_map(|(at, row)| Some((at, *row, self.start_sec(*row)?)));
        let before = starts.filter(|(_, _, start)| *start <= sec);
        let (at, row, start) = before.reduce(|a, b| if self.is_later(&a, &b) { b } else { a })?;
        let same_day = Period::Day.number_from_sec(start) == Period::Day.number_from_sec(sec);
        let at_mark = same_day && row.event().is_some();
        Some(End { row: at + usize::from(!at_mark && !self.newest_first), at_mark })
    }

    /// Of two rows with their beginnings, whether the second is later; of one moment, the one further on in time.
    fn is_later(&self, a: &(usize, Row, i64), b: &(usize, Row, i64)) -> bool {
        b.2 > a.2 || (b.2 == a.2 && !self.newest_first)
    }

    /// When a row of what lies behind began.
    fn start_sec(&self, row: Row) -> Option<i64> {
        match row {
            Row::Event(ix, false) | Row::Fold(ix) => self.facts.began(ix).map(|(sec, _)| sec),
            Row::Event(_, true) | Row::Heading => None,
        }
    }
}

/// The threads for which there is room, each in the first lane that is free over its whole length.
fn side_by_side(threads: Vec<Thread>) -> Vec<Thread> {
    let mut placed: Vec<Thread> = Vec::with_capacity(threads.len());
    for thread in threads {
        let is_free = |lane: &usize| !placed.iter().any(|other| other.lane == *lane && other.overlaps(&thread));
        if let Some(lane) = (0..LANES).find(is_free) {
            placed.push(Thread { lane, ..thread });
        }
    }
    placed
}
