//! A quote that begins or ends, without a mark, in a sentence that negates there.

use crate::diagnostic::Sink;
use crate::proof::Cut;
use crate::{Code, Diagnostic, Span};

/// Warns of a plain cut that leaves a negation out.
pub(crate) fn report(cut: &Cut, quote: Span, sink: &mut Sink) {
    let Cut { word, left_out } = cut;
    let message = format!("the sentence of this quote holds “{word}” outside of it: “{left_out}”");
    let hint = "if that turns the sense, quote the whole sentence";
    sink.push(Diagnostic::new(Code::CutNegation, quote, message).hint(hint));
}

#[cfg(test)]
mod tests {
    use crate::Code::{CutNegation, LostNegation};
    use crate::testing::{Case, expect_in};

    #[test]
    fn a_plain_cut_through_a_sentence_that_negates_is_told() {
        let hint = "(if that turns the sense, quote the whole sentence)";
        for (quote, source, expected) in [
            (
                "open the gate. It has no lock",
                "“Don’t open the gate. It has no lock,” she said.",
                "“Don’t” outside of it: “Don’t”",
            ),
            (
                "We close the old mill",
                "“We close the old mill under no conditions,” she said.",
                "“no” outside of it: “under no conditions,”",
            ),
            ("open the gate", "He refuses to open the gate.", "“refuses” outside of it: “He refuses to”"),
        ] {
            let case = Case::of_quote(quote).archived(source);
            let expected = format!("8:9 the sentence of this quote holds {expected} {hint}");
            expect_in(&case.compiled(), CutNegation, &[&expected]);
            expect_in(&case.verified().outcome, CutNegation, &[&expected]);
            assert!(case.verified().lock.is_some(), "{source}");
            expect_in(&case.edited(quote, &format!("[...] {quote} [...]")).compiled(), CutNegation, &[]);
        }
        let whole = Case::of_quote("It has no lock.").archived("We open the gate. It has no lock. Do not worry.");
        expect_in(&whole.compiled(), CutNegation, &[]);
        expect_in(&whole.compiled(), LostNegation, &[]);
    }
}
