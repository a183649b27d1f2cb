//! Where a word, or a number, begins or ends.
//!
//! Words and numbers are not cut: "don't", "1.5", "10 000" are one each, invisible characters and line ends change
//! nothing, and scripts without spaces have a boundary at each character. Where it cannot be told ("in 10. 5 died"),
//! there is none.

use super::typography::{is_apostrophe, is_hyphen};
use unicode_normalization::char::is_combining_mark;

/// Scripts that put no spaces between words: there each character may be the first or the last of one.
const UNSPACED: &[(char, char)] = &[
    ('\u{E00}', '\u{EFF}'),
    ('\u{F00}', '\u{FFF}'),
    ('\u{1000}', '\u{109F}'),
    ('\u{1780}', '\u{17FF}'),
    ('\u{2E80}', '\u{2FDF}'),
    ('\u{3005}', '\u{3007}'),
    ('\u{3021}', '\u{3029}'),
    ('\u{3040}', '\u{30FF}'),
    ('\u{3100}', '\u{312F}'),
    ('\u{31F0}', '\u{31FF}'),
    ('\u{3400}', '\u{4DBF}'),
    ('\u{4E00}', '\u{9FFF}'),
    ('\u{F900}', '\u{FAFF}'),
    ('\u{FF66}', '\u{FF9F}'),
    ('\u{20000}', '\u{3FFFF}'),
];

/// Characters of which a number is made in unspaced scripts.
const NUMERALS: &str = "〇零一二三四五六七八九十百千万萬亿億兆";
/// Between letters or digits, these go through a word as hyphens do, "anti-war", and as apostrophes do, "don't". A word
/// may begin after an apostrophe ("l'alliance"), but none ends before one.
const MORE_HYPHENS: &str = "_@";
const MORE_APOSTROPHES: &str = "\u{2BC}\u{2032}\u{5F3}\u{5F4}";
/// Between digits, these go through a number: "1.5", "10:30", "1/2", "10 000".
const IN_NUMBERS: &str = ".,:/\u{66B}\u{66C}\u{A0}\u{2009}\u{202F}";
/// Right before a digit, these are part of its number.
const BEFORE_NUMBERS: &str = "-\u{2212}+.$€£¥₩";
/// Behind a digit, these are, with a space between or none.
const AFTER_NUMBERS: &str = "%‰°\u{66A}";
/// So are words that begin with one of these, after a space: "5 million".
const UNITS: &[&str] = &[
    "hundred",
    "thousand",
    "million",
    "milliard",
    "billion",
    "trillion",
    "percent",
    "per cent",
    "hundert",
    "tausend",
    "prozent",
    "pour cent",
    "тысяч",
    "тыс.",
    "миллион",
    "млн",
    "миллиард",
    "млрд",
    "триллион",
    "процент",
    "천",
    "만",
    "억",
    "조",
    "퍼센트",
];
/// A number of more digits is not the first group of "10 000", nor what stands before the point of "1. 5".
const GROUP_DIGITS: usize = 3;
const SOFT_HYPHEN: char = '\u{AD}';
const ZERO_WIDTH_JOINER: char = '\u{200D}';
/// Characters that nobody sees: they neither begin nor end a word.
const INVISIBLE: &[(char, char)] = &[
    (SOFT_HYPHEN, SOFT_HYPHEN),
    ('\u{61C}', '\u{61C}'),
    ('\u{180E}', '\u{180E}'),
    ('\u{200B}', '\u{200F}'),
    ('\u{202A}', '\u{202E}'),
    ('\u{2060}', '\u{206F}'),
    ('\u{FEFF}', '\u{FEFF}'),
];

/// How many visible characters are looked at on either side of a place.
const REACH: usize = 16;
/// Stands for what is beyond the end of a text.
const NOTHING: char = '\0';

/// Whether words and numbers end or begin at a place of a text, so that neither side is the rest of the other.
pub(crate) fn is_boundary(text: &str, at: usize) -> bool {
    is_end(text, at) && !is_before_unit(text, at)
}

