//! One lane: its name, and what moves in it: bars that count, arcs, bars and marks.

use std::rc::Rc;

use story::{EventIx, Message};
use yew::prelude::*;

use super::{
    Reader,
    marks::Pen,
    still::{Part, Still},
};
use crate::{
    components::{Shared, bar_path, classes, px, tenths},
    scene::{Count, Crowd, Frame, LaneScene, PlanArc, Scene},
    state::Action,
};

/// The tallest bar that counts, px, and in a lane that is folded up.
const BAR_PX: (f64, f64) = (36.0, 20.0);
/// A bar of so many events, times itself, is half as tall as can be.
const HALF: f64 = 6.0;
/// From the baseline to the line of a bracket, and the length of its ends, px.
const BRACKET_PX: (f64, f64) = (7.0, 5.0);

/// One lane in a frame.
pub fn lane(shared: &Shared, scene: &Rc<Scene>, at: usize, frame: &Frame, reader: &Reader) -> Html {
    let Some(lane) = scene.lanes.get(at) else { return Html::default() };
    let name = match lane.lane {
        Some(ix) => shared.record.bundle.lane(ix).name(),
        None => shared.words.say(Message::OtherEvents),
    };
    let size = format!("--h:{};--y:{};--drop:{}", px(lane.height_px), px(lane.baseline_px), px(lane.drop_px));
    let layer = layer(frame);
    let still =
        |part| html! { <Still shared={shared.clone()} scene={Rc::clone(scene)} reader={reader.clone()} {part}/> };
    let class = classes(&[("lane", true), ("closed", lane.closed)]);
    let total = (lane.closed || !lane.crowds.is_empty()).then(|| {
        html! { <span class="n">{ shared.words.number(lane.total) }</span> }
    });
    html! {
        <div key={lane.lane.map_or(u32::MAX, |ix| ix.0)} {class} part="lane" role="group" aria-label={name.to_owned()} ~style={size}>
            <h3>
                <button type="button" title={name.to_owned()} aria-expanded={(!lane.closed).to_string()}
                    onclick={shared.on(Action::ToggleLane(lane.lane))}>{ name }</button>
                { total.unwrap_or_default() }
            </h3>
            <div class="layer" ~style={layer.clone()}>{ still(Part::Lane(at)) }</div>
        </div>
    }
}

/// Where a layer of the scene stands in a frame.
pub fn layer(frame: &Frame) -> String {
    let stretch = ratio(frame.zoom / frame.spread);
    format!("--z:{};transform:translateX({})scaleX({stretch})", ratio(frame.layer_spread()), px(frame.layer_px()))
}

/// Where the pictures of a scene begin on its layer: their paths count from the window.
pub fn origin(scene: &Scene) -> String {
    format!("--o:{};--k:{}", px(scene.grid.origin_px()), ratio(scene.grid.scale()))
}

/// A number around one, to a millionth, without float formatting, which is large in wasm.
fn ratio(value: f64) -> String {
    let millionths = (value.clamp(0.0, 1_000.0) * 1e6).round() as u64;
    format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000)
}

/// What moves in a lane.
pub fn content(pen: &Pen<'_>, lane: &LaneScene) -> Html {
    html! {
        <>
            { crowds(pen, lane) }
            { arcs(pen, lane) }
            { for lane.bars.iter().map(|bar| pen.bar(bar)) }
            { for lane.bars.iter().map(|bar| pen.bar_label(bar)) }
            { for lane.marks.iter().filter(|mark| !mark.low).map(|mark| pen.band(mark)) }
            { for lane.arcs.iter().map(|arc| pen.announced(arc)) }
            { for lane.arcs.iter().filter(|arc| arc.is_mark).map(|arc| pen.arc_start(arc)) }
            { for lane.folded.iter().map(|folded| pen.folded(folded)) }
            if !lane.closed { { for lane.crowds.iter().map(|crowd| pen.crowd(lane, crowd)) } }
            { for lane.marks.iter().map(|mark| pen.mark(mark)) }
            { for lane.floats.iter().map(|float| pen.float(float)) }
        </>
    }
}

/// How tall a bar is that counts so many, px. It grows by the square root at first and never reaches the top: its
/// height is the same wherever it stands, so that bars can be compared from view to view.
fn bar_px(count: u32, tallest_px: f64) -> f64 {
    let root = f64::from(count).sqrt();
    if count == 0 { 0.0 } else { 2.0 + (tallest_px - 2.0) * root / (root + HALF) }
}

