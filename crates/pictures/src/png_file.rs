//! PNG files, chunk by chunk (<https://www.w3.org/TR/png-3/>).

use image::metadata::Orientation;

use crate::Kind;
use crate::bytes::{be_u32, slice};
use crate::fault::Fault;
use crate::still::{Cleaned, check_size, orientation};

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1A\n";

/// The chunks that pixels, their colours and their motion need.
const KEPT: [&[u8]; 13] = [
    b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"acTL", b"fcTL", b"fdAT", b"iCCP", b"sRGB", b"gAMA", b"cHRM", b"cICP",
];

/// Goes through a file and keeps what its pixels need.
pub(crate) fn clean(bytes: &[u8]) -> Result<Cleaned, Fault> {
    let cut = || Fault::cut("PNG picture");
    let mut out = SIGNATURE.to_vec();
    let (mut size, mut turned, mut moves) = (None, Orientation::NoTransforms, false);
    let mut at = SIGNATURE.len();
    loop {
        let len = usize::try_from(be_u32(bytes, at).ok_or_else(cut)?).map_err(|_| cut())?;
        // Length, name, body, checksum.
        let chunk = len.checked_add(12).and_then(|len| slice(bytes, at, len)).ok_or_else(cut)?;
        let (name, body) = (&chunk[4..8], &chunk[8..8 + len]);
        at += chunk.len();
        match name {
            b"IHDR" => size = be_u32(body, 0).zip(be_u32(body, 4)),
            b"eXIf" => turned = orientation(body),
            b"acTL" => moves |= be_u32(body, 0).is_some_and(|frames| frames > 1),
            _ => {}
        }
        if KEPT.contains(&name) {
            out.extend(chunk);
        }
        if name == b"IEND" {
            break;
        }
    }
    let (width_px, height_px) = size.ok_or_else(|| Fault::damaged("PNG picture", "it does not say its size"))?;
    check_size(width_px, height_px)?;
    Ok(Cleaned { kind: Kind::Png, bytes: out, width_px, height_px, orientation: turned, profile: None, moves })
}
