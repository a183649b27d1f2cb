//! What the timeline shows for a record and a view: places in px, worked out without the page.

use story::{DAY_SECS, End, EventIx, LaneIx, QuoteIx, Shape, Status, When, sec_from_day};
use timeline::{
    Anchor, Arc, BarKind, Domain, Item, Kind, LaneLayout, LaneOptions, Mark, Tick, TimeScale, Unit, arc, columns,
    lay_out, ticks,
};

use crate::record::Record;

/// How far a date fades towards its unknown side, px.
const FADE_PX: f64 = 100.0;
/// A time that lasted is drawn as a bar from this width on; below it, as a mark.
const MIN_BAR_PX: f64 = 16.0;
/// The least distance between two labels of the axis, px.
const TICK_GAP_PX: f64 = 64.0;
/// Arcs shorter than this would hide under their marks, px.
const MIN_ARC_PX: f64 = 20.0;
/// A settled plan this near to its outcome has no mark of its own: it is counted there, and its arc lands there, px.
const FOLD_PX: f64 = 40.0;
/// A bar of possible dates shorter than this hides under its mark, px.
const MIN_BAND_PX: f64 = 14.0;
/// Arcs rise at most so high above the baseline, px.
const MAX_ARC_PX: f64 = 38.0;
/// How far a plan without a date stands from the day it was announced, px to the side and upwards.
const FLOAT_PX: (f64, f64) = (26.0, 24.0);
/// How much higher each further plan without a date stands, px.
const FLOAT_STEP_PX: f64 = 34.0;
/// How much room a plan without a date needs above its mark, its label included, px.
const FLOAT_HEAD_PX: f64 = 26.0;
/// The width of a column of quote ticks, px.
const COLUMN_PX: f64 = 7.0;
/// The space around the label of a plan without a date, its mark included, px.
const FLOAT_PAD_PX: f64 = 24.0;

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

/// Where an event lies in time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// Its time, seconds.
    pub domain: Domain,
    /// Whether the earlier side is open or unknown.
    pub open_start: bool,
    /// Whether the later side is open or unknown.
    pub open_end: bool,
    /// Whether it filled that time.
    pub lasting: bool,
}

impl Stretch {
    /// Where an event lies in time; `None` for a plan without a date.
    #[must_use]
    pub fn of_event(record: &Record, ix: EventIx) -> Option<Self> {
        Self::of(&record.bundle.event(ix).date()?, record.known_day)
    }

    /// Where a date lies in time. What goes on reaches to the end of the record.
    #[must_use]
    pub fn of(when: &When, known_day: Option<i64>) -> Option<Self> {
        let (start, end) = (when.earliest_sec(), when.latest_sec());
        let lasting = matches!(when.shape, Shape::Interval);
        let goes_on = lasting && matches!(when.last, End::Open);
        let known_sec = known_day.map(|day| sec_from_day(day) + DAY_SECS);
        let end = end.map(|sec| sec.saturating_add(1)).or(if goes_on { known_sec.max(start) } else { None });
        let (start_sec, end_sec) = match (start, end) {
            (Some(start), Some(end)) => (start, end),
            (Some(start), None) => (start, start),
            (None, Some(end)) => (end, end),
            (None, None) => return None,
        };
        Some(Self {
            domain: Domain { start_sec: start_sec as f64, end_sec: end_sec.max(start_sec) as f64 },
            open_start: start.is_none(),
            open_end: when.latest_sec().is_none(),
            lasting,
        })
    }
}

/// The day that stands for a date where one is needed: its middle, seconds.
fn middle_sec(when: &When, known_day: Option<i64>) -> Option<f64> {
    Stretch::of(when, known_day).map(|stretch| stretch.domain.middle_sec())
}

/// When a plan was announced, else when it was first reported.
fn announced(record: &Record, plan: EventIx) -> Option<Stretch> {
    let event = record.bundle.event(plan);
    let when = event.announced().or_else(|| event.known_from())?;
    Stretch::of(&when, record.known_day)
}

