//! The npm package of the element: what is in `dist/` for other pages, with its types, its manifest and its licences.

use super::build::{self, WASM};
use crate::{cache, checkout::Checkout, failure::Failure};
use std::{fs, path::Path};
use wasmparser::{Parser, Payload};

/// Where the package is put together: not in `dist/`, all of which may go on a server.
const PACKAGE: &str = "target/npm";
const GROWING: &str = "target/npm.part";
const OUTDATED: &str = "target/npm.old.part";

/// What describes the package.
const DESCRIPTION: &str = "embed/package";
const LICENCES: &[&str] = &["LICENSE-APACHE", "LICENSE-MIT"];
/// What is taken from `dist/`.
const SCRIPTS: &[&str] = &["on-record.js", "host.js", "frame.js"];
const WIDGET: &str = "widget";

/// The section of the wasm that holds the story that was compiled in. Nobody who installs a package asked for it.
const STORY: &str = "on-record-story";

/// Puts the package together from a finished bundle.
///
/// # Errors
/// Where a file cannot be read or written, or the wasm is none; the package is then as it was before.
pub(crate) fn run(checkout: &Checkout) -> Result<(), Failure> {
    let (dist, growing) = (checkout.dist(), checkout.join(GROWING));
    cache::remove(&growing)?;
    copy_folder(&checkout.join(DESCRIPTION), &growing)?;
    LICENCES.iter().try_for_each(|licence| copy(&checkout.join(licence), &growing.join(licence)))?;
    SCRIPTS.iter().try_for_each(|script| copy(&dist.join(script), &growing.join(script)))?;
    copy_folder(&dist.join(WIDGET), &growing.join(WIDGET))?;
    let wasm = growing.join(WASM);
    let failed = |error| Failure::machine(wasm.display(), error);
    let bare = without_section(&fs::read(&wasm).map_err(failed)?, STORY);
    let bare = bare.ok_or_else(|| Failure::Found(format!("{} is no valid WebAssembly", wasm.display())))?;
    fs::write(&wasm, bare).map_err(failed)?;
    build::replace(&growing, &checkout.join(PACKAGE), &checkout.join(OUTDATED))
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

/// A wasm without its custom sections of a name; `None` where it is no wasm.
fn without_section(wasm: &[u8], name: &str) -> Option<Vec<u8>> {
    let mut kept = Vec::with_capacity(wasm.len());
    let mut start = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.ok()?;
        let end = match (&payload, payload.as_section()) {
            (Payload::Version { range, .. }, _) => range.end,
            (_, Some((_, range))) => range.end,
            _ => continue,
        };
        // What stands before a section's content and after the one before is its own head.
        if !matches!(&payload, Payload::CustomSection(section) if section.name() == name) {
            kept.extend_from_slice(wasm.get(start..end)?);
        }
        start = end;
    }
    (start == wasm.len()).then_some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Version 1, and custom sections of one byte each.
    fn wasm(sections: &[(&str, u8)]) -> Vec<u8> {
        let section = |(name, byte): &(&str, u8)| {
            let length = name.len() as u8;
            [&[0, length + 2, length], name.as_bytes(), &[*byte]].concat()
        };
        [b"\0asm\x01\0\0\0".to_vec(), sections.iter().flat_map(section).collect()].concat()
    }

    #[test]
    fn only_the_sections_of_the_name_are_dropped() {
        let before = wasm(&[("a", 1), (STORY, 2), ("b", 3), (STORY, 4)]);
        assert_eq!(without_section(&before, STORY), Some(wasm(&[("a", 1), ("b", 3)])));
        assert_eq!(without_section(&wasm(&[("a", 1)]), STORY), Some(wasm(&[("a", 1)])));
        assert_eq!(without_section(&wasm(&[]), STORY), Some(wasm(&[])));
    }

    #[test]
    fn what_is_no_wasm_is_refused() {
        let whole = wasm(&[("a", 1), (STORY, 2)]);
        for bad in [b"".as_slice(), b"<!doctype html>", &whole[..whole.len() - 1], &whole[..4]] {
            assert_eq!(without_section(bad, STORY), None);
        }
    }
}
