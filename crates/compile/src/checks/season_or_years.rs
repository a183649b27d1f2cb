//! A season whose number is that of the next year as well.

use crate::date;
use crate::diagnostic::Sink;
use crate::row::Literal;
use crate::{Code, Diagnostic};

/// Warns of a valid date such as `2023-24`, winter 2023, which many write for the years 2023 to 2024.
pub(crate) fn check(expression: &Literal<'_>, sink: &mut Sink) {
    let Some((meaning, years)) = date::season_or_years(&expression.value) else { return };
    let message = format!("this means {meaning}");
    let hint = format!("write {years}, or, where the season is meant, the months from which and to which it is");
    sink.push(Diagnostic::new(Code::SeasonOrYears, expression.span, message).hint(hint));
}

#[cfg(test)]
mod tests {
    use crate::Code::{InvalidDate, SeasonOrYears};
    use crate::testing::expect;

    #[test]
    fn a_season_that_may_be_two_years_is_told_and_taken() {
        let row = |date| format!("[[events]]\nid = \"e\"\ntitle = \"E\"\ndate = \"{date}\"");
        let winter = "winter 2023 (December to February of the next year)";
        let months = "or, where the season is meant, the months from which and to which it is";
        for (date, meaning, years) in [
            ("2023-24", format!("some time in {winter}"), "`2023/2024` (from 2023 to 2024)"),
            ("2023-24~", format!("about {winter}"), "`2023~/2024~` (from about 2023 to about 2024)"),
            ("2023-24/..", format!("from {winter} on, with no end"), "`2023/..` (from 2023 on, with no end)"),
            ("[..2023-24]", format!("on or before {winter}"), "`[..2024]` (on or before 2024)"),
        ] {
            let expected = format!("4:9 this means {meaning} (write {years}, {months})");
            expect(SeasonOrYears, &row(date), &[&expected]);
            expect(InvalidDate, &row(date), &[]);
        }
        for clear in ["2023-22", "2025-21", "2019-24", "2023-12/2024-02", "2011-12", "2023/2024", "2023-24-01"] {
            expect(SeasonOrYears, &row(clear), &[]);
        }
    }
}
