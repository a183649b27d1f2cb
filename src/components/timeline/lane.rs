//! One lane: its name, its arcs, its bars and its marks.

use std::rc::Rc;

use story::EventIx;
use yew::prelude::*;

use super::{Reader, marks};
use crate::{
    components::{Shared, classes, px},
    scene::{LaneScene, PlanArc, Scene},
};

/// What a lane needs.
#[derive(Clone, Properties)]
pub struct LaneProps {
    /// What most components need.
    pub shared: Shared,
    /// The places.
    pub scene: Rc<Scene>,
    /// The position of the lane in the scene.
    pub at: usize,
    /// What the marks need to know of the reader.
    pub reader: Reader,
}

impl PartialEq for LaneProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.scene, &other.scene)
            && self.at == other.at
            && self.reader == other.reader
            && self.shared == other.shared
    }
}

/// One lane.
#[function_component]
pub fn Lane(LaneProps { shared, scene, at, reader }: &LaneProps) -> Html {
    let Some(lane) = scene.lanes.get(*at) else { return Html::default() };
    let size = format!("--h:{};--y:{}", px(lane.layout.height_px), px(lane.layout.baseline_px));
    let known_px = scene.known_px.unwrap_or(f64::MAX);
    html! {
        <section class="lane" part="lane" aria-label={lane.name.clone()} ~style={size}>
            <h4>{ lane.name.clone() }</h4>
            { arcs(shared, lane, reader) }
            { for lane.layout.bars.iter().map(|bar| marks::bar(shared, bar, reader, known_px)) }
            { for lane.layout.marks.iter().map(|mark| marks::band(shared, mark, reader, known_px)) }
            { for lane.arcs.iter().map(|arc| marks::announced(shared, arc, reader)) }
            { for lane.arcs.iter().filter(|arc| arc.is_mark).map(|arc| marks::arc_start(shared, arc, reader)) }
            { for lane.folded.iter().map(|folded| marks::folded(shared, folded, reader)) }
            { for lane.layout.marks.iter().map(|mark| marks::mark(shared, mark, reader, known_px)) }
            { for lane.floats.iter().map(|float| marks::float(shared, float, reader)) }
        </section>
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
        let (x0, x1, up) = (float.from_px, float.x_px, float.up_px);
        let path = format!(
            "M{} {}C{} {} {} {} {} {}",
            svg(x0),
            svg(y_px),
            svg(x0),
            svg(y_px - up * 0.7),
            svg(x0 + (x1 - x0) * 0.3),
            svg(y_px - up),
            svg(x1),
            svg(y_px - up)
        );
        line(float.event, path, x0, y_px, &[("open", true), ("dim", faded(float.event))])
    });
    let arcs = lane.arcs.iter().map(|arc| {
        let names = [
            ("open", arc.open),
            ("dashed", arc.expected),
            ("dim", faded(arc.plan)),
            ("on", reader.open == Some(arc.plan)),
        ];
        line(arc.plan, half_ellipse(arc, y_px), arc.arc.x0_px, y_px, &names)
    });
    html! { <svg class="arcs" aria-hidden="true">{ for arcs }{ for floats }</svg> }
}

fn half_ellipse(arc: &PlanArc, y_px: f64) -> String {
    let (x0, x1) = (arc.arc.x0_px, arc.arc.x1_px);
    let sweep = if x1 >= x0 { 1 } else { 0 };
    let radius_x = (x1 - x0).abs() / 2.0;
    let (rx, ry) = (svg(radius_x), svg(arc.arc.radius_y_px));
    let (y0, y1) = (svg(y_px), svg(y_px - arc.to_up_px));
    format!("M{} {y0}A{rx} {ry} 0 0 {sweep} {} {y1}", svg(x0), svg(x1))
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
