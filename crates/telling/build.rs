//! Joins the style sheets of the story view.

use std::{env, fs, path::Path, process::ExitCode};

const STYLES: &str = "styles";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={STYLES}");
    match written() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            println!("cargo::error={message}");
            ExitCode::FAILURE
        }
    }
}

fn written() -> Result<(), String> {
    let out = env::var("OUT_DIR").map_err(|error| format!("OUT_DIR: {error}"))?;
    let told = |error: std::io::Error| format!("{STYLES}: {error}");
    let mut paths = Vec::new();
    for entry in fs::read_dir(STYLES).map_err(told)? {
        paths.push(entry.map_err(told)?.path());
    }
    paths.sort();
    let sheets = paths.iter().map(fs::read_to_string).collect::<Result<Vec<_>, _>>().map_err(told)?;
    let css = sheet::joined(sheets.iter().map(String::as_str));
    fs::write(Path::new(&out).join("story.css"), css).map_err(|error| format!("{out}: {error}"))
}
