//! What search has to know of scripts: tables of ranges, each with one look-up.
//!
//! They are far from Unicode's own tables, and meant to be: those cost kilobytes in a bundle. A character that stands
//! in none of them is a letter of a script that puts spaces between words.

/// Ranges of code points, sorted, both ends included.
type Ranges = &'static [(u32, u32)];

/// Marks that fold away: without them a word is still the same word to somebody who types it in a hurry.
const DIACRITICS: Ranges = &[
    (0x0300, 0x036F), // Latin, Greek, Cyrillic
    (0x0483, 0x0487),
    (0x0591, 0x05BD), // Hebrew points
    (0x05BF, 0x05BF),
    (0x05C1, 0x05C2),
    (0x05C4, 0x05C5),
    (0x05C7, 0x05C7),
    (0x0610, 0x061A), // Arabic vowels
    (0x0640, 0x0640), // tatweel
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06DC),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE20, 0xFE2F),
];

/// What stays, but belongs to the character before it: vowel signs, parts of a Hangul syllable, selectors, joiners.
const EXTENDING: Ranges = &[
    (0x00AD, 0x00AD), // soft hyphen
    (0x0E31, 0x0E31), // Thai and Lao
    (0x0E34, 0x0E3A),
    (0x0E47, 0x0E4E),
    (0x0EB1, 0x0EB1),
    (0x0EB4, 0x0EBC),
    (0x0EC8, 0x0ECE),
    (0x0F71, 0x0F87), // Tibetan
    (0x102B, 0x103E), // Myanmar
    (0x1160, 0x11FF), // Hangul vowels and finals
    (0x17B4, 0x17D3), // Khmer
    (0x200B, 0x200F), // zero-width space, joiners, directions
    (0x2060, 0x2064),
    (0x3099, 0x309A), // Kana voicing
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0x1F3FB, 0x1F3FF),
    (0xE0100, 0xE01EF),
];

/// Those of [`EXTENDING`] that are no part of a word at all.
const IGNORED: Ranges =
    &[(0x00AD, 0x00AD), (0x200B, 0x200F), (0x2060, 0x2064), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xE0100, 0xE01EF)];

/// What stands between words, beyond ASCII.
const SEPARATORS: Ranges = &[
    (0x0080, 0x00A9),
    (0x00AB, 0x00B1),
    (0x00B4, 0x00B4),
    (0x00B6, 0x00B8),
    (0x00BB, 0x00BB),
    (0x00BF, 0x00BF),
    (0x00D7, 0x00D7),
    (0x00F7, 0x00F7),
    (0x02B9, 0x02BF), // apostrophes
    (0x055A, 0x055F), // Armenian
    (0x0589, 0x058A),
    (0x05BE, 0x05BE), // Hebrew
    (0x05F3, 0x05F4),
    (0x060C, 0x060D), // Arabic
    (0x061B, 0x061F),
    (0x066A, 0x066D),
    (0x06D4, 0x06D4),
    (0x0964, 0x0965), // Indic
    (0x0E5A, 0x0E5B),
    (0x104A, 0x104F),
    (0x1361, 0x1368), // Ethiopic
    (0x17D4, 0x17DA),
    (0x2000, 0x206F), // spaces, dashes, quotation marks
    (0x20A0, 0x20CF), // currencies
    (0x2190, 0x2BFF), // arrows, mathematics, shapes
    (0x2E00, 0x2E7F),
    (0x3000, 0x3004), // Chinese, Japanese
    (0x3008, 0x3020),
    (0x3030, 0x3030),
    (0x30A0, 0x30A0),
    (0x30FB, 0x30FB),
    (0xFE10, 0xFE19),
    (0xFE30, 0xFE6B),
    (0xFF01, 0xFF0F),
    (0xFF1A, 0xFF20),
    (0xFF3B, 0xFF40),
    (0xFF5B, 0xFF65),
    (0xFFE0, 0xFFE6), // wide currencies
];

