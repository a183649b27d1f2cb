//! The whole story with the view marked on it.

use std::rc::Rc;

use markup::html;
use story::{Message, day_from_sec};
use timeline::{Brush, Domain, Grip, TimeScale, Viewport, ticks_between_breaks};
use yew::prelude::*;

use super::axis::label_px;
use super::{gestures::Motion, scene::Scene};
use crate::{
    core::{state::Action, stretch::tick_gap_px},
    page::i18n::dates::Length,
    parts::{Shared, bar_path, px, tenths},
};

/// The width of a column of the overview, px.
const COLUMN_PX: f64 = 10.0;
/// The width of a bar of the overview, px.
const BAR_PX: f64 = 8.0;
/// The height of the overview's bars, px.
const BARS_PX: f64 = 34.0;
/// The least distance between two labels of the overview, px.
const LABEL_GAP_PX: f64 = 90.0;
/// The least width at which the window is drawn, px.
const WINDOW_PX: f64 = 12.0;
/// The width of a handle of the window, px.
const HANDLE_PX: f64 = 24.0;
/// How much of a handle lies within the window, px.
const HANDLE_INSIDE_PX: f64 = 6.0;
/// A key moves an end of the window by so much of the whole.
const KEY_STEP: f64 = 0.01;
/// Page up and page down move it so many times as far.
const PAGE_STEPS: f64 = 10.0;
/// A slider's value goes from nothing to this.
const SLIDER_MAX: f64 = 1000.0;

/// The window on the whole story in a frame; what does not move is drawn elsewhere.
pub fn overview(
    shared: &Shared,
    motion: &Rc<Motion>,
    settled: Domain,
    scale: &TimeScale,
    viewport: Viewport,
    still: Html,
) -> Html {
    let (start_px, end_px) =
        (scale.x_px_from_sec(viewport.domain.start_sec), scale.x_px_from_sec(viewport.domain.end_sec));
    let window = format!("--x:{};--w:{}", px(start_px), px((end_px - start_px).max(WINDOW_PX)));
    // Each handle stands outside of the window, and at the ends of the strip as far inside as it must.
    let last_px = scale.width_px - HANDLE_PX;
    let from_px = (start_px + HANDLE_INSIDE_PX - HANDLE_PX).max(0.0).min(last_px - HANDLE_PX);
    let to_px = (end_px.max(start_px + WINDOW_PX) - HANDLE_INSIDE_PX).max(from_px + HANDLE_PX).min(last_px);
    html! {
        <div class="over" part="overview" role="group" aria-label={shared.i18n.say(Message::Overview).to_owned()}>
            { still }
            <div class="x win" ~style={window}></div>
            { handle(shared, motion, viewport, settled, Grip::Start, from_px) }
            { handle(shared, motion, viewport, settled, Grip::End, to_px) }
        </div>
    }
}

/// The bars of the whole story, the years under them, and the breaks.
pub fn whole(shared: &Shared, scene: &Scene, width_px: f64) -> Html {
    let scale = TimeScale { domain: scene.extent, width_px };
    let axis_breaks = &shared.axis_breaks;
    let gap_px = tick_gap_px(axis_breaks.sec_from_domain(scale.domain), LABEL_GAP_PX);
    let axis = ticks_between_breaks(axis_breaks, scale.domain, scale.width_px, gap_px);
    let labels = axis.ticks.iter().enumerate().filter_map(|(at, tick)| {
        let x = scale.x_px_from_sec(axis_breaks.axis_from_sec(tick.at_sec()));
        let label = shared.i18n.tick(axis.unit, *tick, at == 0);
        (x + label_px(&label) <= width_px).then(|| {
            html! { <span key={tick.key()} class="x" ~style={["--x:", &px(x)].concat()} aria-hidden="true">{ label }</span> }
        })
    });
    let size = ["0 0 ", &tenths(width_px), " ", &tenths(BARS_PX)].concat();
    html! {
        <>
            <svg class="bars" viewBox={size} preserveAspectRatio="none" aria-hidden="true"><path d={bars(&columns(scene, &scale))}/></svg>
            { for labels }
            { for axis_breaks.all().iter().map(|it| axis_break(&scale, axis_breaks.axis_from_domain(it.stretch))) }
        </>
    }
}

