//! The files beside a story's tables, opened only where they lie in its folder.

use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use compile::{MediaFolder, Source, Unopened};

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
        let file = File::open(&found).map_err(unopened)?;
        let metadata = file.metadata().map_err(unopened)?;
        if !metadata.is_file() {
            return Err(Unopened::Missing);
        }
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
