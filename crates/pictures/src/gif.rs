//! GIF files, block by block (<https://www.w3.org/Graphics/GIF/spec-gif89a.txt>).

use image::metadata::Orientation;

use crate::Kind;
use crate::bytes::{le_u16, slice};
use crate::fault::Fault;
use crate::still::{Cleaned, check_size};

/// The applications whose blocks say how often it is repeated.
const LOOPS: [&[u8]; 2] = [b"NETSCAPE2.0", b"ANIMEXTS1.0"];

/// Goes through a file and keeps what its pixels and their motion need.
pub(crate) fn clean(bytes: &[u8]) -> Result<Cleaned, Fault> {
    let cut = || Fault::cut("GIF picture");
    let (width, height) = le_u16(bytes, 6).zip(le_u16(bytes, 8)).ok_or_else(cut)?;
    check_size(width.into(), height.into())?;
    let mut at = 13 + table_bytes(*bytes.get(10).ok_or_else(cut)?);
    let mut out = bytes.get(..at).ok_or_else(cut)?.to_vec();
    let mut frames = 0_usize;
    loop {
        let start = at;
        let keeps = match *bytes.get(at).ok_or_else(cut)? {
            0x3B => break,
            0x21 => {
                let label = *bytes.get(at + 1).ok_or_else(cut)?;
                let first = slice(bytes, at + 3, 11);
                at = after_blocks(bytes, at + 2).ok_or_else(cut)?;
                label == 0xF9 || (label == 0xFF && first.is_some_and(|name| LOOPS.contains(&name)))
            }
            0x2C => {
                frames += 1;
                let bits = *bytes.get(at + 9).ok_or_else(cut)?;
                // The descriptor, its colours, and the size of the codes.
                at = after_blocks(bytes, at + 10 + table_bytes(bits) + 1).ok_or_else(cut)?;
                true
            }
            _ => return Err(Fault::damaged("GIF picture", "between its parts stands what belongs to none")),
        };
        if keeps {
            out.extend(&bytes[start..at]);
        }
    }
    out.push(0x3B);
    if frames == 0 {
        return Err(Fault::damaged("GIF picture", "it has no picture in it"));
    }
    Ok(Cleaned {
        kind: Kind::Gif,
        bytes: out,
        width_px: width.into(),
        height_px: height.into(),
        orientation: Orientation::NoTransforms,
        profile: None,
        moves: frames > 1,
    })
}

/// How many bytes a table of colours takes up.
fn table_bytes(bits: u8) -> usize {
    if bits & 0x80 == 0 { 0 } else { 3 << ((bits & 7) + 1) }
}

/// The place behind a row of blocks, each with its length before it, the last of which is empty.
fn after_blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let len = usize::from(*bytes.get(at)?);
        at += 1 + len;
        if len == 0 {
            return Some(at);
        }
    }
}
