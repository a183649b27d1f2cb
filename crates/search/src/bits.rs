//! A set of row numbers as bits.

use std::ops::Range;

/// Bits in a word.
const WORD: usize = 64;

/// A set of the numbers below a length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bits {
    words: Vec<u64>,
    len: usize,
}

impl Bits {
    /// None of the numbers below `len`.
    #[must_use]
    pub fn none(len: usize) -> Self {
        let mut bits = Self::default();
        bits.reset(len);
        bits
    }

    /// All of the numbers below `len`.
    #[must_use]
    pub fn all(len: usize) -> Self {
        let mut bits = Self::default();
        bits.reset_to_all(len);
        bits
    }

    /// Becomes an empty set of numbers below `len`; keeps its memory.
    pub(crate) fn reset(&mut self, len: usize) {
        self.words.clear();
        self.words.resize(len.div_ceil(WORD), 0);
        self.len = len;
    }

    /// Becomes the set of all numbers below `len`; keeps its memory.
    pub(crate) fn reset_to_all(&mut self, len: usize) {
        self.words.clear();
        self.words.resize(len.div_ceil(WORD), u64::MAX);
        self.len = len;
        if let Some(last) = self.words.last_mut().filter(|_| !len.is_multiple_of(WORD)) {
            *last >>= WORD - len % WORD;
        }
    }

    /// Becomes a copy of another set; keeps its memory.
    pub(crate) fn copy_from(&mut self, other: &Self) {
        self.words.clear();
        self.words.extend_from_slice(&other.words);
        self.len = other.len;
    }

    /// Becomes what another set holds below `len`; keeps its memory.
    pub(crate) fn copy_beginning(&mut self, other: &Self, len: usize) {
        self.words.clear();
        self.words.extend_from_slice(other.words.get(..len.div_ceil(WORD)).unwrap_or(&other.words));
        self.len = len.min(other.len);
        self.trim();
    }

    /// The length below which its numbers lie.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether it holds no number.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Whether it holds a number.
    #[inline]
    #[must_use]
    pub fn has(&self, at: usize) -> bool {
        self.words.get(at / WORD).is_some_and(|word| word >> (at % WORD) & 1 == 1)
    }

    /// Adds a number; one beyond its length is passed over.
    #[inline]
    pub(crate) fn add(&mut self, at: usize) {
        if at < self.len
            && let Some(word) = self.words.get_mut(at / WORD)
        {
            *word |= 1 << (at % WORD);
        }
    }

    /// Adds the numbers of little-endian bits; those beyond its length are passed over.
    pub(crate) fn add_bits(&mut self, bytes: &[u8]) {
        for (word, bytes) in self.words.iter_mut().zip(bytes.chunks(WORD / 8)) {
            let mut whole = [0; WORD / 8];
            for (to, from) in whole.iter_mut().zip(bytes) {
                *to = *from;
            }
            *word |= u64::from_le_bytes(whole);
        }
        self.trim();
    }

    fn trim(&mut self) {
        if let Some(last) = self.words.last_mut().filter(|_| !self.len.is_multiple_of(WORD)) {
            *last &= u64::MAX >> (WORD - self.len % WORD);
        }
    }

    /// How many numbers it holds.
    #[must_use]
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many of its numbers lie in a range.
    #[must_use]
    pub fn count_in(&self, from: usize, to: usize) -> usize {
        self.before(to).saturating_sub(self.before(from))
    }

    fn before(&self, end: usize) -> usize {
        let whole = self.words.iter().take(end / WORD).map(|word| word.count_ones() as usize).sum::<usize>();
        let rest = self.words.get(end / WORD).map_or(0, |word| (word & ((1 << (end % WORD)) - 1)).count_ones());
        whole + rest as usize
    }

    /// Its numbers, ascending.
    #[must_use]
    pub fn iter(&self) -> Numbers<'_> {
        Numbers { rest: &self.words, word: 0, next: 0 }
    }

    /// Keeps what lies in a range.
    pub(crate) fn keep(&mut self, range: &Range<usize>) {
        for (at, word) in self.words.iter_mut().enumerate() {
            let below = |end: usize| match end.saturating_sub(at * WORD) {
                bits if bits < WORD => (1 << bits) - 1,
                _ => u64::MAX,
            };
            *word &= below(range.end) & !below(range.start);
        }
    }

    /// Keeps what the other set holds too.
    pub(crate) fn and(&mut self, other: &Self) {
        self.zip(other, |own, other| *own &= other);
    }

    /// Adds what the other set holds.
    pub(crate) fn or(&mut self, other: &Self) {
        self.zip(other, |own, other| *own |= other);
    }

    /// Takes out what the other set holds.
    pub(crate) fn and_not(&mut self, other: &Self) {
        self.zip(other, |own, other| *own &= !other);
    }

    fn zip(&mut self, other: &Self, change: impl Fn(&mut u64, u64)) {
        self.words.iter_mut().zip(&other.words).for_each(|(own, other)| change(own, *other));
    }
}

/// The numbers of a set, ascending.
pub struct Numbers<'a> {
    rest: &'a [u64],
    /// What is left of the word before `rest`.
    word: u64,
    /// The number of the first bit of `rest`.
    next: usize,
}

impl Iterator for Numbers<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.word == 0 {
            let (first, rest) = self.rest.split_first()?;
            (self.word, self.rest) = (*first, rest);
            self.next += WORD;
        }
        let place = self.word.trailing_zeros() as usize;
        self.word &= self.word - 1;
        Some(self.next - WORD + place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn a_set_of_bits_is_a_set(len in 0..200_usize, a: Vec<u8>, b: Vec<u8>, from in 0..220_usize, to in 0..220_usize) {
            let set = |numbers: &[u8]| -> BTreeSet<usize> { numbers.iter().map(|n| usize::from(*n)).filter(|n| *n < len).collect() };
            let bits = |numbers: &[u8]| {
                let mut bits = Bits::none(len);
                numbers.iter().for_each(|n| bits.add((*n).into()));
                bits
            };
            let (sets, mut of_a) = ((set(&a), set(&b)), bits(&a));
            prop_assert_eq!(of_a.iter().collect::<BTreeSet<_>>(), sets.0.clone());
            prop_assert_eq!(of_a.count(), sets.0.len());
            prop_assert_eq!(of_a.count_in(from, to), sets.0.iter().filter(|n| (from..to).contains(*n)).count());
            of_a.and(&bits(&b));
            prop_assert_eq!(of_a.iter().collect::<BTreeSet<_>>(), &sets.0 & &sets.1);
            of_a.or(&bits(&b));
            of_a.and_not(&bits(&a));
            prop_assert_eq!(of_a.iter().collect::<BTreeSet<_>>(), &sets.1 - &sets.0);
            let mut kept = bits(&a);
            kept.keep(&(from..to));
            let within = sets.0.iter().copied().filter(|n| (from..to).contains(n));
            prop_assert_eq!(kept.iter().collect::<BTreeSet<_>>(), within.collect());
            of_a.reset_to_all(len);
            prop_assert_eq!(of_a.iter().count(), len);
            let mut beginning = Bits::default();
            beginning.copy_beginning(&bits(&a), from);
            prop_assert_eq!(beginning.iter().collect::<BTreeSet<_>>(), sets.0.range(..from).copied().collect());
        }
    }
}
