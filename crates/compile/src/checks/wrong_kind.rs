//! A file of another kind than the one that is needed.

use crate::diagnostic::Sink;
use crate::{Code, Diagnostic, Span};

/// Reports a file of which something else was needed.
pub(crate) fn report(path: &str, span: Span, is: &str, needed: &str, hint: &str, sink: &mut Sink) {
    let message = format!("`{path}` is {is}, and {needed} is needed here");
    sink.push(Diagnostic::new(Code::WrongKind, span, message).hint(hint));
}

#[cfg(test)]
mod tests {
    use crate::Code::WrongKind;
    use crate::testing::{FilesBeside, expect_in, picture, sound};

    #[test]
    fn a_file_is_of_the_kind_that_its_field_says() {
        let files = FilesBeside::default().file("a.png", &picture(9, 7)).file("b.wav", &sound());
        let row = |url: &str, kind: &str, rest: &str| {
            let toml = format!("[[media]]\nevent = \"e\"\nurl = \"{url}\"\nalt = \"A\"\nkind = \"{kind}\"\n{rest}");
            files.outcome(&toml)
        };
        expect_in(&row("a.png", "image", ""), WrongKind, &[]);
        expect_in(&row("b.wav", "audio", "transcript = \"https://a.example\""), WrongKind, &[]);
        for (outcome, expected) in [
            (
                row("b.wav", "image", ""),
                "3:8 `b.wav` is a WAV sound, and a picture is needed here (write `kind = \"audio\"`)",
            ),
            (
                row("b.wav", "video", ""),
                "3:8 `b.wav` is a WAV sound, and a film is needed here (write `kind = \"audio\"`)",
            ),
            (
                row("a.png", "audio", ""),
                "3:8 `a.png` is a PNG picture, and a sound is needed here (write `kind = \"image\"`)",
            ),
            (
                row("b.wav", "audio", "transcript = \"a.png\""),
                "6:15 `a.png` is a PNG picture, and a text is needed here (save it as plain text in UTF-8, or name the \
                 address of a page)",
            ),
        ] {
            expect_in(&outcome, WrongKind, &[expected]);
        }
    }
}
