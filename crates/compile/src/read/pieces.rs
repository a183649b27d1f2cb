//! Where a TOML file can be cut, so that its rows can be read piece by piece.

use std::ops::Range;

/// The pieces of a file, each a little larger than `piece_bytes`. All but the first begin with a line `[[name]]`.
///
/// A text or a list that reaches over such a line is cut as well; then one of its pieces is no TOML.
pub(crate) fn pieces(text: &str, piece_bytes: usize) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0_usize;
    std::iter::from_fn(move || {
        let piece = start..next_header(text, start.saturating_add(piece_bytes.max(1)));
        start = piece.end;
        (!piece.is_empty()).then_some(piece)
    })
}

/// The byte at which the next line of the form `[[name]]` begins; the end of the text where there is none.
fn next_header(text: &str, from: usize) -> usize {
    let mut at = from;
    while !text.is_char_boundary(at) && at < text.len() {
        at += 1;
    }
    while let Some(found) = text.get(at..).and_then(|rest| rest.find("\n[[")) {
        at += found + 1;
        if is_header(&text[at..]) {
            return at;
        }
    }
    text.len()
}

/// Whether a line begins a row of a table of the story's, not of a table inside one.
fn is_header(line: &str) -> bool {
    let name = line.strip_prefix("[[").and_then(|rest| rest.split_once("]]"));
    name.is_some_and(|(name, _)| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_file_is_cut_before_the_rows_of_its_tables() {
        let text = "[story]\nid = \"s\"\n[[events]]\nid = 1\n[[events.accounts]]\n[[events]]\n";
        let cut: Vec<&str> = pieces(text, 1).map(|range| &text[range]).collect();
        let expected = ["[story]\nid = \"s\"\n", "[[events]]\nid = 1\n[[events.accounts]]\n", "[[events]]\n"];
        assert_eq!(cut, expected);
        assert_eq!(pieces(text, text.len()).count(), 1);
        assert_eq!(pieces("", 9).count(), 0);
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_file(text in "[\\[\\]ae.é\n]{0,60}", piece_bytes in 0..9_usize) {
            let cut: String = pieces(&text, piece_bytes).map(|range| &text[range]).collect();
            prop_assert_eq!(cut, text);
        }
    }
}
