//! Not a date, or no day of the calendar.

use super::{end_before_start, season_or_years};
use crate::date::{self, DateError, DateFault};
use crate::diagnostic::Sink;
use crate::row::Literal;
use crate::{Code, Diagnostic, Files, Outcome, Span};
use story::Date;

/// Reads a date; a fault is reported at its place within the expression.
pub(crate) fn check(expression: &Literal<'_>, sink: &mut Sink) -> Option<Date> {
    match date::parse(&expression.value) {
        Ok(when) => {
            season_or_years::check(expression, sink);
            Some(Date { edtf: expression.value.to_string(), when })
        }
        Err(error) => {
            sink.push(diagnostic(&error, expression.part(error.range.clone())));
            None
        }
    }
}

impl DateError {
    /// The diagnostic for this mistake, as `on-record date` shows it.
    #[must_use]
    pub fn into_outcome(self, expression: &str) -> Outcome {
        let mut files = Files::default();
        let file = files.add("date".to_owned(), expression.to_owned());
        let span = Span::new(file, self.range.clone());
        let diagnostic = diagnostic(&self, span);
        Outcome {
            story: None,
            diagnostics: vec![diagnostic],
            left_out: Vec::new(),
            put_in: Vec::new(),
            media: Vec::new(),
            files,
        }
    }
}

/// The diagnostic for a date at a place.
pub(crate) fn diagnostic(error: &DateError, span: Span) -> Diagnostic {
    match error.fault {
        DateFault::EndBeforeStart => end_before_start::diagnostic(error, span),
        DateFault::Invalid => {
            Diagnostic::new(Code::InvalidDate, span, error.message.clone()).maybe_hint(error.hint.clone())
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::InvalidDate;
    use crate::testing::{csv_outcome, expect, expect_in};

    #[test]
    fn the_place_is_exact_within_the_expression() {
        let row = |date| format!("[[events]]\nid = \"e\"\ntitle = \"E\"\ndate = {date}");
        for (date, expected) in [
            ("\"2024-06-31\"", "4:17 June 2024 has 30 days (check the day, or write `2024-06` where it is not known)"),
            (
                "\"2024-06-01/2024-13\"",
                "4:25 there is no month 13 (months are 01 to 12; 21 to 41 are seasons, quarters, thirds and halves)",
            ),
            ("202", "4:8 a year has four digits (write `0202`)"),
        ] {
            expect(InvalidDate, &row(date), &[expected]);
        }
    }

    #[test]
    fn the_place_is_exact_within_a_cell() {
        let outcome = csv_outcome("events.csv", "id,title,date\ne,\"E, e\",\"2024-02-30\"\n");
        expect_in(
            &outcome,
            InvalidDate,
            &["2:19 February 2024 has 29 days (check the day, or write `2024-02` where it is not known)"],
        );
    }
}
