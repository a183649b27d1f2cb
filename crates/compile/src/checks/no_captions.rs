//! A film or sound without words for those who do not hear it.

use crate::diagnostic::Sink;
use crate::record::Record;
use crate::{Code, Diagnostic};
use story::MediaKind;

/// Warns of films and sounds that have neither captions nor a transcript.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    for medium in &record.draft.media {
        let what = match medium.kind() {
            Some(MediaKind::Video) => "film",
            Some(MediaKind::Audio) => "sound",
            _ => continue,
        };
        let has_words = !medium.captions.is_empty() || medium.captions_are_bad || !medium.transcript.is_absent();
        if let Some(url) = medium.url.good().filter(|_| !has_words) {
            let message = format!("the {what} has no captions and no transcript");
            let hint = "add `captions = \"film.vtt\"`, a WebVTT file, or `transcript`, so that those who do not hear it know \
                        what is said";
            sink.push(Diagnostic::new(Code::NoCaptions, url.span, message).hint(hint));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::NoCaptions;
    use crate::testing::expect;

    #[test]
    fn what_is_heard_can_be_read() {
        let row = |kind: &str, rest: &str| {
            format!("[[media]]\nevent = \"e\"\nurl = \"a\"\nalt = \"A\"\nkind = \"{kind}\"\n{rest}")
        };
        for (kind, rest) in [
            ("video", "captions = \"a.vtt\""),
            ("audio", "transcript = \"https://a.example/t\""),
            ("video", "captions = 3"),
            ("video", "caption = \"A\"\ncaptoins = \"a.vtt\""),
            ("image", ""),
            ("link", ""),
        ] {
            expect(NoCaptions, &row(kind, rest), &[]);
        }
        for (kind, what) in [("video", "film"), ("audio", "sound")] {
            let expected = format!(
                "3:8 the {what} has no captions and no transcript (add `captions = \"film.vtt\"`, a WebVTT file, or \
                 `transcript`, so that those who do not hear it know what is said)"
            );
            expect(NoCaptions, &row(kind, ""), &[&expected]);
        }
    }
}
