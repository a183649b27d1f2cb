//! Looks up a quote that its reporter interrupts: “What a ride,” said Hague. “I see a capsule.” Its two parts must stand
//! right at the two ends of the interruption, which must tell who speaks and nothing else. Where it does by a pronoun, who
//! is named around it tells whom that means.
//!
//! A name must mean the speaker and nobody else of the story, and a pronoun whoever was named last, of the people of
//! the story: others whom the text names are not known. What cannot be told from two speakers (a full stop before the
//! mark closes, a colon, another's name beside either part) is two quotes. A test tampers with each genuine form, and
//! none gets through.

use std::ops::Range;

use super::attribution::{Speech, Subject};
use super::boundary::{is_boundary, is_unspaced};
use super::edges::cuts;
use super::names::Who;
use super::outcome::Found;
use super::quotation::{closes_behind, closing_in, has_open, interruptions, opening_in};
use super::sentence::{paragraph, sentence_ends};
use super::text::Text;
use super::typography::{Plain, is_double_mark, is_quotation_mark};
use story::CheckKind;

/// A longer interruption tells more than who speaks, bytes.
const TOLD_BYTES: usize = 160;
const COMMAS: &str = ",，、";
const STOPS: &str = ".。";
/// What ends a statement and goes on behind an interruption in any case.
const CRIES: &str = "!?…！？";
const DASHES: &str = "—–-";
const BRACKETS: &str = "([（［";

/// Looks up a quote that its author did not shorten.
pub(crate) fn joined(quote: &Text<'_>, source: &Text<'_>, language: &str, speech: Speech<'_>) -> Option<Found> {
    let raw = source.raw;
    let joints = interruptions(raw, TOLD_BYTES, speech.is_by_dashes());
    // Most interruptions are those of other quotes, and to read who speaks takes longest.
    let is_near = |gap: &Range<usize>| quote.plain.text.contains(last_word(&raw[..gap.start]));
    joints.into_iter().filter(is_near).filter_map(|gap| Joint::new(raw, gap, speech)).find_map(|joint| {
        let range = joint.passage(&quote.plain.text)?;
        if !joint.is_one_quotation(&range) || joint.is_anothers(&range, speech) || !joint.is_by_speaker(&range, speech)
        {
            return None;
        }
        let cuts = cuts(raw, &range, language);
        Some(Found { kind: CheckKind::Joined, range, left_out: vec![joint.gap], put_in: Vec::new(), cuts })
    })
}

/// The last word of a text, if all letters of it are plain ones, which stand so in every form of the text.
fn last_word(text: &str) -> &str {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let word = text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    if word.is_ascii() { word } else { "" }
}

/// An interruption of a text.
struct Joint<'t> {
    text: &'t str,
    /// From the closing mark on, up to behind the opening one.
    gap: Range<usize>,
    /// The comma, or its like, before the gap; or the cry.
    before: Option<char>,
    /// The mark that ends what is told.
    behind: Option<char>,
    /// How it is told there who speaks.
    subject: Subject,
}

impl<'t> Joint<'t> {
    /// The joint at a gap, if nothing but who speaks is told there.
    fn new(text: &'t str, gap: Range<usize>, speech: Speech<'_>) -> Option<Self> {
        let head = text[..gap.start].trim_end();
        let is_ellipsis = head.ends_with("...");
        let before = if is_ellipsis { Some('…') } else { head.chars().next_back() };
        let before = before.filter(|c| [COMMAS, STOPS, CRIES].concat().contains(*c));
        let told = text[gap.clone()].trim_matches(|c: char| is_quotation_mark(c) || c.is_whitespace());
        let is_led = told.starts_with(|c| COMMAS.contains(c) || DASHES.contains(c));
        let told = told.trim_start_matches(|c: char| COMMAS.contains(c) || DASHES.contains(c) || c.is_whitespace());
        let is_end = |c: &char| [COMMAS, STOPS, DASHES, ":：;"].concat().contains(*c);
        let body = told.trim_end_matches(|c: char| is_end(&c) || c.is_whitespace());
        // Of ". —" and ", —", the first tells.
        let behind = told[body.len()..].trim_start().chars().next();
        let marks = told[body.len()..].chars().filter(|c| !c.is_whitespace() && !DASHES.contains(*c)).count();
        let is_apart = is_led || before.is_some() || speech.is_without_comma();
        // Behind a full stop, and before a colon without a comma, a sentence of its own is told.
        let is_told = before.is_some_and(|c| STOPS.contains(c))
            || behind.is_some_and(|c| ":：".contains(c)) && !(is_led || before.is_some_and(|c| COMMAS.contains(c)));
        let is_sound = is_apart && !is_told && marks <= 1;
        let subject = speech.attribution(body).filter(|_| is_sound)?;
        Some(Self { text, gap, before, behind, subject })
    }

    /// Where a quote stands around it, if it does.
    fn passage(&self, quote: &str) -> Option<Range<usize>> {
        let reach = quote.len() * 3 + TOLD_BYTES;
        let from =
            (self.gap.start.saturating_sub(reach)..=self.gap.start).find(|at| self.text.is_char_boundary(*at))?;
        let to = (self.gap.end..=self.gap.end + reach).rev().find(|at| self.text.is_char_boundary(*at))?;
        let head = Plain::new(&self.text[from..self.gap.start]);
        let tail = Plain::new(&self.text[self.gap.end..to]);
        quote.char_indices().skip(1).find_map(|(at, c)| {
            let is_seam = c == ' ' || is_unspaced(c);
            let (first, second) = (quote[..at].trim_end(), quote[at..].trim_start());
            if !is_seam || second.is_empty() {
                return None;
            }
            let start = from + self.start_of(first, &head)?;
            let end = self.gap.end + self.end_of(second, &tail)?;
            (is_boundary(self.text, start) && is_boundary(self.text, end)).then_some(start..end)
        })
    }