/// Whether a place of a text parts a number from the word for its unit: "70| percent".
pub(crate) fn is_before_unit(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else { return false };
    let is_plain = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    // Most places have a plain letter on both sides of a space, and need no longer look.
    let is_known = is_plain(before.trim_end_matches(' ').chars().next_back());
    !is_known && Seam::new(before, after, |c| !is_invisible(c)).is_before_unit()
}

/// The same, but a number may end before its unit.
pub(crate) fn is_end(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else { return false };
    if let Some(known) = known_at_once(before.as_bytes(), after.as_bytes()) {
        return known;
    }
    let seam = Seam::new(before, after, |c| !is_invisible(c));
    if seam.last() == NOTHING || seam.next() == NOTHING {
        return before.is_empty() || !is_sign_next(after);
    }
    let is_inside = is_sign_next(after)
        || seam.is_in_word()
        || seam.is_joined()
        || seam.is_in_number()
        || seam.is_in_spaced_number()
        || is_in_picture(before, after, &seam)
        || Seam::new(before, after, |c| c == SOFT_HYPHEN || !is_invisible(c)).is_at_line_end();
    !is_inside
}

/// Whether a character belongs to a script that puts no spaces between words.
pub(crate) fn is_unspaced(c: char) -> bool {
    UNSPACED.iter().any(|(first, last)| (*first..=*last).contains(&c))
}

/// Whether a character is one that nobody sees.
pub(crate) fn is_invisible(c: char) -> bool {
    c >= SOFT_HYPHEN && INVISIBLE.iter().any(|(first, last)| (*first..=*last).contains(&c))
}

/// Whether words of a character's script go on behind an apostrophe, or a closing mark. In Korean and in scripts without
/// spaces, another word follows there: ‘혈맹’이라고.
pub(crate) fn goes_on_behind_marks(c: char) -> bool {
    let is_hangul = matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7FF}');
    c.is_alphanumeric() && !is_unspaced(c) && !is_hangul
}

/// Whether there is a boundary at a place of the kind that most are: at or between plain letters, a space, a stop.
fn known_at_once(before: &[u8], after: &[u8]) -> Option<bool> {
    let is_stop = |byte: u8| b",.;:!?".contains(&byte);
    match (before, after) {
        ([.., a, b' '], [b, ..]) if b.is_ascii_alphabetic() => (a.is_ascii_alphabetic() || is_stop(*a)).then_some(true),
        ([.., a], [b, ..]) if a.is_ascii_alphabetic() => match *b {
            b' ' | b'\n' => Some(true),
            b => b.is_ascii_alphabetic().then_some(false).or(is_stop(b).then_some(true)),
        },
        _ => None,
    }
}

/// Whether a text goes on with a sign that belongs to the letter before it.
fn is_sign_next(after: &str) -> bool {
    after.chars().find(|c| !is_invisible(*c)).is_some_and(is_combining_mark)
}

/// Whether a joiner makes one picture of both sides.
fn is_in_picture(before: &str, after: &str, seam: &Seam) -> bool {
    let mut between = before.chars().rev().take_while(|c| is_invisible(*c));
    let has_joiner = between.any(|c| c == ZERO_WIDTH_JOINER)
        || after.chars().take_while(|c| is_invisible(*c)).any(|c| c == ZERO_WIDTH_JOINER);
    has_joiner && !seam.last().is_whitespace() && !seam.next().is_whitespace()
}

/// What stands around a place, the nearest first, without the signs on letters.
struct Seam {
    back: [char; REACH],
    on: [char; REACH],
}

impl Seam {
    fn new(before: &str, after: &str, is_kept: impl Fn(char) -> bool + Copy) -> Self {
        Self { back: nearest(before.chars().rev(), is_kept), on: nearest(after.chars(), is_kept) }
    }

    fn last(&self) -> char {
        self.back[0]
    }

    fn next(&self) -> char {
        self.on[0]
    }

    fn is_in_word(&self) -> bool {
        let in_word = |c: char| c.is_alphanumeric() && !is_unspaced(c);
        let in_number = |c: char| c.is_numeric() || NUMERALS.contains(c);
        let both = |is: fn(char) -> bool| is(self.last()) && is(self.next());
        both(in_word) || both(in_number)
    }

