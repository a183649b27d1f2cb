//! The heights of the cards of a long list: those that were measured as they are, all others as estimated.

/// The heights of a list's cards. Every question and every change takes as many steps as the number of cards has
/// binary digits.
#[derive(Clone, Debug)]
pub struct Heights {
    estimate_px: f64,
    /// How far measured cards differ from the estimate, px, as a Fenwick tree: the element at `i` (from 1) holds the
    /// sum over the `i & -i` cards that end with card `i - 1`.
    differences_px: Vec<f64>,
    is_measured: bool,
}

impl Heights {
    /// So many cards of which none is measured yet.
    #[must_use]
    pub fn new(len: usize, estimate_px: f64) -> Self {
        Self { estimate_px, differences_px: vec![0.0; len + 1], is_measured: false }
    }

    /// How many cards there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.differences_px.len() - 1
    }

    /// The height that a card is taken to have until it is measured, px.
    #[must_use]
    pub fn estimate_px(&self) -> f64 {
        self.estimate_px
    }

    /// Whether any card was measured.
    #[must_use]
    pub fn is_measured(&self) -> bool {
        self.is_measured
    }

    /// How far the top of a card lies below the top of the list, px; for the number of cards, the height of the list.
    #[must_use]
    pub fn top_px(&self, card: usize) -> f64 {
        let card = card.min(self.len());
        let mut sum_px = card as f64 * self.estimate_px;
        let mut at = card;
        while at > 0 {
            sum_px += self.differences_px[at];
            at &= at - 1;
        }
        sum_px
    }

    /// The height of a card, px.
    #[must_use]
    pub fn height_px(&self, card: usize) -> f64 {
        self.top_px(card + 1) - self.top_px(card)
    }

    /// The card that covers a point, px below the top of the list; the first and the last beyond its ends.
    #[must_use]
    pub fn card_at(&self, y_px: f64) -> usize {
        let len = self.len();
        let (mut card, mut top_px) = (0, 0.0);
        let mut step = (len + 1).next_power_of_two() / 2;
        while step > 0 {
            if card + step <= len {
                let next_px = top_px + self.differences_px[card + step] + step as f64 * self.estimate_px;
                if next_px <= y_px {
                    (card, top_px) = (card + step, next_px);
                }
            }
            step /= 2;
        }
        card.min(len.saturating_sub(1))
    }

    /// Notes the height of a card, px.
    pub fn measure(&mut self, card: usize, height_px: f64) {
        let by_px = height_px.max(0.0) - self.height_px(card);
        self.is_measured = true;
        // Less than that is rounding.
        if card >= self.len() || by_px.abs() < 0.01 {
            return;
        }
        let mut at = card + 1;
        while let Some(difference_px) = self.differences_px.get_mut(at) {
            *difference_px += by_px;
            at += at & at.wrapping_neg();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_was_not_measured_is_as_high_as_estimated() {
        let heights = Heights::new(3, 100.0);
        assert_eq!((0..5).map(|card| heights.top_px(card)).collect::<Vec<_>>(), [0.0, 100.0, 200.0, 300.0, 300.0]);
        assert_eq!([-1.0, 0.0, 99.0, 100.0, 299.0, 900.0].map(|y| heights.card_at(y)), [0, 0, 0, 1, 2, 2]);
    }

    #[test]
    fn a_list_without_cards_has_no_height() {
        let mut heights = Heights::new(0, 100.0);
        heights.measure(0, 50.0);
        assert_eq!((heights.len(), heights.top_px(3), heights.card_at(7.0)), (0, 0.0, 0));
    }

    #[test]
    fn cards_without_height_are_passed_over() {
        let mut heights = Heights::new(3, 10.0);
        heights.measure(1, 0.0);
        assert_eq!((heights.card_at(10.0), heights.top_px(3)), (2, 20.0));
    }

    proptest! {
        #[test]
        fn tops_are_the_sums_of_all_heights_above(
            len in 1..300_usize,
            measured in prop::collection::vec((0..300_usize, 0..2_000_u32), 0..80),
        ) {
            let mut heights = Heights::new(len, 120.0);
            let mut plain = vec![120.0; len];
            for (card, height_px) in measured {
                heights.measure(card, f64::from(height_px));
                if let Some(plain) = plain.get_mut(card) {
                    *plain = f64::from(height_px);
                }
            }
            let mut top_px = 0.0;
            for (card, height_px) in plain.iter().enumerate() {
                prop_assert!((heights.top_px(card) - top_px).abs() < 1e-6);
                prop_assert!((heights.height_px(card) - height_px).abs() < 1e-6);
                if *height_px > 0.0 {
                    prop_assert_eq!(heights.card_at(top_px + height_px / 2.0), card);
                }
                top_px += height_px;
            }
            prop_assert!((heights.top_px(len) - top_px).abs() < 1e-6);
        }

        #[test]
        fn no_point_is_outside_the_list(len in 1..100_usize, y_px in any::<f64>()) {
            prop_assert!(Heights::new(len, 50.0).card_at(y_px) < len);
        }
    }
}
