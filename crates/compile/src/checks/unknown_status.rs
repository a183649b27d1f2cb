//! A status that does not exist.

use crate::diagnostic::Sink;
use crate::row::Literal;
use crate::suggest::{did_you_mean, nearest};
use crate::{Code, Diagnostic};
use story::Status;

/// Reads a status.
pub(crate) fn check(word: &Literal<'_>, sink: &mut Sink) -> Option<Status> {
    let status = Status::from_name(&word.value);
    if status.is_none() {
        let names = Status::ALL.map(Status::name);
        let hint = match nearest(&word.value, names, &mut sink.comparisons_left) {
            Some(name) => did_you_mean(name),
            None => format!("write one of {}", names.join(", ")),
        };
        let message = format!("there is no status `{}`", word.value);
        sink.push(Diagnostic::new(Code::UnknownStatus, word.span, message).hint(hint));
    }
    status
}

#[cfg(test)]
mod tests {
    use crate::Code::UnknownStatus;
    use crate::testing::expect;

    #[test]
    fn a_status_is_one_of_four_words() {
        let row = |word| format!("[[events]]\nid = \"e\"\ntitle = \"E\"\ndate = \"2024\"\nstatus = \"{word}\"");
        expect(UnknownStatus, &row("fell-through"), &[]);
        expect(
            UnknownStatus,
            &row("fell through"),
            &["5:11 there is no status `fell through` (did you mean `fell-through`?)"],
        );
        expect(
            UnknownStatus,
            &row("cancelled"),
            &["5:11 there is no status `cancelled` (write one of happened, planned, expected, fell-through)"],
        );
    }
}
