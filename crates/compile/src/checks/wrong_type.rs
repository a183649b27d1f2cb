//! A value of a type that its field does not take.

use crate::diagnostic::Sink;
use crate::row::{Kind, Literal, Table, Value};
use crate::{Code, Diagnostic, Span};

/// Reports a value that is not what its field expects.
pub(crate) fn report(value: &Value<'_>, field: &str, expected: &str, sink: &mut Sink) {
    let given = match &value.kind {
        Kind::Text(_) | Kind::Cell(_) => "a text",
        Kind::Bare { what, .. } => what,
        Kind::List(_) => "a list",
        Kind::Row(_) => "a table",
        Kind::Empty | Kind::Broken => "nothing",
    };
    let message = format!("`{field}` takes {expected}, not {given}");
    sink.push(Diagnostic::new(Code::WrongType, value.span, message).hint(hint(&value.kind, field, expected)));
}

/// What to write instead: what is given in its right form, or else an example.
fn hint(given: &Kind<'_>, field: &str, expected: &str) -> String {
    match (given, expected) {
        (Kind::Bare { text, .. }, "a text" | "a list of texts") => {
            format!("put it in quotation marks: \"{}\"", text.value)
        }
        (Kind::Text(text), "a list of texts") => format!("put it in brackets: [{}]", items(text).join(", ")),
        (Kind::List(items), _) if items.len() == 1 && !expected.starts_with("a list") => {
            "leave out the brackets".to_owned()
        }
        (Kind::Text(text), "a list of tables") if field == "accounts" && story::is_slug(&text.value) => {
            format!("write {{ source = \"{}\" }}", text.value)
        }
        (_, "a list of tables") => format!("write `{field} = [{{ … }}]`, with name = \"value\" between the braces"),
        (_, "a list of texts") => format!("write `{field} = [\"…\", \"…\"]`"),
        (_, "a date") => format!("write `{field} = \"2024-06-18\"`"),
        (_, "a table") => format!("write the line [{field}], and the fields below it"),
        (_, "tables") => format!("write the line [[{field}]], and the fields below it"),
        _ => format!("write `{field} = \"…\"`"),
    }
}

/// A text as the items of a list: people write semicolons, as in CSV, or commas.
fn items(text: &Literal<'_>) -> Vec<String> {
    let separator = if text.value.contains(';') { ';' } else { ',' };
    text.split(separator).iter().map(|item| format!("\"{}\"", item.value)).collect()
}

/// Reports `[people]` where `[[people]]` is meant.
pub(crate) fn report_single(table: Table, header: Span, sink: &mut Sink) {
    let name = table.name();
    let message = format!("`{name}` takes a list of tables, not a table");
    let hint = format!("write [[{name}]], with two brackets, above each of them");
    sink.push(Diagnostic::new(Code::WrongType, header, message).hint(hint));
}

/// Reports `[[story]]` where `[story]` is meant.
pub(crate) fn report_repeated(table: Table, header: Span, sink: &mut Sink) {
    let name = table.name();
    let message = format!("`{name}` takes a table, not a list");
    sink.push(Diagnostic::new(Code::WrongType, header, message).hint(format!("write [{name}], with one bracket")));
}

#[cfg(test)]
mod tests {
    use crate::Code::WrongType;
    use crate::testing::expect;

    #[test]
    fn values_must_be_of_the_type_of_their_field() {
        let cases = [
            ("name = 3", "3:8 `name` takes a text, not a number (put it in quotation marks: \"3\")"),
            ("name = [\"a\"]", "3:8 `name` takes a text, not a list (leave out the brackets)"),
            ("name = true", "3:8 `name` takes a text, not true or false (put it in quotation marks: \"true\")"),
            (
                "name = \"A\"\naliases = \"b\"",
                "4:11 `aliases` takes a list of texts, not a text (put it in brackets: [\"b\"])",
            ),
            (
                "name = \"A\"\naliases = [1]",
                "4:12 `aliases` takes a list of texts, not a number (put it in quotation marks: \"1\")",
            ),
            ("name = { a = 1 }", "3:8 `name` takes a text, not a table (write `name = \"…\"`)"),
            (
                "name = \"A\"\naliases = \"b; c\"",
                "4:11 `aliases` takes a list of texts, not a text (put it in brackets: [\"b\", \"c\"])",
            ),
            (
                "name = \"A\"\naliases = { a = 1 }",
                "4:11 `aliases` takes a list of texts, not a table (write `aliases = [\"…\", \"…\"]`)",
            ),
        ];
        for (line, expected) in cases {
            expect(WrongType, &format!("[[people]]\nid = \"k\"\n{line}"), &[expected]);
        }
    }

    #[test]
    fn other_fields_get_an_example_of_their_own() {
        let cases = [
            (
                "accounts = [\"gazette\"]",
                "5:13 `accounts` takes a list of tables, not a text (write { source = \"gazette\" })",
            ),
            (
                "accounts = 3",
                "5:12 `accounts` takes a list of tables, not a number \
                 (write `accounts = [{ … }]`, with name = \"value\" between the braces)",
            ),
            (
                "announced = true",
                "5:13 `announced` takes a date, not true or false (write `announced = \"2024-06-18\"`)",
            ),
            ("announced = [2024]", "5:13 `announced` takes a date, not a list (leave out the brackets)"),
        ];
        for (line, expected) in cases {
            expect(WrongType, &format!("[[events]]\nid = \"e\"\ntitle = \"E\"\ndate = \"2024\"\n{line}"), &[expected]);
        }
        expect(
            WrongType,
            "people = 3",
            &["1:10 `people` takes tables, not a number (write the line [[people]], and the fields below it)"],
        );
    }

    #[test]
    fn a_value_that_is_no_value_is_a_fault_of_syntax_alone() {
        expect(WrongType, "[[people]]\nid = \"a\"\nname = \"A\"\naliases = kim", &[]);
    }

    #[test]
    fn single_and_repeated_tables_are_told_apart() {
        expect(
            WrongType,
            "[people]\nid = \"a\"\nname = \"A\"",
            &["1:1 `people` takes a list of tables, not a table \
               (write [[people]], with two brackets, above each of them)"],
        );
        expect(
            WrongType,
            "[[story]]\nid = \"a\"\ntitle = \"A\"\nlanguage = \"en\"",
            &["1:3 `story` takes a table, not a list (write [story], with one bracket)"],
        );
    }

    #[test]
    fn dates_and_ranks_may_stand_without_quotation_marks() {
        expect(WrongType, "[[events]]\nid = \"e\"\ntitle = \"E\"\ndate = 2024-06-18\nrank = 1", &[]);
    }
}
