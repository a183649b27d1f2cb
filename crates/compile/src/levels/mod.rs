//! The level of detail of a story: where each event stands, what is shown first, and from which zoom level on each
//! event has a label, a bar or a place of its own. The mathematics are the timeline crate's; here a story becomes
//! what it asks for.

mod budget;
mod lane;
mod view;
mod width;

use bundle::{LaneLevels, Levels};
use story::{Date, Event, EventIx, QuoteIx, Story, sec_from_day};
use timeline::{AxisBreak, AxisBreaks, Domain, Stretch, Walls};

/// The level of detail of a story. Places are worked out on the axis with its breaks; what has room there has room on the whole.
pub(crate) fn levels(story: &Story) -> Levels {
    let times = EventTimes::of(story);
    let extent = view::extent(&times);
    let breaks = breaks(&times, extent);
    let axis_breaks = AxisBreaks::new(&breaks.iter().map(break_from_secs).collect::<Vec<_>>());
    let (view, opening) = view::first(story, &times, extent);
    let walls = Walls {
        extent: axis_breaks.axis_from_domain(extent),
        view: axis_breaks.axis_from_domain(view),
        known_sec: times.known_end_sec.map(|sec| axis_breaks.axis_from_sec(sec as f64)),
    };
    let axis = Axis { axis_breaks, walls };
    let lanes = lanes(story, &times, &axis);
    Levels {
        extent_sec: whole_secs(extent),
        view_sec: whole_secs(view),
        opening,
        single: budget::single_by_level(&lanes, &axis.axis_breaks),
        lanes,
        breaks,
        said: said(story, &times),
    }
}

/// The axis on which places are worked out.
struct Axis {
    axis_breaks: AxisBreaks,
    walls: Walls,
}

/// Long stretches without events, in whole seconds: first, last, and what they take up of the axis as breaks.
fn breaks(times: &EventTimes, extent: Domain) -> Vec<(i64, i64, i64)> {
    let axis_breaks = AxisBreaks::of_gaps(&times.stretches(), extent);
    let secs = |it: &AxisBreak| (it.stretch.start_sec as i64, it.stretch.end_sec as i64, it.axis_secs.ceil() as i64);
    axis_breaks.all().iter().map(secs).collect()
}

fn break_from_secs(&(first, last, axis): &(i64, i64, i64)) -> AxisBreak {
    AxisBreak { stretch: Domain { start_sec: first as f64, end_sec: last as f64 }, axis_secs: axis as f64 }
}

/// Every lane, each worked out on its own.
fn lanes(story: &Story, times: &EventTimes, axis: &Axis) -> Vec<LaneLevels> {
    let none = story.lanes.len();
    let mut events: Vec<Vec<EventIx>> = vec![Vec::new(); none + 1];
    for (ix, event) in (0..).map(EventIx).zip(&story.events) {
        events[event.lane.map_or(none, |lane| lane.at().min(none))].push(ix);
    }
    let turns = lane::turns(story);
    std::thread::scope(|scope| {
        let started: Vec<_> =
            events.into_iter().map(|events| scope.spawn(|| lane::levels(story, times, events, &turns, axis))).collect();
        // A lane that panicked is a defect of ours; it must not be hidden.
        started.into_iter().map(|lane| lane.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    })
}

/// The quotes whose day is known, by the middle of it.
fn said(story: &Story, times: &EventTimes) -> Vec<(i64, QuoteIx)> {
    let middle = |date: &Date| Stretch::of(&date.when, times.known_end_sec).map(|it| it.domain.middle_sec() as i64);
    let mut said: Vec<(i64, QuoteIx)> = (0..)
        .map(QuoteIx)
        .zip(&story.quotes)
        .filter_map(|(ix, quote)| Some((middle(quote.said.as_ref()?)?, ix)))
        .collect();
    said.sort_unstable();
    said
}

fn whole_secs(domain: Domain) -> (i64, i64) {
    (domain.start_sec.floor() as i64, domain.end_sec.ceil() as i64)
}

/// Where every event lies in time.
struct EventTimes {
    /// Where the record ends: the end of the last day that a source was published.
    known_end_sec: Option<i64>,
    /// By event, the time it took or may have taken; `None` for a plan without a date.
    times: Vec<Option<Stretch>>,
    /// By event, where its mark stands, seconds; a plan without a date at its announcement.
    secs: Vec<f64>,
}

impl EventTimes {
    fn of(story: &Story) -> Self {
        let known_end_sec = known_end_sec(story);
        let of = |date: &Option<Date>| Stretch::of(&date.as_ref()?.when, known_end_sec);
        let times: Vec<Option<Stretch>> = story.events.iter().map(|event| of(&event.date)).collect();
        let sec = |(event, time): (&Event, &Option<Stretch>)| match time {
            Some(time) => Some(time.anchor_sec()),
            None => of(&event.announced).or_else(|| of(&event.known_from)).map(|it| it.domain.middle_sec()),
        };
        let secs: Vec<Option<f64>> = story.events.iter().zip(&times).map(sec).collect();
        // What nobody gives any day stands where the record ends, or where the last event does.
        let last = secs.iter().flatten().copied().reduce(f64::max);
        let somewhere = known_end_sec.map(|sec| sec as f64).or(last).unwrap_or(0.0);
        Self { known_end_sec, times, secs: secs.into_iter().map(|sec| sec.unwrap_or(somewhere)).collect() }
    }

    /// The times of all events, by where they begin.
    fn stretches(&self) -> Vec<Domain> {
        let of = |(time, sec): (&Option<Stretch>, &f64)| {
            time.map_or(Domain { start_sec: *sec, end_sec: *sec }, |time| time.domain)
        };
        let mut all: Vec<Domain> = self.times.iter().zip(&self.secs).map(of).collect();
        all.sort_unstable_by(|a, b| a.start_sec.total_cmp(&b.start_sec));
        all
    }
}

fn known_end_sec(story: &Story) -> Option<i64> {
    let published = story.sources.iter().filter_map(|source| source.published.as_ref());
    let day = published.filter_map(|date| date.when.latest_day().or(date.when.earliest_day())).max()?;
    Some(sec_from_day(day.saturating_add(1)))
}

#[cfg(test)]
mod tests;
