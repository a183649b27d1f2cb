//! What lines the vertical list has: the record in the order of time, the weightiest events of each period as lines,
//! the others folded between them, and the same again in every fold that is opened.
//!
//! Nothing here knows the page. A stretch of events is weighed once, when it is opened; after that an outline costs as
//! much as it has lines.

mod facts;
mod period;
mod roll;
#[cfg(test)]
mod tests;
mod threads;

use std::ops::Range;

use story::{EventIx, When};

pub use facts::{Facts, StoryFacts, beginning};
pub use roll::{Roll, Rolls};
pub use threads::{End as ThreadEnd, Thread, rows, threads};

/// So many events more are shown by one press where they cannot be told apart by time.
const STEP: usize = 50;
/// Seconds of a day.
const DAY_SECS: u64 = story::DAY_SECS.unsigned_abs();

/// A stretch of events that may be folded, by its first and its last one in the order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold {
    /// The first event.
    pub first: EventIx,
    /// The last event.
    pub last: EventIx,
}

/// What the reader did with the list.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reader<'a> {
    /// The folds that are open.
    pub opened: &'a [Fold],
    /// The event that the reader stands on, which is never folded.
    pub at: Option<EventIx>,
    /// Whether the newest events come first.
    pub newest_first: bool,
    /// Whether every event stands as a line, because they were searched for.
    pub searched: bool,
}

/// The list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// What lies behind, by periods.
    pub past: Vec<Group>,
    /// What was still ahead when the record ends.
    pub ahead: Vec<Group>,
    /// The folds that are open only because the reader stands in them.
    pub held: Vec<Fold>,
}

/// Lines under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The heading: a period, or several in a row; `None` for lines without one.
    pub when: Option<When>,
    /// The lines from top to bottom.
    pub lines: Vec<Line>,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// An event.
    Event(EventIx),
    /// Events that are folded, or were.
    Folded(Folded),
}

/// Events that are folded, or were.
#[derive(Clone, Debug, PartialEq)]
pub struct Folded {
    /// Which.
    pub fold: Fold,
    /// How many.
    pub count: usize,
    /// From the first to the last, days, at least 1; `None` where not all of them have a date.
    pub days: Option<u64>,
    /// What a press does, or has done.
    pub content: Content,
    /// Whether the reader stands in it.
    pub is_held: bool,
}

/// What a press on a fold does, or has done.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// It would open.
    Closed,
    /// It has opened; a press closes it again.
    Open(Vec<Group>),
    /// It makes room for the next few events, from this one on.
    Next(EventIx),
}

/// The list of a record.
#[must_use]
pub fn outline(rolls: &Rolls, facts: &dyn Facts, reader: &Reader<'_>) -> Outline {
    let mut held = Vec::new();
    let mut part = |roll: &Roll| {
        let at = reader.at.and_then(|event| roll.position(event));
        let mut builder = Builder { roll, facts, reader, at, held: Vec::new() };
        let groups = if roll.len() == 0 { Vec::new() } else { builder.groups(0..roll.len()) };
        held.append(&mut builder.held);
        groups
    };
    let (past, ahead) = (part(&rolls.past), part(&rolls.ahead));
    Outline { past, ahead, held }
}

/// Makes the lines of one roll.
struct Builder<'a> {
    roll: &'a Roll,
    facts: &'a dyn Facts,
    reader: &'a Reader<'a>,
    /// The position that the reader stands on.
    at: Option<usize>,
    held: Vec<Fold>,
}

