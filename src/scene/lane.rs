//! Puts the events of one lane in their places.

use story::{EventIx, LaneIx, Status};
use timeline::{Anchor, BarKind, Domain, Item, Kind, LaneLayout, LaneOptions, Mark, TimeScale, arc, lay_out};

use super::{
    Float, Folded, LabelWidth, LaneScene, PlanArc,
    stretch::{Edge, Stretch, announced, announced_sec, place_sec},
};
use crate::known::Knowledge;

/// How far a date fades towards its unknown side, px.
const FADE_PX: f64 = 100.0;
/// A time that lasted is drawn as a bar from this width on; below it, as a mark.
const MIN_BAR_PX: f64 = 16.0;
/// Arcs shorter than this would hide under their marks, px.
const MIN_ARC_PX: f64 = 20.0;
/// Arcs rise at most so high above the baseline, px.
const MAX_ARC_PX: f64 = 38.0;
/// How far a plan without a date stands from the day it was announced, px to the side and upwards.
const FLOAT_PX: (f64, f64) = (26.0, 24.0);
/// How much higher each further plan without a date stands, px.
const FLOAT_STEP_PX: f64 = 34.0;
/// A settled plan this near to its outcome has no mark of its own: it is counted there, and its arc lands there, px.
const FOLD_PX: f64 = 40.0;
/// A bar of possible dates shorter than this hides under its mark, px.
const MIN_BAND_PX: f64 = 14.0;
/// The space around the label of a plan without a date, its mark included, px.
const FLOAT_PAD_PX: f64 = 24.0;
/// How much room a plan without a date needs above its mark, its label included, px.
const FLOAT_HEAD_PX: f64 = 26.0;

/// Where a place is in relation to the view.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Within,
    After,
}

/// Puts the events of one lane in their places.
pub(super) struct LaneBuilder<'a> {
    pub(super) known: &'a Knowledge,
    pub(super) scale: TimeScale,
    pub(super) known_sec: Option<f64>,
    pub(super) label_px: &'a dyn Fn(EventIx) -> LabelWidth,
}

