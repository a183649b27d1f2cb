//! One lane: its name, its arcs, its bars and its marks.

use story::{EventIx, Message};
use yew::prelude::*;

use super::{Reader, marks};
use crate::{
    components::{Shared, classes, px},
    scene::{LaneScene, PlanArc, Scene},
};

/// One lane.
pub fn lane(shared: &Shared, scene: &Scene, lane: &LaneScene, reader: &Reader) -> Html {
    let name = match lane.lane {
        Some(ix) => shared.record.bundle.lane(ix).name(),
        None => shared.words.say(Message::OtherEvents),
    };
    let size = format!("--h:{};--y:{}", px(lane.layout.height_px), px(lane.layout.baseline_px));
    let known_px = scene.known_px.unwrap_or(f64::MAX);
    html! {
        <div key={lane.lane.map_or(u32::MAX, |ix| ix.0)} class="lane" part="lane" role="group" aria-label={name.to_owned()} ~style={size}>
            <h3>{ name }</h3>
            { arcs(shared, lane, reader) }
            { for lane.layout.bars.iter().map(|bar| marks::bar(shared, bar, reader, known_px)) }
            { for lane.layout.marks.iter().map(|mark| marks::band(shared, mark, reader, known_px, scene.scale.width_px)) }
            { for lane.arcs.iter().map(|arc| marks::announced(shared, arc, reader)) }
            { for lane.arcs.iter().filter(|arc| arc.is_mark).map(|arc| marks::arc_start(shared, arc, reader)) }
            { for lane.folded.iter().map(|folded| marks::folded(shared, folded, reader)) }
            { for lane.layout.marks.iter().map(|mark| marks::mark(shared, mark, reader, known_px)) }
            { for lane.floats.iter().map(|float| marks::float(shared, float, reader)) }
        </div>
    }
}

/// All arcs of a lane in one picture.
fn arcs(shared: &Shared, lane: &LaneScene, reader: &Reader) -> Html {
    if lane.arcs.is_empty() && lane.floats.is_empty() {
        return Html::default();
    }
    let y_px = lane.layout.baseline_px;
    let faded = |ix: EventIx| reader.filtered && !shared.matches.event(ix);
    let floats = lane.floats.iter().map(|float| {
        let path = rise((float.from_px, y_px), (float.x_px, y_px - float.up_px));
        line(float.event, path, float.from_px, y_px, &[("open", true), ("dim", faded(float.event))])
    });
    let arcs = lane.arcs.iter().map(|arc| {
        let names = [
            ("open", arc.open),
            ("dashed", arc.expected),
            ("dim", faded(arc.plan)),
            ("on", reader.open == Some(arc.plan)),
        ];
        line(arc.plan, path(arc, y_px), arc.arc.x0_px, y_px, &names)
    });
    html! { <svg class="arcs" aria-hidden="true">{ for arcs }{ for floats }</svg> }
}

/// A line that rises and does not come down.
fn rise((x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> String {
    let steep = [x0, y0 + (y1 - y0) * 0.7, x0 + (x1 - x0) * 0.3, y1, x1, y1].map(svg).join(" ");
    format!("M{} {}C{steep}", svg(x0), svg(y0))
}

/// Half an ellipse to a mark on the baseline; to what stands as high as the arc, a line that only rises.
fn path(arc: &PlanArc, y_px: f64) -> String {
    let (x0, x1) = (arc.arc.x0_px, arc.arc.x1_px);
    if arc.to_up_px >= arc.arc.radius_y_px {
        return rise((x0, y_px), (x1, y_px - arc.to_up_px));
    }
    let (rx, ry) = (svg((x1 - x0) / 2.0), svg(arc.arc.radius_y_px));
    let (y0, y1) = (svg(y_px), svg(y_px - arc.to_up_px));
    format!("M{} {y0}A{rx} {ry} 0 0 1 {} {y1}", svg(x0), svg(x1))
}

fn line(plan: EventIx, path: String, x_px: f64, y_px: f64, names: &[(&'static str, bool)]) -> Html {
    html! {
        <g key={plan.0} class={classes(names)}>
            <path class="line" d={path}/>
            <circle class="dot" cx={svg(x_px)} cy={svg(y_px)} r="2.2"/>
        </g>
    }
}

/// A coordinate to a tenth of a px.
fn svg(length: f64) -> String {
    let mut text = px(length);
    text.truncate(text.len() - 2);
    text
}
