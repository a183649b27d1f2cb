//! CSV files to rows (RFC 4180), with the exact place of each cell, which the `csv` crate does not tell.

use std::borrow::Cow;

use super::Take;
use crate::checks::syntax::{self, CsvFault};
use crate::diagnostic::Sink;
use crate::row::{Field, Kind, Literal, Row, Table, Value};
use crate::{FileId, Span};

/// Reads the one table of a file; its first line names the columns.
pub(crate) fn read<'a>(text: &'a str, file: FileId, table: Table, take: Take<'_, 'a>, sink: &mut Sink) {
    let mut scanner = Scanner { text, at: 0 };
    let mut header: Option<Vec<Literal<'a>>> = None;
    while let Some(record) = scanner.record() {
        let (cells, fault) = record.into_texts(text, file);
        if let Some((fault, at)) = fault {
            syntax::report_csv(fault, Span::new(file, at..at + 1), sink);
        }
        match &header {
            None if syntax::check_header(&cells, sink) => header = Some(cells.iter().map(named).collect()),
            None => return,
            // Spreadsheets like to add rows of nothing at the bottom.
            Some(_) if cells.iter().all(|cell| cell.value.trim().is_empty()) => {}
            Some(names) => {
                if syntax::check_row(names.len(), &cells, sink) {
                    take(table, row(names, cells), sink);
                }
            }
        }
    }
}

fn row<'a>(names: &[Literal<'a>], cells: Vec<Literal<'a>>) -> Row<'a> {
    let span = cells.first().map(|cell| cell.span).unwrap_or_default();
    let header = names.first().zip(names.last()).map(|(a, b)| Span { end: b.span.end, ..a.span });
    let field = |(name, cell): (&Literal<'a>, Literal<'a>)| {
        let trimmed = cell.trimmed();
        let kind = if trimmed.value.is_empty() { Kind::Empty } else { Kind::Cell(trimmed) };
        Field { name: name.value.clone(), name_span: name.span, value: Value { span: cell.span, kind } }
    };
    Row { span, header, fields: names.iter().zip(cells).map(field).collect() }
}

/// The name of a column without the white space around it, which its place still covers.
fn named<'a>(cell: &Literal<'a>) -> Literal<'a> {
    Literal { value: cell.trimmed().value, ..cell.clone() }
}

/// One line of cells, each with the byte range in which it is written, quotation marks included.
struct CsvRecord<'a> {
    cells: Vec<Cell<'a>>,
    fault: Option<(CsvFault, usize)>,
}

struct Cell<'a> {
    value: Cow<'a, str>,
    range: std::ops::Range<usize>,
}

impl<'a> CsvRecord<'a> {
    fn into_texts(self, text: &'a str, file: FileId) -> (Vec<Literal<'a>>, Option<(CsvFault, usize)>) {
        let place = |cell: Cell<'_>| {
            let raw = &text[cell.range.clone()];
            Literal::new(&cell.value, Span::new(file, cell.range), raw)
        };
        (self.cells.into_iter().map(place).collect(), self.fault)
    }
}

