//! The versions of a picture: their sizes, their formats, and which way up they are.

use crate::made::{drawing, encoded, holed, jpeg, photograph, planted_gif, planted_jpeg, planted_png, planted_webp};
use image::ImageFormat;
use pictures::{Kind, PORTRAIT_PX, Picture, look, portrait, prepare};

fn widths(picture: &Picture) -> Vec<u32> {
    picture.versions.iter().map(|version| version.width_px).collect()
}

#[test]
fn versions_are_the_widths_of_screens_below_the_picture_and_itself() {
    for (width, expected) in [
        (1, vec![1]),
        (320, vec![320]),
        (321, vec![320, 321]),
        (1600, vec![320, 640, 1024, 1600]),
        (2048, vec![320, 640, 1024, 1600, 2048]),
        (3000, vec![320, 640, 1024, 1600, 2048]),
    ] {
        let picture = prepare(&jpeg(&photograph(width, 60))).expect("a picture");
        assert_eq!(widths(&picture), expected);
        assert_eq!((picture.looked.width_px, picture.looked.height_px), (width, 60));
        for version in &picture.versions {
            let read = image::load_from_memory_with_format(&version.bytes, ImageFormat::Png).map(|it| it.width());
            assert!(version.kind == Kind::Jpeg || read.is_ok());
            let looked = look(&version.bytes).expect("one of ours");
            assert_eq!((looked.width_px, looked.height_px), (version.width_px, version.height_px));
        }
    }
}

#[test]
fn every_orientation_stands_upright_in_every_version() {
    for orientation in 1..=8 {
        for file in [planted_jpeg(&photograph(400, 200), orientation), planted_png(photograph(400, 200), orientation)] {
            let picture = prepare(&file).expect("a picture");
            let lies = orientation > 4;
            let size = if lies { (200, 400) } else { (400, 200) };
            assert_eq!((picture.looked.width_px, picture.looked.height_px), size, "{orientation}");
            let top = picture.versions.last().expect("itself");
            assert_eq!((top.width_px, top.height_px), size, "{orientation}");
            let pixels = decoded(&top.bytes);
            let is_red = |x: u32, y: u32| {
                let [r, g, _] = pixels.get_pixel(x, y).0;
                r > 150 && g < 90
            };
            let (right, bottom) = (size.0 - 3, size.1 - 3);
            // EXIF 2.3, 4.6.4 A: where row 0 and column 0 of what is stored are.
            let corner =
                [(3, 3), (right, 3), (right, bottom), (3, bottom), (3, 3), (right, 3), (right, bottom), (3, bottom)];
            let (x, y) = corner[usize::from(orientation) - 1];
            assert!(is_red(x, y), "{orientation}: {:?}", pixels.get_pixel(x, y));
            assert_eq!(
                [(3, 3), (right, 3), (3, bottom), (right, bottom)].iter().filter(|&&(x, y)| is_red(x, y)).count(),
                1
            );
        }
    }
}

/// Decodes either format, by ways that are not ours where there are some.
fn decoded(bytes: &[u8]) -> image::RgbImage {
    if bytes.starts_with(b"\x89PNG") {
        return image::load_from_memory_with_format(bytes, ImageFormat::Png).expect("PNG").into_rgb8();
    }
    let mut decoder = zune_jpeg::JpegDecoder::new(zune_core::bytestream::ZCursor::new(bytes));
    let pixels = decoder.decode().expect("JPEG");
    let info = decoder.info().expect("a size");
    image::RgbImage::from_raw(info.width.into(), info.height.into(), pixels).expect("whole")
}

#[test]
fn drawings_and_holes_stay_png_and_photographs_become_what_is_smaller() {
    let kinds = |file: &[u8]| -> Vec<Kind> {
        let mut kinds: Vec<_> = prepare(file).expect("a picture").versions.iter().map(|it| it.kind).collect();
        kinds.dedup();
        kinds
    };
    assert_eq!(kinds(&planted_png(drawing(700, 300), 1)), [Kind::Png]);
    assert_eq!(kinds(&planted_png(holed(700, 300), 1)), [Kind::Png]);
    assert_eq!(kinds(&planted_png(photograph(700, 300), 1)), [Kind::Jpeg]);
    assert_eq!(kinds(&planted_jpeg(&drawing(700, 300), 1)), [Kind::Jpeg]);
    assert_eq!(kinds(&planted_webp(photograph(300, 200), 6)), [Kind::Jpeg]);
    assert_eq!(kinds(&planted_gif(1)), [Kind::Png]);
}

#[test]
fn what_moves_is_kept_as_it_is_but_for_its_comments() {
    let file = planted_gif(3);
    let picture = prepare(&file).expect("a picture");
    assert_eq!(picture.versions.len(), 1);
    let frames = |bytes: &[u8]| bytes.windows(2).filter(|two| two == b"\x21\xF9").count();
    let kept = &picture.versions[0].bytes;
    assert_eq!((frames(kept), frames(&file)), (3, 3));
    assert!(kept.windows(11).any(|word| word == b"NETSCAPE2.0"), "it goes on repeating");
}

#[test]
fn a_file_that_needs_no_change_keeps_its_pixels() {
    let plain = encoded(drawing(300, 100), ImageFormat::Png);
    let picture = prepare(&planted_png(drawing(300, 100), 1)).expect("a picture");
    let same = decoded(&picture.versions[0].bytes);
    assert_eq!(same, decoded(&plain));
}

/// The colours' profile goes with every version, unless it is the one that all screens take for granted.
#[test]
fn profiles_stay_with_the_pixels() {
    let profile = |name: &[u8]| {
        let mut profile = vec![0; 200];
        profile[36..40].copy_from_slice(b"acsp");
        profile[150..150 + name.len()].copy_from_slice(name);
        profile
    };
    let with = |profile: &[u8]| {
        let image = photograph(700, 300);
        let mut out = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut out, 90);
        encoder.add_icc_profile(profile).expect("a profile");
        encoder.encode(&image, 700, 300, jpeg_encoder::ColorType::Rgb).expect("encoded");
        prepare(&out).expect("a picture")
    };
    let has = |bytes: &[u8]| bytes.windows(11).any(|word| word == b"ICC_PROFILE");
    let wide = with(&profile(b"Display P3"));
    assert!(wide.versions.iter().all(|version| has(&version.bytes)));
    let plain = with(&profile(b"sRGB IEC61966-2.1"));
    assert!(!has(&plain.versions[0].bytes));
}

/// Frozen: another machine, another day or another version of a decoder must not change what is published.
#[test]
fn the_same_file_gives_the_same_bytes() {
    let file = planted_jpeg(&photograph(700, 450), 6);
    let sums: Vec<u64> = prepare(&file)
        .expect("a picture")
        .versions
        .iter()
        .map(|version| {
            version
                .bytes
                .iter()
                .fold(0xCBF2_9CE4_8422_2325, |sum: u64, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x100_0000_01B3))
        })
        .collect();
    assert_eq!(sums, FROZEN);
}

const FROZEN: [u64; 2] = [3_975_539_711_292_555_182, 14_205_682_305_280_177_621];

#[test]
fn a_portrait_is_the_middle_square() {
    for (file, side) in [(jpeg(&photograph(400, 200)), PORTRAIT_PX), (planted_png(drawing(60, 90), 6), 60)] {
        let made = portrait(&file).expect("a portrait");
        let sizes: Vec<_> = made.versions.iter().map(|it| (it.width_px, it.height_px)).collect();
        assert_eq!(sizes, [(side, side)]);
        assert!(!made.versions[0].bytes.windows(11).any(|word| word == b"SpyCam 9000"));
    }
}