/// The middle of the time at which a plan was announced, seconds.
#[must_use]
pub fn announced_sec(record: &Record, plan: EventIx) -> Option<f64> {
    announced(record, plan).map(|stretch| stretch.domain.middle_sec())
}

/// Where an event stands in the order of time, seconds; a plan without a date by its announcement.
#[must_use]
pub fn place_sec(record: &Record, ix: EventIx) -> Option<f64> {
    let dated = record.bundle.event(ix).date().and_then(|when| middle_sec(&when, record.known_day));
    dated.or_else(|| announced_sec(record, ix))
}

impl Scene {
    /// The timeline of a record in a view of so many px; `label_px` is the width of an event's label.
    #[must_use]
    pub fn new(record: &Record, domain: Domain, width_px: f64, label_px: &dyn Fn(EventIx) -> LabelWidth) -> Self {
        let scale = TimeScale { domain, width_px };
        let axis = ticks(domain, width_px, TICK_GAP_PX);
        let known_sec = record.known_day.map(|day| (sec_from_day(day) + DAY_SECS) as f64);
        let mut scene = Self {
            scale,
            unit: axis.unit,
            ticks: axis.ticks.into_iter().map(|tick| (tick, scale.x_px_from_sec(tick.sec as f64))).collect(),
            known_px: known_sec.map(|sec| scale.x_px_from_sec(sec)),
            lanes: Vec::new(),
            before: 0,
            after: 0,
        };
        // The lanes as authored, then the events without one.
        for lane in record.bundle.lanes().map(Some).chain([None]) {
            let events: Vec<EventIx> =
                record.bundle.events_by_time().filter(|ix| record.bundle.event(*ix).lane() == lane).collect();
            if events.is_empty() && lane.is_none() {
                continue;
            }
            let lane = LaneBuilder { record, scale, known_sec, label_px }.lane(lane, &events);
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
    pub fn in_view(&self, record: &Record) -> usize {
        record.bundle.event_count().saturating_sub(self.before + self.after)
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
pub fn quote_columns(record: &Record, scale: &TimeScale, counts: &dyn Fn(QuoteIx) -> bool) -> Vec<(f64, u32)> {
    let said = record.bundle.quotes().filter(|ix| counts(*ix)).filter_map(|ix| record.bundle.quote(ix).said());
    let secs = said.filter_map(|when| middle_sec(&when, record.known_day));
    let columns = columns(secs, scale, COLUMN_PX).into_iter().enumerate().filter(|(_, count)| *count > 0);
    columns.map(|(at, count)| (at as f64 * COLUMN_PX, count)).collect()
}

/// Where a place is in relation to the view.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Within,
    After,
}

/// Puts the events of one lane in their places.
struct LaneBuilder<'a> {
    record: &'a Record,
    scale: TimeScale,
    known_sec: Option<f64>,
    label_px: &'a dyn Fn(EventIx) -> LabelWidth,
}

impl LaneBuilder<'_> {
    fn lane(&self, lane: Option<LaneIx>, events: &[EventIx]) -> LaneScene {
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
        let Some(stretch) = Stretch::of_event(self.record, plan) else { return true };
        let bar = stretch.lasting && self.scale.px_from_secs(stretch.domain.len_secs()) >= MIN_BAR_PX;
        let to_sec = place_sec(self.record, outcome).unwrap_or(f64::MAX);
        !bar && self.scale.px_from_secs(to_sec - stretch.domain.middle_sec()).abs() < FOLD_PX
    }

    /// Counts the folded plans at their outcomes; one whose arc is drawn has the start of it for a mark.
    fn fold(&self, lane: &mut LaneScene, folding: &[(EventIx, EventIx)]) {
        for (plan, outcome) in folding.iter().copied() {
            let x_px = place_sec(self.record, outcome).map_or(0.0, |sec| self.scale.x_px_from_sec(sec));
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
        let event = self.record.bundle.event(plan);
        if event.status() == Status::Happened || announced_sec(self.record, plan).is_none() {
            return None;
        }
        let outcome = self.record.outcome(plan).filter(|ix| events.contains(ix));
        let dated = |ix: EventIx| self.record.bundle.event(ix).date().is_some();
        match outcome.filter(|ix| dated(*ix)) {
            Some(outcome) => Some(Some(outcome)),
            None if dated(plan) && (event.announced().is_some() || event.status().is_plan()) => Some(None),
            None => None,
        }
    }

    fn arc(&self, plan: EventIx, to: EventIx, folded: bool, layout: &LaneLayout) -> Option<PlanArc> {
        let announced = announced(self.record, plan)?;
        let from_px = self.scale.x_px_from_sec(announced.domain.middle_sec());
        // A mark that may lie before the announcement, or a bar too wide to point at, is no place to land.
        let reached = |ix: EventIx| self.landing(ix, layout).filter(|(x_px, _)| x_px - from_px >= MIN_ARC_PX);
        let (to_px, to_up_px) = reached(to).or_else(|| reached(plan))?;
        if to_px <= 0.0 || from_px >= self.scale.width_px {
            return None;
        }
        let event = self.record.bundle.event(plan);
        let fade_px = if announced.open_start { FADE_PX } else { 0.0 };
        let (start_px, end_px) = (
            self.scale.x_px_from_sec(announced.domain.start_sec) - fade_px,
            self.scale.x_px_from_sec(announced.domain.end_sec),
        );
        Some(PlanArc {
            plan,
            arc: arc(from_px, to_px, MAX_ARC_PX),
            open: self.record.is_open(plan),
            expected: event.status() == Status::Expected,
            is_mark: folded,
            to_up_px,
            announced_px: (end_px - start_px >= MIN_BAND_PX).then_some((start_px, end_px)),
            announced_before: announced.open_start,
        })
    }

    /// Whether an arc between a plan's announcement and an event could be seen.
    fn spans_view(&self, plan: EventIx, to: EventIx) -> bool {
        let ends = announced_sec(self.record, plan).zip(place_sec(self.record, to));
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
                let x_px = self.scale.x_px_from_sec(Stretch::of_event(self.record, ix)?.domain.middle_sec());
                (self.side(x_px) != Side::Within).then_some((x_px, 0.0))
            }
        }
    }

