//! Captions that are no WebVTT.

use pictures::Fault;

use super::bad_file::told;
use crate::diagnostic::Sink;
use crate::{Code, Diagnostic, Span};

/// Reports what is wrong with a file of captions, and in which line.
pub(crate) fn report(path: &str, span: Span, fault: &Fault, sink: &mut Sink) {
    sink.push(Diagnostic::new(Code::BadCaptions, span, told(path, fault)).hint(fault.hint.clone()));
}

/// Reports captions that lie elsewhere, which no page could load without leave of that server.
pub(crate) fn report_elsewhere(address: &str, span: Span, sink: &mut Sink) {
    let message = format!("the captions `{address}` lie on another server");
    let hint = "put the file into the story's folder, and write its path";
    sink.push(Diagnostic::new(Code::BadCaptions, span, message).hint(hint));
}

#[cfg(test)]
mod tests {
    use crate::Code::BadCaptions;
    use crate::testing::{FilesBeside, expect_in, sound};

    fn outcome(vtt: &str, captions: &str) -> crate::Outcome {
        let files = FilesBeside::default().file("a.wav", &sound()).file("a.vtt", vtt.as_bytes());
        files.outcome(&format!(
            "[[media]]\nevent = \"e\"\nurl = \"a.wav\"\nalt = \"A\"\nkind = \"audio\"\ncaptions = {captions}"
        ))
    }

    #[test]
    fn captions_are_web_vtt_in_the_folder() {
        let sound = "WEBVTT\n\n00:01.000 --> 00:02.000\nHello";
        for captions in
            ["\"a.vtt\"", "[\"a.vtt\"]", "[\"de: a.vtt\"]", "[{ file = \"a.vtt\", language = \"de\", label = \"D\" }]"]
        {
            let outcome = outcome(sound, captions);
            assert!(outcome.story.is_some() || outcome.diagnostics.iter().all(|it| it.code != BadCaptions));
            expect_in(&outcome, BadCaptions, &[]);
        }
        let expected = "6:13 `a.vtt` has `00:01,000` for a time (line 3, column 1 of the file) (write the times as `00:01.000 \
                        --> 00:04.000` or `01:00:01.000 --> 01:00:04.000`)";
        expect_in(&outcome(&sound.replace('.', ","), "\"a.vtt\""), BadCaptions, &[expected]);
        let expected = "6:13 the captions `https://a.example/b.vtt` lie on another server (put the file into the story's \
                        folder, and write its path)";
        expect_in(&outcome(sound, "\"https://a.example/b.vtt\""), BadCaptions, &[expected]);
    }
}
