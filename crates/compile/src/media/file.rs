//! The files that a story publishes beside its pages.

use std::io;
use std::sync::Arc;

use pictures::{Patch, Source};
use sha2::{Digest as _, Sha256};

use super::folder::{MediaFolder, Unopened};

/// The folder of media where a story is published, with a slash at its end.
pub const MEDIA_FOLDER: &str = "media/";

/// So much of a file is in memory at once, bytes.
const PIECE_BYTES: usize = 1 << 20;
/// So many characters of a hash are in a name.
const NAME_CHARS: usize = 20;

/// A file that a story publishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaFile {
    /// Its path in the published folder: [`MEDIA_FOLDER`], then a hash of what it holds.
    pub path: String,
    /// What it holds.
    pub content: Content,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// These bytes.
    Bytes(Arc<[u8]>),
    /// A copy of a file of the story's folder, with patches on it: a film is too large to be held.
    Copy {
        /// The path below the folder.
        from: String,
        /// What covers what it must not tell.
        patches: Vec<Patch>,
        /// How large it is.
        len_bytes: u64,
    },
}

impl MediaFile {
    pub(super) fn of_bytes(bytes: &[u8], ending: &str) -> Self {
        let path = path_of(&Sha256::digest(bytes), ending);
        Self { path, content: Content::Bytes(bytes.into()) }
    }

    /// All that it holds, for one who has room for it.
    ///
    /// # Errors
    ///
    /// Where the file that it is a copy of is gone or cannot be read.
    pub fn read(&self, folder: &dyn MediaFolder) -> io::Result<Arc<[u8]>> {
        match &self.content {
            Content::Bytes(bytes) => Ok(Arc::clone(bytes)),
            Content::Copy { from, patches, .. } => {
                let mut whole = Vec::new();
                copied(folder, from, patches, |piece| whole.extend_from_slice(piece))?;
                Ok(whole.into())
            }
        }
    }

    /// How large it is.
    #[must_use]
    pub fn len_bytes(&self) -> u64 {
        match &self.content {
            Content::Bytes(bytes) => bytes.len() as u64,
            Content::Copy { len_bytes, .. } => *len_bytes,
        }
    }
}

/// The file that a film becomes: read once, for its name.
pub(super) fn film_file(source: &dyn Source, from: &str, patches: Vec<Patch>, ending: &str) -> io::Result<MediaFile> {
    let mut hash = Sha256::new();
    pieces(source, &patches, |piece| hash.update(piece))?;
    let content = Content::Copy { from: from.to_owned(), patches, len_bytes: source.len_bytes() };
    Ok(MediaFile { path: path_of(&hash.finalize(), ending), content })
}

fn copied(folder: &dyn MediaFolder, from: &str, patches: &[Patch], take: impl FnMut(&[u8])) -> io::Result<()> {
    let source = folder.open(from).map_err(|error| match error {
        Unopened::Failed(error) => error,
        Unopened::Missing | Unopened::Outside => io::Error::other(format!("{from}: is no longer there")),
    })?;
    pieces(source.as_ref(), patches, take)
}

fn pieces(source: &dyn Source, patches: &[Patch], mut take: impl FnMut(&[u8])) -> io::Result<()> {
    let mut at = 0;
    while at < source.len_bytes() {
        let mut piece = source.read(at, PIECE_BYTES)?;
        if piece.is_empty() {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the file has become shorter"));
        }
        Patch::apply(patches, at, &mut piece);
        take(&piece);
        at += piece.len() as u64;
    }
    Ok(())
}

fn path_of(sha256: &[u8], ending: &str) -> String {
    let mut path = MEDIA_FOLDER.to_owned();
    let digits = sha256.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    path.extend(digits.take(NAME_CHARS).filter_map(|digit| char::from_digit(digit.into(), 16)));
    path + "." + ending
}
