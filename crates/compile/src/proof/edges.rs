//! What a quote leaves out of its first and of its last sentence.
//!
//! Under a mark of the author's, a negation there is an error. A plain cut is only warned of, because papers quote
//! parts of sentences all the time, and most keep their sense.

use std::ops::Range;

use super::attribution::tells_who;
use super::negation::{folded, lost_at_edge, negation_in, place, words};
use super::negators::{UNNAMED, WITHOUT};
use super::quotation::{closing_in, has_turn, opening_in};
use super::sentence::{one_line, sentence};

/// A quotation stands apart from the words before it behind these, and from those after it before these: what is told
/// beside it is no part of its sentence, unless it negates.
const APART: &str = ",.;:!?…—–。，：；！？";
/// Behind these, nothing that was told before is said of the quotation.
const COLONS: &str = ":：";
/// Between these, the parts of a sentence are told.
const CLAUSES: &str = ",;:—–，：；";

/// A plain cut through a sentence that negates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    /// The word that negates.
    pub(crate) word: String,
    /// What of the sentence stands on its side of the quote.
    pub(crate) left_out: String,
}

/// The negations of the first and the last sentence of words of a text that the words leave out.
pub(crate) fn cuts(text: &str, words: &Range<usize>, language: &str) -> Vec<Cut> {
    let cut = |edge: Range<usize>| {
        let word = lost_at_edge(text, &edge, language)?;
        Some(Cut { word: word.to_owned(), left_out: one_line(&text[edge]) })
    };
    left_out_at_edges(text, words, language).into_iter().filter_map(cut).collect()
}

/// What stands before some words of a text in their first sentence, and behind them in their last. Of a sentence that
/// goes on outside of the quotation of the words, this is part, unless that only tells who speaks.
pub(crate) fn left_out_at_edges(text: &str, words: &Range<usize>, language: &str) -> [Range<usize>; 2] {
    let Range { start, end } = sentence(text, words);
    let opening = opening_in(text, start..words.start);
    let closing = closing_in(text, words.end..end);
    [
        opening.map_or(start, |at| before(text, start, at, language))..words.start,
        words.end..closing.map_or(end, |at| behind(text, at, end, language)),
    ]
}

/// Where the part of a sentence begins that a quotation within it, which opens at a place, belongs to.
fn before(text: &str, start: usize, opening: usize, language: &str) -> usize {
    let told = text[start..opening].trim_end();
    let range = start..start + told.len();
    let is_apart = (told.is_empty() || told.ends_with(|c| APART.contains(c))) && !has_turn(text, start..opening);
    if is_apart && !negates_behind(text, &range, language) { opening + mark_bytes(text, opening) } else { start }
}

/// Where the part of a sentence ends that a quotation within it, which closes at a place, belongs to.
fn behind(text: &str, closing: usize, end: usize, language: &str) -> usize {
    let mark = mark_bytes(text, closing);
    let told = text[closing + mark..end].trim();
    let range = place(text, told)..place(text, told) + told.len();
    let is_apart = told.is_empty()
        || told.starts_with(|c| APART.contains(c))
        || text[..closing].trim_end().ends_with(|c| APART.contains(c));
    if is_apart && !has_turn(text, closing + mark..end) && !negates_before(text, &range, language) {
        closing
    } else {
        end
    }
}

/// Whether words before a quotation may negate it. Those do not that a colon and who speaks part from it: "Asked why he
/// did not come, Hague said:".
fn negates_behind(text: &str, told: &Range<usize>, language: &str) -> bool {
    let words = &text[told.clone()];
    let last = words.strip_suffix(|c| COLONS.contains(c)).and_then(|told| told.rsplit(|c| CLAUSES.contains(c)).next());
    let is_parted = |clause: &str| {
        let start = place(text, clause);
        negation_in(text, &(start..start + clause.len()), language).is_none() && tells_who(clause, language)
    };
    negation_in(text, told, language).is_some() && !last.is_some_and(is_parted)
}

/// Whether words behind a quotation may negate it. Those do not that tell how it was said, "he said without a smile", or
/// why nobody is named who said it: "said an official who was not authorized to speak".
fn negates_before(text: &str, told: &Range<usize>, language: &str) -> bool {
    let negates = |part: &Range<usize>| negation_in(text, part, language).is_some();
    if let Some(unnamed) = unnamed(text, told) {
        return negates(&(told.start..unnamed.start)) || negates(&(unnamed.end..told.end));
    }
    let Some(word) = negation_in(text, told, language) else { return false };
    let start = place(text, word);
    let is_without = WITHOUT.split(' ').any(|known| known == word);
    let who = text[told.start..start].trim_matches(|c: char| APART.contains(c) || c == ' ');
    !(is_without && tells_who(who, language)) || negates(&(start + word.len()..told.end))
}

