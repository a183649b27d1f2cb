//! What makes one word of two: the sign between them, and what stands at both sides of it.

use crate::script::is_extending;

/// Two stretches of letters or figures with one sign between them.
#[derive(Clone, Copy)]
pub(crate) struct Joint<'a> {
    /// What stands before the sign; never empty.
    pub(crate) head: &'a str,
    /// The sign.
    pub(crate) sign: char,
    /// What stands behind the sign; never empty.
    pub(crate) tail: &'a str,
    /// What follows.
    pub(crate) after: &'a str,
    /// Whether somebody typed it. Few type the capitals by which a name is told from an article.
    pub(crate) is_typed: bool,
}

/// Whether one of some signs joins there.
type Rule = fn(Joint<'_>) -> bool;

/// Signs, and when they join.
const JOINTS: &[(&[char], Rule)] = &[
    (&['-', '‐', '‑', '－', '־', '״', '·'], |_| true),
    (&['–', '−'], |joint| joint.is_before_a_figure()),
    (&['\'', '’', '‘', '‛', 'ʼ', 'ʻ', '`', '´', '′', '＇', '׳'], |joint| !joint.is_apart()),
    (GERSHAYIM, |joint| joint.is_abbreviated()),
    (&['&', '＆'], |joint| joint.is_between_capitals()),
    (&['/', '／'], |joint| joint.is_of_capitals()),
];

/// What most write for the Hebrew sign `״`, which few keyboards have.
const GERSHAYIM: &[char] = &['"', '”'];

/// What an apostrophe leaves of words of their own: closed, `we’ll` would be `well`.
const CONTRACTED: [&str; 6] = ["s", "ll", "re", "ve", "d", "m"];

impl Joint<'_> {
    /// Whether the sign makes one word of both. Between two figures none does: `2024-25` and `24/7` are two numbers.
    pub(crate) fn joins(self) -> bool {
        let joint = JOINTS.iter().find(|(signs, _)| signs.contains(&self.sign));
        joint.is_some_and(|(_, joins)| !self.are_beside(char::is_numeric) && joins(self))
    }

    /// A dash parts words, `Paris–Berlin`, but no letters from their figures: `COVID–19`.
    fn is_before_a_figure(self) -> bool {
        self.tail.starts_with(char::is_numeric)
    }

    /// Whether an apostrophe parts two words rather than the letters of one: `we’ll`, `l’eau`; not `O’Brien`, `d’Annunzio`.
    fn is_apart(self) -> bool {
        let is_name = self.is_typed || self.head.eq_ignore_ascii_case("o") || self.tail.starts_with(is_capital);
        let is_article = self.head.len() == 1 && !is_name;
        is_article || CONTRACTED.iter().any(|contracted| contracted.eq_ignore_ascii_case(self.tail))
    }

    /// Whether it is an abbreviation in Hebrew, with its sign before the last letter, `צה"ל`, or before an ending too,
    /// `מנכ"לית`; not a quotation behind a preposition, `ב"הארץ"`.
    fn is_abbreviated(self) -> bool {
        let is_hebrew = self.are_beside(is_hebrew);
        let with_ending = || letters(self.head).count() > 1 && !self.after.starts_with(GERSHAYIM);
        is_hebrew && (letters(self.tail).count() == 1 || with_ending())
    }

    /// `AT&T`, `M&Ms`; not `Marks&Spencer`.
    fn is_between_capitals(self) -> bool {
        self.are_beside(|c| self.may_be_capital(c))
    }

    /// `AC/DC`, `F/A-18`; not `and/or`, `NATO/Russia`.
    fn is_of_capitals(self) -> bool {
        letters(self.head).chain(letters(self.tail)).all(|c| self.may_be_capital(c))
    }

    /// Whether both letters beside the sign are of a kind.
    fn are_beside(self, is_of_kind: impl Fn(char) -> bool) -> bool {
        [letters(self.head).next_back(), letters(self.tail).next()].into_iter().flatten().all(is_of_kind)
    }

    fn may_be_capital(self, c: char) -> bool {
        is_capital(c) || (self.is_typed && !c.is_numeric())
    }
}

/// Whether a quotation mark, at a byte of a text, is of an abbreviation in Hebrew and quotes nothing.
pub(crate) fn is_gershayim(text: &str, at: usize) -> bool {
    let Some((before, after)) = text.split_at_checked(at) else { return false };
    let Some(after) = after.strip_prefix(GERSHAYIM) else { return false };
    before.ends_with(is_hebrew) && after.starts_with(is_hebrew)
}

/// The characters of a stretch without their marks.
fn letters(stretch: &str) -> impl DoubleEndedIterator<Item = char> {
    stretch.chars().filter(|c| !is_extending(*c))
}

/// A letter, or the points that may follow it.
fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5F2}')
}

/// Whether a letter is a capital, in the alphabets whose capitals stand in a row, with a few of French and its neighbours.
/// All of them are a table of a kilobyte.
fn is_capital(c: char) -> bool {
    matches!(c, 'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Č' | 'Ł' | 'Œ' | 'Ś' | 'Š' | 'Ž' | 'Α'..='Ω' | 'Ѐ'..='Я' | 'Ａ'..='Ｚ')
}
