//! A rank that is not 1 to 5.

use crate::diagnostic::Sink;
use crate::row::Literal;
use crate::{Code, Diagnostic};

/// Reads a rank.
pub(crate) fn check(rank: &Literal<'_>, sink: &mut Sink) -> Option<u8> {
    match rank.value.parse() {
        Ok(rank @ 1..=5) => Some(rank),
        _ => {
            let message = format!("`{}` is not a rank", rank.value);
            let hint = "write a number from 1, what the story cannot be told without, to 5, what it can";
            sink.push(Diagnostic::new(Code::BadRank, rank.span, message).hint(hint));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::BadRank;
    use crate::testing::expect;

    #[test]
    fn a_rank_is_a_number_from_one_to_five() {
        let row = |rank| format!("[[events]]\nid = \"e\"\ntitle = \"E\"\ndate = \"2024\"\nrank = {rank}");
        for good in ["1", "5", "\"3\""] {
            expect(BadRank, &row(good), &[]);
        }
        for (bad, place, written) in [
            ("0", "5:8", "0"),
            ("6", "5:8", "6"),
            ("-1", "5:8", "-1"),
            ("2.5", "5:8", "2.5"),
            ("\"high\"", "5:9", "high"),
        ] {
            let expected = format!(
                "{place} `{written}` is not a rank \
                 (write a number from 1, what the story cannot be told without, to 5, what it can)"
            );
            expect(BadRank, &row(bad), &[&expected]);
        }
    }
}
