//! TOML files to rows.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::pieces::pieces;
use super::{Indivisible, Take};
use crate::checks::{syntax, unknown_table, wrong_type};
use crate::diagnostic::Sink;
use crate::row::{Field, Kind, Literal, Row, Table, Value};
use crate::{FileId, Span};

/// Reads the tables of one file, as much of them as stands in sound lines.
pub(crate) fn read<'a>(text: &'a str, file: FileId, take: Take<'_, 'a>, sink: &mut Sink) {
    let mut faults = Faults::new();
    let readable = without_valueless_lines(text, &mut faults);
    let (document, errors) = DeTable::parse_recoverable(&readable);
    faults.extend(errors.iter().map(fault));
    let mut fault_starts: Vec<_> = faults.iter().map(|(range, _)| range.start).collect();
    fault_starts.sort_unstable();
    syntax::report_toml(text, file, faults, sink);
    let source = Source { text, base: 0, file, fault_starts };
    let fields = source.fields_in_order(document.get_ref());
    unknown_table::check(&fields, sink);
    for field in fields {
        if let Some(table) = Table::from_name(&field.name) {
            add_rows(table, field, take, sink);
        }
    }
}

/// Reads the tables of one sound file piece by piece. What the file as a whole would be faulted for, and what only the
/// whole tells, is left to [`read`].
pub(crate) fn read_in_pieces<'a>(
    text: &'a str,
    file: FileId,
    piece_bytes: usize,
    take: Take<'_, 'a>,
    sink: &mut Sink,
) -> Result<(), Indivisible> {
    let mut repeats = HashMap::new();
    for range in pieces(text, piece_bytes) {
        let (document, errors) = DeTable::parse_recoverable(&text[range.clone()]);
        if !errors.is_empty() {
            return Err(Indivisible);
        }
        let source = Source { text, base: range.start, file, fault_starts: Vec::new() };
        for field in source.fields_in_order(document.get_ref()) {
            let table = Table::from_name(&field.name).ok_or(Indivisible)?;
            let repeats_now = is_repeated(text, &field);
            // A table that is there twice must have the form of which there may be many.
            if repeats.insert(table, repeats_now).is_some_and(|before| !(before && repeats_now)) {
                return Err(Indivisible);
            }
            add_rows(table, field, take, sink);
        }
    }
    Ok(())
}

/// Whether a field is given in rows `[[name]]`, to which another piece may add.
fn is_repeated(text: &str, field: &Field<'_>) -> bool {
    let before = text.get(..field.name_span.start as usize).unwrap_or_default();
    matches!(field.value.kind, Kind::List(_)) && before.ends_with("[[")
}

/// Where the parser found something wrong, and what.
type Faults = Vec<(Range<usize>, String)>;

fn fault(error: &toml::de::Error) -> (Range<usize>, String) {
    (error.span().unwrap_or_default(), error.message().to_owned())
}

/// The parser stops at a key without a value, and would hide everything behind it. So such lines are noted and
/// blanked, byte for byte, until there is none left.
fn without_valueless_lines<'a>(text: &'a str, faults: &mut Faults) -> Cow<'a, str> {
    let mut readable = Cow::Borrowed(text);
    loop {
        let (_, errors) = DeTable::parse_recoverable(&readable);
        let valueless: Faults =
            errors.iter().map(fault).filter(|(_, message)| message.starts_with("key with no value")).collect();
        if valueless.is_empty() {
            return readable;
        }
        let mut bytes = readable.into_owned().into_bytes();
        let mut has_progress = false;
        for (range, _) in &valueless {
            let line = line_around(&bytes, range.start);
            has_progress |= bytes[line.clone()].iter().any(|&byte| byte != b' ');
            bytes[line].fill(b' ');
        }
        faults.extend(valueless);
        // Whole lines became blanks, so it still is UTF-8.
        readable = Cow::Owned(String::from_utf8(bytes).unwrap_or_default());
        if !has_progress {
            return readable;
        }
    }
}

/// The line that holds a byte, without its line ending.
fn line_around(bytes: &[u8], at: usize) -> Range<usize> {
    let at = at.min(bytes.len());
    let start = bytes[..at].iter().rposition(|&byte| byte == b'\n').map_or(0, |found| found + 1);
    let end = bytes[at..].iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |found| at + found);
    start..end
}

fn add_rows<'a>(table: Table, field: Field<'a>, take: Take<'_, 'a>, sink: &mut Sink) {
    match field.value.kind {
        Kind::Row(row) => {
            if !table.is_single() {
                wrong_type::report_single(table, row.span, sink);
            }
            take(table, row, sink);
        }
        Kind::List(items) => {
            if table.is_single() {
                wrong_type::report_repeated(table, field.name_span, sink);
            }
            for item in items {
                match item.kind {
                    Kind::Row(row) => take(table, row, sink),
                    Kind::Broken => {}
                    _ => wrong_type::report(&item, table.name(), "tables", sink),
                }
            }
        }
        Kind::Broken => {}
        _ => {
            let expected = if table.is_single() { "a table" } else { "tables" };
            wrong_type::report(&field.value, table.name(), expected, sink);
        }
    }
}

/// One file, or a piece of it, to turn byte ranges into spans.
struct Source<'a> {
    /// The whole file.
    text: &'a str,
    /// The byte at which the piece begins.
    base: usize,
    file: FileId,
    /// Where something is wrong, in order: what stands there is not checked any further.
    fault_starts: Vec<usize>,
}

