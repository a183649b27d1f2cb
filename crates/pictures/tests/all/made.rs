//! Pictures made for the tests, and what a camera leaves in them.

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use std::io::Cursor;

/// What no published byte may hold.
pub(crate) const PLANTED: [&[u8]; 4] = [b"SpyCam 9000", b"52.51630N", b"Jo Lind", b"\x88\x25\x00\x04"];

/// A photograph of noise and slopes, whose top left corner is red.
pub(crate) fn photograph(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        if x < width / 4 && y < height / 4 {
            return Rgb([220, 20, 20]);
        }
        let mixed = (x ^ y.rotate_left(11)).wrapping_mul(0x9E37_79B9);
        let noise = (mixed ^ mixed >> 15).wrapping_mul(0x85EB_CA6B) >> 19 & 31;
        Rgb([(x * 90 / width + noise) as u8, (90 + y * 90 / height + noise) as u8, (80 + noise) as u8])
    })
}

/// A drawing of three colours.
pub(crate) fn drawing(width: u32, height: u32) -> RgbImage {
    const COLOURS: [[u8; 3]; 3] = [[255, 255, 255], [0, 60, 200], [20, 20, 20]];
    RgbImage::from_fn(width, height, |x, y| Rgb(COLOURS[((x / 9 + y / 7) % 3) as usize]))
}

/// A photograph with holes.
pub(crate) fn holed(width: u32, height: u32) -> RgbaImage {
    let photograph = photograph(width, height);
    RgbaImage::from_fn(width, height, |x, y| {
        let [r, g, b] = photograph.get_pixel(x, y).0;
        Rgba([r, g, b, if x % 50 < 25 { 255 } else { 0 }])
    })
}

pub(crate) fn encoded(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    image.into().write_to(&mut out, format).expect("encoded");
    out.into_inner()
}

pub(crate) fn jpeg(image: &RgbImage) -> Vec<u8> {
    let mut out = Vec::new();
    let (width, height) = (image.width() as u16, image.height() as u16);
    jpeg_encoder::Encoder::new(&mut out, 90)
        .encode(image, width, height, jpeg_encoder::ColorType::Rgb)
        .expect("encoded");
    out
}

/// EXIF (TIFF 6.0, big-endian) with an orientation, the make of a camera, and a directory of the place.
pub(crate) fn exif(orientation: u16) -> Vec<u8> {
    let mut out = b"MM\0*\0\0\0\x08\0\x03".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value].concat()
    };
    let [high, low] = orientation.to_be_bytes();
    out.extend(entry(0x010F, 2, 12, 50_u32.to_be_bytes()));
    out.extend(entry(0x0112, 3, 1, [high, low, 0, 0]));
    out.extend(entry(0x8825, 4, 1, 62_u32.to_be_bytes()));
    out.extend([0; 4]);
    out.extend(b"SpyCam 9000\0");
    out.extend(b"\0\x01");
    out.extend(entry(1, 2, 10, 80_u32.to_be_bytes()));
    out.extend([0; 4]);
    out.extend(b"52.51630N\0Jo Lind");
    out
}

/// A JPEG with EXIF, XMP, IPTC, a comment, and a second picture behind its end.
pub(crate) fn planted_jpeg(image: &RgbImage, orientation: u16) -> Vec<u8> {
    let plain = jpeg(image);
    let segment = |marker: u8, body: &[u8]| {
        let len = (body.len() + 2) as u16;
        [&[0xFF, marker][..], &len.to_be_bytes(), body].concat()
    };
    let exif = segment(0xE1, &[b"Exif\0\0".as_slice(), &exif(orientation)].concat());
    let xmp = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Jo Lind, 52.51630N</x:xmpmeta>");
    let iptc = segment(0xED, b"Photoshop 3.0\08BIM\x04\x04 Jo Lind");
    let comment = segment(0xFE, b"SpyCam 9000");
    [&plain[..2], &exif, &xmp, &iptc, &comment, &plain[2..], b"SpyCam 9000"].concat()
}

/// A PNG with EXIF, words, and a day.
pub(crate) fn planted_png(image: impl Into<DynamicImage>, orientation: u16) -> Vec<u8> {
    let plain = encoded(image, ImageFormat::Png);
    let chunk = |name: &[u8], body: &[u8]| {
        let named = [name, body].concat();
        [&(body.len() as u32).to_be_bytes()[..], &named, &crc(&named).to_be_bytes()].concat()
    };
    // The header ends at 33.
    let (head, rest) = plain.split_at(33);
    let planted = [
        chunk(b"eXIf", &exif(orientation)),
        chunk(b"tEXt", b"Author\0Jo Lind"),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\x0052.51630N"),
        chunk(b"tIME", &[7, 0xE8, 6, 1, 0, 0, 0]),
        chunk(b"spYc", b"SpyCam 9000"),
    ];
    [head, &planted.concat(), rest].concat()
}

/// The checksum of a PNG's chunk.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}

/// A WebP with EXIF and XMP.
pub(crate) fn planted_webp(image: impl Into<DynamicImage>, orientation: u16) -> Vec<u8> {
    let image = image.into();
    let plain = encoded(DynamicImage::from(image.to_rgba8()), ImageFormat::WebP);
    let chunk = |name: &[u8], body: &[u8]| {
        let mut out = [name, &(body.len() as u32).to_le_bytes(), body].concat();
        out.extend((body.len() % 2 == 1).then_some(0));
        out
    };
    let side = |px: u32| (px - 1).to_le_bytes();
    let size = [&side(image.width())[..3], &side(image.height())[..3]].concat();
    let extended = [&[0b0000_1100, 0, 0, 0][..], &size].concat();
    let pixels = plain.windows(4).position(|name| name == b"VP8L").expect("pixels");
    let body = [
        b"WEBP".to_vec(),
        chunk(b"VP8X", &extended),
        plain[pixels..].to_vec(),
        chunk(b"EXIF", &exif(orientation)),
        chunk(b"XMP ", b"<x>Jo Lind 52.51630N</x>"),
    ]
    .concat();
    [b"RIFF", &(body.len() as u32).to_le_bytes()[..], &body].concat()
}

/// A GIF of some frames, with a comment and an application's own block.
pub(crate) fn planted_gif(frames: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut out);
    encoder.set_repeat(image::codecs::gif::Repeat::Infinite).expect("repeated");
    let pictures =
        (0..frames).map(|at| image::Frame::new(DynamicImage::from(drawing(40 + at as u32, 30)).into_rgba8()));
    encoder.encode_frames(pictures).expect("encoded");
    drop(encoder);
    let end = out.pop().expect("an end");
    out.extend(b"\x21\xFE\x0BSpyCam 9000\0");
    out.extend(b"\x21\xFF\x0BXMP DataXMP\x07Jo Lind\x0952.51630N\0");
    out.push(end);
    out.extend(b"SpyCam 9000");
    out
}
