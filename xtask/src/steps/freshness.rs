//! Whether what was built is newer than what it was built from.

use crate::checkout::Checkout;
use std::{fs, path::Path, time::SystemTime};

/// All that the bundle is built from, relative to the checkout.
const SOURCES: &[&str] = &[
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "build.rs",
    "crates",
    "embed",
    "index.html",
    "rust-toolchain.toml",
    "src",
    "stories",
    "xtask/src/steps/build.rs",
];

/// Whether a file exists and no source changed after it.
pub(crate) fn is_newer(built: &Path, checkout: &Checkout) -> bool {
    let Some(built) = modified(built) else { return false };
    SOURCES.iter().filter_map(|source| newest(&checkout.join(source))).all(|source| source < built)
}

/// The last change of a file, or of anything in a folder; `None` where there is nothing.
fn newest(path: &Path) -> Option<SystemTime> {
    let below = fs::read_dir(path).into_iter().flatten().flatten();
    below.filter_map(|entry| newest(&entry.path())).chain(modified(path)).max()
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|metadata| metadata.modified()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_deep_in_a_folder_is_seen() {
        let root = Checkout::here();
        let this = modified(&root.join("xtask/src/steps/freshness.rs")).unwrap();
        assert!(newest(&root.join("xtask")).unwrap() >= this);
        assert_eq!(newest(&root.join("no-such-folder")), None);
    }

    #[test]
    fn what_was_never_built_is_not_newer() {
        let checkout = Checkout::here();
        assert!(!is_newer(&checkout.join("no-such-file"), &checkout));
    }
}
