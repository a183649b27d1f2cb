//! The passage of a source that is nearest to a quote which does not stand in it, with the difference marked.

use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::text::Text;
use super::words::{Token, tokens};

/// Runs of so many words are looked for, the longest first.
const RUN_WORDS: [usize; 3] = [3, 2, 1];
/// Of a run that the quote repeats, so many are followed.
const REPEATS: usize = 8;
/// How much longer than the quote a passage may be, in words: so many, and a part of the quote's.
const SLACK_WORDS: usize = 8;
const SLACK_PART: usize = 4;
/// A passage that shares less than one in so many words with the quote is none.
const SHARED_PART: usize = 3;
/// Of what is the same, so many words on either side of a difference are shown.
const CONTEXT_WORDS: usize = 6;
/// What is shown ends after so many bytes.
const SHOWN_BYTES: usize = 700;

/// The number of a token that the quote does not have.
const STRANGE: u32 = u32::MAX;

/// A passage of a source.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Passage {
    /// Where it stands in the source as it is on disk.
    pub(crate) range: Range<usize>,
    /// Its words; those in `[-…-]` stand in the quote alone, those in `{+…+}` in the source alone.
    pub(crate) marked: String,
    /// Where the quote first differs, in its own bytes; nothing where it only lacks words.
    pub(crate) differs: Option<Range<usize>>,
    /// Whether it has the very words of the quote, so that only the ends of the quote can be wrong.
    pub(crate) is_same: bool,
}

/// The nearest passage; `None` where nothing is near.
pub(crate) fn nearest(quote: &Text<'_>, source: &Text<'_>) -> Option<Passage> {
    let (ours, theirs) = (tokens(quote), tokens(source));
    let window = window(&ours, &theirs)?;
    let theirs = &theirs[window];
    let steps = steps(&ours, theirs);
    let shared: usize = steps.iter().filter(|step| step.is_same).map(|step| words_in(&ours[step.ours.clone()])).sum();
    if shared * SHARED_PART < words_in(&ours).max(1) {
        return None;
    }
    let (first, last) = (steps.first()?.theirs.start, steps.last()?.theirs.end.checked_sub(1)?);
    let differs = steps.iter().find(|step| !step.is_same && !step.ours.is_empty());
    Some(Passage {
        is_same: steps.iter().all(|step| step.is_same),
        range: theirs.get(first)?.range.start..theirs.get(last)?.range.end,
        marked: marked(&steps, &Side { text: quote.raw, tokens: &ours }, &Side { text: source.raw, tokens: theirs }),
        differs: differs.and_then(|step| range_of(&ours[step.ours.clone()])),
    })
}

fn words_in(tokens: &[Token<'_>]) -> usize {
    tokens.iter().filter(|token| token.is_word()).count()
}

/// Tokens that are the same on both sides, or stand in each other's place.
struct Step {
    is_same: bool,
    ours: Range<usize>,
    theirs: Range<usize>,
}

/// How the quote becomes the passage. At its ends it takes no more tokens from the source than it has itself.
fn steps(ours: &[Token<'_>], theirs: &[Token<'_>]) -> Vec<Step> {
    let (our_numbers, their_numbers) = numbered(ours, theirs, str::to_owned);
    let ops = capture_diff_slices(Algorithm::Myers, &our_numbers, &their_numbers);
    let step = |op: &DiffOp| Step {
        is_same: matches!(op, DiffOp::Equal { .. }),
        ours: op.old_range(),
        theirs: op.new_range(),
    };
    let mut steps: Vec<Step> = ops.iter().map(step).collect();
    if let Some(first) = steps.first_mut().filter(|step| !step.is_same) {
        first.theirs.start = first.theirs.start.max(first.theirs.end.saturating_sub(first.ours.len()));
    }
    if let Some(last) = steps.last_mut().filter(|step| !step.is_same) {
        last.theirs.end = last.theirs.end.min(last.theirs.start + last.ours.len());
    }
    steps.retain(|step| !step.ours.is_empty() || !step.theirs.is_empty());
    steps
}

/// The tokens of both sides as numbers, the same for the same key. What the quote does not have is [`STRANGE`].
fn numbered(ours: &[Token<'_>], theirs: &[Token<'_>], key: impl Fn(&str) -> String) -> (Vec<u32>, Vec<u32>) {
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut number = |token: &Token<'_>| {
        let next = numbers.len() as u32;
        *numbers.entry(key(token.plain)).or_insert(next)
    };
    let ours = ours.iter().map(&mut number).collect();
    let theirs = theirs.iter().map(|token| numbers.get(&key(token.plain)).copied().unwrap_or(STRANGE));
    (ours, theirs.collect())
}

