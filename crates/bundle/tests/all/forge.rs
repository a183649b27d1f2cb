//! Bundles changed by hand, with a checksum that fits again.

use xxhash_rust::xxh64::xxh64;

/// Where the number of sections stands.
const COUNT_AT: usize = 12;
/// Where the length of the whole stands.
const LEN_AT: usize = 16;
/// Where the section table begins.
const TABLE_AT: usize = 24;
/// Bytes of one entry of the section table.
const ENTRY_BYTES: usize = 24;
/// Bytes of the checksum.
const SUM_BYTES: usize = 8;

/// The same bytes with the checksum that fits them.
pub(crate) fn with_fitting_checksum(mut bytes: Vec<u8>) -> Vec<u8> {
    let body = bytes.len() - SUM_BYTES;
    let sum = xxh64(&bytes[..body], 0);
    bytes[body..].copy_from_slice(&sum.to_le_bytes());
    bytes
}

/// A section of a bundle by its place.
pub(crate) struct SectionEntry {
    /// Its name.
    pub(crate) name: String,
    /// Where its entry stands in the bundle.
    pub(crate) entry_at: usize,
    /// Where its bytes begin.
    pub(crate) start: usize,
    /// How many they are.
    pub(crate) len_bytes: usize,
}

/// The section table, read independently of the reader under test.
pub(crate) fn sections(bytes: &[u8]) -> Vec<SectionEntry> {
    let number = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
    let count = number(COUNT_AT);
    let mut start = TABLE_AT + count * ENTRY_BYTES;
    let entries = (0..count).map(|entry| {
        let entry_at = TABLE_AT + entry * ENTRY_BYTES;
        let name = String::from_utf8(bytes[entry_at..entry_at + 16].to_vec()).unwrap();
        let len_bytes = number(entry_at + 16);
        start += len_bytes;
        SectionEntry { name: name.trim_end_matches('\0').to_owned(), entry_at, start: start - len_bytes, len_bytes }
    });
    entries.collect()
}

/// The bundle with one more section, in front of all others.
pub(crate) fn with_section(bytes: &[u8], name: &str, width_bytes: u8, content: &[u8]) -> Vec<u8> {
    let count = sections(bytes).len();
    let body_at = TABLE_AT + count * ENTRY_BYTES;
    let mut entry = name.as_bytes().to_vec();
    entry.resize(16, 0);
    entry.extend((content.len() as u32).to_le_bytes());
    entry.extend([width_bytes, 0, 0, 0]);
    reframed([&bytes[..TABLE_AT], &entry, &bytes[TABLE_AT..body_at], content, &bytes[body_at..]].concat(), count + 1)
}

/// The bundle without one of its sections.
pub(crate) fn without_section(bytes: &[u8], name: &str) -> Vec<u8> {
    let sections = sections(bytes);
    let gone = sections.iter().find(|section| section.name == name).unwrap();
    let rest = [
        &bytes[..gone.entry_at],
        &bytes[gone.entry_at + ENTRY_BYTES..gone.start],
        &bytes[gone.start + gone.len_bytes..],
    ];
    reframed(rest.concat(), sections.len() - 1)
}

fn reframed(mut bytes: Vec<u8>, count: usize) -> Vec<u8> {
    let len_bytes = bytes.len() as u64;
    bytes[COUNT_AT..COUNT_AT + 4].copy_from_slice(&(count as u32).to_le_bytes());
    bytes[LEN_AT..LEN_AT + 8].copy_from_slice(&len_bytes.to_le_bytes());
    with_fitting_checksum(bytes)
}
