//! A folded text as the terms of the dictionary: words, and of scripts without spaces every two units in a row.

use crate::script::{is_extending, is_spaceless};

/// Longer terms are cut here, bytes; what is found by one has to be looked for in the text.
pub(crate) const MAX_TERM_BYTES: usize = 96;

/// A stretch of folded text without a space in it, of one kind of script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    /// The stretch; never empty.
    pub(crate) text: &'a str,
    /// Where it begins in the folded text, bytes.
    pub(crate) at: usize,
    /// Whether it is of a script in which a word can begin anywhere.
    pub(crate) is_spaceless: bool,
}

/// The tokens of a folded text, in order.
pub(crate) fn tokens(folded: &str) -> impl Iterator<Item = Token<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = folded.get(at..)?;
        let start = at + rest.len() - rest.trim_start_matches(' ').len();
        let rest = folded.get(start..)?;
        let is_spaceless = is_spaceless(rest.chars().next()?);
        let len = rest.char_indices().find(|(_, c)| ends(*c, is_spaceless)).map_or(rest.len(), |(len, _)| len);
        at = start + len;
        Some(Token { text: rest.get(..len)?, at: start, is_spaceless })
    })
}

/// Whether a stretch ends before a character.
fn ends(c: char, of_spaceless: bool) -> bool {
    // Plain letters are by far the most.
    if c.is_ascii() { c == ' ' || of_spaceless } else { is_spaceless(c) != of_spaceless }
}

/// The units of a stretch without spaces, in order: a character with what extends it, or a Hangul syllable.
pub(crate) fn units(run: &str) -> impl Iterator<Item = &str> {
    let mut rest = run;
    std::iter::from_fn(move || {
        let end = rest.char_indices().skip(1).find(|(_, c)| !is_extending(*c)).map_or(rest.len(), |(at, _)| at);
        let (unit, after) = rest.split_at_checked(end).filter(|(unit, _)| !unit.is_empty())?;
        rest = after;
        Some(unit)
    })
}

/// Every two units in a row of a stretch without spaces, and its last unit alone.
pub(crate) fn pairs(run: &str) -> impl Iterator<Item = &str> {
    let mut rest = run;
    std::iter::from_fn(move || {
        let mut units = units(rest);
        let (first, second) = (units.next()?, units.next().unwrap_or_default());
        let pair = rest.get(..first.len() + second.len())?;
        rest = rest.get(first.len()..)?;
        Some(pair)
    })
}

/// What the dictionary holds of a token, one of several for a stretch without spaces.
pub(crate) fn cut(term: &str) -> &str {
    term.get(..term.floor_char_boundary(MAX_TERM_BYTES)).unwrap_or(term)
}

/// Every term of a folded text.
pub(crate) fn each_term<'a>(folded: &'a str, mut visit: impl FnMut(&'a str, Token<'a>)) {
    for token in tokens(folded) {
        if token.is_spaceless {
            pairs(token.text).for_each(|pair| visit(cut(pair), token));
        } else {
            visit(cut(token.text), token);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(folded: &str) -> Vec<&str> {
        let mut terms = Vec::new();
        each_term(folded, |term, _| terms.push(term));
        terms
    }

    #[test]
    fn words_are_terms_and_stretches_without_spaces_are_pairs() {
        assert_eq!(terms(""), Vec::<&str>::new());
        assert_eq!(terms("kim jong un "), ["kim", "jong", "un"]);
        assert_eq!(terms("于2024年"), ["于", "2024", "年"]);
        assert_eq!(terms("金正恩 a"), ["金正", "正恩", "恩", "a"]);
    }

    #[test]
    fn a_unit_holds_its_marks_and_a_syllable_its_letters() {
        // Hangul as folding leaves it: the letters of each syllable.
        let syllables = "\u{1111}\u{116E}\u{1110}\u{1175}\u{11AB}";
        assert_eq!(units(syllables).collect::<Vec<_>>(), ["\u{1111}\u{116E}", "\u{1110}\u{1175}\u{11AB}"]);
        assert_eq!(units("か\u{3099}く").collect::<Vec<_>>(), ["か\u{3099}", "く"]);
        assert_eq!(units("\u{0E34}ก").collect::<Vec<_>>(), ["\u{0E34}", "ก"]);
    }

    #[test]
    fn a_term_is_cut_between_characters() {
        assert_eq!(cut(&"é".repeat(80)).len(), MAX_TERM_BYTES);
        assert_eq!(cut(&["a", &"é".repeat(80)].concat()).len(), MAX_TERM_BYTES - 1);
    }
}
