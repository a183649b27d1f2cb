//! Columns on their way into a bundle, and the frame around them.

use super::strings::saturated;
use crate::codec::{push, signed_width_bytes, unsigned_width_bytes};
use crate::frame::{CHECKSUM_BYTES, ENTRY_BYTES, FORMAT, HEADER_BYTES, MAGIC, checksum};
use crate::index::Index;
use crate::section::{NAME_BYTES, Section};

/// The columns so far, each already as narrow as its values allow.
#[derive(Default)]
pub(super) struct Columns {
    by_section: Vec<Option<Encoded>>,
}

struct Encoded {
    bytes: Vec<u8>,
    width_bytes: usize,
}

impl Columns {
    /// A column whose elements are looked up by row. It is left out where all of them are 0, for 0 is what a reader
    /// finds in a column that is not there.
    pub(super) fn put_looked_up(&mut self, section: Section, values: &[u32]) {
        if values.iter().any(|&value| value != 0) {
            self.put_counted(section, values);
        }
    }

    /// A column whose length says how many rows its table has.
    pub(super) fn put_counted(&mut self, section: Section, values: &[u32]) {
        let width_bytes = unsigned_width_bytes(values);
        self.put(section, values.iter().map(|&value| value.into()), width_bytes);
    }

    /// Where each row's list ends, from the lists' lengths.
    pub(super) fn put_ends(&mut self, section: Section, lens: impl IntoIterator<Item = usize>) {
        let ends = lens.into_iter().scan(0, |end: &mut usize, len| {
            *end += len;
            Some(saturated(*end))
        });
        self.put_looked_up(section, &Vec::from_iter(ends));
    }

    /// The same for numbers that may be negative.
    pub(super) fn put_signed(&mut self, section: Section, values: &[i64]) {
        let width_bytes = signed_width_bytes(values);
        self.put(section, values.iter().map(|&value| value as u64), width_bytes);
    }

    /// Bytes as they are.
    pub(super) fn put_bytes(&mut self, section: Section, bytes: Vec<u8>) {
        self.put_encoded(section, Encoded { bytes, width_bytes: 1 });
    }

    /// A search index.
    pub(super) fn put_index(&mut self, index: Index) {
        self.put_bytes(Section::TermBytes, index.terms);
        self.put_counted(Section::TermBlocks, &index.blocks);
        self.put_bytes(Section::TermLists, index.lists);
        self.put_looked_up(Section::TermStarts, &index.starts);
    }

    /// The finished bundle.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let named = || Section::NAMES.iter().zip(&self.by_section).filter_map(|(name, it)| Some((name, it.as_ref()?)));
        let body_bytes: usize = named().map(|(_, encoded)| encoded.bytes.len()).sum();
        let len_bytes = HEADER_BYTES + named().count() * ENTRY_BYTES + body_bytes + CHECKSUM_BYTES;
        let mut out = Vec::with_capacity(len_bytes);
        out.extend_from_slice(&MAGIC);
        push(&mut out, FORMAT.into(), 4);
        push(&mut out, named().count() as u64, 4);
        push(&mut out, len_bytes as u64, 8);
        for (name, encoded) in named() {
            push_entry(&mut out, name, encoded);
        }
        for (_, encoded) in named() {
            out.extend_from_slice(&encoded.bytes);
        }
        let sum = checksum(&out);
        push(&mut out, sum, CHECKSUM_BYTES);
        out
    }

    fn put(&mut self, section: Section, values: impl ExactSizeIterator<Item = u64>, width_bytes: usize) {
        let mut bytes = Vec::with_capacity(values.len() * width_bytes);
        for value in values {
            push(&mut bytes, value, width_bytes);
        }
        self.put_encoded(section, Encoded { bytes, width_bytes });
    }

    fn put_encoded(&mut self, section: Section, encoded: Encoded) {
        if encoded.bytes.is_empty() {
            return;
        }
        self.by_section.resize_with(Section::COUNT, || None);
        if let Some(slot) = self.by_section.get_mut(section as usize) {
            *slot = Some(encoded);
        }
    }
}

fn push_entry(out: &mut Vec<u8>, name: &str, encoded: &Encoded) {
    let name_end = out.len() + NAME_BYTES;
    out.extend_from_slice(name.as_bytes());
    out.resize(name_end, 0);
    push(out, encoded.bytes.len() as u64, 4);
    push(out, encoded.width_bytes as u64, 4);
}
