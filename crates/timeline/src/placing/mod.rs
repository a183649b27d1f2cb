//! The level of detail of a lane, worked out once when a story is compiled: from which zoom level on each event has
//! a label, a bar or a place in mid-air, and in which row.
//!
//! Borrowed from web maps. Level by level, from the whole story in a few hundred pixels to the nearest view, those
//! without a place take turns and keep what they get. What stands apart at one level stands further apart at every
//! later one, so nothing ever has to move: labels never meet, and never jump while panning or zooming.
//!
//! What the editor put first is named first: its label is cut short rather than left out, and until it has one, none
//! within `NEAR_PX` of it gets one, unless it stands in a stack that is named.

mod bars;
mod floats;
mod labels;

use std::collections::{BTreeMap, BTreeSet};

use crate::placement::{BAR_ROWS, FLOAT_ROWS, Form, Placement, Row, Subject, THIN_ROWS};
use crate::{Domain, Level};

use bars::BarRow;
use floats::FloatRow;
use labels::{LabelPlacement, LabelRows};

/// A bar of time that lasted is drawn from this length on, px.
const MIN_BAR_PX: f64 = 16.0;

/// Possible dates that take so many px, half of a usual view, are drawn as a bar, because a mark in their middle would
/// point at a false day.
const MIN_WINDOW_PX: f64 = 480.0;

/// A lane is worked out from the level on at which the story takes so many px.
const NARROWEST_PX: f64 = 400.0;

/// The nearest level: a view of a thousand px shows a twentieth of a second.
const NEAREST_PX_PER_SEC: f64 = 20_000.0;

/// A label looks for a better place so many levels after it got one: seldom, because it is seen to move.
const TIDIED_AFTER: [u8; 2] = [3, 6];

/// A bar looks for a row so many levels after it is long enough for one: later, its label takes less of it.
const TRIED_AFTER: [u8; 3] = [0, 3, 9];

/// What leads and has no label keeps others so near from having one, px.
const NEAR_PX: i64 = 200;

/// Marks so near stand in one stack, which has one label, px.
const STACK_PX: i64 = 15;

/// At each level the stretches of so many px are looked at by themselves; of each only the first few have a chance.
const CELL_PX: f64 = 64.0;

/// How many of a cell have a chance at a level.
const CHANCES: usize = 4;

/// At which level something is drawn as a bar; [`Level::NEVER`] for what always is a mark.
#[must_use]
pub fn bar_level(form: Form) -> Level {
    match form {
        Form::Lasting(domain) => Level::where_secs_take_px(domain.len_secs(), MIN_BAR_PX),
        Form::Window(domain) => Level::where_secs_take_px(domain.len_secs(), MIN_WINDOW_PX),
        Form::Mark | Form::Float => Level::NEVER,
    }
}

/// What no label crosses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Walls {
    /// The whole axis, axis seconds.
    pub extent: Domain,
    /// What a reader sees first: nothing is cut off at its edges.
    pub view: Domain,
    /// Where the record ends: what is settled keeps its label before it.
    pub known_sec: Option<f64>,
}

impl Walls {
    /// Whether what is drawn from one px of the axis to another stays on it and is not cut off in the first view.
    fn are_clear_of(&self, from_px: f64, to_px: f64, px_per_sec: f64) -> bool {
        let crosses = |sec: f64| from_px < sec * px_per_sec && sec * px_per_sec < to_px;
        let on_axis = from_px >= self.extent.start_sec * px_per_sec && to_px <= self.extent.end_sec * px_per_sec;
        on_axis && !crosses(self.view.start_sec) && !crosses(self.view.end_sec)
    }
}

/// The places of a lane's `subjects`, which are in the order of `place_sec`. Sorted by the level from which they hold,
/// then by row, then by place.
#[must_use]
pub fn place(subjects: &[Subject], walls: &Walls) -> Vec<Placement> {
    let extent = walls.extent;
    if !extent.is_valid() || extent.len_secs() <= 0.0 {
        return Vec::new();
    }
    let mut lane = Lane::new(subjects, walls);
    let last = Level::of(NEAREST_PX_PER_SEC);
    let mut level = Level::of(NARROWEST_PX / extent.len_secs());
    while level <= last && lane.is_unfinished() {
        lane.work_out(level);
        level = level.next();
    }
    let mut placements = lane.placements;
    // What was moved at the level at which it became a bar has no place for any level.
    placements.retain(|(_, placement)| placement.from < placement.until);
    placements.sort_by_key(|(at, placement)| (placement.from, placement.row, *at));
    placements.into_iter().map(|(_, placement)| placement).collect()
}

