//! A field that must be given is not.

use crate::diagnostic::Sink;
use crate::row::{Row, Table};
use crate::{Code, Diagnostic};

/// Reports a field that a row lacks: at the empty cell, at the header that has no such column, or at the row.
pub(crate) fn report(table: Table, row: &Row<'_>, field: &'static str, sink: &mut Sink) {
    let cell = row.fields.iter().find(|given| given.name == field);
    let needs = format!("{} needs `{field}`", table.one());
    let (span, message, hint) = match (cell, row.header) {
        (Some(cell), _) => (cell.value.span, needs, "fill the cell".to_owned()),
        (None, Some(header)) => {
            let message = format!("the table `{}` has no column `{field}`", table.name());
            (header, message, format!("add `{field}` to the line that names the columns"))
        }
        (None, None) => (row.span, needs, format!("add `{field} = \"…\"`")),
    };
    let hint = own_hint(table, field).map_or(hint, str::to_owned);
    sink.push(Diagnostic::new(Code::MissingField, span, message).hint(hint));
}

/// What to write, where the name of the field does not say it.
fn own_hint(table: Table, field: &str) -> Option<&'static str> {
    Some(match (table, field) {
        (Table::Quotes, "speaker") => "say who spoke: the id of a person, who may be an unnamed official",
        (Table::Quotes, "source") => "say which article prints these words: the id of a source",
        (Table::Accounts, "source") => "say who reports it: the id of a source",
        (Table::Accounts | Table::Media, "event") => "say to which event it belongs: the id of an event",
        (Table::Media, "alt") => "say what the picture shows, for those who do not see it",
        (Table::Changes, "date") => "say on which day the change was made",
        (Table::Changes, "kind") => {
            "write `kind = \"correction\"` where something was wrong, or `kind = \"update\"` where there is more to tell"
        }
        (Table::Changes, "note") => "tell readers what was changed",
        (Table::Story, "language") => "name the story's own language, for instance \"en\"",
        (_, "id") => "give it a short readable name in lower-case letters, for instance `kim-jong-un`",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::Code::MissingField;
    use crate::testing::{csv_outcome, expect, expect_in};

    #[test]
    fn fields_that_must_be_given_are_asked_for_at_the_row() {
        let toml = "[[quotes]]\nid = \"q\"\ntext = \"Yes\"";
        let expected = [
            "1:1 a quote needs `source` (say which article prints these words: the id of a source)",
            "1:1 a quote needs `speaker` (say who spoke: the id of a person, who may be an unnamed official)",
        ];
        expect(MissingField, toml, &expected);
    }

    #[test]
    fn a_wrong_value_is_not_missing_too() {
        expect(MissingField, "[[lanes]]\nid = \"a\"\nname = 3", &[]);
    }

    #[test]
    fn a_field_whose_name_is_mistyped_is_not_missing_too() {
        expect(MissingField, "[[lanes]]\nid = \"a\"\nnaem = \"A\"", &[]);
        expect_in(&csv_outcome("lanes.csv", "ID,Name\na,A\n"), MissingField, &[]);
        expect(
            MissingField,
            "[[lanes]]\nid = \"a\"\ncolour = \"A\"",
            &["1:1 a lane needs `name` (add `name = \"…\"`)"],
        );
    }

    #[test]
    fn an_empty_cell_is_found_in_its_place_and_a_missing_column_once() {
        let outcome = csv_outcome("lanes.csv", "id,name\na,\n");
        expect_in(&outcome, MissingField, &["2:3 a lane needs `name` (fill the cell)"]);
        let outcome = csv_outcome("lanes.csv", "id\na\nb\n");
        expect_in(
            &outcome,
            MissingField,
            &["1:1 the table `lanes` has no column `name` (add `name` to the line that names the columns)"],
        );
    }
}
