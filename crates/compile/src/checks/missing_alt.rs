//! A picture without words for those who do not see it.

use crate::diagnostic::Sink;
use crate::draft::MediaDraft;
use crate::record::Record;
use crate::{Code, Diagnostic, Span};
use story::MediaKind;

/// Reports pictures that do not say what they show, nor why there is nothing to say.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    for medium in record.draft.media.iter().filter(|medium| medium.kind() == Some(MediaKind::Image)) {
        if let Some((span, message, hint)) = fault(medium) {
            sink.push(Diagnostic::new(Code::MissingAlt, span, message).hint(hint));
        }
    }
}

fn fault(medium: &MediaDraft<'_>) -> Option<(Span, &'static str, &'static str)> {
    if medium.alt.is_bad() || medium.decorative.is_bad() {
        return None;
    }
    let alt = medium.alt.good().filter(|alt| !alt.value.is_empty());
    match (alt, medium.decorative.good()) {
        (None, None) => Some((
            medium.alt.span_or(medium.span),
            "the picture does not say what it shows",
            "tell it to those who do not see it: `alt = \"Two men shake hands on a bridge\"`; if it shows nothing that has \
             to be told, write `alt = \"\"` and `decorative = \"…\"` with the reason",
        )),
        (Some(_), Some(decorative)) => Some((
            decorative.span,
            "the picture says what it shows, and that there is nothing to say",
            "leave out `decorative`, or write `alt = \"\"`",
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::{EmptyText, MissingAlt, MissingField};
    use crate::testing::{csv_outcome, expect, expect_in};

    const ASKED: &str = "the picture does not say what it shows (tell it to those who do not see it: `alt = \"Two men shake \
                         hands on a bridge\"`; if it shows nothing that has to be told, write `alt = \"\"` and `decorative = \
                         \"…\"` with the reason)";

    fn row(rest: &str) -> String {
        format!("[[media]]\nevent = \"e\"\nurl = \"a.jpg\"\n{rest}")
    }

    #[test]
    fn a_picture_says_what_it_shows_or_why_not() {
        for good in [
            "alt = \"A\"",
            "alt = \"\"\ndecorative = \"A pattern.\"",
            "decorative = \"A pattern.\"",
            "atl = \"A\"",
            "alt = 3",
        ] {
            expect(MissingAlt, &row(good), &[]);
            expect(MissingField, &row(good), &[]);
        }
        expect(MissingAlt, &row(""), &[&format!("1:1 {ASKED}")]);
        expect(MissingAlt, &row("alt = \"\""), &[&format!("4:7 {ASKED}")]);
        expect(EmptyText, &row("alt = \"\""), &[]);
        expect(EmptyText, &row("alt = \"  \""), &["4:7 `alt` is empty (write something, or leave the field out)"]);
        expect(
            MissingAlt,
            &row("alt = \"A\"\ndecorative = \"B\""),
            &[
                "5:15 the picture says what it shows, and that there is nothing to say (leave out `decorative`, or write \
               `alt = \"\"`)",
            ],
        );
    }

    #[test]
    fn an_empty_cell_is_as_good_as_an_empty_text() {
        let outcome = csv_outcome("media.csv", "event,url,alt,decorative\ne,a.jpg,,A pattern\ne,b.jpg,,\n");
        expect_in(&outcome, MissingAlt, &[&format!("3:1 {ASKED}")]);
    }

    #[test]
    fn what_is_no_picture_needs_a_name() {
        let film = row("kind = \"video\"");
        expect(MissingAlt, &film, &[]);
        let asked =
            "1:1 a picture, film, sound or link needs `alt` (say what the picture shows, for those who do not see it)";
        expect(MissingField, &film, &[asked]);
    }
}
