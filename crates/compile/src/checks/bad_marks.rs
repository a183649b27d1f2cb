//! Marks that claim more than they may: too much put in, or something that turns what was said round.

use crate::diagnostic::Sink;
use crate::draft::{Given, Words};
use crate::proof::{MARKS, MarksFault, PUT_IN_WORDS};
use crate::{Code, Diagnostic, Files};

/// Reports the marks of a quote.
pub(crate) fn report(fault: &MarksFault, quote: &Given<Words<'_>>, files: &Files, sink: &mut Sink) {
    let (words, message, hint) = told(fault);
    let found = quote.value.find(words).filter(|_| !words.is_empty());
    let span = found.map_or(quote.span, |at| quote.part(at..at + words.len(), files));
    sink.push(Diagnostic::new(Code::BadMarks, span, message).hint(hint));
}

/// The words in question, what is wrong with them, and how to mend it.
fn told(fault: &MarksFault) -> (&str, String, String) {
    match fault {
        MarksFault::Many => (
            "",
            format!("this quote has more than {MARKS} marks"),
            "make several quotes of it, each of a passage of its source".to_owned(),
        ),
        MarksFault::Long(words) => (
            words,
            "this is too much to put in".to_owned(),
            format!(
                "put in at most {PUT_IN_WORDS} words at a time; tell the rest in words of your own, outside the quote"
            ),
        ),
        MarksFault::Adjacent(words) => (
            words,
            "this is put in right beside other words that are".to_owned(),
            "between two brackets, quote some words of the source; or put in one word less".to_owned(),
        ),
        MarksFault::Outweighs => (
            "",
            "this quote puts in as many words as it quotes, or more".to_owned(),
            "quote more of what the source prints, or tell it in words of your own, outside the quote".to_owned(),
        ),
        MarksFault::Negation(word) => (
            word,
            format!("“{word}” is put in, which makes something else of what was said"),
            "quote what was said; what it means is to be told outside the quote".to_owned(),
        ),
        MarksFault::Replacement(words) => (
            words,
            "this stands where words of the source are left out, and so replaces them".to_owned(),
            "quote the words of the source beside it, as in `him [Kim]`; or tell in words of your own, outside the quote, \
            what is meant"
                .to_owned(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::BadMarks;
    use crate::testing::{Case, expect_in};

    #[test]
    fn marks_that_claim_too_much_are_pointed_at() {
        let outside = "is to be told outside the quote)";
        for (quote, expected) in [
            (
                "we will [in the name of all nations] win the war".to_owned(),
                "8:18 this is too much to put in (put in at most 5 words at a time; tell the rest in words of your own, \
                 outside the quote)"
                    .to_owned(),
            ),
            (
                "we will [a] [b] win the war".to_owned(),
                "8:22 this is put in right beside other words that are (between two brackets, quote some words of the \
                 source; or put in one word less)"
                    .to_owned(),
            ),
            (
                "[so the leader said] win the war".to_owned(),
                "8:9 this quote puts in as many words as it quotes, or more (quote more of what the source prints, or \
                 tell it in words of your own, outside the quote)"
                    .to_owned(),
            ),
            (
                "we will [never] win the war".to_owned(),
                format!(
                    "8:18 “never” is put in, which makes something else of what was said (quote what was said; what it \
                     means {outside}"
                ),
            ),
            (
                "win the war, and our [...] [16] ships win the war".to_owned(),
                "8:37 this stands where words of the source are left out, and so replaces them (quote the words of the \
                 source beside it, as in `him [Kim]`; or tell in words of your own, outside the quote, what is meant)"
                    .to_owned(),
            ),
            (
                "we will win [...] ".repeat(21),
                "8:9 this quote has more than 20 marks (make several quotes of it, each of a passage of its source)"
                    .to_owned(),
            ),
        ] {
            let case = Case::of_quote(&quote).archived("we will win the war, and our 15 ships win the war");
            expect_in(&case.compiled(), BadMarks, &[&expected]);
        }
    }
}
