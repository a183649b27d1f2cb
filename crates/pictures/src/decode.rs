//! Cleaned files to pixels: eight bits a channel; grey, colours, or colours with what shows through.

use std::io::Cursor;

use image::{DynamicImage, GrayImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, RgbImage};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use crate::fault::Fault;
use crate::still::{Cleaned, check_size, needed_profile};
use crate::{Kind, MAX_SIDE_PX};

/// A decoder asks for at most so much memory at once, bytes.
const MAX_ALLOC_BYTES: u64 = 512 << 20;

/// The pixels of a picture, of the first frame of one that moves, and the profile of their colours.
pub(crate) fn decode(cleaned: &Cleaned) -> Result<(DynamicImage, Option<Vec<u8>>), Fault> {
    let format = match cleaned.kind {
        Kind::Png => ImageFormat::Png,
        Kind::Gif => ImageFormat::Gif,
        Kind::WebP => ImageFormat::WebP,
        _ => return Ok((jpeg(&cleaned.bytes)?, cleaned.profile.clone())),
    };
    let damaged = |error: image::ImageError| Fault::damaged(cleaned.kind.name(), error);
    let mut reader = ImageReader::with_format(Cursor::new(&cleaned.bytes), format);
    reader.limits(limits());
    let mut decoder = reader.into_decoder().map_err(damaged)?;
    check_size(decoder.dimensions().0, decoder.dimensions().1)?;
    let profile = match cleaned.kind {
        // It is packed in the file, so that only the decoder knows it.
        Kind::Png => decoder.icc_profile().map_err(damaged)?.and_then(needed_profile),
        _ => cleaned.profile.clone(),
    };
    let image = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    Ok((eight_bits(image), profile))
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE_PX);
    limits.max_image_height = Some(MAX_SIDE_PX);
    limits.max_alloc = Some(MAX_ALLOC_BYTES);
    limits
}

/// Decoded without vector code, which need not give the same pixels on every machine.
fn jpeg(bytes: &[u8]) -> Result<DynamicImage, Fault> {
    let damaged = |reason: String| Fault::damaged(Kind::Jpeg.name(), reason);
    let side = MAX_SIDE_PX as usize;
    let options = DecoderOptions::new_safe().set_strict_mode(true).set_max_width(side).set_max_height(side);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|error| damaged(error.to_string()))?;
    let is_grey = decoder.input_colorspace() == Some(ColorSpace::Luma);
    let colours = if is_grey { ColorSpace::Luma } else { ColorSpace::RGB };
    decoder.set_options(options.jpeg_set_out_colorspace(colours));
    let pixels = decoder.decode().map_err(|error| damaged(error.to_string()))?;
    let info = decoder.info().ok_or_else(|| damaged("it does not say its size".to_owned()))?;
    let (width, height) = (u32::from(info.width), u32::from(info.height));
    let image = if is_grey {
        GrayImage::from_raw(width, height, pixels).map(DynamicImage::from)
    } else {
        RgbImage::from_raw(width, height, pixels).map(DynamicImage::from)
    };
    image.ok_or_else(|| damaged("it holds fewer pixels than it says".to_owned()))
}

fn eight_bits(image: DynamicImage) -> DynamicImage {
    match image {
        DynamicImage::ImageLuma8(_) | DynamicImage::ImageRgb8(_) => image,
        image if !image.color().has_alpha() && !image.color().has_color() => image.into_luma8().into(),
        image if !image.color().has_alpha() => image.into_rgb8().into(),
        image => {
            let image = image.into_rgba8();
            let is_solid = image.pixels().all(|pixel| pixel.0[3] == u8::MAX);
            let image = DynamicImage::from(image);
            if is_solid { image.into_rgb8().into() } else { image }
        }
    }
}
