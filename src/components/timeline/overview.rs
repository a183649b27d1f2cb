//! The quote ticks under the lanes, and the whole story with the view marked on it.

use story::Message;
use timeline::{Domain, TimeScale, Viewport, columns, ticks};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::{
    components::{Shared, px},
    known::Knowledge,
    scene::{Scene, place_sec, quote_columns},
    state::Action,
};

/// The width of a column of the overview, px.
const COLUMN_PX: f64 = 10.0;
/// A quote tick and the space below it, px.
const TICK_PX: f64 = 7.0;
/// The height of the row of quote ticks, px.
const STRIP_PX: f64 = 50.0;
/// The height of the overview's bars, px.
const BARS_PX: f64 = 34.0;
/// The least distance between two labels of the overview, px.
const LABEL_GAP_PX: f64 = 90.0;

/// The quote ticks, and the whole story.
pub fn overview(shared: &Shared, scene: &Scene, viewport: Viewport, counts: &[u32]) -> Html {
    let scale = TimeScale { domain: viewport.extent, width_px: scene.scale.width_px };
    let most = counts.iter().copied().max().unwrap_or(1).max(1);
    let bars = counts.iter().enumerate().filter(|(_, n)| **n > 0).map(|(at, n)| {
        let height = BARS_PX * (f64::from(*n) / f64::from(most)).sqrt();
        let style = format!("--x:{};--h:{}", px(at as f64 * COLUMN_PX), px(height));
        html! { <i key={at} class="x col" ~style={style}></i> }
    });
    let axis = ticks(scale.domain, scale.width_px, LABEL_GAP_PX);
    let labels = axis.ticks.iter().enumerate().map(|(at, tick)| {
        let x = scale.x_px_from_sec(tick.at_sec());
        let label = shared.words.tick(axis.unit, *tick, at == 0);
        html! { <span key={tick.key()} class="x" ~style={format!("--x:{}", px(x))}>{ label }</span> }
    });
    let (start, end) = (scale.x_px_from_sec(viewport.domain.start_sec), scale.x_px_from_sec(viewport.domain.end_sec));
    let window = format!("--x:{};--w:{}", px(start), px((end - start).max(12.0)));
    html! {
        <>
            { quote_ticks(shared, scene) }
            <div class="over" part="overview" aria-hidden="true" onclick={on_click(shared, viewport)}>
                { for bars }{ for labels }
                <div class="x win" ~style={window}></div>
            </div>
        </>
    }
}

/// How many events lie in each column of the overview.
pub fn overview_columns(known: &Knowledge, extent: Domain, width_px: f64) -> Vec<u32> {
    let starts = known.events_by_time().filter_map(|ix| place_sec(known, ix));
    columns(starts, &TimeScale { domain: extent, width_px }, COLUMN_PX)
}

/// A click on the overview centres the view there.
fn on_click(shared: &Shared, viewport: Viewport) -> Callback<MouseEvent> {
    let dispatch = shared.dispatch.clone();
    Callback::from(move |event: MouseEvent| {
        let strip = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let Some(bounds) = strip.map(|strip| strip.get_bounding_client_rect()) else { return };
        let scale = TimeScale { domain: viewport.extent, width_px: bounds.width() };
        let middle_sec = scale.sec_from_x_px(f64::from(event.client_x()) - bounds.left());
        let half_secs = (viewport.domain.end_sec - viewport.domain.start_sec) / 2.0;
        dispatch.emit(Action::Fit(Domain { start_sec: middle_sec - half_secs, end_sec: middle_sec + half_secs }));
    })
}

/// One tick for each quote, on the day it was said, those that match the filter darker; many share a finer scale.
fn quote_ticks(shared: &Shared, scene: &Scene) -> Html {
    let known = &shared.known;
    let all = quote_columns(known, &scene.scale, &|_| true);
    if known.record.bundle.quote_count() == 0 {
        return Html::default();
    }
    let matching = quote_columns(known, &scene.scale, &|ix| shared.matches.quote(ix));
    let most = all.iter().map(|(_, n)| *n).max().unwrap_or(0);
    let step_px = TICK_PX.min((STRIP_PX - 10.0) / f64::from(most.max(1)));
    let stacks = |columns: Vec<(f64, u32)>, class: &'static str| -> Html {
        let stack = |(x, n): (f64, u32)| {
            let style = format!("--x:{};--h:{};--step:{}", px(x), px(step_px * f64::from(n)), px(step_px));
            html! { <i key={x as i64} class={class} ~style={style}></i> }
        };
        columns.into_iter().map(stack).collect()
    };
    html! {
        <div class="lane strip" aria-hidden="true" ~style={format!("--h:{h};--y:{h}", h = px(STRIP_PX))}>
            <p class="name">{ shared.words.say(Message::QuotesByDaySaid) }</p>
            { stacks(all, "x stack") }
            { stacks(matching, "x stack on") }
        </div>
    }
}
