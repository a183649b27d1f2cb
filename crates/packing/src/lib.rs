//! Bytes as they travel over the network: packed as small as it gets in a second or two, and alike on every machine.
//!
//! It does not know what it packs. It is a crate of its own because it is the one part of the command that would be a
//! matter of minutes if it were not optimised, so that even builds for development optimise it.
//!
//! brotli has the feature `portable-float`, so that all machines pack alike.

use std::io::Write as _;

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

/// From so many bytes on, packing is quick and not thorough: beyond, brotli would take more than some five seconds, and gzip
/// more than one.
const LARGE_FOR_BROTLI: usize = 2 * 1024 * 1024;
const LARGE_FOR_GZIP: usize = 8 * 1024 * 1024;

/// The greatest window that browsers take, as a power of two.
const WINDOW: i32 = 24;
/// How thorough brotli is, from 0 to 11.
const THOROUGH: i32 = 11;
const QUICK: i32 = 6;

/// How much time packing is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// Seconds for a megabyte.
    Thorough,
    /// Little: for bytes that are packed within.
    Quick,
}

/// Bytes by brotli (RFC 7932).
#[must_use]
pub fn by_brotli(bytes: &[u8], effort: Effort) -> Vec<u8> {
    let is_quick = effort == Effort::Quick || bytes.len() > LARGE_FOR_BROTLI;
    let quality = if is_quick { QUICK } else { THOROUGH };
    let params = BrotliEncoderParams { quality, lgwin: WINDOW, size_hint: bytes.len(), ..Default::default() };
    let mut packed = Vec::with_capacity(bytes.len() / 2);
    // Writing to memory does not fail.
    let written = brotli::BrotliCompress(&mut &*bytes, &mut packed, &params);
    debug_assert!(written.is_ok(), "{written:?}");
    packed
}

/// Bytes by gzip (RFC 1952), which says nothing of when and where.
#[must_use]
pub fn by_gzip(bytes: &[u8]) -> Vec<u8> {
    let level = if bytes.len() > LARGE_FOR_GZIP { Compression::fast() } else { Compression::best() };
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 2), level);
    // Writing to memory does not fail.
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    debug_assert!(written.is_ok(), "{written:?}");
    written.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    #[test]
    fn what_is_packed_comes_out_again_and_is_packed_alike_each_time() {
        let check = |bytes: &[u8]| {
            let unzipped = |packed: &[u8]| {
                let mut back = Vec::new();
                flate2::read::GzDecoder::new(packed).read_to_end(&mut back).expect("gzip");
                back
            };
            let unpacked = |packed: &[u8]| {
                let mut back = Vec::new();
                brotli::Decompressor::new(packed, 4096).read_to_end(&mut back).expect("brotli");
                back
            };
            assert_eq!(unzipped(&by_gzip(bytes)), bytes);
            assert_eq!(by_gzip(bytes), by_gzip(bytes));
            for effort in [Effort::Thorough, Effort::Quick] {
                let packed = by_brotli(bytes, effort);
                assert_eq!(unpacked(&packed), bytes);
                assert_eq!(by_brotli(bytes, effort), packed);
            }
        };
        check(b"");
        check(b"on record");
        check(&b"on record ".repeat(10_000));
    }

    #[test]
    fn more_effort_gives_fewer_bytes() {
        let text = include_str!("lib.rs");
        let [thorough, quick] =
            [Effort::Thorough, Effort::Quick].map(|effort| by_brotli(text.as_bytes(), effort).len());
        assert!(thorough < quick && quick < text.len(), "{thorough}, {quick}");
    }
}
