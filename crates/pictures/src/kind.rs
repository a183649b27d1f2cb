//! What a file is, told by its first bytes.

use crate::bytes::{find, slice};
use crate::fault::{Fault, Sort};

/// The kinds of files that can be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is the name of its format")]
pub enum Kind {
    Jpeg,
    Png,
    Gif,
    WebP,
    Svg,
    Mp4,
    WebM,
    M4a,
    Mp3,
    Aac,
    Ogg,
    Wav,
    WebVtt,
}

/// What a kind of file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum Group {
    Picture,
    Film,
    Sound,
    Captions,
}

/// The largest part of a file that is looked at, bytes.
const HEAD_BYTES: usize = 1024;

/// What begins so is named, and refused with this advice.
const REFUSED: [(&str, &[u8], &str); 9] = [
    ("a TIFF picture", b"II*\0", PICTURE),
    ("a TIFF picture", b"MM\0*", PICTURE),
    ("a BMP picture", b"BM", PICTURE),
    ("a Photoshop document", b"8BPS", PICTURE),
    ("a JPEG XL picture", b"\xFF\x0A", PICTURE),
    ("a JPEG XL picture", b"\0\0\0\x0CJXL ", PICTURE),
    ("a PDF document", b"%PDF", PICTURE),
    ("a FLAC sound", b"fLaC", "save it as MP3, M4A or OGG"),
    ("a packed file", b"\x1F\x8B", "unpack it first; an SVG picture is kept as plain .svg"),
];

const PICTURE: &str = "save it as JPEG, PNG or WebP";
const FILM: &str = "save it as MP4 (H.264) or WebM";

/// The brands of ISO media files that are no MP4, and what to do with them.
const BRANDS: [(&[u8], &str, &str); 10] = [
    (b"avif", "an AVIF picture", PICTURE),
    (b"avis", "an AVIF picture", PICTURE),
    (b"heic", "a HEIC picture", PICTURE),
    (b"heix", "a HEIC picture", PICTURE),
    (b"heim", "a HEIC picture", PICTURE),
    (b"hevc", "a HEIC picture", PICTURE),
    (b"mif1", "a HEIC picture", PICTURE),
    (b"msf1", "a HEIC picture", PICTURE),
    (b"crx ", "a raw picture of a camera", PICTURE),
    (b"qt  ", "a QuickTime film", FILM),
];

impl Kind {
    /// What a file is, by its first bytes.
    ///
    /// # Errors
    ///
    /// Of sort [`Sort::Unknown`] where it is nothing that can be published; says what it is, if that can be told.
    pub fn of(bytes: &[u8]) -> Result<Self, Fault> {
        let head = slice(bytes, 0, HEAD_BYTES).unwrap_or(bytes);
        plain(head).or_else(|| markup(head)).map_or_else(|| boxed(head), Ok)
    }

    /// The ending of its files, without a dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        self.row().0
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        self.row().1
    }

    /// What it is for. An MP4 or WebM may hold sound alone.
    #[must_use]
    pub fn group(self) -> Group {
        self.row().2
    }

    /// How people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().3
    }

    fn row(self) -> (&'static str, &'static str, Group, &'static str) {
        match self {
            Self::Jpeg => ("jpg", "image/jpeg", Group::Picture, "JPEG picture"),
            Self::Png => ("png", "image/png", Group::Picture, "PNG picture"),
            Self::Gif => ("gif", "image/gif", Group::Picture, "GIF picture"),
            Self::WebP => ("webp", "image/webp", Group::Picture, "WebP picture"),
            Self::Svg => ("svg", "image/svg+xml", Group::Picture, "SVG picture"),
            Self::Mp4 => ("mp4", "video/mp4", Group::Film, "MP4 film"),
            Self::WebM => ("webm", "video/webm", Group::Film, "WebM film"),
            Self::M4a => ("m4a", "audio/mp4", Group::Sound, "M4A sound"),
            Self::Mp3 => ("mp3", "audio/mpeg", Group::Sound, "MP3 sound"),
            Self::Aac => ("aac", "audio/aac", Group::Sound, "AAC sound"),
            Self::Ogg => ("ogg", "audio/ogg", Group::Sound, "OGG sound"),
            Self::Wav => ("wav", "audio/wav", Group::Sound, "WAV sound"),
            Self::WebVtt => ("vtt", "text/vtt", Group::Captions, "WebVTT file"),
        }
    }
}

