//! A width or a height that is no number of pixels, or one without the other.

use crate::diagnostic::Sink;
use crate::draft::Slot;
use crate::record::Record;
use crate::row::Literal;
use crate::{Code, Diagnostic};

/// Reads a width or a height.
pub(crate) fn check(field: &str, size: &Literal<'_>, sink: &mut Sink) -> Option<u16> {
    let px = size.value.parse().ok().filter(|&px| px > 0);
    if px.is_none() {
        let article = if field.starts_with('i') { "an" } else { "a" };
        let message = format!("`{}` is not {article} {field} in pixels", size.value);
        let hint = "write a whole number from 1 to 65535, as the picture's file has it";
        sink.push(Diagnostic::new(Code::BadSize, size.span, message).hint(hint));
    }
    px
}

/// Checks that a picture has both or neither: one alone reserves no room for it.
pub(crate) fn check_pairs(record: &Record<'_>, sink: &mut Sink) {
    for medium in &record.draft.media {
        check_pair([("width", &medium.width), ("height", &medium.height)], sink);
    }
}

/// The same of the picture that stands for the story elsewhere, which has to be there.
pub(crate) fn check_share_image(record: &Record<'_>, sink: &mut Sink) {
    let Some(imprint) = record.story().map(|story| &story.imprint) else { return };
    let sides = [("image_width", &imprint.image_width), ("image_height", &imprint.image_height)];
    check_pair(sides, sink);
    let given = sides.into_iter().find_map(|(field, side)| Some((field, side.good()?)));
    if let Some((field, given)) = given.filter(|_| imprint.image.is_absent()) {
        let message = format!("there is an `{field}` and no `image`");
        let hint = "name the picture: `image = \"…\"`";
        sink.push(Diagnostic::new(Code::BadSize, given.span, message).hint(hint));
    }
}

fn check_pair([(width, first), (height, second)]: [(&str, &Slot<u16>); 2], sink: &mut Sink) {
    let (given, missing) = match (first.is_absent(), second.is_absent()) {
        (false, true) => (first, height),
        (true, false) => (second, width),
        _ => return,
    };
    if let Some(given) = given.good() {
        let message = format!("the picture has no `{missing}`");
        let hint = format!("add `{missing}`, or leave both out");
        sink.push(Diagnostic::new(Code::BadSize, given.span, message).hint(hint));
    }
}

/// Reports a size that is not that of the file, so that nobody keeps room for another picture.
pub(crate) fn check_against_file(width: &Slot<u16>, given: (u16, u16), of_file: (u16, u16), sink: &mut Sink) {
    // What is published may be smaller than the file: its shape tells.
    let is_of_shape = |(width, height): (u16, u16)| {
        let across = u64::from(width) * u64::from(of_file.1);
        let down = u64::from(height) * u64::from(of_file.0);
        across.abs_diff(down) <= u64::from(of_file.0.max(of_file.1)).max(u64::from(width.max(height)))
    };
    if let Some(width) = width.good().filter(|_| !is_of_shape(given)) {
        let message = format!(
            "the picture is not of {} × {} px: its file is of {} × {} px",
            given.0, given.1, of_file.0, of_file.1
        );
        let hint = "leave out its width and height: they are read from the file";
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

    #[test]
    fn the_picture_for_elsewhere_has_its_size_or_none() {
        let story = |rest: &str| format!("[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\n{rest}");
        expect(BadSize, &story("image = \"a.jpg\"\nimage_width = 1200\nimage_height = 630"), &[]);
        let pair = "6:15 the picture has no `image_height` (add `image_height`, or leave both out)";
        expect(BadSize, &story("image = \"a.jpg\"\nimage_width = 1200"), &[pair]);
        let alone = "5:15 there is an `image_width` and no `image` (name the picture: `image = \"…\"`)";
        expect(BadSize, &story("image_width = 1200\nimage_height = 630"), &[alone]);
        let zero = "6:15 `0` is not an image_width in pixels \
                    (write a whole number from 1 to 65535, as the picture's file has it)";
        expect(BadSize, &story("image = \"a.jpg\"\nimage_width = 0\nimage_height = 630"), &[zero]);
    }
}
