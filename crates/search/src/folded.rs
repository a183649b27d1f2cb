//! A text as search sees it: words in folded form with one space between them, and the way back to the original.

use crate::Fold;
use crate::fold::{fold_char, push_letter};
use crate::script::{is_diacritic, is_extending, is_ignored, is_separator};
use std::ops::Range;

/// A text, folded, with the way back to the bytes it came from.
#[derive(Clone, Debug)]
pub struct Folded {
    /// The words, folded; each run of separators after a word is one space.
    text: String,
    /// For each byte of `text`, where in the original the character begins that it came from, marks included; then
    /// the length of the original.
    origins: Vec<u32>,
}

impl Folded {
    /// Folds a text. Of a text longer than 4 GiB only the beginning can be found.
    #[must_use]
    pub fn new(text: &str, fold: &dyn Fold) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), origins: Vec::with_capacity(text.len() + 1) };
        fold_text(text, fold, &mut folded.text, Some(&mut folded.origins));
        folded.origins.push(text.len().min(u32::MAX as usize) as u32);
        folded
    }

    /// The folded words; may end in a space, never begins with one.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the original from which a range of the folded text came; whole characters, with the marks that
    /// follow them.
    pub(crate) fn original(&self, folded: &Range<usize>) -> Option<Range<usize>> {
        let start = *self.origins.get(folded.start)?;
        let last = *self.origins.get(folded.end.checked_sub(1)?)?;
        let end = *self.origins.get(folded.end..)?.iter().find(|&&origin| origin > last)?;
        Some(start as usize..end as usize)
    }

    /// What a range of the original, bytes, was folded to.
    pub(crate) fn of_original(&self, original: &Range<usize>) -> &str {
        let [start, end] =
            [original.start, original.end].map(|at| self.origins.partition_point(|&it| (it as usize) < at));
        self.text.get(start..end).unwrap_or_default()
    }
}

/// A text, folded, without a way back.
pub(crate) fn folded(text: &str, fold: &dyn Fold) -> String {
    let mut out = String::new();
    fold_text(text, fold, &mut out, None);
    out
}

/// Appends the folded words of a text to an empty one; and for each byte of them, where the character begins that it
/// came from, with those that extend it.
pub(crate) fn fold_text(text: &str, fold: &dyn Fold, out: &mut String, mut origins: Option<&mut Vec<u32>>) {
    let mut scratch = String::new();
    let mut cluster_at = 0;
    for (at, c) in text.char_indices().take_while(|&(at, _)| at < u32::MAX as usize) {
        if c.is_ascii() {
            cluster_at = at as u32;
            push_folded(c.to_ascii_lowercase(), out);
        } else {
            if !is_extending(c) {
                cluster_at = at as u32;
            }
            if !is_ignored(c) && !is_diacritic(c) {
                scratch.clear();
                fold_char(c, fold, &mut scratch);
                scratch.chars().filter(|&c| !is_diacritic(c)).for_each(|c| push_folded(c, out));
            }
        }
        if let Some(origins) = &mut origins {
            origins.resize(out.len(), cluster_at);
        }
    }
}

/// Appends a letter of a decomposition; a single space for a run of separators, those included that only folding
/// brings to light ("½" is 1⁄2).
fn push_folded(c: char, out: &mut String) {
    if !is_separator(c) {
        push_letter(c, out);
    } else if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_fold::Unicode;

    fn folded(text: &str) -> String {
        super::folded(text, &Unicode)
    }

    #[test]
    fn case_diacritics_and_punctuation_fold() {
        let cases = [
            ("Kim Jong-un’s “visit”…", "kim jong un s visit "),
            ("  ÉCOLE  e\u{301}cole", "ecole ecole"),
            ("Straße Łódź Søren ﬁn ½", "strasse lodz soren fin 1 2"),
            ("ＫＣＮＡ、ロシア。", "kcna ロシア "),
            ("co\u{AD}operate", "cooperate"),
            ("\u{301}a", "a"),
            ("", ""),
            ("…", ""),
            ("ΟΔΟΣ οδος", "οδοσ οδοσ"),
        ];
        for (text, expected) in cases {
            assert_eq!(folded(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_written_otherwise_and_is_the_same_folds_alike_and_what_is_another_word_does_not() {
        let alike = [
            ("straße", "STRASSE"),
            ("İstanbul", "istanbul"),
            ("ılık", "ilik"),
            ("ὈΔΥΣΣΕΎΣ", "οδυσσευς"),
            ("ﬁn", "fin"),
            ("한국", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}"),
            ("ガ", "カ\u{3099}"),
            ("ｶﾞ", "ガ"),
            ("السـلام", "السَّلَامُ"),
            ("שָׁלוֹם", "שלום"),
            ("ё й", "е и"),
            ("Ⅳ", "iv"),
            ("Å", "\u{41}\u{30A}"),
        ];
        for (a, b) in alike {
            assert_eq!(folded(a), folded(b), "{a} {b}");
        }
        let apart = [("कि", "का"), ("कि", "क"), ("กิ", "กี"), ("か", "が"), ("ka", "kā́b"), ("မိ", "မ")];
        for (a, b) in apart {
            assert_ne!(folded(a), folded(b), "{a} {b}");
        }
    }

    #[test]
    fn a_range_leads_back_to_whole_characters_with_their_marks() {
        let text = "cafe\u{301}s";
        let folded = Folded::new(text, &Unicode);
        assert_eq!(folded.text(), "cafes");
        assert_eq!(folded.original(&(3..4)), Some(3..6));
        assert_eq!(folded.original(&(4..5)), Some(6..7));
        assert_eq!(Folded::new("ﬁ", &Unicode).original(&(1..2)), Some(0..3));
    }
}
