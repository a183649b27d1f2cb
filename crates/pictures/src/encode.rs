//! Pixels to files.

use std::collections::HashMap;

use image::{DynamicImage, Pixel as _};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use crate::Kind;
use crate::fault::Fault;

/// How good JPEG pictures are, of 100.
const QUALITY: u8 = 80;
/// A picture of at most so many colours is drawn, not photographed, and stays PNG.
const FEW_COLOURS: usize = 256;

/// A file of pixels.
pub(crate) struct Encoded {
    pub(crate) kind: Kind,
    pub(crate) bytes: Vec<u8>,
}

/// Which files pixels may become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Photographs.
    Jpeg,
    /// What shows through, or has few colours.
    Png,
    /// Whichever is smaller.
    Smaller,
}

/// The form of the versions of a picture.
pub(crate) fn form(kind: Kind, image: &DynamicImage) -> Form {
    match (kind, image) {
        (Kind::Jpeg, _) => Form::Jpeg,
        (_, DynamicImage::ImageRgba8(_)) => Form::Png,
        _ if has_few_colours(image) => Form::Png,
        _ => Form::Smaller,
    }
}

/// Encodes pixels whose colours are of a profile.
pub(crate) fn encoded(image: &DynamicImage, form: Form, profile: Option<&[u8]>) -> Result<Encoded, Fault> {
    let png = || png_file(image, profile).map(|bytes| Encoded { kind: Kind::Png, bytes });
    let jpeg = || jpeg_file(image, profile).map(|bytes| Encoded { kind: Kind::Jpeg, bytes });
    match form {
        Form::Jpeg => jpeg(),
        Form::Png => png(),
        Form::Smaller => {
            let (png, jpeg) = (png()?, jpeg()?);
            Ok(if png.bytes.len() <= jpeg.bytes.len() { png } else { jpeg })
        }
    }
}

fn has_few_colours(image: &DynamicImage) -> bool {
    palette(image).is_some()
}

/// The colours of a picture that has few, with their numbers in the order in which they are met.
fn palette(image: &DynamicImage) -> Option<HashMap<[u8; 3], usize>> {
    let rgb = image.as_rgb8()?;
    let mut colours = HashMap::new();
    let mut last = None;
    for pixel in rgb.pixels() {
        if last == Some(pixel.0) {
            continue;
        }
        last = Some(pixel.0);
        let next = colours.len();
        let number = *colours.entry(pixel.0).or_insert(next);
        if number == FEW_COLOURS {
            return None;
        }
    }
    Some(colours)
}

fn jpeg_file(image: &DynamicImage, profile: Option<&[u8]>) -> Result<Vec<u8>, Fault> {
    let failed = |error: jpeg_encoder::EncodingError| Fault::damaged("picture", error);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, QUALITY);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    // A profile of grey is none of colours, and the other way round: only what was there is put in.
    if let Some(profile) = profile {
        encoder.add_icc_profile(profile).map_err(failed)?;
    }
    // Both sides are checked against limits below 65,536.
    let side = |px: u32| u16::try_from(px).unwrap_or(u16::MAX);
    let (width, height) = (side(image.width()), side(image.height()));
    match image {
        DynamicImage::ImageLuma8(grey) => encoder.encode(grey.as_raw(), width, height, ColorType::Luma),
        other => encoder.encode(other.to_rgb8().as_raw(), width, height, ColorType::Rgb),
    }
    .map_err(failed)?;
    Ok(bytes)
}

fn png_file(image: &DynamicImage, profile: Option<&[u8]>) -> Result<Vec<u8>, Fault> {
    let failed = |error: png::EncodingError| Fault::damaged("picture", error);
    let mut bytes = Vec::new();
    let mut info = png::Info::with_size(image.width(), image.height());
    info.icc_profile = profile.map(|profile| profile.to_vec().into());
    let mut encoder = png::Encoder::with_info(&mut bytes, info).map_err(failed)?;
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    let pixels = match (image, palette(image)) {
        (_, Some(colours)) => {
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_filter(png::Filter::NoFilter);
            let mut table: Vec<_> = colours.iter().collect();
            table.sort_by_key(|(_, number)| **number);
            encoder.set_palette(table.into_iter().flat_map(|(colour, _)| *colour).collect::<Vec<u8>>());
            let number = |colour: [u8; 3]| colours.get(&colour).map_or(0, |number| *number as u8);
            image.to_rgb8().pixels().map(|pixel| number(pixel.to_rgb().0)).collect()
        }
        (DynamicImage::ImageLuma8(grey), _) => {
            encoder.set_color(png::ColorType::Grayscale);
            grey.as_raw().clone()
        }
        (DynamicImage::ImageRgba8(rgba), _) => {
            encoder.set_color(png::ColorType::Rgba);
            rgba.as_raw().clone()
        }
        (other, _) => {
            encoder.set_color(png::ColorType::Rgb);
            other.to_rgb8().into_raw()
        }
    };
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(&pixels).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(bytes)
}
