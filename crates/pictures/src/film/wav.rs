//! WAV: chunks, of which two are heard.

use super::{Film, Patch, Source, read};
use crate::Kind;
use crate::bytes::{le_u32, slice};
use crate::fault::Fault;

/// So many chunks are looked at.
const MAX_CHUNKS: usize = 10_000;

pub(super) fn film<S: Source + ?Sized>(source: &S) -> Result<Film, Fault> {
    let mut film = Film::new(Kind::Wav);
    let (mut at, mut bytes_per_sec, end) = (12, None, source.len_bytes());
    for _ in 0..MAX_CHUNKS {
        let head = read(source, at, 24)?;
        let (Some(name), Some(len)) = (slice(&head, 0, 4), le_u32(&head, 4)) else { break };
        // A recorder that was stopped leaves a length that is too long.
        let len = u64::from(len).min(end.saturating_sub(at + 8));
        match name {
            b"fmt " => bytes_per_sec = le_u32(&head, 16).filter(|rate| *rate > 0),
            b"data" => film.duration_ms = bytes_per_sec.map(|rate| len * 1000 / u64::from(rate)),
            b"fact" => {}
            _ => film.patches.extend([Patch::bytes(at, *b"JUNK"), Patch::zeros(at + 8, len)]),
        }
        at += 8 + len + len % 2;
    }
    match film.duration_ms {
        Some(_) => Ok(film),
        None => Err(Fault::cut("WAV sound")),
    }
}
