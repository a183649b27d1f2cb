//! Words that are written in segments and also as one: `U.S.` and `US`, `F-35` and `F35`, `O’Brien` and `OBrien`,
//! `1,000,000` and `1000000`.
//!
//! Such a compound stands in the dictionary by its segments, as other words do, and once more closed, behind a space: no
//! word begins with one, so a phrase, which is exact, never meets it.

use std::ops::Range;

use crate::Fold;
use crate::folded::folded;
use crate::script::{is_extending, is_separator, is_spaceless};

/// What makes one word of two. Between two figures it does not: `2024-25` are two numbers.
const HYPHENS: [char; 7] = ['-', '‐', '‑', '－', '־', '״', '·'];

const APOSTROPHES: [char; 10] = ['\'', '’', '‘', '‛', 'ʼ', 'ʻ', '`', '´', '′', '＇'];

/// What stands between thousands.
const GROUPING: [char; 10] = [',', '.', ' ', '\u{A0}', '\u{202F}', '\u{2009}', '\'', '’', '，', '٬'];

/// What an apostrophe leaves of words of their own: closed, `we’ll` would be `well`.
const CONTRACTED: [&str; 6] = ["s", "ll", "re", "ve", "d", "m"];

/// Of a longer chain, only stretches of so many links are compounds, and the whole.
const MOST_LINKS: usize = 4;

/// Letters or figures with nothing between them.
#[derive(Clone, Copy)]
struct Segment {
    start: usize,
    end: usize,
    letters: usize,
    is_number: bool,
}

/// What hyphens and apostrophes join: a segment, or several that are initials or a number.
#[derive(Clone, Copy)]
struct Link {
    start: usize,
    end: usize,
    is_compound: bool,
}

/// Calls `visit` with where each compound of a text stands, bytes, those within others included.
pub(crate) fn each_compound(text: &str, visit: &mut dyn FnMut(Range<usize>)) {
    let links = links(text);
    let mut rest = links.as_slice();
    while !rest.is_empty() {
        let joined = rest.windows(2).take_while(|pair| is_joined(text, pair[0], pair[1])).count();
        let (chain, after) = rest.split_at(joined + 1);
        rest = after;
        for (at, first) in chain.iter().enumerate() {
            for (count, last) in (1..).zip(&chain[at..]) {
                let is_wanted = count <= MOST_LINKS || count == chain.len();
                if is_wanted && (count > 1 || first.is_compound) {
                    visit(first.start..last.end);
                }
            }
        }
    }
}

/// A compound, folded and written as one.
pub(crate) fn closed(compound: &str, fold: &dyn Fold) -> String {
    let mut closed = folded(compound, fold);
    closed.retain(|c| c != ' ');
    closed
}

/// What somebody typed, folded and written as one, if it is a compound as a whole. Few type capitals, by which a name is
/// told from an article.
pub(crate) fn closed_whole(typed: &str, fold: &dyn Fold) -> Option<String> {
    let typed = typed.to_ascii_uppercase();
    let whole = typed.len() - typed.trim_start_matches(is_separator).len()..typed.trim_end_matches(is_separator).len();
    let mut is_compound = false;
    each_compound(&typed, &mut |range| is_compound |= range == whole);
    typed.get(whole).filter(|_| is_compound).map(|whole| closed(whole, fold))
}

/// The term of a compound in the dictionary.
pub(crate) fn compound_term(closed: &str) -> String {
    [" ", closed].concat()
}

/// The compound of a term, closed; `None` for a word.
pub(crate) fn of_term(term: &str) -> Option<&str> {
    term.strip_prefix(' ')
}

/// Whether a folded text may hold a compound that begins so: a quick look before a thorough one.
pub(crate) fn may_hold(folded: &str, beginning: &str) -> bool {
    folded.split_inclusive(' ').scan(0, |at, word| Some(std::mem::replace(at, *at + word.len()))).any(|at| {
        let mut letters = folded.as_bytes()[at..].iter().filter(|byte| **byte != b' ');
        beginning.bytes().all(|byte| letters.next() == Some(&byte))
    })
}

/// How many bytes at the beginning of a text are initials or a number, spaces between them included: `1 000 000`.
pub(crate) fn spaced_len(text: &str) -> usize {
    links(text).first().filter(|link| link.start == 0 && link.is_compound).map_or(0, |link| link.end)
}

fn segments(text: &str) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut is_open = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if is_extending(c) {
            if let Some(last) = segments.last_mut().filter(|_| is_open) {
                last.end = end;
            }
        } else if is_separator(c) || is_spaceless(c) {
            is_open = false;
        } else {
            if !is_open {
                segments.push(Segment { start: at, end, letters: 0, is_number: true });
                is_open = true;
            }
            if let Some(last) = segments.last_mut() {
                last.end = end;
                last.letters += 1;
                last.is_number &= c.is_numeric();
            }
        }
    }
    segments
}

