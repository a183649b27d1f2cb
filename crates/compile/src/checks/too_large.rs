//! A file of more pixels or bytes than are taken.

use pictures::Fault;

use super::bad_file::told;
use crate::diagnostic::Sink;
use crate::{Code, Diagnostic, Span};

/// Reports a file that what is in it makes too large.
pub(crate) fn report(path: &str, span: Span, fault: &Fault, sink: &mut Sink) {
    sink.push(Diagnostic::new(Code::TooLarge, span, told(path, fault)).hint(fault.hint.clone()));
}

/// Whether a file is of at most so many bytes; it is not read where it is not.
pub(crate) fn check(path: &str, span: Span, what: &str, len_bytes: u64, most_bytes: u64, sink: &mut Sink) -> bool {
    let fits = len_bytes <= most_bytes;
    if !fits {
        let megabytes = |bytes: u64| bytes.div_ceil(1_000_000);
        let (len, most) = (megabytes(len_bytes), megabytes(most_bytes));
        let message = format!("`{path}` is of {len} MB; {what} is of at most {most} MB");
        sink.push(Diagnostic::new(Code::TooLarge, span, message).hint("save it smaller, or link to where it is shown"));
    }
    fits
}

#[cfg(test)]
mod tests {
    use crate::Code::TooLarge;
    use crate::testing::{FilesBeside, expect_in};

    fn outcome_of(kind: &str, files: &FilesBeside) -> crate::Outcome {
        files.outcome(&format!("[[media]]\nevent = \"e\"\nurl = \"a\"\nalt = \"A\"\nkind = \"{kind}\""))
    }

    #[test]
    fn a_file_of_too_many_bytes_is_not_read() {
        let mend = "(save it smaller, or link to where it is shown)";
        let picture = outcome_of("image", &FilesBeside::default().huge("a", 50_000_001));
        expect_in(&picture, TooLarge, &[&format!("3:8 `a` is of 51 MB; a picture is of at most 50 MB {mend}")]);
        let film = outcome_of("video", &FilesBeside::default().huge("a", 200_000_001));
        expect_in(&film, TooLarge, &[&format!("3:8 `a` is of 201 MB; a film or sound is of at most 200 MB {mend}")]);
    }

    #[test]
    fn a_picture_of_too_many_pixels_says_how_many_are_taken() {
        let mut gif = b"GIF89a".to_vec();
        gif.extend([0x40, 0x9C, 0x40, 0x9C, 0, 0, 0, 0x3B]);
        let expected = "3:8 `a` is a picture of 40000 × 40000 px; at most 40 million px, and 20000 on a side, are taken (save \
                        it smaller: readers see at most 2048 px of its width)";
        expect_in(&outcome_of("image", &FilesBeside::default().file("a", &gif)), TooLarge, &[expected]);
    }
}