/// The tokens of the source around the place where most runs of the quote's words stand as they do in the quote.
fn window(ours: &[Token<'_>], theirs: &[Token<'_>]) -> Option<Range<usize>> {
    let (our_numbers, their_numbers) = numbered(ours, theirs, str::to_lowercase);
    let is_word: Vec<bool> = ours.iter().map(Token::is_word).collect();
    let shift = RUN_WORDS.iter().find_map(|&len| best_shift(&our_numbers, &is_word, &their_numbers, len))?;
    let slack = SLACK_WORDS + ours.len() / SLACK_PART;
    let clipped = |at: i64| usize::try_from(at).unwrap_or(0).min(theirs.len());
    let (slack, len) = (slack as i64, ours.len() as i64);
    Some(clipped(shift - slack)..clipped(shift + len + slack))
}

/// By how many tokens most runs of a length stand further on in the source than in the quote; the least such number.
/// A run without a word counts for nothing.
fn best_shift(ours: &[u32], is_word: &[bool], theirs: &[u32], len: usize) -> Option<i64> {
    let mut places: HashMap<&[u32], Vec<usize>> = HashMap::new();
    for (at, run) in ours.windows(len).enumerate().filter(|(at, _)| is_word[*at..at + len].contains(&true)) {
        let repeats = places.entry(run).or_default();
        if repeats.len() < REPEATS {
            repeats.push(at);
        }
    }
    let mut votes: HashMap<i64, usize> = HashMap::new();
    for (at, run) in theirs.windows(len).enumerate().filter(|(_, run)| !run.contains(&STRANGE)) {
        for our in places.get(run).into_iter().flatten() {
            *votes.entry(at as i64 - *our as i64).or_default() += 1;
        }
    }
    votes.into_iter().max_by_key(|(shift, count)| (*count, -shift)).map(|(shift, _)| shift)
}

/// The tokens of a text.
struct Side<'a, 't> {
    text: &'a str,
    tokens: &'a [Token<'t>],
}

impl Side<'_, '_> {
    /// The words of some tokens as they are on disk, on one line.
    fn words(&self, tokens: Range<usize>) -> String {
        let range = self.tokens.get(tokens).and_then(range_of).unwrap_or_default();
        let words: Vec<_> = self.text.get(range).unwrap_or_default().split_whitespace().collect();
        words.join(" ")
    }

    /// Whether a token stands right behind the one before it.
    fn is_glued(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        before.zip(self.tokens.get(at)).is_some_and(|(before, token)| before.range.end == token.range.start)
    }
}

