//! Two quotations of a source joined by what is left out between them.

use crate::diagnostic::Sink;
use crate::{Code, Diagnostic, Span};

/// Reports a quote that goes on in another quotation of its source, or outside of it.
pub(crate) fn report(left_out: &str, quote: Span, sink: &mut Sink) {
    let message = format!("what is left out here leads out of a quotation of the source, or into one: “{left_out}”");
    let hint = "make two quotes of it, each with who said it; where the source only tells between them that the speaker speaks, \
        quote both without a mark";
    sink.push(Diagnostic::new(Code::SplicedQuotations, quote, message).hint(hint));
}

#[cfg(test)]
mod tests {
    use crate::Code::SplicedQuotations;
    use crate::testing::{Case, expect_in};

    #[test]
    fn two_speakers_are_not_made_one() {
        let source = "“We will win the war,” Kim said. Mr Lee of Seoul said: “We are afraid of them.”";
        let case = Case::of_quote("We will win the war [...] We are afraid of them").archived(source);
        let expected = "8:9 what is left out here leads out of a quotation of the source, or into one: \
            “,” Kim said. Mr Lee of Seoul said: “” (make two quotes of it, each with who said it; where the source \
            only tells between them that the speaker speaks, quote both without a mark)";
        expect_in(&case.compiled(), SplicedQuotations, &[expected]);
    }
}
