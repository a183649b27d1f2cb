//! Where a word, or a number, begins or ends.

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
/// Between letters or digits, these go through a word: "anti-war", "don't". A word may begin after an apostrophe
/// ("l'alliance"), but none ends before one.
const HYPHENS: &str = "-\u{2010}\u{2011}_@";
const APOSTROPHES: &str = "'\u{2019}\u{2BC}";
/// Between digits, these go through a number: "1.5", "10:30", "1/2", "10 000".
const IN_NUMBERS: &str = ".,:/'\u{2019}\u{A0}\u{2009}\u{202F}\u{2013}";
/// Right before a digit, these are part of its number.
const BEFORE_NUMBERS: &str = "-\u{2212}+.$€£¥₩";
/// Right after a digit, these are.
const AFTER_NUMBERS: &str = "%‰°";
const ZERO_WIDTH_JOINER: char = '\u{200D}';

/// Whether words and numbers end or begin at a place of a text, so that neither side is the rest of the other.
pub(crate) fn is_boundary(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else { return false };
    let mut back = before.chars().rev();
    let mut on = after.chars();
    let (Some(last), Some(next)) = (back.next(), on.next()) else { return true };
    let sign = is_combining_mark(last).then(|| back.by_ref().find(|c| !is_combining_mark(*c)));
    let last = sign.flatten().unwrap_or(last);
    let (second_last, second_next) = (back.next().unwrap_or(' '), on.next().unwrap_or(' '));
    !(continues(last, next)
        || joins(HYPHENS, second_last, last, next)
        || joins(HYPHENS, last, next, second_next)
        || joins(APOSTROPHES, last, next, second_next)
        || goes_through_number(second_last, last, next)
        || goes_through_number(last, next, second_next)
        || (BEFORE_NUMBERS.contains(last) && next.is_numeric())
        || (last.is_numeric() && AFTER_NUMBERS.contains(next)))
}

/// Whether a character belongs to a script that puts no spaces between words.
pub(crate) fn is_unspaced(c: char) -> bool {
    UNSPACED.iter().any(|(first, last)| (*first..=*last).contains(&c))
}

fn continues(last: char, next: char) -> bool {
    let in_word = |c: char| c.is_alphanumeric() && !is_unspaced(c);
    let in_number = |c: char| c.is_numeric() || NUMERALS.contains(c);
    let in_sign = next == ZERO_WIDTH_JOINER || last == ZERO_WIDTH_JOINER || is_combining_mark(next);
    in_sign || (in_word(last) && in_word(next)) || (in_number(last) && in_number(next))
}

fn joins(connectors: &str, before: char, connector: char, after: char) -> bool {
    connectors.contains(connector) && before.is_alphanumeric() && after.is_alphanumeric()
}

fn goes_through_number(before: char, connector: char, after: char) -> bool {
    IN_NUMBERS.contains(connector) && before.is_numeric() && after.is_numeric()
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
        fn any_place_of_any_text_can_be_asked_for(text in any::<String>(), at in 0_usize..60) {
            is_boundary(&text, at);
        }
    }
}
