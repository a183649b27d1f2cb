//! Where labels find room below the baseline of a lane.

use std::collections::BTreeMap;

use crate::Level;
use crate::placement::{LABEL_ROWS, Subject};
use crate::region::{CLUSTER, region_of};

use super::Walls;

/// Between a label's stem and its text, and the same at its other end, px.
pub(super) const PAD_PX: f64 = 6.0;

/// The least air between two labels of a row, and between a label and another label's stem, px.
const GAP_PX: f64 = 2.0;

/// No label reaches further from its stem, px.
const REACH_PX: f64 = 270.0;

/// So wide a label is that is cut short to have a place at all, px, the best first.
const CUT_PX: [f64; 7] = [200.0, 160.0, 130.0, 105.0, 85.0, 65.0, 48.0];

/// Where a label may stand, the best first: in which row, and whether before its stem.
const PLACES: [(u8, bool); 6] = [(0, false), (1, false), (0, true), (1, true), (2, false), (2, true)];

/// The labels of a lane that have found their place.
pub(super) struct LabelRows {
    /// Where every subject of the lane stands, in order, axis seconds.
    places_sec: Vec<f64>,
    walls: Walls,
    /// By the second of the stem, and the position of the subject among those of the same second.
    taken: BTreeMap<(i64, u32), Taken>,
}

/// A place for a label.
#[derive(Clone, Copy)]
pub(super) struct LabelPlacement {
    pub(super) row: u8,
    /// Whether it stands before its stem.
    pub(super) flip: bool,
    pub(super) width_px: f64,
}

/// A label in its place.
#[derive(Clone, Copy)]
struct Taken {
    stem_sec: f64,
    len_px: f64,
    row: u8,
    flip: bool,
}

/// A label at a level, px.
#[derive(Clone, Copy)]
struct Drawn {
    stem_px: f64,
    start_px: f64,
    end_px: f64,
    row: u8,
}

impl LabelRows {
    /// Empty rows; `places_sec` are in order.
    pub(super) fn new(places_sec: Vec<f64>, walls: Walls) -> Self {
        Self { places_sec, walls, taken: BTreeMap::new() }
    }

    /// What no label crosses.
    pub(super) fn walls(&self) -> Walls {
        self.walls
    }

    /// Moves a label to a better place, if there is one at a level; one that was cut short is seen whole there, or more of it.
    pub(super) fn improve(&mut self, subject: &Subject, level: Level) -> Option<LabelPlacement> {
        let key = (subject.place_sec.floor() as i64, subject.key);
        let own = self.taken.remove(&key)?;
        let rank = |row: u8, flip: bool| PLACES.iter().position(|other| *other == (row, flip));
        let own_px = own.len_px - 2.0 * PAD_PX;
        let is_whole = own_px >= subject.label_px;
        let wider = CUT_PX.iter().take_while(|px| !is_whole && **px > own_px).count();
        let found = self.find(subject, &CUT_PX[..wider], level);
        let better = found.filter(|place| !is_whole || rank(place.row, place.flip) < rank(own.row, own.flip));
        let taken = better.map_or(own, |place| place.taken(subject));
        self.taken.insert(key, taken);
        better
    }

    /// Takes a place at a level. What leads has its label cut short rather than none.
    pub(super) fn take(&mut self, subject: &Subject, level: Level) -> Option<LabelPlacement> {
        let cuts = if subject.leads { CUT_PX.as_slice() } else { &[] };
        let place = self.find(subject, cuts, level)?;
        self.taken.insert((subject.place_sec.floor() as i64, subject.key), place.taken(subject));
        Some(place)
    }

    /// The best place at a level that is free: for the whole label, else for the first of the `cuts` that has one, px.
    fn find(&self, subject: &Subject, cuts: &[f64], level: Level) -> Option<LabelPlacement> {
        let px_per_sec = level.px_per_sec();
        let near = self.near(subject.place_sec, REACH_PX / px_per_sec);
        let clustered = self.is_clustered(subject.place_sec, level);
        // Where bars count a cluster, only its first has a name.
        if clustered
            && near.clone().any(|taken| region_of(taken.stem_sec, level) == region_of(subject.place_sec, level))
        {
            return None;
        }
        let drawn: Vec<Drawn> = near.map(|taken| taken.drawn(px_per_sec)).collect();
        let rows = if clustered { 1 } else { LABEL_ROWS };
        let is_free = |place: &LabelPlacement| {
            let place = place.taken(subject).drawn(px_per_sec);
            self.is_within(&place, subject.settled, px_per_sec) && !drawn.iter().any(|other| meet(*other, place))
        };
        let best = |width_px: f64| {
            let places = PLACES.into_iter().filter(|(row, _)| width_px > 0.0 && *row < rows);
            places.map(|(row, flip)| LabelPlacement { row, flip, width_px }).find(is_free)
        };
        let mut cuts = cuts.iter().copied().filter(|px| *px < subject.label_px);
        best(subject.label_px).or_else(|| cuts.find_map(best))
    }

    /// The labels whose stems are no further away than twice so many seconds.
    fn near(&self, sec: f64, reach_secs: f64) -> impl Iterator<Item = &Taken> + Clone {
        let (first, last) = ((sec - 2.0 * reach_secs).floor() as i64, (sec + 2.0 * reach_secs).ceil() as i64);
        self.taken.range((first, 0)..=(last, u32::MAX)).map(|(_, taken)| taken)
    }

    /// Whether the stretch around a place holds so many that they are counted rather than named.
    fn is_clustered(&self, sec: f64, level: Level) -> bool {
        let region = region_of(sec, level);
        let start = self.places_sec.partition_point(|sec| region_of(*sec, level) < region);
        // They are in order: the first that is too many tells of all before it.
        self.places_sec.get(start + CLUSTER).is_some_and(|sec| region_of(*sec, level) == region)
    }

    /// Whether a label stays on the axis, is not cut off in the first view and, of what is settled, ends before the
    /// known line.
    fn is_within(&self, place: &Drawn, settled: bool, px_per_sec: f64) -> bool {
        let crosses = |sec: f64| place.start_px < sec * px_per_sec && sec * px_per_sec < place.end_px;
        self.walls.are_clear_of(place.start_px, place.end_px, px_per_sec)
            && !(settled && self.walls.known_sec.is_some_and(crosses))
    }
}

impl LabelPlacement {
    fn taken(self, subject: &Subject) -> Taken {
        let len_px = self.width_px + 2.0 * PAD_PX;
        Taken { stem_sec: subject.place_sec, len_px, row: self.row, flip: self.flip }
    }
}

impl Taken {
    fn drawn(self, px_per_sec: f64) -> Drawn {
        let stem_px = self.stem_sec * px_per_sec;
        let (start_px, end_px) =
            if self.flip { (stem_px - self.len_px, stem_px) } else { (stem_px, stem_px + self.len_px) };
        Drawn { stem_px, start_px, end_px, row: self.row }
    }
}

/// Whether two labels would touch, or the stem of one would run through the other.
fn meet(a: Drawn, b: Drawn) -> bool {
    let boxes = a.row == b.row && a.start_px < b.end_px + GAP_PX && b.start_px < a.end_px + GAP_PX;
    boxes || crosses(a, b) || crosses(b, a)
}

/// Whether the stem of `a` runs through or along the box of `b`: stems come down from the baseline, through every row
/// before their own.
fn crosses(a: Drawn, b: Drawn) -> bool {
    b.row <= a.row && b.start_px - GAP_PX < a.stem_px && a.stem_px < b.end_px + GAP_PX
}