    /// "anti-|war", "anti|-war", "don|'t".
    fn is_joined(&self) -> bool {
        let is_hyphen = |c: char| is_hyphen(c) || MORE_HYPHENS.contains(c);
        let hyphened = |a: char, hyphen: char, b: char| is_hyphen(hyphen) && a.is_alphanumeric() && b.is_alphanumeric();
        let has_apostrophe = is_apostrophe(self.next()) || MORE_APOSTROPHES.contains(self.next());
        hyphened(self.back[1], self.last(), self.next())
            || hyphened(self.last(), self.next(), self.on[1])
            || (has_apostrophe && goes_on_behind_marks(self.last()) && goes_on_behind_marks(self.on[1]))
    }

    /// "1|.5", "1.|5", "$|5", "5|%".
    fn is_in_number(&self) -> bool {
        let is_inside = |c: char| IN_NUMBERS.contains(c) || is_apostrophe(c) || is_hyphen(c);
        let goes_through = |a: char, inside: char, b: char| is_inside(inside) && a.is_numeric() && b.is_numeric();
        goes_through(self.back[1], self.last(), self.next())
            || goes_through(self.last(), self.next(), self.on[1])
            || (BEFORE_NUMBERS.contains(self.last()) && self.next().is_numeric())
            || (self.last().is_numeric() && AFTER_NUMBERS.contains(self.next()))
    }

    /// "10| 000", "1.| 5": spaces that a number was set with, or came to have.
    fn is_in_spaced_number(&self) -> bool {
        let gap = self.gap(|c| c.is_whitespace() || c == '.');
        let digits = |side: &[char]| side.iter().take_while(|c| c.is_numeric()).count();
        let (before, after) = (digits(&self.back[gap.back..]), digits(&self.on[gap.on..]));
        if before == 0 || before > GROUP_DIGITS || after == 0 || is_paragraph(&gap.chars) {
            return false;
        }
        let points = gap.chars.iter().filter(|c| **c == '.').count();
        match gap.chars.len() - points {
            0 => false,
            1 if points == 0 => after == GROUP_DIGITS,
            spaces => points == 1 && spaces <= 2,
        }
    }

    /// "5| million", "5| %".
    fn is_before_unit(&self) -> bool {
        let gap = self.gap(char::is_whitespace);
        if gap.chars.len() != 1 || !self.back[gap.back].is_numeric() {
            return false;
        }
        let behind: String = self.on[gap.on..].iter().flat_map(|c| c.to_lowercase()).collect();
        behind.starts_with(|c| AFTER_NUMBERS.contains(c)) || UNITS.iter().any(|unit| behind.starts_with(unit))
    }

    /// "non-|⏎aggression": a word that goes on in the next line.
    fn is_at_line_end(&self) -> bool {
        let is_hyphen = |c: char| is_hyphen(c) || c == SOFT_HYPHEN;
        let gap = self.gap(|c| c.is_whitespace() || is_hyphen(c));
        let Some((hyphen, spaces)) = gap.chars.split_first() else { return false };
        let has_letters = |side: &[char]| side.first().is_some_and(|c| c.is_alphanumeric());
        let is_line_end = spaces.iter().any(|c| matches!(c, '\n' | '\r')) && !is_paragraph(spaces);
        is_hyphen(*hyphen)
            && is_line_end
            && spaces.iter().all(|c| c.is_whitespace())
            && has_letters(&self.back[gap.back..])
            && has_letters(&self.on[gap.on..])
    }

    /// The characters around the place that are of a kind.
    fn gap(&self, is_in_gap: impl Fn(char) -> bool) -> Surroundings {
        let run = |side: &[char]| side.iter().take_while(|c| is_in_gap(**c)).count();
        let (back, on) = (run(&self.back), run(&self.on));
        let chars = self.back[..back].iter().rev().chain(&self.on[..on]).copied().collect();
        Surroundings { back, on, chars }
    }
}

/// Characters around a place: how many before it, how many behind it, and which, in the order of the text.
struct Surroundings {
    back: usize,
    on: usize,
    chars: Vec<char>,
}

fn nearest(chars: impl Iterator<Item = char>, is_kept: impl Fn(char) -> bool) -> [char; REACH] {
    let mut kept = chars.filter(|c| c.is_ascii() || (is_kept(*c) && !is_combining_mark(*c)));
    std::array::from_fn(|_| kept.next().unwrap_or(NOTHING))
}

