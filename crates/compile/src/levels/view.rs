//! The whole axis of a story, and what of it a reader sees first.

use story::{EventIx, Story};
use timeline::{Domain, densest};

use super::EventTimes;

/// What is drawn beyond the first and the last event, as a part of the whole.
const MARGIN: f64 = 0.02;
/// What is drawn beyond the edges of the first view, as a part of it.
const FIRST_MARGIN: f64 = 0.06;
/// How much of the first view may be added to it to reach the end of the story, as a part of it.
const LITTLE: f64 = 0.4;
/// The margin is at least a day, or, of a story that is shorter, this part of it.
const SHORT_MARGIN: f64 = 0.25;
/// A day, seconds.
const DAY_SECS: f64 = story::DAY_SECS as f64;

/// The whole axis: every event, the end of the record, and a margin.
pub(super) fn extent(times: &EventTimes) -> Domain {
    widened(span(times), MARGIN)
}

/// The densest stretch of weighty events, and the weightiest event in it.
pub(super) fn first(story: &Story, times: &EventTimes, extent: Domain) -> (Domain, Option<EventIx>) {
    let weight = |ix: usize| u32::from(6 - story.events[ix].rank.clamp(1, 5));
    let mut weights: Vec<(f64, u32)> = times.secs.iter().enumerate().map(|(ix, sec)| (*sec, weight(ix))).collect();
    weights.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let dense = densest(&weights, extent);
    let view = widened(extended(dense, span(times)), FIRST_MARGIN);
    let view = Domain { start_sec: view.start_sec.max(extent.start_sec), end_sec: view.end_sec.min(extent.end_sec) };
    let in_view = (0..).map(EventIx).zip(&story.events).filter(|(ix, _)| view.contains(times.secs[ix.at()]));
    let weightiest = in_view.min_by(|(a, event), (b, other)| {
        let by_time = times.secs[a.at()].total_cmp(&times.secs[b.at()]);
        event.rank.cmp(&other.rank).then(by_time).then(a.cmp(b))
    });
    (view, weightiest.map(|(ix, _)| ix))
}

/// The whole of a story's time.
fn span(times: &EventTimes) -> Domain {
    let known = times.known_end_sec.map(|sec| Domain { start_sec: sec as f64, end_sec: sec as f64 });
    let of_events = times.stretches().into_iter().chain(known).reduce(Domain::union);
    of_events.unwrap_or(Domain { start_sec: 0.0, end_sec: 0.0 })
}

/// A view that misses only a little of the end or the beginning of a story is drawn out to it.
fn extended(view: Domain, span: Domain) -> Domain {
    let reach_secs = view.len_secs() * LITTLE;
    let start_sec = if view.start_sec - span.start_sec < reach_secs { span.start_sec } else { view.start_sec };
    let end_sec = if span.end_sec - view.end_sec < reach_secs { span.end_sec } else { view.end_sec };
    Domain { start_sec, end_sec }
}

fn widened(domain: Domain, part: f64) -> Domain {
    let len_secs = domain.len_secs();
    let least_secs = if len_secs > 0.0 { DAY_SECS.min(len_secs * SHORT_MARGIN) } else { DAY_SECS };
    let margin_secs = (len_secs * part).max(least_secs);
    Domain { start_sec: domain.start_sec - margin_secs, end_sec: domain.end_sec + margin_secs }
}
