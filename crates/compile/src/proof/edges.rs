//! What a quote leaves out of its first and of its last sentence.

use std::ops::Range;

use super::attribution::tells_who;
use super::negation::{negation, place};
use super::negators::WITHOUT;
use super::quotation::{closing_in, has_turn, opening_in};
use super::sentence::{one_line, paragraph, sentence_ends};

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
        let word = negation(&text[edge.clone()], language)?;
        Some(Cut { word: word.to_owned(), left_out: one_line(&text[edge]) })
    };
    left_out_at_edges(text, words, language).into_iter().filter_map(cut).collect()
}

/// What stands before some words of a text in their first sentence, and behind them in their last. Of a sentence that
/// goes on outside of the quotation of the words, this is part, unless that only tells who speaks.
pub(crate) fn left_out_at_edges(text: &str, words: &Range<usize>, language: &str) -> [Range<usize>; 2] {
    let paragraph = paragraph(text, words);
    let ends: Vec<usize> = sentence_ends(&text[paragraph.clone()]).map(|end| paragraph.start + end).collect();
    let start = ends.iter().rev().find(|end| **end <= words.start).copied().unwrap_or(paragraph.start);
    // A sentence may end with the very words, or with a stop and marks behind them.
    let ends_at = |end: &&usize| **end >= words.end;
    let end = ends.iter().find(ends_at).copied().unwrap_or(paragraph.end);
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
    let is_apart = (told.is_empty() || told.ends_with(|c| APART.contains(c))) && !has_turn(text, start..opening);
    if is_apart && !negates_behind(told, language) { opening + mark_bytes(text, opening) } else { start }
}

/// Where the part of a sentence ends that a quotation within it, which closes at a place, belongs to.
fn behind(text: &str, closing: usize, end: usize, language: &str) -> usize {
    let mark = mark_bytes(text, closing);
    let told = text[closing + mark..end].trim();
    let is_apart = told.is_empty()
        || told.starts_with(|c| APART.contains(c))
        || text[..closing].trim_end().ends_with(|c| APART.contains(c));
    if is_apart && !has_turn(text, closing + mark..end) && !negates_before(told, language) { closing } else { end }
}

/// Whether words before a quotation may negate it. Those do not that a colon and who speaks part from it: "Asked why he
/// did not come, Hague said:".
fn negates_behind(told: &str, language: &str) -> bool {
    let last = told.strip_suffix(|c| COLONS.contains(c)).and_then(|told| told.rsplit(|c| CLAUSES.contains(c)).next());
    let is_parted = |clause| negation(clause, language).is_none() && tells_who(clause, language);
    negation(told, language).is_some() && !last.is_some_and(is_parted)
}

/// Whether words behind a quotation may negate it. Those do not that tell how it was said: "he said without a smile".
fn negates_before(told: &str, language: &str) -> bool {
    let Some(word) = negation(told, language) else { return false };
    let (who, rest) = told.split_at(place(told, word));
    let is_without = WITHOUT.split(' ').any(|known| known == word);
    let is_manner = is_without && tells_who(who.trim_matches(|c: char| APART.contains(c) || c == ' '), language);
    !is_manner || negation(&rest[word.len()..], language).is_some()
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
