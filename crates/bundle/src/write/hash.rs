//! The hash by which the writer finds what it has met before. It decides nothing about the bytes of a bundle.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use xxhash_rust::xxh64::xxh64;

/// A map from what the author wrote. The standard hash withstands attackers, at three times the time for the short
/// texts of a large story; authors do not attack themselves.
pub(super) type Met<K> = HashMap<K, u32, BuildHasherDefault<Xxh64>>;

/// XXH64, chained over what is written.
#[derive(Default)]
pub(super) struct Xxh64(u64);

impl Hasher for Xxh64 {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = xxh64(bytes, self.0);
    }

    /// The byte that ends a text says nothing that its length does not.
    fn write_u8(&mut self, byte: u8) {
        self.0 = self.0.rotate_left(8) ^ u64::from(byte);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
