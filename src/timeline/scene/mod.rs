//! What the timeline shows of a record in a window around the view: places in px, worked out without the page.
//!
//! A scene is made for one zoom level and a window a little wider than the view. Until the view leaves the window or
//! the level, a frame only moves and stretches it ([`Frame`]). Places come from the level of detail in the bundle;
//! what a scene costs depends on what it shows, not on how much the story holds.

mod arcs;
mod behind;
mod cluster;
mod frame;
mod grid;
mod lane;
mod rows;
mod said;
mod spread;
mod tally;

use std::{ops::RangeInclusive, rc::Rc};

use story::{DAY_SECS, EraIx, EventIx, LaneIx};
use timeline::{
    Arc, AxisBreaks, Domain, Level, REGION_PX, Stretch, Tick, TimeScale, Unit, region_of, region_start_sec,
    ticks_between_breaks,
};

use self::{
    behind::{breaks, eras},
    lane::LaneBuilder,
    rows::Rows,
    said::quotes,
};
pub use self::{
    cluster::Cluster,
    frame::Frame,
    grid::Grid,
    tally::{Count, Tally},
};
use crate::core::as_of::{RecordAsOf, account_date};
use crate::core::stretch::{place_sec, tick_gap_px};

/// The least distance between two labels of the axis, px.
const TICK_GAP_PX: f64 = 72.0;
/// How much of the view the window has on either side of it.
const MARGIN: f64 = 0.1;
/// The next scene is made while so much of the view is left of the window, so that it can be drawn bit by bit.
const AHEAD: f64 = 0.08;
/// By so many levels a view that moves may be finer than the scene that serves it, or coarser.
const WHILE_MOVING: RangeInclusive<i16> = -1..=3;

/// Accounts of one event that stand so far from its mark have discs of their own, px.
const ACCOUNT_PX: f64 = 10.0;

/// What a scene is made of. Two scenes of equal sources and equal windows are equal.
#[derive(Clone)]
pub struct Sources {
    /// The record as known on a day.
    pub as_of: Rc<RecordAsOf>,
    /// The counts of what is known and what matches.
    pub tally: Rc<Tally>,
    /// The breaks of the axis.
    pub axis_breaks: Rc<AxisBreaks>,
    /// The lanes that are closed.
    pub closed: Rc<Vec<Option<LaneIx>>>,
    /// So many lanes are drawn at most; the others wait until they are asked for.
    pub most_lanes: usize,
}

impl Sources {
    /// Whether the same stands in the same place: at most other events match.
    pub fn is_laid_out_as(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.as_of, &other.as_of)
            && Rc::ptr_eq(&self.axis_breaks, &other.axis_breaks)
            && self.closed == other.closed
            && self.most_lanes == other.most_lanes
    }
}

impl PartialEq for Sources {
    fn eq(&self, other: &Self) -> bool {
        self.is_laid_out_as(other) && Rc::ptr_eq(&self.tally, &other.tally)
    }
}

/// The timeline of one record in one window.
pub struct Scene {
    /// What it was made of.
    pub sources: Sources,
    /// The zoom level.
    pub level: Level,
    /// From axis seconds to px, over the whole window, as large as it is when the level begins.
    pub scale: TimeScale,
    /// How its layers count places, so that they are the same in the next window and at the next levels, and need not
    /// be set again.
    pub grid: Grid,
    /// The unit of the axis.
    pub unit: Unit,
    /// The ticks of the axis and where they stand, px.
    pub ticks: Vec<(Tick, f64)>,
    /// Where the record ends, px; `None` where no source has a date.
    pub as_of_px: Option<f64>,
    /// The breaks of the axis: where each begins and ends, px, and how many seconds it hides.
    pub breaks: Vec<(f64, f64, f64)>,
    /// The whole axis, axis seconds.
    pub extent: Domain,
    /// The eras that the window shows: from and to, px, no further out than the window.
    pub eras: Vec<(EraIx, f64, f64)>,
    /// The lanes, top to bottom.
    pub lanes: Vec<LaneScene>,
    /// The quotes by the day they were said: where each column stands, px, and what it holds.
    pub quotes: Vec<(f64, Count)>,
}

