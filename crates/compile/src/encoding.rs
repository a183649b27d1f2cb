//! Bytes to text: UTF-8, with or without byte order mark, with any line ending.

use crate::{Code, Diagnostic, FileId, Span};

/// Why a file could not be read as text.
pub(crate) struct Complaint {
    message: String,
    hint: &'static str,
    at: usize,
}

impl Complaint {
    /// The diagnostic, once the file has a number.
    pub(crate) fn diagnostic(&self, file: FileId) -> Diagnostic {
        let span = Span::new(file, self.at..self.at + 1);
        Diagnostic::new(Code::BadEncoding, span, self.message.as_str()).hint(self.hint)
    }
}

/// A byte order mark in UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

const SAVE_AS_UTF8: &str = "save the file as UTF-8; in a spreadsheet, export it as \"CSV UTF-8\"";
const SAVE_TEXT_AS_UTF8: &str = "save the text as UTF-8: editors offer it beside the name under \"Save as\"";

/// The text of a file, as far as it can be read, and what is wrong with it.
///
/// Byte order marks are cut off, of which careless tools put two, and every line ending becomes a line feed, so that
/// a story is the same on every system. Neither moves a line or a column.
pub(crate) fn decode(mut bytes: Vec<u8>) -> (String, Option<Complaint>) {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return (String::new(), Some(complaint("the file is UTF-16, not UTF-8", 0)));
    }
    let marks = bytes.chunks(MARK.len()).take_while(|chunk| *chunk == MARK).count();
    bytes.drain(..marks * MARK.len());
    match String::from_utf8(bytes) {
        Ok(text) => {
            let text = with_line_feeds(text);
            let zero = text.find('\0').map(|at| complaint("the file holds a zero byte, as UTF-16 does", at));
            (text, zero)
        }
        Err(error) => {
            let (sound, rest) = error.as_bytes().split_at(error.utf8_error().valid_up_to());
            let byte = rest.first().copied().unwrap_or_default();
            let at = with_line_feeds(String::from_utf8_lossy(sound).into_owned()).len();
            let text = with_line_feeds(String::from_utf8_lossy(error.as_bytes()).into_owned());
            (text, Some(complaint(&format!("the byte {byte:02X} here is not UTF-8"), at)))
        }
    }
}

/// The text of an archived source, byte for byte, and what is wrong with it.
pub(crate) fn archived(bytes: Vec<u8>) -> (String, Option<Complaint>) {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => return (text, None),
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    };
    let (text, complaint) = decode(bytes);
    (text, complaint.map(|complaint| Complaint { hint: SAVE_TEXT_AS_UTF8, ..complaint }))
}

fn with_line_feeds(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

fn complaint(message: &str, at: usize) -> Complaint {
    Complaint { message: message.to_owned(), hint: SAVE_AS_UTF8, at }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_and_any_line_ending_are_no_trouble() {
        for bytes in [b"\xEF\xBB\xBFa\rb\r\nc\n".as_slice(), b"\xEF\xBB\xBF\xEF\xBB\xBFa\nb\nc\n"] {
            let (text, complaint) = decode(bytes.to_vec());
            assert_eq!(text, "a\nb\nc\n");
            assert!(complaint.is_none());
        }
    }

    #[test]
    fn a_text_of_the_archive_is_nothing_to_export_from_a_spreadsheet() {
        for bytes in [b"caf\xE9".as_slice(), b"a\0b\0"] {
            let (_, complaint) = archived(bytes.to_vec());
            assert_eq!(complaint.map(|complaint| complaint.hint), Some(SAVE_TEXT_AS_UTF8));
        }
    }

    #[test]
    fn other_encodings_are_refused_at_the_first_wrong_byte() {
        let cases: [(&[u8], usize, &str); 6] = [
            (b"\xFF\xFEa\0", 0, "UTF-16"),
            (b"\xFE\xFF\0a", 0, "UTF-16"),
            (b"title = \"caf\xE9\"", 12, "E9"),
            (b"a\0b\0", 1, "zero byte"),
            (b"a\r\nb\r\n\0", 4, "zero byte"),
            (b"a\r\nb\rc\xE9\r\n", 5, "E9"),
        ];
        for (bytes, at, word) in cases {
            let (_, complaint) = decode(bytes.to_vec());
            let complaint = complaint.expect("a complaint");
            assert_eq!(complaint.at, at);
            assert!(complaint.message.contains(word), "{}", complaint.message);
        }
    }
}
