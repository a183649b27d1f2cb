//! The terms of an index: sorted, in blocks, each told by how it differs from the one before it.

use std::ops::Range;

use bundle::{IndexColumns, Varints, push_varint};

/// How many terms a block has.
pub(crate) const BLOCK: usize = 32;

/// Bits of an entry's head: which lists it has, and whether a family. The length of its first list is above them.
const QUOTES: u32 = 1;
const EVENTS: u32 = 2;
const NAMES: u32 = 4;
const FAMILY: u32 = 8;
const FLAGS: u32 = 4;

/// No word has more forms than these; a forged ring ends here.
const MAX_FAMILY: usize = 64;

/// The terms of an index, read in place.
#[derive(Clone, Copy)]
pub(crate) struct Dictionary<'a> {
    columns: IndexColumns<'a>,
}

/// What an entry says beside its term.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Where its lists lie: of quotes, of events and accounts, of names. Empty for one it does not have.
    pub(crate) lists: [Range<usize>; 3],
    /// How many terms further on the next form of the same word stands; 0 where there is none.
    pub(crate) family: isize,
    /// How many bytes the term has in common with the one before it.
    pub(crate) shared: usize,
}

/// A walk through the terms.
#[derive(Clone)]
pub(crate) struct Cursor<'a> {
    varints: Varints<'a>,
    /// Where the lists of the next entry begin.
    list: usize,
    /// The number of the next entry.
    next: usize,
    /// The term of the entry just read.
    term: Vec<u8>,
}

impl<'a> Dictionary<'a> {
    /// The dictionary of an index.
    pub(crate) fn new(columns: IndexColumns<'a>) -> Self {
        Self { columns }
    }

    /// The bytes of a list.
    pub(crate) fn list(self, range: &Range<usize>) -> &'a [u8] {
        self.columns.lists.get(range.clone()).unwrap_or_default()
    }

    /// A walk from the first term on.
    pub(crate) fn first(self) -> Cursor<'a> {
        self.at_block(0)
    }

    fn at_block(self, block: usize) -> Cursor<'a> {
        let (at, list) = self.columns.block(block);
        let terms = self.columns.terms.get(at..).unwrap_or_default();
        Cursor { varints: Varints::new(terms), list, next: block.saturating_mul(BLOCK), term: Vec::new() }
    }

    /// The first term of a block, which is told whole.
    fn first_of_block(self, block: usize) -> &'a [u8] {
        let mut varints = self.at_block(block).varints;
        varints.next();
        let len = varints.next().unwrap_or(0);
        varints.bytes(len as usize)
    }

    /// A walk whose next entry is the first term that is not below `key`, with that entry; `None` beyond the last.
    pub(crate) fn seek(self, key: &[u8]) -> Option<(Cursor<'a>, Entry)> {
        let (mut low, mut high) = (0, self.columns.block_count());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.first_of_block(middle) <= key { low = middle + 1 } else { high = middle }
        }
        let mut cursor = self.at_block(low.saturating_sub(1));
        loop {
            let entry = cursor.step()?;
            if cursor.term.as_slice() >= key {
                return Some((cursor, entry));
            }
        }
    }

    /// The entry of a term, and its number.
    pub(crate) fn exact(self, term: &str) -> Option<(Entry, usize)> {
        let (cursor, entry) = self.seek(term.as_bytes())?;
        (cursor.term == term.as_bytes()).then_some((entry, cursor.next.saturating_sub(1)))
    }

    /// The other forms of the word that an entry is a form of, with their terms.
    pub(crate) fn family(self, entry: &Entry, number: usize, visit: &mut dyn FnMut(&Entry, &[u8])) {
        let (mut next, mut at) = (entry.family, number);
        for _ in 0..MAX_FAMILY {
            let Some(other) = at.checked_add_signed(next).filter(|other| *other != number) else { return };
            let mut cursor = self.at_block(other / BLOCK);
            let Some(form) = (0..=other % BLOCK).map_while(|_| cursor.step()).last() else { return };
            visit(&form, &cursor.term);
            (next, at) = (form.family, other);
            if next == 0 {
                return;
            }
        }
    }

    /// Every term that begins with a prefix.
    pub(crate) fn prefixed(self, prefix: &str, visit: &mut dyn FnMut(&Entry, &[u8])) {
        let Some((mut cursor, mut entry)) = self.seek(prefix.as_bytes()) else { return };
        while cursor.term.starts_with(prefix.as_bytes()) {
            visit(&entry, &cursor.term);
            let Some(next) = cursor.step() else { return };
            entry = next;
        }
    }
}

impl Cursor<'_> {
    /// The term of the entry just read.
    pub(crate) fn term(&self) -> &[u8] {
        &self.term
    }

    /// Reads the next entry.
    pub(crate) fn step(&mut self) -> Option<Entry> {
        let shared = (self.varints.next()? as usize).min(self.term.len());
        let len = self.varints.next()? as usize;
        self.term.truncate(shared);
        self.term.extend_from_slice(self.varints.bytes(len));
        let head = self.varints.next()?;
        let mut entry = Entry { shared, ..Entry::default() };
        let mut own_len = Some(head >> FLAGS);
        for (list, flag) in entry.lists.iter_mut().zip([QUOTES, EVENTS, NAMES]) {
            if head & flag != 0 {
                let len = own_len.take().or_else(|| self.varints.next())? as usize;
                let end = self.list.saturating_add(len);
                *list = self.list..end;
                self.list = end;
            }
        }
        if head & FAMILY != 0 {
            let delta = self.varints.next()?;
            let steps = delta.div_ceil(2) as isize;
            entry.family = if delta % 2 == 0 { steps } else { -steps };
        }
        self.next += 1;
        Some(entry)
    }
}

/// A term on its way into a dictionary: the lengths of its lists, and its family.
pub(crate) struct NewEntry<'a> {
    /// The term.
    pub(crate) term: &'a str,
    /// The length of each list in bytes; 0 for one it does not have.
    pub(crate) list_bytes: [usize; 3],
    /// How many terms further on the next form stands; 0 for none.
    pub(crate) family: isize,
}

/// Appends an entry; `before` is the term before it, empty for the first of a block.
pub(crate) fn push_entry(out: &mut Vec<u8>, entry: &NewEntry<'_>, before: &str) {
    let shared = entry.term.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count();
    push_varint(out, shared as u32);
    push_varint(out, (entry.term.len() - shared) as u32);
    out.extend_from_slice(&entry.term.as_bytes()[shared..]);
    let flags = [QUOTES, EVENTS, NAMES].into_iter().zip(entry.list_bytes);
    let flags = flags.filter(|(_, len)| *len > 0).fold(0, |all, (flag, _)| all | flag);
    let family = if entry.family == 0 { 0 } else { FAMILY };
    let mut lens = entry.list_bytes.iter().filter(|len| **len > 0);
    let first = lens.next().copied().unwrap_or(0) as u32;
    push_varint(out, first << FLAGS | flags | family);
    lens.for_each(|len| push_varint(out, *len as u32));
    if entry.family != 0 {
        let steps = entry.family.unsigned_abs() as u32 * 2;
        push_varint(out, if entry.family > 0 { steps } else { steps - 1 });
    }
}
