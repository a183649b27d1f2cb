//! A field that its table does not have.

use super::unknown_table;
use crate::diagnostic::Sink;
use crate::row::{Field, Kind, Table};
use crate::suggest::{did_you_mean, nearest};
use crate::{Code, Diagnostic};

/// Reports a field; the known ones are those of its table. Returns the one that was probably meant.
pub(crate) fn report(table: Table, field: &Field<'_>, known: &[&'static str], sink: &mut Sink) -> Option<&'static str> {
    if field.name.is_empty() && matches!(field.value.kind, Kind::Empty) {
        // The columns of nothing that spreadsheets like to add at the right.
        return None;
    }
    if Table::from_name(&field.name).is_some() && unknown_table::is_table(field) {
        unknown_table::report_nested(table, field, sink);
        return None;
    }
    let message = format!("{} has no field `{}`", table.one(), field.name);
    let meant = nearest(&field.name, known.iter().copied(), &mut sink.comparisons_left);
    let hint = meant.map_or_else(|| format!("the fields are {}", known.join(", ")), did_you_mean);
    sink.push(Diagnostic::new(Code::UnknownField, field.name_span, message).hint(hint));
    meant
}

#[cfg(test)]
mod tests {
    use crate::Code::UnknownField;
    use crate::testing::{csv_outcome, expect, expect_in};

    #[test]
    fn a_mistyped_field_is_found_with_the_nearest_name() {
        let toml = "[[lanes]]\nid = \"a\"\nname = \"A\"\nnaem = \"A\"\ncolour = \"red\"";
        let expected = [
            "4:1 a lane has no field `naem` (did you mean `name`?)",
            "5:1 a lane has no field `colour` (the fields are id, name)",
        ];
        expect(UnknownField, toml, &expected);
    }

    #[test]
    fn an_account_inside_an_event_has_its_own_fields() {
        let toml = "[[events]]\nid = \"e\"\ntitle = \"E\"\ndate = \"2024\"\naccounts = [{ sources = \"s\" }]";
        expect(UnknownField, toml, &["5:15 an account has no field `sources` (did you mean `source`?)"]);
    }

    #[test]
    fn an_unknown_column_is_reported_once_and_an_empty_one_not_at_all() {
        let outcome = csv_outcome("lanes.csv", "id,name,color,\na,A,red,\nb,B,blue,\n");
        expect_in(&outcome, UnknownField, &["1:9 a lane has no field `color` (the fields are id, name)"]);
    }
}
