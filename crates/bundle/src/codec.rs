//! The one codec for integers: little-endian, 1, 2, 4 or 8 bytes wide; or, where they are many and mostly small, as
//! varints: 7 bits a byte, the lowest first, the highest bit of a byte set where another follows (LEB128).

/// The widths a column may have, in bytes.
pub(crate) const WIDTHS_BYTES: [usize; 4] = [1, 2, 4, 8];

/// The unsigned integer that fills `bytes`; 0 where no integer has that width.
pub(crate) fn unsigned_from_bytes(bytes: &[u8]) -> u64 {
    match *bytes {
        [a] => a.into(),
        [a, b] => u16::from_le_bytes([a, b]).into(),
        [a, b, c, d] => u32::from_le_bytes([a, b, c, d]).into(),
        [a, b, c, d, e, f, g, h] => u64::from_le_bytes([a, b, c, d, e, f, g, h]),
        _ => 0,
    }
}

/// The two's complement integer that fills `bytes`; 0 where no integer has that width.
pub(crate) fn signed_from_bytes(bytes: &[u8]) -> i64 {
    sign_extended(unsigned_from_bytes(bytes), bytes.len())
}

/// Appends the low `width_bytes` bytes of `value`.
pub(crate) fn push(out: &mut Vec<u8>, value: u64, width_bytes: usize) {
    out.extend_from_slice(value.to_le_bytes().get(..width_bytes).unwrap_or_default());
}

/// The least width that holds every one of `values`, in bytes.
pub(crate) fn unsigned_width_bytes(values: &[u32]) -> usize {
    let greatest = u64::from(values.iter().copied().max().unwrap_or(0));
    WIDTHS_BYTES.into_iter().find(|width| greatest.leading_zeros() as usize >= 64 - 8 * width).unwrap_or(8)
}

/// The least width that holds every one of `values` in two's complement, in bytes.
pub(crate) fn signed_width_bytes(values: &[i64]) -> usize {
    let fits = |width: &usize| values.iter().all(|&value| sign_extended(value as u64, *width) == value);
    WIDTHS_BYTES.into_iter().find(fits).unwrap_or(8)
}

/// Appends a varint.
pub fn push_varint(out: &mut Vec<u8>, value: u32) {
    let mut rest = value;
    while rest >= 0x80 {
        out.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    out.push(rest as u8);
}

/// The varints of some bytes, in order. It ends where the bytes do; what does not fit 32 bits loses its highest.
#[derive(Clone, Copy, Debug)]
pub struct Varints<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Varints<'a> {
    /// The varints from the beginning of some bytes.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// How many bytes have been read.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// The next bytes as they are; fewer where the bytes end.
    #[inline]
    pub fn bytes(&mut self, len_bytes: usize) -> &'a [u8] {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let taken = rest.get(..len_bytes).unwrap_or(rest);
        self.at += taken.len();
        taken
    }
}

impl Iterator for Varints<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        let first = *self.bytes.get(self.at)?;
        self.at += 1;
        let (mut value, mut shift, mut more) = (u32::from(first & 0x7F), 7_u32, first >= 0x80);
        while more {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            value |= u32::from(byte & 0x7F).checked_shl(shift).unwrap_or(0);
            shift = shift.saturating_add(7);
            more = byte >= 0x80;
        }
        Some(value)
    }
}

fn sign_extended(value: u64, width_bytes: usize) -> i64 {
    let unused_bits = 64_u32.saturating_sub(8 * width_bytes as u32).min(63);
    ((value << unused_bits) as i64) >> unused_bits
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_width_grows_exactly_where_the_value_no_longer_fits() {
        for (value, width) in [(0, 1), (255, 1), (256, 2), (65_535, 2), (65_536, 4), (u32::MAX, 4)] {
            assert_eq!(unsigned_width_bytes(&[0, value]), width, "{value}");
        }
        let signed = [(127, 1), (128, 2), (-128, 1), (-129, 2), (1 << 31, 8), (-(1 << 31), 4), (i64::MIN, 8)];
        for (value, width) in signed {
            assert_eq!(signed_width_bytes(&[value]), width, "{value}");
        }
    }

    #[test]
    fn bytes_of_no_integer_width_are_zero() {
        for len in [0, 3, 5, 6, 7, 9, 100] {
            assert_eq!(unsigned_from_bytes(&vec![255; len]), 0);
            assert_eq!(signed_from_bytes(&vec![255; len]), 0);
        }
    }

    proptest! {
        #[test]
        fn varints_survive_the_round_trip_and_any_bytes_end(values: Vec<u32>, bytes: Vec<u8>) {
            let mut out = Vec::new();
            values.iter().for_each(|value| push_varint(&mut out, *value));
            prop_assert_eq!(Varints::new(&out).collect::<Vec<_>>(), values);
            prop_assert!(Varints::new(&bytes).count() <= bytes.len());
        }

        #[test]
        fn an_integer_survives_the_round_trip(value: i64, shift in 0..64_u32) {
            let value = value >> shift;
            let mut signed = Vec::new();
            push(&mut signed, value as u64, signed_width_bytes(&[value]));
            prop_assert_eq!(signed_from_bytes(&signed), value);
            let small = value as u32;
            let mut unsigned = Vec::new();
            push(&mut unsigned, small.into(), unsigned_width_bytes(&[small]));
            prop_assert_eq!(unsigned_from_bytes(&unsigned), u64::from(small));
        }
    }
}
