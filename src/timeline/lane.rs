//! One lane: its name, and what moves in it: bars that count, arcs, bars and marks.

use markup::html;
use std::rc::Rc;

use story::{EraIx, EventIx, Message};
use yew::prelude::*;

use super::{
    arcs::arcs,
    bars::bars,
    marks::Pen,
    stage::{Part, Stage},
};
use super::{
    renderer::{Key, LayerPosition, Sketch},
    scene::{LaneScene, Scene},
};
use crate::{
    core::state::Action,
    parts::{Shared, classes, px},
};

/// The lanes, each with its name and the layer that its content stands on.
pub fn lanes(shared: &Shared, scene: &Scene, stage: &Rc<Stage>, count: usize) -> Html {
    scene.lanes.iter().take(count).enumerate().map(|(at, it)| lane(shared, it, stage.node(Part::Lane(at)))).collect()
}

fn lane(shared: &Shared, lane: &LaneScene, node: NodeRef) -> Html {
    let name = match lane.lane {
        Some(ix) => shared.record.bundle.lane(ix).name(),
        None => shared.i18n.say(Message::OtherEvents),
    };
    let size = format!("block-size:{};padding-block-start:{}", px(lane.height_px), px(lane.baseline_px));
    let class = classes(&[("lane", true), ("closed", lane.closed), ("full", lane.is_full)]);
    let total = (lane.closed || !lane.clusters.is_empty()).then(|| {
        html! { <span class="n">{ shared.i18n.number(lane.matching) }</span> }
    });
    html! {
        <div key={lane.lane.map_or(u32::MAX, |ix| ix.0)} {class} part="lane" role="group" aria-label={name.to_owned()} ~style={size}>
            <h3 aria-level={shared.level(1)}>
                <button type="button" title={name.to_owned()} aria-expanded={(!lane.closed).to_string()}
                    onclick={shared.on(Action::ToggleLane(lane.lane))}>{ name }</button>
                { total.unwrap_or_default() }
            </h3>
            <div class="layer" ref={node}></div>
        </div>
    }
}

/// Where the pictures of a scene begin on its layer: their paths count from the window.
pub fn origin(scene: &Scene) -> LayerPosition {
    LayerPosition::Drawn(scene.grid.origin_px(), scene.grid.scale())
}

/// The kinds of things that stand in a lane, in the order in which they are drawn.
#[repr(u8)]
enum Kind {
    Bars,
    Arcs,
    Bar,
    BarLabel,
    BandPassed,
    BandAhead,
    Announced,
    Start,
    Merged,
    Cluster,
    Account,
    Mark,
    Thin,
    Float,
    OpenName,
}

/// No event has so many accounts that differ.
const MOST_ACCOUNTS: i64 = 1 << 16;

/// Clusters of so many regions in a row have keys of their own; no window is as wide.
const REGIONS: i64 = 32;

fn key(kind: Kind, ix: EventIx) -> Key {
    (kind as u8, i64::from(ix.0))
}

/// The key of the label over a bar.
pub fn bar_label_key(ix: EventIx) -> Key {
    key(Kind::BarLabel, ix)
}

/// The key of an era.
pub fn era_key(ix: EraIx) -> Key {
    (0, i64::from(ix.0))
}

/// What moves in a lane.
pub fn content(pen: &Pen<'_>, lane: &LaneScene) -> Vec<(Key, Sketch)> {
    let mut all: Vec<(Key, Sketch)> = Vec::new();
    all.extend(bars(pen, lane).map(|it| ((Kind::Bars as u8, 0), it)));
    all.extend(arcs(pen, lane).map(|it| ((Kind::Arcs as u8, 0), it)));
    all.extend(lane.bars.iter().map(|bar| (key(Kind::Bar, bar.event), pen.bar(bar))));
    all.extend(lane.bars.iter().map(|bar| (bar_label_key(bar.event), pen.bar_label(bar))));
    for mark in lane.marks.iter().filter(|mark| !mark.low) {
        let [passed, ahead] = pen.band(mark);
        all.extend(passed.map(|it| (key(Kind::BandPassed, mark.event), it)));
        all.extend(ahead.map(|it| (key(Kind::BandAhead, mark.event), it)));
    }
    all.extend(lane.arcs.iter().filter_map(|arc| Some((key(Kind::Announced, arc.plan), pen.announced(arc)?))));
    let starts = lane.arcs.iter().filter(|arc| arc.is_mark);
    all.extend(starts.map(|arc| (key(Kind::Start, arc.plan), pen.arc_start(arc))));
    all.extend(lane.merged.iter().map(|it| (key(Kind::Merged, it.plan), pen.merged(it))));
    if !lane.closed {
        // By their region: which event is the first of a cluster changes with every level.
        let clusters = lane.clusters.iter().filter_map(|cluster| Some((cluster.region, pen.cluster(lane, cluster)?)));
        all.extend(clusters.map(|(region, it)| ((Kind::Cluster as u8, region.rem_euclid(REGIONS)), it)));
    }
    for mark in &lane.marks {
        let accounts = pen.accounts(mark).into_iter().zip(0..);
        all.extend(accounts.map(|(it, at)| ((Kind::Account as u8, i64::from(mark.event.0) * MOST_ACCOUNTS + at), it)));
        all.push((key(Kind::Mark, mark.event), pen.mark(mark)));
        // After the mark, which is the one that takes the focus.
        all.extend(pen.thin(mark).map(|it| (key(Kind::Thin, mark.event), it)));
    }
    all.extend(lane.floats.iter().map(|float| (key(Kind::Float, float.event), pen.float(float))));
    all.extend(pen.open_name(lane).map(|(ix, it)| (key(Kind::OpenName, ix), it)));
    all
}

/// The eras, each a band with its name.
pub fn eras(pen: &Pen<'_>) -> Vec<(Key, Sketch)> {
    let grid = &pen.scene.grid;
    let eras = pen.scene.eras.iter().map(|(ix, start_px, end_px)| {
        let name = pen.shared.record.bundle.era(*ix).name();
        let (x, w) = (grid.layer_px_from_scene_px(*start_px), grid.layer_px_from_len_px(end_px - start_px));
        (
            (0, i64::from(ix.0)),
            Sketch {
                text: name.to_owned(),
                ..Sketch::new("span", "at era").at(LayerPosition::Over(x, w)).with("title", name)
            },
        )
    });
    eras.collect()
}
