//! Where the sentences of a text begin and end.

use std::ops::Range;

use super::typography::is_apostrophe;

/// A full stop and its like, where a sentence ends.
const STOPS: &str = ".!?…。！？";
/// After a full stop, these still belong to the sentence.
const AFTER_STOPS: &str = "\"'’”»“)]」』";
/// A full stop behind these ends an abbreviation, and seldom a sentence. So it does behind a single letter, "J. Smith",
/// and behind one or two digits, "am 3. Mai".
const ABBREVIATIONS: &str = "mr mrs ms dr prof gen sen rep gov lt col capt sgt rev hon st jr sr vs approx dept inc ltd co \
    jan feb mar apr jun jul aug sep sept oct nov dec z.b d.h u.a bzw ca nr abs evtl ggf inkl usw vgl hl mme mlle \
    гг тыс млн млрд ул т.е т.д ст sra sres sig dott ing av tzw np mgr inz dhr mevr bijv o.a m.m t.ex f.eks";
/// How far the ends of a paragraph are looked for, in bytes.
const REACH_BYTES: usize = 2_000;
/// So many digits before a full stop may be an ordinal.
const ORDINAL_DIGITS: usize = 2;

/// Where the sentences of a text end: behind their stops and marks.
pub(crate) fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    let stops = text.char_indices().filter(|(_, c)| STOPS.contains(*c));
    stops.filter_map(|(at, stop)| {
        let behind = &text[at + stop.len_utf8()..];
        let rest = behind.trim_start_matches(|c| AFTER_STOPS.contains(c));
        let is_end = !stop.is_ascii() && stop != '…'
            || rest.is_empty()
            || rest.starts_with(char::is_whitespace) && !goes_on(&text[..at], stop, rest);
        is_end.then(|| text.len() - rest.len())
    })
}

/// A text on one line.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The paragraph in which words stand, as far as it is looked into.
pub(crate) fn paragraph(text: &str, words: &Range<usize>) -> Range<usize> {
    let from = (words.start.saturating_sub(REACH_BYTES)..=words.start).find(|at| text.is_char_boundary(*at));
    let from = from.unwrap_or(words.start);
    let to = (words.end..=words.end + REACH_BYTES).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(words.end);
    let start =
        ["\n\n", "\n\r\n"].iter().filter_map(|line| Some(from + text[from..words.start].rfind(line)? + line.len()));
    let end = ["\n\n", "\n\r\n"].iter().filter_map(|line| Some(words.end + text[words.end..to].find(line)?));
    start.max().unwrap_or(from)..end.min().unwrap_or(to)
}

/// Whether a sentence goes on behind a stop, because the stop is that of an abbreviation or a small letter follows.
fn goes_on(before: &str, stop: char, behind: &str) -> bool {
    let goes_on_small = behind.trim_start().starts_with(char::is_lowercase);
    goes_on_small || stop == '.' && is_abbreviation(before)
}

fn is_abbreviation(before: &str) -> bool {
    let is_inside = |c: char| c.is_alphanumeric() || c == '.' || is_apostrophe(c);
    let start =
        before.char_indices().rev().take_while(|(_, c)| is_inside(*c)).last().map_or(before.len(), |(at, _)| at);
    let word = before[start..].to_lowercase();
    let letters = word.rsplit(['.', '\'', '’']).next().unwrap_or_default();
    let is_single =
        letters.chars().count() == 1 && letters.chars().all(char::is_alphabetic) && !["i", "я"].contains(&letters);
    let is_ordinal = word.len() <= ORDINAL_DIGITS && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    is_single || is_ordinal || ABBREVIATIONS.split_whitespace().any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_sentence_ends_behind_its_stop_and_marks() {
        for (text, expected) in [
            ("We win.| “Not so!”| He said so.|", 3),
            ("We win.| We lose", 1),
            ("Mr. Lee of the U.S. Senate met J. Smith on 3. Mai.|", 1),
            ("we will ... win", 0),
            ("Is it so? he asked", 0),
            ("“Open the gate!” was never said.|", 1),
            ("我们会赢。|不会输。|", 2),
            ("It is what I.| We know", 1),
        ] {
            let marked = sentence_ends(&text.replace('|', "")).count();
            assert_eq!(marked, expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_has_sentences_in_order(text in any::<String>()) {
            let ends: Vec<usize> = sentence_ends(&text).collect();
            prop_assert!(ends.is_sorted() && ends.iter().all(|end| text.is_char_boundary(*end)));
        }
    }
}