fn links(text: &str) -> Vec<Link> {
    let segments = segments(text);
    let mut links = Vec::new();
    let mut at = 0;
    while let Some(first) = segments.get(at) {
        let count = if first.is_number { grouped(text, &segments, at) } else { initials(text, &segments[at..]) };
        let last = segments.get(at + count - 1).unwrap_or(first);
        links.push(Link { start: first.start, end: last.end, is_compound: count > 1 });
        at += count;
    }
    links
}

fn gap<'a>(text: &'a str, before: &Segment, after: &Segment) -> &'a str {
    text.get(before.end..after.start).unwrap_or_default()
}

/// The one character that a gap has.
fn sole(gap: &str) -> Option<char> {
    let mut chars = gap.chars();
    chars.next().filter(|_| chars.next().is_none())
}

/// How many segments are a number in groups of three figures, from one on: `1,000,000`, and in India `10,00,000`. An
/// address of the net or a version, `10.1.100.200`, is none.
fn grouped(text: &str, segments: &[Segment], at: usize) -> usize {
    let (first, rest) = (&segments[at], &segments[at + 1..]);
    let between = rest.first().map_or("", |second| gap(text, first, second));
    let Some(sign) = sole(between).filter(|sign| GROUPING.contains(sign)) else { return 1 };
    let is_linked = |pair: &[Segment]| pair[1].is_number && gap(text, &pair[0], &pair[1]) == between;
    let goes_on = at > 0 && segments[at - 1].is_number && is_linked(&segments[at - 1..=at]);
    if first.letters > 3 || text[first.start..].starts_with('0') || (goes_on && !sign.is_whitespace()) {
        return 1;
    }
    let linked = segments[at..].windows(2).take_while(|pair| is_linked(pair)).count();
    let threes = rest.iter().take(linked).take_while(|group| group.letters == 3).count();
    let in_pairs = sign == ',' && {
        let (last, pairs) = rest[..linked].split_last().map_or((0, rest), |(last, pairs)| (last.letters, pairs));
        last == 3 && pairs.iter().all(|pair| pair.letters == 2)
    };
    match threes == linked || in_pairs {
        true => 1 + linked,
        // What follows after a space may be the next number.
        false if sign.is_whitespace() => 1 + threes,
        false => 1,
    }
}

/// How many segments are initials, from the first on: `U.S.`, `Ph.D.`, and with spaces, but then a point behind each,
/// `J. D.`. So no word at the end of a sentence is drawn to the next.
fn initials(text: &str, segments: &[Segment]) -> usize {
    let between = |pair: &[Segment]| gap(text, &pair[0], &pair[1]);
    let count = |is_linked: &dyn Fn(&[Segment]) -> bool| {
        segments.windows(2).take_while(|pair| !pair[1].is_number && is_linked(pair)).count()
    };
    let is_short = |pair: &[Segment]| {
        let [a, b] = [pair[0].letters, pair[1].letters];
        a.min(b) == 1 && a.max(b) <= 2
    };
    let is_space = |gap: &str| gap.strip_prefix('.').and_then(sole).is_some_and(char::is_whitespace);
    let are_single = |pair: &[Segment]| pair[0].letters + pair[1].letters == 2 && text[pair[1].end..].starts_with('.');
    let close = count(&|pair| between(pair) == "." && is_short(pair));
    let spaced = count(&|pair| is_space(between(pair)) && are_single(pair));
    1 + close.max(spaced)
}

/// Whether a hyphen or an apostrophe makes one word of two links. The point that ends initials may stand before it.
fn is_joined(text: &str, a: Link, b: Link) -> bool {
    let between = text.get(a.end..b.start).unwrap_or_default();
    let between = between.strip_prefix('.').filter(|_| a.is_compound).unwrap_or(between);
    let (head, tail) = (&text[a.start..a.end], &text[b.start..b.end]);
    sole(between).is_some_and(|sign| {
        let are_numbers = head.ends_with(char::is_numeric) && tail.starts_with(char::is_numeric);
        (HYPHENS.contains(&sign) && !are_numbers) || (APOSTROPHES.contains(&sign) && !is_apart(head, tail))
    })
}

