//! Pictures, films, sound and captions: what a file is, cleaned of what it tells of who made it and where, and a picture
//! in the sizes of screens.
//!
//! Bytes go in and bytes come out, the same on every machine: nothing here knows files, a clock or the network, and
//! nothing draws. No bytes make it panic or take gigabytes; what is refused says why, and how to mend it.
//!
//! What a file is, its contents tell, never its name. What is removed: EXIF, XMP, IPTC, comments, thumbnails, and whatever
//! else a picture is shown without. What stays: the pixels, the profile of their colours, and that a picture moves.

mod bytes;
mod captions;
mod cleaned;
mod decode;
mod encode;
mod fault;
mod film;
mod gif;
mod jpeg;
mod kind;
mod picture;
mod png_file;
mod resize;
mod still;
mod svg;
mod webp;

pub use captions::check_captions;
pub use fault::{Fault, LineColumn, Sort};
pub use film::{Film, Patch, Source, film};
pub use kind::{Group, Kind};
pub use picture::{Looked, Picture, Version, look, portrait, prepare};

/// A picture has at most so many pixels.
pub const MAX_PIXELS: u64 = 40_000_000;
/// Neither its width nor its height is more, px.
pub const MAX_SIDE_PX: u32 = 20_000;
/// A picture is published at most so wide, px.
pub const MAX_WIDTH_PX: u32 = 2_048;
/// The widths of its smaller versions, px, as far as they are smaller than it.
pub const WIDTHS_PX: [u32; 4] = [320, 640, 1_024, 1_600];
/// A portrait is so wide and so high, px: three times what it takes up on a page.
pub const PORTRAIT_PX: u32 = 132;
/// The file of a picture is at most so large, bytes.
pub const MAX_PICTURE_BYTES: u64 = 50_000_000;
/// The file of a film or sound is at most so large, bytes.
pub const MAX_FILM_BYTES: u64 = 200_000_000;
/// The file of captions is at most so large, bytes.
pub const MAX_CAPTIONS_BYTES: u64 = 5_000_000;
