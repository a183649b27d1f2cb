//! The level of detail of a lane, worked out once when a story is compiled: from which zoom level on each event has
//! a label, a bar or a place in mid-air, and in which row.
//!
//! Borrowed from web maps. Level by level, from the whole story in a few hundred pixels to the nearest view, those
//! without a place take turns and keep what they get. What stands apart at one level stands further apart at every
//! later one, so nothing ever has to move: labels never meet, and never jump while panning or zooming.

mod bars;
mod floats;
mod labels;

use crate::spot::{BAR_ROWS, FLOAT_ROWS, Form, Row, Spot, Subject};
use crate::{Domain, Level};

use bars::BarRow;
use floats::FloatRow;
use labels::LabelRows;

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
pub fn place(subjects: &[Subject], walls: &Walls) -> Vec<Spot> {
    let extent = walls.extent;
    if !extent.is_valid() || extent.len_secs() <= 0.0 {
        return Vec::new();
    }
    let mut lane = Lane::new(subjects, walls);
    let last = Level::of(NEAREST_PX_PER_SEC);
    let mut level = Level::of(NARROWEST_PX / extent.len_secs());
    while level <= last && !(lane.waiting.is_empty() && lane.returning.is_empty()) {
        lane.work_out(level);
        level = level.next();
    }
    let mut spots = lane.spots;
    spots.sort_by_key(|(at, spot)| (spot.from, spot.row, *at));
    spots.into_iter().map(|(_, spot)| spot).collect()
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
    floats: Vec<FloatRow>,
    /// Each with the position of its subject.
    spots: Vec<(u32, Spot)>,
    placed: Vec<bool>,
}

impl<'a> Lane<'a> {
    fn new(subjects: &'a [Subject], walls: &Walls) -> Self {
        let level_of = |at: u32| bar_level(subjects[at as usize].form);
        let mut returning: Vec<(Level, u32)> = (0..subjects.len() as u32)
            .map(|at| (level_of(at), at))
            .filter(|(level, _)| *level < Level::NEVER)
            .collect();
        returning.sort_unstable_by(|a, b| b.cmp(a));
        let places_sec = subjects.iter().map(|subject| subject.place_sec).collect();
        Self {
            subjects,
            waiting: (0..subjects.len() as u32).collect(),
            returning,
            labels: LabelRows::new(places_sec, *walls),
            bars: (0..BAR_ROWS).map(|_| BarRow::default()).collect(),
            floats: (0..FLOAT_ROWS).map(|_| FloatRow::default()).collect(),
            spots: Vec::new(),
            placed: vec![false; subjects.len()],
        }
    }

    fn work_out(&mut self, level: Level) {
        self.take_back(level);
        self.tidy(level);
        for at in self.candidates(level) {
            let subject = self.subjects[at as usize];
            let bar_level = bar_level(subject.form);
            let found = if bar_level <= level { self.bar(&subject, level) } else { self.mark(&subject, level) };
            if let Some((row, flip)) = found {
                let until = if bar_level <= level { Level::NEVER } else { bar_level };
                let width_px = if matches!(row, Row::Bar(_)) { subject.bar_label_px } else { subject.label_px };
                let width_px = width_px.ceil().min(f64::from(u16::MAX / 2)) as u16;
                self.spots.push((at, Spot { key: subject.key, from: level, until, row, flip, width_px }));
                self.placed[at as usize] = true;
            }
        }
        self.waiting.retain(|at| !self.placed[*at as usize]);
    }

    /// Labels that found only a poor place may have a better one by now: those of a few levels ago move there.
    fn tidy(&mut self, level: Level) {
        let is_due = |from: Level| TIDIED_AFTER.iter().any(|after| from.0 + after == level.0);
        let mut moved = Vec::new();
        for (at, spot) in &mut self.spots {
            let Row::Label(row) = spot.row else { continue };
            if !is_due(spot.from) || spot.until <= level || (row == 0 && !spot.flip) {
                continue;
            }
            let subject = &self.subjects[*at as usize];
            if let Some((row, flip)) = self.labels.improve(subject, (row, spot.flip), level) {
                moved.push((*at, Spot { from: level, row: Row::Label(row), flip, ..*spot }));
                spot.until = level;
            }
        }
        self.spots.append(&mut moved);
    }

    /// Those that become bars at a level wait again.
    fn take_back(&mut self, level: Level) {
        let before = self.waiting.len();
        while let Some((_, at)) = self.returning.pop_if(|(from, _)| *from <= level) {
            if std::mem::take(&mut self.placed[at as usize]) {
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

    fn mark(&mut self, subject: &Subject, level: Level) -> Option<(Row, bool)> {
        if subject.form == Form::Float {
            let walls = self.labels.walls();
            let mut rows = (0..).zip(&mut self.floats);
            return rows.find_map(|(row, floats)| Some((Row::Float(row), floats.take(subject, level, &walls)?)));
        }
        let (row, flip) = self.labels.take(subject, level)?;
        Some((Row::Label(row), flip))
    }

    fn bar(&mut self, subject: &Subject, level: Level) -> Option<(Row, bool)> {
        let free = self.bars.iter_mut().position(|row| row.take(subject, level))?;
        Some((Row::Bar(free as u8), false))
    }
}

#[cfg(test)]
mod tests;