impl Builder<'_> {
    fn groups(&mut self, range: Range<usize>) -> Vec<Group> {
        if self.reader.searched || (range.len() > STEP && self.roll.is_one_day(self.facts, &range)) {
            return self.steps(range);
        }
        let pieces = self.roll.pieces(self.facts, &range);
        let mut groups: Vec<Group> = pieces
            .iter()
            .map(|piece| Group { when: piece.when, lines: self.lines(&piece.range, &piece.chosen) })
            .collect();
        if self.reader.newest_first {
            groups.reverse();
        }
        groups
    }

    /// The chosen events as lines, and what lies between them as folds.
    fn lines(&mut self, range: &Range<usize>, chosen: &[usize]) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut start = range.start;
        for at in chosen {
            self.push_between(&mut lines, start..*at);
            lines.push(Line::Event(self.roll.event(*at)));
            start = at + 1;
        }
        self.push_between(&mut lines, start..range.end);
        if self.reader.newest_first {
            lines.reverse();
        }
        lines
    }

    /// To fold one event saves no room, unless it is told elsewhere.
    fn push_between(&mut self, lines: &mut Vec<Line>, range: Range<usize>) {
        match range.len() {
            0 => {}
            1 if !self.roll.is_told_elsewhere(range.start) => lines.push(Line::Event(self.roll.event(range.start))),
            _ => {
                let fold = self.fold(&range);
                let is_held = self.holds(&range);
                let is_opened = self.is_opened(&range);
                if is_held && !is_opened {
                    self.held.push(fold);
                }
                let content = if is_held || is_opened { Content::Open(self.inside(&range)) } else { Content::Closed };
                lines.push(Line::Folded(self.folded(&range, content)));
            }
        }
    }

    /// What a fold of at least one event shows when it opens. A single period needs no heading of its own.
    fn inside(&mut self, range: &Range<usize>) -> Vec<Group> {
        if range.len() == 1 {
            return vec![Group { when: None, lines: vec![Line::Event(self.roll.event(range.start))] }];
        }
        let mut groups = self.groups(range.clone());
        if let [only] = groups.as_mut_slice() {
            only.when = None;
        }
        groups
    }

    /// All of a stretch in its order, a step at a time. What the reader stands on is never folded.
    fn steps(&mut self, range: Range<usize>) -> Vec<Group> {
        let (_, mut rest) = self.split(&range, STEP);
        while self.is_opened(&rest) {
            rest = self.split(&rest, STEP).1;
        }
        let shown = if self.reader.newest_first { rest.end..range.end } else { range.start..rest.start };
        let pieces = if self.reader.searched { self.roll.pieces_of_all(self.facts, &shown) } else { Vec::new() };
        let mut groups: Vec<Group> =
            pieces.iter().map(|piece| Group { when: piece.when, lines: self.events(&piece.range) }).collect();
        if groups.is_empty() {
            groups.push(Group { when: None, lines: self.events(&shown) });
        }
        if self.reader.newest_first {
            groups.reverse();
        }
        if let Some(last) = groups.last_mut() {
            last.lines.append(&mut self.around_reader(&rest));
        }
        groups
    }

    /// What the steps have not reached yet, split at the event that the reader stands on.
    fn around_reader(&self, rest: &Range<usize>) -> Vec<Line> {
        let Some(at) = self.at.filter(|at| rest.contains(at)) else { return self.next_steps(rest) };
        let (before, after) = (rest.start..at, at + 1..rest.end);
        let (first, last) = if self.reader.newest_first { (after, before) } else { (before, after) };
        let mut lines = self.next_steps(&first);
        lines.push(Line::Event(self.roll.event(at)));
        lines.append(&mut self.next_steps(&last));
        lines
    }

    /// A stretch that stays folded until it is asked for, a step at a time.
    fn next_steps(&self, range: &Range<usize>) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut rest = range.clone();
        while self.is_opened(&rest) {
            let (now, later) = self.split(&rest, STEP);
            lines.append(&mut self.events(&now));
            rest = later;
        }
        lines.extend(self.next_step(&rest));
        lines
    }

    fn next_step(&self, rest: &Range<usize>) -> Option<Line> {
        let (next, _) = self.split(rest, 1);
        let next = self.roll.event(next.clone().next()?);
        Some(Line::Folded(self.folded(rest, Content::Next(next))))
    }

    /// The first so many of a stretch as the reader goes through it, and the rest.
    fn split(&self, range: &Range<usize>, n: usize) -> (Range<usize>, Range<usize>) {
        let n = n.min(range.len());
        if self.reader.newest_first {
            let at = range.end - n;
            (at..range.end, range.start..at)
        } else {
            let at = range.start + n;
            (range.start..at, at..range.end)
        }
    }

    fn events(&self, range: &Range<usize>) -> Vec<Line> {
        let mut lines: Vec<Line> = range.clone().map(|at| Line::Event(self.roll.event(at))).collect();
        if self.reader.newest_first {
            lines.reverse();
        }
        lines
    }

    fn holds(&self, range: &Range<usize>) -> bool {
        self.at.is_some_and(|at| range.contains(&at))
    }

    /// Whether a stretch, if it is one, was opened.
    fn is_opened(&self, range: &Range<usize>) -> bool {
        !range.is_empty() && self.reader.opened.contains(&self.fold(range))
    }

    fn fold(&self, range: &Range<usize>) -> Fold {
        Fold { first: self.roll.event(range.start), last: self.roll.event(range.end - 1) }
    }

    fn folded(&self, range: &Range<usize>, content: Content) -> Folded {
        Folded {
            fold: self.fold(range),
            count: range.len(),
            days: self.days(range),
            content,
            is_held: self.holds(range),
        }
    }

    /// From the beginning of the first event to that of the last, days begun.
    fn days(&self, range: &Range<usize>) -> Option<u64> {
        let (first_sec, _) = self.roll.began(self.facts, range.start)?;
        let (_, last_sec) = self.roll.began(self.facts, range.end - 1)?;
        Some(last_sec.abs_diff(first_sec) / DAY_SECS + 1)
    }
}
