//! A plain text as words and marks, to compare texts by.

use std::ops::Range;

use super::boundary::is_unspaced;
use super::text::Text;
use unicode_normalization::char::is_combining_mark;

/// A word, or a mark that stands for itself.
#[derive(Clone, Debug)]
pub(crate) struct Token<'t> {
    /// Its plain characters.
    pub(crate) plain: &'t str,
    /// Where it stands in the text as it is on disk.
    pub(crate) range: Range<usize>,
}

impl Token<'_> {
    pub(crate) fn is_word(&self) -> bool {
        self.plain.starts_with(char::is_alphanumeric)
    }
}

/// The words and marks of a text. A hyphen or an apostrophe between letters belongs to its word, and so does a point
/// or comma between digits.
pub(crate) fn tokens<'t>(text: &'t Text<'_>) -> Vec<Token<'t>> {
    let plain = text.plain.text.as_str();
    let chars: Vec<(usize, char)> = plain.char_indices().collect();
    let char_at = |at: usize| chars.get(at).map_or(' ', |(_, c)| *c);
    let mut tokens = Vec::new();
    let mut start = 0;
    for (at, &(from, c)) in chars.iter().enumerate() {
        let end = from + c.len_utf8();
        if continues(from > start, c, char_at(at + 1), char_at(at + 2)) {
            continue;
        }
        if &plain[start..end] != " " {
            tokens.push(Token { plain: &plain[start..end], range: text.plain.original(start, end) });
        }
        start = end;
    }
    tokens
}

/// Whether the token of a character goes on behind it; `is_inside` says that it is not the first of its token.
fn continues(is_inside: bool, c: char, next: char, after_next: char) -> bool {
    let in_word = |c: char| (c.is_alphanumeric() && !is_unspaced(c)) || is_combining_mark(c);
    match (c, next) {
        (' ', _) => false,
        // A connector is only inside a token where it was found to connect.
        ('-' | '\'' | '.' | ',', _) => is_inside,
        (_, '-' | '\'') => in_word(c) && in_word(after_next),
        (_, '.' | ',') => c.is_numeric() && after_next.is_numeric(),
        _ => is_combining_mark(next) || (in_word(c) && in_word(next)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_marks_stand_apart() {
        let raw = "He said: “The allies’ 1,500 anti-war — cafe\u{301} – men…”, 中国";
        let text = Text::new(raw);
        let shown: Vec<_> = tokens(&text).iter().map(|token| &raw[token.range.clone()]).collect();
        let expected = [
            "He",
            "said",
            ":",
            "“",
            "The",
            "allies",
            "’",
            "1,500",
            "anti-war",
            "—",
            "cafe\u{301}",
            "–",
            "men",
            "…",
            "…",
            "…",
            "”",
            ",",
            "中",
            "国",
        ];
        assert_eq!(shown, expected);
    }
}
