//! How what stands in a lane is drawn: marks in their stacks, bars, thin bars and bands, plans in mid-air, and what is counted.

use story::EventIx;
use timeline::{Edge, LEVEL_PX, Row, Standing, Stretch, stack};

use super::{Drawn, LaneBuilder};
use crate::{
    core::stretch::stretch_of,
    timeline::scene::{
        Bar, Float, LaneScene, Mark,
        arcs::Plans,
        rows::{FLOAT_STEP_PX, Rows},
        spread::{FADE_PX, MIN_BAND_PX},
    },
};

/// How far a plan without a date stands from the day it was announced, px to the side and upwards.
const FLOAT_PX: (f64, f64) = (26.0, 24.0);
/// What lasted is drawn no shorter, px: what shows of it beside its mark.
const MIN_THIN_PX: f64 = 18.0;
/// Among what is counted, what lasted is drawn from this length on, px.
const MIN_SPAN_PX: f64 = 8.0;

impl LaneBuilder<'_> {
    /// What lasted among what is counted, as lines of one picture.
    pub(super) fn span(&self, lane: &mut LaneScene, counted: &[Drawn], rows: &Rows) {
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
    pub(super) fn fill(&self, lane: &mut LaneScene, drawn: &[Drawn], rows: &Rows) {
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
            (true, false) => self.scene.as_of_px.unwrap_or(scale.width_px),
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