    fn item(&self, ix: EventIx, landing: bool) -> Option<Item> {
        let stretch = Stretch::of_event(self.record, ix)?;
        let (kind, anchor, domain) = self.drawn(&stretch);
        let label = (self.label_px)(ix);
        Some(Item {
            key: ix.0,
            start_sec: domain.start_sec,
            end_sec: domain.end_sec,
            kind,
            anchor,
            rank: self.record.bundle.event(ix).rank(),
            label_px: label.wider_px,
            wide_label_px: label.one_line_px,
            settled: !self.record.is_open(ix),
            landing,
        })
    }

    /// How a stretch of time is drawn at this scale: an unknown side fades over a fixed length.
    fn drawn(&self, stretch: &Stretch) -> (Kind, Anchor, Domain) {
        let Domain { start_sec, end_sec } = stretch.domain;
        let wide = self.scale.px_from_secs(end_sec - start_sec) >= MIN_BAR_PX;
        if stretch.lasting && wide {
            let kind = Kind::Lasting { open_start: stretch.open_start, open_end: stretch.open_end };
            return (kind, Anchor::Start, stretch.domain);
        }
        let fade_secs = FADE_PX * (self.scale.domain.end_sec - self.scale.domain.start_sec) / self.scale.width_px;
        match (stretch.open_start, stretch.open_end && !stretch.lasting) {
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
            if self.record.bundle.event(ix).date().is_some() || self.link(ix, events).is_some() {
                continue;
            }
            let from_px = announced_sec(self.record, ix).map_or(0.0, |sec| self.scale.x_px_from_sec(sec));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, event};
    use proptest::prelude::*;
    use std::rc::Rc;
    use story::{Moment, Precision, Qualifier};

    fn day(day: i64) -> End {
        End::At(Moment {
            earliest_sec: sec_from_day(day),
            latest_sec: sec_from_day(day) + DAY_SECS - 1,
            precision: Precision::Day,
            qualifier: Qualifier::default(),
        })
    }

    #[test]
    fn what_goes_on_reaches_to_the_end_of_the_record() {
        let when = When { shape: Shape::Interval, first: day(0), last: End::Open };
        let stretch = Stretch::of(&when, Some(9)).expect("it has a beginning");
        assert_eq!(stretch.domain.end_sec as i64, 10 * DAY_SECS);
        assert!(stretch.open_end && stretch.lasting);
    }

    #[test]
    fn an_unknown_side_adds_no_time() {
        let before = When { shape: Shape::OneOf { members: 3 }, first: End::Open, last: day(5) };
        let stretch = Stretch::of(&before, Some(9)).expect("it has an end");
        assert_eq!(stretch.domain.start_sec as i64, 6 * DAY_SECS);
        assert_eq!(stretch.domain.end_sec as i64, 6 * DAY_SECS);
        assert!(stretch.open_start && !stretch.lasting);
    }

    #[test]
    fn a_date_without_any_end_is_nowhere() {
        let when = When { shape: Shape::Interval, first: End::Unknown, last: End::Unknown };
        assert_eq!(Stretch::of(&when, Some(9)), None);
    }

    const LABEL: LabelWidth = LabelWidth { wider_px: 120.0, one_line_px: 200.0 };

    fn scene(record: &Record, from: &str, to: &str) -> Scene {
        let day = |text: &str| {
            let when = compile::date::parse(text).expect("the date is valid");
            when.earliest_sec().expect("it has a beginning") as f64
        };
        Scene::new(record, Domain { start_sec: day(from), end_sec: day(to) }, 1_000.0, &|_| LABEL)
    }

    fn mark(scene: &Scene, ix: EventIx) -> Option<&Mark> {
        scene.lanes.iter().flat_map(|lane| &lane.layout.marks).find(|mark| mark.key == ix.0)
    }

    #[test]
    fn a_settled_plan_beside_its_outcome_is_counted_there() {
        let record = testing::record();
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
        let record = testing::record();
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
        let record = testing::record();
        let scene = scene(&record, "2024-01", "2024-12");
        let floats = &scene.lanes[1].floats;
        assert_eq!(floats.len(), 1);
        assert_eq!(floats[0].event, event(&record, "to-be-widened"));
        assert!(scene.lanes[1].arcs.is_empty(), "it has not landed");
    }

    #[test]
    fn what_lies_beyond_the_view_is_counted_on_its_side() {
        let record = testing::record();
        let scene = scene(&record, "2024-01", "2024-03");
        assert_eq!(scene.after, 2, "the opening, and the hope for more");
        assert_eq!(scene.shown(), [event(&record, "to-open")], "its arc passes through");
        assert_eq!(scene.in_view(&record) + scene.before + scene.after, record.bundle.event_count());
    }

    proptest! {
        #[test]
        fn every_event_is_shown_once_or_counted_at_every_zoom(
            start in 0.0..1.0_f64, len in 0.000_1..1.0_f64, width_px in 300.0..2_000.0_f64,
        ) {
            for record in [Rc::new(testing::record()), testing::embedded()] {
                let span = crate::first_view::span(&record);
                let start_sec = span.start_sec + start * span.len_secs();
                let domain = Domain { start_sec, end_sec: start_sec + (len * span.len_secs()).max(1_000.0) };
                let scene = Scene::new(&record, domain, width_px, &|_| LABEL);
                let mut shown = scene.shown();
                prop_assert_eq!(shown.len() + scene.before + scene.after, record.bundle.event_count());
                shown.sort_unstable();
                shown.dedup();
                prop_assert_eq!(shown.len(), scene.shown().len(), "one of them twice");
            }
        }
    }
}
