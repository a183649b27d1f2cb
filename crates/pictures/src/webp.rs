//! WebP files, chunk by chunk (RFC 9649).

use image::metadata::Orientation;

use crate::Kind;
use crate::bytes::{le_u16, le_u24, le_u32, slice};
use crate::fault::Fault;
use crate::still::{Cleaned, check_size, needed_profile, orientation};

const KEPT: [&[u8]; 7] = [b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];

/// The bits of `VP8X` that say that there is EXIF or XMP.
const TOLD: u8 = 0b0000_1100;
/// And that it moves.
const MOVES: u8 = 0b0000_0010;

/// Goes through a file and keeps what its pixels need.
pub(crate) fn clean(bytes: &[u8]) -> Result<Cleaned, Fault> {
    let cut = || Fault::cut("WebP picture");
    let len = usize::try_from(le_u32(bytes, 4).ok_or_else(cut)?).map_err(|_| cut())?;
    let end = len.checked_add(8).filter(|&end| end <= bytes.len() && end >= 12).ok_or_else(cut)?;
    let mut out = b"RIFF\0\0\0\0WEBP".to_vec();
    let (mut size, mut turned, mut profile, mut moves) = (None, Orientation::NoTransforms, None, false);
    let mut at = 12;
    while at + 8 <= end {
        let (name, len) = (slice(bytes, at, 4).ok_or_else(cut)?, le_u32(bytes, at + 4).ok_or_else(cut)?);
        let len = usize::try_from(len).map_err(|_| cut())?;
        let body = slice(&bytes[..end], at + 8, len).ok_or_else(cut)?;
        let start = out.len();
        if KEPT.contains(&name) {
            out.extend(slice(bytes, at, 8).ok_or_else(cut)?);
            out.extend(body);
            out.extend((len % 2 == 1).then_some(0));
        }
        match name {
            b"VP8X" => {
                moves = body.first().is_some_and(|bits| bits & MOVES != 0);
                if let Some(bits) = out.get_mut(start + 8).filter(|_| !body.is_empty()) {
                    *bits &= !TOLD;
                }
                size = le_u24(body, 4).zip(le_u24(body, 7)).map(|(width, height)| (width + 1, height + 1));
            }
            b"VP8 " | b"VP8L" => size = size.or_else(|| coded_size(name, body)),
            b"EXIF" => turned = orientation(body),
            b"ICCP" => profile = needed_profile(body.to_vec()),
            _ => {}
        }
        // Chunks begin at even places.
        at = at.saturating_add(8).saturating_add(len).saturating_add(len % 2);
    }
    let whole = u32::try_from(out.len() - 8).map_err(|_| cut())?;
    out[4..8].copy_from_slice(&whole.to_le_bytes());
    let (width_px, height_px) = size.ok_or_else(|| Fault::damaged("WebP picture", "it does not say its size"))?;
    check_size(width_px, height_px)?;
    Ok(Cleaned { kind: Kind::WebP, bytes: out, width_px, height_px, orientation: turned, profile, moves })
}

/// The size in the coded picture itself: VP8 (RFC 6386, 9.1) or VP8L (RFC 9649, 3.4).
fn coded_size(name: &[u8], body: &[u8]) -> Option<(u32, u32)> {
    if name == b"VP8 " {
        return le_u16(body, 6).zip(le_u16(body, 8)).map(|(w, h)| (u32::from(w & 0x3FFF), u32::from(h & 0x3FFF)));
    }
    let bits = le_u32(body, 1)?;
    Some(((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1))
}
