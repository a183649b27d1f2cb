//! What the timeline shows for a record and a view: places in px, worked out without the page.

mod lane;
mod stretch;

use story::{EventIx, LaneIx, QuoteIx};
use timeline::{Arc, Domain, LaneLayout, Tick, TimeScale, Unit, columns, ticks};

pub use self::stretch::{Edge, Stretch, place_sec, revealing};
use self::{lane::LaneBuilder, stretch::middle_sec};
use crate::known::Knowledge;

/// The least distance between two labels of the axis, px.
const TICK_GAP_PX: f64 = 64.0;
/// The width of a column of quote ticks, px.
const COLUMN_PX: f64 = 7.0;

/// How wide a label is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelWidth {
    /// The wider of its two lines, px.
    pub wider_px: f64,
    /// Both in one line, px.
    pub one_line_px: f64,
}

/// The timeline of one record in one view.
pub struct Scene {
    /// From time to px.
    pub scale: TimeScale,
    /// The unit of the axis.
    pub unit: Unit,
    /// The ticks of the axis and where they stand, px.
    pub ticks: Vec<(Tick, f64)>,
    /// Where the record ends, px; `None` where no source has a date.
    pub known_px: Option<f64>,
    /// The lanes, top to bottom.
    pub lanes: Vec<LaneScene>,
    /// How many events lie before the view.
    pub before: usize,
    /// How many events lie after the view.
    pub after: usize,
}

/// One lane of the timeline.
pub struct LaneScene {
    /// The lane; `None` for the events that name none.
    pub lane: Option<LaneIx>,
    /// Where marks, bars and labels stand. Keys are event indices.
    pub layout: LaneLayout,
    /// From plans to what became of them.
    pub arcs: Vec<PlanArc>,
    /// Plans that have no date.
    pub floats: Vec<Float>,
    /// Settled plans that are counted at their outcome and have no mark at all.
    pub folded: Vec<Folded>,
}

/// A settled plan that is counted at its outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Folded {
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
pub struct Float {
    /// The plan.
    pub event: EventIx,
    /// Where it was announced, px.
    pub from_px: f64,
    /// Where its mark stands, px.
    pub x_px: f64,
    /// How high above the baseline, px.
    pub up_px: f64,
    /// Whether its label stands on its left.
    pub flip: bool,
}

impl Scene {
    /// The timeline of a record in a view of so many px; `label_px` is the width of an event's label.
    #[must_use]
    pub fn new(known: &Knowledge, domain: Domain, width_px: f64, label_px: &dyn Fn(EventIx) -> LabelWidth) -> Self {
        let scale = TimeScale { domain, width_px };
        let axis = ticks(domain, width_px, TICK_GAP_PX);
        let record = &known.record;
        let known_sec = known.end_sec().map(|sec| sec as f64);
        let mut scene = Self {
            scale,
            unit: axis.unit,
            ticks: axis.ticks.into_iter().map(|tick| (tick, scale.x_px_from_sec(tick.at_sec()))).collect(),
            known_px: known_sec.map(|sec| scale.x_px_from_sec(sec)),
            lanes: Vec::new(),
            before: 0,
            after: 0,
        };
        // The lanes as authored, then the events without one.
        for lane in record.bundle.lanes().map(Some).chain([None]) {
            let events: Vec<EventIx> = known.events_by_time().filter(|ix| record.lane_of(*ix) == lane).collect();
            if events.is_empty() && lane.is_none() {
                continue;
            }
            let lane = LaneBuilder { known, scale, known_sec, label_px }.lane(lane, &events);
            scene.before += lane.layout.before;
            scene.after += lane.layout.after;
            scene.lanes.push(lane);
        }
        scene
    }

    /// The events that the view shows, lane by lane.
    #[must_use]
    pub fn shown(&self) -> Vec<EventIx> {
        self.lanes.iter().flat_map(LaneScene::shown).collect()
    }

    /// Where the mark of an event stands, px; `None` where the view does not show it.
    #[must_use]
    pub fn x_px(&self, ix: EventIx) -> Option<f64> {
        self.lanes.iter().find_map(|lane| lane.x_px(ix))
    }

    /// How many events the view shows.
    #[must_use]
    pub fn in_view(&self, known: &Knowledge) -> usize {
        known.event_count().saturating_sub(self.before.saturating_add(self.after))
    }
}

impl LaneScene {
    /// The events that the lane shows.
    pub fn shown(&self) -> impl Iterator<Item = EventIx> + '_ {
        let marks = self.layout.marks.iter().map(|mark| EventIx(mark.key));
        let bars = self.layout.bars.iter().map(|bar| EventIx(bar.key));
        let starts = self.arcs.iter().filter(|arc| arc.is_mark).map(|arc| arc.plan);
        let folded = self.folded.iter().map(|folded| folded.plan);
        marks.chain(bars).chain(starts).chain(self.floats.iter().map(|float| float.event)).chain(folded)
    }

    fn x_px(&self, ix: EventIx) -> Option<f64> {
        let marks = self.layout.marks.iter().map(|mark| (mark.key, mark.x_px));
        let bars = self.layout.bars.iter().map(|bar| (bar.key, bar.label_x_px.unwrap_or(bar.x_px)));
        let starts = self.arcs.iter().filter(|arc| arc.is_mark).map(|arc| (arc.plan.0, arc.arc.x0_px));
        let floats = self.floats.iter().map(|float| (float.event.0, float.x_px));
        let folded = self.folded.iter().map(|folded| (folded.plan.0, folded.x_px));
        let mut all = marks.chain(bars).chain(starts).chain(floats).chain(folded);
        all.find_map(|(key, x_px)| (key == ix.0).then_some(x_px))
    }
}