fn range_of(tokens: &[Token<'_>]) -> Option<Range<usize>> {
    Some(tokens.first()?.range.start..tokens.last()?.range.end)
}

fn marked(steps: &[Step], ours: &Side<'_, '_>, theirs: &Side<'_, '_>) -> String {
    let mut out = String::new();
    for (at, step) in steps.iter().enumerate() {
        let is_glued = if step.ours.is_empty() || step.is_same {
            theirs.is_glued(step.theirs.start)
        } else {
            ours.is_glued(step.ours.start)
        };
        if !out.is_empty() && !is_glued {
            out.push(' ');
        }
        if step.is_same {
            out.push_str(&shortened(theirs, &step.theirs, at > 0, at + 1 < steps.len()));
        } else {
            out.push_str(&wrapped("[-", &ours.words(step.ours.clone()), "-]"));
            out.push_str(&wrapped("{+", &theirs.words(step.theirs.clone()), "+}"));
        }
        if out.len() > SHOWN_BYTES {
            let cut = out.char_indices().map(|(at, _)| at).take_while(|at| *at <= SHOWN_BYTES).last();
            out.truncate(cut.unwrap_or(0));
            return out + " …";
        }
    }
    out
}

fn wrapped(open: &str, words: &str, close: &str) -> String {
    if words.is_empty() { String::new() } else { [open, words, close].concat() }
}

/// What is the same, but for its middle where it is long, or its outer end where no difference follows there.
fn shortened(side: &Side<'_, '_>, tokens: &Range<usize>, differs_before: bool, differs_after: bool) -> String {
    let (start, end) = (tokens.start, tokens.end);
    let keep = |differs: bool| if differs { CONTEXT_WORDS } else { 0 };
    let (head, tail) = (keep(differs_before), keep(differs_after));
    if tokens.len() <= head + tail + CONTEXT_WORDS {
        return side.words(tokens.clone());
    }
    let parts = [side.words(start..start + head), "…".to_owned(), side.words(end - tail..end)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SOURCE: &str = "The pact is new. “We will not attack first,” the minister said, \
        and our 15 ships\nstay in port. Nobody can take that away, he added.";

    fn shown(quote: &str) -> Option<(String, Option<String>)> {
        let passage = nearest(&Text::new(quote), &Text::new(SOURCE))?;
        Some((passage.marked, passage.differs.map(|range| quote[range].to_owned())))
    }

    #[test]
    fn the_difference_is_marked_in_the_nearest_passage() {
        for (quote, marked, differs) in [
            ("We will attack first", "We will {+not+} attack first", None),
            ("We will not strike first", "We will not [-strike-]{+attack+} first", Some("strike")),
            ("our 16 ships stay", "our [-16-]{+15+} ships stay", Some("16")),
            ("Our 15 ships stay", "[-Our-]{+our+} 15 ships stay", Some("Our")),
            ("the minister said and our", "the minister said{+,+} and our", None),
            ("stay in the port", "stay in [-the-] port", Some("the")),
        ] {
            assert_eq!(shown(quote), Some((marked.to_owned(), differs.map(str::to_owned))), "{quote}");
        }
    }

    #[test]
    fn where_nothing_is_near_no_passage_is_shown() {
        for quote in ["something else altogether was said there", "xyz", "", "?!"] {
            assert_eq!(shown(quote), None, "{quote}");
        }
    }

    #[test]
    fn a_passage_is_found_in_a_long_source() {
        let noise: String = (0..20_000).map(|n| format!("word{n} of the text and so on. ")).collect();
        let source = format!("{noise}{SOURCE}{noise}");
        let passage = nearest(&Text::new("We will attack first"), &Text::new(&source)).expect("near");
        assert_eq!(&source[passage.range], "We will not attack first");
    }

    #[test]
    fn of_a_long_quote_the_surroundings_of_the_difference_are_shown() {
        let words: Vec<String> = (0..200).map(|n| format!("word{n}")).collect();
        let (source, mut ours) = (words.join(" "), words);
        ours[100] = "other".to_owned();
        let passage = nearest(&Text::new(&ours.join(" ")), &Text::new(&source)).expect("near");
        assert_eq!(
            passage.marked,
            "… word94 word95 word96 word97 word98 word99 [-other-]{+word100+} word101 word102 word103 word104 word105 word106 …"
        );
    }

    proptest! {
        #[test]
        fn any_two_texts_can_be_compared(quote in "\\PC{0,60}", source in "\\PC{0,200}") {
            if let Some(passage) = nearest(&Text::new(&quote), &Text::new(&source)) {
                prop_assert!(source.get(passage.range).is_some());
                prop_assert!(passage.differs.is_none_or(|range| quote.get(range).is_some()));
            }
        }

        #[test]
        fn a_run_of_words_with_one_swapped_is_found_where_it_stood(
            words in prop::collection::vec("[a-z]{5,9}", 20..60), at in 0_usize..10, swapped in 1_usize..7,
        ) {
            let source = words.join(" ");
            let mut ours = words[at..at + 8].to_vec();
            ours[swapped] = "0".to_owned();
            let passage = nearest(&Text::new(&ours.join(" ")), &Text::new(&source)).expect("seven words are shared");
            prop_assert!(passage.marked.contains(&format!("[-0-]{{+{}+}}", words[at + swapped])), "{}", passage.marked);
        }
    }
}
