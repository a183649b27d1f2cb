//! MP4 and M4A: boxes in boxes (ISO/IEC 14496-12).

use super::{Film, Patch, Source, read};
use crate::Kind;
use crate::bytes::{be_u32, be_u64, slice};
use crate::fault::{Fault, Sort};

/// The table of contents is at most so large, bytes.
const MAX_MOOV_BYTES: u64 = 32 << 20;
/// So many boxes are looked at.
const MAX_BOXES: usize = 200_000;

/// Boxes whose boxes are looked at.
const HOLDS: [&[u8; 4]; 6] = [b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts"];
/// Boxes that tell of who made it, where and when.
const TELLS: [&[u8; 4]; 3] = [b"udta", b"meta", b"uuid"];
/// Boxes that mean nothing, whatever stands in them.
const MEANS_NOTHING: [&[u8; 4]; 3] = [b"free", b"skip", b"wide"];
/// What tracks may be: pictures, sound, words, and the clock of a camera.
const TRACKS: [&[u8; 4]; 7] = [b"vide", b"soun", b"text", b"sbtl", b"subt", b"clcp", b"tmcd"];

/// A box: its name, where it begins, where its body does, and where it ends.
struct Span {
    name: [u8; 4],
    start: u64,
    body: u64,
    end: u64,
}

pub(super) fn film<S: Source + ?Sized>(source: &S, kind: Kind) -> Result<Film, Fault> {
    let mut film = Film { is_film: false, ..Film::new(kind) };
    let (mut at, mut boxes, mut has_contents) = (0, 0, false);
    while at < source.len_bytes() {
        boxes += 1;
        if boxes > MAX_BOXES {
            return Err(Fault::new(Sort::TooLarge, "is an MP4 film of too many parts", "save it anew"));
        }
        let head = read(source, at, 16)?;
        let span = span(&head, 0, at, source.len_bytes()).ok_or_else(|| Fault::cut("MP4 film"))?;
        if &span.name == b"moov" {
            has_contents = true;
            contents(source, &span, &mut film)?;
        } else {
            cover(&span, &mut film.patches);
        }
        at = span.end;
    }
    if !has_contents {
        return Err(Fault::cut("MP4 film"));
    }
    Ok(film)
}

/// The box at a place of bytes that begin at `base` in the file; it ends where the one around it does, or before.
fn span(bytes: &[u8], at: usize, base: u64, around_end: u64) -> Option<Span> {
    let start = base + at as u64;
    let (len, head) = match be_u32(bytes, at)? {
        0 => (around_end.checked_sub(start)?, 8),
        1 => (be_u64(bytes, at + 8)?, 16),
        len => (len.into(), 8),
    };
    let end = start.checked_add(len)?;
    let name = *slice(bytes, at + 4, 4)?.first_chunk()?;
    (len >= head && end <= around_end).then_some(Span { name, start, body: start + head, end })
}

/// Makes nothing of a box that tells of its maker.
fn cover(span: &Span, patches: &mut Vec<Patch>) {
    let tells = TELLS.contains(&&span.name);
    if tells {
        patches.push(Patch::bytes(span.start + 4, *b"free"));
    }
    if tells || MEANS_NOTHING.contains(&&span.name) {
        patches.push(Patch::zeros(span.body, span.end - span.body));
    }
}

fn contents<S: Source + ?Sized>(source: &S, moov: &Span, film: &mut Film) -> Result<(), Fault> {
    let len = moov.end - moov.start;
    if len > MAX_MOOV_BYTES {
        return Err(Fault::new(Sort::TooLarge, "is an MP4 film with a huge table of contents", "save it anew"));
    }
    let bytes = read(source, moov.start, usize::try_from(len).unwrap_or(usize::MAX))?;
    let mut walk = Walk { bytes: &bytes, base: moov.start, film, boxes: 0, turned: false, size: None };
    let head = usize::try_from(moov.body - moov.start).unwrap_or_default();
    walk.boxes_in(head, moov.end)
}

/// A walk through the table of contents.
struct Walk<'a> {
    bytes: &'a [u8],
    base: u64,
    film: &'a mut Film,
    boxes: usize,
    /// Whether the track on the way lies on its side.
    turned: bool,
    /// Its width and height.
    size: Option<(u32, u32)>,
}

