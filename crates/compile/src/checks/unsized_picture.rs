//! A picture from elsewhere whose size nobody knows.

use super::outside_folder::is_local;
use crate::diagnostic::Sink;
use crate::record::Record;
use crate::{Code, Diagnostic};
use story::MediaKind;

/// Warns of pictures that lie elsewhere and for which no room is kept.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    for medium in record.draft.media.iter().filter(|medium| medium.kind() == Some(MediaKind::Image)) {
        let is_sized = !medium.width.is_absent() || !medium.height.is_absent();
        let Some(url) = medium.url.good().filter(|url| !is_sized && !is_local(&url.value)) else { continue };
        let message = "the picture lies elsewhere, so its size is not known, and the page will jump when it comes";
        let hint = "give its `width` and `height` in px, or put its file into the story's folder";
        sink.push(Diagnostic::new(Code::UnsizedPicture, url.span, message).hint(hint));
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::UnsizedPicture;
    use crate::testing::expect;

    #[test]
    fn a_picture_from_elsewhere_has_a_size() {
        let row = |url: &str, rest: &str| format!("[[media]]\nevent = \"e\"\nurl = \"{url}\"\nalt = \"A\"\n{rest}");
        let elsewhere = "https://a.example/b.jpg";
        let expected = "3:8 the picture lies elsewhere, so its size is not known, and the page will jump when it comes (give \
                        its `width` and `height` in px, or put its file into the story's folder)";
        expect(UnsizedPicture, &row(elsewhere, ""), &[expected]);
        for (url, rest) in [("a.jpg", ""), (elsewhere, "width = 3\nheight = 4"), (elsewhere, "kind = \"link\"")] {
            expect(UnsizedPicture, &row(url, rest), &[]);
        }
    }
}
