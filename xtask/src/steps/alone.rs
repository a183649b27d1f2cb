//! The widget as one classic script, for a page that is one file and may load nothing.

use crate::{failure::Failure, process, tools::Kit};
use std::path::Path;

/// Imports all there is; becomes the one script. Relative to `dist/`.
const ALONE: &str = "offline.js";

/// A page that brings the wasm along asks for none beside the script, so that nobody needs the script's address.
const ESBUILD: &[&str] = &[
    "--bundle",
    "--format=iife",
    "--minify",
    "--target=es2022",
    "--log-level=warning",
    "--log-override:empty-import-meta=silent",
    "--allow-overwrite",
];

/// Makes one script of all, before the parts of it are minified one by one.
///
/// # Errors
/// Where esbuild fails, or one of the scripts is missing.
pub(crate) fn join(kit: &Kit, folder: &Path) -> Result<(), Failure> {
    let mut esbuild = kit.command("esbuild");
    esbuild.args(ESBUILD).arg(ALONE).arg(format!("--outfile={ALONE}"));
    process::run(esbuild.current_dir(folder))
}