/// One lane of the timeline.
#[derive(Default)]
pub struct LaneScene {
    /// The lane; `None` for the events that name none.
    pub lane: Option<LaneIx>,
    /// How many events of it match.
    pub matching: usize,
    /// Whether it is closed: then it only counts.
    pub closed: bool,
    /// How high it is, px.
    pub height_px: f64,
    /// Where its baseline is, px from its top.
    pub baseline_px: f64,
    /// The rows that it has; `None` where it takes one line.
    rows: Option<Rows>,
    /// Whether it has rows that nothing stands in, kept from before.
    has_spare_rows: bool,
    /// Whether it holds so much that bars may count it: its labels leave room for their brackets at every level.
    pub is_full: bool,
    /// The marks, in the order of time.
    pub marks: Vec<Mark>,
    /// The bars.
    pub bars: Vec<Bar>,
    /// What lasted among what is counted: from and to, and how far above the baseline, px.
    pub spans: Vec<(f64, f64, f64)>,
    /// From plans to what became of them.
    pub arcs: Vec<PlanArc>,
    /// Plans that have no date.
    pub floats: Vec<Float>,
    /// Settled plans that are counted at their outcome and have no mark at all.
    pub merged: Vec<MergedPlan>,
    /// The stretches that are counted.
    pub clusters: Vec<Cluster>,
}

/// The mark of an event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The event.
    pub event: EventIx,
    /// Where its middle stands, px.
    pub x_px: f64,
    /// How far it is above the baseline, px.
    pub up_px: f64,
    /// Whether its stack is full: it is counted in it and not drawn.
    pub hidden: bool,
    /// Whether bars count what stands around it: then it hangs below them at its label.
    pub low: bool,
    /// The bar of possible dates, from and to, px, where it is wider than the mark.
    pub band: Option<(f64, f64)>,
    /// Of what lasted and has no bar of its own: its thin bar.
    pub thin: Option<Bar>,
    /// Its label, where it has one.
    pub label: Option<Label>,
    /// How many others its stack holds that have no label; 0 unless it is the stack's first.
    pub more: u32,
}

/// Where a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// 0 for the row next to the baseline.
    pub row: u8,
    /// Whether it stands before its stem.
    pub flip: bool,
    /// How wide it may be, px.
    pub width_px: u16,
}

/// A bar: what lasted, or possible dates that take half a view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The event.
    pub event: EventIx,
    /// Where it begins, px; no further out than the window.
    pub x_px: f64,
    /// How long it is, px.
    pub width_px: f64,
    /// How far its middle is above the baseline, px.
    pub up_px: f64,
    /// How wide its label may be, px.
    pub label_px: u16,
    /// Whether it only says that it was some time in here.
    pub window: bool,
    /// Whether it goes on beyond its end.
    pub goes_on: bool,
}

/// A settled plan that is counted at its outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MergedPlan {
    /// The plan.
    pub plan: EventIx,
    /// Where its outcome stands, px.
    pub x_px: f64,
}

/// The line from the day of a plan's announcement to what became of it.
pub struct PlanArc {
    /// The plan.
    pub plan: EventIx,
    /// Its shape.
    pub arc: Arc,
    /// Whether it is still open.
    pub open: bool,
    /// Whether somebody else expected it.
    pub expected: bool,
    /// Whether the plan has no mark of its own: the start of its arc is the mark then.
    pub is_mark: bool,
    /// How far above the baseline the mark stands that it leads to, px.
    pub to_up_px: f64,
    /// When it may have been announced, from and to, px; `None` where that is no wider than a mark.
    pub announced_px: Option<(f64, f64)>,
    /// Whether the day before which it was announced is all that is known.
    pub announced_before: bool,
}

