//! Compiles the second story of the sample article into the page that trunk is building; a hook of trunk runs it.

#![allow(clippy::print_stderr, reason = "trunk shows it")]

use std::{env, path::Path, process::ExitCode};

const STORY: &str = "embed/bridge.toml";
/// Where trunk gathers what it builds.
const STAGING: &str = "TRUNK_STAGING_DIR";

fn main() -> ExitCode {
    match compiled() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn compiled() -> Result<(), String> {
    let staging = env::var_os(STAGING).ok_or_else(|| format!("{STAGING} is not set: trunk runs this"))?;
    let outcome = disk::compile_story(Path::new(STORY)).map_err(|error| error.to_string())?;
    let Some(story) = &outcome.story else { return Err(compile::render_text(&outcome)) };
    disk::write_whole(&Path::new(&staging).join("bridge.orb"), &compile::bundle(story))
        .map_err(|error| error.to_string())
}
