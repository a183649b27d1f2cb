//! Puts the events of one lane in their places.

use bundle::PlacementRowRef;
use story::EventIx;
use timeline::{CLUSTER, Edge, Form, LEVEL_PX, Row, Standing, Stretch, bar_level, stack};

use super::{
    Bar, Float, Label, LaneScene, Mark, Scene,
    arcs::Plans,
    cluster::{Cluster, Regions},
    rows::{FLOAT_STEP_PX, Rows},
};
use crate::core::as_of::RecordAsOf;
use crate::core::stretch::{place_sec, stretch_of};

/// How far a date fades towards its unknown side, px.
pub(super) const FADE_PX: f64 = 100.0;
/// A bar of possible dates shorter than this hides under its mark, px.
pub(super) const MIN_BAND_PX: f64 = 14.0;
/// How far a plan without a date stands from the day it was announced, px to the side and upwards.
const FLOAT_PX: (f64, f64) = (26.0, 24.0);
/// What lasted is drawn no shorter, px: what shows of it beside its mark.
const MIN_THIN_PX: f64 = 18.0;
/// Among what is counted, what lasted is drawn from this length on, px.
const MIN_SPAN_PX: f64 = 8.0;
/// Where events are counted, only bars longer than this are drawn beside, px.
const LONG_PX: f64 = 192.0;
/// The height of a lane that is closed or in which nothing stands, and where its baseline is then, px.
const CLOSED_PX: (f64, f64) = (34.0, 28.0);

/// An event that is drawn by itself, and the place that it has, if any.
#[derive(Clone, Copy)]
struct Drawn {
    event: EventIx,
    row: Option<Row>,
    label: Option<Label>,
    /// Its row of thin bars.
    thin: Option<u8>,
    low: bool,
}

/// Puts the events of one lane in their places.
pub(super) struct LaneBuilder<'a> {
    scene: &'a Scene,
    as_of: &'a RecordAsOf,
    /// The number of the lane in the bundle.
    at: usize,
}

impl<'a> LaneBuilder<'a> {
    pub(super) fn new(scene: &'a Scene, at: usize) -> Self {
        Self { scene, as_of: &scene.sources.as_of, at }
    }