/// A plan without a date: its mark hangs in mid-air.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Float {
    /// The plan.
    pub event: EventIx,
    /// Where it was announced, px.
    pub from_px: f64,
    /// Where its mark stands, px.
    pub x_px: f64,
    /// How high above the baseline, px.
    pub up_px: f64,
    /// How wide its label may be, px; `None` for one without a label.
    pub label_px: Option<u16>,
    /// Whether its label stands before its mark.
    pub flip: bool,
}

impl Scene {
    /// The timeline in a window around `view`, which is in axis seconds, drawn over `width_px`; `extent` is the
    /// whole axis. The window begins and ends with a region.
    ///
    /// While the view moves, each lane keeps the rows that it had `before`, so that what stands in them stays where it is,
    /// however often rows fill and empty on the way.
    #[must_use]
    pub fn new(sources: Sources, view: Domain, width_px: f64, extent: Domain, before: Option<&Self>) -> Self {
        let before = before.filter(|before| before.sources.is_laid_out_as(&sources));
        let level = Level::of(width_px / view.len_secs());
        let margin_secs = view.len_secs() * MARGIN;
        let first = region_of(view.start_sec - margin_secs, level);
        let last = region_of(view.end_sec + margin_secs, level);
        let window = Domain { start_sec: region_start_sec(first, level), end_sec: region_start_sec(last + 1, level) };
        let scale = TimeScale { domain: window, width_px: (last + 1 - first) as f64 * REGION_PX };
        let gap_px = tick_gap_px(sources.axis_breaks.sec_from_domain(window), TICK_GAP_PX);
        let axis = ticks_between_breaks(&sources.axis_breaks, window, scale.width_px, gap_px);
        let x_px = |sec: f64| scale.x_px_from_sec(sources.axis_breaks.axis_from_sec(sec));
        let mut scene = Self {
            level,
            grid: Grid::new(window, level),
            scale,
            unit: axis.unit,
            ticks: axis.ticks.into_iter().map(|tick| (tick, x_px(tick.at_sec()))).collect(),
            as_of_px: sources.as_of.end_sec().map(|sec| x_px(sec as f64)),
            breaks: breaks(&sources.axis_breaks, &scale),
            extent,
            eras: eras(&sources, &scale),
            lanes: Vec::new(),
            quotes: quotes(&sources, &scale),
            sources,
        };
        scene.lanes = scene.lanes(before);
        scene
    }

    /// Whether a view at a width can be shown by moving and stretching this scene. One that moves is also shown by the
    /// scene of a level near by: of a coarser one until its labels stand twice as far apart, of a finer one only as long
    /// as they hardly come closer. At rest no lane is higher than what stands in it.
    #[must_use]
    pub fn serves(&self, sources: &Sources, view: Domain, width_px: f64, moves: bool) -> bool {
        let ahead_secs = view.len_secs() * AHEAD;
        let soon = Domain { start_sec: view.start_sec - ahead_secs, end_sec: view.end_sec + ahead_secs };
        let levels = i16::from(Level::of(width_px / view.len_secs()).0) - i16::from(self.level.0);
        let has_spare_rows = || self.lanes.iter().any(|lane| lane.has_spare_rows);
        let is_near = if moves { WHILE_MOVING.contains(&levels) } else { levels == 0 && !has_spare_rows() };
        self.covers(soon) && is_near && self.sources == *sources
    }

    /// Whether a view lies in its window.
    #[must_use]
    pub fn covers(&self, view: Domain) -> bool {
        let window = self.scale.domain;
        window.start_sec <= view.start_sec && view.end_sec <= window.end_sec
    }

    /// The lanes as authored, then the events without one.
    fn lanes(&self, before: Option<&Self>) -> Vec<LaneScene> {
        let bundle = &self.sources.as_of.record.bundle;
        let placement_rows: Vec<_> = bundle.placement_rows().filter(|row| row.level <= self.level.0).collect();
        let drawn = 0..self.lane_count().min(self.sources.most_lanes);
        let rows = |at: usize| before?.lanes.get(at)?.rows;
        drawn.map(|at| LaneBuilder::new(self, at).lane(&placement_rows, rows(at))).collect()
    }

