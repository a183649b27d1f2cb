//! What was made of files, kept from one run to the next by a hash of their bytes.

use std::cell::RefCell;
use std::collections::HashMap;
use std::mem;
use std::sync::Arc;

use pictures::{Fault, Picture};

/// The SHA-256 of a file's bytes, and what was made of it.
type Key = ([u8; 32], MadeFor);
type Made = Arc<Result<Picture, Fault>>;

/// What a picture is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum MadeFor {
    /// To be looked at, in every width.
    Picture,
    /// To stand beside a name.
    Portrait,
}

/// The pictures that were made in the last run and in this one. Those that a run does not ask for are forgotten with the next.
#[derive(Debug, Default)]
pub struct MediaCache {
    before: RefCell<HashMap<Key, Made>>,
    now: RefCell<HashMap<Key, Made>>,
}

impl MediaCache {
    /// Begins a run.
    pub(super) fn begin(&self) {
        *self.before.borrow_mut() = mem::take(&mut self.now.borrow_mut());
    }

    /// What was made of these bytes, or is made now.
    pub(super) fn made(&self, key: Key, make: impl FnOnce() -> Result<Picture, Fault>) -> Made {
        if let Some(made) = self.now.borrow().get(&key) {
            return Arc::clone(made);
        }
        let made = self.before.borrow_mut().remove(&key).unwrap_or_else(|| Arc::new(make()));
        self.now.borrow_mut().insert(key, Arc::clone(&made));
        made
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_once_is_made_again_only_after_a_run_without_it() {
        let cache = MediaCache::default();
        let made = std::cell::Cell::new(0);
        let ask = |byte: u8| {
            drop(cache.made(([byte; 32], MadeFor::Picture), || {
                made.set(made.get() + 1);
                pictures::prepare(b"")
            }));
        };
        cache.begin();
        ask(1);
        ask(1);
        cache.begin();
        ask(1);
        assert_eq!(made.get(), 1);
        cache.begin();
        ask(2);
        cache.begin();
        ask(1);
        assert_eq!(made.get(), 3);
    }
}
