//! The prebuilt widget that this command carries.

use std::path::Path;
use std::{env, ffi::OsStr, fs, io};

use publish::Widget;

use crate::end::End;

/// Names a folder with another build of the widget.
const FOLDER_VARIABLE: &str = "ON_RECORD_WIDGET";

/// The files of the widget, by their paths in its build.
const CARRIED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/widget.rs"));

/// What helps where there is none.
const MEND: &str = "in a checkout of On Record, run `cargo xtask build`, then `cargo install --path crates/cli`";

/// The widget: from the folder that is named, else the one that is carried.
///
/// # Errors
///
/// How the command ends where there is none.
pub(crate) fn widget() -> Result<Widget, End> {
    let files = match env::var_os(FOLDER_VARIABLE) {
        Some(folder) => read(Path::new(&folder), "").map_err(|error| {
            End::WrongUsage(format!("{FOLDER_VARIABLE}: {}: {error}", Path::new(&folder).display()))
        })?,
        None => CARRIED.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect(),
    };
    if files.is_empty() {
        return Err(End::Machine(format!("this command was built without the widget; {MEND}")));
    }
    Widget::new(files).map_err(|error| End::Machine(format!("{error}; {MEND}")))
}

fn read(folder: &Path, within: &str) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().map(OsStr::to_string_lossy).unwrap_or_default();
        let below = format!("{within}{name}");
        if path.is_dir() {
            files.extend(read(&path, &format!("{below}/"))?);
        } else {
            files.push((below, fs::read(&path)?));
        }
    }
    Ok(files)
}
