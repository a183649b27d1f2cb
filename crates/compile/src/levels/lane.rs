//! One lane: its events in the order of time, and the rows they get.

use bundle::{LaneLevels, Placement, PlacementRow};
use story::{EventIx, Status, Story};
use timeline::{Domain, Form, Level, MERGE_PX, Stretch, Subject, bar_level, place};

use super::{Axis, EventTimes, width};

/// By event, its turn in choosing a place: the editor's rank, then how many sources and quotes it has.
pub(super) fn turns(story: &Story) -> Vec<u32> {
    let mut told: Vec<usize> = story.events.iter().map(|event| event.accounts.len()).collect();
    for event in story.quotes.iter().filter_map(|quote| quote.event) {
        if let Some(told) = told.get_mut(event.at()) {
            *told += 1;
        }
    }
    let mut order: Vec<u32> = (0..story.events.len() as u32).collect();
    order.sort_by_cached_key(|&ix| (story.events[ix as usize].rank, std::cmp::Reverse(told[ix as usize]), ix));
    let mut turns = vec![0; order.len()];
    for (turn, ix) in (0..).zip(order) {
        turns[ix as usize] = turn;
    }
    turns
}

/// One lane.
pub(super) fn levels(
    story: &Story,
    times: &EventTimes,
    mut events: Vec<EventIx>,
    turns: &[u32],
    axis: &Axis,
) -> LaneLevels {
    let place_sec = |ix: EventIx| times.secs[ix.at()];
    events.sort_by(|a, b| place_sec(*a).total_cmp(&place_sec(*b)).then(turns[a.at()].cmp(&turns[b.at()])));
    let lane = Lane { story, times, axis };
    let subjects: Vec<Subject> = events.iter().map(|ix| lane.subject(*ix, turns[ix.at()])).collect();
    let placements = place(&subjects, &axis.walls);
    let is_open = |ix: &EventIx| is_open(story, *ix);
    LaneLevels {
        opens: (0..).zip(&events).filter(|(_, ix)| is_open(ix)).map(|(at, _)| at).collect(),
        placement_rows: placement_rows(&placements, &lane),
        events: events.into_iter().map(|ix| (place_sec(ix).floor() as i64, ix)).collect(),
    }
}

/// Placements, row by row.
fn placement_rows(placements: &[timeline::Placement], lane: &Lane<'_>) -> Vec<PlacementRow> {
    let same = |a: &timeline::Placement, b: &timeline::Placement| (a.from, a.row) == (b.from, b.row);
    let row = |placements: &[timeline::Placement]| {
        let mut placements_of: Vec<Placement> = placements.iter().map(|placement| lane.placement(placement)).collect();
        placements_of.sort_by_key(|placement| placement.sec);
        PlacementRow { level: placements[0].from.0, row: placements[0].row.code(), placements: placements_of }
    };
    placements.chunk_by(same).map(row).collect()
}

/// What the events of a lane are looked up in.
struct Lane<'a> {
    story: &'a Story,
    times: &'a EventTimes,
    axis: &'a Axis,
}

impl Lane<'_> {
    fn subject(&self, ix: EventIx, turn: u32) -> Subject {
        let form = self.form(ix);
        Subject {
            key: ix.0,
            place_sec: self.axis.axis_breaks.axis_from_sec(self.times.secs[ix.at()]),
            form,
            turn,
            label_px: width::label_px(self.story, ix),
            bar_label_px: width::bar_label_px(self.story, ix),
            leads: self.story.events[ix.at()].rank <= 1,
            settled: !is_open(self.story, ix),
            from: self.own_mark_from(ix, form),
        }
    }

    fn form(&self, ix: EventIx) -> Form {
        match self.times.times[ix.at()] {
            None => Form::Float,
            Some(time) if time.is_lasting_bar() => Form::Lasting(self.drawn(ix, &time)),
            Some(time) if time.anchor_sec() == time.domain.middle_sec() => {
                Form::Window(self.axis.axis_breaks.axis_from_domain(time.domain))
            }
            Some(_) => Form::Mark,
        }
    }

    /// From where to where a bar is drawn: what is open reaches to the end of the axis.
    fn drawn(&self, ix: EventIx, time: &Stretch) -> Domain {
        let open = |edge: timeline::Edge| edge == timeline::Edge::Open;
        let Domain { start_sec, end_sec } = self.axis.axis_breaks.axis_from_domain(time.domain);
        let extent = self.axis.walls.extent;
        let goes_on = open(time.end) && is_open(self.story, ix);
        Domain {
            start_sec: if open(time.start) { extent.start_sec } else { start_sec },
            end_sec: if goes_on { extent.end_sec } else { end_sec },
        }
    }

    /// The level from which an event has a mark of its own: a plan that is counted at its outcome only once the two
    /// stand apart.
    fn own_mark_from(&self, ix: EventIx, form: Form) -> Level {
        let Some(outcome) = outcome_here(self.story, ix) else { return Level(0) };
        if form == Form::Float {
            return Level::NEVER;
        }
        let place_sec = |ix: EventIx| self.axis.axis_breaks.axis_from_sec(self.times.secs[ix.at()]);
        let apart_secs = (place_sec(outcome) - place_sec(ix)).abs();
        let as_bar = if matches!(form, Form::Lasting(_)) { bar_level(form) } else { Level::NEVER };
        Level::where_secs_take_px(apart_secs, MERGE_PX).min(as_bar)
    }

    fn placement(&self, placement: &timeline::Placement) -> Placement {
        let event = EventIx(placement.key);
        let is_bar = matches!(placement.row, timeline::Row::Bar(_) | timeline::Row::Thin(_));
        let sec = match self.form(event) {
            Form::Lasting(domain) | Form::Window(domain) if is_bar => {
                self.axis.axis_breaks.sec_from_axis(domain.start_sec)
            }
            _ => self.times.secs[event.at()],
        };
        Placement {
            event,
            sec: sec.floor() as i64,
            until: placement.until.0,
            width_px: placement.width_px,
            flip: placement.flip,
        }
    }
}

/// What became of a plan in the end, where that stands in the same lane and has a date.
fn outcome_here(story: &Story, plan: EventIx) -> Option<EventIx> {
    let outcome = outcome(story, plan)?;
    let (plan, event) = (&story.events[plan.at()], &story.events[outcome.at()]);
    (plan.status != Status::Happened && plan.lane == event.lane && event.date.is_some()).then_some(outcome)
}

/// What became of a plan in the end: the last event of its chain. The checks refuse rings.
fn outcome(story: &Story, plan: EventIx) -> Option<EventIx> {
    let next = |ix: &EventIx| story.events[ix.at()].became;
    std::iter::successors(next(&plan), next).take(story.events.len()).last()
}

/// Whether an event is still open: planned or expected, and nothing settled has come of it.
fn is_open(story: &Story, ix: EventIx) -> bool {
    let is_plan = |ix: EventIx| story.events[ix.at()].status.is_plan();
    is_plan(ix) && outcome(story, ix).is_none_or(is_plan)
}