    /// How many lanes there are, drawn or not.
    #[must_use]
    pub fn lane_count(&self) -> usize {
        let bundle = &self.sources.as_of.record.bundle;
        let none = bundle.lane_count();
        none + usize::from(!bundle.lane_events(none).is_empty())
    }

    /// Where a second stands, px.
    #[must_use]
    pub fn x_px_from_sec(&self, sec: f64) -> f64 {
        self.scale.x_px_from_sec(self.sources.axis_breaks.axis_from_sec(sec))
    }

    /// The events that are drawn, lane by lane, with where they stand, px.
    pub fn shown(&self) -> impl Iterator<Item = (EventIx, f64)> + '_ {
        self.lanes.iter().flat_map(LaneScene::shown)
    }

    /// Where the accounts of an event put it that give a day of their own, px; nothing while they stand too close.
    #[must_use]
    pub fn account_places(&self, mark: &Mark) -> Vec<f64> {
        let as_of = &self.sources.as_of;
        let own = as_of.record.bundle.event(mark.event);
        if mark.low || own.accounts().len() < 2 || !as_of.accounts_differ(mark.event) {
            return Vec::new();
        }
        let whens = as_of.accounts_of(mark.event).filter_map(|account| account_date(own, account));
        let stretches = whens.filter_map(|when| Stretch::of(&when, as_of.end_sec()));
        // What names a month where others name the day is no day of its own.
        let day = stretches.filter(|it| it.domain.len_secs() <= DAY_SECS as f64);
        let places: Vec<f64> = day.map(|it| self.x_px_from_sec(it.anchor_sec())).collect();
        let apart_px = |x: &f64| (x - mark.x_px).abs();
        if places.iter().map(apart_px).fold(0.0, f64::max) < ACCOUNT_PX { Vec::new() } else { places }
    }

    /// Whether an event stands in the window, drawn or counted.
    #[must_use]
    pub fn reaches(&self, ix: EventIx) -> bool {
        let x_px = place_sec(&self.sources.as_of, ix).map(|sec| self.x_px_from_sec(sec));
        x_px.is_some_and(|x| (0.0..=self.scale.width_px).contains(&x))
    }

    /// Where an event stands, px; `None` where the scene does not draw it.
    #[must_use]
    pub fn x_px(&self, ix: EventIx) -> Option<f64> {
        self.shown().find_map(|(event, x_px)| (event == ix).then_some(x_px))
    }
}

impl LaneScene {
    /// Whether nothing stands in it.
    fn is_empty(&self) -> bool {
        self.shown().next().is_none() && self.arcs.is_empty()
    }

    /// The events that are drawn, and of each cluster the first, with where they stand, px.
    pub fn shown(&self) -> impl Iterator<Item = (EventIx, f64)> + '_ {
        let marks = self.marks.iter().map(|mark| (mark.event, mark.x_px));
        let bars = self.bars.iter().map(|bar| (bar.event, bar.x_px));
        let starts = self.arcs.iter().filter(|arc| arc.is_mark).map(|arc| (arc.plan, arc.arc.x0_px));
        let floats = self.floats.iter().map(|float| (float.event, float.x_px));
        let merged = self.merged.iter().map(|merged| (merged.plan, merged.x_px));
        let clusters =
            self.clusters.iter().filter_map(|cluster| Some((cluster.key?, cluster.x_px + cluster.width_px / 2.0)));
        marks.chain(bars).chain(starts).chain(floats).chain(merged).chain(clusters)
    }

    /// The number of the lane in the bundle.
    #[must_use]
    pub fn at(&self, as_of: &RecordAsOf) -> usize {
        self.lane.map_or(as_of.record.bundle.lane_count(), LaneIx::at)
    }
}

#[cfg(test)]
mod tests;
