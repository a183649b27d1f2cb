//! From bytes to rows: TOML and CSV. Knows nothing of what the fields mean.

mod csv;
mod pieces;
mod toml;

use crate::checks::unknown_table;
use crate::diagnostic::Sink;
use crate::encoding::{self, Complaint};
use crate::row::{Row, Table};
use crate::{FileId, Files, Input};

/// Larger TOML files than this are read piece by piece, for the tree of a whole one takes fifteen
/// times its bytes, and that of a piece fits the processor's cache.
pub(crate) const PIECE_BYTES: usize = 1 << 16;

/// Takes the rows one by one as they are read, so that never more than a piece of a file is held as rows.
pub(crate) type Take<'t, 'a> = &'t mut dyn FnMut(Table, Row<'a>, &mut Sink);

/// A TOML file says something that its pieces do not say one by one; it must be read as a whole.
pub(crate) struct Indivisible;

/// A file as text, and why it is none.
pub(crate) type Decoded = (FileId, Option<Complaint>);

/// Turns every file to text.
pub(crate) fn decode(inputs: Vec<Input>, files: &mut Files) -> Vec<Decoded> {
    let decoded = inputs.into_iter().map(|input| {
        let (text, complaint) = encoding::decode(input.bytes);
        (files.add(input.name, text), complaint)
    });
    decoded.collect()
}

/// Reads every file in the order given, whatever is wrong with some of them.
pub(crate) fn read<'a>(
    files: &'a Files,
    decoded: &[Decoded],
    piece_bytes: usize,
    take: Take<'_, 'a>,
    sink: &mut Sink,
) -> Result<(), Indivisible> {
    for (id, complaint) in decoded {
        let text = files.text(*id);
        if let Some(complaint) = complaint {
            sink.push(complaint.diagnostic(*id));
        } else if let Some(stem) = csv_stem(files.name(*id)) {
            match Table::from_name(&stem) {
                Some(table) => csv::read(text, *id, table, take, sink),
                None => unknown_table::report_file(*id, &stem, sink),
            }
        } else if text.len() > piece_bytes {
            toml::read_in_pieces(text, *id, piece_bytes, take, sink)?;
        } else {
            toml::read(text, *id, take, sink);
        }
    }
    Ok(())
}

/// The name of a CSV file without its folder and ending; `None` for other files.
fn csv_stem(name: &str) -> Option<String> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let (stem, ending) = file.rsplit_once('.')?;
    ending.eq_ignore_ascii_case("csv").then(|| stem.to_ascii_lowercase())
}