/// Reads text whose lines end in line feeds.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    /// The next record that is not an empty line.
    fn record(&mut self) -> Option<CsvRecord<'a>> {
        while matches!(self.peek(), Some(b'\n')) {
            self.at += 1;
        }
        self.peek()?;
        let mut record = CsvRecord { cells: Vec::new(), fault: None };
        loop {
            let cell = self.cell(&mut record.fault);
            record.cells.push(cell);
            match self.peek() {
                Some(b',') => self.at += 1,
                _ => return Some(record),
            }
        }
    }

    fn cell(&mut self, fault: &mut Option<(CsvFault, usize)>) -> Cell<'a> {
        let start = self.at;
        let value =
            if self.peek() == Some(b'"') { Cow::Owned(self.quoted(fault)) } else { Cow::Borrowed(self.plain()) };
        Cell { value, range: start..self.at }
    }

    /// Everything up to the next comma or line end.
    fn plain(&mut self) -> &'a str {
        let rest = &self.text[self.at..];
        let end = rest.bytes().position(|byte| matches!(byte, b'\n' | b',')).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    fn quoted(&mut self, fault: &mut Option<(CsvFault, usize)>) -> String {
        let opening = self.at;
        self.at += 1;
        let mut value = String::new();
        loop {
            let rest = &self.text[self.at..];
            let Some(end) = rest.find('"') else {
                fault.get_or_insert((CsvFault::Unclosed, opening));
                self.at = self.text.len();
                return value + rest;
            };
            value.push_str(&rest[..end]);
            self.at += end + 1;
            if self.peek() != Some(b'"') {
                break;
            }
            value.push('"');
            self.at += 1;
        }
        let after = self.at;
        let rest = self.plain();
        if !rest.trim().is_empty() {
            fault.get_or_insert((CsvFault::AfterClosing, after));
        }
        value + rest.trim_end()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Files;
    use proptest::prelude::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let mut scanner = Scanner { text, at: 0 };
        std::iter::from_fn(|| scanner.record())
            .map(|record| record.cells.into_iter().map(|cell| cell.value.into_owned()).collect())
            .collect()
    }

    fn place_of(text: &str, value: &str) -> (usize, usize) {
        let mut files = Files::default();
        let file = files.add("people.csv".to_owned(), text.to_owned());
        let mut scanner = Scanner { text, at: 0 };
        let mut texts = std::iter::from_fn(|| scanner.record()).flat_map(|record| record.into_texts(text, file).0);
        let found = texts.find(|cell| cell.value == value).expect("the cell");
        let position = files.start(found.part(0..value.len()));
        (position.line, position.column)
    }

    #[test]
    fn the_place_of_a_cell_is_exact() {
        let text = "id,näme,role\na,\"Kim, Jong\nun\",chief\n\nb,\"x\"\"y\",\"z\"\n";
        assert_eq!(place_of(text, "chief"), (3, 5));
        assert_eq!(place_of(text, "Kim, Jong\nun"), (2, 4));
        assert_eq!(place_of(text, "role"), (1, 9));
        assert_eq!(place_of(text, "z"), (5, 11));
        assert_eq!(place_of(text, "x\"y"), (5, 3), "a doubled mark leaves only the place of the cell");
    }

    #[test]
    fn rows_of_empty_cells_are_no_rows() {
        let mut rows = 0;
        let mut take = |_, _: Row<'_>, _: &mut Sink| rows += 1;
        let text = "id,name\na,A\n,\n , \n\"\",\n";
        read(text, FileId::default(), Table::Lanes, &mut take, &mut Sink::default());
        assert_eq!(rows, 1);
    }

    #[test]
    fn faulty_quotation_marks_are_found_where_they_are() {
        for (text, fault) in [("a,\"b\nc", (CsvFault::Unclosed, 2)), ("\"a\"b,c", (CsvFault::AfterClosing, 3))] {
            let record = Scanner { text, at: 0 }.record().expect("a record");
            assert_eq!(record.fault, Some(fault), "{text}");
        }
    }

    proptest! {
        #[test]
        fn sound_files_are_read_as_the_csv_crate_reads_them(
            rows in prop::collection::vec(prop::collection::vec("[a-z\",;é \n]{0,6}", 2..4), 1..5),
        ) {
            let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).expect("a vector takes it");
            }
            let text = String::from_utf8(writer.into_inner().expect("flushed")).expect("UTF-8");
            prop_assert_eq!(cells(&text), rows);
        }

        #[test]
        fn any_text_is_read_to_its_end(text in "[a\",\n;é]{0,40}") {
            let mut scanner = Scanner { text: &text, at: 0 };
            while scanner.record().is_some() {}
            prop_assert_eq!(scanner.at, text.len());
        }
    }
}
