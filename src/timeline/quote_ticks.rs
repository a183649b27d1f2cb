//! The quote ticks under the lanes: one for each quote, on the day it was said.

use markup::html;
use story::Message;
use yew::prelude::*;

use super::layers::origin;
use super::{
    renderer::{Key, Sketch},
    scene::{Count, Scene},
};
use crate::parts::{Shared, bar_path, px};

/// A quote tick and the space below it, px.
const TICK_PX: f64 = 7.0;
/// The height of the row, px.
const STRIP_PX: f64 = 50.0;
/// The most of it that ticks may take, px.
const STACK_PX: f64 = 40.0;

/// The row of quote ticks, which stand on `node`.
pub fn quote_ticks(shared: &Shared, node: NodeRef) -> Html {
    if shared.record.bundle.said().is_empty() {
        return Html::default();
    }
    html! {
        <div class="lane quote-ticks" aria-hidden="true" ~style={format!("block-size:{h};padding-block-start:{h}", h = px(STRIP_PX))}>
            <p class="name">{ shared.i18n.say(Message::QuotesByDaySaid) }</p>
            <div class="layer" ref={node}></div>
        </div>
    }
}

/// The quote ticks, those that match the filter darker. Where they are many, they share a finer scale.
pub fn ticks(scene: &Scene, filtered: bool) -> Vec<(Key, Sketch)> {
    let path = |counted: fn(&Count) -> u32| -> String {
        let columns = scene.quotes.iter().map(|(x_px, count)| (x_px, counted(count))).filter(|(_, n)| *n > 0);
        columns.map(|(x_px, n)| stack_path(*x_px, n)).collect()
    };
    let line = |class: &'static str, path: String| Sketch::new("path", class).with("d", path);
    let faded = filtered.then(|| line("tick dim", path(|count| count.all)));
    let lines = faded.into_iter().chain([line("tick", path(|count| count.matching))]);
    vec![((0, 0), Sketch::new("svg", "tally").at(origin(scene)).holding(lines))]
}

/// A stack of so many ticks: squares, until there are too many for the row; then they are only a length.
fn stack_path(x_px: f64, count: u32) -> String {
    let step_px = TICK_PX.min(STACK_PX / f64::from(count));
    let tall = |from_px: f64, height_px: f64| bar_path(x_px, -1.0 - from_px, TICK_PX - 1.0, height_px);
    if step_px < TICK_PX / 2.0 {
        return tall(0.0, STACK_PX);
    }
    (0..count).map(|n| tall(f64::from(n) * step_px, step_px - 1.0)).collect()
}
