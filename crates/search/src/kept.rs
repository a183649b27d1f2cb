//! What a searcher keeps from one search to the next.

use crate::bits::Bits;

/// A set of quotes and one of events, for as long as what they depend on stays the same.
pub(crate) struct Kept<K> {
    pub(crate) key: Option<K>,
    pub(crate) quotes: Bits,
    pub(crate) events: Bits,
}

impl<K> Default for Kept<K> {
    fn default() -> Self {
        Self { key: None, quotes: Bits::default(), events: Bits::default() }
    }
}

impl<K: PartialEq> Kept<K> {
    /// The sets for a key; made where the key is another one.
    pub(crate) fn get(&mut self, key: K, make: impl FnOnce(&mut Bits, &mut Bits)) -> &Self {
        if self.key.as_ref() != Some(&key) {
            make(&mut self.quotes, &mut self.events);
            self.key = Some(key);
        }
        self
    }
}
