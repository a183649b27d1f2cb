//! Puts the events of one lane in their places.

mod shapes;

use bundle::PlacementRowRef;
use story::EventIx;
use timeline::{CLUSTER, Row};

use super::{
    Label, LaneScene, Scene,
    cluster::{Cluster, Regions},
    rows::Rows,
};
use crate::core::as_of::RecordAsOf;
use crate::core::stretch::{place_sec, stretch_of};

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
        // Bars and plans in mid-air are named where they are.
        let is_mark = |it: &Drawn| !matches!(it.row, Some(Row::Bar(_))) && stretch_of(self.as_of, it.event).is_some();
        let in_use = Rows::of(in_use).with_name(drawn.iter().any(is_mark));
        let rows = before.map_or(in_use, |before| before.most(in_use));
        rows.measure(&mut built, tally.may_have_plans());
        self.fill(&mut built, &drawn, &rows);
        self.span(&mut built, &counted, &rows);
        Rows::make_room_below_name(&mut built);
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

    fn x_px(&self, ix: EventIx) -> f64 {
        place_sec(self.as_of, ix).map_or(self.scene.scale.width_px, |sec| self.scene.x_px_from_sec(sec))
    }
}
