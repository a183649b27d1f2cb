//! Files that lie, end too early, or cost too much.

use crate::made::{drawing, jpeg, photograph, planted_gif, planted_jpeg, planted_png, planted_webp};
use pictures::{Sort, look, prepare};
use proptest::prelude::*;

fn samples() -> Vec<Vec<u8>> {
    vec![
        planted_jpeg(&photograph(60, 40), 6),
        planted_png(photograph(60, 40), 1),
        planted_webp(photograph(60, 40), 1),
        planted_gif(2),
    ]
}

#[test]
fn a_file_that_ends_too_early_is_refused_wherever_it_ends() {
    for file in [jpeg(&photograph(60, 40)), planted_png(photograph(60, 40), 1), planted_webp(drawing(60, 40), 1)] {
        for len in (12..file.len() - 2).step_by(7) {
            assert!(prepare(&file[..len]).is_err(), "{len} of {}", file.len());
        }
    }
}

#[test]
fn a_picture_of_forty_thousand_pixels_is_refused_before_it_is_decoded() {
    let mut wide = jpeg(&photograph(60, 40));
    let frame = wide.windows(2).position(|two| two == [0xFF, 0xC0]).expect("a frame");
    wide[frame + 5..frame + 9].copy_from_slice(&[0x9C, 0x40, 0x9C, 0x40]);
    let mut png = planted_png(drawing(60, 40), 1);
    png[16..24].copy_from_slice(&[0, 0, 0x9C, 0x40, 0, 0, 0x9C, 0x40]);
    let mut gif = planted_gif(1);
    gif[6..10].copy_from_slice(&[0x40, 0x9C, 0x40, 0x9C]);
    for file in [wide, png, gif] {
        let fault = look(&file).expect_err("too large");
        assert_eq!(fault.sort, Sort::TooLarge, "{fault:?}");
        assert!(fault.message.contains("40000 × 40000 px") && fault.message.contains("40 million"), "{fault:?}");
    }
}

#[test]
fn a_header_that_promises_more_than_there_is_is_refused() {
    let mut png = planted_png(drawing(60, 40), 1);
    png[16..24].copy_from_slice(&[0, 0, 0x17, 0x70, 0, 0, 0x17, 0x70]);
    let mut webp = planted_webp(drawing(60, 40), 1);
    let size = webp.windows(4).position(|name| name == b"VP8X").expect("a size") + 12;
    webp[size..size + 6].copy_from_slice(&[0x70, 0x17, 0, 0x70, 0x17, 0]);
    for file in [png, webp] {
        assert!(prepare(&file).is_err());
    }
}

#[test]
fn a_picture_for_print_is_refused_with_advice() {
    let mut out = Vec::new();
    let ink = vec![100_u8; 16 * 16 * 4];
    jpeg_encoder::Encoder::new(&mut out, 90).encode(&ink, 16, 16, jpeg_encoder::ColorType::Cmyk).expect("encoded");
    let fault = look(&out).expect_err("refused");
    assert!(fault.message.contains("CMYK") && fault.hint.contains("sRGB"), "{fault:?}");
}

#[test]
fn what_is_no_picture_says_what_it_is() {
    let fault = look(b"WEBVTT\n\n").expect_err("refused");
    assert!(fault.message.contains("WebVTT"), "{fault:?}");
    assert_eq!(look(b"just words").expect_err("refused").sort, Sort::Unknown);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn changed_bytes_never_make_it_panic(
        at in 0_usize..4,
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut file = samples().swap_remove(at);
        for (place, byte) in edits {
            let place = place.index(file.len());
            file[place] = byte;
        }
        // Either answer is right; that there is one is the test.
        let _ = prepare(&file);
        let _ = prepare(&file[..cut.index(file.len())]);
    }
}
