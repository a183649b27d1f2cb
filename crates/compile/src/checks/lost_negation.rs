//! A negation that is lost in what a quote leaves out.

use crate::diagnostic::Sink;
use crate::{Code, Diagnostic, Span};

/// Reports a quote that leaves out a negation of a sentence of which it keeps a part.
pub(crate) fn report(word: &str, left_out: &str, quote: Span, sink: &mut Sink) {
    let message = format!("what is left out or replaced here negates what is kept: “{left_out}”");
    let hint = format!("quote “{word}” too, or leave out no part of its sentence, or make two quotes of it");
    sink.push(Diagnostic::new(Code::LostNegation, quote, message).hint(hint));
}

#[cfg(test)]
mod tests {
    use crate::Code::LostNegation;
    use crate::testing::{Case, expect_in};

    #[test]
    fn a_lost_negation_is_shown() {
        let case =
            Case::of_quote("Our army will [...] attack them first").archived("Our army will not attack them first.");
        let expected = "8:9 what is left out or replaced here negates what is kept: “not” \
            (quote “not” too, or leave out no part of its sentence, or make two quotes of it)";
        expect_in(&case.compiled(), LostNegation, &[expected]);
    }
}
