//! The stretch of a long list that is drawn, and the gaps in place of the rest.

use std::ops::Range;

use super::Heights;

/// Shorter lists are drawn whole.
pub const SHORT: usize = 40;
/// So many cards of a long list are printed.
pub const PRINTED: usize = 300;
/// More cards than these are never drawn around the window.
const MOST: usize = 36;
/// More cards than these are not drawn above the window.
const MOST_ABOVE: usize = 10;

/// A list is made no higher than this, px: browsers give up between 17 (Firefox) and 33 million.
const HIGHEST_PX: f64 = 15e6;

/// A card that is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Card {
    /// Its place in the list, from 0.
    pub at: usize,
    /// The room above it for those that are not drawn, px.
    pub gap_px: f64,
}

/// The cards to draw so that a view and as much again on either side is covered; the view is px below the top of
/// the list.
#[must_use]
pub fn stretch_around(heights: &Heights, view_px: &Range<f64>) -> Range<usize> {
    let margin_px = view_px.end - view_px.start;
    let first_in_view = heights.card_at(view_px.start);
    let first = heights.card_at(view_px.start - margin_px).max(first_in_view.saturating_sub(MOST_ABOVE));
    let last = heights.card_at(view_px.end + margin_px);
    first..(last + 1).min(first + MOST).min(heights.len())
}

/// How many times less room than they would take is left for the cards that are not drawn.
fn scale(heights: &Heights) -> f64 {
    (HIGHEST_PX / heights.top_px(heights.len())).min(1.0)
}

/// Where a point of the list as it is drawn, px below its top, lies in the list as it would be if drawn whole.
#[must_use]
pub fn whole_from_drawn_px(heights: &Heights, stretch: &Range<usize>, y_px: f64) -> f64 {
    let scale = scale(heights);
    let (first_px, last_px) = (heights.top_px(stretch.start), heights.top_px(stretch.end));
    let below_gap_px = y_px - first_px * scale;
    if below_gap_px < 0.0 {
        y_px / scale
    } else {
        let below_px = below_gap_px - (last_px - first_px);
        first_px + below_gap_px.min(last_px - first_px) + below_px.max(0.0) / scale
    }
}

/// Whether a stretch covers a view and a third of it on either side, or as much of that as can be drawn.
#[must_use]
pub fn is_covered(heights: &Heights, stretch: &Range<usize>, view_px: &Range<f64>) -> bool {
    let margin_px = (view_px.end - view_px.start) / 3.0;
    let wanted = stretch_around(heights, &(view_px.start..view_px.end));
    let first = heights.card_at(view_px.start - margin_px).max(wanted.start);
    let last = heights.card_at(view_px.end + margin_px).min(wanted.end.saturating_sub(1));
    stretch.start <= first && last < stretch.end
}

