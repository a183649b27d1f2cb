//! How one character is folded, so that "É", "é" and "e" are the same.

use crate::script::{folded_letter, is_diacritic};

/// Folds what is beyond ASCII.
pub trait Fold {
    /// Appends the compatibility decomposition (NFKD) of `c` in lower case to `out`. Combining marks may stay: those
    /// that are diacritics are dropped afterwards. Never called for ASCII.
    fn fold(&self, c: char, out: &mut String);
}

/// Appends the folded form of a character to `out`; nothing for a diacritic.
pub(crate) fn fold_char(c: char, fold: &dyn Fold, scratch: &mut String, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    scratch.clear();
    fold.fold(c, scratch);
    for c in scratch.chars().filter(|&c| !is_diacritic(c)) {
        match folded_letter(c) {
            Some(letters) => out.push_str(letters),
            None => out.push(c.to_ascii_lowercase()),
        }
    }
}
