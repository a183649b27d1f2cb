//! A picture's file, cleaned, and what its headers say.

use image::metadata::Orientation;

use crate::fault::{Fault, Sort};
use crate::{Kind, MAX_PIXELS, MAX_SIDE_PX};

/// A picture's file without what tells of its maker, its pixels as they were.
pub(crate) struct Cleaned {
    pub(crate) kind: Kind,
    pub(crate) bytes: Vec<u8>,
    /// As stored, before the orientation is applied.
    pub(crate) width_px: u32,
    pub(crate) height_px: u32,
    pub(crate) orientation: Orientation,
    /// The profile of its colours, where it has one and browsers need it.
    pub(crate) profile: Option<Vec<u8>>,
    /// Whether it has more than one frame.
    pub(crate) moves: bool,
}

/// Refuses a size that costs too much, before anything is decoded.
pub(crate) fn check_size(width_px: u32, height_px: u32) -> Result<(), Fault> {
    if width_px == 0 || height_px == 0 {
        return Err(Fault::damaged("picture", "it has no width or no height"));
    }
    let pixels = u64::from(width_px) * u64::from(height_px);
    if width_px > MAX_SIDE_PX || height_px > MAX_SIDE_PX || pixels > MAX_PIXELS {
        let message = format!(
            "is a picture of {width_px} × {height_px} px; at most {} million px, and {MAX_SIDE_PX} on a side, are taken",
            MAX_PIXELS / 1_000_000
        );
        return Err(Fault::new(Sort::TooLarge, message, "save it smaller: readers see at most 2048 px of its width"));
    }
    Ok(())
}

/// The orientation that a block of EXIF tells; upright where it tells none.
pub(crate) fn orientation(exif: &[u8]) -> Orientation {
    let exif = exif.strip_prefix(b"Exif\0\0").unwrap_or(exif);
    Orientation::from_exif_chunk(exif).unwrap_or(Orientation::NoTransforms)
}

/// A profile of colours, unless it says what browsers take for granted: sRGB.
pub(crate) fn needed_profile(profile: Vec<u8>) -> Option<Vec<u8>> {
    let is_srgb = |wide: &[u8]| {
        wide.windows(4).any(|word| word == b"sRGB") || wide.windows(8).any(|word| word == b"s\0R\0G\0B\0")
    };
    // Small ones alone are looked at: what is large has tables, and is not sRGB as everybody means it.
    let is_plain = profile.len() <= 4096 && is_srgb(&profile);
    (!is_plain && profile.len() >= 128).then_some(profile)
}
