//! Puts the prebuilt widget into the command: the scripts and the wasm of `dist/`, or of the folder that
//! `ON_RECORD_WIDGET` names. Without them the command is built all the same, and says what is missing when it is asked
//! to publish.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io, process::ExitCode};

/// Names the folder of another build.
const FOLDER_VARIABLE: &str = "ON_RECORD_WIDGET";
/// Where `cargo xtask build` leaves the widget.
const DIST: &str = "../../dist";
/// What of it is published.
const ENDINGS: [&str; 2] = ["js", "wasm"];

fn main() -> ExitCode {
    println!("cargo::rerun-if-env-changed={FOLDER_VARIABLE}");
    match written() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the list that the command includes.
fn written() -> io::Result<()> {
    let named = env::var_os(FOLDER_VARIABLE);
    let folder = named.clone().map_or_else(|| PathBuf::from(DIST), PathBuf::from);
    let folder = fs::canonicalize(&folder).unwrap_or(folder);
    // A folder that is not there yet counts as changed, so that it is found as soon as it is.
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    if folder.is_dir() {
        collect(&folder, "", &mut files)?;
    } else if named.is_some() {
        return Err(io::Error::other(format!("{FOLDER_VARIABLE}: {} is no folder", folder.display())));
    }
    files.sort();
    let mut list = String::from("&[\n");
    for (path, file) in files {
        println!("cargo::rerun-if-changed={}", file.display());
        // Writing to a string does not fail.
        let _ = writeln!(list, "({path:?}, include_bytes!({:?})),", file.display().to_string());
    }
    list.push_str("]\n");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is not set"))?;
    fs::write(Path::new(&out).join("widget.rs"), list)
}

/// The files below a folder, each by its path in it and where it is.
fn collect(folder: &Path, within: &str, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let below = format!("{within}{name}");
        if path.is_dir() {
            collect(&path, &format!("{below}/"), files)?;
        } else if path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known)) {
            files.push((below, path));
        }
    }
    Ok(())
}