    /// Where the first part begins in what stands before the gap.
    fn start_of(&self, first: &str, head: &Plain) -> Option<usize> {
        let bare = head.text.trim_end_matches(|c| COMMAS.contains(c)).trim_end();
        let is_comma = self.before.is_none_or(|c| COMMAS.contains(c));
        let ends = |marks: &str| self.behind.is_some_and(|c| marks.contains(c));
        let (words, text) = if head.text.ends_with(first) && (self.before.is_some() || !ends(STOPS)) {
            (first, head.text.as_str())
        } else if let Some(words) = first.strip_suffix(['.', '。']).filter(|_| is_comma && (ends(STOPS) || ends(":：")))
        {
            (words, bare)
        } else if let Some(words) = first.strip_suffix([',', '，']).filter(|_| is_comma && ends(COMMAS)) {
            (words, bare)
        } else {
            (first, Some(bare).filter(|_| is_comma && !ends(STOPS) && !ends(":：;"))?)
        };
        let start = text.len().checked_sub(words.len()).filter(|_| text.ends_with(words) && !words.is_empty())?;
        (!head.is_inside(start)).then(|| head.original(start, text.len()).start)
    }

    /// Where the second part ends in what stands behind the gap.
    fn end_of(&self, second: &str, tail: &Plain) -> Option<usize> {
        let end = |words: &str| {
            let is_there = tail.text.starts_with(words) && !tail.is_inside(words.len());
            is_there.then(|| tail.original(0, words.len()).end)
        };
        end(second).filter(|end| is_boundary(self.text, self.gap.end + end)).or_else(|| {
            let words = second.strip_suffix(['.', ',']).filter(|words| !words.is_empty())?;
            let place = end(words)?;
            closes_behind(self.text, &(self.gap.end..self.gap.end + place)).then_some(place)
        })
    }

    /// Whether either part stays in the quotation that it shares with the gap.
    fn is_one_quotation(&self, range: &Range<usize>) -> bool {
        let has_open = |part: Range<usize>| has_open(self.text, part, self.gap.start);
        !has_open(range.start..self.gap.start) && !has_open(self.gap.end..range.end)
    }

    /// Whether the speaker is who the gap means. A pronoun means whoever is named last before the quotation, or, where
    /// nobody is, the first behind it; a text that begins with the quotation and names nobody speaks of nobody else.
    fn is_by_speaker(&self, range: &Range<usize>, speech: Speech<'_>) -> bool {
        if self.subject == Subject::Name {
            return true;
        }
        let around = paragraph(self.text, range);
        let lead = &self.text[..opening_in(self.text, around.start..range.start).unwrap_or(range.start)];
        let is_lead_empty = !lead.contains(char::is_alphanumeric);
        let named = speech.last_named(lead).or_else(|| speech.first_named(&self.text[range.end..]));
        named.map_or(is_lead_empty, |who| who == Who::Speaker)
    }

    /// Whether what stands before the first part, or behind the second, gives one of them to somebody else.
    fn is_anothers(&self, range: &Range<usize>, speech: Speech<'_>) -> bool {
        let around = paragraph(self.text, range);
        let before = opening_in(self.text, around.start..range.start).is_some_and(|at| {
            let lead = &self.text[around.start..at];
            let last = sentence_ends(lead).last().unwrap_or(0);
            speech.is_anothers(&lead[last..], false)
        });
        before
            || closing_in(self.text, range.end..around.end).is_some_and(|at| {
                let mark = self.text[at..].chars().next().map_or(0, char::len_utf8);
                self.is_given(at, &self.text[at + mark..around.end], speech)
            })
    }

    /// Whether what is told behind a quotation that closes at a place gives it to somebody else. Behind a comma, a dash or
    /// a bracket, and where no sentence begins, it has to be the speaker.
    fn is_given(&self, closing: usize, told: &str, speech: Speech<'_>) -> bool {
        let last = self.text[..closing].trim_end().chars().next_back();
        let is_aside = told.trim_start().starts_with(|c| [DASHES, BRACKETS].concat().contains(c));
        let is_led = is_aside || told.starts_with(|c| COMMAS.contains(c)) || last.is_some_and(|c| COMMAS.contains(c));
        let is_lead = |c: char| [COMMAS, DASHES, BRACKETS].concat().contains(c) || c.is_whitespace();
        let told = told.trim_start_matches(is_lead);
        let is_end = |c: char| [STOPS, CRIES, "\n"].concat().contains(c) || is_double_mark(c);
        let sentence = told.split(is_end).next().unwrap_or_default();
        let clause = sentence.split(|c| [COMMAS, ";:："].concat().contains(c)).next().unwrap_or_default();
        let is_cry = last.is_some_and(|c| CRIES.contains(c));
        let is_short = (1..=3).contains(&clause.split_whitespace().count());
        let is_open = is_led || clause.starts_with(char::is_lowercase) || is_cry && is_short;
        speech.is_anothers(clause, is_open)
            || speech.names_another(sentence)
            || speech.is_by_another_pronoun(clause, is_open, &self.text[self.gap.clone()])
    }
}

#[cfg(test)]
mod tests;
