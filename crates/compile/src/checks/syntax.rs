//! A file that is not TOML or not CSV.

use crate::diagnostic::Sink;
use crate::row::Literal;
use crate::{Code, Diagnostic, FileId, Span};
use std::collections::HashMap;
use std::ops::Range;

/// What can be wrong with the quotation marks of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CsvFault {
    /// The mark that opens the cell is never closed.
    Unclosed,
    /// Characters follow the closing mark.
    AfterClosing,
}

/// Reports what the TOML parser found, the first fault of each line: further ones mostly follow from it.
pub(crate) fn report_toml(text: &str, file: FileId, mut faults: Vec<(Range<usize>, String)>, sink: &mut Sink) {
    faults.sort_by_key(|(range, _)| (range.start, range.end));
    without_swallowed(text, &mut faults);
    let mut reported_to = None;
    for (range, message) in faults {
        if reported_to.is_some_and(|end| range.start <= end) {
            continue;
        }
        let (explained, end) = explain(text, file, range, &message);
        reported_to = Some(end);
        sink.push(explained);
    }
}

/// The diagnostic for a fault, and the byte up to which further faults follow from it.
fn explain(text: &str, file: FileId, range: Range<usize>, message: &str) -> (Diagnostic, usize) {
    let start = range.start.min(text.len());
    let line_start = text.as_bytes()[..start].iter().rposition(|&byte| byte == b'\n').map_or(0, |found| found + 1);
    let line_end = end_before(text, start, "\n");
    let found = |range: Range<usize>, message: &str, hint: &str| {
        Diagnostic::new(Code::Syntax, Span::new(file, range), message).hint(hint)
    };
    if message == "duplicate key" && text.as_bytes().get(line_start) == Some(&b'[') {
        // What stands below is taken for more fields of the first table.
        return (found(range, "this table is there already", TABLE_HINT), end_before(text, start, "\n["));
    }
    if message.starts_with("invalid multi-line")
        && let Some(opening) = text.rfind(if message.contains("literal") { "'''" } else { "\"\"\"" })
    {
        let hint = "close it with the same three quotation marks";
        return (found(opening..opening + 3, "this text is never closed", hint), line_end);
    }
    let value = text.get(start..line_end).unwrap_or_default().split(['#', ',', '}']).next().unwrap_or_default().trim();
    if message.starts_with("invalid date") && crate::date::parse(value).is_ok() {
        let hint = format!("put it in quotation marks: {}", crate::date::quoted(value, '"'));
        return (found(range, "a date that is not a whole day is a text in TOML", &hint), line_end);
    }
    if let Some((range, dates)) = dates_meant(text, line_start, start) {
        let hint = format!("write it between quotation marks: {dates}");
        return (found(range, "this is no date", &hint), line_end);
    }
    let hint = if value.starts_with(['“', '”', '„', '«', '‘', '’']) {
        "use straight quotation marks: \"…\""
    } else {
        TOML_HINTS.iter().find(|(part, _)| message.contains(part)).map_or(LINES_HINT, |(_, hint)| *hint)
    };
    (found(range, message, hint), line_end)
}

/// The number-like value around a byte, and what dates it was probably meant to be, in quotation marks: `20.11.2024` is to the parser a
/// number that goes wrong at its second point.
fn dates_meant(text: &str, line_start: usize, at: usize) -> Option<(Range<usize>, String)> {
    let is_end = |c: char| c.is_whitespace() || matches!(c, '=' | ',' | '[' | ']' | '{' | '}' | '#');
    let start = text.get(line_start..at)?.rfind(is_end).map_or(line_start, |found| line_start + found + 1);
    let value =
        text.get(start..)?.split(is_end).next().filter(|value| value.starts_with(|c: char| c.is_ascii_digit()))?;
    crate::date::meant(value, '"').map(|dates| (start..start + value.len(), dates))
}

/// The byte before which a word stands next, from a byte of the text on; the end of the text where it does not.
fn end_before(text: &str, from: usize, word: &str) -> usize {
    text.get(from..).and_then(|rest| rest.find(word)).map_or(text.len(), |found| from + found)
}

/// What to do about a table that is given again.
const TABLE_HINT: &str =
    "[story] and [texts] stand there once; each row of other tables begins with its name in two brackets: [[…]]";

/// What to do where the parser says nothing that we know.
const LINES_HINT: &str = "a line is [table], [[table]], `name = \"value\"`, or a comment after #";

/// An unclosed bracket swallows the lines behind it, of which nothing can be said then: of the faults, which are in
/// order, those before are left, and one for the bracket.
fn without_swallowed(text: &str, faults: &mut Vec<(Range<usize>, String)>) {
    let is =
        |parts: [&'static str; 2]| move |(_, message): &(_, String)| parts.iter().any(|part| message.contains(part));
    let swallows = faults.iter().any(is(["unclosed array", "unclosed inline table"]));
    let first = faults.iter().find(|fault| is(["missing comma", "missing key"])(fault));
    let Some((range, _)) = first.filter(|_| swallows).cloned() else { return };
    let before = text.get(..range.start).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |found| found + 1);
    let end = start + text[start..].find('\n').unwrap_or(text.len() - start);
    faults.retain(|(range, _)| range.start < start);
    faults.push((start..end, "unclosed bracket: this line still counts to the list above".to_owned()));
}

