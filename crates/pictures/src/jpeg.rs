//! JPEG files, segment by segment (ITU-T T.81, annex B).

use image::metadata::Orientation;

use crate::Kind;
use crate::bytes::{be_u16, slice};
use crate::fault::{Fault, Sort};
use crate::still::{Cleaned, check_size, needed_profile, orientation};

/// What a minimal header of JFIF holds: version 1.1, square pixels, no thumbnail.
const JFIF: [u8; 18] = [0xFF, 0xE0, 0, 16, b'J', b'F', b'I', b'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
const ICC: &[u8] = b"ICC_PROFILE\0";

/// What is found on the way through a file.
#[derive(Default)]
struct Found {
    out: Vec<u8>,
    size: Option<(u32, u32)>,
    orientation: Option<Orientation>,
    /// The parts of the profile, by their numbers.
    profile: Vec<(u8, Vec<u8>)>,
}

/// Goes through a file and keeps what its pixels need.
pub(crate) fn clean(bytes: &[u8]) -> Result<Cleaned, Fault> {
    let mut found = Found { out: vec![0xFF, 0xD8], ..Found::default() };
    found.out.extend(JFIF);
    let mut at = 2;
    loop {
        let marker = next_marker(bytes, &mut at)?;
        match marker {
            0xD9 => break,
            // Stand-alone markers mean nothing here.
            0x01 | 0xD0..=0xD8 => {}
            _ => {
                let len = usize::from(be_u16(bytes, at).ok_or_else(cut)?);
                let body = len.checked_sub(2).and_then(|len| slice(bytes, at + 2, len)).ok_or_else(cut)?;
                at += len;
                segment(marker, body, &mut found)?;
                if marker == 0xDA {
                    at = scan(bytes, at, &mut found.out)?;
                }
            }
        }
    }
    found.out.extend([0xFF, 0xD9]);
    let (width_px, height_px) = found.size.ok_or_else(|| Fault::damaged("JPEG picture", "it has no picture in it"))?;
    Ok(Cleaned {
        kind: Kind::Jpeg,
        profile: profile(found.profile),
        bytes: found.out,
        width_px,
        height_px,
        orientation: found.orientation.unwrap_or(Orientation::NoTransforms),
        moves: false,
    })
}

fn cut() -> Fault {
    Fault::cut("JPEG picture")
}

/// The next marker; any number of fill bytes may stand before it.
fn next_marker(bytes: &[u8], at: &mut usize) -> Result<u8, Fault> {
    if *bytes.get(*at).ok_or_else(cut)? != 0xFF {
        return Err(Fault::damaged("JPEG picture", "between its parts stands what belongs to none"));
    }
    while *bytes.get(*at).ok_or_else(cut)? == 0xFF {
        *at += 1;
    }
    *at += 1;
    Ok(bytes[*at - 1])
}

/// Keeps a segment, or takes from it what it says.
fn segment(marker: u8, body: &[u8], found: &mut Found) -> Result<(), Fault> {
    match marker {
        0xC0..=0xC2 => frame(body, found)?,
        0xC3 | 0xC5..=0xC7 | 0xC8..=0xCB | 0xCD..=0xCF => {
            let message = "is a JPEG picture of a form that browsers do not show";
            return Err(Fault::new(Sort::Unknown, message, "save it as a usual JPEG"));
        }
        // Tables, restarts, scans.
        0xC4 | 0xDB | 0xDD | 0xDA => {}
        0xE1 if body.starts_with(b"Exif\0\0") => {
            found.orientation.get_or_insert(orientation(body));
            return Ok(());
        }
        0xE2 if body.starts_with(ICC) => {
            if let [number, _, part @ ..] = &body[ICC.len()..] {
                found.profile.push((*number, part.to_vec()));
            }
        }
        // How the colours are stored.
        0xEE if body.starts_with(b"Adobe") => {}
        _ => return Ok(()),
    }
    found.out.extend([0xFF, marker]);
    // The length was read from two bytes.
    found.out.extend(u16::try_from(body.len() + 2).unwrap_or(u16::MAX).to_be_bytes());
    found.out.extend(body);
    Ok(())
}

fn frame(body: &[u8], found: &mut Found) -> Result<(), Fault> {
    let (height, width, parts) =
        be_u16(body, 1).zip(be_u16(body, 3)).zip(body.get(5)).map(|((h, w), n)| (h, w, *n)).ok_or_else(cut)?;
    if parts == 4 {
        let message = "is a picture for print (CMYK), whose colours no screen shows as they are meant";
        return Err(Fault::new(Sort::Unknown, message, "save it as RGB, best as sRGB"));
    }
    check_size(width.into(), height.into())?;
    if found.size.replace((width.into(), height.into())).is_some() {
        return Err(Fault::damaged("JPEG picture", "it says its size twice"));
    }
    Ok(())
}

/// Copies the coded pixels up to the next marker that is none of their own, and gives its place.
fn scan(bytes: &[u8], from: usize, out: &mut Vec<u8>) -> Result<usize, Fault> {
    let mut at = from;
    loop {
        let rest = bytes.get(at..).ok_or_else(cut)?;
        at += rest.iter().position(|&byte| byte == 0xFF).ok_or_else(cut)?;
        match bytes.get(at + 1).ok_or_else(cut)? {
            0x00 | 0xD0..=0xD7 => at += 2,
            0xFF => at += 1,
            _ => break,
        }
    }
    out.extend(&bytes[from..at]);
    Ok(at)
}

fn profile(mut parts: Vec<(u8, Vec<u8>)>) -> Option<Vec<u8>> {
    parts.sort_by_key(|(number, _)| *number);
    let whole: Vec<u8> = parts.into_iter().flat_map(|(_, part)| part).collect();
    needed_profile(whole)
}
