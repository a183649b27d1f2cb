//! A reason not to check words that their source does not print.

use crate::diagnostic::Sink;
use crate::draft::{Given, Words};
use crate::proof::{Text, nearest};
use crate::{Code, Diagnostic, FileId, Span};

/// Warns of words that the text of their source, which is at hand, refutes.
pub(crate) fn report(quote: &Given<Words<'_>>, source: &str, (file, text): (FileId, &Text<'_>), sink: &mut Sink) {
    let message = format!("the source `{source}` does not print these words, of which you say why nobody checked them");
    let hint = "quote what it prints, or name the source that the words are from";
    let mut diagnostic = Diagnostic::new(Code::RefutedExcuse, quote.span, message).hint(hint);
    if let Some(passage) = nearest(&Text::new(&quote.value), text) {
        let place = Span::new(file, passage.range);
        diagnostic = diagnostic.related(place, format!("the nearest passage: “{}”", passage.marked));
    }
    sink.push(diagnostic);
}

#[cfg(test)]
mod tests {
    use crate::Code::RefutedExcuse;
    use crate::testing::{Case, expect_in};
    use story::CheckKind;

    #[test]
    fn a_reason_does_not_hide_that_the_source_has_other_words() {
        let case = Case::of_quote("We will attack first").edited("speaker", "unverified = \"Heard.\"\nspeaker");
        let refuted = case.archived("“We will not attack first,” he said.").compiled();
        let expected = "8:9 the source `s` does not print these words, of which you say why nobody checked them \
            (quote what it prints, or name the source that the words are from)";
        expect_in(&refuted, RefutedExcuse, &[expected]);
        let related = &refuted.diagnostics[0].related[0].message;
        assert_eq!(related, "the nearest passage: “We will {+not+} attack first”");
        let check = refuted.story.expect("a story").quotes.remove(0).check;
        assert_eq!((check.kind, check.reason.as_deref()), (CheckKind::Unverified, Some("Heard.")));
        expect_in(&case.compiled(), RefutedExcuse, &[]);
    }
}
