//! The bars that count what a lane holds too much of, and the brackets under them.
//!
//! The height of a bar that counts is by the count alone, the same in every view: a scale by the tallest in view would
//! not let bars be compared from view to view.

use super::{layers::origin, marks::Pen};
use super::{
    renderer::Sketch,
    scene::{Cluster, Count, LaneScene},
};
use crate::parts::{bar_path, tenths};

/// The tallest bar that counts, px, and in a lane that is closed.
const BAR_PX: (f64, f64) = (36.0, 20.0);
/// A bar of so many events, times itself, is half as tall as can be.
const HALF: f64 = 6.0;
/// From the baseline to the line of a bracket, and the length of its ends, px.
const BRACKET_PX: (f64, f64) = (7.0, 5.0);

/// The bars that count, the brackets under them, and what lasted among what they count, as lines of one picture.
pub fn bars(pen: &Pen<'_>, lane: &LaneScene) -> Option<Sketch> {
    if lane.clusters.is_empty() && lane.spans.is_empty() {
        return None;
    }
    let tallest_px = if lane.closed { BAR_PX.1 } else { BAR_PX.0 };
    let filtered = pen.reader.filtered;
    let tall = |counted: fn(&Count) -> u32| move |count: &Count| (0.0, bar_px(counted(count), tallest_px));
    let open = |count: &Count| {
        let all_px = bar_px(count.all, tallest_px);
        let open_px = all_px * f64::from(count.open) / f64::from(count.all.max(1));
        (all_px - open_px, open_px)
    };
    let line = |class: &'static str, path: String| Sketch::new("path", class).with("d", path);
    let faded = filtered.then(|| line("col dim", columns(lane, &tall(|count| count.all))));
    let matching = line("col", columns(lane, &tall(|count| count.matching)));
    let opens = (!filtered).then(|| line("col open", columns(lane, &open)));
    let brackets = (!lane.closed).then(|| line("bracket", lane.clusters.iter().map(bracket).collect::<String>()));
    // Even where nothing lasted: another number of lines would have all of them made anew.
    let spans = line("spans", lane.spans.iter().map(span).collect::<String>());
    let lines = faded.into_iter().chain([matching]).chain(opens).chain(brackets).chain([spans]);
    Some(Sketch::new("svg", "tally").at(origin(pen.scene)).with("aria-hidden", "true").holding(lines))
}

/// The outline of all bars of a lane: for each, how far its foot is above the baseline and how tall it is, px.
fn columns(lane: &LaneScene, bar: &dyn Fn(&Count) -> (f64, f64)) -> String {
    let mut path = String::new();
    for cluster in &lane.clusters {
        let width_px = (cluster.column_px() - 1.0).max(1.0);
        for (x_px, count) in &cluster.columns {
            let (up_px, tall_px) = bar(count);
            if tall_px > 0.0 {
                path.push_str(&bar_path(*x_px, -up_px, width_px, tall_px));
            }
        }
    }
    path
}

/// How tall a bar is that counts so many, px. It grows by the square root at first and never reaches the top: its
/// height is the same wherever it stands, so that bars can be compared from view to view.
fn bar_px(count: u32, tallest_px: f64) -> f64 {
    let root = f64::from(count).sqrt();
    if count == 0 { 0.0 } else { 2.0 + (tallest_px - 2.0) * root / (root + HALF) }
}

/// The line of what lasted.
fn span((start_px, end_px, up_px): &(f64, f64, f64)) -> String {
    ["M", &tenths(*start_px), " ", &tenths(-up_px), "H", &tenths(*end_px)].concat()
}

fn bracket(cluster: &Cluster) -> String {
    let (down_px, end_px) = BRACKET_PX;
    let (start, end) = (tenths(cluster.x_px + 2.0), tenths(cluster.x_px + cluster.width_px - 2.0));
    let (top, line) = (tenths(down_px - end_px), tenths(down_px));
    ["M", &start, " ", &top, "V", &line, "H", &end, "V", &top].concat()
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
}