    /// The lane, with the rows that it had `before`, if it had any; `placement_rows` are those of all lanes up to the scene's
    /// level.
    pub(super) fn lane(&self, placement_rows: &[PlacementRowRef<'_>], before: Option<Rows>) -> LaneScene {
        let bundle = &self.as_of.record.bundle;
        let lane = bundle.lanes().nth(self.at);
        let tally = &self.scene.sources.tally.lanes[self.at];
        let series = bundle.lane_events(self.at);
        let axis_breaks = &*self.scene.sources.axis_breaks;
        let single = bundle.single(self.scene.level.0);
        let regions = Regions { series, tally, scale: &self.scene.scale, axis_breaks, level: self.scene.level, single };
        let all = tally.count(0, series.len());
        let (total, matching) = (all.all as usize, all.matching as usize);
        if self.scene.sources.closed.contains(&lane) {
            let (height_px, baseline_px) = CLOSED_PX;
            let clusters = regions.all();
            return LaneScene {
                lane,
                matching,
                closed: true,
                height_px,
                baseline_px,
                clusters,
                ..LaneScene::default()
            };
        }
        let placement_rows: Vec<&PlacementRowRef<'_>> =
            placement_rows.iter().filter(|row| row.lane == self.at).collect();
        let mut drawn = self.placed(&placement_rows);
        let named = |from: usize, to: usize| {
            let rows = (from..to).map(|at| EventIx(series.row(at)));
            // No more can be named than a region has room for; a cluster is not looked through.
            if to - from > CLUSTER { 0 } else { rows.filter(|ix| drawn.iter().any(|it| it.event == *ix)).count() }
        };
        let (clusters, single) = regions.split(&named);
        let mut counted = self.thin(&mut drawn, &clusters);
        self.place_thin(&placement_rows, &clusters, &mut drawn, &mut counted);
        for at in single {
            let event = EventIx(series.row(at));
            if self.as_of.knows_event(event) && !drawn.iter().any(|it| it.event == event) {
                drawn.push(Drawn { event, row: None, label: None, thin: None, low: false });
            }
        }
        let mut built = LaneScene { lane, matching, clusters, ..LaneScene::default() };
        built.is_full = total > CLUSTER;
        let in_use = drawn.iter().chain(&counted).flat_map(|it| it.row.into_iter().chain(it.thin.map(Row::Thin)));
        let in_use = Rows::of(in_use);
        let rows = before.map_or(in_use, |before| before.most(in_use));
        rows.measure(&mut built, tally.may_have_plans());
        self.fill(&mut built, &drawn, &rows);
        self.span(&mut built, &counted, &rows);
        Rows::make_room_for_floats(&mut built);
        self.name_clusters(&mut built);
        let is_empty = built.is_empty();
        if is_empty && before.is_none() {
            (built.height_px, built.baseline_px) = CLOSED_PX;
        } else {
            built.rows = Some(rows);
            built.has_spare_rows = is_empty || rows != in_use;
        }
        built
    }

    /// Tells each cluster the first of its known events that is drawn nowhere else.
    fn name_clusters(&self, lane: &mut LaneScene) {
        let series = self.as_of.record.bundle.lane_events(self.at);
        let drawn: Vec<EventIx> = lane.shown().map(|(ix, _)| ix).collect();
        let tally = &self.scene.sources.tally.lanes[self.at];
        for cluster in &mut lane.clusters {
            let (from, to) = cluster.range;
            let free = |at: &usize| {
                let ix = EventIx(series.row(*at));
                self.as_of.knows_event(ix) && !drawn.contains(&ix)
            };
            // One that matches, so that the arrows stop there.
            let matching = (from..to).find(|at| free(at) && tally.count(*at, at + 1).matching > 0);
            cluster.key = matching.or_else(|| (from..to).find(free)).map(|at| EventIx(series.row(at)));
        }
    }

    /// Of the events of each cluster only the first in turn keeps its label, hung below the bars that count; and of what
    /// lasted only the long ones of the first row are still drawn by themselves. What else lasted is returned.
    fn thin(&self, drawn: &mut Vec<Drawn>, clusters: &[Cluster]) -> Vec<Drawn> {
        let cluster_of = |it: &Drawn| self.cluster_of(it.event, clusters);
        let is_named = |it: &Drawn| matches!(it.row, Some(Row::Label(_) | Row::Bar(_)));
        let mut counted = Vec::new();
        let mut firsts: Vec<Option<EventIx>> = vec![None; clusters.len()];
        for it in drawn.iter().filter(|it| is_named(it)) {
            if let Some(first) = cluster_of(it).and_then(|cluster| firsts.get_mut(cluster))
                && first.is_none_or(|first| self.turn(it.event) < self.turn(first))
            {
                *first = Some(it.event);
            }
        }
        drawn.retain_mut(|it| {
            let Some(cluster) = cluster_of(it) else { return true };
            it.low = true;
            let stays =
                firsts[cluster] == Some(it.event) || (it.row == Some(Row::Bar(0)) && self.len_px(it.event) > LONG_PX);
            if !stays && matches!(it.row, Some(Row::Bar(_))) {
                counted.push(*it);
            }
            stays
        });
        counted
    }

    /// The cluster in which an event is counted.
    fn cluster_of(&self, ix: EventIx, clusters: &[Cluster]) -> Option<usize> {
        let x_px = self.x_px(ix);
        clusters.iter().position(|cluster| cluster.x_px <= x_px && x_px < cluster.x_px + cluster.width_px)
    }

    /// Gives those their thin bars that have one at the level: to what is drawn, and to what is `counted`. In a lane so
    /// full that its events may be counted, so is what reaches into the window from before.
    fn place_thin(
        &self,
        placement_rows: &[&PlacementRowRef<'_>],
        clusters: &[Cluster],
        drawn: &mut Vec<Drawn>,
        counted: &mut Vec<Drawn>,
    ) {
        let is_full = self.as_of.record.bundle.lane_events(self.at).len() > CLUSTER;
        for (event, row, _) in self.placements(placement_rows, |row| matches!(row, Row::Thin(_))) {
            let Row::Thin(thin) = row else { continue };
            if !self.as_of.knows_event(event) {
                continue;
            }
            let own = Drawn { event, row: None, label: None, thin: Some(thin), low: false };
            if self.cluster_of(event, clusters).is_some() {
                counted.push(own);
            } else if let Some(it) = drawn.iter_mut().find(|it| it.event == event) {
                it.thin = Some(thin);
            } else if is_full && self.x_px(event) < 0.0 {
                counted.push(own);
            } else {
                drawn.push(own);
            }
        }
    }

    /// How long what lasted is drawn, px.
    fn len_px(&self, ix: EventIx) -> f64 {
        let domain =
            stretch_of(self.as_of, ix).map(|time| self.scene.sources.axis_breaks.axis_from_domain(time.domain));
        domain.map_or(0.0, |domain| self.scene.scale.px_from_secs(domain.len_secs()))
    }

    /// An event's turn: the editor's rank, then the order of the story.
    fn turn(&self, ix: EventIx) -> u32 {
        u32::from(self.as_of.record.bundle.event(ix).rank().min(7)) << 29 | (ix.0 & ((1 << 29) - 1))
    }

    /// The known events of the window that have a label, a bar or a place in mid-air at the level.
    fn placed(&self, placement_rows: &[&PlacementRowRef<'_>]) -> Vec<Drawn> {
        let mut placed: Vec<Drawn> = Vec::new();
        for (event, row, label) in self.placements(placement_rows, |row| !matches!(row, Row::Thin(_))) {
            let Some(event) = self.stand_in(event) else { continue };
            if !placed.iter().any(|it| it.event == event) {
                placed.push(Drawn { event, row: Some(row), label: Some(label), thin: None, low: false });
            }
        }
        placed
    }

    /// The places of the window that hold at the level, in the rows that are wanted; no others are searched.
    fn placements(
        &self,
        placement_rows: &[&PlacementRowRef<'_>],
        wanted: fn(Row) -> bool,
    ) -> impl Iterator<Item = (EventIx, Row, Label)> {
        let window = self.scene.sources.axis_breaks.sec_from_domain(self.scene.scale.domain);
        let rows = placement_rows.iter().filter_map(|it| Some((it, Row::from_code(it.row)?)));
        let rows = rows.filter(move |(_, row)| wanted(*row));
        rows.flat_map(move |(placements, row)| {
            let first = placements.series.before(window.start_sec.floor());
            // The bar before the window may reach into it.
            let first = if matches!(row, Row::Bar(_) | Row::Thin(_)) { first.saturating_sub(1) } else { first };
            let last = placements.series.before_from(first, window.end_sec.ceil());
            let shown = (first..last)
                .map(move |at| placements.placement(at))
                .filter(move |placement| self.scene.level.0 < placement.until);
            shown.map(move |placement| {
                (
                    placement.event,
                    row,
                    Label { row: placements.row % 16, flip: placement.flip, width_px: placement.width_px },
                )
            })
        })
    }

    /// The event itself; while nobody knows of it, a plan that will be counted at it and that is to stand in its place.
    fn stand_in(&self, event: EventIx) -> Option<EventIx> {
        if self.as_of.knows_event(event) {
            return Some(event);
        }
        self.as_of.plans_of(event).find(|plan| stretch_of(self.as_of, *plan).is_some())
    }

    /// What lasted among what is counted, as lines of one picture.
    fn span(&self, lane: &mut LaneScene, counted: &[Drawn], rows: &Rows) {
        for it in counted {
            let Some(time) = stretch_of(self.as_of, it.event) else { continue };
            let up_px = match (it.row, it.thin) {
                (Some(Row::Bar(row)), _) => Rows::bar_up_px(lane, row),
                (_, thin) => rows.thin_up_px(lane, thin.unwrap_or(0)),
            };
            let bar = self.bar(it, &time, up_px);
            if bar.width_px >= MIN_SPAN_PX && !bar.window {
                lane.spans.push((bar.x_px, bar.x_px + bar.width_px, up_px));
            }
        }
    }

    /// Puts everything that is drawn by itself where it belongs.
    fn fill(&self, lane: &mut LaneScene, drawn: &[Drawn], rows: &Rows) {
        let events: Vec<EventIx> = drawn.iter().map(|it| it.event).collect();
        let plans = Plans::new(self.scene, self.scene.sources.tally.lanes[self.at].plans(), &events);
        let mut marks: Vec<(Drawn, f64)> = Vec::new();
        for it in drawn.iter().copied() {
            if plans.is_merged(it.event) {
                continue;
            }
            let time = stretch_of(self.as_of, it.event);
            let x_px = self.x_px(it.event);
            match (it.row, time) {
                (Some(Row::Bar(row)), Some(time)) => {
                    let up_px = Rows::bar_up_px(lane, row);
                    lane.bars.push(self.bar(&it, &time, up_px));
                }
                (row, None) => lane.floats.push(self.float(&it, row, x_px)),
                (_, Some(_)) => marks.push((it, x_px)),
            }
        }
        lane.marks = self.marks(&marks, &plans);
        self.lengthen(lane, drawn, rows);
        self.raise_floats(lane);
        plans.draw(lane);
        lane.marks.sort_by(|a, b| a.x_px.total_cmp(&b.x_px).then(a.event.cmp(&b.event)));
        lane.bars.retain(|bar| bar.width_px > 0.0);
    }

    fn x_px(&self, ix: EventIx) -> f64 {
        place_sec(self.as_of, ix).map_or(self.scene.scale.width_px, |sec| self.scene.x_px_from_sec(sec))
    }

    /// Marks in their stacks. They are stacked as they stand when the level begins, so that they stay through it.
    fn marks(&self, drawn: &[(Drawn, f64)], plans: &Plans<'_>) -> Vec<Mark> {
        let standing: Vec<Standing> = drawn
            .iter()
            .filter(|(it, _)| !it.low && it.thin.is_none())
            .map(|(it, x_px)| Standing::new(it.event.0, *x_px, self.turn(it.event), plans.is_landing(it.event)))
            .collect();
        let placed = stack(&standing);
        let marks = drawn.iter().map(|(it, x_px)| {
            let place = placed.iter().find(|place| place.key == it.event.0);
            let is_first = place.is_some_and(|place| place.first == place.key);
            let unnamed = |key: u32| drawn.iter().any(|(other, _)| other.event.0 == key && other.label.is_none());
            let more = placed.iter().filter(|other| is_first && other.first == it.event.0 && other.key != it.event.0);
            let merged = plans.merged_at(it.event);
            Mark {
                event: it.event,
                x_px: *x_px,
                up_px: place.map_or(0.0, |place| f64::from(place.level) * LEVEL_PX),
                hidden: place.is_some_and(|place| place.hidden),
                low: it.low,
                band: self.band(it.event, *x_px).filter(|_| !it.low),
                thin: None,
                label: it.label.filter(|_| place.is_none_or(|place| !place.hidden)),
                more: more.filter(|other| unnamed(other.key)).count() as u32 + merged,
            }
        });
        marks.collect()
    }

    /// The bar of possible dates under a mark; an unknown side fades over a fixed length.
    fn band(&self, ix: EventIx, x_px: f64) -> Option<(f64, f64)> {
        let time = stretch_of(self.as_of, ix)?;
        let (start_px, end_px) = match (time.start, time.end) {
            (Edge::Fading, Edge::Known) => (x_px - FADE_PX, x_px),
            (Edge::Known, Edge::Fading) => (x_px, x_px + FADE_PX),
            _ if time.is_lasting_bar() => return None,
            _ => (self.scene.x_px_from_sec(time.domain.start_sec), self.scene.x_px_from_sec(time.domain.end_sec)),
        };
        let window_px = self.scene.scale.width_px;
        let (start_px, end_px) = (start_px.max(-window_px), end_px.min(2.0 * window_px));
        (end_px - start_px > MIN_BAND_PX).then_some((start_px, end_px))
    }

    /// Gives the marks of what lasted their thin bars: in their rows, and where there is none left, on the mark's side.
    fn lengthen(&self, lane: &mut LaneScene, drawn: &[Drawn], rows: &Rows) {
        let up_px = |thin: u8| rows.thin_up_px(lane, thin);
        let rowed: Vec<(EventIx, f64)> =
            drawn.iter().filter_map(|it| Some((it.event, up_px(it.thin.filter(|_| !it.low)?)))).collect();
        for mark in &mut lane.marks {
            let Some(time) = stretch_of(self.as_of, mark.event).filter(Stretch::is_lasting_bar) else { continue };
            if let Some((_, up_px)) = rowed.iter().find(|(event, _)| *event == mark.event) {
                mark.up_px = *up_px;
            }
            let own = Drawn { event: mark.event, row: None, label: None, thin: None, low: mark.low };
            let bar = self.bar(&own, &time, mark.up_px);
            mark.label = mark.label.filter(|_| mark.x_px >= 0.0);
            mark.x_px = mark.x_px.max(bar.x_px);
            mark.thin = Some(Bar { width_px: bar.width_px.max(MIN_THIN_PX), ..bar });
        }
        lane.marks.retain(|mark| mark.thin.is_none_or(|thin| thin.x_px + thin.width_px > 0.0));
    }

    fn bar(&self, it: &Drawn, time: &Stretch, up_px: f64) -> Bar {
        let scale = &self.scene.scale;
        let open = self.as_of.is_open(it.event);
        let lasting = time.is_lasting_bar();
        let goes_on = lasting && time.end == Edge::Open;
        let start_px = self.scene.x_px_from_sec(time.domain.start_sec);
        let start_px = if lasting && time.start == Edge::Open { 0.0 } else { start_px };
        let end_px = match (goes_on, open) {
            (true, true) => scale.width_px,
            (true, false) => self.scene.known_px.unwrap_or(scale.width_px),
            (false, _) => self.scene.x_px_from_sec(time.domain.end_sec),
        };
        let (x_px, end_px) = (start_px.max(-1.0), end_px.min(scale.width_px + 1.0));
        Bar {
            event: it.event,
            x_px,
            width_px: end_px - x_px,
            up_px,
            label_px: it.label.map_or(0, |label| label.width_px),
            window: !lasting,
            goes_on,
        }
    }

    fn float(&self, it: &Drawn, row: Option<Row>, from_px: f64) -> Float {
        let row = match row {
            Some(Row::Float(row)) => f64::from(row),
            _ => 0.0,
        };
        Float {
            event: it.event,
            from_px,
            x_px: from_px + FLOAT_PX.0,
            up_px: FLOAT_PX.1 + row * FLOAT_STEP_PX,
            label_px: it.label.map(|label| label.width_px),
            flip: it.label.is_some_and(|label| label.flip),
        }
    }

    /// A plan in mid-air hangs higher than the stack that its label would cover.
    fn raise_floats(&self, lane: &mut LaneScene) {
        for float in &mut lane.floats {
            let reach_px = f64::from(float.label_px.unwrap_or_default()) + FLOAT_PX.0;
            let (before_px, after_px) = if float.flip { (reach_px, MIN_BAND_PX) } else { (MIN_BAND_PX, reach_px) };
            let covered = |mark: &&Mark| (float.x_px - before_px..=float.x_px + after_px).contains(&mark.x_px);
            let stacked_px = lane.marks.iter().filter(covered).map(|mark| mark.up_px).fold(0.0, f64::max);
            float.up_px += stacked_px;
        }
    }
}

/// Whether an event is drawn as a bar at a level, given a row for it.
pub(super) fn is_bar(scene: &Scene, time: &Stretch) -> bool {
    time.is_lasting_bar() && bar_level(Form::Lasting(time.domain)) <= scene.level
}
