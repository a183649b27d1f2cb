//! How much each level may draw event by event, so that the page stays light.

use bundle::{LaneLevels, Shelf};
use timeline::{Folds, LanePlaces, Level, Row, single};

/// So many elements of a page the marks of a window may take.
const ELEMENTS: usize = 190;

/// For each level, the most events that a region draws one by one. It ends with the
/// level after which nothing changes any more.
pub(super) fn single_by_level(lanes: &[LaneLevels], folds: &Folds) -> Vec<u8> {
    let places: Vec<Vec<f64>> =
        lanes.iter().map(|lane| axis_secs(lane.events.iter().map(|(sec, _)| *sec), folds)).collect();
    let last = lanes.iter().flat_map(|lane| &lane.shelves).map(|shelf| shelf.level).max().unwrap_or(0);
    let at_level = |level: u8| {
        let named: Vec<Vec<f64>> = lanes.iter().map(|lane| named(lane, level, folds)).collect();
        let lanes: Vec<LanePlaces<'_>> =
            places.iter().zip(&named).map(|(all_sec, named_sec)| LanePlaces { all_sec, named_sec }).collect();
        single(&lanes, Level(level), ELEMENTS)
    };
    // Before the first level that is shown, everything is one region.
    let first = lanes.iter().flat_map(|lane| &lane.shelves).map(|shelf| shelf.level).min().unwrap_or(0);
    let before = std::iter::repeat_n(at_level(first), usize::from(first));
    before.chain((first..=last).map(at_level)).collect()
}

/// Where the events stand that have a label or a bar at a level, in order.
fn named(lane: &LaneLevels, level: u8, folds: &Folds) -> Vec<f64> {
    let is_named = |shelf: &&Shelf| matches!(Row::from_code(shelf.row), Some(Row::Label(_) | Row::Bar(_)));
    let shelves = lane.shelves.iter().filter(|shelf| shelf.level <= level).filter(is_named);
    let spots = shelves.flat_map(|shelf| &shelf.spots).filter(|spot| spot.until > level);
    let mut secs = axis_secs(spots.map(|spot| spot.sec), folds);
    secs.sort_unstable_by(f64::total_cmp);
    secs
}

fn axis_secs(secs: impl Iterator<Item = i64>, folds: &Folds) -> Vec<f64> {
    secs.map(|sec| folds.axis_from_sec(sec as f64)).collect()
}
