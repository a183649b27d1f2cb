//! A text with nothing in it.

use crate::diagnostic::Sink;
use crate::hidden::is_hidden;
use crate::row::Literal;
use crate::{Code, Diagnostic};

/// Passes a text on, without the white space around it, if it says something.
pub(crate) fn check<'a>(field: &str, text: &Literal<'a>, sink: &mut Sink) -> Option<Literal<'a>> {
    let trimmed = text.trimmed();
    if trimmed.value.chars().any(|c| !is_hidden(c)) {
        return Some(trimmed);
    }
    let message = format!("`{field}` is empty");
    sink.push(Diagnostic::new(Code::EmptyText, text.span, message).hint("write something, or leave the field out"));
    None
}

#[cfg(test)]
mod tests {
    use crate::Code::{EmptyText, MissingField};
    use crate::testing::{csv_outcome, expect, expect_in};

    #[test]
    fn a_text_must_say_something() {
        for text in ["", "  ", "\\n", "\u{202E}\u{202C}", "\u{200B}"] {
            let toml = format!("[[people]]\nid = \"k\"\nname = \"{text}\"");
            expect(EmptyText, &toml, &["3:8 `name` is empty (write something, or leave the field out)"]);
            expect(MissingField, &toml, &[]);
        }
    }

    #[test]
    fn an_empty_item_of_a_list_is_found_in_its_place() {
        let toml = "[[people]]\nid = \"k\"\nname = \"K\"\naliases = [\"a\", \"\"]";
        expect(EmptyText, toml, &["4:17 `aliases` is empty (write something, or leave the field out)"]);
    }

    #[test]
    fn an_empty_cell_is_a_field_left_out() {
        expect_in(&csv_outcome("people.csv", "id,name,role\nk,K,\n"), EmptyText, &[]);
    }
}