/// A break.
fn axis_break(scale: &TimeScale, axis: Domain) -> Html {
    let start_px = scale.x_px_from_sec(axis.start_sec);
    let style = ["--x:", &px(start_px), ";--w:", &px(scale.px_from_secs(axis.len_secs()))].concat();
    html! { <i key={start_px as i64} class="x break" aria-hidden="true" ~style={style}></i> }
}

/// The outline of all bars; their heights go by the square root.
fn bars(counts: &[u32]) -> String {
    let most = f64::from(counts.iter().copied().max().unwrap_or(1).max(1));
    let bars = counts
        .iter()
        .enumerate()
        .filter(|(_, n)| **n > 0)
        .map(|(at, n)| bar_path(at as f64 * COLUMN_PX, BARS_PX, BAR_PX, BARS_PX * (f64::from(*n) / most).sqrt()));
    bars.collect()
}

/// An end of the window: a slider that the hand drags and the arrow keys move. It tells where the view came to rest.
fn handle(shared: &Shared, motion: &Rc<Motion>, viewport: Viewport, settled: Domain, grip: Grip, x_px: f64) -> Html {
    let Viewport { domain, extent } = viewport;
    let (class, name, sec, told_sec) = match grip {
        Grip::Start => ("x grip from", Message::ViewStart, domain.start_sec, settled.start_sec),
        _ => ("x grip to", Message::ViewEnd, domain.end_sec, settled.end_sec),
    };
    let value = (told_sec - extent.start_sec) / extent.len_secs() * SLIDER_MAX;
    let date = shared.i18n.day(day_from_sec(shared.axis_breaks.sec_from_axis(told_sec) as i64), Length::Long);
    let motion = Rc::clone(motion);
    let on_key = Callback::from(move |event: KeyboardEvent| {
        let Some(by) = part_from_key(&event) else { return };
        event.prevent_default();
        // The arrows of the timeline walk from event to event.
        event.stop_propagation();
        let min_secs = extent.len_secs() * KEY_STEP;
        let brush = Brush { grip, extent, window: domain, from_sec: sec, min_secs };
        motion.follow(Action::Fit(brush.to(sec + by * extent.len_secs())));
    });
    html! {
        <div {class} role="slider" tabindex="0" onkeydown={on_key} ~style={format!("--x:{}", px(x_px))}
            aria-label={shared.i18n.say(name).to_owned()} aria-valuemin="0" aria-valuemax={(SLIDER_MAX as i64).to_string()}
            aria-valuenow={(value as i64).to_string()} aria-valuetext={date}></div>
    }
}

/// By which part of the whole a key moves an end of the window.
fn part_from_key(event: &KeyboardEvent) -> Option<f64> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    Some(match event.key().as_str() {
        "ArrowLeft" | "ArrowDown" => -KEY_STEP,
        "ArrowRight" | "ArrowUp" => KEY_STEP,
        "PageDown" => -KEY_STEP * PAGE_STEPS,
        "PageUp" => KEY_STEP * PAGE_STEPS,
        "Home" => -1.0,
        "End" => 1.0,
        _ => return None,
    })
}

/// How many known events lie in each column.
fn columns(scene: &Scene, scale: &TimeScale) -> Vec<u32> {
    let mut counts = vec![0; (scale.width_px / COLUMN_PX).ceil().max(0.0) as usize];
    for (at, tally) in scene.sources.tally.lanes.iter().enumerate() {
        let series = scene.sources.as_of.record.bundle.lane_events(at);
        let mut from = 0;
        for (column, count) in counts.iter_mut().enumerate() {
            let end_sec = scale.sec_from_x_px((column + 1) as f64 * COLUMN_PX);
            let to = series.before_from(from, scene.sources.axis_breaks.sec_from_axis(end_sec));
            *count += tally.count(from, to).all;
            from = to;
        }
    }
    counts
}
