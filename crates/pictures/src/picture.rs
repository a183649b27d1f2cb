//! A picture as it is published: cleaned, upright, and in the widths of screens.

use image::DynamicImage;
use image::metadata::Orientation;

use crate::cleaned::cleaned;
use crate::decode::decode;
use crate::encode::{Encoded, Form, encoded, form};
use crate::fault::Fault;
use crate::resize::resized;
use crate::still::Cleaned;
use crate::{Group, Kind, MAX_WIDTH_PX, PORTRAIT_PX, WIDTHS_PX, svg};

/// What is known of a picture that was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looked {
    /// What its file is.
    pub kind: Kind,
    /// Its width after orientation, px.
    pub width_px: u32,
    /// Its height after orientation, px.
    pub height_px: u32,
}

/// A picture as it is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What was given.
    pub looked: Looked,
    /// Its versions, by their widths, the least first; the last is the picture itself, at most
    /// [`MAX_WIDTH_PX`] wide. A picture that moves, and one that is drawn by its lines (SVG), has this one alone, as wide
    /// as it is.
    pub versions: Vec<Version>,
}

/// One version of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// What its file is.
    pub kind: Kind,
    /// Its width, px.
    pub width_px: u32,
    /// Its height, px.
    pub height_px: u32,
    /// Its file.
    pub bytes: Vec<u8>,
}

/// Looks whether a file is a whole picture that can be published; all of it is read, nothing is made of it.
///
/// # Errors
///
/// Why it cannot be.
pub fn look(bytes: &[u8]) -> Result<Looked, Fault> {
    let kind = picture_kind(bytes)?;
    if kind == Kind::Svg {
        let (width_px, height_px, _) = svg::clean(bytes)?;
        return Ok(Looked { kind, width_px, height_px });
    }
    let cleaned = cleaned(kind, bytes)?;
    decode(&cleaned)?;
    Ok(looked(&cleaned))
}

/// Makes what is published of a picture.
///
/// # Errors
///
/// Why it cannot be published, as [`look`].
pub fn prepare(bytes: &[u8]) -> Result<Picture, Fault> {
    let kind = picture_kind(bytes)?;
    if kind == Kind::Svg {
        let (width_px, height_px, bytes) = svg::clean(bytes)?;
        let looked = Looked { kind, width_px, height_px };
        return Ok(Picture { looked, versions: vec![Version { kind, width_px, height_px, bytes }] });
    }
    let cleaned = cleaned(kind, bytes)?;
    let (image, profile) = decode(&cleaned)?;
    let looked = looked(&cleaned);
    if cleaned.moves {
        let (width_px, height_px) = (cleaned.width_px, cleaned.height_px);
        return Ok(Picture { looked, versions: vec![Version { kind, width_px, height_px, bytes: cleaned.bytes }] });
    }
    versions(cleaned, image, profile.as_deref()).map(|versions| Picture { looked, versions })
}

/// Makes a portrait: the middle square of a picture, at most [`PORTRAIT_PX`] wide. Of one that moves, its first frame; one
/// that is drawn by its lines (SVG) stays whole.
///
/// # Errors
///
/// Why it cannot be published, as [`look`].
pub fn portrait(bytes: &[u8]) -> Result<Picture, Fault> {
    let kind = picture_kind(bytes)?;
    if kind == Kind::Svg {
        return prepare(bytes);
    }
    let cleaned = cleaned(kind, bytes)?;
    let (mut image, profile) = decode(&cleaned)?;
    let form = form(kind, &image);
    let side = image.width().min(image.height());
    let square = image.crop((image.width() - side) / 2, (image.height() - side) / 2, side, side);
    let side = side.min(PORTRAIT_PX);
    let mut small = resized(&square, side, side);
    small.apply_orientation(cleaned.orientation);
    Ok(Picture { looked: looked(&cleaned), versions: vec![version(&small, form, profile.as_deref())?] })
}

fn picture_kind(bytes: &[u8]) -> Result<Kind, Fault> {
    let kind = Kind::of(bytes)?;
    if kind.group() == Group::Picture {
        return Ok(kind);
    }
    let hint = "give a JPEG, PNG, GIF, WebP or SVG picture";
    Err(Fault::new(crate::Sort::Unknown, format!("is no picture: its contents are those of a {}", kind.name()), hint))
}

fn looked(cleaned: &Cleaned) -> Looked {
    let (width, height) = (cleaned.width_px, cleaned.height_px);
    // One that moves is kept as it is, and shown as it is stored.
    let is_turned = lies(cleaned.orientation) && !cleaned.moves;
    let (width_px, height_px) = if is_turned { (height, width) } else { (width, height) };
    Looked { kind: cleaned.kind, width_px, height_px }
}

/// Whether an orientation makes the width of what is stored the height of what is shown.
fn lies(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    )
}

fn versions(cleaned: Cleaned, image: DynamicImage, profile: Option<&[u8]>) -> Result<Vec<Version>, Fault> {
    let form = form(cleaned.kind, &image);
    let is_as_it_was = cleaned.orientation == Orientation::NoTransforms && image.width() <= MAX_WIDTH_PX;
    let top = upright(image, cleaned.orientation);
    let mut versions = Vec::new();
    for width in WIDTHS_PX.into_iter().filter(|width| *width < top.width()) {
        let small = resized(&top, width, height_at(&top, width));
        versions.push(version(&small, form, profile)?);
    }
    let mut itself = version(&top, form, profile)?;
    if is_as_it_was && keeps_file(cleaned.bytes.len(), itself.bytes.len()) {
        itself = Version { kind: cleaned.kind, bytes: cleaned.bytes, ..itself };
    }
    versions.push(itself);
    Ok(versions)
}

/// Whether the cleaned file is published rather than its pixels encoded anew, which may lose something each time: unless
/// that saves a fifth.
fn keeps_file(file_bytes: usize, encoded_bytes: usize) -> bool {
    file_bytes - file_bytes / 5 <= encoded_bytes
}

fn version(image: &DynamicImage, form: Form, profile: Option<&[u8]>) -> Result<Version, Fault> {
    let Encoded { kind, bytes } = encoded(image, form, profile)?;
    Ok(Version { kind, width_px: image.width(), height_px: image.height(), bytes })
}

/// The picture at most as wide as is published, the right way up.
fn upright(image: DynamicImage, orientation: Orientation) -> DynamicImage {
    let (width, height) = (image.width(), image.height());
    let shown = if lies(orientation) { height } else { width };
    let mut image = image;
    if shown > MAX_WIDTH_PX {
        let of = |side: u32| (u64::from(side) * u64::from(MAX_WIDTH_PX)).div_ceil(u64::from(shown)).max(1);
        let side = |px: u32| if px == shown { MAX_WIDTH_PX } else { u32::try_from(of(px)).unwrap_or(MAX_WIDTH_PX) };
        image = resized(&image, side(width), side(height));
    }
    image.apply_orientation(orientation);
    image
}

/// The height that goes with a width, rounded.
fn height_at(image: &DynamicImage, width: u32) -> u32 {
    let height = u64::from(image.height()) * u64::from(width) + u64::from(image.width()) / 2;
    u32::try_from(height / u64::from(image.width().max(1))).unwrap_or(u32::MAX).max(1)
}
