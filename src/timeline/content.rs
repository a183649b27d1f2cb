//! What stands on the layers of the lanes and of the eras: a description of each thing, under its key.

use super::{
    arcs::arcs,
    bars::bars,
    layers::{LaneLayer, MOST_ACCOUNTS, REGIONS, bar_label_key, key},
    marks::Pen,
    renderer::{Key, LayerPosition, Sketch},
    scene::LaneScene,
};

/// What moves in a lane.
pub fn content(pen: &Pen<'_>, lane: &LaneScene) -> Vec<(Key, Sketch)> {
    let mut all: Vec<(Key, Sketch)> = Vec::new();
    all.extend(bars(pen, lane).map(|it| ((LaneLayer::Bars as u8, 0), it)));
    all.extend(arcs(pen, lane).map(|it| ((LaneLayer::Arcs as u8, 0), it)));
    all.extend(lane.bars.iter().map(|bar| (key(LaneLayer::Bar, bar.event), pen.bar(bar))));
    all.extend(lane.bars.iter().map(|bar| (bar_label_key(bar.event), pen.bar_label(bar))));
    for mark in lane.marks.iter().filter(|mark| !mark.low) {
        let [passed, ahead] = pen.band(mark);
        all.extend(passed.map(|it| (key(LaneLayer::BandPassed, mark.event), it)));
        all.extend(ahead.map(|it| (key(LaneLayer::BandAhead, mark.event), it)));
    }
    all.extend(lane.arcs.iter().filter_map(|arc| Some((key(LaneLayer::Announced, arc.plan), pen.announced(arc)?))));
    let starts = lane.arcs.iter().filter(|arc| arc.is_mark);
    all.extend(starts.map(|arc| (key(LaneLayer::Start, arc.plan), pen.arc_start(arc))));
    all.extend(lane.merged.iter().map(|it| (key(LaneLayer::Merged, it.plan), pen.merged(it))));
    if !lane.closed {
        // By their region: which event is the first of a cluster changes with every level.
        let clusters = lane.clusters.iter().filter_map(|cluster| Some((cluster.region, pen.cluster(lane, cluster)?)));
        all.extend(clusters.map(|(region, it)| ((LaneLayer::Cluster as u8, region.rem_euclid(REGIONS)), it)));
    }
    for mark in &lane.marks {
        let accounts = pen.accounts(mark).into_iter().zip(0..);
        all.extend(
            accounts.map(|(it, at)| ((LaneLayer::Account as u8, i64::from(mark.event.0) * MOST_ACCOUNTS + at), it)),
        );
        all.push((key(LaneLayer::Mark, mark.event), pen.mark(mark)));
        // After the mark, which is the one that takes the focus.
        all.extend(pen.thin(mark).map(|it| (key(LaneLayer::Thin, mark.event), it)));
    }
    all.extend(lane.floats.iter().map(|float| (key(LaneLayer::Float, float.event), pen.float(float))));
    all.extend(pen.open_name(lane).map(|(ix, it)| (key(LaneLayer::OpenName, ix), it)));
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