/// Some of the quotes by the day they were said: where each column stands, px, and how many it holds.
#[must_use]
pub fn quote_columns(known: &Knowledge, scale: &TimeScale, counts: &dyn Fn(QuoteIx) -> bool) -> Vec<(f64, u32)> {
    let bundle = &known.record.bundle;
    let quotes = bundle.quotes().filter(|ix| known.knows_quote(*ix) && counts(*ix));
    let said = quotes.filter_map(|ix| bundle.quote(ix).said());
    let secs = said.filter_map(|when| middle_sec(known, &when));
    let columns = columns(secs, scale, COLUMN_PX).into_iter().enumerate().filter(|(_, count)| *count > 0);
    columns.map(|(at, count)| (at as f64 * COLUMN_PX, count)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        record::Record,
        testing::{self, event},
    };
    use proptest::prelude::*;
    use std::rc::Rc;
    use timeline::Mark;

    const LABEL: LabelWidth = LabelWidth { wider_px: 120.0, one_line_px: 200.0 };

    fn scene(record: &Rc<Record>, from: &str, to: &str) -> Scene {
        let day = |text: &str| {
            let when = compile::date::parse(text).expect("the date is valid");
            when.earliest_sec().expect("it has a beginning") as f64
        };
        Scene::new(
            &Knowledge::latest(Rc::clone(record)),
            Domain { start_sec: day(from), end_sec: day(to) },
            1_000.0,
            &|_| LABEL,
        )
    }

    fn mark(scene: &Scene, ix: EventIx) -> Option<&Mark> {
        scene.lanes.iter().flat_map(|lane| &lane.layout.marks).find(|mark| mark.key == ix.0)
    }

    #[test]
    fn a_settled_plan_beside_its_outcome_is_counted_there() {
        let record = Rc::new(testing::record());
        let (plan, outcome) = (event(&record, "to-open"), event(&record, "opened"));
        let far = scene(&record, "2022", "2025");
        assert!(mark(&far, plan).is_none());
        assert_eq!(mark(&far, outcome).map(|mark| mark.more), Some(1));
        let arc = far.lanes[0].arcs.iter().find(|arc| arc.plan == plan).expect("its arc is drawn");
        assert!(arc.is_mark, "the start of the arc is all the mark the plan has");
        let near = scene(&record, "2024-04-25", "2024-05-10");
        assert!(mark(&near, plan).is_some(), "zoomed in, the two stand apart");
    }

    #[test]
    fn an_arc_leads_from_the_announcement_to_the_outcome() {
        let record = Rc::new(testing::record());
        let scene = scene(&record, "2023", "2024");
        let plan = event(&record, "to-be-painted");
        let arc = scene.lanes[0].arcs.iter().find(|arc| arc.plan == plan).expect("its arc is drawn");
        let painted = mark(&scene, event(&record, "painted")).expect("the outcome is drawn");
        assert!((arc.arc.x1_px - painted.x_px).abs() < 1.0);
        assert!(arc.arc.x0_px > 20.0 && arc.arc.x0_px < 40.0, "10 January is 2.6 % into the year");
        assert!(!arc.open);
    }

    #[test]
    fn an_open_plan_without_a_date_hangs_beside_its_announcement() {
        let record = Rc::new(testing::record());
        let scene = scene(&record, "2024-01", "2024-12");
        let floats = &scene.lanes[1].floats;
        assert_eq!(floats.len(), 1);
        assert_eq!(floats[0].event, event(&record, "to-be-widened"));
        assert!(scene.lanes[1].arcs.is_empty(), "it has not landed");
    }

    #[test]
    fn what_lies_beyond_the_view_is_counted_on_its_side() {
        let record = Rc::new(testing::record());
        let scene = scene(&record, "2024-01", "2024-03");
        assert_eq!(scene.after, 2, "the opening, and the hope for more");
        assert_eq!(scene.shown(), [event(&record, "to-open")], "its arc passes through");
        assert_eq!(
            scene.in_view(&Knowledge::latest(Rc::clone(&record))) + scene.before + scene.after,
            record.bundle.event_count()
        );
    }

    proptest! {
        #[test]
        fn every_event_is_shown_once_or_counted_at_every_zoom(
            start in 0.0..1.0_f64, len in 0.000_1..1.0_f64, width_px in 300.0..2_000.0_f64,
        ) {
            for record in [Rc::new(testing::record()), testing::embedded()] {
                let known = Knowledge::latest(record);
                let span = crate::first_view::span(&known);
                let start_sec = span.start_sec + start * span.len_secs();
                let domain = Domain { start_sec, end_sec: start_sec + (len * span.len_secs()).max(1_000.0) };
                let scene = Scene::new(&known, domain, width_px, &|_| LABEL);
                let mut shown = scene.shown();
                prop_assert_eq!(shown.len() + scene.before + scene.after, known.event_count());
                shown.sort_unstable();
                shown.dedup();
                prop_assert_eq!(shown.len(), scene.shown().len(), "one of them twice");
            }
        }
    }
}
