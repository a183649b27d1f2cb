//! Plans in a lane: which are counted at their outcome, and the arcs from announcement to outcome.
//!
//! A settled plan close to its outcome is counted there ("+1"), and its arc starts with its only mark; further away,
//! zoomed in, it has a mark of its own. A property test holds that no event gets lost at any zoom.

use story::{EventIx, Status};
use timeline::{Edge, MERGE_PX, arc};

use super::{
    LaneScene, MergedPlan, PlanArc, Scene,
    spread::{FADE_PX, MIN_BAND_PX, is_bar},
};
use crate::core::stretch::{announced, place_sec, stretch_of};

/// Arcs shorter than this would hide under their marks, px.
const MIN_ARC_PX: f64 = 20.0;
/// Arcs rise at most so high above the baseline, px.
const MAX_ARC_PX: f64 = 38.0;

/// The plans among the events that a lane draws one by one.
pub(super) struct Plans<'a> {
    scene: &'a Scene,
    /// Each plan that leads somewhere, and its outcome, if that is known and drawn in the lane.
    links: Vec<(EventIx, Option<EventIx>)>,
    /// Plans that have no mark of their own, and where they are counted.
    merged: Vec<(EventIx, EventIx)>,
}

impl<'a> Plans<'a> {
    /// The plans of a lane: those among the `events` that are drawn, and those of `all` whose arcs pass by.
    pub(super) fn new(scene: &'a Scene, all: &[EventIx], events: &[EventIx]) -> Self {
        let mut plans = Self { scene, links: Vec::new(), merged: Vec::new() };
        let beyond = all.iter().filter(|plan| !events.contains(plan));
        for plan in events.iter().chain(beyond).copied() {
            if let Some(to) = plans.link(plan) {
                plans.links.push((plan, to));
                let merged = to.filter(|to| events.contains(&plan) && plans.merges(plan, *to));
                plans.merged.extend(merged.map(|to| (plan, to)));
            }
        }
        plans
    }

    /// Whether a plan has no mark of its own.
    pub(super) fn is_merged(&self, ix: EventIx) -> bool {
        self.merged.iter().any(|(plan, _)| *plan == ix)
    }

    /// How many plans are counted at an event.
    pub(super) fn merged_at(&self, ix: EventIx) -> u32 {
        self.merged.iter().filter(|(_, outcome)| *outcome == ix).count() as u32
    }

    /// Whether an arc lands on an event.
    pub(super) fn is_landing(&self, ix: EventIx) -> bool {
        self.links.iter().any(|(plan, to)| to.unwrap_or(*plan) == ix)
    }

    /// Draws the arcs, and what is merged and has no arc.
    pub(super) fn draw(&self, lane: &mut LaneScene) {
        lane.arcs = self.links.iter().filter_map(|(plan, to)| self.arc(*plan, to.unwrap_or(*plan), lane)).collect();
        let drawn = |plan: EventIx| lane.arcs.iter().any(|arc| arc.plan == plan);
        let left = self.merged.iter().filter(|(plan, _)| !drawn(*plan));
        let place_px = |plan: EventIx, outcome: EventIx| {
            let to_px = self.x_px(outcome);
            if (0.0..=self.scene.scale.width_px).contains(&to_px) { to_px } else { self.x_px(plan) }
        };
        lane.merged = left.map(|(plan, outcome)| MergedPlan { plan: *plan, x_px: place_px(*plan, *outcome) }).collect();
    }

    /// What a plan's arc leads to: the outcome in the same lane, or `None` inside for the plan's own mark. Nothing
    /// where there is no announcement or no mark to lead to.
    fn link(&self, plan: EventIx) -> Option<Option<EventIx>> {
        let as_of = &*self.scene.sources.as_of;
        let record = &as_of.record;
        let event = record.bundle.event(plan);
        if event.status() == Status::Happened || announced(as_of, plan).is_none() {
            return None;
        }
        let dated = |ix: EventIx| record.bundle.event(ix).date().is_some();
        let here = |ix: EventIx| record.lane_of(ix) == record.lane_of(plan);
        match as_of.outcome(plan).filter(|ix| here(*ix) && dated(*ix)) {
            Some(outcome) => Some(Some(outcome)),
            None if dated(plan) && (event.announced().is_some() || event.status().is_plan()) => Some(None),
            None => None,
        }
    }

    /// Whether a settled plan is counted at its outcome: it had no date of its own, or the two marks would crowd.
    fn merges(&self, plan: EventIx, outcome: EventIx) -> bool {
        let Some(time) = stretch_of(&self.scene.sources.as_of, plan) else { return true };
        let apart_px = (self.x_px(outcome) - self.x_px(plan)).abs();
        !is_bar(self.scene, &time) && apart_px < MERGE_PX
    }

    fn x_px(&self, ix: EventIx) -> f64 {
        place_sec(&self.scene.sources.as_of, ix).map_or(0.0, |sec| self.scene.x_px_from_sec(sec))
    }

    fn arc(&self, plan: EventIx, to: EventIx, lane: &LaneScene) -> Option<PlanArc> {
        let as_of = &*self.scene.sources.as_of;
        let announced = announced(as_of, plan)?;
        let from_px = self.scene.x_px_from_sec(announced.domain.middle_sec());
        // A mark that may lie before the announcement, or a bar too wide to point at, is no place to land.
        let reached = |ix: EventIx| self.landing(ix, lane).filter(|(x_px, _)| x_px - from_px >= MIN_ARC_PX);
        let (to_px, to_up_px) = reached(to).or_else(|| reached(plan))?;
        if to_px <= 0.0 || from_px >= self.scene.scale.width_px {
            return None;
        }
        let fade_px = if announced.start == Edge::Fading { FADE_PX } else { 0.0 };
        let start_px = self.scene.x_px_from_sec(announced.domain.start_sec) - fade_px;
        let end_px = self.scene.x_px_from_sec(announced.domain.end_sec);
        Some(PlanArc {
            plan,
            arc: arc(from_px, to_px, MAX_ARC_PX),
            open: as_of.is_open(plan),
            expected: as_of.record.bundle.event(plan).status() == Status::Expected,
            is_mark: self.is_merged(plan),
            to_up_px,
            announced_px: (end_px - start_px >= MIN_BAND_PX).then_some((start_px, end_px)),
            announced_before: announced.start == Edge::Fading,
        })
    }

    /// Where an arc lands on an event: on its mark, or at the start of the bar of what lasted; px along and upwards.
    fn landing(&self, ix: EventIx, lane: &LaneScene) -> Option<(f64, f64)> {
        if let Some(mark) = lane.marks.iter().find(|mark| mark.event == ix) {
            return (!mark.low).then_some((mark.x_px, mark.up_px));
        }
        if let Some(bar) = lane.bars.iter().find(|bar| bar.event == ix) {
            return (!bar.window && bar.x_px >= 0.0).then_some((bar.x_px, bar.up_px));
        }
        let x_px = self.x_px(ix);
        let beyond = !(0.0..=self.scene.scale.width_px).contains(&x_px);
        (beyond && stretch_of(&self.scene.sources.as_of, ix).is_some()).then_some((x_px, 0.0))
    }
}
