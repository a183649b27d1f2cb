//! The one place that touches the file system for stories: it reads an author's files, the lock and the archive, and
//! writes results whole.
//!
//! It does not look into the files: the crate `compile` does, which in turn knows no file system.
//!
//! It is a crate of its own because build.rs, the command and the tests all read story folders, and `compile` may not
//! touch files.

mod folder;
mod media;

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use compile::{Beside, Effort, Evidence, Input, MediaCache, Outcome};

pub use folder::{Contents, Foreign, Lasting, replace_folder};
pub use media::StoryFolder;

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
    let files = if is_folder { files(path, &["toml", "csv"])? } else { vec![path.to_owned()] };
    if files.is_empty() {
        let message = format!("{}: the folder holds no .toml and no .csv file", shown(path));
        return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
    }
    files.iter().map(|file| read(file)).collect()
}

/// Compiles the story at a path, with its lock and its archive, where there are any, and with all that is published of the
/// files beside its tables.
///
/// # Errors
///
/// As [`read_story`].
pub fn compile_story(path: &Path) -> io::Result<Outcome> {
    compile_story_with(path, Effort::Make(&MediaCache::default()))
}

/// The same with as much done to the files as is asked for.
///
/// # Errors
///
/// As [`read_story`].
pub fn compile_story_with(path: &Path, effort: Effort<'_>) -> io::Result<Outcome> {
    let (inputs, evidence) = (read_story(path)?, read_evidence(path, &archive(path))?);
    Ok(compile::compile_beside(inputs, evidence, &Beside { folder: &StoryFolder::of(path), effort }))
}

/// Where the texts of a story's sources are kept, if nobody says otherwise: `archive` in its folder.
#[must_use]
pub fn archive(story: &Path) -> PathBuf {
    beside(story, "archive")
}

/// Where it is kept what was found when a story's quotes were checked: `verified.lock` in its folder, or, for a story
/// of one file, that file's name and `.verified.lock`.
#[must_use]
pub fn lock(story: &Path) -> PathBuf {
    match story.file_stem().filter(|_| story.is_file()) {
        Some(stem) => {
            let mut name = stem.to_owned();
            name.push(".verified.lock");
            story.with_file_name(name)
        }
        None => story.join("verified.lock"),
    }
}

/// Reads what stands behind a story's quotes: its lock, and the `*.txt` files of a folder, sorted by name. Either may be
/// missing.
///
/// # Errors
///
/// Whatever the machine says where one of them is there and cannot be read. The message names the path.
pub fn read_evidence(story: &Path, archive: &Path) -> io::Result<Evidence> {
    let lock = lock(story);
    let lock = if lock.is_file() { Some(read(&lock)?) } else { None };
    let texts = if archive.is_dir() { Some(files(archive, &["txt"])?) } else { None };
    let archive = texts.map(|texts| texts.iter().map(|path| read(path)).collect()).transpose()?;
    Ok(Evidence { lock, archive })
}

fn beside(story: &Path, name: &str) -> PathBuf {
    if story.is_file() { story.with_file_name(name) } else { story.join(name) }
}

/// Reads a file that is no story yet.
///
/// # Errors
///
/// Whatever the machine says, with the path named.
pub fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    read(path).map(|input| input.bytes)
}

/// Writes the only file of a new story: at a path that ends in `.toml`, or as `story.toml` in a folder. Gives its path.
///
/// # Errors
///
/// Of kind `AlreadyExists` where there is a story already, and whatever the machine says. The message names the path.
pub fn write_new_story(path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let is_file = path.extension().is_some_and(|ending| ending == "toml");
    let file = if is_file { path.to_owned() } else { path.join("story.toml") };
    let is_taken = if is_file { file.exists() } else { path.is_file() || has_tables(path)? };
    if is_taken {
        let message =
            format!("{}: there is something already, and it is left as it was; name another place", shown(path));
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, message));
    }
    if !is_file {
        fs::create_dir_all(path).map_err(|error| named(path, &error))?;
    }
    write_whole(&file, bytes)?;
    Ok(file)
}

/// Whether a folder holds tables of a story.
fn has_tables(folder: &Path) -> io::Result<bool> {
    Ok(folder.is_dir() && !files(folder, &["toml", "csv"])?.is_empty())
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

/// The files of a folder with one of these endings, sorted by name; hidden ones are passed over.
fn files(folder: &Path, endings: &[&str]) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| named(folder, &error))? {
        let path = entry.map_err(|error| named(folder, &error))?.path();
        let is_wanted =
            path.extension().is_some_and(|ending| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)));
        let is_hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if is_wanted && !is_hidden && path.is_file() {
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
pub(crate) mod tests {
    use super::*;

    /// A folder of its own for one test, removed at the end.
    pub(crate) struct Scratch(pub(crate) PathBuf);

    impl Scratch {
        pub(crate) fn new(name: &str) -> Self {
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
    fn a_folder_has_its_lock_and_its_archive_in_it() {
        let scratch = Scratch::new("evidence");
        scratch.write("verified.lock", "lock");
        fs::create_dir_all(scratch.0.join("archive/older")).expect("a folder");
        for name in ["b.txt", "a.TXT", "notes.md", ".hidden.txt"] {
            scratch.write(&format!("archive/{name}"), name);
        }
        let evidence = read_evidence(&scratch.0, &archive(&scratch.0)).expect("read");
        assert_eq!(evidence.lock.expect("a lock").bytes, b"lock");
        let texts: Vec<_> = evidence.archive.expect("an archive").into_iter().map(|text| text.bytes).collect();
        assert_eq!(texts, [b"a.TXT".to_vec(), b"b.txt".to_vec()]);
    }

    #[test]
    fn a_story_of_one_file_has_a_lock_of_its_own() {
        let scratch = Scratch::new("own-lock");
        scratch.write("bridge.toml", "");
        let story = scratch.0.join("bridge.toml");
        assert_eq!(lock(&story), scratch.0.join("bridge.verified.lock"));
        assert_eq!(archive(&story), scratch.0.join("archive"));
        let evidence = read_evidence(&story, &archive(&story)).expect("read");
        assert!(evidence.lock.is_none() && evidence.archive.is_none());
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
    fn a_new_story_takes_the_place_of_none() {
        let scratch = Scratch::new("new-story");
        let folder = scratch.0.join("deep/story");
        assert_eq!(write_new_story(&folder, b"one").expect("written"), folder.join("story.toml"));
        let file = scratch.0.join("bridge.toml");
        assert_eq!(write_new_story(&file, b"one").expect("written"), file);
        for taken in [&folder, &file] {
            let error = write_new_story(taken, b"two").expect_err("taken");
            assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        }
        let plain = scratch.0.join("notes");
        scratch.write("notes", "mine");
        write_new_story(&plain, b"two").expect_err("a file has the name");
        assert_eq!(fs::read(folder.join("story.toml")).expect("read"), b"one");
        assert_eq!((fs::read(&file).expect("read"), fs::read(&plain).expect("read")), (b"one".into(), b"mine".into()));
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
