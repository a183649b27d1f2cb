//! A quote as its author shortened it: pieces that the source prints, and the marks between them.

use unicode_normalization::char::is_combining_mark;

/// How a piece goes on to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Nothing is left out: `[t]he`, a letter of another case, or `[word]`, which the author puts in.
    #[default]
    Nothing,
    /// `[...]` or `…`: words are left out, and a `[word]` beside it may stand for them.
    LeftOut,
}

/// Words that must stand in the source without a gap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The plain characters.
    pub(crate) text: String,
    /// The first bytes of them that may be of another case: the `T` of `[T]he`.
    pub(crate) loose_bytes: usize,
}

/// The marks between two pieces, before the first, or behind the last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    pub(crate) gap: Gap,
    /// What the author put in, without the brackets.
    pub(crate) put_in: Vec<String>,
}

/// Pieces in order, and the marks around them: one more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) marks: Vec<Marks>,
    /// How many marks there are.
    pub(crate) len: usize,
}

/// What brackets around whole words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Brackets {
    /// The author's: the words are put in.
    PutIn,
    /// The author's: the source prints the word in another case, `[The] mill`.
    Case,
    /// The source's own, and no mark.
    Printed,
}

impl Pattern {
    /// The pattern of a plain text; `None` where the author marked nothing. `reading` tells of brackets, with their words,
    /// and of what follows them, what they are.
    pub(crate) fn of(plain: &str, reading: impl Fn(&str, &str) -> Brackets) -> Option<Self> {
        let mut builder = Builder::new();
        let mut rest = plain;
        while let Some(first) = rest.chars().next() {
            let mark = mark(rest, builder.piece.text.chars().last());
            let read = mark.map(|(mark, bytes)| {
                let reading = if first == '[' { reading(&rest[..bytes], &rest[bytes..]) } else { Brackets::PutIn };
                (mark, bytes, reading)
            });
            match read.filter(|(_, _, reading)| *reading != Brackets::Printed) {
                Some((mark, bytes, reading)) => {
                    builder.take(match mark {
                        Mark::PutIn(word) if reading == Brackets::Case => Mark::Case(word),
                        mark => mark,
                    });
                    rest = &rest[bytes..];
                }
                None => {
                    builder.piece.text.push(first);
                    rest = &rest[first.len_utf8()..];
                }
            }
        }
        builder.close();
        (builder.pattern.len > 0).then_some(builder.pattern)
    }

    /// The marks between a piece and the next.
    pub(crate) fn behind(&self, piece: usize) -> &Marks {
        &self.marks[piece + 1]
    }

    /// The marks between pieces.
    pub(crate) fn between(&self) -> &[Marks] {
        let end = self.marks.len().saturating_sub(1);
        self.marks.get(1..end).unwrap_or_default()
    }
}