impl<'a> Source<'a> {
    /// The fields in the order in which they are first met.
    fn fields_in_order(&self, table: &DeTable<'_>) -> Vec<Field<'a>> {
        let mut fields = self.fields(table);
        fields.sort_by_key(|field| field.name_span.start);
        fields
    }

    fn fields(&self, table: &DeTable<'_>) -> Vec<Field<'a>> {
        let field = |(name, value): (&Spanned<Cow<'_, str>>, &Spanned<DeValue<'_>>)| Field {
            name: Literal::new(name.get_ref(), self.span(name.span()), self.raw(name.span())).value,
            name_span: self.span(name.span()),
            value: self.value(value),
        };
        table.iter().map(field).collect()
    }

    fn value(&self, value: &Spanned<DeValue<'_>>) -> Value<'a> {
        let span = self.span(value.span());
        let raw = self.raw(value.span());
        let bare = |what| Kind::Bare { text: Literal::new(raw, span, raw), what };
        let kind = match value.get_ref() {
            DeValue::Array(array) => Kind::List(self.items(array, self.is_faulty(&value.span()))),
            DeValue::Table(table) => Kind::Row(Row { span, header: None, fields: self.fields(table) }),
            // An empty one is what the parser puts where it found nothing it could read.
            _ if raw.is_empty() || self.is_faulty(&value.span()) => Kind::Broken,
            DeValue::String(text) => Kind::Text(Literal::new(text, span, raw)),
            DeValue::Integer(_) | DeValue::Float(_) => bare("a number"),
            DeValue::Boolean(_) => bare("true or false"),
            DeValue::Datetime(_) => bare("a date"),
        };
        Value { span, kind }
    }

    fn is_faulty(&self, range: &Range<usize>) -> bool {
        let next = self.fault_starts.partition_point(|&start| start < range.start);
        self.fault_starts.get(next).is_some_and(|&start| start <= range.end)
    }

    /// The items of a list. A list inside one with a fault is a header below that an unclosed bracket swallowed.
    fn items(&self, array: &DeArray<'_>, is_faulty: bool) -> Vec<Value<'a>> {
        let item = |item: &Spanned<DeValue<'_>>| match item.get_ref() {
            DeValue::Array(_) if is_faulty => Value { span: self.span(item.span()), kind: Kind::Broken },
            _ => self.value(item),
        };
        array.iter().map(item).collect()
    }

    /// The characters of a range as they stand in the file.
    fn raw(&self, range: Range<usize>) -> &'a str {
        self.text.get(self.base + range.start..self.base + range.end).unwrap_or_default()
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, self.base + range.start..self.base + range.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Rows<'a> = Vec<(Table, Row<'a>)>;

    fn rows(text: &str) -> (Rows<'_>, usize) {
        let (mut rows, mut sink) = (Rows::new(), Sink::default());
        read(text, FileId::default(), &mut |table, row, _| rows.push((table, row)), &mut sink);
        (rows, sink.into_sorted().len())
    }

    fn row_count_in_pieces(text: &str) -> Option<usize> {
        let mut count = 0;
        let mut take = |_, _: Row<'_>, _: &mut Sink| count += 1;
        read_in_pieces(text, FileId::default(), 1, &mut take, &mut Sink::default()).ok()?;
        Some(count)
    }

    #[test]
    fn a_file_is_read_in_pieces_only_where_these_say_all() {
        let sound = "[story]\nid = 1\n[[events]]\nid = 2\n[[events.accounts]]\n[[lanes]]\n[[events]]\nid = 3\n";
        assert_eq!(row_count_in_pieces(sound), Some(4));
        for indivisible in [
            "[[events]]\nid = 1\n[story]\n[[events]]\nid = 2\n[story]\n",
            "events = [{ id = 1 }]\n[[lanes]]\n[[events]]\nid = 2\n",
            "[people]\nid = 1\n[[lanes]]\n[[people]]\nid = 2\n",
            "[[events]]\nid = 1\n[[lanes]]\n[[events.accounts]]\nid = 2\n",
            "[[events]]\ntitle = \"\"\"\n[[lanes]]\n\"\"\"\n",
            "[[events]]\npeople = [\n[[lanes]]\n]\n",
            "[[events]]\nid = 1\n[[lines]]\nid = 2\n",
        ] {
            assert_eq!(row_count_in_pieces(indivisible), None, "{indivisible}");
        }
    }

    #[test]
    fn tables_are_read_in_the_order_in_which_they_stand() {
        let (rows, complaints) = rows("[[themes]]\nid = \"t\"\n[[events]]\nid = \"e\"\n[story]\nid = \"s\"\n");
        let tables: Vec<_> = rows.iter().map(|(table, _)| *table).collect();
        assert_eq!(tables, [Table::Themes, Table::Events, Table::Story]);
        assert_eq!(complaints, 0);
    }

    #[test]
    fn unquoted_values_keep_their_spelling() {
        let (rows, _) = rows("[story]\nupdated = 2024-06-18\n");
        let Kind::Bare { text, what } = &rows[0].1.fields[0].value.kind else { panic!("not bare") };
        assert_eq!((text.value.as_ref(), *what), ("2024-06-18", "a date"));
    }

    #[test]
    fn what_stands_behind_a_key_without_value_is_read_too() {
        let (rows, complaints) = rows("[story]\nid \"a\"\n- é\n[[people]]\nid = \"x\"\nid = \"y\"\n");
        let tables: Vec<_> = rows.iter().map(|(table, _)| *table).collect();
        assert_eq!(tables, [Table::Story, Table::People]);
        assert_eq!(complaints, 3);
    }

    #[test]
    fn sound_lines_are_read_despite_broken_ones() {
        let (rows, complaints) = rows("[story]\nid = \"a\ntitle = \n[[people]]\nid = \"x\"\n");
        assert_eq!(complaints, 2);
        assert_eq!(rows.len(), 2);
        assert!(matches!(rows[0].1.fields[1].value.kind, Kind::Broken));
    }
}
