//! The one place that touches the file system for stories: it reads an author's files and writes results whole.
//!
//! It does not look into the files: the crate `compile` does, which in turn knows no file system.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use compile::Input;

/// Reads the files of a story: a folder's own `*.toml` and `*.csv`, sorted by name, or a file alone.
///
/// Folders inside the folder are not read; `archive/` is private and never part of a story.
///
/// # Errors
///
/// Of kind `NotFound` where there is no such path, `InvalidInput` where a folder holds no table, and whatever the
/// machine says where a file cannot be read. The message names the path.
pub fn read_story(path: &Path) -> io::Result<Vec<Input>> {
    let is_folder = fs::metadata(path).map_err(|error| named(path, &error))?.is_dir();
    let files = if is_folder { tables(path)? } else { vec![path.to_owned()] };
    if files.is_empty() {
        let message = format!("{}: the folder holds no .toml and no .csv file", shown(path));
        return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
    }
    files.iter().map(|file| read(file)).collect()
}

/// Writes a file whole or not at all: into a `.part` file beside it first, which then takes its name.
///
/// # Errors
///
/// Whatever the machine says, with the path named. The file that stood there before is then still there.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut part = OsString::from(path);
    part.push(".part");
    let part = PathBuf::from(part);
    let written = write_and_rename(&part, path, bytes);
    if written.is_err() {
        // The first error is the one to report; the part may not even exist.
        let _ = fs::remove_file(&part);
    }
    written.map_err(|error| named(path, &error))
}

fn write_and_rename(part: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create(part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(part, path)
}

fn tables(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| named(folder, &error))? {
        let path = entry.map_err(|error| named(folder, &error))?.path();
        let is_table = path
            .extension()
            .is_some_and(|ending| ["toml", "csv"].iter().any(|known| ending.eq_ignore_ascii_case(known)));
        let is_hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if is_table && !is_hidden && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> io::Result<Input> {
    let bytes = fs::read(path).map_err(|error| named(path, &error))?;
    Ok(Input { name: shown(path), bytes })
}

/// The path as diagnostics show it, with `/` on every system.
fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace(std::path::MAIN_SEPARATOR, "/") }
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", shown(path)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of its own for one test, removed at the end.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("on-record-disk-{name}-{}", std::process::id()));
            fs::create_dir_all(&path).expect("a scratch folder");
            Self(path)
        }

        fn write(&self, name: &str, text: &str) {
            fs::write(self.0.join(name), text).expect("written");
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_folder_gives_its_own_tables_in_the_order_of_their_names() {
        let scratch = Scratch::new("folder");
        for name in ["story.toml", "events.CSV", "notes.txt", ".people.toml.swp", ".hidden.toml"] {
            scratch.write(name, name);
        }
        fs::create_dir_all(scratch.0.join("archive.toml")).expect("a folder");
        let inputs = read_story(&scratch.0).expect("read");
        let names: Vec<_> = inputs.iter().map(|input| input.name.rsplit('/').next().unwrap_or_default()).collect();
        assert_eq!(names, ["events.CSV", "story.toml"]);
        assert_eq!(inputs[1].bytes, b"story.toml");
    }

    #[test]
    fn a_file_is_read_alone() {
        let scratch = Scratch::new("file");
        scratch.write("a.toml", "a");
        scratch.write("b.toml", "b");
        let inputs = read_story(&scratch.0.join("b.toml")).expect("read");
        assert_eq!(inputs.len(), 1);
        assert!(inputs[0].name.ends_with("/b.toml"), "{}", inputs[0].name);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let scratch = Scratch::new("nothing");
        let empty = read_story(&scratch.0).expect_err("no tables");
        assert_eq!(empty.kind(), io::ErrorKind::InvalidInput);
        let missing = read_story(&scratch.0.join("nowhere")).expect_err("no path");
        assert_eq!(missing.kind(), io::ErrorKind::NotFound);
        assert!(missing.to_string().contains("nowhere"), "{missing}");
    }

    #[test]
    fn a_file_is_written_whole_or_not_at_all() {
        let scratch = Scratch::new("write");
        let path = scratch.0.join("story.bin");
        write_whole(&path, b"one").expect("written");
        write_whole(&path, b"two").expect("written again");
        assert_eq!(fs::read(&path).expect("read"), b"two");
        let taken = scratch.0.join("taken");
        fs::create_dir_all(taken.join("inside")).expect("a folder");
        write_whole(&taken, b"three").expect_err("a folder has the name");
        let left: Vec<_> = fs::read_dir(&scratch.0).expect("listed").flatten().map(|entry| entry.file_name()).collect();
        assert!(!left.iter().any(|name| name.to_string_lossy().ends_with(".part")), "{left:?}");
    }
}
