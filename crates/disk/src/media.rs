//! The files beside a story's tables, opened only where they lie in its folder.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use compile::{MediaFolder, Source, Unopened};

/// So deep, and so many, are the folders of a story that are looked through for what has changed.
const MAX_DEPTH: usize = 4;
const MAX_FOLDERS: usize = 200;

/// The folder of a story.
#[derive(Clone, Debug)]
pub struct StoryFolder {
    path: PathBuf,
}

impl StoryFolder {
    /// The folder of the story at a path: the path itself, or where the file lies.
    #[must_use]
    pub fn of(story: &Path) -> Self {
        let above = || story.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Self { path: if story.is_file() { above() } else { story }.to_owned() }
    }

    /// The folders in which the story's files may lie, its own first: hidden ones and the archive are passed over.
    #[must_use]
    pub fn folders(&self) -> Vec<PathBuf> {
        let mut folders = vec![(self.path.clone(), 0)];
        let mut at = 0;
        while let Some((folder, depth)) = folders.get(at).cloned().filter(|_| folders.len() < MAX_FOLDERS) {
            at += 1;
            // A folder that cannot be read has no files that could be.
            let entries = fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path());
            let mut inner: Vec<PathBuf> = entries.filter(|path| depth < MAX_DEPTH && path.is_dir()).collect();
            inner.retain(|path| !is_passed_over(path, depth));
            inner.sort();
            folders.extend(inner.into_iter().map(|path| (path, depth + 1)));
        }
        folders.into_iter().map(|(folder, _)| folder).collect()
    }

    /// Stands for the files in these folders that are no texts of the record: the same as long as none comes, goes or is written.
    #[must_use]
    pub fn stamp(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for folder in self.folders() {
            let mut files: Vec<_> = fs::read_dir(&folder).into_iter().flatten().flatten().map(|it| it.path()).collect();
            files.sort();
            for path in files.into_iter().filter(|path| !is_text(path)) {
                // What went while it was looked for has changed, and is told so by those who watch.
                if let Ok(metadata) = fs::metadata(&path).and_then(|it| Ok((it.is_file(), it.len(), it.modified()?)))
                    && metadata.0
                {
                    (path, metadata.1, metadata.2).hash(&mut hasher);
                }
            }
        }
        hasher.finish()
    }
}

/// Whether a file is a text of the record, which counts by what stands in it: one that is saved as it was is the same.
fn is_text(path: &Path) -> bool {
    path.extension().is_some_and(|end| ["toml", "csv", "lock"].iter().any(|text| end.eq_ignore_ascii_case(text)))
}

fn is_passed_over(folder: &Path, depth: usize) -> bool {
    let name = folder.file_name().unwrap_or_default();
    name.as_encoded_bytes().starts_with(b".") || (depth == 0 && name == "archive")
}

impl MediaFolder for StoryFolder {
    fn open(&self, path: &str) -> Result<Box<dyn Source + '_>, Unopened> {
        let folder = fs::canonicalize(&self.path).map_err(unopened)?;
        let found = fs::canonicalize(folder.join(path)).map_err(unopened)?;
        // A link may lead to another file of the story, but not out of it, nor to the texts of the sources.
        let within = found.strip_prefix(&folder).map_err(|_| Unopened::Outside)?;
        if within.starts_with("archive") {
            return Err(Unopened::Outside);
        }
        // Before it is opened: a pipe would keep whoever opens it until somebody writes.
        let metadata = fs::metadata(&found).map_err(unopened)?;
        if !metadata.is_file() {
            return Err(Unopened::Missing);
        }
        let file = File::open(&found).map_err(unopened)?;
        Ok(Box::new(OpenFile { file, len_bytes: metadata.len() }))
    }
}

fn unopened(error: io::Error) -> Unopened {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Unopened::Missing,
        _ => Unopened::Failed(error),
    }
}

/// A file that is read in pieces.
struct OpenFile {
    file: File,
    len_bytes: u64,
}

impl Source for OpenFile {
    fn len_bytes(&self) -> u64 {
        self.len_bytes
    }

