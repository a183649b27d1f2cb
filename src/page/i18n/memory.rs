//! What has been put into words already: a browser takes long for each date, and the same ones are asked for again with
//! every scene.

use std::{cell::RefCell, collections::BTreeMap};

/// What was said, by what it was said of.
#[derive(Default)]
pub(super) struct Memory {
    worded: RefCell<BTreeMap<(u8, i64, i64), Option<String>>>,
}

impl Memory {
    /// More than these are not kept.
    const MOST: usize = 2_000;

    /// What was said of the same before, else what is said now.
    pub(super) fn get(&self, key: (u8, i64, i64), say: impl FnOnce() -> Option<String>) -> Option<String> {
        if let Some(worded) = self.worded.borrow().get(&key) {
            return worded.clone();
        }
        let said = say();
        let mut worded = self.worded.borrow_mut();
        if worded.len() >= Self::MOST {
            worded.clear();
        }
        worded.insert(key, said.clone());
        said
    }
}
