//! What counts as typography: a text in the one form in which texts that differ by nothing else are the same.

use unicode_normalization::char::{canonical_combining_class, decompose_canonical};

/// What each character is written as; in the order of the characters. Single and double quotation marks are one,
/// because a style that quotes in the ones turns those inside into the others.
const FORMS: &[(char, &str)] = &[
    ('"', "'"),
    ('`', "'"),
    ('\u{AB}', "'"),
    ('\u{AD}', ""),
    ('\u{B4}', "'"),
    ('\u{BB}', "'"),
    ('\u{5BE}', "-"),
    ('\u{61C}', ""),
    ('\u{200B}', ""),
    ('\u{200E}', ""),
    ('\u{200F}', ""),
    ('\u{2010}', "-"),
    ('\u{2011}', "-"),
    ('\u{2012}', "-"),
    ('\u{2013}', "-"),
    ('\u{2014}', LONG_DASH),
    ('\u{2015}', LONG_DASH),
    ('\u{2018}', "'"),
    ('\u{2019}', "'"),
    ('\u{201A}', "'"),
    ('\u{201B}', "'"),
    ('\u{201C}', "'"),
    ('\u{201D}', "'"),
    ('\u{201E}', "'"),
    ('\u{201F}', "'"),
    ('\u{2026}', "..."),
    ('\u{2039}', "'"),
    ('\u{203A}', "'"),
    ('\u{2060}', ""),
    ('\u{2212}', "-"),
    ('\u{300C}', "'"),
    ('\u{300D}', "'"),
    ('\u{300E}', "'"),
    ('\u{300F}', "'"),
    ('\u{301D}', "'"),
    ('\u{301E}', "'"),
    ('\u{301F}', "'"),
    ('\u{FB00}', "ff"),
    ('\u{FB01}', "fi"),
    ('\u{FB02}', "fl"),
    ('\u{FB03}', "ffi"),
    ('\u{FB04}', "ffl"),
    ('\u{FEFF}', ""),
    ('\u{FF02}', "'"),
    ('\u{FF07}', "'"),
];

/// Those of them that serve as apostrophes: the single ones. Double ones do not, because there are languages that put
/// an ending right behind them: `"barış"ın`.
const APOSTROPHES: &str = "'`\u{B4}\u{2018}\u{2019}\u{201A}\u{201B}\u{FF07}";

/// A dash between words stands between spaces; a hyphen, and a dash between numbers, does not.
const LONG_DASH: &str = " - ";

/// The spaces that French puts before these and after an opening guillemet.
const NO_BREAK: [char; 2] = ['\u{A0}', '\u{202F}'];
const AFTER_NO_BREAK: [char; 5] = [';', ':', '!', '?', '\u{BB}'];

/// What a character is written as; `None` where it stays as it is.
pub(crate) fn form(c: char) -> Option<&'static str> {
    FORMS.binary_search_by_key(&c, |(from, _)| *from).ok().map(|at| FORMS[at].1)
}

/// Whether a character is printed for an apostrophe.
pub(crate) fn is_apostrophe(c: char) -> bool {
    APOSTROPHES.contains(c)
}

/// Whether a character is printed for a quotation mark or an apostrophe.
pub(crate) fn is_quotation_mark(c: char) -> bool {
    match c {
        '\'' | '"' | '`' => true,
        _ => !c.is_ascii() && form(c) == Some("'"),
    }
}

/// Whether a character is a quotation mark and nothing else.
pub(crate) fn is_double_mark(c: char) -> bool {
    is_quotation_mark(c) && !is_apostrophe(c)
}

/// Whether a character is printed for a hyphen.
pub(crate) fn is_hyphen(c: char) -> bool {
    c == '-' || form(c) == Some("-")
}

/// A text without typography, and where each of its bytes comes from.
#[derive(Debug, Default)]
pub(crate) struct Plain {
    /// The characters: canonically decomposed, white space as single spaces, none at the ends.
    pub(crate) text: String,
    /// For each byte of it, the first byte and the byte after the last of the character that it comes from.
    from: Vec<(u32, u32)>,
}

impl Plain {
    pub(crate) fn new(raw: &str) -> Self {
        let mut writer = Writer::default();
        let mut rest = raw.char_indices().peekable();
        while let Some((at, c)) = rest.next() {
            let mut end = at + c.len_utf8();
            let mut is_long_dash = false;
            while c == '-' && rest.next_if(|(_, next)| *next == '-').is_some() {
                (end, is_long_dash) = (end + 1, true);
            }
            let origin = (at as u32, end as u32);
            if is_long_dash { writer.write(LONG_DASH, origin) } else { writer.add(c, origin) }
        }
        writer.finished()
    }

    /// Whether a place lies within what one character became: between a letter and its accent, and not between a dash
    /// and the spaces that it is written with.
    pub(crate) fn is_inside(&self, at: usize) -> bool {
        let is_space = |at: usize| self.text.as_bytes().get(at) == Some(&b' ');
        let is_same = at > 0 && self.from.get(at).is_some_and(|origin| Some(origin) == self.from.get(at - 1));
        is_same && !is_space(at) && !is_space(at - 1)
    }

    /// The bytes of the original text that a part of the plain one comes from.
    pub(crate) fn original(&self, start: usize, end: usize) -> std::ops::Range<usize> {
        let first = self.from.get(start).map_or(0, |(first, _)| *first as usize);
        let last = end.checked_sub(1).and_then(|at| self.from.get(at)).map_or(first, |(_, last)| *last as usize);
        first..last.max(first)
    }
}

