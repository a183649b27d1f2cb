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
        out.push_str(self.seen.borrow_mut().entry(c).or_insert_with(|| folded(c)));
    }
}

/// The base of a character in lower case. Combining marks of Latin, Greek and Cyrillic fall away.
fn folded(c: char) -> String {
    normalised(c).chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect()
}