/// Whether an apostrophe parts two words rather than the letters of one: `we’ll`, `l’eau`; not `O’Brien`, `D’Angelo`.
fn is_apart(head: &str, tail: &str) -> bool {
    let is_lower = |text: &str| text.starts_with(|c: char| c.is_ascii_lowercase());
    let is_article = head.len() == 1 && !head.eq_ignore_ascii_case("o") && (is_lower(head) || is_lower(tail));
    is_article || CONTRACTED.iter().any(|contracted| contracted.eq_ignore_ascii_case(tail))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_fold::Unicode;

    fn compounds(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        each_compound(text, &mut |range| all.push(closed(&text[range], &Unicode)));
        all
    }

    fn check(cases: &[(&str, &[&str])]) {
        for (text, expected) in cases {
            assert_eq!(compounds(text), *expected, "{text}");
        }
    }

    #[test]
    fn initials_are_a_compound_and_the_end_of_a_sentence_is_none() {
        check(&[
            ("the U.S. The end", &["us"]),
            ("U.S.", &["us"]),
            ("U.S", &["us"]),
            ("N.A.T.O.", &["nato"]),
            ("the U.K.'s aim", &["uk"]),
            ("a U.S.-led force", &["us", "usled"]),
            ("J.D. Vance and J. D. Vance", &["jd", "jd"]),
            ("a Ph.D. and z. B. this", &["phd", "zb"]),
            ("т.е. А. С. Пушкин", &["те", "ас"]),
            ("He is in. It is", &[]),
            ("in.It", &[]),
            ("Plan B. I think", &[]),
            ("the U.S. A plan", &["us"]),
            ("St. Petersburg, Mr. T.", &[]),
            ("version A.1, no.5", &[]),
        ]);
    }

    #[test]
    fn a_number_in_groups_is_a_compound_and_a_decimal_or_an_address_is_none() {
        check(&[
            ("1,000,000", &["1000000"]),
            ("1 000 000 and 1\u{202F}000", &["1000000", "1000"]),
            ("1.500.000,5 or 1’500", &["1500000", "1500"]),
            ("10,00,000", &["1000000"]),
            ("１，０００", &["1000"]),
            ("in 2019 1 000 came", &["1000"]),
            ("1,000,000명", &["1000000"]),
            ("1,000-strong", &["1000", "1000strong"]),
            ("1.5 1,5 0.125 0,125", &[]),
            ("2,024-25", &["2024"]),
            ("2024-25, 2024-05-17, 17.05.2024", &[]),
            ("192.168.1.1 1.2.168.100", &[]),
            ("1,000,0000 1,0000 1,000km", &[]),
            ("in 2019 300 came", &[]),
        ]);
    }

    #[test]
    fn a_hyphen_joins_and_an_apostrophe_does_within_a_name() {
        check(&[
            ("F-35, COVID‑19", &["f35", "covid19"]),
            ("e-mail", &["email"]),
            ("COVID-19-related", &["covid19", "covid19related", "19related"]),
            (
                "state-of-the-art-ish",
                &[
                    "stateof",
                    "stateofthe",
                    "stateoftheart",
                    "stateoftheartish",
                    "ofthe",
                    "oftheart",
                    "oftheartish",
                    "theart",
                    "theartish",
                    "artish",
                ],
            ),
            ("O’Brien’s O'BRIEN o‘brien OʼBrien", &["obrien", "obrien", "obrien", "obrien"]),
            ("D’Angelo L’Oréal N’Djamena Qur’an don’t", &["dangelo", "loreal", "ndjamena", "quran", "dont"]),
            ("we’ll it’s I’m they’re I’ve he’d", &[]),
            ("l’eau L’eau d’été c’est", &[]),
            ("м’яч", &["мяч"]),
            ("a - b, -c- ‘d’ e--f", &[]),
            ("서울-부산 金-正", &[]),
            ("코로나-COVID-19는", &["covid19"]),
        ]);
    }

    #[test]
    fn what_is_typed_is_a_compound_as_a_whole_or_not_at_all() {
        for (typed, expected) in [
            ("u.s.", Some("us")),
            ("(U.S.)", Some("us")),
            ("f-35", Some("f35")),
            ("d'angelo", Some("dangelo")),
            ("1 000 000", Some("1000000")),
            ("state-of-the-art-of-it", Some("stateoftheartofit")),
            ("us", None),
            ("u.k.'s", None),
            ("1.5", None),
            ("a-b c-d", None),
            ("", None),
        ] {
            assert_eq!(closed_whole(typed, &Unicode).as_deref(), expected, "{typed}");
        }
        for (text, len) in [("1 000 000 men", 9), ("J. D. Vance", 4), ("1 men", 0), ("men 1 000", 0), ("U.S. x", 3)] {
            assert_eq!(spaced_len(text), len, "{text}");
        }
    }

    #[test]
    fn a_quick_look_misses_no_compound() {
        for (folded, beginning, expected) in
            [("the u s and ", "us", true), ("f 35", "f3", true), ("plus ", "us", false), ("u", "us", false)]
        {
            assert_eq!(may_hold(folded, beginning), expected, "{folded}");
        }
    }
}
