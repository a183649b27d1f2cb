//! Films and sound made here, with a camera and a place planted in each.

use super::*;
use proptest::prelude::*;

const PLANTED: [&[u8]; 2] = [b"SpyCam 9000", b"+52.5163+013.3777/"];

/// A box of an MP4.
fn boxed(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    [&(body.len() as u32 + 8).to_be_bytes()[..], name, body].concat()
}

fn track(handler: &[u8; 4], matrix: [u32; 9]) -> Vec<u8> {
    let mut head = [&[0_u8; 4][..], &[9; 8], &[0; 28]].concat();
    head.extend(matrix.iter().flat_map(|part| part.to_be_bytes()));
    head.extend([(640_u32 << 16).to_be_bytes(), (480_u32 << 16).to_be_bytes()].concat());
    let hdlr = [&[0_u8; 8][..], handler, &[0; 12], b"SpyCam 9000\0"].concat();
    let entry = boxed(b"avc1", &[&[0_u8; 42][..], b"\x0BSpyCam 9000", &[0; 24]].concat());
    let stsd = [&[0_u8, 0, 0, 0, 0, 0, 0, 1][..], &entry].concat();
    let stbl = boxed(b"stbl", &boxed(b"stsd", &stsd));
    boxed(
        b"trak",
        &[boxed(b"tkhd", &head), boxed(b"mdia", &[boxed(b"hdlr", &hdlr), boxed(b"minf", &stbl)].concat())].concat(),
    )
}

const UPRIGHT: [u32; 9] = [1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30];
const TURNED: [u32; 9] = [0, 1 << 16, 0, 0xFFFF_0000, 0, 0, 0, 0, 1 << 30];

fn mp4(handler: &[u8; 4], matrix: [u32; 9]) -> Vec<u8> {
    let mvhd = [&[0_u8; 4][..], &[9; 8], &1000_u32.to_be_bytes(), &12_345_u32.to_be_bytes(), &[0; 80]].concat();
    let place = boxed(b"udta", &boxed(b"\xA9xyz", b"\0\x12\0\0+52.5163+013.3777/"));
    let moov = [boxed(b"mvhd", &mvhd), track(handler, matrix), place].concat();
    [
        boxed(b"ftyp", b"isom\0\0\x02\0isom"),
        boxed(b"free", b"SpyCam 9000"),
        boxed(b"moov", &moov),
        boxed(b"mdat", &[7; 100]),
        boxed(b"uuid", b"0123456789abcdef<xmp>SpyCam 9000"),
    ]
    .concat()
}

fn element(id: &[u8], body: &[u8]) -> Vec<u8> {
    [id, &(0x1000_0000 | body.len() as u32).to_be_bytes(), body].concat()
}

fn webm() -> Vec<u8> {
    let info = [
        element(&[0x2A, 0xD7, 0xB1], &1_000_000_u32.to_be_bytes()),
        element(&[0x44, 0x89], &12_345.0_f64.to_be_bytes()),
        element(&[0x57, 0x41], b"SpyCam 9000"),
    ]
    .concat();
    let pictures = element(&[0xE0], &[element(&[0xB0], &[2, 128]), element(&[0xBA], &[1, 224])].concat());
    let body = [
        element(&[0x15, 0x49, 0xA9, 0x66], &info),
        element(&[0x16, 0x54, 0xAE, 0x6B], &element(&[0xAE], &pictures)),
        element(&[0x1F, 0x43, 0xB6, 0x75], &[7; 50]),
        element(&[0x12, 0x54, 0xC3, 0x67], b"SpyCam 9000 +52.5163+013.3777/"),
    ]
    .concat();
    let segment = [&[0x18, 0x53, 0x80, 0x67, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF][..], &body].concat();
    [element(&[0x1A, 0x45, 0xDF, 0xA3], &element(&[0x42, 0x82], b"webm")), segment].concat()
}

fn wav() -> Vec<u8> {
    let chunk = |name: &[u8], body: &[u8]| [name, &(body.len() as u32).to_le_bytes(), body].concat();
    let fmt = [&[1_u8, 0, 1, 0][..], &8000_u32.to_le_bytes(), &8000_u32.to_le_bytes(), &[1, 0, 8, 0]].concat();
    let body = [chunk(b"fmt ", &fmt), chunk(b"LIST", b"INFOICRDSpyCam 9000 "), chunk(b"data", &[128; 98_760])].concat();
    [b"RIFF", &(body.len() as u32 + 4).to_le_bytes()[..], b"WAVE", &body].concat()
}

fn mp3() -> Vec<u8> {
    // 128 kbit/s, 44,100 Hz.
    let frame = [&[0xFF, 0xFB, 0x90, 0x00][..], &[0; 413]].concat();
    let tag = b"ID3\x04\0\x40\0\0\0\x1ETIT2\0\0\0\x14\0\0SpyCam 9000 9000 9000";
    let last = [b"TAG".as_slice(), b"SpyCam 9000", &[0; 114]].concat();
    [tag.as_slice(), &frame.repeat(100), &last].concat()
}

