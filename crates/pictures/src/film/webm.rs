//! WebM: elements in elements (RFC 8794, RFC 9559).

use super::{Film, Patch, Source, read};
use crate::Kind;
use crate::bytes::find;
use crate::fault::{Fault, Sort};

/// So many elements are looked at.
const MAX_ELEMENTS: usize = 2_000_000;
/// The tables of a film are at most so large, bytes.
const MAX_TABLE_BYTES: u64 = 4 << 20;

const SEGMENT: u32 = 0x1853_8067;
const CLUSTER: u32 = 0x1F43_B675;
const INFO: u32 = 0x1549_A966;
const TRACKS: u32 = 0x1654_AE6B;
/// Tags, attachments, chapters, and what is void.
const TELLS: [u32; 4] = [0x1254_C367, 0x1941_A469, 0x1043_A770, 0xEC];
/// Title, file names, day, and the programs that wrote it; the name of a track.
const NAMES: [u32; 8] = [0x7BA9, 0x7384, 0x3C_83AB, 0x3E_83BB, 0x4461, 0x4D80, 0x5741, 0x536E];
/// Elements within the tables whose elements are looked at: a track, its pictures.
const HOLDS: [u32; 2] = [0xAE, 0xE0];

/// The head of an element: its id, the length of the head, and of its body where that is known.
struct Head {
    id: u32,
    len: u64,
    body: Option<u64>,
}

pub(super) fn film<S: Source + ?Sized>(source: &S) -> Result<Film, Fault> {
    let cut = || Fault::cut("WebM film");
    let first = read(source, 0, 64)?;
    if find(&first, b"webm").is_none() {
        return Err(Fault::new(
            Sort::Unknown,
            "is a Matroska film, which not all browsers show",
            "save it as MP4 or WebM",
        ));
    }
    let mut film = Film { is_film: false, ..Film::new(Kind::WebM) };
    let (mut at, mut elements, end) = (0, 0, source.len_bytes());
    while at < end {
        elements += 1;
        if elements > MAX_ELEMENTS {
            return Err(Fault::new(Sort::TooLarge, "is a WebM film of too many parts", "save it anew"));
        }
        let head = head(&read(source, at, 12)?).ok_or_else(cut)?;
        let body_at = at + head.len;
        // What has no length is gone into, like the segment itself.
        let Some(body) = head.body.filter(|_| head.id != SEGMENT) else {
            if ![SEGMENT, CLUSTER].contains(&head.id) {
                return Err(cut());
            }
            at = body_at;
            continue;
        };
        let next = body_at.checked_add(body).filter(|next| *next <= end).ok_or_else(cut)?;
        match head.id {
            INFO | TRACKS if body <= MAX_TABLE_BYTES => {
                let bytes = read(source, body_at, usize::try_from(body).unwrap_or_default())?;
                Table { bytes: &bytes, base: body_at, film: &mut film }.read(0, bytes.len(), &mut Told::default());
            }
            id if TELLS.contains(&id) => film.patches.push(void(at, next - at)),
            _ => {}
        }
        at = next;
    }
    Ok(film)
}

fn head(bytes: &[u8]) -> Option<Head> {
    let id_len = bytes.first()?.leading_zeros() as usize + 1;
    let id = bytes.get(..id_len).filter(|_| id_len <= 4)?.iter().fold(0, |id, byte| id << 8 | u32::from(*byte));
    let first = *bytes.get(id_len)?;
    let size_len = first.leading_zeros() as usize + 1;
    let rest = bytes.get(id_len + 1..id_len + size_len).filter(|_| size_len <= 8)?;
    let own = u64::from(first) & ((1_u64 << (8 - size_len)) - 1);
    let size = rest.iter().fold(own, |size, byte| size << 8 | u64::from(*byte));
    let is_unknown = size == (1 << (7 * size_len)) - 1;
    Some(Head { id, len: (id_len + size_len) as u64, body: (!is_unknown).then_some(size) })
}

/// An element that says nothing, as long as another.
fn void(at_byte: u64, len: u64) -> Patch {
    let bytes = if len < 9 {
        vec![0xEC, 0x80 | (len.saturating_sub(2)) as u8]
    } else {
        let mut size = (len - 9).to_be_bytes();
        size[0] = 0x01;
        [&[0xEC], size.as_slice()].concat()
    };
    Patch { at_byte, zeros: len.saturating_sub(bytes.len() as u64), bytes }
}

/// What a table has told so far.
#[derive(Default)]
struct Told {
    scale_ns: Option<u64>,
    duration: Option<f64>,
    size: (u32, u32),
}

/// A table in memory.
struct Table<'a> {
    bytes: &'a [u8],
    base: u64,
    film: &'a mut Film,
}

impl Table<'_> {
    fn read(&mut self, mut at: usize, end: usize, told: &mut Told) {
        while let Some(head) = self.bytes.get(at..end).and_then(head) {
            let Some(body) = head.body.and_then(|body| usize::try_from(body).ok()) else { return };
            let start = at + head.len as usize;
            let Some(value) =
                start.checked_add(body).filter(|next| *next <= end).and_then(|next| self.bytes.get(start..next))
            else {
                return;
            };
            match head.id {
                id if HOLDS.contains(&id) => self.read(start, start + body, told),
                id if NAMES.contains(&id) => {
                    self.film.patches.push(Patch::zeros(self.base + start as u64, body as u64));
                }
                id if TELLS.contains(&id) => {
                    self.film.patches.push(void(self.base + at as u64, (start + body - at) as u64));
                }
                id => tell(id, value, told),
            }
            at = start + body;
        }
        self.film.is_film |= told.size.0 > 0;
        if told.size.0 > 0 && told.size.1 > 0 {
            self.film.size_px = Some(told.size);
        }
        if let Some(duration) = told.duration {
            let ms = duration * told.scale_ns.unwrap_or(1_000_000) as f64 / 1e6;
            self.film.duration_ms = (ms.is_finite() && (0.0..1e12).contains(&ms)).then_some(ms.round() as u64);
        }
    }
}

fn tell(id: u32, value: &[u8], told: &mut Told) {
    let whole = || value.iter().take(8).fold(0_u64, |whole, byte| whole << 8 | u64::from(*byte));
    let side = || u32::try_from(whole()).unwrap_or(u32::MAX);
    match id {
        0x2A_D7B1 => told.scale_ns = Some(whole()),
        0x4489 => {
            told.duration = match *value {
                [a, b, c, d] => Some(f32::from_be_bytes([a, b, c, d]).into()),
                [a, b, c, d, e, f, g, h] => Some(f64::from_be_bytes([a, b, c, d, e, f, g, h])),
                _ => None,
            };
        }
        0xB0 => told.size.0 = side(),
        0xBA => told.size.1 = side(),
        _ => {}
    }
}
