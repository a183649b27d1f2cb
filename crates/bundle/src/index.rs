//! The search index as the writer takes it and as the reader gives it back: bytes and where their parts begin. What
//! they mean is the search crate's business; the crate docs describe it.

use story::EventIx;

use crate::bundle::Bundle;
use crate::column::Column;
use crate::row::Row;
use crate::rows::AccountRow;
use crate::section::Section;

/// A search index on its way into a bundle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    /// The terms, sorted, in blocks.
    pub terms: Vec<u8>,
    /// For each block, where it begins in `terms`.
    pub blocks: Vec<u32>,
    /// The posting lists, in the order of the terms.
    pub lists: Vec<u8>,
    /// For each block, where the lists of its first term begin in `lists`.
    pub starts: Vec<u32>,
}

/// A search index, read in place.
#[derive(Clone, Copy)]
pub struct IndexColumns<'a> {
    /// The terms, sorted, in blocks.
    pub terms: &'a [u8],
    /// The posting lists, in the order of the terms.
    pub lists: &'a [u8],
    blocks: Column<'a>,
    starts: Column<'a>,
}

impl IndexColumns<'_> {
    /// How many blocks the terms are in.
    #[must_use]
    pub fn block_count(&self) -> usize {
        self.blocks.len()
    }

    /// Where a block begins in the terms, and the lists of its first term in the lists; 0 where there is none.
    #[must_use]
    pub fn block(&self, at: usize) -> (usize, usize) {
        (self.blocks.get(at) as usize, self.starts.get(at) as usize)
    }
}

impl Bundle {
    /// How many accounts all events have together.
    #[must_use]
    pub fn account_count(&self) -> usize {
        self.column(Section::AccountSource).len()
    }

    /// An account by its position among those of all events.
    #[must_use]
    pub fn account(&self, at: usize) -> AccountRow<'_> {
        AccountRow(Row::new(self, at))
    }

    /// Where the accounts of an event end among those of all events.
    #[must_use]
    pub fn accounts_end(&self, event: EventIx) -> usize {
        self.column(Section::EventAccountsEnds).get(event.at()) as usize
    }

    /// The search index; `None` for a bundle without one.
    #[must_use]
    pub fn index(&self) -> Option<IndexColumns<'_>> {
        let index = IndexColumns {
            terms: self.column(Section::TermBytes).bytes,
            lists: self.column(Section::TermLists).bytes,
            blocks: self.column(Section::TermBlocks),
            starts: self.column(Section::TermStarts),
        };
        (index.block_count() > 0).then_some(index)
    }
}