/// The bars that count, and the brackets under them, as three lines of one picture.
fn crowds(pen: &Pen<'_>, lane: &LaneScene) -> Html {
    if lane.crowds.is_empty() {
        return Html::default();
    }
    let tallest_px = if lane.closed { BAR_PX.1 } else { BAR_PX.0 };
    let bars = |counted: fn(&Count) -> u32| -> String {
        let columns = lane.crowds.iter().flat_map(|crowd| {
            let width_px = (crowd.column_px() - 1.0).max(1.0);
            crowd.columns.iter().map(move |(x_px, count)| (*x_px, width_px, counted(count)))
        });
        columns
            .filter(|(.., n)| *n > 0)
            .map(|(x, width, n)| bar_path(x, lane.baseline_px, width, bar_px(n, tallest_px)))
            .collect()
    };
    let faded = pen.reader.filtered.then(|| html! { <path class="col dim" d={bars(|count| count.all)}/> });
    let opens = lane.crowds.iter().flat_map(|crowd| {
        let width_px = (crowd.column_px() - 1.0).max(1.0);
        crowd.columns.iter().filter(|(_, count)| count.open > 0).map(move |(x_px, count)| {
            let all_px = bar_px(count.all, tallest_px);
            let open_px = all_px * f64::from(count.open) / f64::from(count.all.max(1));
            bar_path(*x_px, lane.baseline_px - all_px + open_px, width_px, open_px)
        })
    });
    let brackets: String =
        lane.crowds.iter().filter(|_| !lane.closed).map(|crowd| bracket(crowd, lane.baseline_px)).collect();
    html! {
        <svg class="crowd" aria-hidden="true" ~style={origin(pen.scene)}>
            { faded.unwrap_or_default() }
            <path class="col" d={bars(|count| count.matching)}/>
            if !pen.reader.filtered { <path class="col open" d={opens.collect::<String>()}/> }
            <path class="bracket" d={brackets}/>
        </svg>
    }
}

fn bracket(crowd: &Crowd, y_px: f64) -> String {
    let (down_px, end_px) = BRACKET_PX;
    let (start, end) = (tenths(crowd.x_px + 2.0), tenths(crowd.x_px + crowd.width_px - 2.0));
    let (top, line) = (tenths(y_px + down_px - end_px), tenths(y_px + down_px));
    ["M", &start, " ", &top, "V", &line, "H", &end, "V", &top].concat()
}

/// All arcs of a lane in one picture.
fn arcs(pen: &Pen<'_>, lane: &LaneScene) -> Html {
    if lane.arcs.is_empty() && lane.floats.is_empty() {
        return Html::default();
    }
    let y_px = lane.baseline_px;
    let faded = |ix: EventIx| pen.reader.filtered && !pen.shared.matches.event(ix);
    let floats = lane.floats.iter().map(|float| {
        let path = rise((float.from_px, y_px), (float.x_px, y_px - float.up_px));
        line(float.event, path, (float.from_px, y_px), &[("open", true), ("dim", faded(float.event))])
    });
    let arcs = lane.arcs.iter().map(|arc| {
        let names = [
            ("open", arc.open),
            ("dashed", arc.expected),
            ("dim", faded(arc.plan)),
            ("on", pen.reader.open == Some(arc.plan)),
        ];
        line(arc.plan, path(arc, y_px), (arc.arc.x0_px, y_px), &names)
    });
    html! { <svg class="arcs" aria-hidden="true" ~style={origin(pen.scene)}>{ for arcs }{ for floats }</svg> }
}

/// A line that rises and does not come down.
fn rise((x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> String {
    let steep = [x0, y0 + (y1 - y0) * 0.7, x0 + (x1 - x0) * 0.3, y1, x1, y1].map(tenths).join(" ");
    format!("M{} {}C{steep}", tenths(x0), tenths(y0))
}

/// Half an ellipse to a mark on the baseline; to what stands as high as the arc, a line that only rises.
fn path(arc: &PlanArc, y_px: f64) -> String {
    let (x0, x1) = (arc.arc.x0_px, arc.arc.x1_px);
    if arc.to_up_px >= arc.arc.radius_y_px {
        return rise((x0, y_px), (x1, y_px - arc.to_up_px));
    }
    let (rx, ry) = (tenths((x1 - x0) / 2.0), tenths(arc.arc.radius_y_px));
    let (y0, y1) = (tenths(y_px), tenths(y_px - arc.to_up_px));
    format!("M{} {y0}A{rx} {ry} 0 0 1 {} {y1}", tenths(x0), tenths(x1))
}

/// A line, and a dot where it begins: a stroke of no length with round ends, which stretching leaves round.
fn line(plan: EventIx, path: String, (x_px, y_px): (f64, f64), names: &[(&'static str, bool)]) -> Html {
    let dot = ["M", &tenths(x_px), " ", &tenths(y_px), "h0"].concat();
    html! {
        <g key={plan.0} class={classes(names)}><path class="line" d={path}/><path class="dot" d={dot}/></g>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_grows_with_its_count_and_never_reaches_the_top() {
        let tall: Vec<f64> = [0, 1, 9, 100, 10_000, u32::MAX].map(|count| bar_px(count, 36.0)).to_vec();
        assert!(tall.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(tall[0].abs() < f64::EPSILON && tall[1] > 4.0 && tall[5] < 36.0);
    }

    #[test]
    fn a_ratio_is_written_to_a_millionth() {
        assert_eq!(ratio(1.0), "1.000000");
        assert_eq!(ratio(1.234_567_89), "1.234568");
        assert_eq!(ratio(f64::NAN), "0.000000");
    }
}