/// A lane while it is worked out.
struct Lane<'a> {
    subjects: &'a [Subject],
    /// Subjects without a place, by position.
    waiting: Vec<u32>,
    /// Subjects that will be drawn as bars, and wait for a row from this level on; the last level first.
    returning: Vec<(Level, u32)>,
    labels: LabelRows,
    bars: Vec<BarRow>,
    thin: Vec<BarRow>,
    floats: Vec<FloatRow>,
    /// Each with the position of its subject.
    placements: Vec<(u32, Placement)>,
    /// What the subjects have that may become bars, by position.
    own: BTreeMap<u32, Own>,
    placed: Vec<bool>,
    /// Whether a label is still cut short.
    has_cut: bool,
}

/// What a subject has that may become a bar, as positions in the list of placements.
#[derive(Clone, Copy, Default)]
struct Own {
    label: Option<usize>,
    thin: Option<usize>,
    is_bar: bool,
}

impl<'a> Lane<'a> {
    fn new(subjects: &'a [Subject], walls: &Walls) -> Self {
        let level_of = |at: u32| bar_level(subjects[at as usize].form);
        let bars = (0..subjects.len() as u32).map(|at| (level_of(at), at)).filter(|(level, _)| *level < Level::NEVER);
        let mut returning: Vec<(Level, u32)> =
            bars.flat_map(|(level, at)| TRIED_AFTER.map(|after| (Level(level.0.saturating_add(after)), at))).collect();
        returning.sort_unstable_by(|a, b| b.cmp(a));
        let places_sec = subjects.iter().map(|subject| subject.place_sec).collect();
        let rows = |count: u8| (0..count).map(|_| BarRow::default()).collect();
        Self {
            subjects,
            waiting: (0..subjects.len() as u32).collect(),
            returning,
            labels: LabelRows::new(places_sec, *walls),
            bars: rows(BAR_ROWS),
            thin: rows(THIN_ROWS),
            floats: (0..FLOAT_ROWS).map(|_| FloatRow::default()).collect(),
            placements: Vec::new(),
            own: BTreeMap::new(),
            placed: vec![false; subjects.len()],
            has_cut: false,
        }
    }

    /// Whether a later level may change anything.
    fn is_unfinished(&self) -> bool {
        !self.waiting.is_empty() || !self.returning.is_empty() || self.has_cut
    }

    fn work_out(&mut self, level: Level) {
        self.take_back(level);
        self.tidy(level);
        let mut unnamed = Unnamed::default();
        for at in self.candidates(level) {
            let subject = self.subjects[at as usize];
            let as_bar = bar_level(subject.form) <= level;
            if as_bar && self.bar(at, level) {
                continue;
            }
            if as_bar {
                self.thin_bar(at, level);
            }
            let has_label = self.own.get(&at).is_some_and(|own| own.label.is_some());
            let place_px = subject.place_sec * level.px_per_sec();
            let makes_way = !subject.leads && unnamed.is_near(place_px);
            self.placed[at as usize] = has_label || (!makes_way && self.mark(at, level));
            if subject.leads {
                unnamed.tell(place_px, self.placed[at as usize]);
            }
        }
        self.waiting.retain(|at| !self.placed[*at as usize]);
    }

    /// Labels that found only a poor place may have a better one by now: those of a few levels ago move there, those
    /// that are cut short for as long as they are.
    fn tidy(&mut self, level: Level) {
        let is_due = |from: Level| TIDIED_AFTER.iter().any(|after| from.0 + after == level.0);
        self.has_cut = false;
        let mut moved = Vec::new();
        for (at, placement) in &mut self.placements {
            let Row::Label(row) = placement.row else { continue };
            let subject = &self.subjects[*at as usize];
            let is_cut = placement.width_px < whole_px(subject.label_px);
            if placement.until <= level || (!is_cut && row == 0 && !placement.flip) {
                continue;
            }
            self.has_cut |= is_cut;
            let is_turn = is_cut && (level.0 - placement.from.0).is_multiple_of(TIDIED_AFTER[0]);
            if !is_turn && !is_due(placement.from) {
                continue;
            }
            if let Some(LabelPlacement { row, flip, width_px }) = self.labels.improve(subject, level) {
                let width_px = whole_px(width_px);
                moved.push((*at, Placement { from: level, row: Row::Label(row), flip, width_px, ..*placement }));
                placement.until = level;
            }
        }
        for (at, placement) in moved {
            self.give(at, placement);
        }
    }

    /// Those that become bars at a level wait again, for a row; they keep what they have until they get one.
    fn take_back(&mut self, level: Level) {
        let before = self.waiting.len();
        while let Some((_, at)) = self.returning.pop_if(|(from, _)| *from <= level) {
            let is_bar = self.own.get(&at).is_some_and(|own| own.is_bar);
            if !is_bar && std::mem::take(&mut self.placed[at as usize]) {
                self.waiting.push(at);
            }
        }
        if self.waiting.len() > before {
            self.waiting.sort_unstable();
        }
    }

