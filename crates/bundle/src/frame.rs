//! What stands around the sections: header, section table, checksum. The crate docs draw it.

use crate::codec::{WIDTHS_BYTES, unsigned_from_bytes};
use crate::open_error::OpenError;
use crate::section::{NAME_BYTES, Section};

/// The first bytes of every bundle. The first byte is not ASCII and the line endings at the end differ, so that
/// a transfer that takes the file for text is noticed at once (the idea is PNG's).
pub(crate) const MAGIC: [u8; 8] = *b"\x8forb\r\n\x1a\n";

/// The format that this crate writes and reads.
pub(crate) const FORMAT: u32 = 1;

/// Magic, format, number of sections, length of the whole.
pub(crate) const HEADER_BYTES: usize = 24;

/// Name, length, width and padding of one section.
pub(crate) const ENTRY_BYTES: usize = NAME_BYTES + 8;

/// The checksum at the end.
pub(crate) const CHECKSUM_BYTES: usize = 8;

/// Where a section lies: nothing for one that the bundle leaves out.
#[derive(Clone, Copy, Default)]
pub(crate) struct SectionRange {
    /// Its first byte, counted from the start of the bundle.
    pub(crate) start: usize,
    /// How many bytes it has.
    pub(crate) len_bytes: usize,
    /// How many bytes each of its elements has; 0 where the bundle leaves it out.
    pub(crate) width_bytes: usize,
}

/// Where each section lies, by its position in [`Section`].
pub(crate) type SectionRanges = [SectionRange; Section::COUNT];

/// The checksum of everything before it: XXH64 with seed 0.
pub(crate) fn checksum(bytes: &[u8]) -> u64 {
    xxhash_rust::xxh64::xxh64(bytes, 0)
}

/// Checks everything that stands around the sections, and finds the sections.
///
/// The order of the checks is the order of the causes: the wrong file, another version, a broken download, damage.
pub(crate) fn ranges_from_bytes(bytes: &[u8]) -> Result<SectionRanges, OpenError> {
    let have = bytes.len() as u64;
    if !bytes.iter().zip(&MAGIC).all(|(have, want)| have == want) {
        return Err(OpenError::NotABundle);
    }
    let header = bytes.get(..HEADER_BYTES).ok_or(OpenError::Truncated { have, need: HEADER_BYTES as u64 })?;
    match field(header, 8, 4) as u32 {
        FORMAT => {}
        format if format > FORMAT => return Err(OpenError::Newer { format }),
        format => return Err(OpenError::Older { format }),
    }
    let need = field(header, 16, 8);
    if have < need {
        return Err(OpenError::Truncated { have, need });
    }
    let body = checked_body(bytes).filter(|_| have == need).ok_or(OpenError::Damaged)?;
    ranges_from_table(body, field(header, 12, 4) as usize).ok_or(OpenError::Damaged)
}

/// Everything before the checksum; `None` where the checksum says otherwise.
fn checked_body(bytes: &[u8]) -> Option<&[u8]> {
    let (body, sum) = bytes.split_at_checked(bytes.len().checked_sub(CHECKSUM_BYTES)?)?;
    (unsigned_from_bytes(sum) == checksum(body)).then_some(body)
}

/// The sections follow the table without gaps, in its order, and end where the checksum begins.
fn ranges_from_table(body: &[u8], count: usize) -> Option<SectionRanges> {
    let table_end = count.checked_mul(ENTRY_BYTES)?.checked_add(HEADER_BYTES)?;
    let mut places = [SectionRange::default(); Section::COUNT];
    let mut start = table_end;
    for entry in body.get(HEADER_BYTES..table_end)?.chunks_exact(ENTRY_BYTES) {
        let len_bytes = field(entry, NAME_BYTES, 4) as usize;
        let width_bytes = field(entry, NAME_BYTES + 4, 1) as usize;
        let position = Section::position(entry.get(..NAME_BYTES)?);
        if let Some(place) = position.and_then(|position| places.get_mut(position)) {
            if !WIDTHS_BYTES.contains(&width_bytes) || !len_bytes.is_multiple_of(width_bytes) {
                return None;
            }
            *place = SectionRange { start, len_bytes, width_bytes };
        }
        start = start.checked_add(len_bytes)?;
    }
    (start == body.len()).then_some(places)
}

fn field(bytes: &[u8], at: usize, len_bytes: usize) -> u64 {
    bytes.get(at..at + len_bytes).map_or(0, unsigned_from_bytes)
}
