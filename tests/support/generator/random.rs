//! Numbers that look random and are the same on any machine.

/// Sebastiano Vigna's splitmix64 (<https://prng.di.unimi.it/splitmix64.c>): small, and good enough to spread events.
#[derive(Clone, Debug)]
pub(super) struct Random {
    state: u64,
}

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below `end`, which must not be 0. The bias of the remainder is below one in 2^40 here.
    pub(super) fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// Whether something happens that happens so many times in a hundred.
    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of a list.
    pub(super) fn one_of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }

    /// The position of a share that is picked as often as it is large.
    pub(super) fn share(&mut self, shares: &Shares) -> usize {
        let drawn = self.below(shares.sum());
        shares.ends.partition_point(|end| *end <= drawn)
    }
}

/// Shares of a whole, by their running sum.
#[derive(Clone, Debug)]
pub(super) struct Shares {
    ends: Vec<usize>,
}

impl Shares {
    /// From the sizes of the shares, at least one of which is not 0.
    pub(super) fn new(sizes: impl IntoIterator<Item = usize>) -> Self {
        let mut sum = 0;
        let ends = sizes.into_iter().map(|size| {
            sum += size;
            sum
        });
        Self { ends: ends.collect() }
    }

    fn sum(&self) -> usize {
        self.ends.last().copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_published_algorithm() {
        let mut random = Random::new(1_234_567);
        let first = [random.next(), random.next(), random.next()];
        assert_eq!(first, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn a_share_is_picked_as_often_as_it_is_large() {
        let mut random = Random::new(7);
        let shares = Shares::new([0, 10, 0, 30]);
        let mut counts = [0_usize; 4];
        for _ in 0..4000 {
            counts[random.share(&shares)] += 1;
        }
        assert_eq!((counts[0], counts[2]), (0, 0));
        assert!((2800..3200).contains(&counts[3]), "{counts:?}");
    }
}