/// Whether there is an empty line in white space.
fn is_paragraph(spaces: &[char]) -> bool {
    spaces.iter().filter(|c| **c == '\n').count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_and_numbers_are_not_cut() {
        // The bar is the place in question.
        for whole in [
            "un|breakable",
            "unbreak|able",
            "do|n't",
            "don|'t",
            "ally|’s",
            "non-|aggression",
            "non|-aggression",
            "1.|5 million",
            "1|.5 million",
            "1|5",
            "10:|30",
            "10\u{202F}|000",
            "-|5 degrees",
            "$|5",
            "5|%",
            "5|th",
            "cafe|\u{301}",
            "café|s",
            "e\u{301}|s",
            "5|万",
            "三百|万",
            "혈|맹",
            "👩|\u{200D}🚀",
            "can|´t",
            "can|`t",
            "can|‘t",
            "צה|״ל",
            "Nicht\u{AD}|angriffspakt",
            "Nicht|\u{AD}angriffspakt",
            "un|\u{200B}able",
            "un\u{2060}|able",
            "un\u{FEFF}|able",
            "نمی\u{200C}|خواهیم",
            "anti–|war",
            "anti|–war",
            "אי־|מלחמה",
            "non-\n|aggression",
            "non-|\naggression",
            "non|-\r\n  aggression",
            "un\u{AD}\n|happy",
            "10| 000 men",
            "10 |000 men",
            "10\n|000 men",
            "3 400| 000 men",
            "1|. 5 per cent",
            "1.| 5 per cent",
            "1. |5 per cent",
            "1| .5 per cent",
            "5| million",
            "5 |Million",
            "5| %",
            "5 |억",
        ] {
            assert!(!cut(whole), "{whole}");
        }
    }

    #[test]
    fn a_word_ends_where_something_else_stands() {
        for apart in [
            "|peace",
            "peace|",
            "peace| war",
            "peace |war",
            "peace|, war",
            "peace|—war",
            "peace—|war",
            "peace--|war",
            "“|peace",
            "'|peace",
            "peace|'",
            "peace|. 5",
            "in 2024|. 5 men",
            "in 2024| 150 men",
            "10| 5 men",
            "10| 0000 men",
            "10|.\n\n5 men",
            "peace |– the",
            "peace| – the",
            "peace |-\n the",
            "non-\n|\naggression",
            "‘혈맹|’이라고",
            "“pact|”이라고",
            "\"barış|\"ın",
            "soldiers|’ families",
            "\u{200B}|peace",
            "peace\u{200B}| war",
            "5| men",
            "l'|alliance",
            "我们|中国|人",
            "5|, 6",
            "peace|…",
            "(|peace",
            "ภาษา|ไทย",
            "👩|🚀",
        ] {
            assert!(cut(apart), "{apart}");
        }
    }

    /// Whether there is a boundary at the first bar.
    fn cut(text: &str) -> bool {
        let at = text.find('|').expect("a bar");
        is_boundary(&text.replace('|', ""), at)
    }

    proptest! {
        #[test]
        fn what_is_known_at_once_is_what_a_longer_look_finds(text in "[a-c ,.:\\n5-]{2,9}", at in 0_usize..9) {
            let (before, after) = text.split_at(at.min(text.len()));
            let seam = Seam::new(before, after, |c| !is_invisible(c));
            let is_inside = seam.is_in_word() || seam.is_joined() || seam.is_in_number() || seam.is_in_spaced_number()
                || seam.is_before_unit() || seam.is_at_line_end();
            let known = known_at_once(before.as_bytes(), after.as_bytes());
            prop_assert!(known.is_none_or(|known| known != is_inside), "{before}|{after}");
        }

        #[test]
        fn what_is_no_end_but_for_its_unit_is_no_boundary(text in "[a5 %.]{2,9}", at in 0_usize..9) {
            prop_assert!(is_end(&text, at) || !is_boundary(&text, at));
        }

        #[test]
        fn any_place_of_any_text_can_be_asked_for(text in any::<String>(), at in 0_usize..60) {
            is_boundary(&text, at);
        }
    }
}