fn ogg() -> Vec<u8> {
    let page = |place: u64, packet: &[u8]| {
        let mut segments = vec![255_u8; packet.len() / 255];
        segments.push((packet.len() % 255) as u8);
        [b"OggS\0\0", &place.to_le_bytes()[..], &[0; 12], &[segments.len() as u8], &segments, packet].concat()
    };
    let text = |text: &[u8]| [&(text.len() as u32).to_le_bytes()[..], text].concat();
    let long = [b"LOCATION=+52.5163+013.3777/".as_slice(), &[b'x'; 400]].concat();
    let tags = [b"OpusTags".as_slice(), &text(b"SpyCam 9000"), &1_u32.to_le_bytes(), &text(&long)].concat();
    let head = b"OpusHead\x01\x01\x38\x01\x80\xBB\0\0\0\0\0";
    [page(0, head), page(0, &tags), page(12_345 * 48 + 312, &[7; 40])].concat()
}

fn patched(file: &[u8], film: &Film) -> Vec<u8> {
    let mut copy = file.to_vec();
    Patch::apply(&film.patches, 0, &mut copy);
    copy
}

#[test]
fn each_says_its_size_and_length_and_nothing_of_its_maker() {
    for (file, kind, size, ms) in [
        (mp4(b"vide", UPRIGHT), Kind::Mp4, Some((640, 480)), 12_345),
        (mp4(b"vide", TURNED), Kind::Mp4, Some((480, 640)), 12_345),
        (mp4(b"soun", UPRIGHT), Kind::Mp4, None, 12_345),
        (webm(), Kind::WebM, Some((640, 480)), 12_345),
        (wav(), Kind::Wav, None, 12_345),
        (mp3(), Kind::Mp3, None, 2606),
        (ogg(), Kind::Ogg, None, 12_345),
    ] {
        let told = film(file.as_slice()).expect("a film");
        assert_eq!((told.kind, told.size_px, told.duration_ms), (kind, size, Some(ms)), "{kind:?}");
        assert_eq!(told.is_film, size.is_some(), "{kind:?}");
        let clean = patched(&file, &told);
        for word in PLANTED {
            assert!(!clean.windows(word.len()).any(|it| it == word), "{kind:?}: {}", word.escape_ascii());
        }
        let again = film(clean.as_slice()).expect("still a film");
        assert_eq!((again.kind, again.size_px, again.duration_ms), (kind, size, Some(ms)), "{kind:?}");
        assert_eq!(patched(&clean, &again), clean, "{kind:?}: cleaned once is cleaned for good");
    }
}

#[test]
fn a_track_of_data_is_refused() {
    let fault = film(mp4(b"meta", UPRIGHT).as_slice()).expect_err("refused");
    assert_eq!(fault.sort, Sort::Unsafe);
    assert!(fault.message.contains("`meta`"), "{fault:?}");
}

#[test]
fn a_page_of_ogg_is_sealed_as_the_format_asks() {
    // From RFC 3533: over the page with zeros in the place of the sum; a known sum of a plain one.
    let file = ogg();
    let clean = patched(&file, &film(file.as_slice()).expect("a sound"));
    let second = 27 + 1 + 19;
    let mut page = clean[second..clean.len() - 27 - 1 - 40].to_vec();
    let sum = u32::from_le_bytes([page[22], page[23], page[24], page[25]]);
    page[22..26].fill(0);
    let table = |byte: u8| {
        (0..8).fold(u32::from(byte) << 24, |r, _| if r & 1 << 31 == 0 { r << 1 } else { r << 1 ^ 0x04C1_1DB7 })
    };
    let expected = page.iter().fold(0_u32, |sum, byte| sum << 8 ^ table((sum >> 24) as u8 ^ byte));
    assert_eq!(sum, expected);
}

#[test]
fn what_is_too_large_is_refused_unread() {
    struct Huge;
    impl Source for Huge {
        fn len_bytes(&self) -> u64 {
            MAX_FILM_BYTES + 1
        }
        fn read(&self, _: u64, _: usize) -> io::Result<Vec<u8>> {
            Err(io::Error::other("read"))
        }
    }
    let fault = film(&Huge).expect_err("refused");
    assert!(fault.message.contains("201 MB") && fault.message.contains("200 MB"), "{fault:?}");
}

#[test]
fn patches_are_the_same_whole_and_in_pieces() {
    let file = mp4(b"vide", UPRIGHT);
    let told = film(file.as_slice()).expect("a film");
    for len in [1, 7, 100] {
        let mut pieces = Vec::new();
        for (at, piece) in (0..).step_by(len).zip(file.chunks(len)) {
            let mut piece = piece.to_vec();
            Patch::apply(&told.patches, at, &mut piece);
            pieces.extend(piece);
        }
        assert_eq!(pieces, patched(&file, &told));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn changed_bytes_never_make_it_panic_and_patches_stay_within(
        at in 0_usize..5,
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut file = vec![mp4(b"vide", UPRIGHT), webm(), mp3(), ogg(), wav()[..3000].to_vec()].swap_remove(at);
        for (place, byte) in edits {
            let place = place.index(file.len());
            file[place] = byte;
        }
        file.truncate(cut.index(file.len()) + 1);
        if let Ok(told) = film(file.as_slice()) {
            for patch in told.patches {
                prop_assert!(patch.at_byte + patch.bytes.len() as u64 + patch.zeros <= file.len() as u64, "{:?}", patch);
            }
        }
    }
}
