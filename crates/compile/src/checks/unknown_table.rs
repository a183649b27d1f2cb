//! A table that no story has.

use crate::diagnostic::Sink;
use crate::row::{Field, Kind, Table};
use crate::suggest::{did_you_mean, nearest};
use crate::{Code, Diagnostic, FileId, Span};

/// Reports every unknown table of a file, and of the fields outside any table the first: one line mends them all.
pub(crate) fn check(top: &[Field<'_>], sink: &mut Sink) {
    let unknown = top.iter().filter(|field| Table::from_name(&field.name).is_none());
    let (tables, fields): (Vec<_>, Vec<_>) = unknown.partition(|field| is_table(field));
    for Field { name, name_span, .. } in tables {
        let hint = near_table(name, sink);
        let message = format!("a story has no table `{name}`");
        sink.push(Diagnostic::new(Code::UnknownTable, *name_span, message).hint(hint));
    }
    if let Some(Field { name, name_span, .. }) = fields.first() {
        let message = format!("the field `{name}` stands outside any table");
        let hint = "write a line such as [story] or [[events]] above it";
        sink.push(Diagnostic::new(Code::UnknownTable, *name_span, message).hint(hint));
    }
}

/// Reports a table of a story that stands inside another table.
pub(crate) fn report_nested(table: Table, field: &Field<'_>, sink: &mut Sink) {
    let (outer, inner) = (table.name(), &field.name);
    let message = format!("the table `{inner}` stands inside `{outer}`");
    let hint = format!("write [[{inner}]], without `{outer}.`");
    sink.push(Diagnostic::new(Code::UnknownTable, field.name_span, message).hint(hint));
}

/// Whether a field holds a table or a list of tables.
pub(crate) fn is_table(field: &Field<'_>) -> bool {
    match &field.value.kind {
        Kind::Row(_) => true,
        Kind::List(items) => matches!(items.first().map(|item| &item.kind), Some(Kind::Row(_))),
        _ => false,
    }
}

/// Reports a CSV file whose name is no table.
pub(crate) fn report_file(file: FileId, stem: &str, sink: &mut Sink) {
    let hint = near_table(stem, sink);
    let message = format!("a story has no table `{stem}`, so this file holds nothing of it");
    sink.push(Diagnostic::new(Code::UnknownTable, Span { file, start: 0, end: 0 }, message).hint(hint));
}

fn near_table(name: &str, sink: &mut Sink) -> String {
    let names = Table::ALL.map(Table::name);
    match nearest(name, names, &mut sink.comparisons_left) {
        Some(name) => did_you_mean(name),
        None => format!("the tables are {}", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::UnknownTable;
    use crate::testing::{csv_outcome, expect, expect_in};

    #[test]
    fn a_table_must_be_one_of_a_story() {
        expect(UnknownTable, "[[event]]\nid = \"e\"", &["1:3 a story has no table `event` (did you mean `events`?)"]);
        expect(
            UnknownTable,
            "[x]\n",
            &["1:2 a story has no table `x` (the tables are story, people, sources, lanes, themes, eras, \
               events, accounts, media, quotes, changes, texts)"],
        );
        expect(
            UnknownTable,
            "title = \"T\"\nlanguage = \"en\"\n",
            &["1:1 the field `title` stands outside any table \
               (write a line such as [story] or [[events]] above it)"],
        );
    }

    #[test]
    fn a_table_inside_another_is_told_its_place() {
        let toml = "[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\n[[story.events]]\nid = \"e\"";
        let expected = ["5:9 the table `events` stands inside `story` (write [[events]], without `story.`)"];
        expect(UnknownTable, toml, &expected);
    }

    #[test]
    fn a_csv_file_must_be_named_after_a_table() {
        expect_in(
            &csv_outcome("persons/event.csv", "id\n"),
            UnknownTable,
            &["1:1 a story has no table `event`, so this file holds nothing of it (did you mean `events`?)"],
        );
    }
}
