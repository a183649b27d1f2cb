//! One section as a column of integers, read in place.

use crate::codec::{signed_from_bytes, unsigned_from_bytes};

/// A column of integers of one width. One that the bundle leaves out is all zeros, and so is whatever lies
/// beyond the end of any other.
#[derive(Clone, Copy)]
pub(crate) struct Column<'a> {
    /// The elements, end to end.
    pub(crate) bytes: &'a [u8],
    /// Bytes of one element; 0 for a column that is left out.
    pub(crate) width_bytes: usize,
}

impl<'a> Column<'a> {
    /// How many elements it has.
    pub(crate) fn len(self) -> usize {
        self.bytes.len().checked_div(self.width_bytes).unwrap_or(0)
    }

    /// The element at a position; 0 where there is none, or where it is too big to be a position itself.
    pub(crate) fn get(self, at: usize) -> u32 {
        // Ranks and statuses are read by the million.
        if self.width_bytes == 1 {
            return self.bytes.get(at).copied().map_or(0, u32::from);
        }
        u32::try_from(self.element(at).map_or(0, unsigned_from_bytes)).unwrap_or(0)
    }

    /// The element at a position, in two's complement; 0 where there is none.
    pub(crate) fn get_signed(self, at: usize) -> i64 {
        self.element(at).map_or(0, signed_from_bytes)
    }

    /// Every element in turn.
    pub(crate) fn iter(self) -> impl ExactSizeIterator<Item = u32> + DoubleEndedIterator + Clone + use<'a> {
        // A column that is left out has no bytes and no width.
        let elements = self.bytes.chunks_exact(self.width_bytes.max(1));
        elements.map(|element| u32::try_from(unsigned_from_bytes(element)).unwrap_or(0))
    }

    /// Every element, decoded in one loop; zeros up to `len` where it ends before.
    pub(crate) fn to_numbers(self, len: usize) -> Vec<u32> {
        let mut numbers = vec![0; len];
        if self.width_bytes == 1 {
            numbers.iter_mut().zip(self.bytes).for_each(|(number, byte)| *number = u32::from(*byte));
        } else {
            numbers.iter_mut().zip(self.iter()).for_each(|(number, element)| *number = element);
        }
        numbers
    }

    fn element(self, at: usize) -> Option<&'a [u8]> {
        let start = at.checked_mul(self.width_bytes)?;
        self.bytes.get(start..)?.get(..self.width_bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_zero_beyond_its_end() {
        let column = Column { bytes: &[1, 2, 3, 4], width_bytes: 2 };
        assert_eq!(column.iter().collect::<Vec<_>>(), [0x0201, 0x0403]);
        assert_eq!(column.to_numbers(3), [0x0201, 0x0403, 0]);
        assert_eq!(Column { bytes: &[1, 2, 3, 4], width_bytes: 1 }.to_numbers(2), [1, 2]);
        assert_eq!(Column { bytes: &[1, 2, 3, 4], width_bytes: 4 }.to_numbers(1), [0x0403_0201]);
        for at in [2, 3, usize::MAX / 2, usize::MAX] {
            assert_eq!((column.get(at), column.get_signed(at)), (0, 0));
        }
    }

    #[test]
    fn a_column_that_is_left_out_is_empty_and_zero() {
        let column = Column { bytes: &[], width_bytes: 0 };
        assert_eq!((column.len(), column.get(0), column.get(7)), (0, 0, 0));
    }

    #[test]
    fn an_element_too_big_to_be_a_position_is_zero() {
        let column = Column { bytes: &[0, 0, 0, 0, 1, 0, 0, 0], width_bytes: 8 };
        assert_eq!(column.get(0), 0);
        assert_eq!(column.get_signed(0), 1 << 32);
    }
}