    fn read(&self, at_byte: u64, len: usize) -> io::Result<Vec<u8>> {
        let len = self.len_bytes.saturating_sub(at_byte).min(len as u64);
        let mut bytes = Vec::with_capacity(usize::try_from(len).unwrap_or_default());
        (&self.file).seek(SeekFrom::Start(at_byte))?;
        (&self.file).take(len).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Scratch;

    #[test]
    fn a_file_of_the_folder_is_read_in_pieces() {
        let scratch = Scratch::new("media");
        fs::create_dir_all(scratch.0.join("p")).expect("a folder");
        fs::write(scratch.0.join("p/a.bin"), b"abcdef").expect("written");
        fs::write(scratch.0.join("story.toml"), b"").expect("written");
        for story in [scratch.0.clone(), scratch.0.join("story.toml")] {
            let folder = StoryFolder::of(&story);
            let Ok(source) = folder.open("p/a.bin") else { panic!("it is there") };
            assert_eq!(source.len_bytes(), 6);
            for (at, len, expected) in [(0, 3, "abc"), (4, 9, "ef"), (6, 1, ""), (9, 1, "")] {
                assert_eq!(source.read(at, len).expect("read"), expected.as_bytes());
            }
        }
    }

    #[test]
    fn what_is_no_file_is_not_there() {
        let scratch = Scratch::new("media-missing");
        fs::create_dir_all(scratch.0.join("p")).expect("a folder");
        let folder = StoryFolder::of(&scratch.0);
        for path in ["p", "q", "p/q/r"] {
            assert!(matches!(folder.open(path), Err(Unopened::Missing)), "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_no_file_and_keeps_nobody_waiting() {
        let scratch = Scratch::new("media-pipe");
        fs::create_dir_all(&scratch.0).expect("a folder");
        let made = std::process::Command::new("mkfifo").arg(scratch.0.join("p.jpg")).status().expect("mkfifo");
        assert!(made.success());
        assert!(matches!(StoryFolder::of(&scratch.0).open("p.jpg"), Err(Unopened::Missing)));
    }

    #[test]
    fn a_stamp_changes_with_every_file_that_comes_goes_or_is_written() {
        let scratch = Scratch::new("media-stamp");
        let folder = StoryFolder::of(&scratch.0);
        let mut stamps = vec![folder.stamp()];
        let mut step = |act: &dyn Fn()| {
            act();
            stamps.push(folder.stamp());
        };
        step(&|| fs::create_dir_all(scratch.0.join("p/q")).expect("a folder"));
        step(&|| fs::write(scratch.0.join("p/q/a.jpg"), b"one").expect("written"));
        step(&|| fs::write(scratch.0.join("p/q/a.jpg"), b"two, longer").expect("written"));
        step(&|| fs::create_dir_all(scratch.0.join("archive/x")).expect("a folder"));
        step(&|| fs::write(scratch.0.join("archive/x/a.txt"), b"private").expect("written"));
        step(&|| fs::remove_file(scratch.0.join("p/q/a.jpg")).expect("removed"));
        assert_eq!(stamps[0], stamps[1]);
        assert!(stamps[1] != stamps[2] && stamps[2] != stamps[3]);
        assert_eq!((stamps[3], stamps[3]), (stamps[4], stamps[5]));
        assert_eq!(stamps[6], stamps[0]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_leads_neither_out_nor_into_the_archive() {
        let (scratch, other) = (Scratch::new("media-links"), Scratch::new("media-elsewhere"));
        fs::create_dir_all(scratch.0.join("archive")).expect("a folder");
        for file in [scratch.0.join("archive/s.txt"), scratch.0.join("a.txt"), other.0.join("b.txt")] {
            fs::write(file, b"x").expect("written");
        }
        let link = |to: PathBuf, name: &str| {
            std::os::unix::fs::symlink(to, scratch.0.join(name)).expect("a link");
        };
        link(other.0.clone(), "out");
        link(scratch.0.join("archive/s.txt"), "private.txt");
        link(scratch.0.join("a.txt"), "inner.txt");
        let folder = StoryFolder::of(&scratch.0);
        for path in ["out/b.txt", "private.txt", "archive/s.txt"] {
            assert!(matches!(folder.open(path), Err(Unopened::Outside)), "{path}");
        }
        assert!(folder.open("inner.txt").is_ok());
    }
}