/// The cards of a stretch, and where the focus stands elsewhere the card that holds it and its neighbours, so that Tab
/// goes on from there; each with the gap above it, and the gap below the last.
#[must_use]
pub fn cards(heights: &Heights, stretch: Range<usize>, focused: Option<usize>) -> (Vec<Card>, f64) {
    let mut drawn: Vec<usize> = stretch.clone().collect();
    if let Some(focused) = focused.filter(|at| !stretch.contains(at) && *at < heights.len()) {
        let kept = focused.saturating_sub(1)..(focused + 2).min(heights.len());
        drawn.extend(kept.filter(|at| !stretch.contains(at)));
        drawn.sort_unstable();
    }
    let scale = scale(heights);
    let mut end_px = 0.0;
    let cards = drawn.into_iter().map(|at| {
        let gap_px = (heights.top_px(at) - end_px).max(0.0) * scale;
        end_px = heights.top_px(at + 1);
        Card { at, gap_px }
    });
    let cards = cards.collect();
    (cards, (heights.top_px(heights.len()) - end_px).max(0.0) * scale)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_heights() -> impl Strategy<Value = Heights> {
        let measured = prop::collection::vec((0..5_000_usize, 40..2_000_u32), 0..60);
        (1..5_000_usize, measured).prop_map(|(len, measured)| {
            let mut heights = Heights::new(len, 130.0);
            measured.into_iter().for_each(|(card, px)| heights.measure(card, f64::from(px)));
            heights
        })
    }

    #[test]
    fn a_view_is_drawn_with_as_much_again_on_either_side() {
        let heights = Heights::new(1_000, 100.0);
        assert_eq!(stretch_around(&heights, &(50_000.0..50_800.0)), 492..517);
        assert_eq!(stretch_around(&heights, &(-3_000.0..-2_200.0)), 0..1, "the list is below the window");
        assert_eq!(stretch_around(&heights, &(200_000.0..200_800.0)), 999..1_000, "or above it");
    }

    #[test]
    fn the_card_with_the_focus_stays_with_its_neighbours() {
        let heights = Heights::new(1_000, 100.0);
        let (drawn, below_px) = cards(&heights, 500..502, Some(3));
        let places: Vec<(usize, f64)> = drawn.iter().map(|card| (card.at, card.gap_px)).collect();
        assert_eq!(places, [(2, 200.0), (3, 0.0), (4, 0.0), (500, 49_500.0), (501, 0.0)]);
        assert!((below_px - 49_800.0).abs() < 1e-6);
        assert_eq!(cards(&heights, 500..502, Some(501)).0.len(), 2);
        assert_eq!(cards(&heights, 500..502, Some(502)).0.last().map(|card| card.at), Some(503));
        assert_eq!(cards(&heights, 500..502, Some(9_000)).0.len(), 2, "a place of another list");
    }

    #[test]
    fn a_list_higher_than_a_browser_bears_is_squeezed_between_its_cards() {
        let heights = Heights::new(1_000_000, 150.0);
        let stretch = 500_000..500_020;
        let (drawn, below_px) = cards(&heights, stretch.clone(), None);
        let gap_px = drawn.first().map_or(0.0, |card| card.gap_px);
        assert!((gap_px - 7.5e6).abs() < 1.0 && (gap_px + below_px + 3_000.0) < 15.1e6);
        let whole_px = |y_px| whole_from_drawn_px(&heights, &stretch, y_px);
        assert!((whole_px(gap_px) - 75e6).abs() < 1.0, "the first card stands where it is");
        assert!((whole_px(gap_px + 3_000.0) - 75e6 - 3_000.0).abs() < 1.0, "cards are as high as they are");
        assert!((whole_px(gap_px + 3_000.0 + below_px) - 150e6).abs() < 1.0, "and the end is the end");
    }

    proptest! {
        #[test]
        fn in_a_list_of_its_own_height_every_point_is_where_it_is(heights in any_heights(), part in 0.0..1.0, y_px in -1e4..1e7) {
            let top_px = part * heights.top_px(heights.len());
            let stretch = stretch_around(&heights, &(top_px..top_px + 700.0));
            prop_assert!((whole_from_drawn_px(&heights, &stretch, y_px) - y_px).abs() < 1e-6);
        }

        #[test]
        fn few_are_drawn_and_they_cover_the_view(heights in any_heights(), part in 0.0..1.0, height_px in 300.0..1_200.0) {
            let top_px = part * heights.top_px(heights.len());
            let view_px = top_px..top_px + height_px;
            let stretch = stretch_around(&heights, &view_px);
            prop_assert!(stretch.len() <= MOST);
            prop_assert!(stretch.contains(&heights.card_at(view_px.start)));
            prop_assert!(stretch.contains(&heights.card_at(view_px.end)) || stretch.len() == MOST);
            prop_assert!(is_covered(&heights, &stretch, &view_px), "what was drawn last is enough");
        }

        #[test]
        fn cards_and_gaps_fill_the_list(heights in any_heights(), part in 0.0..1.0, focused in prop::option::of(0..5_000_usize)) {
            let len_px = heights.top_px(heights.len());
            let stretch = stretch_around(&heights, &(part * len_px..part * len_px + 700.0));
            let (drawn, below_px) = cards(&heights, stretch, focused);
            let filled_px: f64 = drawn.iter().map(|card| card.gap_px + heights.height_px(card.at)).sum();
            prop_assert!((filled_px + below_px - len_px).abs() < 1e-6);
            prop_assert!(drawn.is_sorted_by(|a, b| a.at < b.at));
        }
    }
}