/// A part of the parser's message, and what an author should do.
const TOML_HINTS: &[(&str, &str)] = &[
    ("string values must be quoted", "put the text in quotation marks: \"…\""),
    ("invalid basic string", "close the text with a quotation mark; a long text stands between \"\"\" and \"\"\""),
    ("unexpected key or value", "write each field on a line of its own; inside a text, write \\\" for \""),
    ("key with no value", "write `name = \"value\"`"),
    ("unquoted key", "names of fields are plain lower-case letters, as in `title = \"…\"`"),
    ("missing comma", "put commas between the items, and a closing bracket behind the last"),
    ("duplicate key", "each field stands once in a table; a new row begins with its own [[…]] line"),
    ("unclosed", "close the bracket"),
    ("escape", "write \\\\ for a backslash, or put the text between single quotation marks"),
    ("invalid date", "check the day; a date in quotation marks may also be less precise: \"2024-06\""),
    ("recurs", "take out some of the brackets, braces or points: no table of a story is that deep"),
];

/// Reports a cell whose quotation marks do not match.
pub(crate) fn report_csv(fault: CsvFault, span: Span, sink: &mut Sink) {
    let (message, hint) = match fault {
        CsvFault::Unclosed => ("this quotation mark is never closed", "close the cell with a quotation mark"),
        CsvFault::AfterClosing => (
            "the cell goes on after its closing quotation mark",
            "inside a quoted cell, write \"\" for a quotation mark",
        ),
    };
    sink.push(Diagnostic::new(Code::Syntax, span, message).hint(hint));
}

