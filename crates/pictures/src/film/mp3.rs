//! MP3: tags before and behind, and the frames between (ISO/IEC 11172-3; <https://id3.org/id3v2.3.0>).

use super::{Film, Patch, Source, read};
use crate::Kind;
use crate::bytes::{be_u32, find, le_u32, slice};
use crate::fault::Fault;

/// So far behind the tags the first frame is looked for, bytes.
const SEARCH_BYTES: usize = 4096;

/// Kilobits a second of layer III: of version 1, and of versions 2 and 2.5.
const KILOBITS: [[u32; 15]; 2] = [
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];
/// Samples a second of version 1; half of it in version 2, a quarter in 2.5.
const RATES: [u32; 3] = [44_100, 48_000, 32_000];

/// What the head of a frame says.
struct Frame {
    samples: u32,
    rate: u32,
    kilobits: u32,
}

pub(super) fn film<S: Source + ?Sized>(source: &S) -> Result<Film, Fault> {
    let mut film = Film::new(Kind::Mp3);
    let mut start = 0;
    // There may be more than one.
    while let Some(len) = leading_tag(&read(source, start, 10)?) {
        film.patches.extend([Patch::bytes(start + 3, [3, 0, 0]), Patch::zeros(start + 10, len)]);
        start += 10 + len;
    }
    let end = trailing_tags(source, &mut film.patches)?;
    let head = read(source, start, SEARCH_BYTES)?;
    let (at, frame) =
        (0..head.len()).find_map(|at| Some((at, frame(&head, at)?))).ok_or_else(|| Fault::cut("MP3 sound"))?;
    film.duration_ms = counted_ms(&head[at..], &frame).or_else(|| {
        (frame.kilobits > 0).then(|| end.saturating_sub(start + at as u64) * 8 / u64::from(frame.kilobits))
    });
    Ok(film)
}

/// How long the tag is that a file begins with, without its head.
fn leading_tag(head: &[u8]) -> Option<u64> {
    let size = head.strip_prefix(b"ID3")?.get(3..7)?;
    Some(size.iter().fold(0, |size, byte| size << 7 | u64::from(byte & 0x7F)))
}

/// Covers the tags that a file ends with, and says where they begin.
fn trailing_tags<S: Source + ?Sized>(source: &S, patches: &mut Vec<Patch>) -> Result<u64, Fault> {
    let mut end = source.len_bytes();
    if let Some(at) = end.checked_sub(128).filter(|_| end >= 128)
        && read(source, at, 3)? == b"TAG"
    {
        // Its name stays, so that nobody takes it for sound.
        patches.push(Patch::zeros(at + 3, 125));
        end = at;
    }
    if let Some(at) = end.checked_sub(32) {
        let foot = read(source, at, 32)?;
        let len = le_u32(&foot, 12).map(|len| u64::from(len) + 32).filter(|len| *len <= end);
        if let (true, Some(len)) = (foot.starts_with(b"APETAGEX"), len) {
            patches.push(Patch::zeros(end - len, len));
            end -= len;
        }
    }
    Ok(end)
}

fn frame(bytes: &[u8], at: usize) -> Option<Frame> {
    let bits = be_u32(bytes, at)?;
    // In sync, and of layer III.
    if bits >> 21 != 0x7FF || bits >> 17 & 3 != 1 {
        return None;
    }
    let version = bits >> 19 & 3;
    let (row, shift) = match version {
        3 => (0, 0),
        2 => (1, 1),
        0 => (1, 2),
        _ => return None,
    };
    let kilobits = *KILOBITS[row].get((bits >> 12 & 15) as usize)?;
    let rate = RATES.get((bits >> 10 & 3) as usize)? >> shift;
    Some(Frame { samples: if row == 0 { 1152 } else { 576 }, rate, kilobits })
}

/// How long it takes, where the first frame counts the others.
fn counted_ms(bytes: &[u8], frame: &Frame) -> Option<u64> {
    let head = slice(bytes, 0, 64.min(bytes.len()))?;
    let at = find(head, b"Xing").or_else(|| find(head, b"Info"))?;
    let frames = be_u32(bytes, at + 8).filter(|_| be_u32(bytes, at + 4).is_some_and(|flags| flags & 1 == 1))?;
    Some(u64::from(frames) * u64::from(frame.samples) * 1000 / u64::from(frame.rate))
}
