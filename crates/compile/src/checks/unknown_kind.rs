//! A kind of media or of changes that does not exist.

use crate::diagnostic::Sink;
use crate::row::Literal;
use crate::{Code, Diagnostic};
use story::{ChangeKind, MediaKind};

/// Reads the kind of a picture or link.
pub(crate) fn check(word: &Literal<'_>, sink: &mut Sink) -> Option<MediaKind> {
    let kind = MediaKind::from_name(&word.value);
    if kind.is_none() {
        let message = format!("there is no kind of media `{}`", word.value);
        let hint = "write `image`, `video` or `audio` for a file, or `link` for anything that is shown elsewhere";
        sink.push(Diagnostic::new(Code::UnknownKind, word.span, message).hint(hint));
    }
    kind
}

/// Reads the kind of a change.
pub(crate) fn check_change(word: &Literal<'_>, sink: &mut Sink) -> Option<ChangeKind> {
    let kind = ChangeKind::from_name(&word.value);
    if kind.is_none() {
        let message = format!("there is no kind of change `{}`", word.value);
        let hint = "write `correction` where something was wrong, or `update` where there is more to tell";
        sink.push(Diagnostic::new(Code::UnknownKind, word.span, message).hint(hint));
    }
    kind
}

#[cfg(test)]
mod tests {
    use crate::Code::UnknownKind;
    use crate::testing::expect;

    #[test]
    fn media_are_pictures_films_sounds_or_links() {
        let row = |kind| format!("[[media]]\nevent = \"e\"\nurl = \"a.jpg\"\nalt = \"A\"\nkind = \"{kind}\"");
        for kind in story::MediaKind::ALL {
            expect(UnknownKind, &row(kind.name()), &[]);
        }
        expect(
            UnknownKind,
            &row("film"),
            &["5:9 there is no kind of media `film` \
               (write `image`, `video` or `audio` for a file, or `link` for anything that is shown elsewhere)"],
        );
    }
    #[test]
    fn changes_are_corrections_or_updates() {
        let row = |kind| format!("[[changes]]\ndate = \"2024\"\nnote = \"N\"\nkind = \"{kind}\"");
        for known in ["correction", "update"] {
            expect(UnknownKind, &row(known), &[]);
        }
        expect(
            UnknownKind,
            &row("erratum"),
            &["4:9 there is no kind of change `erratum` \
               (write `correction` where something was wrong, or `update` where there is more to tell)"],
        );
    }
}
