//! A width or a height that is no number of pixels, or one without the other.

use crate::diagnostic::Sink;
use crate::draft::MediaDraft;
use crate::read::Text;
use crate::record::Record;
use crate::{Code, Diagnostic};

/// Reads a width or a height.
pub(crate) fn check(field: &str, size: &Text<'_>, sink: &mut Sink) -> Option<u16> {
    let px = size.value.parse().ok().filter(|&px| px > 0);
    if px.is_none() {
        let message = format!("`{}` is not a {field} in pixels", size.value);
        let hint = "write a whole number from 1 to 65535, as the picture's file has it";
        sink.push(Diagnostic::new(Code::BadSize, size.span, message).hint(hint));
    }
    px
}

/// Checks that a picture has both or neither: one alone reserves no room for it.
pub(crate) fn check_pairs(record: &Record<'_>, sink: &mut Sink) {
    for medium in &record.draft.media {
        let (given, missing) = match (medium.width.is_absent(), medium.height.is_absent()) {
            (false, true) => (&medium.width, "height"),
            (true, false) => (&medium.height, "width"),
            _ => continue,
        };
        if let Some(given) = given.good() {
            let message = format!("the picture has no `{missing}`");
            let hint = format!("add `{missing}`, or leave both out");
            sink.push(Diagnostic::new(Code::BadSize, given.span, message).hint(hint));
        }
    }
}

/// Reports a size that is not that of the file, so that nobody keeps room for another picture.
pub(crate) fn check_against_file(draft: &MediaDraft<'_>, given: (u16, u16), of_file: (u16, u16), sink: &mut Sink) {
    // What is published may be smaller than the file: its shape tells.
    let is_of_shape = |(width, height): (u16, u16)| {
        let across = u64::from(width) * u64::from(of_file.1);
        let down = u64::from(height) * u64::from(of_file.0);
        across.abs_diff(down) <= u64::from(of_file.0.max(of_file.1)).max(u64::from(width.max(height)))
    };
    if let Some(width) = draft.width.good().filter(|_| !is_of_shape(given)) {
        let message = format!(
            "the picture is not of {} × {} px: its file is of {} × {} px",
            given.0, given.1, of_file.0, of_file.1
        );
        let hint = "leave out `width` and `height`: they are read from the file";
        sink.push(Diagnostic::new(Code::BadSize, width.span, message).hint(hint));
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::BadSize;
    use crate::testing::expect;

    fn row(size: &str) -> String {
        format!("[[media]]\nevent = \"e\"\nurl = \"a.jpg\"\nalt = \"A\"\n{size}")
    }

    #[test]
    fn a_picture_is_some_whole_pixels_wide_and_high() {
        expect(BadSize, &row("width = 1\nheight = \"65535\""), &[]);
        for bad in ["0", "-5", "1.5", "65536", "\"12px\""] {
            let (value, column) = (bad.trim_matches('"'), if bad.starts_with('"') { 10 } else { 9 });
            let expected = format!(
                "5:{column} `{value}` is not a width in pixels \
                 (write a whole number from 1 to 65535, as the picture's file has it)"
            );
            expect(BadSize, &row(&format!("width = {bad}\nheight = 3")), &[&expected]);
        }
    }

    #[test]
    fn a_width_needs_a_height_and_a_height_a_width() {
        expect(BadSize, &row("width = 640"), &["5:9 the picture has no `height` (add `height`, or leave both out)"]);
        expect(BadSize, &row("height = 48"), &["5:10 the picture has no `width` (add `width`, or leave both out)"]);
    }
}
