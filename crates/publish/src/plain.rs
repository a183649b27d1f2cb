//! Texts without the characters that other formats cannot hold.

use std::borrow::Cow;

/// A text without control characters and noncharacters, which XML, HTML and iCalendar forbid and spreadsheets choke on.
/// Tabs stay; whatever breaks a line is a line feed.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    let is_ascii_text = |byte: &u8| matches!(byte, b'\t' | b'\n' | b' '..=b'~');
    let is_plain = || text.chars().all(|c| matches!(c, '\t' | '\n') || !is_foreign(c));
    if text.as_bytes().iter().all(is_ascii_text) || is_plain() {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\t' | '\n' => clean.push(c),
            c if is_foreign(c) => {}
            c => clean.push(c),
        }
    }
    Cow::Owned(clean)
}

/// The same in one line.
pub(crate) fn one_line(text: &str) -> String {
    plain(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text with some characters written in another way.
pub(crate) fn replaced(text: &str, way: impl Fn(char) -> Option<&'static str>) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 32);
    let mut kept = 0;
    for (at, c) in text.char_indices() {
        if let Some(other) = way(c) {
            out.push_str(&text[kept..at]);
            out.push_str(other);
            kept = at + c.len_utf8();
        }
    }
    out.push_str(&text[kept..]);
    out
}

fn is_foreign(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FFFE}' | '\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn line_ends_become_one_and_control_characters_none() {
        assert_eq!(plain("a\r\nb\rc\u{85}d\u{2028}e\tf"), "a\nb\nc\nd\ne\tf");
        assert_eq!(plain("\0a\u{1B}[31m\u{FFFE}\u{7F}b\u{202E}"), "a[31mb\u{202E}");
        assert_eq!(one_line(" a \r\n\t b\0 "), "a b");
    }

    proptest! {
        #[test]
        fn what_is_plain_stays_and_all_else_becomes_so(text in "(\\PC|[\r\n\t\0\u{1}\u{85}\u{2028}\u{FFFF}]){0,40}") {
            let clean = plain(&text).into_owned();
            prop_assert_eq!(plain(&clean), Cow::Borrowed(clean.as_str()));
            prop_assert!(clean.chars().all(|c| matches!(c, '\t' | '\n') || !is_foreign(c)));
            prop_assert!(!one_line(&text).contains('\n'));
        }
    }
}
