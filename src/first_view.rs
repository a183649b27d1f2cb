//! What the reader sees before having done anything.

use timeline::{Domain, Viewport};

use crate::{
    known::Knowledge,
    scene::{Stretch, place_sec},
    state::{Selection, State},
};

/// What is drawn beyond the first and the last event, as a part of the whole.
const MARGIN: f64 = 0.02;
/// What is drawn beyond the edges of the first view, as a part of it.
const FIRST_MARGIN: f64 = 0.06;
/// How much of the first view may be added to it to reach the end of the story, as a part of it.
const LITTLE: f64 = 0.4;
/// A story shorter than this gets a day on either side, seconds.
const MIN_MARGIN_SECS: f64 = 86_400.0;

/// The state before the reader has done anything: the densest stretch of weighty events, and in it the weightiest
/// one open where that is asked for.
pub fn first_state(known: &Knowledge, open: bool) -> State {
    let record = &known.record;
    let span = span(known);
    let extent = widened(span, MARGIN);
    let weights: Vec<(f64, u32)> = record
        .bundle
        .events()
        .filter_map(|ix| Some((place_sec(known, ix)?, u32::from(6 - record.bundle.event(ix).rank().clamp(1, 5)))))
        .collect();
    let dense = timeline::densest(&weights, extent);
    let viewport = Viewport::whole(extent).fit(widened(extended(dense, span), FIRST_MARGIN));
    let in_view = |sec: f64| (viewport.domain.start_sec..=viewport.domain.end_sec).contains(&sec);
    let weightiest = record
        .bundle
        .events_by_time()
        .filter(|ix| place_sec(known, *ix).is_some_and(in_view))
        .min_by_key(|ix| record.bundle.event(*ix).rank())
        .filter(|_| open);
    State::new(viewport, weightiest.map(Selection::Event))
}

/// The whole of a story's time.
#[must_use]
pub fn span(known: &Knowledge) -> Domain {
    let end = known.end_sec().map(|sec| sec as f64);
    let stretches = known.record.bundle.events().filter_map(|ix| {
        let place = place_sec(known, ix)?;
        let domain = Stretch::of_event(known, ix).map(|stretch| stretch.domain);
        Some(domain.unwrap_or(Domain { start_sec: place, end_sec: place }))
    });
    let end = end.map(|sec| Domain { start_sec: sec, end_sec: sec });
    stretches.chain(end).reduce(Domain::union).unwrap_or(Domain { start_sec: 0.0, end_sec: 0.0 })
}

/// A view that misses only a little of the end or the beginning of a story is drawn out to it.
fn extended(view: Domain, span: Domain) -> Domain {
    let reach_secs = view.len_secs() * LITTLE;
    let start = if view.start_sec - span.start_sec < reach_secs { span.start_sec } else { view.start_sec };
    let end = if span.end_sec - view.end_sec < reach_secs { span.end_sec } else { view.end_sec };
    Domain { start_sec: start, end_sec: end }
}

fn widened(domain: Domain, part: f64) -> Domain {
    let margin = ((domain.end_sec - domain.start_sec) * part).max(MIN_MARGIN_SECS);
    Domain { start_sec: domain.start_sec - margin, end_sec: domain.end_sec + margin }
}