impl Walk<'_> {
    fn boxes_in(&mut self, mut at: usize, end: u64) -> Result<(), Fault> {
        let damaged = || Fault::damaged("MP4 film", "its parts are longer than what they stand in");
        while self.base + (at as u64) < end {
            self.boxes += 1;
            // Some writers end a row of boxes with four zeros.
            if self.base + at as u64 + 8 > end || self.boxes > MAX_BOXES {
                return Ok(());
            }
            let span = span(self.bytes, at, self.base, end).ok_or_else(damaged)?;
            let body = usize::try_from(span.body - self.base).map_err(|_| damaged())?;
            cover(&span, &mut self.film.patches);
            if HOLDS.contains(&&span.name) {
                self.boxes_in(body, span.end)?;
            } else {
                self.read_box(&span, body)?;
            }
            at = usize::try_from(span.end - self.base).map_err(|_| damaged())?;
        }
        Ok(())
    }

    fn read_box(&mut self, span: &Span, body: usize) -> Result<(), Fault> {
        match &span.name {
            b"mvhd" => self.movie(span, body),
            b"tkhd" => self.track(span, body),
            b"mdhd" => self.forget_times(span, body),
            b"hdlr" => self.handler(span, body)?,
            b"stsd" => self.forget_maker(span, body),
            _ => {}
        }
        Ok(())
    }

    fn movie(&mut self, span: &Span, body: usize) {
        self.forget_times(span, body);
        let is_long = self.bytes.get(body) == Some(&1);
        let (scale, length) = if is_long {
            (be_u32(self.bytes, body + 20), be_u64(self.bytes, body + 24))
        } else {
            (be_u32(self.bytes, body + 12), be_u32(self.bytes, body + 16).map(u64::from))
        };
        let is_known = length.is_some_and(|length| length > 0 && length < u64::from(u32::MAX) << 16);
        if let (Some(scale @ 1..), Some(length), true) = (scale, length, is_known) {
            self.film.duration_ms = length.checked_mul(1000).map(|ms| ms / u64::from(scale));
        }
    }

    fn track(&mut self, span: &Span, body: usize) {
        self.forget_times(span, body);
        let matrix = body + if self.bytes.get(body) == Some(&1) { 52 } else { 40 };
        self.turned = be_u32(self.bytes, matrix) == Some(0) && be_u32(self.bytes, matrix + 16) == Some(0);
        let side = |at| be_u32(self.bytes, at).map(|fixed| fixed >> 16);
        self.size = side(matrix + 36).zip(side(matrix + 40));
    }

    /// When something was made and changed, which stands behind its version.
    fn forget_times(&mut self, span: &Span, body: usize) {
        let len = if self.bytes.get(body) == Some(&1) { 16 } else { 8 };
        if span.body + 4 + len <= span.end {
            self.film.patches.push(Patch::zeros(span.body + 4, len));
        }
    }

    fn handler(&mut self, span: &Span, body: usize) -> Result<(), Fault> {
        let track = slice(self.bytes, body + 8, 4).unwrap_or_default();
        if !TRACKS.iter().any(|known| known.as_slice() == track) {
            let message = format!(
                "is a film with a track of data (`{}`), which may tell where it was taken",
                track.escape_ascii()
            );
            return Err(Fault::new(Sort::Unsafe, message, "save it anew with its pictures and sound alone"));
        }
        if track == b"vide" {
            self.film.is_film = true;
            let size = self.size.filter(|&(width, height)| width > 0 && height > 0);
            self.film.size_px = size.map(|(width, height)| if self.turned { (height, width) } else { (width, height) });
        }
        // Its name is often that of the camera.
        if span.body + 24 < span.end {
            self.film.patches.push(Patch::zeros(span.body + 24, span.end - span.body - 24));
        }
        Ok(())
    }

    /// The name of the encoder in each description of pictures: 32 bytes.
    fn forget_maker(&mut self, span: &Span, body: usize) {
        let entry = span.body + 8;
        let is_pictures = slice(self.bytes, body + 12, 4)
            .is_some_and(|name| matches!(name, b"avc1" | b"avc3" | b"hvc1" | b"hev1" | b"vp09" | b"av01" | b"mp4v"));
        if is_pictures && entry + 82 <= span.end {
            self.film.patches.push(Patch::zeros(entry + 50, 32));
        }
    }
}
