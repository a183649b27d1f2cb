//! Words that do not stand in the text of their source.

use crate::diagnostic::Sink;
use crate::draft::{Given, Words};
use crate::proof::{ALL_LEFT_OUT_CHARS, LEFT_OUT_CHARS, Miss, Passage, Text, nearest};
use crate::{Code, Diagnostic, FileId, Files, Span};

/// Words that are said to stand in a source.
pub(crate) struct Claim<'a> {
    pub(crate) words: &'a Given<Words<'a>>,
    /// The id of the source.
    pub(crate) source: &'a str,
    /// Whether they are the original of a quote.
    pub(crate) is_original: bool,
}

/// Reports a quote with the nearest passage of its source.
pub(crate) fn report(
    miss: &Miss,
    claim: &Claim<'_>,
    (file, source): (FileId, &Text<'_>),
    files: &Files,
    sink: &mut Sink,
) {
    let (quote, source_id) = (claim.words, claim.source);
    let words = if let Miss::Nowhere(words) = miss { words.as_str() } else { "" };
    let is_whole = words == quote.value;
    let passage = nearest(&Text::new(words), source);
    let message = match (miss, is_whole) {
        (Miss::Scattered, _) => {
            format!("these pieces do not stand in the source `{source_id}` in this order and so near")
        }
        (_, true) => format!("these words do not stand in the source `{source_id}`"),
        (_, false) => format!("“{}” does not stand in the source `{source_id}`", shortened(words)),
    };
    let span = differing(&passage, words, quote).map_or(quote.span, |range| quote.part(range, files));
    let mut diagnostic = Diagnostic::new(Code::NotInSource, span, message).hint(hint(miss, claim, passage.as_ref()));
    if let Some(Passage { range, marked, .. }) = passage {
        diagnostic = diagnostic.related(Span::new(file, range), format!("the nearest passage: “{marked}”"));
    }
    sink.push(diagnostic);
}

fn hint(miss: &Miss, claim: &Claim<'_>, passage: Option<&Passage>) -> String {
    match (miss, passage) {
        (Miss::Scattered, _) => format!(
            "`[...]` may leave out {LEFT_OUT_CHARS} characters, and {ALL_LEFT_OUT_CHARS} in one quote; a `[word]` stands \
            for none, so quote those of the source beside it; or make two quotes of it"
        ),
        (_, None) if claim.is_original => {
            "where the source prints the translation alone, say where the original is from: \
            `original_unverified = \"…\"`"
                .to_owned()
        }
        (_, Some(Passage { is_same: true, .. })) => {
            "a quote begins and ends where a word or a number does: this one is cut off inside of one, or ends in a mark \
            that the source does not print"
                .to_owned()
        }
        (_, Some(_)) => {
            "quote what the source prints, and mark what you leave out by [...] and what you put in by [word]; \
            below, [-…-] stands in the quote alone and {+…+} in the source alone"
                .to_owned()
        }
        (_, None) => {
            "nothing like it stands there: check the `source` of the quote, and its text in the archive".to_owned()
        }
    }
}

/// Where the quote differs from the passage, if that can be told.
fn differing(passage: &Option<Passage>, words: &str, quote: &Given<Words<'_>>) -> Option<std::ops::Range<usize>> {
    let differs = words.get(passage.as_ref()?.differs.clone()?)?;
    let at = match words == quote.value {
        true => passage.as_ref()?.differs.as_ref()?.start,
        // The words of a piece are without typography: they may stand otherwise, or twice, in the quote.
        false => quote.value.find(differs).filter(|at| quote.value.rfind(differs) == Some(*at))?,
    };
    Some(at..at + differs.len())
}

fn shortened(words: &str) -> String {
    const SHOWN_CHARS: usize = 60;
    let shown: String = words.chars().take(SHOWN_CHARS).collect();
    if shown.len() < words.len() { shown + "…" } else { shown }
}

#[cfg(test)]
mod tests {
    use crate::Code::NotInSource;
    use crate::render_text;
    use crate::testing::{Case, expect_in};
    use story::CheckKind;

    const SOURCE: &str = "“We will not attack first,” he said. “Our 15 ships stay in port. The people have spoken.”";
    const HINT: &str = "(quote what the source prints, and mark what you leave out by [...] and what you put in by \
        [word]; below, [-…-] stands in the quote alone and {+…+} in the source alone)";

    fn told(quote: &str) -> (Vec<String>, String) {
        let outcome = Case::of_quote(quote).archived(SOURCE).compiled();
        let found = outcome.diagnostics.iter().filter(|diagnostic| diagnostic.code == NotInSource);
        let passages = found.flat_map(|diagnostic| &diagnostic.related).map(|related| related.message.clone());
        (passages.collect(), render_text(&outcome))
    }

    #[test]
    fn each_way_of_tampering_is_shown_with_the_difference() {
        for (quote, passage) in [
            ("We will attack first", "We will {+not+} attack first"),
            ("Our 16 ships stay", "Our [-16-]{+15+} ships stay"),
            ("We will not strike first", "We will not [-strike-]{+attack+} first"),
            (
                "ships stay in port. The people have spoken too",
                "ships stay in port. The people have spoken [-too-]{+.+}",
            ),
            ("We will attack [...] The people have spoken", "We will {+not+} attack"),
        ] {
            let (passages, text) = told(quote);
            assert_eq!(passages, [format!("the nearest passage: “{passage}”")], "{text}");
        }
        // What only its reporter interrupts, "first. Our 15 ships", is joined.
        let (passages, text) = told("We will not attack first. The people have spoken");
        assert!(passages[0].contains("{+"), "two sentences joined: {text}");
    }

    #[test]
    fn the_marker_stands_under_the_words_that_differ() {
        let outcome = Case::of_quote("Our 16 ships stay").archived(SOURCE).compiled();
        expect_in(&outcome, NotInSource, &[&format!("8:13 these words do not stand in the source `s` {HINT}")]);
        let note = "archive/s.txt:1:39: the nearest passage";
        assert!(render_text(&outcome).contains(note), "{}", render_text(&outcome));
    }

    #[test]
    fn where_nothing_is_near_the_source_is_doubted() {
        let expected = "8:9 these words do not stand in the source `s` \
            (nothing like it stands there: check the `source` of the quote, and its text in the archive)";
        expect_in(&Case::of_quote("dearest comrade").archived(SOURCE).compiled(), NotInSource, &[expected]);
    }

    #[test]
    fn a_number_that_is_cut_off_is_told_to_be() {
        let case = Case::of_quote("We lost 10").archived("We lost 10 000 soldiers.");
        let expected = "8:9 these words do not stand in the source `s` (a quote begins and ends where a word or a number \
            does: this one is cut off inside of one, or ends in a mark that the source does not print)";
        expect_in(&case.compiled(), NotInSource, &[expected]);
    }

    #[test]
    fn pieces_out_of_order_are_refused() {
        let case = Case::of_quote("The people have spoken [...] We will not attack").archived(SOURCE);
        let expected = "8:9 these pieces do not stand in the source `s` in this order and so near \
            (`[...]` may leave out 600 characters, and 1200 in one quote; a `[word]` stands for none, so quote \
            those of the source beside it; or make two quotes of it)";
        expect_in(&case.compiled(), NotInSource, &[expected]);
    }

    #[test]
    fn an_original_that_the_source_does_not_print_needs_a_reason() {
        let case = Case::of_quote("We will not attack").archived(SOURCE);
        let original = "original = \"우리는 공격하지 않는다\"\noriginal_language = \"ko\"\nspeaker";
        let expected = "9:13 these words do not stand in the source `s` (where the source prints the translation alone, \
            say where the original is from: `original_unverified = \"…\"`)";
        expect_in(&case.edited("speaker", original).compiled(), NotInSource, &[expected]);
        let reason = format!("original_unverified = \"KCNA's own page.\"\n{original}");
        let excused = case.edited("speaker", &reason).compiled();
        expect_in(&excused, NotInSource, &[]);
        let quote = excused.story.expect("a story").quotes.remove(0);
        let original = quote.original.expect("an original");
        assert_eq!((quote.check.kind, original.check.kind), (CheckKind::Exact, CheckKind::Unverified));
        assert_eq!(original.check.reason.as_deref(), Some("KCNA's own page."));
    }

    #[test]
    fn nothing_is_verified_if_one_quote_is_not() {
        let case = Case::of_quote("We will not attack").with_second("We will attack").archived(SOURCE);
        assert_eq!(case.verified().lock, None);
    }
}
