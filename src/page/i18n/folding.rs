//! Case and diacritics folded with the browser's own `normalize`, so that no Unicode tables travel in the wasm.

use std::{cell::RefCell, collections::BTreeMap};

use search::Fold;

use super::intl::normalised;

/// Folds a character as the browser does, and remembers it.
#[derive(Default)]
pub struct BrowserFold {
    seen: RefCell<BTreeMap<char, String>>,
}

impl Fold for BrowserFold {
    fn fold(&self, c: char, out: &mut String) {
        out.push_str(self.seen.borrow_mut().entry(c).or_insert_with(|| normalised(c)));
    }
}
