//! OGG with Opus or Vorbis: pages, the first packets of which say what it is and who made it (RFC 3533, RFC 7845).

use super::{Film, Patch, Source, read};
use crate::Kind;
use crate::bytes::{be_u32, le_u32, le_u64, slice};
use crate::fault::{Fault, Sort};

/// The comments of a sound are at most so large, bytes.
const MAX_COMMENT_BYTES: usize = 16 << 20;
/// The last page stands within so many bytes.
const TAIL_BYTES: u64 = 66_000;

/// A page in the file: where it begins, the lengths of its segments, and all of its bytes.
struct Page {
    at: u64,
    segments: Vec<u8>,
    bytes: Vec<u8>,
}

/// A codec: how its first packet and its comments begin.
const CODECS: [(&[u8], &[u8]); 2] = [(b"OpusHead", b"OpusTags"), (b"\x01vorbis", b"\x03vorbis")];

pub(super) fn film<S: Source + ?Sized>(source: &S) -> Result<Film, Fault> {
    let cut = || Fault::cut("OGG sound");
    let first = page(source, 0)?.ok_or_else(cut)?;
    let head = first.bytes.get(27 + first.segments.len()..).unwrap_or_default();
    let Some((_, comments)) = CODECS.iter().find(|(begin, _)| head.starts_with(begin)) else {
        let message = "is an OGG file of something else than Opus or Vorbis sound";
        return Err(Fault::new(Sort::Unknown, message, "save it as MP3, M4A or OGG with Opus; a film as MP4 or WebM"));
    };
    let (rate, skipped) = match le_u32(head, 12).filter(|_| head.starts_with(b"\x01vorbis")) {
        Some(rate) => (rate, 0),
        None => (48_000, head.get(10..12).map_or(0, |two| u64::from(two[0]) | u64::from(two[1]) << 8)),
    };
    let mut film = Film::new(Kind::Ogg);
    film.patches = covered_comments(source, first.bytes.len() as u64, comments)?;
    let samples = last_place(source)?.map(|place| place.saturating_sub(skipped));
    film.duration_ms = samples.filter(|_| rate > 0).and_then(|n| n.checked_mul(1000)).map(|ms| ms / u64::from(rate));
    Ok(film)
}

/// The page at a place; `None` at the end.
fn page<S: Source + ?Sized>(source: &S, at: u64) -> Result<Option<Page>, Fault> {
    let head = read(source, at, 27 + 255)?;
    let segments = head.get(26).and_then(|count| slice(&head, 27, usize::from(*count)));
    let Some(segments) = segments.filter(|_| head.starts_with(b"OggS")).map(<[u8]>::to_vec) else { return Ok(None) };
    let len = 27 + segments.len() + segments.iter().map(|len| usize::from(*len)).sum::<usize>();
    let bytes = read(source, at, len)?;
    Ok((bytes.len() == len).then_some(Page { at, segments, bytes }))
}

/// Patches that make every comment empty, with the checksums of the pages they stand on.
fn covered_comments<S: Source + ?Sized>(source: &S, mut at: u64, begin: &[u8]) -> Result<Vec<Patch>, Fault> {
    let cut = || Fault::cut("OGG sound");
    let (mut pages, mut packet, mut places) = (Vec::new(), Vec::new(), Vec::new());
    'packet: loop {
        let page = page(source, at)?.ok_or_else(cut)?;
        at += page.bytes.len() as u64;
        let mut from = 27 + page.segments.len();
        let number = pages.len();
        let segments = page.segments.clone();
        pages.push(page);
        for len in segments {
            let page: &Page = &pages[number];
            packet.extend(slice(&page.bytes, from, len.into()).ok_or_else(cut)?);
            places.extend((from..from + usize::from(len)).map(|place| (number, place)));
            from += usize::from(len);
            if len < 255 {
                break 'packet;
            }
        }
        if packet.len() > MAX_COMMENT_BYTES {
            return Err(Fault::new(Sort::TooLarge, "is an OGG sound with huge comments", "save it without them"));
        }
    }
    if !packet.starts_with(begin) {
        return Err(Fault::damaged("OGG sound", "its second part holds no comments"));
    }
    for (from, until) in comments(&packet, begin.len()).ok_or_else(cut)? {
        for (at, &(page, place)) in (from..until).zip(&places[from..until]) {
            // "X=" is a comment that says nothing.
            pages[page].bytes[place] = match at - from {
                0 if until - from > 1 => b'X',
                1 => b'=',
                _ => b' ',
            };
        }
    }
    Ok(pages.into_iter().map(resealed).collect())
}

/// Where the vendor and each comment stand in their packet.
fn comments(packet: &[u8], begin: usize) -> Option<Vec<(usize, usize)>> {
    let text = |at: usize| {
        let len = usize::try_from(le_u32(packet, at)?).ok()?;
        slice(packet, at + 4, len).map(|_| (at + 4, at + 4 + len))
    };
    let vendor = text(begin)?;
    let count = le_u32(packet, vendor.1)?;
    let mut all = vec![vendor];
    let mut at = vendor.1 + 4;
    for _ in 0..count {
        let comment = text(at)?;
        at = comment.1;
        all.push(comment);
    }
    Some(all)
}

/// A page with its checksum: CRC-32 by the polynomial 04C11DB7, nothing reflected, over the page with zeros for it.
fn resealed(page: Page) -> Patch {
    let mut bytes = page.bytes;
    bytes[22..26].fill(0);
    let sum = bytes.iter().fold(0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte) << 24, |sum, _| sum << 1 ^ if sum >> 31 == 1 { 0x04C1_1DB7 } else { 0 })
    });
    bytes[22..26].copy_from_slice(&sum.to_le_bytes());
    Patch::bytes(page.at, bytes)
}

/// The sample with which the last page ends.
fn last_place<S: Source + ?Sized>(source: &S) -> Result<Option<u64>, Fault> {
    let from = source.len_bytes().saturating_sub(TAIL_BYTES);
    let tail = read(source, from, usize::try_from(TAIL_BYTES).unwrap_or(usize::MAX))?;
    let pages = (0..tail.len()).rev().filter(|&at| be_u32(&tail, at) == Some(0x4F67_6753));
    Ok(pages.filter_map(|at| le_u64(&tail, at + 6)).find(|place| *place != u64::MAX))
}
