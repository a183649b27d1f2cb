//! The one codec for integers: little-endian, 1, 2, 4 or 8 bytes wide.

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