impl LaneBuilder<'_> {
    pub(super) fn lane(&self, lane: Option<LaneIx>, events: &[EventIx]) -> LaneScene {
        let links: Vec<(EventIx, Option<EventIx>)> =
            events.iter().filter_map(|ix| self.link(*ix, events).map(|to| (*ix, to))).collect();
        let landings: Vec<EventIx> = links.iter().map(|(plan, to)| to.unwrap_or(*plan)).collect();
        let folding: Vec<(EventIx, EventIx)> = links
            .iter()
            .filter_map(|(plan, to)| to.filter(|to| self.folds(*plan, *to)).map(|to| (*plan, to)))
            .collect();
        let is_folded = |ix: &EventIx| folding.iter().any(|(plan, _)| plan == ix);
        let items: Vec<Item> =
            events.iter().filter(|ix| !is_folded(ix)).filter_map(|ix| self.item(*ix, landings.contains(ix))).collect();
        let arcs = links.iter().any(|(plan, to)| self.spans_view(*plan, to.unwrap_or(*plan)));
        let options = LaneOptions { known_sec: self.known_sec, arcs, head_px: 0.0 };
        let mut layout = lay_out(&items, &self.scale, &options);
        let floats = self.floats(events, &layout.marks);
        if !floats.is_empty() {
            let head_px = floats.iter().map(|float| float.up_px + FLOAT_HEAD_PX).fold(0.0, f64::max);
            layout = lay_out(&items, &self.scale, &LaneOptions { head_px, ..options });
        }
        let arcs: Vec<PlanArc> = links
            .iter()
            .filter_map(|(plan, to)| self.arc(*plan, to.unwrap_or(*plan), is_folded(plan), &layout))
            .collect();
        let mut lane = LaneScene { lane, layout, arcs, floats, folded: Vec::new() };
        self.fold(&mut lane, &folding);
        self.leave_out_floats(&mut lane);
        lane
    }

    /// Whether a settled plan is counted at its outcome: it had no date of its own, or the two marks would crowd.
    fn folds(&self, plan: EventIx, outcome: EventIx) -> bool {
        let Some(stretch) = Stretch::of_event(self.known, plan) else { return true };
        let bar = stretch.lasting && self.scale.px_from_secs(stretch.domain.len_secs()) >= MIN_BAR_PX;
        let to_sec = place_sec(self.known, outcome).unwrap_or(f64::MAX);
        !bar && self.scale.px_from_secs(to_sec - stretch.domain.middle_sec()).abs() < FOLD_PX
    }

    /// Counts the folded plans at their outcomes; one whose arc is drawn has the start of it for a mark.
    fn fold(&self, lane: &mut LaneScene, folding: &[(EventIx, EventIx)]) {
        for (plan, outcome) in folding.iter().copied() {
            let x_px = place_sec(self.known, outcome).map_or(0.0, |sec| self.scale.x_px_from_sec(sec));
            if let Some(mark) = lane.layout.marks.iter_mut().find(|mark| mark.key == outcome.0) {
                mark.more += 1;
            }
            if lane.arcs.iter().any(|arc| arc.plan == plan) {
                continue;
            }
            match self.side(x_px) {
                Side::Before => lane.layout.before += 1,
                Side::After => lane.layout.after += 1,
                Side::Within => lane.folded.push(Folded { plan, x_px }),
            }
        }
    }

    fn leave_out_floats(&self, lane: &mut LaneScene) {
        lane.layout.before += lane.floats.iter().filter(|float| self.side(float.x_px) == Side::Before).count();
        lane.layout.after += lane.floats.iter().filter(|float| self.side(float.x_px) == Side::After).count();
        lane.floats.retain(|float| self.side(float.x_px) == Side::Within);
    }

    fn side(&self, x_px: f64) -> Side {
        if x_px < 0.0 {
            Side::Before
        } else if x_px > self.scale.width_px {
            Side::After
        } else {
            Side::Within
        }
    }

    /// What a plan's arc leads to: the outcome in the same lane, or `None` inside for the plan's own mark.
    /// Nothing where there is no announcement or no mark to lead to.
    fn link(&self, plan: EventIx, events: &[EventIx]) -> Option<Option<EventIx>> {
        let event = self.known.record.bundle.event(plan);
        if event.status() == Status::Happened || announced_sec(self.known, plan).is_none() {
            return None;
        }
        let outcome = self.known.outcome(plan).filter(|ix| events.contains(ix));
        let dated = |ix: EventIx| self.known.record.bundle.event(ix).date().is_some();
        match outcome.filter(|ix| dated(*ix)) {
            Some(outcome) => Some(Some(outcome)),
            None if dated(plan) && (event.announced().is_some() || event.status().is_plan()) => Some(None),
            None => None,
        }
    }

    fn arc(&self, plan: EventIx, to: EventIx, folded: bool, layout: &LaneLayout) -> Option<PlanArc> {
        let announced = announced(self.known, plan)?;
        let from_px = self.scale.x_px_from_sec(announced.domain.middle_sec());
        // A mark that may lie before the announcement, or a bar too wide to point at, is no place to land.
        let reached = |ix: EventIx| self.landing(ix, layout).filter(|(x_px, _)| x_px - from_px >= MIN_ARC_PX);
        let (to_px, to_up_px) = reached(to).or_else(|| reached(plan))?;
        if to_px <= 0.0 || from_px >= self.scale.width_px {
            return None;
        }
        let event = self.known.record.bundle.event(plan);
        let fade_px = if announced.start == Edge::Fading { FADE_PX } else { 0.0 };
        let (start_px, end_px) = (
            self.scale.x_px_from_sec(announced.domain.start_sec) - fade_px,
            self.scale.x_px_from_sec(announced.domain.end_sec),
        );
        Some(PlanArc {
            plan,
            arc: arc(from_px, to_px, MAX_ARC_PX),
            open: self.known.is_open(plan),
            expected: event.status() == Status::Expected,
            is_mark: folded,
            to_up_px,
            announced_px: (end_px - start_px >= MIN_BAND_PX).then_some((start_px, end_px)),
            announced_before: announced.start == Edge::Fading,
        })
    }

    /// Whether an arc between a plan's announcement and an event could be seen.
    fn spans_view(&self, plan: EventIx, to: EventIx) -> bool {
        let ends = announced_sec(self.known, plan).zip(place_sec(self.known, to));
        ends.is_some_and(|(from, to)| {
            let (from_px, to_px) = (self.scale.x_px_from_sec(from), self.scale.x_px_from_sec(to));
            to_px > 0.0 && from_px < self.scale.width_px && to_px - from_px >= MIN_ARC_PX
        })
    }

    /// Where an arc lands on an event: on its mark, or at the start of the bar of what lasted; px along and upwards.
    fn landing(&self, ix: EventIx, layout: &LaneLayout) -> Option<(f64, f64)> {
        if let Some(mark) = layout.marks.iter().find(|mark| mark.key == ix.0) {
            return Some((mark.x_px, mark.up_px));
        }
        match layout.bars.iter().find(|bar| bar.key == ix.0) {
            Some(bar) => {
                let lasting = matches!(bar.kind, BarKind::Lasting { .. });
                (lasting && !bar.clipped_start).then_some((bar.x_px, bar.up_px))
            }
            None => {
                let x_px = self.scale.x_px_from_sec(Stretch::of_event(self.known, ix)?.domain.middle_sec());
                (self.side(x_px) != Side::Within).then_some((x_px, 0.0))
            }
        }
    }

    fn item(&self, ix: EventIx, landing: bool) -> Option<Item> {
        let stretch = Stretch::of_event(self.known, ix)?;
        let (kind, anchor, domain) = self.drawn(&stretch);
        let label = (self.label_px)(ix);
        Some(Item {
            key: ix.0,
            start_sec: domain.start_sec,
            end_sec: domain.end_sec,
            kind,
            anchor,
            rank: self.known.record.bundle.event(ix).rank(),
            label_px: label.wider_px,
            wide_label_px: label.one_line_px,
            settled: !self.known.is_open(ix),
            landing,
        })
    }

    /// How a stretch of time is drawn at this scale: an unknown side fades over a fixed length.
    fn drawn(&self, stretch: &Stretch) -> (Kind, Anchor, Domain) {
        let Domain { start_sec, end_sec } = stretch.domain;
        let wide = self.scale.px_from_secs(end_sec - start_sec) >= MIN_BAR_PX;
        let (open_start, open_end) = (stretch.start == Edge::Open, stretch.end == Edge::Open);
        let (fades_back, fades_on) = (stretch.start == Edge::Fading, stretch.end == Edge::Fading);
        if stretch.lasting && !fades_back && !fades_on && (wide || open_start) {
            return (Kind::Lasting { open_start, open_end }, Anchor::Start, stretch.domain);
        }
        let fade_secs = FADE_PX * self.scale.domain.len_secs() / self.scale.width_px;
        match (fades_back, fades_on) {
            (true, false) => (Kind::Point, Anchor::End, Domain { start_sec: end_sec - fade_secs, end_sec }),
            (false, true) => (Kind::Point, Anchor::Start, Domain { start_sec, end_sec: start_sec + fade_secs }),
            _ => (Kind::Point, Anchor::Middle, stretch.domain),
        }
    }

    /// The plans without a date that have not turned into anything with one, beside the day of their announcement.
    /// Each hangs higher than the stacks that its label would cover.
    fn floats(&self, events: &[EventIx], marks: &[Mark]) -> Vec<Float> {
        let mut floats: Vec<(Float, f64)> = Vec::new();
        for ix in events.iter().copied() {
            if self.known.record.bundle.event(ix).date().is_some() || self.link(ix, events).is_some() {
                continue;
            }
            let from_px = announced_sec(self.known, ix).map_or(0.0, |sec| self.scale.x_px_from_sec(sec));
            let x_px = from_px + FLOAT_PX.0;
            let width_px = (self.label_px)(ix).wider_px + FLOAT_PAD_PX;
            let flip = x_px + width_px > self.scale.width_px;
            let (left_px, right_px) = if flip { (x_px - width_px, x_px) } else { (x_px, x_px + width_px) };
            // Labels that overlap in time keep a row's distance in height.
            let taken = |up_px: f64| {
                floats.iter().any(|(other, end_px)| (other.up_px - up_px).abs() < FLOAT_STEP_PX && *end_px > left_px)
            };
            let under =
                marks.iter().filter(|mark| (left_px - MIN_BAND_PX..=right_px + MIN_BAND_PX).contains(&mark.x_px));
            let stacked_px = under.map(|mark| mark.up_px).fold(0.0, f64::max);
            let mut up_px = FLOAT_PX.1 + stacked_px;
            while taken(up_px) {
                up_px += FLOAT_STEP_PX;
            }
            floats.push((Float { event: ix, from_px, x_px, up_px, flip }, right_px));
        }
        floats.into_iter().map(|(float, _)| float).collect()
    }
}
