//! What many measurements say together.

/// Measurements, sorted.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Distribution {
    sorted: Vec<f64>,
}

impl Distribution {
    /// From measurements in any order.
    pub(crate) fn new(values: impl IntoIterator<Item = f64>) -> Self {
        let mut sorted: Vec<_> = values.into_iter().collect();
        sorted.sort_by(f64::total_cmp);
        Self { sorted }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.sorted.len()
    }

    /// The middle one; `None` where there is none.
    pub(crate) fn median(&self) -> Option<f64> {
        self.at_least(0.5)
    }

    /// The one that 99 of 100 do not exceed.
    pub(crate) fn p99(&self) -> Option<f64> {
        self.at_least(0.99)
    }

    /// The greatest.
    pub(crate) fn most(&self) -> Option<f64> {
        self.sorted.last().copied()
    }

    /// The smallest measurement that a share of all does not exceed (the nearest rank).
    fn at_least(&self, share: f64) -> Option<f64> {
        let rank = (share * self.sorted.len() as f64).ceil() as usize;
        self.sorted.get(rank.saturating_sub(1)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_percentiles_are_measurements_that_were_made() {
        let hundred = Distribution::new((1..=100).rev().map(f64::from));
        assert_eq!((hundred.median(), hundred.p99(), hundred.most()), (Some(50.0), Some(99.0), Some(100.0)));
        let three = Distribution::new([9.0, 1.0, 2.0]);
        assert_eq!((three.median(), three.p99()), (Some(2.0), Some(9.0)));
    }

    #[test]
    fn nothing_measured_says_nothing() {
        let none = Distribution::default();
        assert_eq!((none.median(), none.p99(), none.most()), (None, None, None));
    }
}
