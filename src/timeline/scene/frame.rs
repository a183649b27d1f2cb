//! One frame: how a scene is moved and stretched to fill the view, and what lies beyond the view's edges.

use story::EventIx;
use timeline::{Domain, TimeScale};

use super::{Grid, Scene};
use crate::core::stretch::place_sec;

/// A picture is stretched by no more than this.
const MAX_STRETCH: f64 = 1.4;

/// A scene in a view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// From axis seconds to px of the view.
    pub scale: TimeScale,
    /// How many px of the view a px of the scene takes.
    pub zoom: f64,
    /// Where the scene begins, px of the view.
    pub x_px: f64,
    /// How the layers of the scene count.
    grid: Grid,
}

impl Frame {
    /// A scene in a view over so many px.
    #[must_use]
    pub fn new(scene: &Scene, view: Domain, width_px: f64) -> Self {
        let scale = TimeScale { domain: view, width_px };
        let zoom = scale.px_from_secs(1.0) / scene.scale.px_from_secs(1.0);
        Self { scale, zoom, x_px: scale.x_px_from_sec(scene.scale.domain.start_sec), grid: scene.grid }
    }

    /// Whether places that were spread so far may be stretched to where they belong, for a moment: to move each label
    /// takes many times as long.
    #[must_use]
    pub fn may_stretch_from(&self, spread: f64) -> bool {
        (1.0 / MAX_STRETCH..=MAX_STRETCH).contains(&(self.zoom / spread))
    }

    /// Where a place of the scene is in the view, px.
    #[must_use]
    pub fn px_from_scene_px(&self, x_px: f64) -> f64 {
        self.x_px + x_px * self.zoom
    }

    /// Where a layer of the scene stands in the view, px.
    #[must_use]
    pub fn layer_px(&self) -> f64 {
        self.x_px - self.grid.origin_px() * self.zoom
    }

    /// How many events that match lie before the view and how many after it; what only reaches into it is in it.
    #[must_use]
    pub fn beyond(&self, scene: &Scene, matches: &dyn Fn(EventIx) -> bool) -> (usize, usize) {
        let axis_breaks = &scene.sources.axis_breaks;
        let view = axis_breaks.sec_from_domain(self.scale.domain);
        let bundle = &scene.sources.as_of.record.bundle;
        let (mut before, mut after) = (0, 0);
        for (at, tally) in scene.sources.tally.lanes.iter().enumerate() {
            let series = bundle.lane_events(at);
            let (start, end) = (series.before(view.start_sec.floor()), series.before(view.end_sec.ceil()));
            before += tally.count(0, start).matching as usize;
            after += tally.count(end, series.len()).matching as usize;
        }
        let thin = scene.lanes.iter().flat_map(|lane| &lane.marks).filter_map(|mark| mark.thin.as_ref());
        let bars = scene.lanes.iter().flat_map(|lane| &lane.bars).chain(thin);
        let reaching = bars.filter(|bar| {
            let end_px = self.px_from_scene_px(bar.x_px + bar.width_px);
            let placed = place_sec(&scene.sources.as_of, bar.event);
            end_px >= 0.0 && matches(bar.event) && placed.is_some_and(|sec| sec < view.start_sec.floor())
        });
        (before - reaching.count().min(before), after)
    }
}
