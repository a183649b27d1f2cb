//! The arcs of a lane, from the announcement of a plan to what became of it, as one picture.

use story::EventIx;

use super::{layers::origin, marks::Pen};
use super::{
    renderer::Sketch,
    scene::{LaneScene, PlanArc},
};
use crate::parts::{classes, tenths};

/// All arcs of a lane. Those that look alike are drawn in one go: what an arc costs is a few numbers, not elements.
pub fn arcs(pen: &Pen<'_>, lane: &LaneScene) -> Option<Sketch> {
    let faded = |ix: EventIx| pen.reader.filtered && !pen.shared.matches.event(ix);
    let floats = lane.floats.iter().map(|float| {
        let path = rise((float.from_px, 0.0), (float.x_px, -float.up_px));
        (classes(&[("open", true), ("dim", faded(float.event))]), path, float.from_px)
    });
    let arcs = lane.arcs.iter().map(|arc| {
        let names = [
            ("open", arc.open),
            ("dashed", arc.expected),
            ("dim", faded(arc.plan)),
            ("on", pen.reader.open == Some(arc.plan)),
        ];
        (classes(&names), path(arc), arc.arc.x0_px)
    });
    let mut alike: Vec<(String, String, String)> = Vec::new();
    for (class, path, x_px) in arcs.chain(floats) {
        let at = alike.iter().position(|(other, ..)| *other == class).unwrap_or_else(|| {
            alike.push((class, String::new(), String::new()));
            alike.len() - 1
        });
        alike[at].1.push_str(&path);
        alike[at].2.push_str(&dot(x_px));
    }
    let groups = alike.into_iter().map(|(class, lines, dots)| {
        Sketch::new("g", class)
            .holding([Sketch::new("path", "line").with("d", lines), Sketch::new("path", "dot").with("d", dots)])
    });
    let groups: Vec<Sketch> = groups.collect();
    (!groups.is_empty())
        .then(|| Sketch::new("svg", "arcs").at(origin(pen.scene)).with("aria-hidden", "true").holding(groups))
}

/// A dot where a line begins: a stroke of no length with round ends, which stretching leaves round.
fn dot(x_px: f64) -> String {
    ["M", &tenths(x_px), " 0h0"].concat()
}

/// A line that rises and does not come down.
fn rise((x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> String {
    let steep = [x0, y0 + (y1 - y0) * 0.7, x0 + (x1 - x0) * 0.3, y1, x1, y1].map(tenths).join(" ");
    ["M", &tenths(x0), " ", &tenths(y0), "C", &steep].concat()
}

/// Half an ellipse to a mark on the baseline; to what stands as high as the arc, a line that only rises.
fn path(arc: &PlanArc) -> String {
    let (x0, x1) = (arc.arc.x0_px, arc.arc.x1_px);
    if arc.to_up_px >= arc.arc.radius_y_px {
        return rise((x0, 0.0), (x1, -arc.to_up_px));
    }
    let (rx, ry) = (tenths((x1 - x0) / 2.0), tenths(arc.arc.radius_y_px));
    let y1 = tenths(-arc.to_up_px);
    ["M", &tenths(x0), " 0A", &rx, " ", &ry, " 0 0 1 ", &tenths(x1), " ", &y1].concat()
}
