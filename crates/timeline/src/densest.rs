//! The stretch of time that shows most of a story: where its weightiest events stand closest.
//!
//! It is what a reader sees first, worked out when a story is compiled. No label is cut off at its edges: for the
//! labels they are walls (`Walls`).

use crate::Domain;
use crate::sort::sorted;

/// The share of the whole weight that the stretch must hold.
const SHARE: f64 = 0.8;

/// Of fewer events than these none stand close enough to leave the others out.
const FEW: usize = 8;

/// A stretch longer than this part of the whole is not worth leaving the whole for.
const WORTH_IT: f64 = 0.6;

/// The shortest stretch that holds four fifths of the weight of `events` (each a second and a weight), or the whole
/// extent where that would not be much shorter, or where there are only a handful of events.
#[must_use]
pub fn densest(events: &[(f64, u32)], extent: Domain) -> Domain {
    if events.len() < FEW {
        return extent;
    }
    let events: Vec<(f64, f64)> = events.iter().map(|(sec, weight)| (*sec, f64::from(*weight))).collect();
    let events = sorted(&events, |a, b| a.0.total_cmp(&b.0));
    let wanted = SHARE * events.iter().map(|(_, weight)| weight).sum::<f64>();
    let (mut best, mut end, mut held) = (extent, 0, 0.0);
    for (start, (start_sec, weight)) in events.iter().enumerate() {
        while held < wanted && end < events.len() {
            held += events[end].1;
            end += 1;
        }
        if held < wanted || end <= start {
            break;
        }
        let found = Domain { start_sec: *start_sec, end_sec: events[end - 1].0 };
        if found.end_sec - found.start_sec < best.end_sec - best.start_sec {
            best = found;
        }
        held -= weight;
    }
    let worth_it = best.end_sec - best.start_sec <= WORTH_IT * (extent.end_sec - extent.start_sec);
    if worth_it { best } else { extent }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const EXTENT: Domain = Domain { start_sec: 0.0, end_sec: 1_000.0 };

    #[test]
    fn a_burst_at_the_end_of_a_long_story_is_shown_first() {
        let mut events = vec![(10.0, 1), (500.0, 1)];
        events.extend((0..18).map(|n| (900.0 + f64::from(n), 1)));
        assert_eq!(densest(&events, EXTENT), Domain { start_sec: 900.0, end_sec: 915.0 });
    }

    #[test]
    fn an_even_story_is_shown_whole() {
        let events: Vec<(f64, u32)> = (0..100).map(|n| (f64::from(n) * 10.0, 1)).collect();
        assert_eq!(densest(&events, EXTENT), EXTENT);
    }

    #[test]
    fn weight_counts_for_more_than_number() {
        let mut events: Vec<(f64, u32)> = (0..10).map(|n| (f64::from(n) * 10.0, 1)).collect();
        events.extend([(800.0, 50), (810.0, 50)]);
        assert_eq!(densest(&events, EXTENT), Domain { start_sec: 800.0, end_sec: 810.0 });
    }

    #[test]
    fn a_handful_of_events_is_shown_whole() {
        assert_eq!(densest(&[(500.0, 5)], EXTENT), EXTENT);
        let burst: Vec<(f64, u32)> = (0..FEW).map(|n| (500.0 + n as f64, 1)).collect();
        assert_eq!(densest(&burst[1..], EXTENT), EXTENT);
        assert_ne!(densest(&burst, EXTENT), EXTENT, "eight are enough to be a burst");
    }

    #[test]
    fn a_story_without_events_is_shown_whole() {
        assert_eq!(densest(&[], EXTENT), EXTENT);
    }

    proptest! {
        #[test]
        fn the_stretch_holds_most_of_the_weight(
            events in prop::collection::vec((0.0..1_000.0_f64, 1..6_u32), 1..60),
        ) {
            let found = densest(&events, EXTENT);
            let all: u32 = events.iter().map(|(_, weight)| weight).sum();
            let held: u32 = events
                .iter()
                .filter(|(sec, _)| (found.start_sec..=found.end_sec).contains(sec))
                .map(|(_, weight)| weight)
                .sum();
            prop_assert!(f64::from(held) >= SHARE * f64::from(all) - 1e-9);
        }
    }
}
