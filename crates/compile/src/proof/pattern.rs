//! A quote as its author shortened it: pieces that the source prints, and what stands between them.

/// How a piece goes on to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// `[...]` or `…`: words are left out.
    LeftOut,
    /// `[word]`: the author's word stands for a few, or for none.
    PutIn,
    /// `[t]he`: nothing is left out, a letter has another case.
    Nothing,
}

/// Words that must stand in the source without a gap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The plain characters.
    pub(crate) text: String,
    /// The first bytes of them that may be of another case: the `T` of `[T]he`.
    pub(crate) loose_bytes: usize,
}

/// Pieces in order, and the gaps between them: one less.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pattern {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) gaps: Vec<Gap>,
}

/// How long a word in brackets may be, bytes; what is longer is no single word.
const WORD_BYTES: usize = 80;

impl Pattern {
    /// The pattern of a plain text; `None` where the author marked nothing.
    pub(crate) fn of(plain: &str) -> Option<Self> {
        let mut builder = Builder::default();
        let mut rest = plain;
        let mut is_marked = false;
        while let Some(first) = rest.chars().next() {
            if let Some((mark, bytes)) = mark(rest, builder.piece.text.chars().last()) {
                is_marked = true;
                builder.take(mark);
                rest = &rest[bytes..];
            } else {
                builder.piece.text.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
        builder.close();
        is_marked.then_some(builder.pattern)
    }
}

/// What an author marks.
#[derive(Clone, Copy)]
enum Mark<'t> {
    Gap(Gap),
    /// Letters of the word that follows, in another case.
    Case(&'t str),
}

/// The mark at the start of a text, and how many bytes it takes.
fn mark(text: &str, before: Option<char>) -> Option<(Mark<'_>, usize)> {
    let dots = text.len() - text.trim_start_matches('.').len();
    if dots >= 3 {
        return Some((Mark::Gap(Gap::LeftOut), dots));
    }
    let (inside, after) = text.strip_prefix('[')?.split_once(']')?;
    let word = inside.trim();
    if word.is_empty() || word.len() > WORD_BYTES || word.contains('[') {
        return None;
    }
    let bytes = inside.len() + 2;
    if word.len() >= 3 && word.bytes().all(|byte| byte == b'.') {
        return Some((Mark::Gap(Gap::LeftOut), bytes));
    }
    let is_glued_before = before.is_some_and(char::is_alphanumeric);
    let is_glued_after = after.starts_with(char::is_alphanumeric);
    match (is_glued_before, is_glued_after) {
        (false, false) => Some((Mark::Gap(Gap::PutIn), bytes)),
        (false, true) if inside.chars().all(char::is_alphabetic) => Some((Mark::Case(inside), bytes)),
        _ => None,
    }
}

#[derive(Default)]
struct Builder {
    pattern: Pattern,
    piece: Piece,
    /// What lies between the last piece and this one.
    gap: Option<Gap>,
}

impl Builder {
    fn take(&mut self, mark: Mark<'_>) {
        match mark {
            Mark::Gap(gap) => {
                self.close();
                // Beside words that are left out, a word that is put in may stand for any of them.
                self.gap = if self.gap == Some(Gap::LeftOut) { self.gap } else { Some(gap) };
            }
            Mark::Case(letters) => {
                if !self.piece.text.trim().is_empty() {
                    self.close();
                    self.gap = Some(Gap::Nothing);
                }
                self.piece = Piece { text: letters.to_owned(), loose_bytes: letters.len() };
            }
        }
    }

    /// Ends the piece, if there is anything in it.
    fn close(&mut self) {
        let piece = std::mem::take(&mut self.piece);
        let text = piece.text.trim();
        if text.is_empty() {
            return;
        }
        if !self.pattern.pieces.is_empty() {
            self.pattern.gaps.push(self.gap.unwrap_or(Gap::LeftOut));
        }
        self.gap = None;
        self.pattern.pieces.push(Piece { text: text.to_owned(), ..piece });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Pieces with their gaps between them, and their loose letters in braces.
    fn shown(plain: &str) -> Option<String> {
        let pattern = Pattern::of(plain)?;
        let gaps = pattern.gaps.iter().map(|gap| match gap {
            Gap::LeftOut => " … ",
            Gap::PutIn => " + ",
            Gap::Nothing => " ",
        });
        let pieces = pattern.pieces.iter().map(|piece| {
            let (loose, strict) = piece.text.split_at(piece.loose_bytes);
            if loose.is_empty() { strict.to_owned() } else { format!("{{{loose}}}{strict}") }
        });
        Some(pieces.zip(gaps.chain([""])).map(|(piece, gap)| piece + gap).collect())
    }

    #[test]
    fn the_marks_of_an_author_divide_a_quote() {
        for (plain, expected) in [
            ("we will [...] win", Some("we will … win")),
            ("we will [ .... ] win", Some("we will … win")),
            ("we will ... win", Some("we will … win")),
            ("... we will win ...", Some("we will win")),
            ("we [Koreans] will win", Some("we + will win")),
            ("[Kim] said so", Some("said so")),
            ("we [...] [all] win", Some("we … win")),
            ("we [all] [...] win", Some("we … win")),
            ("[W]e will win", Some("{W}e will win")),
            ("so [w]e will win", Some("so {w}e will win")),
            ("we will win", None),
            ("support[ed] us", None),
            ("we will [] win", None),
            ("we will [win", None),
            ("[...]", Some("")),
            ("", None),
        ] {
            assert_eq!(shown(plain).as_deref(), expected, "{plain}");
        }
    }

    proptest! {
        #[test]
        fn any_text_has_one_gap_less_than_pieces(plain in "[a-cé. \\[\\]]{0,40}") {
            if let Some(pattern) = Pattern::of(&plain) {
                prop_assert_eq!(pattern.gaps.len(), pattern.pieces.len().saturating_sub(1));
                prop_assert!(pattern.pieces.iter().all(|piece| piece.text.is_char_boundary(piece.loose_bytes)));
            }
        }
    }
}
