//! Posting lists: in which rows a term stands. The docs of the bundle crate draw them.

use bundle::{Varints, push_varint};

use crate::bits::Bits;

/// Adds the rows of a list to a set of so many rows.
pub(crate) fn add_list(list: &[u8], rows: &mut Bits) {
    if list.len() == rows.len().div_ceil(8) {
        rows.add_bits(list);
        return;
    }
    let mut next = 0_usize;
    for passed in Varints::new(list) {
        next = next.saturating_add(passed as usize);
        rows.add(next);
        next = next.saturating_add(1);
    }
}

/// Appends the list of some rows, ascending and each once, out of so many.
pub(crate) fn push_list(out: &mut Vec<u8>, rows: &[u32], row_count: usize) {
    let start = out.len();
    let mut next = 0;
    for row in rows {
        push_varint(out, row - next);
        next = row + 1;
    }
    let bits_bytes = row_count.div_ceil(8);
    if out.len() - start >= bits_bytes {
        out.truncate(start);
        out.resize(start + bits_bytes, 0);
        for row in rows {
            out[start + *row as usize / 8] |= 1 << (row % 8);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_list_survives_its_bytes(row_count in 1..3_000_usize, every in 1..200_usize, seed: u64) {
            let rows: Vec<u32> = (0..row_count as u32)
                .filter(|row| (u64::from(*row) ^ seed).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40 < (1 << 24) / every as u64)
                .collect();
            let mut list = Vec::new();
            push_list(&mut list, &rows, row_count);
            prop_assert!(list.len() <= row_count.div_ceil(8));
            let mut bits = Bits::none(row_count);
            add_list(&list, &mut bits);
            prop_assert_eq!(bits.iter().map(|row| row as u32).collect::<Vec<_>>(), rows);
        }

        #[test]
        fn no_bytes_lead_beyond_the_rows(list: Vec<u8>, row_count in 0..100_usize) {
            let mut bits = Bits::none(row_count);
            add_list(&list, &mut bits);
            prop_assert!(bits.iter().all(|row| row < row_count));
        }
    }
}
