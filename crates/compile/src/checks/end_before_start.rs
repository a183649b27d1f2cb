//! A stretch of time that ends before it begins.

use crate::date::DateError;
use crate::{Code, Diagnostic, Span};

/// The diagnostic for a date whose two ends stand the wrong way round.
pub(crate) fn diagnostic(error: &DateError, span: Span) -> Diagnostic {
    Diagnostic::new(Code::EndBeforeStart, span, error.message.clone()).maybe_hint(error.hint.clone())
}

#[cfg(test)]
mod tests {
    use crate::Code::EndBeforeStart;
    use crate::testing::expect;

    #[test]
    fn an_end_must_not_lie_before_its_start() {
        let row = |date| format!("[[events]]\nid = \"e\"\ntitle = \"E\"\ndate = \"{date}\"");
        for (date, expected) in [
            ("2024-06-19/2024-06-18", "4:20 the end lies before the start (write `2024-06-18/2024-06-19`)"),
            ("[2024-06-17..2024-06-13]", "4:22 the end lies before the start (write `2024-06-13..2024-06-17`)"),
            ("2025/2024?", "4:14 the end lies before the start (write `2024?/2025`)"),
        ] {
            expect(EndBeforeStart, &row(date), &[expected]);
        }
        for fine in ["2024/2024-06", "2024-06/2024", "2024-06-18/.."] {
            expect(EndBeforeStart, &row(fine), &[]);
        }
    }
}
