//! A file whose contents cannot be published.

use pictures::Fault;

use crate::diagnostic::Sink;
use crate::{Code, Diagnostic, Span};

/// Reports what is wrong with a file.
pub(crate) fn report(path: &str, span: Span, fault: &Fault, sink: &mut Sink) {
    sink.push(Diagnostic::new(Code::BadFile, span, told(path, fault)).hint(fault.hint.clone()));
}

/// What is wrong with a file, and where in it.
pub(crate) fn told(path: &str, fault: &Fault) -> String {
    let place = fault.place.map(|place| format!(" ({place} of the file)")).unwrap_or_default();
    format!("`{path}` {}{place}", fault.message)
}

#[cfg(test)]
mod tests {
    use crate::Code::BadFile;
    use crate::testing::{FilesBeside, expect_in, picture};

    #[test]
    fn a_picture_must_be_one_and_whole() {
        let whole = picture(30, 20);
        let toml = "[[media]]\nevent = \"e\"\nurl = \"a.png\"\nalt = \"A\"";
        let outcome = |bytes: &[u8]| FilesBeside::default().file("a.png", bytes).outcome(toml);
        expect_in(&outcome(&whole), BadFile, &[]);
        let cut = "3:8 `a.png` is a PNG picture that ends before it is whole (take the original file again, or open it in a \
                   program for pictures and save it anew)";
        expect_in(&outcome(&whole[..whole.len() - 20]), BadFile, &[cut]);
        let words = "3:8 `a.png` is none that can be published: its contents are of no known kind (give a JPEG, PNG, GIF, \
                     WebP or SVG picture, an MP4 or WebM film, an MP3, M4A, AAC, OGG or WAV sound, or WebVTT captions)";
        expect_in(&outcome(b"just words"), BadFile, &[words]);
        let heic = "3:8 `a.png` is a HEIC picture, which not all browsers show (save it as JPEG, PNG or WebP)";
        expect_in(&outcome(b"\0\0\0\x18ftypheic"), BadFile, &[heic]);
        let svg = "3:8 `a.png` is a damaged SVG picture: the root node was opened but never closed (line 1, column 1 of the \
                   file) (open it in a program that can show it, and save it anew)";
        expect_in(&outcome(b"<svg xmlns=\"http://www.w3.org/2000/svg\">"), BadFile, &[svg]);
    }
}
