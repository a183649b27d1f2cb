//! The folder outside the checkout where tools live, shared by every checkout of the same person.

use crate::failure::Failure;
use std::{
    env,
    ffi::OsString,
    fs::{self, File, TryLockError},
    path::{Path, PathBuf},
};

/// The cache folder.
pub(crate) struct Cache {
    root: PathBuf,
}

/// While it lives, no other xtask does the same in the same folder.
pub(crate) struct Lock {
    _file: File,
}

impl Cache {
    /// The cache folder that the environment names; it need not exist yet.
    ///
    /// # Errors
    /// Where the environment names no folder at all, not even a home.
    pub(crate) fn from_env() -> Result<Self, Failure> {
        root_from(|name| env::var_os(name).filter(|value| !value.is_empty()))
            .map(|root| Self { root })
            .ok_or_else(|| Failure::Machine("no place for tools; run: export ON_RECORD_CACHE=FOLDER".into()))
    }

    /// Where a tool stands once it is wholly installed. `id` names the tool and its version, so that the folder's
    /// existence says both.
    pub(crate) fn tool(&self, id: &str) -> PathBuf {
        self.root.join("tools").join(id)
    }

    /// Where the compiler keeps what an interrupted installation can go on with.
    pub(crate) fn build(&self) -> PathBuf {
        self.root.join("build")
    }

    /// Where the output of an installation is written.
    ///
    /// # Errors
    /// Where the folder for it cannot be created.
    pub(crate) fn log(&self, id: &str) -> Result<PathBuf, Failure> {
        let folder = self.root.join("logs");
        create(&folder)?;
        Ok(folder.join(format!("{id}.log")))
    }

    /// Installs a tool so that it is there whole or not at all: `fill` writes into an empty folder, which gets its
    /// name only when `fill` is done.
    ///
    /// # Errors
    /// Where `fill` fails or the disk does.
    pub(crate) fn install(&self, id: &str, fill: impl FnOnce(&Path) -> Result<(), Failure>) -> Result<(), Failure> {
        let part = self.tool(&format!("{id}.part"));
        remove(&part)?;
        create(&part)?;
        fill(&part)?;
        let whole = self.tool(id);
        remove(&whole)?;
        fs::rename(&part, &whole).map_err(|error| Failure::machine(whole.display(), error))
    }

    /// Waits until no other xtask installs anything.
    ///
    /// # Errors
    /// Where the lock file cannot be written.
    pub(crate) fn lock(&self) -> Result<Lock, Failure> {
        Lock::take(&self.root)
    }
}

impl Lock {
    /// Waits until no other xtask has the lock of this folder.
    ///
    /// # Errors
    /// Where the lock file cannot be written.
    pub(crate) fn take(folder: &Path) -> Result<Self, Failure> {
        create(folder)?;
        let path = folder.join("xtask.lock");
        let failed = |error| Failure::machine(path.display(), error);
        let file = File::create(&path).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                eprintln!("xtask: another xtask is at work in {}; waiting for it", folder.display());
                file.lock().map_err(failed)?;
            }
            Err(TryLockError::Error(error)) => return Err(failed(error)),
        }
        Ok(Self { _file: file })
    }
}

/// Puts the new folder in the place of the old one. Between the two renames there is no folder, but never half of one.
///
/// # Errors
/// Where the disk fails.
pub(crate) fn replace(new: &Path, place: &Path, outdated: &Path) -> Result<(), Failure> {
    let rename = |from: &Path, to: &Path| {
        fs::rename(from, to).map_err(|error| Failure::machine(format!("{} to {}", from.display(), to.display()), error))
    };
    remove(outdated)?;
    if place.exists() {
        rename(place, outdated)?;
    }
    rename(new, place)?;
    remove(outdated)
}

/// Removes a folder and all that is in it, if it is there.
///
/// # Errors
/// Where the disk refuses.
pub(crate) fn remove(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Failure::machine(folder.display(), error)),
        _ => Ok(()),
    }
}

fn create(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| Failure::machine(folder.display(), error))
}

fn root_from(var: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let below = |name: &str, rest: &str| var(name).map(|folder| PathBuf::from(folder).join(rest));
    below("ON_RECORD_CACHE", "")
        .or_else(|| below("XDG_CACHE_HOME", "on-record"))
        .or_else(|| below("HOME", ".cache/on-record"))
        .or_else(|| below("LOCALAPPDATA", "on-record"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checkout::Checkout;

    #[test]
    fn the_most_specific_variable_names_the_folder() {
        type Vars = &'static [(&'static str, &'static str)];
        let cases: [(Vars, Option<&str>); 4] = [
            (&[("ON_RECORD_CACHE", "/a"), ("XDG_CACHE_HOME", "/b"), ("HOME", "/c")], Some("/a")),
            (&[("XDG_CACHE_HOME", "/b"), ("HOME", "/c")], Some("/b/on-record")),
            (&[("HOME", "/c")], Some("/c/.cache/on-record")),
            (&[], None),
        ];
        for (vars, expected) in cases {
            let root = root_from(|name| vars.iter().find(|(n, _)| *n == name).map(|(_, value)| value.into()));
            assert_eq!(root, expected.map(PathBuf::from), "{vars:?}");
        }
    }

    #[test]
    fn a_tool_whose_installation_fails_is_not_there() {
        let cache = scratch("fails");
        let result = cache.install("saw-1", |folder| {
            fs::write(folder.join("half"), "half").unwrap();
            Err(Failure::Stopped)
        });
        assert_eq!(result, Err(Failure::Stopped));
        assert!(!cache.tool("saw-1").exists());
    }

    #[test]
    fn a_second_attempt_starts_from_an_empty_folder() {
        let cache = scratch("second");
        let _ = cache.install("saw-1", |folder| {
            fs::write(folder.join("half"), "half").unwrap();
            Err(Failure::Stopped)
        });
        cache.install("saw-1", |folder| fs::write(folder.join("whole"), "").map_err(|_| Failure::Stopped)).unwrap();
        assert!(cache.tool("saw-1").join("whole").exists());
        assert!(!cache.tool("saw-1").join("half").exists());
    }

    fn scratch(name: &str) -> Cache {
        let root = Checkout::here().join("target/xtask-cache-tests").join(name);
        remove(&root).unwrap();
        Cache { root }
    }
}
