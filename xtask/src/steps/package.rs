//! The npm package of the element: what is in `dist/` for other pages, with its types, its manifest and its licences.

use crate::{cache, checkout::Checkout, failure::Failure};
use std::{fs, path::Path};

/// Where the package is put together: not in `dist/`, all of which may go on a server.
const PACKAGE: &str = "target/npm";
const GROWING: &str = "target/npm.part";
const OUTDATED: &str = "target/npm.old.part";

/// What describes the package.
const DESCRIPTION: &str = "embed/package";
const LICENCES: &[&str] = &["LICENSE-APACHE", "LICENSE-MIT"];
/// What is taken from `dist/`.
const SCRIPTS: &[&str] = &["on-record.js", "host.js", "lead.js", "told.js", "frame.js"];
const WIDGET: &str = "widget";

/// Puts the package together from a finished bundle. `wasm` is where the wasm is, relative to `dist/`.
///
/// # Errors
/// Where a file cannot be read or written, or the wasm is none; the package is then as it was before.
pub(crate) fn run(checkout: &Checkout, wasm: &str) -> Result<(), Failure> {
    let (dist, growing) = (checkout.dist(), checkout.join(GROWING));
    cache::remove(&growing)?;
    copy_folder(&checkout.join(DESCRIPTION), &growing)?;
    LICENCES.iter().try_for_each(|licence| copy(&checkout.join(licence), &growing.join(licence)))?;
    SCRIPTS.iter().try_for_each(|script| copy(&dist.join(script), &growing.join(script)))?;
    copy_folder(&dist.join(WIDGET), &growing.join(WIDGET))?;
    let wasm = growing.join(wasm);
    let failed = |error| Failure::machine(wasm.display(), error);
    // Nobody who installs a package asked for the story that was compiled in.
    let bare = section::without_story(&fs::read(&wasm).map_err(failed)?);
    let bare = bare.ok_or_else(|| Failure::Found(format!("{} is no valid WebAssembly", wasm.display())))?;
    fs::write(&wasm, bare).map_err(failed)?;
    cache::replace(&growing, &checkout.join(PACKAGE), &checkout.join(OUTDATED))
}

/// Copies the files of a folder, which holds no others.
fn copy_folder(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::create_dir_all(to).map_err(|error| Failure::machine(to.display(), error))?;
    for entry in fs::read_dir(from).map_err(|error| Failure::machine(from.display(), error))? {
        let entry = entry.map_err(|error| Failure::machine(from.display(), error))?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::copy(from, to).map(drop).map_err(|error| Failure::machine(from.display(), error))
}
