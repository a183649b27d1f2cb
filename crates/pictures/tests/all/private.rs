//! Nothing published tells of the camera, the place or the photographer.

use crate::made::{PLANTED, drawing, holed, photograph, planted_gif, planted_jpeg, planted_png, planted_webp};
use pictures::{Picture, prepare};

fn check(file: &[u8], what: &str) -> Picture {
    let holds = |bytes: &[u8], word: &[u8]| bytes.windows(word.len()).any(|it| it == word);
    assert!(PLANTED.iter().take(3).all(|word| holds(file, word)), "{what}: all is planted");
    let picture = prepare(file).expect(what);
    for version in &picture.versions {
        for word in PLANTED {
            assert!(!holds(&version.bytes, word), "{what}, {} px: {}", version.width_px, word.escape_ascii());
        }
    }
    picture
}

#[test]
fn no_version_of_any_format_holds_what_was_planted() {
    for orientation in [1, 6] {
        for width in [200, 2500] {
            check(&planted_jpeg(&photograph(width, 90), orientation), "JPEG");
            check(&planted_png(drawing(width, 90), orientation), "PNG");
            check(&planted_png(holed(width, 90), orientation), "PNG with holes");
            check(&planted_webp(photograph(width, 90), orientation), "WebP");
        }
    }
    for frames in [1, 3] {
        check(&planted_gif(frames), "GIF");
    }
}

#[test]
fn a_picture_within_an_svg_is_cleaned_as_well() {
    let digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let file = planted_jpeg(&photograph(30, 20), 1);
    let mut text = String::new();
    for three in file.chunks(3) {
        let bits = three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        let digit = |at: usize| char::from(digits[(bits >> (18 - 6 * at) & 63) as usize]);
        text.extend((0..4).map(|at| if at <= three.len() { digit(at) } else { '=' }));
    }
    let svg = |address: &str| {
        format!("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='{address}'/></svg>")
    };
    let planted = svg(&format!("data:image/jpeg;base64,{text}"));
    let clean = prepare(planted.as_bytes()).expect("a picture").versions.remove(0).bytes;
    assert!(clean.len() < planted.len() - 200, "{} of {}", clean.len(), planted.len());
    let clean = String::from_utf8(clean).expect("UTF-8");
    assert!(clean.contains("data:image/jpeg;base64,/9j/"), "{clean}");
    assert!(prepare(svg("data:image/jpeg;base64,AAAA").as_bytes()).is_err());
}