/// Where words tell why nobody is named.
fn unnamed(text: &str, told: &Range<usize>) -> Option<Range<usize>> {
    let all: Vec<&str> = words(&text[told.clone()]).collect();
    let plain: Vec<String> = all.iter().map(|word| folded(word)).collect();
    UNNAMED.iter().find_map(|turn| {
        let turn: Vec<&str> = turn.split(' ').collect();
        let is = |words: &[String]| words.iter().zip(&turn).all(|(word, known)| known.split('|').any(|it| it == word));
        let at = plain.windows(turn.len()).position(is)?;
        let last = all[at + turn.len() - 1];
        Some(place(text, all[at])..place(text, last) + last.len())
    })
}

fn mark_bytes(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn edges(marked: &str) -> (String, String) {
        let parts: Vec<&str> = marked.split('|').collect();
        let words = parts[0].len()..parts[0].len() + parts[1].len();
        let text = parts.concat();
        let [before, behind] = left_out_at_edges(&text, &words, "en");
        (one_line(&text[before]), one_line(&text[behind]))
    }

    #[test]
    fn a_sentence_is_left_out_up_to_its_ends_or_those_of_its_quotation() {
        for (text, before, behind) in [
            ("So. We do not |open the gate| today. Never.", "We do not", "today."),
            ("“Don’t |open the gate. It has no lock|,” she said.", "Don’t", ","),
            ("„|Wir schließen die alte Mühle| nicht“, sagte sie.", "", "nicht"),
            ("She never said: “|We open the gate|,” and so on.", "She never said: “", ","),
            ("Asked why he did not come, Hague said: “|We open the gate|.”", "", "."),
            ("I would never, “|open the gate|” for them.", "I would never, “", "” for them."),
            ("“I am calm. I would never say, ‘|open the gate|’ to them.”", "I would never say, ‘", "’ to them."),
            ("“|We open the gate|,” is not what he promised.", "", ",” is not what he promised."),
            ("“|We open the gate|,” he said without a smile.", "", ","),
            ("“|We open the gate|,” said an official who was not authorized to speak.", "", ","),
            ("“|We open the gate|,” said a man who asked not to be named.", "", ","),
            ("“|We open the gate|,” said President Duda of that town.", "", ","),
            (
                "“|We open the gate|,” an official who was not authorized to speak never said.",
                "",
                ",” an official who was not authorized to speak never said.",
            ),
            ("“|We open the gate|,” said an official who was not there.", "", ",” said an official who was not there."),
            ("“|We open the gate|,” said nobody.", "", ",” said nobody."),
            ("“|We open the gate|,” he said, and never did.", "", ",” he said, and never did."),
            ("He will not “|open the gate|” of the town.", "He will not “", "” of the town."),
            ("“|We open the gate|,” he said, “but not today.”", "", ",” he said, “but not today.”"),
            ("“Not today,” he said, “|we open the gate|.”", "“Not today,” he said, “", "."),
            ("No heading\n\nWe |open the gate|\n\nNo more", "We", ""),
            ("We do not want Mr. Lee to |open the gate|.", "We do not want Mr. Lee to", "."),
            ("|문을 연다|고 말하지 않았다.", "", "고 말하지 않았다."),
        ] {
            assert_eq!(edges(text), (before.to_owned(), behind.to_owned()), "{text}");
        }
    }

    #[test]
    fn a_cut_through_a_negation_of_two_words_is_told() {
        for (language, marked, word) in [
            ("de", "„|Wir schließen einen neuen Krieg| aus“", "schließen einen neuen Krieg aus"),
            ("de", "Wir |weisen das Angebot der Stadt| zurück.", "weisen das Angebot der Stadt zurück"),
            ("en", "“|We rule the use of force| out,” he said.", "rule the use of force out"),
            ("nl", "Wij |sluiten een nieuwe oorlog| uit.", "sluiten een nieuwe oorlog uit"),
            ("fr", "« J’exclus que |la vieille porte reste ouverte|. »", "J’exclus"),
        ] {
            let parts: Vec<&str> = marked.split('|').collect();
            let kept = parts[0].len()..parts[0].len() + parts[1].len();
            let words: Vec<String> = cuts(&parts.concat(), &kept, language).into_iter().map(|cut| cut.word).collect();
            assert_eq!(words, [word], "{marked}");
        }
        let kept = "With President Duda, ".len().."With President Duda, we open the gate of the town".len();
        assert_eq!(cuts("With President Duda, we open the gate of the town.", &kept, "en"), []);
    }

    proptest! {
        #[test]
        fn any_words_of_any_text_have_edges(text in "[a-z “”\"'.,\n]{0,60}", from in 0_usize..60, to in 0_usize..60) {
            let place = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let words = place(from.min(to))..place(from.max(to));
            let [before, behind] = left_out_at_edges(&text, &words, "en");
            prop_assert!(before.end == words.start && behind.start == words.end);
            cuts(&text, &words, "en");
        }
    }
}
