//! How many events a region may draw one by one at a level, so that no view of it needs more than a page can bear.

use crate::{CLUSTER, Level, region_of};

/// What may be tried, the most first.
const TRIED: [u8; 10] = [CLUSTER as u8, 15, 12, 9, 7, 5, 4, 3, 2, 1];

/// A region with more events without a place of their own than these is counted, however few it holds.
pub const LOOSE: usize = 12;

/// A window spans at most so many regions: a wide view with its margins.
const WINDOW_REGIONS: i64 = 8;

/// What a mark with its bar of possible dates costs, in elements of a page.
const MARK_COST: usize = 2;

/// What a label costs beside.
const LABEL_COST: usize = 2;

/// What a region costs that is counted: its button, and the one event that is named.
const CLUSTER_COST: usize = 5;

/// The events of one lane at a level.
#[derive(Clone, Copy)]
pub struct LaneAtLevel<'a> {
    /// Where each stands, in order, axis seconds.
    pub all_sec: &'a [f64],
    /// Where each stands that has a place of its own, in order.
    pub named_sec: &'a [f64],
}

/// The most events that a region of a level may draw one by one, such that no window costs more than `budget` elements
/// in all lanes together. Lanes are taken as if each were fullest at the same time.
#[must_use]
pub fn single(lanes: &[LaneAtLevel<'_>], level: Level, budget: usize) -> u8 {
    let regions: Vec<Vec<Region>> = lanes.iter().map(|lane| regions(lane, level)).collect();
    let cost = |most: u8| regions.iter().map(|regions| dearest(regions, usize::from(most))).sum::<usize>();
    TRIED.into_iter().find(|most| cost(*most) <= budget).unwrap_or(0)
}

/// A region that holds anything.
struct Region {
    number: i64,
    all: usize,
    named: usize,
}

impl Region {
    /// What it costs to draw, if at most so many events are drawn one by one.
    fn cost(&self, most: usize) -> usize {
        if self.all > most || self.all.saturating_sub(self.named) > LOOSE {
            CLUSTER_COST
        } else {
            self.all * MARK_COST + self.named * LABEL_COST
        }
    }
}

fn regions(lane: &LaneAtLevel<'_>, level: Level) -> Vec<Region> {
    let mut regions: Vec<Region> = Vec::new();
    let mut named = lane.named_sec.iter().map(|sec| region_of(*sec, level)).peekable();
    for sec in lane.all_sec {
        let number = region_of(*sec, level);
        match regions.last_mut().filter(|last| last.number == number) {
            Some(last) => last.all += 1,
            None => regions.push(Region { number, all: 1, named: 0 }),
        }
    }
    for region in &mut regions {
        while named.next_if(|number| *number <= region.number).is_some() {
            region.named += 1;
        }
    }
    regions
}

/// What the dearest window of a lane costs.
fn dearest(regions: &[Region], most_single: usize) -> usize {
    let (mut most, mut sum, mut first) = (0, 0, 0);
    for region in regions {
        sum += region.cost(most_single);
        while regions[first].number <= region.number - WINDOW_REGIONS {
            sum -= regions[first].cost(most_single);
            first += 1;
        }
        most = most.max(sum);
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ONE: Level = Level(180);

    #[test]
    fn a_few_events_are_all_drawn_and_a_cluster_is_not() {
        let few: Vec<f64> = (0..12).map(|n| f64::from(n) * 10.0).collect();
        let lane = |all_sec| LaneAtLevel { all_sec, named_sec: &[] };
        assert_eq!(single(&[lane(&few)], ONE, 100), CLUSTER as u8);
        assert_eq!(single(&[lane(&few)], ONE, 23), 9, "twelve would cost 24");
        let many: Vec<f64> = (0..300).map(|n| f64::from(n) * 25.0).collect();
        assert_eq!(single(&[lane(&many), lane(&many)], ONE, 100), 9, "ten in a region: each is a cluster");
    }

    proptest! {
        #[test]
        fn more_room_draws_no_less(
            mut all_sec in prop::collection::vec(0.0..5_000.0_f64, 0..200), budget in 0..200_usize,
        ) {
            all_sec.sort_unstable_by(f64::total_cmp);
            let lanes = [LaneAtLevel { all_sec: &all_sec, named_sec: &all_sec[..all_sec.len() / 3] }];
            prop_assert!(single(&lanes, ONE, budget) <= single(&lanes, ONE, budget + 20));
        }
    }
}