/// Scripts that put no spaces between words, or, as Korean, join particles to them.
const SPACELESS: Ranges = &[
    (0x0E00, 0x0EFF), // Thai, Lao
    (0x1000, 0x109F), // Myanmar
    (0x1100, 0x11FF), // Hangul, decomposed
    (0x1780, 0x17FF), // Khmer
    (0x2E80, 0x2FDF), // Han
    (0x3005, 0x3007),
    (0x3041, 0x30FF), // Kana
    (0x3105, 0x31BF),
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xA960, 0xA97F), // Hangul
    (0xAC00, 0xD7FF),
    (0xF900, 0xFAFF),
    (0x1B000, 0x1B16F),
    (0x20000, 0x3FFFF),
];

/// Letters that people type without their stroke or apart, and that no decomposition takes apart. Sorted.
const LETTERS: &[(char, &str)] = &[
    ('ß', "ss"),
    ('æ', "ae"),
    ('ð', "d"),
    ('ø', "o"),
    ('þ', "th"),
    ('đ', "d"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ł', "l"),
    ('œ', "oe"),
    ('ŧ', "t"),
    ('ς', "σ"),
];

/// Whether a character folds away altogether.
pub(crate) fn is_diacritic(c: char) -> bool {
    holds(DIACRITICS, c)
}

/// Whether a character belongs to the one before it, so that a mark must not end between the two.
pub(crate) fn is_extending(c: char) -> bool {
    is_diacritic(c) || holds(EXTENDING, c) || is_indic_sign(c)
}

/// Whether a character is to be read as if it were not there.
pub(crate) fn is_ignored(c: char) -> bool {
    holds(IGNORED, c)
}

/// Whether a character stands between words.
pub(crate) fn is_separator(c: char) -> bool {
    if c.is_ascii() { !c.is_ascii_alphanumeric() } else { holds(SEPARATORS, c) }
}

/// Whether a character is of a script in which a word can begin anywhere.
pub(crate) fn is_spaceless(c: char) -> bool {
    holds(SPACELESS, c)
}

/// What a lower-case letter is folded to, where a decomposition does not do it.
pub(crate) fn folded_letter(c: char) -> Option<&'static str> {
    let at = LETTERS.binary_search_by_key(&c, |&(letter, _)| letter).ok()?;
    LETTERS.get(at).map(|&(_, folded)| folded)
}

/// Vowel signs, viramas and nasal signs stand at the same places in each of the Indic blocks, Devanagari to Sinhala.
fn is_indic_sign(c: char) -> bool {
    let place = u32::from(c) & 0x7F;
    (0x0900..0x0E00).contains(&u32::from(c))
        && matches!(place, 0x00..=0x03 | 0x3C | 0x3E..=0x4D | 0x51..=0x57 | 0x62 | 0x63)
}

fn holds(ranges: Ranges, c: char) -> bool {
    let code = u32::from(c);
    let at = ranges.partition_point(|&(_, last)| last < code);
    ranges.get(at).is_some_and(|&(first, _)| first <= code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_sorted_and_without_overlap() {
        for ranges in [DIACRITICS, EXTENDING, IGNORED, SEPARATORS, SPACELESS] {
            assert!(ranges.iter().all(|(first, last)| first <= last));
            assert!(ranges.windows(2).all(|pair| pair[0].1 < pair[1].0));
        }
        assert!(LETTERS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn what_is_ignored_belongs_to_the_character_before() {
        let all = IGNORED.iter().flat_map(|&(first, last)| first..=last).filter_map(char::from_u32);
        assert!(all.into_iter().all(is_extending));
    }

    #[test]
    fn punctuation_of_many_scripts_separates_and_letters_do_not() {
        for c in " .,-'\"\n\u{A0}’“”«»—…、。「」،।・！？".chars() {
            assert!(is_separator(c), "{c}");
        }
        for c in "aZ0éßжקعक中がカ한ー々ªº".chars() {
            assert!(!is_separator(c), "{c}");
        }
    }
}