    /// Those whose turn may bring them a place at a level, in their turn: the first few of each cell.
    fn candidates(&self, level: Level) -> Vec<u32> {
        let px_per_sec = level.px_per_sec();
        let mut chosen: Vec<u32> = Vec::new();
        let (mut cell, mut cell_start) = (f64::NAN, 0);
        for at in self.waiting.iter().copied() {
            let subject = &self.subjects[at as usize];
            if subject.from > level {
                continue;
            }
            let own = (subject.place_sec * px_per_sec / CELL_PX).floor();
            if own != cell {
                (cell, cell_start) = (own, chosen.len());
            }
            self.choose(&mut chosen, cell_start, at);
        }
        chosen.sort_unstable_by_key(|at| self.subjects[*at as usize].turn);
        chosen
    }

    /// Takes one more into a cell, and the last in turn out of it where it is full.
    fn choose(&self, chosen: &mut Vec<u32>, cell_start: usize, at: u32) {
        let turn = |at: u32| self.subjects[at as usize].turn;
        if chosen.len() - cell_start < CHANCES {
            chosen.push(at);
        } else if let Some(worst) = chosen[cell_start..].iter_mut().max_by_key(|other| turn(**other))
            && turn(at) < turn(*worst)
        {
            *worst = at;
        }
    }

    /// Gives a subject a place; says whether there was one.
    fn mark(&mut self, at: u32, level: Level) -> bool {
        let subject = self.subjects[at as usize];
        let found = if subject.form == Form::Float {
            let walls = self.labels.walls();
            let mut rows = (0..).zip(&mut self.floats);
            rows.find_map(|(row, floats)| {
                Some((Row::Float(row), floats.take(&subject, level, &walls)?, subject.label_px))
            })
        } else {
            self.labels.take(&subject, level).map(|place| (Row::Label(place.row), place.flip, place.width_px))
        };
        let Some((row, flip, width_px)) = found else { return false };
        self.give(at, Placement { flip, ..placement(&subject, level, row, width_px) });
        true
    }

    /// Gives a subject a row of bars, in the place of all that it had; says whether there was one.
    fn bar(&mut self, at: u32, level: Level) -> bool {
        let subject = self.subjects[at as usize];
        let label_px = subject.bar_label_px;
        let Some(row) = self.bars.iter_mut().position(|row| row.take(&subject, label_px, level)) else { return false };
        if let Some(own) = self.own.get(&at) {
            own.label.into_iter().chain(own.thin).for_each(|nth| self.placements[nth].1.until = level);
        }
        self.give(at, placement(&subject, level, Row::Bar(row as u8), label_px));
        self.placed[at as usize] = true;
        true
    }

    /// Gives what lasted a row of thin bars, beside its label, if there is one.
    fn thin_bar(&mut self, at: u32, level: Level) {
        let subject = self.subjects[at as usize];
        if !matches!(subject.form, Form::Lasting(_)) || self.own.get(&at).is_some_and(|own| own.thin.is_some()) {
            return;
        }
        if let Some(row) = self.thin.iter_mut().position(|row| row.take(&subject, 0.0, level)) {
            self.give(at, placement(&subject, level, Row::Thin(row as u8), 0.0));
        }
    }

    fn give(&mut self, at: u32, placement: Placement) {
        if bar_level(self.subjects[at as usize].form) < Level::NEVER {
            let own = self.own.entry(at).or_default();
            match placement.row {
                Row::Label(_) => own.label = Some(self.placements.len()),
                Row::Thin(_) => own.thin = Some(self.placements.len()),
                Row::Bar(_) => own.is_bar = true,
                Row::Float(_) => {}
            }
        }
        self.has_cut |= matches!(placement.row, Row::Label(_))
            && placement.width_px < whole_px(self.subjects[at as usize].label_px);
        self.placements.push((at, placement));
    }
}

fn placement(subject: &Subject, from: Level, row: Row, width_px: f64) -> Placement {
    Placement { key: subject.key, from, until: Level::NEVER, row, flip: false, width_px: whole_px(width_px) }
}

fn whole_px(px: f64) -> u16 {
    px.ceil().min(f64::from(u16::MAX / 2)) as u16
}

/// The leading subjects of a level that have had their turn.
#[derive(Default)]
struct Unnamed {
    /// Where those stand that have no label, and those that have one, px.
    without_px: BTreeSet<i64>,
    with_px: BTreeSet<i64>,
}

impl Unnamed {
    fn tell(&mut self, place_px: f64, has_label: bool) {
        let set = if has_label { &mut self.with_px } else { &mut self.without_px };
        set.insert(place_px as i64);
    }

    /// Whether one without a label stands near by, other than in the stack of one that has a label.
    fn is_near(&self, place_px: f64) -> bool {
        let around = |px: i64, reach_px: i64| px.saturating_sub(reach_px)..=px.saturating_add(reach_px);
        let mut near = self.without_px.range(around(place_px as i64, NEAR_PX));
        near.any(|px| self.with_px.range(around(*px, STACK_PX)).next().is_none())
    }
}

#[cfg(test)]
mod tests;
