//! Stretches of a lane that hold too many events to draw one by one: bars that count them, and a bracket that opens.

use bundle::Series;
use story::EventIx;
use timeline::{AxisBreaks, Domain, LOOSE, Level, MIN_LEN_SECS, REGION_PX, TimeScale, region_of, region_start_sec};

use super::{
    LaneScene, Scene,
    tally::{Count, LaneTally},
};
use crate::core::state::Listed;

/// How much more than its events the view shows that a cluster opens to, as a part of them.
const MARGIN: f64 = 0.08;

/// How many columns a region has.
const COLUMNS: usize = 48;

/// A region of a lane whose events are counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// The number of the region at the scene's level.
    pub region: i64,
    /// Where it begins, px.
    pub x_px: f64,
    /// How wide it is, px.
    pub width_px: f64,
    /// The event by which it is known: its first that is drawn nowhere else; `None` in a lane that is closed.
    pub key: Option<EventIx>,
    /// The first of its events and the first after them, by their position in the lane.
    pub range: (usize, usize),
    /// What it holds.
    pub count: Count,
    /// The bars: where each stands, px, and what it counts; empty ones left out.
    pub columns: Vec<(f64, Count)>,
}

impl Cluster {
    /// How wide a bar is, px, with the air after it.
    #[must_use]
    pub fn column_px(&self) -> f64 {
        self.width_px / COLUMNS as f64
    }
}

impl Scene {
    /// The first and the last second at which the events of a cluster stand.
    #[must_use]
    pub fn cluster_secs(&self, lane: &LaneScene, cluster: &Cluster) -> (i64, i64) {
        let series = self.sources.as_of.record.bundle.lane_events(lane.at(&self.sources.as_of));
        let (from, to) = cluster.range;
        (series.sec(from), series.sec(to.saturating_sub(1)))
    }

    /// The stretch of the axis to which a cluster opens; `None` where all of it stands at one place.
    #[must_use]
    pub fn opening(&self, lane: &LaneScene, cluster: &Cluster) -> Option<Domain> {
        let (first_sec, last_sec) = self.cluster_secs(lane, cluster);
        let real = Domain { start_sec: first_sec as f64, end_sec: last_sec as f64 };
        let axis = self.sources.axis_breaks.axis_from_domain(real);
        let margin_secs = axis.len_secs() * MARGIN;
        (axis.len_secs() > MIN_LEN_SECS)
            .then_some(Domain { start_sec: axis.start_sec - margin_secs, end_sec: axis.end_sec + margin_secs })
    }

    /// A cluster as it is listed.
    #[must_use]
    pub fn listed(&self, lane: &LaneScene, cluster: &Cluster) -> Listed {
        Listed::new(lane.at(&self.sources.as_of), cluster.range.0, cluster.range.1)
    }
}

/// The events of a lane in a window, region by region.
pub(super) struct Regions<'a> {
    pub(super) series: Series<'a>,
    pub(super) tally: &'a LaneTally,
    pub(super) scale: &'a TimeScale,
    pub(super) axis_breaks: &'a AxisBreaks,
    pub(super) level: Level,
    /// The most events that a region draws one by one.
    pub(super) single: usize,
}

impl Regions<'_> {
    /// What is counted, and the positions of what is drawn one by one. `named` says how many events of a stretch of
    /// positions have a place of their own.
    pub(super) fn split(&self, named: &dyn Fn(usize, usize) -> usize) -> (Vec<Cluster>, Vec<usize>) {
        let (mut clusters, mut single) = (Vec::new(), Vec::new());
        self.each(&mut |region, (from, to), count| {
            let all = count.all as usize;
            // A single one costs no more than a bracket that says "1".
            if all > self.single.max(1) || all.saturating_sub(named(from, to)) > LOOSE {
                clusters.push(self.cluster(region, (from, to), count));
            } else {
                single.extend(from..to);
            }
        });
        (clusters, single)
    }

    /// All of a window counted: a lane that is closed.
    pub(super) fn all(&self) -> Vec<Cluster> {
        let mut clusters = Vec::new();
        self.each(&mut |region, range, count| clusters.push(self.cluster(region, range, count)));
        clusters
    }

    /// The regions of the window that hold anything known: each with its number, its positions and what it holds.
    fn each(&self, each: &mut dyn FnMut(i64, (usize, usize), Count)) {
        let domain = self.scale.domain;
        let (first, last) = (region_of(domain.start_sec, self.level), region_of(domain.end_sec, self.level));
        let mut from = self.before(0, region_start_sec(first, self.level));
        for region in first..=last {
            let to = self.before(from, region_start_sec(region + 1, self.level));
            let count = self.tally.count(from, to);
            if count.all > 0 {
                each(region, (from, to), count);
            }
            from = to;
        }
    }

    fn cluster(&self, region: i64, (from, to): (usize, usize), count: Count) -> Cluster {
        let start_sec = region_start_sec(region, self.level);
        let column_secs = (region_start_sec(region + 1, self.level) - start_sec) / COLUMNS as f64;
        let mut columns = Vec::new();
        let mut at = from;
        for column in 0..COLUMNS {
            if at == to {
                break;
            }
            let column_sec = start_sec + column as f64 * column_secs;
            let end = if column + 1 == COLUMNS { to } else { self.before(at, column_sec + column_secs).min(to) };
            let counted = self.tally.count(at, end);
            if counted.all > 0 {
                columns.push((self.scale.x_px_from_sec(column_sec), counted));
            }
            at = end;
        }
        let x_px = self.scale.x_px_from_sec(start_sec);
        Cluster { region, x_px, width_px: REGION_PX, key: None, range: (from, to), count, columns }
    }

    /// How many events of the lane stand before a second of the axis.
    fn before(&self, from: usize, axis_sec: f64) -> usize {
        self.series.before_from(from, self.axis_breaks.sec_from_axis(axis_sec).ceil())
    }
}
