//! How one character is folded, so that "É", "é" and "e" are the same.

use crate::script::{folded_letter, is_separator};

/// Folds what is beyond ASCII.
pub trait Fold {
    /// Appends the compatibility decomposition (NFKD) of `c` in lower case to `out`. Combining marks may stay: those
    /// that are diacritics are dropped afterwards. Never called for ASCII, punctuation and diacritics.
    fn fold(&self, c: char, out: &mut String);
}

/// Appends a character's decomposition in lower case; a separator stays as it is.
pub(crate) fn fold_char(c: char, fold: &dyn Fold, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
    } else if is_separator(c) {
        out.push(c);
    } else {
        fold.fold(c, out);
    }
}

/// Appends a letter of a decomposition, without the stroke or the ligature that no decomposition undoes.
pub(crate) fn push_letter(c: char, out: &mut String) {
    match if c.is_ascii() { None } else { folded_letter(c) } {
        Some(letters) => out.push_str(letters),
        None => out.push(c.to_ascii_lowercase()),
    }
}