/// Checks that a line has no more cells than there are columns, empty ones included: a comma in a text has moved the
/// cells behind it, of which then nothing can be said.
///
/// Returns whether each cell stands in its column.
pub(crate) fn check_row(columns: usize, cells: &[Literal<'_>], sink: &mut Sink) -> bool {
    let Some(surplus) = cells.get(columns) else { return true };
    let message = format!("the line has {} cells, but there are only {columns} columns", cells.len());
    let hint = "put a cell that holds a comma between quotation marks, and take out commas at the end of the line";
    sink.push(Diagnostic::new(Code::Syntax, surplus.span, message).hint(hint));
    false
}

/// Checks the line that names the columns.
///
/// Returns whether they are columns at all.
pub(crate) fn check_header(names: &[Literal<'_>], sink: &mut Sink) -> bool {
    if let [only] = names
        && let Some(separator) = only.value.chars().find(|c| matches!(c, ';' | '\t'))
    {
        let what = if separator == ';' { "semicolons" } else { "tabs" };
        let message = format!("the columns are separated by {what}, not by commas");
        sink.push(Diagnostic::new(Code::Syntax, only.span, message).hint("save the table as CSV with commas"));
        return false;
    }
    let mut first_spans: HashMap<&str, Span> = HashMap::new();
    for name in names.iter().filter(|name| !name.value.trim().is_empty()) {
        let first_span = *first_spans.entry(name.value.trim()).or_insert(name.span);
        if first_span != name.span {
            let message = format!("the column `{}` is there twice", name.value.trim());
            let diagnostic = Diagnostic::new(Code::Syntax, name.span, message).hint("take one of them out");
            sink.push(diagnostic.related(first_span, "first given here"));
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use crate::Code::{MissingField, Syntax, UnknownId};
    use crate::testing::{csv_outcome, expect, expect_in, outcome};

    #[test]
    fn every_faulty_line_of_toml_is_found_in_one_run() {
        let toml = "[[people]]\nid = kim\nname = \"Kim\n\n[[people]]\nid = \"a\" \"b\"\nname \"A\"\n";
        let expected = [
            "2:6 string values must be quoted, expected literal string (put the text in quotation marks: \"…\")",
            "3:12 invalid basic string, expected `\"` \
             (close the text with a quotation mark; a long text stands between \"\"\" and \"\"\")",
            "6:10 unexpected key or value, expected newline, `#` \
             (write each field on a line of its own; inside a text, write \\\" for \")",
            "7:6 key with no value, expected `=` (write `name = \"value\"`)",
        ];
        expect(Syntax, toml, &expected);
    }

    #[test]
    fn common_slips_get_a_hint_of_their_own() {
        let dates = "a date that is not a whole day is a text in TOML";
        let straight = "string values must be quoted, expected literal string \
                        (use straight quotation marks: \"…\")";
        for (line, expected) in [
            ("date = 2024-05", format!("2:8 {dates} (put it in quotation marks: \"2024-05\")")),
            ("date = 2024-05~ # about", format!("2:8 {dates} (put it in quotation marks: \"2024-05~\")")),
            (
                "date = 2023-24",
                format!(
                    "2:8 {dates} (put it in quotation marks: \"2023-24\" (some time in winter 2023 (December to February of \
                     the next year)) or \"2023/2024\" (from 2023 to 2024))"
                ),
            ),
            (
                "date = 5/6/2024",
                "2:8 this is no date (write it between quotation marks: \"2024-06-05\" (5 June 2024) or \"2024-05-06\" \
                 (6 May 2024))"
                    .to_owned(),
            ),
            ("date = 20.11.2024", "2:8 this is no date (write it between quotation marks: \"2024-11-20\")".to_owned()),
            (
                "date = 2024-6-8 # or so",
                "2:8 this is no date (write it between quotation marks: \"2024-06-08\")".to_owned(),
            ),
            (
                "date = 2024-02-30",
                "2:8 invalid date, expected day between 01 and 29 \
                 (check the day; a date in quotation marks may also be less precise: \"2024-06\")"
                    .to_owned(),
            ),
            ("title = “Kim”", format!("2:9 {straight}")),
            ("title = «Kim»", format!("2:9 {straight}")),
            (
                "title = \"\"\"Kim\nid = \"a\"\n",
                "2:9 this text is never closed (close it with the same three quotation marks)".to_owned(),
            ),
            (
                "{\"title\": 3}",
                "2:1 invalid key-value pair, expected key \
                 (a line is [table], [[table]], `name = \"value\"`, or a comment after #)"
                    .to_owned(),
            ),
        ] {
            expect(Syntax, &format!("[[events]]\n{line}"), &[&expected]);
        }
    }

    #[test]
    fn a_table_given_again_is_reported_once_with_all_its_fields() {
        let story = "[story]\nid = \"a\"\ntitle = \"A\"\nlanguage = \"en\"\n";
        let hint = "([story] and [texts] stand there once; each row of other tables begins with its name in two brackets: [[…]])";
        let expected = [format!("5:2 this table is there already {hint}")];
        expect(Syntax, &format!("{story}{story}"), &expected.each_ref().map(String::as_str));
    }

    #[test]
    fn nothing_else_is_said_of_a_place_where_the_syntax_is_wrong() {
        for toml in ["[[lanes]]\nid = \"a\"\nнаме = \"A\"", "[[events]]\naccounts = [{ source = \"s\" }\n[[quotes]]"]
        {
            let outcome = outcome(toml);
            let codes: Vec<_> = outcome.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
            assert_eq!(codes, [Syntax], "{toml}");
        }
    }

    #[test]
    fn an_unclosed_bracket_is_reported_once() {
        let toml = "[[people]]\nid = \"a\"\naliases = [\"A\",\nname = \"A\"\nrole = \"R\"\n[[people]]\nid = \"b\"\n";
        let expected = ["4:1 unclosed bracket: this line still counts to the list above (close the bracket)"];
        expect(Syntax, toml, &expected);
    }

    #[test]
    fn what_a_broken_file_may_still_hold_is_not_called_missing() {
        let toml = "[[quotes]]\nid = \"q\"\ntext = \"T\nspeaker = \"kim\"\n[[people]\nid = \"kim\"";
        expect(UnknownId, toml, &[]);
        expect(MissingField, toml, &[]);
    }

    #[test]
    fn cells_that_a_comma_has_moved_are_not_read() {
        let csv = "id,name,date,\nera,Before, and after,2024,\n";
        let outcome = csv_outcome("eras.csv", csv);
        let codes: Vec<_> = outcome.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
        assert_eq!(codes, [Syntax], "and no invalid date ` and after`");
    }

    #[test]
    fn faulty_cells_and_lines_of_csv_are_found() {
        let cases = [
            ("id,name\na,\"A\n", "2:3 this quotation mark is never closed (close the cell with a quotation mark)"),
            (
                "id,name\na,\"A\" B\n",
                "2:6 the cell goes on after its closing quotation mark \
                 (inside a quoted cell, write \"\" for a quotation mark)",
            ),
            (
                "id,name\na,Kim, Jong\n",
                "2:7 the line has 3 cells, but there are only 2 columns \
                 (put a cell that holds a comma between quotation marks, and take out commas at the end of the line)",
            ),
            (
                "id,name\na,A,\n",
                "2:5 the line has 3 cells, but there are only 2 columns \
                 (put a cell that holds a comma between quotation marks, and take out commas at the end of the line)",
            ),
            (
                "id;name\na;A\n",
                "1:1 the columns are separated by semicolons, not by commas (save the table as CSV with commas)",
            ),
            ("id,name,id\na,A,b\n", "1:9 the column `id` is there twice (take one of them out)"),
        ];
        for (csv, expected) in cases {
            expect_in(&csv_outcome("lanes.csv", csv), Syntax, &[expected]);
        }
    }
}
