//! From bytes to rows: encodings, TOML and CSV. Knows nothing of what the fields mean.

mod csv;
mod encoding;
mod row;
mod toml;

pub(crate) use csv::Fault;
pub(crate) use row::{Field, Kind, Row, Table, Text, Value};

use crate::checks::unknown_table;
use crate::diagnostic::Sink;
use crate::{Files, Input};

/// The rows of all files, in the order in which they stand there.
pub(crate) type Rows = Vec<(Table, Row)>;

/// Reads every file, whatever is wrong with some of them.
pub(crate) fn read(inputs: Vec<Input>, files: &mut Files, sink: &mut Sink) -> Rows {
    let mut rows = Rows::new();
    for input in inputs {
        let (text, complaint) = encoding::decode(&input.bytes);
        let id = files.add(input.name, text);
        if let Some(complaint) = complaint {
            sink.push(complaint.into_diagnostic(id));
        } else if let Some(stem) = csv_stem(files.name(id)) {
            match Table::from_name(&stem) {
                Some(table) => csv::read(files.text(id), id, table, &mut rows, sink),
                None => unknown_table::report_file(id, &stem, sink),
            }
        } else {
            toml::read(files.text(id), id, &mut rows, sink);
        }
    }
    rows
}

/// The name of a CSV file without its folder and ending; `None` for other files.
fn csv_stem(name: &str) -> Option<String> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let (stem, ending) = file.rsplit_once('.')?;
    ending.eq_ignore_ascii_case("csv").then(|| stem.to_ascii_lowercase())
}
