//! Where things stand in the checkout.

use crate::failure::Failure;
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// The folder that holds the workspace.
pub(crate) struct Checkout {
    root: PathBuf,
}

impl Checkout {
    /// The checkout that this command was built from.
    pub(crate) fn here() -> Self {
        let xtask = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        Self { root: xtask.parent().map(Path::to_path_buf).unwrap_or(xtask) }
    }

    /// The folder itself.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A path below the folder.
    pub(crate) fn join(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// The finished release bundle.
    pub(crate) fn dist(&self) -> PathBuf {
        self.join("dist")
    }

    /// The version of a package in `Cargo.lock`.
    ///
    /// # Errors
    /// Where `Cargo.lock` cannot be read or names no such package.
    pub(crate) fn locked_version(&self, package: &str) -> Result<String, Failure> {
        let path = self.join("Cargo.lock");
        let lock = fs::read_to_string(&path).map_err(|error| Failure::machine(path.display(), error))?;
        version_in_lock(&lock, package)
            .map(str::to_owned)
            .ok_or_else(|| Failure::Found(format!("{}: no package {package}", path.display())))
    }
}

/// The version of the first package of that name. Cargo writes `name` and `version` on lines of their own, in this
/// order.
fn version_in_lock<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "\
[[package]]
name = \"wasm-bindgen-macro\"
version = \"0.2.1\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
source = \"registry\"
";

    #[test]
    fn a_locked_version_is_that_of_the_package_with_exactly_this_name() {
        assert_eq!(version_in_lock(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in_lock(LOCK, "wasm"), None);
    }

    #[test]
    fn this_checkout_locks_the_wasm_bindgen_that_the_widget_asks_for() {
        let checkout = Checkout::here();
        let manifest = fs::read_to_string(checkout.join("Cargo.toml")).unwrap();
        let version = checkout.locked_version("wasm-bindgen").unwrap();
        assert!(manifest.contains(&format!("wasm-bindgen = \"={version}\"")), "{version}");
    }
}
