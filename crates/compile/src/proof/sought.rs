//! By which words of a quote a link finds it in the article as it is on the web.
//!
//! A browser looks for the very characters of `#:~:text=`, so words with quotation marks or dashes, which the article may
//! print otherwise, serve only where the quote stands there exactly so.
//!
//! They are chosen when a story is compiled, because the compiler alone knows what the article may print otherwise; a
//! bundle holds four numbers a quote, and only where the source has an address.

use super::typography::form;
use story::CheckKind;

/// A quote of no more bytes is looked for as a whole.
const WHOLE_BYTES: usize = 90;
/// Of a longer one, so many words at its beginning and at its end.
const END_WORDS: usize = 6;
/// Fewer words in a row are too few to be sure, unless there are no more.
const LEAST_WORDS: usize = 3;

/// The stretches of a quote's text to look for, in bytes: all of it, its first and its last words, or nothing.
pub(crate) fn sought(text: &str, kind: CheckKind) -> Vec<(u32, u32)> {
    let runs = match kind {
        CheckKind::Unverified => Vec::new(),
        CheckKind::Exact => vec![words(text)],
        CheckKind::Normalised | CheckKind::Elided => certain_runs(text),
        CheckKind::Joined => first_and_last(&certain_runs(text)),
    };
    let longest = runs.iter().map(Vec::len).max().unwrap_or(0);
    let long: Vec<_> = runs.iter().filter(|run| run.len() >= longest.min(LEAST_WORDS)).collect();
    let (Some(first), Some(last)) = (long.first(), long.last()) else { return Vec::new() };
    let is_one = runs.len() == 1 || long.len() == 1;
    if is_one && (span(first).1 - span(first).0 <= WHOLE_BYTES || first.len() < 2 * END_WORDS) {
        return shown(&[span(first)]);
    }
    let head = span(&first[..first.len().min(END_WORDS)]);
    let tail = span(&last[last.len().saturating_sub(END_WORDS)..]);
    shown(&[head, tail])
}

/// Of a quote in two parts, of which nobody knows here where they meet, its first and its last words: they seldom meet
/// there.
fn first_and_last(runs: &[Vec<Word>]) -> Vec<Vec<Word>> {
    let (Some(first), Some(last)) = (runs.first(), runs.last()) else { return Vec::new() };
    let (head, tail) = (first.len().min(LEAST_WORDS), last.len().saturating_sub(LEAST_WORDS));
    let is_apart = runs.len() > 1 || head <= tail;
    if is_apart { vec![first[..head].to_vec(), last[tail..].to_vec()] } else { Vec::new() }
}

type Word = (usize, usize);

fn span(run: &[Word]) -> Word {
    (run.first().map_or(0, |word| word.0), run.last().map_or(0, |word| word.1))
}

fn shown(stretches: &[Word]) -> Vec<(u32, u32)> {
    stretches.iter().filter(|(start, end)| start < end).map(|&(start, end)| (start as u32, end as u32)).collect()
}

/// The words of a text by their bytes, with the marks at them.
fn words(text: &str) -> Vec<Word> {
    let base = text.as_ptr() as usize;
    text.split_whitespace()
        .map(|word| (word.as_ptr() as usize - base, word.len()))
        .map(|(at, len)| (at, at + len))
        .collect()
}

/// Runs of words that the article prints as the quote does: none of their characters is a matter of typography, and no
/// mark of the author's stands among them.
fn certain_runs(text: &str) -> Vec<Vec<Word>> {
    let mut runs: Vec<Vec<Word>> = vec![Vec::new()];
    let mut is_in_brackets = false;
    for (start, end) in words(text) {
        let word = &text[start..end];
        let bare = word.trim_end_matches(['.', ',']);
        let is_marked = is_in_brackets || word.contains(['[', ']']) || word.contains("...");
        is_in_brackets =
            word.rfind('[').map_or(is_in_brackets && !word.contains(']'), |open| !word[open..].contains(']'));
        if is_marked || bare.is_empty() || bare.chars().any(is_typography) {
            runs.push(Vec::new());
            continue;
        }
        // The comma or full stop at the end may be the author's.
        let is_last = text[end..].trim().is_empty();
        runs.last_mut().into_iter().for_each(|run| run.push((start, if is_last { start + bare.len() } else { end })));
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// Whether the article may print another character in its place.
fn is_typography(c: char) -> bool {
    form(c).is_some() || matches!(c, '\'' | '-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown_in(text: &str, kind: CheckKind) -> Vec<&str> {
        sought(text, kind).into_iter().map(|(start, end)| &text[start as usize..end as usize]).collect()
    }

    #[test]
    fn a_short_quote_is_looked_for_as_a_whole() {
        for text in ["dearest comrade", "comrades-in-arms, and “allies”", "I", "中国人民站起来了"] {
            assert_eq!(shown_in(text, CheckKind::Exact), [text]);
        }
        assert_eq!(shown_in("we will win,", CheckKind::Normalised), ["we will win"]);
        assert_eq!(shown_in("dearest comrade", CheckKind::Unverified), [""; 0]);
    }

    #[test]
    fn of_a_long_one_its_first_and_last_words_are() {
        let text = "I express firm support and solidarity with the sacred cause of Russia, hoping that you and the brave Russian army";
        let ends = ["I express firm support and solidarity", "you and the brave Russian army"];
        for kind in [CheckKind::Exact, CheckKind::Normalised] {
            assert_eq!(shown_in(text, kind), ends);
        }
    }

    #[test]
    fn of_one_in_two_parts_the_ends_are() {
        let ends = shown_in("What a ride that was. I see a capsule in the sky.", CheckKind::Joined);
        assert_eq!(ends, ["What a ride", "in the sky"]);
        assert_eq!(shown_in("What a ride", CheckKind::Joined), [""; 0]);
    }

    #[test]
    fn words_that_the_article_may_print_otherwise_are_passed_over() {
        for (text, expected) in [
            ("Russia's army and people would win", &["army and people would win"] as &[_]),
            (
                "we will not attack [...] ships and soldiers stay in port.",
                &["we will not attack", "ships and soldiers stay in port"],
            ),
            ("the [Korean army and its] people would win", &["people would win"]),
            ("we will not … yes we", &["we will not"]),
            ("it's", &[]),
        ] {
            assert_eq!(shown_in(text, CheckKind::Elided), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_has_stretches_in_order_that_stand_in_it(text in "[a-zé'\\[\\]. -]{0,200}", kind in 0..CheckKind::ALL.len()) {
            let stretches = sought(&text, CheckKind::ALL[kind]);
            prop_assert!(stretches.len() <= 2);
            prop_assert!(stretches.iter().all(|(start, end)| start < end && text.get(*start as usize..*end as usize).is_some()));
            prop_assert!(stretches.is_sorted_by(|a, b| a.1 <= b.0));
        }
    }
}
