//! How much each level may draw event by event, so that the page stays light.

use bundle::{LaneLevels, PlacementRow};
use timeline::{AxisBreaks, LaneAtLevel, Level, Row, single};

/// So many elements of a page the marks of a window may take.
const ELEMENTS: usize = 190;

/// For each level, the most events that a region draws one by one. It ends with the
/// level after which nothing changes any more.
pub(super) fn single_by_level(lanes: &[LaneLevels], axis_breaks: &AxisBreaks) -> Vec<u8> {
    let times: Vec<Vec<f64>> =
        lanes.iter().map(|lane| axis_secs(lane.events.iter().map(|(sec, _)| *sec), axis_breaks)).collect();
    let last = lanes.iter().flat_map(|lane| &lane.placement_rows).map(|row| row.level).max().unwrap_or(0);
    let at_level = |level: u8| {
        let named: Vec<Vec<f64>> = lanes.iter().map(|lane| named(lane, level, axis_breaks)).collect();
        let lanes: Vec<LaneAtLevel<'_>> =
            times.iter().zip(&named).map(|(all_sec, named_sec)| LaneAtLevel { all_sec, named_sec }).collect();
        single(&lanes, Level(level), ELEMENTS)
    };
    // Before the first level that is shown, everything is one region.
    let first = lanes.iter().flat_map(|lane| &lane.placement_rows).map(|row| row.level).min().unwrap_or(0);
    let before = std::iter::repeat_n(at_level(first), usize::from(first));
    before.chain((first..=last).map(at_level)).collect()
}

/// Where the events stand that have a label or a bar at a level, in order.
fn named(lane: &LaneLevels, level: u8, axis_breaks: &AxisBreaks) -> Vec<f64> {
    let is_named = |row: &&PlacementRow| matches!(Row::from_code(row.row), Some(Row::Label(_) | Row::Bar(_)));
    let rows = lane.placement_rows.iter().filter(|row| row.level <= level).filter(is_named);
    let placements = rows.flat_map(|row| &row.placements).filter(|placement| placement.until > level);
    let mut secs = axis_secs(placements.map(|placement| placement.sec), axis_breaks);
    secs.sort_unstable_by(f64::total_cmp);
    secs
}

fn axis_secs(secs: impl Iterator<Item = i64>, axis_breaks: &AxisBreaks) -> Vec<f64> {
    secs.map(|sec| axis_breaks.axis_from_sec(sec as f64)).collect()
}
