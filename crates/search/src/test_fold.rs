//! Folding for the tests, as a browser does it.

use crate::Fold;
use unicode_normalization::UnicodeNormalization;

/// Decomposes and lower-cases by the Unicode tables.
pub(crate) struct Unicode;

impl Fold for Unicode {
    fn fold(&self, c: char, out: &mut String) {
        out.extend([c].into_iter().nfkd().flat_map(char::to_lowercase));
    }
}
