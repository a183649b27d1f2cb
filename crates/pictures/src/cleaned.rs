//! A picture's file of any kind that has pixels, cleaned.

use crate::fault::Fault;
use crate::still::Cleaned;
use crate::{Kind, gif, jpeg, png_file, webp};

/// A picture's file without what tells of its maker, otherwise as it was.
pub(crate) fn cleaned(kind: Kind, bytes: &[u8]) -> Result<Cleaned, Fault> {
    match kind {
        Kind::Png => png_file::clean(bytes),
        Kind::Gif => gif::clean(bytes),
        Kind::WebP => webp::clean(bytes),
        _ => jpeg::clean(bytes),
    }
}
