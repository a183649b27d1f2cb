//! The files beside a story's tables, through whoever can read them.

use std::io;

use pictures::Source;

use super::cache::MediaCache;

/// The folder of a story, whose files are read by their paths below it.
pub trait MediaFolder {
    /// Opens a file; the parts of its path are joined by `/`, and none of them is `.`, `..` or empty.
    ///
    /// # Errors
    ///
    /// Why it cannot be opened.
    fn open(&self, path: &str) -> Result<Box<dyn Source + '_>, Unopened>;
}

/// Why a file was not opened.
#[derive(Debug)]
pub enum Unopened {
    /// There is none, or it is no plain file.
    Missing,
    /// A link on the way leads out of the folder.
    Outside,
    /// The machine's own reason.
    Failed(io::Error),
}

/// What is beside a story's tables, and what shall become of it.
#[derive(Clone, Copy)]
pub struct Beside<'a> {
    /// The files.
    pub folder: &'a dyn MediaFolder,
    /// How far to go.
    pub effort: Effort<'a>,
}

/// How far to go with the files of a story.
#[derive(Clone, Copy)]
pub enum Effort<'a> {
    /// Each is looked at, and nothing is made: the story keeps the names that its author gave.
    Look,
    /// All is made that is published, but for what the cache has from the last time.
    Make(&'a MediaCache),
}
