//! A piece of a shortened quote that is too short to prove anything.

use crate::diagnostic::Sink;
use crate::draft::{Given, Words};
use crate::proof::{PIECE_LETTERS, PIECE_WORDS};
use crate::{Code, Diagnostic, Files};

/// Reports a quote of which so little is left.
pub(crate) fn report(piece: &str, quote: &Given<Words<'_>>, files: &Files, sink: &mut Sink) {
    let message = match piece {
        "" => "this quote holds nothing but marks of what was left out".to_owned(),
        piece => format!("“{piece}” is too short to prove anything"),
    };
    let hint = format!(
        "between two marks of what was left out, quote at least {PIECE_WORDS} words, or {PIECE_LETTERS} letters; or quote \
        these words alone, without marks"
    );
    let span = quote.value.find(piece).filter(|_| !piece.is_empty()).map(|at| at..at + piece.len());
    let span = span.map_or(quote.span, |range| quote.part(range, files));
    sink.push(Diagnostic::new(Code::ShortPiece, span, message).hint(hint));
}

#[cfg(test)]
mod tests {
    use crate::Code::ShortPiece;
    use crate::testing::{Case, expect_in};

    #[test]
    fn a_word_between_two_marks_proves_nothing() {
        let hint = "(between two marks of what was left out, quote at least 3 words, or 12 letters; or quote these words \
            alone, without marks)";
        for (quote, expected) in [
            ("we will not attack ... win", format!("8:32 “win” is too short to prove anything {hint}")),
            ("[...]", format!("8:9 this quote holds nothing but marks of what was left out {hint}")),
        ] {
            let case = Case::of_quote(quote).archived("we will not attack, and so we win");
            expect_in(&case.compiled(), ShortPiece, &[&expected]);
        }
    }
}