/// What an author marks.
#[derive(Clone, Copy)]
enum Mark<'t> {
    LeftOut,
    PutIn(&'t str),
    /// Letters of the word that follows, in another case.
    Case(&'t str),
}

/// The mark at the start of a text, and how many bytes it takes.
fn mark(text: &str, before: Option<char>) -> Option<(Mark<'_>, usize)> {
    let dots = text.len() - text.trim_start_matches('.').len();
    if dots >= 3 {
        return Some((Mark::LeftOut, dots));
    }
    let (inside, after) = text.strip_prefix('[')?.split_once(']')?;
    let word = inside.trim();
    if word.is_empty() || word.contains('[') {
        return None;
    }
    let bytes = inside.len() + 2;
    if word.len() >= 3 && word.bytes().all(|byte| byte == b'.') {
        return Some((Mark::LeftOut, bytes));
    }
    let is_glued_before = before.is_some_and(char::is_alphanumeric);
    // The plain form has one apostrophe: "[c]'est".
    let is_glued_after = after.strip_prefix('\'').unwrap_or(after).starts_with(char::is_alphanumeric);
    let is_letter = |c: char| c.is_alphabetic() || is_combining_mark(c);
    match (is_glued_before, is_glued_after) {
        (false, false) => Some((Mark::PutIn(word), bytes)),
        (false, true) if inside.chars().all(is_letter) => Some((Mark::Case(inside), bytes)),
        _ => None,
    }
}

struct Builder {
    pattern: Pattern,
    piece: Piece,
}

impl Builder {
    fn new() -> Self {
        let pattern = Pattern { pieces: Vec::new(), marks: vec![Marks::default()], len: 0 };
        Self { pattern, piece: Piece::default() }
    }

    fn take(&mut self, mark: Mark<'_>) {
        self.pattern.len += 1;
        if let Mark::Case(letters) = mark {
            if !self.piece.text.trim().is_empty() {
                self.close();
            }
            self.piece = Piece { text: letters.to_owned(), loose_bytes: letters.len() };
            return;
        }
        self.close();
        let Some(marks) = self.pattern.marks.last_mut() else { return };
        match mark {
            Mark::PutIn(words) => marks.put_in.push(words.to_owned()),
            _ => marks.gap = Gap::LeftOut,
        }
    }

    /// Ends the piece, if there is anything in it.
    fn close(&mut self) {
        let piece = std::mem::take(&mut self.piece);
        let text = piece.text.trim();
        if text.is_empty() {
            return;
        }
        self.pattern.pieces.push(Piece { text: text.to_owned(), ..piece });
        self.pattern.marks.push(Marks::default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Pieces with the marks around them, and their loose letters in braces.
    fn shown(plain: &str, printed: &str) -> Option<String> {
        let reading = |bracket: &str, _: &str| match printed.contains(bracket) {
            true => Brackets::Printed,
            false => Brackets::PutIn,
        };
        let pattern = Pattern::of(plain, reading)?;
        let marks = pattern.marks.iter().map(|marks| {
            let left_out = if marks.gap == Gap::LeftOut { "…" } else { "" };
            format!("|{left_out}{}|", marks.put_in.join("+"))
        });
        let pieces = pattern.pieces.iter().map(|piece| {
            let (loose, strict) = piece.text.split_at(piece.loose_bytes);
            if loose.is_empty() { strict.to_owned() } else { format!("{{{loose}}}{strict}") }
        });
        Some(marks.zip(pieces.chain([String::new()])).map(|(marks, piece)| marks + &piece).collect())
    }

    #[test]
    fn the_marks_of_an_author_divide_a_quote() {
        for (plain, expected) in [
            ("we will [...] win", Some("||we will|…|win||")),
            ("we will [ .... ] win", Some("||we will|…|win||")),
            ("we will ... win", Some("||we will|…|win||")),
            ("... we will win ...", Some("|…|we will win|…|")),
            ("we [Koreans] will win", Some("||we|Koreans|will win||")),
            ("[Kim] said so", Some("|Kim|said so||")),
            ("we [...] [all] win", Some("||we|…all|win||")),
            ("we [all] [of us] win", Some("||we|all+of us|win||")),
            ("[W]e will win", Some("||{W}e will win||")),
            ("so [w]e will win", Some("||so||{w}e will win||")),
            ("[c]'est la fin", Some("||{c}'est la fin||")),
            ("l'[e]au", Some("||l'||{e}au||")),
            ("[E\u{301}]tat", Some("||{E\u{301}}tat||")),
            ("we will win", None),
            ("support[ed] us", None),
            ("we will [] win", None),
            ("we will [win", None),
            ("[...]", Some("|…|")),
            ("", None),
        ] {
            assert_eq!(shown(plain, "").as_deref(), expected, "{plain}");
        }
    }

    #[test]
    fn brackets_of_the_source_are_no_marks() {
        let source = "we [the allies] will win, [T]he said";
        assert_eq!(shown("we [the allies] will win", source), None);
        assert_eq!(shown("we [the allies] ... win", source).as_deref(), Some("||we [the allies]|…|win||"));
        assert_eq!(shown("[T]he said", source), None);
    }

    proptest! {
        #[test]
        fn any_text_has_marks_around_each_piece(plain in "[a-cé. \\[\\]]{0,40}") {
            if let Some(pattern) = Pattern::of(&plain, |_, _| Brackets::PutIn) {
                prop_assert_eq!(pattern.marks.len(), pattern.pieces.len() + 1);
                prop_assert!(pattern.pieces.iter().all(|piece| piece.text.is_char_boundary(piece.loose_bytes)));
            }
        }
    }
}
