//! A field that says nothing of such a medium.

use crate::Span;
use crate::diagnostic::Sink;
use crate::draft::MediaDraft;
use crate::record::Record;
use crate::{Code, Diagnostic};
use story::MediaKind::{self, Audio, Image, Link, Video};

/// Finds where a field stands, if it is given.
type Given = fn(&MediaDraft<'_>) -> Option<Span>;

/// The fields that only some kinds have.
const FIELDS: [(&str, &[MediaKind], Given); 9] = [
    ("decorative", &[Image], |it| Some(it.decorative.good()?.span)),
    ("sensitive", &[Image, Video], |it| Some(it.sensitive.good()?.span)),
    ("focus", &[Image], |it| Some(it.focus.good()?.span)),
    ("width", &[Image, Video], |it| Some(it.width.good()?.span)),
    ("height", &[Image, Video], |it| Some(it.height.good()?.span)),
    ("poster", &[Video], |it| Some(it.poster.good()?.span)),
    ("captions", &[Video, Audio], |it| Some(it.captions.first()?.file.good()?.span)),
    ("transcript", &[Video, Audio], |it| Some(it.transcript.good()?.span)),
    ("duration", &[Video, Audio], |it| Some(it.duration.good()?.span)),
];

/// Warns of fields that nobody is told.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    for medium in &record.draft.media {
        let Some(kind) = medium.kind() else { continue };
        for (field, _, given) in FIELDS.iter().filter(|(_, kinds, _)| !kinds.contains(&kind)) {
            if let Some(span) = given(medium) {
                let message = format!("{} has no `{field}`, so nobody is told", name(kind));
                let hint = "leave it out, or mend `kind`: `image`, `video`, `audio` or `link`";
                sink.push(Diagnostic::new(Code::IdleField, span, message).hint(hint));
            }
        }
    }
}

fn name(kind: MediaKind) -> &'static str {
    match kind {
        Image => "a picture",
        Link => "a link",
        Video => "a film",
        Audio => "a sound",
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::IdleField;
    use crate::testing::expect;

    #[test]
    fn each_kind_has_fields_of_its_own() {
        let row = |rest: &str| format!("[[media]]\nevent = \"e\"\nurl = \"a\"\nalt = \"A\"\n{rest}");
        let mend = "(leave it out, or mend `kind`: `image`, `video`, `audio` or `link`)";
        for (rest, expected) in [
            ("poster = \"p.jpg\"", Some("5:11 a picture has no `poster`, so nobody is told")),
            ("captions = \"a.vtt\"", Some("5:13 a picture has no `captions`, so nobody is told")),
            ("kind = \"audio\"\nfocus = \"1% 1%\"", Some("6:10 a sound has no `focus`, so nobody is told")),
            ("kind = \"link\"\nsensitive = \"S\"", Some("6:14 a link has no `sensitive`, so nobody is told")),
            ("kind = \"video\"\ndecorative = \"S\"", Some("6:15 a film has no `decorative`, so nobody is told")),
            ("kind = \"video\"\nposter = \"p.jpg\"\nduration = 3", None),
            ("sensitive = \"S\"\nfocus = \"1% 1%\"\nlicence = \"CC0\"", None),
        ] {
            let expected: Vec<String> = expected.iter().map(|it| format!("{it} {mend}")).collect();
            expect(IdleField, &row(rest), &expected.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }
}