/// The kinds that begin with bytes of their own.
fn plain(head: &[u8]) -> Option<Kind> {
    const BEGIN: [(&[u8], Kind); 8] = [
        (b"\xFF\xD8\xFF", Kind::Jpeg),
        (b"\x89PNG\r\n\x1A\n", Kind::Png),
        (b"GIF87a", Kind::Gif),
        (b"GIF89a", Kind::Gif),
        (b"\x1A\x45\xDF\xA3", Kind::WebM),
        (b"OggS", Kind::Ogg),
        (b"ID3", Kind::Mp3),
        (b"WEBVTT", Kind::WebVtt),
    ];
    if let Some((_, kind)) = BEGIN.iter().find(|(begin, _)| without_bom(head).starts_with(begin)) {
        return Some(*kind);
    }
    match (head.get(..4)?, head.get(8..12)) {
        (b"RIFF", Some(b"WEBP")) => Some(Kind::WebP),
        (b"RIFF", Some(b"WAVE")) => Some(Kind::Wav),
        // Eleven bits that are set, then the version and the layer; AAC has layer 0.
        ([0xFF, second, ..], _) if second & 0xF6 == 0xF0 => Some(Kind::Aac),
        ([0xFF, second, third, ..], _) if second & 0xE0 == 0xE0 && second & 0x06 == 0x02 && third >> 4 != 15 => {
            Some(Kind::Mp3)
        }
        _ => None,
    }
}

/// An SVG picture, which may begin with white space, a declaration or comments.
fn markup(head: &[u8]) -> Option<Kind> {
    let text = without_bom(head).trim_ascii_start();
    let begins = |word: &[u8]| text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    let is_svg = begins(b"<svg") || find(text, b"<svg").is_some() || find(text, b":svg").is_some();
    let is_page = begins(b"<!doctype html") || begins(b"<html");
    ((begins(b"<svg") || begins(b"<?xml") || begins(b"<!--") || begins(b"<!doctype svg") || (begins(b"<") && is_svg))
        && !is_page)
        .then_some(Kind::Svg)
}

/// The kinds of ISO media files, and what is refused.
fn boxed(head: &[u8]) -> Result<Kind, Fault> {
    let refused =
        |what: &str, hint: &str| Fault::new(Sort::Unknown, format!("is {what}, which not all browsers show"), hint);
    if slice(head, 4, 4) == Some(b"ftyp") {
        let brand = slice(head, 8, 4).unwrap_or_default();
        if let Some((_, what, hint)) = BRANDS.iter().find(|(begin, ..)| *begin == brand) {
            return Err(refused(what, hint));
        }
        return Ok(if matches!(brand, b"M4A " | b"M4B " | b"M4P ") { Kind::M4a } else { Kind::Mp4 });
    }
    if let Some((what, _, hint)) = REFUSED.iter().find(|(_, begin, _)| head.starts_with(begin)) {
        return Err(refused(what, hint));
    }
    let hint = "give a JPEG, PNG, GIF, WebP or SVG picture, an MP4 or WebM film, an MP3, M4A, AAC, OGG or WAV sound, or \
                WebVTT captions";
    Err(Fault::new(Sort::Unknown, "is none that can be published: its contents are of no known kind", hint))
}

fn without_bom(head: &[u8]) -> &[u8] {
    head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contents_tell_what_a_file_is() {
        let cases: [(&[u8], Kind); 17] = [
            (b"\xFF\xD8\xFF\xE0", Kind::Jpeg),
            (b"\x89PNG\r\n\x1A\n", Kind::Png),
            (b"GIF89a", Kind::Gif),
            (b"RIFF\0\0\0\0WEBPVP8 ", Kind::WebP),
            (b"RIFF\0\0\0\0WAVEfmt ", Kind::Wav),
            (b"\xEF\xBB\xBF \n<svg xmlns='x'/>", Kind::Svg),
            (b"<?xml version='1.0'?>", Kind::Svg),
            (b"<s:svg xmlns:s='x'/>", Kind::Svg),
            (b"\0\0\0\x18ftypisom", Kind::Mp4),
            (b"\0\0\0\x18ftypM4A ", Kind::M4a),
            (b"\x1A\x45\xDF\xA3", Kind::WebM),
            (b"OggS\0", Kind::Ogg),
            (b"ID3\x04", Kind::Mp3),
            (b"\xFF\xFB\x90\x00", Kind::Mp3),
            (b"\xFF\xF1\x50\x80", Kind::Aac),
            (b"WEBVTT\n", Kind::WebVtt),
            (b"\xEF\xBB\xBFWEBVTT", Kind::WebVtt),
        ];
        for (bytes, kind) in cases {
            assert_eq!(Kind::of(bytes), Ok(kind), "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn what_browsers_do_not_show_is_named() {
        let cases: [(&[u8], &str, &str); 6] = [
            (b"\0\0\0\x18ftypavif", "AVIF", "JPEG, PNG or WebP"),
            (b"\0\0\0\x18ftypheic", "HEIC", "JPEG, PNG or WebP"),
            (b"\0\0\0\x18ftypqt  ", "QuickTime", "MP4"),
            (b"II*\0", "TIFF", "JPEG, PNG or WebP"),
            (b"<!DOCTYPE html><svg/>", "no known kind", "JPEG"),
            (b"", "no known kind", "JPEG"),
        ];
        for (bytes, what, hint) in cases {
            let fault = Kind::of(bytes).expect_err("refused");
            assert!(fault.message.contains(what) && fault.hint.contains(hint), "{fault:?}");
        }
    }
}