/// The plain characters so far, each with its origin.
#[derive(Default)]
struct Writer {
    chars: Vec<(char, (u32, u32))>,
    /// Whether marks were written that may stand in another order.
    has_marks: bool,
    /// The character of the original before this one.
    before: Option<char>,
}

impl Writer {
    fn add(&mut self, c: char, origin: (u32, u32)) {
        let before = self.before.replace(c);
        if c.is_whitespace() {
            let is_french = before == Some('\u{AB}') && NO_BREAK.contains(&c);
            if !is_french {
                self.write(" ", origin);
            }
            return;
        }
        let follows_no_break = before.is_some_and(|before| NO_BREAK.contains(&before));
        if follows_no_break && AFTER_NO_BREAK.contains(&c) {
            self.chars.pop_if(|(last, _)| *last == ' ');
        }
        match form(c) {
            Some(form) => self.write(form, origin),
            None if c.is_ascii() => self.push(c, origin),
            None => decompose_canonical(c, |part| {
                self.has_marks |= canonical_combining_class(part) != 0;
                match form(part) {
                    Some(form) => self.write(form, origin),
                    None => self.push(part, origin),
                }
            }),
        }
    }

    fn write(&mut self, text: &str, origin: (u32, u32)) {
        text.chars().for_each(|c| self.push(c, origin));
    }

    fn push(&mut self, c: char, origin: (u32, u32)) {
        if c != ' ' || self.chars.last().is_some_and(|(last, _)| *last != ' ') {
            self.chars.push((c, origin));
        }
    }

    fn finished(mut self) -> Plain {
        self.chars.pop_if(|(last, _)| *last == ' ');
        if self.has_marks {
            let class = |c: &(char, (u32, u32))| canonical_combining_class(c.0);
            for run in self.chars.chunk_by_mut(|a, b| class(a) != 0 && class(b) != 0) {
                run.sort_by_key(class);
            }
        }
        let mut plain = Plain::default();
        for (c, origin) in self.chars {
            plain.text.push(c);
            plain.from.resize(plain.text.len(), origin);
        }
        plain
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization as _;

    fn plain(text: &str) -> String {
        Plain::new(text).text
    }

    #[test]
    fn the_table_is_in_order_so_that_it_can_be_searched() {
        assert!(FORMS.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn every_apostrophe_is_the_same_in_the_plain_form() {
        assert!(APOSTROPHES.chars().all(is_quotation_mark));
    }

    #[test]
    fn texts_that_differ_by_typography_alone_are_the_same() {
        for (a, b) in [
            ("the “unbreakable alliance”", "the \"unbreakable alliance\""),
            ("„Bündnis“", "»Bündnis«"),
            ("‘so’", "“so”"),
            ("Kim’s", "Kim's"),
            ("peace—war", "peace – war"),
            ("peace -- war", "peace—war"),
            ("1990–2000", "1990-2000"),
            ("אי־מלחמה", "אי-מלחמה"),
            ("one\n  two\r\nthree", "one two three"),
            ("10\u{A0}000", "10 000"),
            ("caf\u{E9}", "cafe\u{301}"),
            ("q\u{307}\u{323}", "q\u{323}\u{307}"),
            ("한", "\u{1112}\u{1161}\u{11AB}"),
            ("well…", "well..."),
            ("com\u{AD}rade", "comrade"),
            ("«\u{A0}non\u{A0}»", "« non »".replace(' ', "").as_str()),
            ("quoi\u{202F}?", "quoi?"),
            ("o\u{FB03}ce", "office"),
        ] {
            assert_eq!(plain(a), plain(b), "{a} and {b}");
        }
    }

    #[test]
    fn what_is_more_than_typography_stays() {
        for (a, b) in [
            ("Kim", "kim"),
            ("yes, no", "yes no"),
            ("re-sign", "resign"),
            ("re-sign", "re - sign"),
            ("10 000", "10000"),
            ("cafe", "café"),
            ("5′", "5″"),
            ("²", "2"),
            ("a\u{202E}b", "ab"),
        ] {
            assert_ne!(plain(a), plain(b), "{a} and {b}");
        }
    }

    #[test]
    fn a_part_knows_where_it_comes_from() {
        let raw = "  He said:\n\n“unbreakable — so” ";
        let plain = Plain::new(raw);
        let at = plain.text.find("'unbreakable - so'").expect("there");
        assert_eq!(&raw[plain.original(at, plain.text.len())], "“unbreakable — so”");
    }

    proptest! {
        #[test]
        fn a_normal_form_makes_no_difference(text in "[a-zé\u{301}\u{323}가-힣 ]{0,30}") {
            let composed: String = text.nfc().collect();
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(plain(&composed), plain(&decomposed));
        }

        #[test]
        fn any_part_of_any_text_has_an_origin(text in any::<String>(), a in 0_usize..40, b in 0_usize..40) {
            let plain = Plain::new(&text);
            let range = plain.original(a.min(b), a.max(b));
            prop_assert!(text.get(range).is_some());
        }

        #[test]
        fn what_is_plain_stays_as_it_is(text in "[^\u{2010}-\u{2015}\u{2212}-]{0,30}") {
            let once = plain(&text);
            prop_assert_eq!(plain(&once), once);
        }
    }
}
