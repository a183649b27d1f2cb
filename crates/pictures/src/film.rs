//! Films and sound: what they are, how large and how long, and what in them tells of who made them.
//!
//! Such files are large, so they are never held whole: what has to go is covered where it stands, by [`Patch`]es of the
//! same length, and whoever copies the file puts these on. What the coded pictures and sounds themselves carry is not
//! looked at.

mod mp3;
mod mp4;
mod ogg;
mod patch;
mod wav;
mod webm;

use std::io;

use crate::fault::{Fault, Sort};
use crate::{Group, Kind, MAX_FILM_BYTES};
pub use patch::Patch;

/// A file that is read in pieces.
pub trait Source {
    /// How large it is, bytes.
    fn len_bytes(&self) -> u64;

    /// The bytes from a place on; fewer than asked for only where it ends.
    ///
    /// # Errors
    ///
    /// Whatever the machine says.
    fn read(&self, at_byte: u64, len: usize) -> io::Result<Vec<u8>>;
}

impl Source for [u8] {
    fn len_bytes(&self) -> u64 {
        self.len() as u64
    }

    fn read(&self, at_byte: u64, len: usize) -> io::Result<Vec<u8>> {
        let rest = usize::try_from(at_byte).ok().and_then(|at| self.get(at..)).unwrap_or_default();
        Ok(rest[..len.min(rest.len())].to_vec())
    }
}

/// A film or a sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Film {
    /// What its file is.
    pub kind: Kind,
    /// Whether it has pictures; else it is sound alone.
    pub is_film: bool,
    /// Width and height of its pictures, px, after they are turned; `None` where it does not say.
    pub size_px: Option<(u32, u32)>,
    /// How long it takes; `None` where it does not say.
    pub duration_ms: Option<u64>,
    /// What covers what it tells of its maker, by their places.
    pub patches: Vec<Patch>,
}

impl Film {
    fn new(kind: Kind) -> Self {
        let is_film = kind.group() == Group::Film;
        Self { kind, is_film, size_px: None, duration_ms: None, patches: Vec::new() }
    }
}

/// Looks through the parts of a film or sound.
///
/// # Errors
///
/// Why it cannot be published.
pub fn film<S: Source + ?Sized>(source: &S) -> Result<Film, Fault> {
    if source.len_bytes() > MAX_FILM_BYTES {
        let message = format!(
            "is a film or sound of {} MB; at most {} MB are taken",
            source.len_bytes().div_ceil(1_000_000),
            MAX_FILM_BYTES / 1_000_000
        );
        return Err(Fault::new(Sort::TooLarge, message, "save it smaller, or link to where it is shown"));
    }
    let kind = Kind::of(&read(source, 0, 1024)?)?;
    let mut film = match kind {
        Kind::Mp4 | Kind::M4a => mp4::film(source, kind)?,
        Kind::WebM => webm::film(source)?,
        Kind::Mp3 => mp3::film(source)?,
        Kind::Wav => wav::film(source)?,
        Kind::Ogg => ogg::film(source)?,
        Kind::Aac => Film::new(kind),
        _ => {
            let hint = "give an MP4 or WebM film, or an MP3, M4A, AAC, OGG or WAV sound";
            let message = format!("is no film and no sound: its contents are those of a {}", kind.name());
            return Err(Fault::new(Sort::Unknown, message, hint));
        }
    };
    film.patches.sort_by_key(|patch| patch.at_byte);
    Ok(film)
}

/// Reads at most so many bytes; what the machine says is a fault like any other.
fn read<S: Source + ?Sized>(source: &S, at_byte: u64, len: usize) -> Result<Vec<u8>, Fault> {
    source.read(at_byte, len).map_err(|error| {
        Fault::new(Sort::Damaged, format!("cannot be read: {error}"), "look whether the file is there and whole")
    })
}

#[cfg(test)]
mod tests;
