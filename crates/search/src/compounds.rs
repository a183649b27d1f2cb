//! Words that are written in segments and also as one: `U.S.` and `US`, `F-35` and `F35`, `O’Brien` and `OBrien`,
//! `AT&T` and `ATT`, `1,000,000` and `1000000`, `1,000km` and `1000km`.
//!
//! Such a compound stands in the dictionary by its segments, as other words do, and once more closed, behind a space: no
//! word begins with one, so a phrase, which is exact, never meets it.

use std::ops::Range;

use crate::Fold;
use crate::folded::folded;
use crate::joints::Joint;
use crate::script::{is_extending, is_separator, is_spaceless};

/// What stands between thousands.
const GROUPING: [char; 15] =
    [',', '.', ' ', '_', '\'', '’', '\u{A0}', '\u{2007}', '\u{2009}', '\u{200A}', '\u{202F}', '，', '．', '٬', '،'];

/// No number has more groups behind its first: ten to the 36th is beyond what anybody writes out.
const MOST_GROUPS: usize = 12;

/// Of a longer chain, only stretches of so many links are compounds, and the whole.
const MOST_LINKS: usize = 4;

/// Letters or figures with nothing between them.
#[derive(Clone, Copy)]
struct Segment {
    start: usize,
    end: usize,
    /// How many characters it has, those apart that extend others.
    letters: usize,
    /// How many of them are figures, up to the first that is none.
    figures: usize,
}

impl Segment {
    fn is_number(self) -> bool {
        self.figures == self.letters
    }
}

/// What the signs of [`Joint`] join: a segment, or several that are initials or a number.
#[derive(Clone, Copy)]
struct Link {
    start: usize,
    end: usize,
    is_compound: bool,
}

/// Calls `visit` with where each compound of a text stands, bytes, those within others included.
pub(crate) fn each_compound(text: &str, visit: &mut dyn FnMut(Range<usize>)) {
    each_of(text, false, visit);
}

fn each_of(text: &str, is_typed: bool, visit: &mut dyn FnMut(Range<usize>)) {
    let links = links(text);
    let mut rest = links.as_slice();
    while !rest.is_empty() {
        let joined = rest.windows(2).take_while(|pair| is_joined(text, pair[0], pair[1], is_typed)).count();
        let (chain, after) = rest.split_at(joined + 1);
        rest = after;
        for stretch in stretches(chain.len()) {
            let (first, last) = (chain[stretch.start], chain[stretch.end - 1]);
            if stretch.len() > 1 || first.is_compound {
                visit(first.start..last.end);
            }
        }
    }
}

/// The stretches of a chain of so many links that may be compounds. A chain may be as long as its text.
fn stretches(links: usize) -> impl Iterator<Item = Range<usize>> {
    let short = (0..links).flat_map(move |first| (first + 1..=links).take(MOST_LINKS).map(move |end| first..end));
    short.chain((links > MOST_LINKS).then_some(0..links))
}

/// A compound, folded and written as one.
pub(crate) fn closed(compound: &str, fold: &dyn Fold) -> String {
    let mut closed = folded(compound, fold);
    closed.retain(|c| c != ' ');
    closed
}

/// What somebody typed, folded and written as one, if it is a compound as a whole.
pub(crate) fn closed_whole(typed: &str, fold: &dyn Fold) -> Option<String> {
    // Pasted, a word often ends in a mark of its direction.
    let is_beside = |c| is_separator(c) || is_extending(c);
    let end = |text: &str| text.trim_end_matches(is_beside).len();
    let whole = typed.len() - typed.trim_start_matches(is_beside).len()..end(typed);
    let mut compound = None;
    each_of(typed, true, &mut |range| {
        if range.start == whole.start && end(&typed[..range.end]) == whole.end {
            compound = Some(range);
        }
    });
    Some(closed(typed.get(compound?)?, fold))
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

/// The segments of a text, those apart that stand by themselves between spaces, as most words do.
fn segments(text: &str) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let (mut is_open, mut kept, mut before) = (false, 0, ' ');
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        // Plain letters are by far the most, and in no table.
        if !c.is_ascii() && is_extending(c) {
            if let Some(last) = segments.last_mut().filter(|_| is_open) {
                last.end = end;
            }
        } else if is_separator(c) || (!c.is_ascii() && is_spaceless(c)) {
            is_open = false;
            // A space joins only what ends in a figure or a point.
            if c.is_whitespace() && before != '.' && !before.is_numeric() && !is_extending(before) {
                if segments.len() == kept + 1 {
                    segments.pop();
                }
                kept = segments.len();
            }
        } else {
            if !is_open {
                segments.push(Segment { start: at, end, letters: 0, figures: 0 });
                is_open = true;
            }
            if let Some(last) = segments.last_mut() {
                last.end = end;
                last.figures += usize::from(last.is_number() && c.is_numeric());
                last.letters += 1;
            }
        }
        before = c;
    }
    segments
}

fn links(text: &str) -> Vec<Link> {
    let segments = segments(text);
    let mut links = Vec::new();
    let mut at = 0;
    while let Some(first) = segments.get(at) {
        let count = if first.is_number() { grouped(text, &segments, at) } else { initials(text, &segments[at..]) };
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

/// How many segments are a number in groups of three figures, from one on: `1,000,000`, and in India `10,00,000`. A unit
/// may follow the last, `1,000km`. An address of the net or a version, `10.1.100.200`, is none.
fn grouped(text: &str, segments: &[Segment], at: usize) -> usize {
    let (first, rest) = (&segments[at], &segments[at + 1..]);
    let between = rest.first().map_or("", |second| gap(text, first, second));
    let Some(sign) = sole(between).filter(|sign| GROUPING.contains(sign)) else { return 1 };
    let goes_on = at > 0 && segments[at - 1].is_number() && gap(text, &segments[at - 1], first) == between;
    if first.letters > 3 || text[first.start..].starts_with(is_zero) || (goes_on && !sign.is_whitespace()) {
        return 1;
    }
    let linked = linked(text, &segments[at..], between);
    let threes = rest.iter().take(linked).take_while(|group| group.figures == 3).count();
    let in_pairs = sign == ',' && {
        let (last, pairs) = rest[..linked].split_last().map_or((0, rest), |(last, pairs)| (last.figures, pairs));
        last == 3 && pairs.iter().all(|pair| pair.figures == 2)
    };
    match linked <= MOST_GROUPS && (threes == linked || in_pairs) {
        true => 1 + linked,
        // What follows after a space may be the next number.
        false if sign.is_whitespace() => 1 + threes,
        false => 1,
    }
}

/// How many figures in a row follow the first with the same between them, the last perhaps with a unit; of more than a
/// number has, one more.
fn linked(text: &str, segments: &[Segment], between: &str) -> usize {
    let is_linked =
        |pair: &&[Segment]| pair[0].is_number() && pair[1].figures > 0 && gap(text, &pair[0], &pair[1]) == between;
    segments.windows(2).take(MOST_GROUPS + 1).take_while(is_linked).count()
}

/// The figure that a fraction begins with: ASCII's and that of wide letters, of Arabic and Persian, and of the Indic
/// blocks, each at the same place in its own.
fn is_zero(c: char) -> bool {
    let code = u32::from(c);
    matches!(c, '0' | '０' | '٠' | '۰') || ((0x0900..0x0D80).contains(&code) && code & 0x7F == 0x66)
}

/// How many segments are initials, from the first on: `U.S.`, `Ph.D.`, and with spaces, but then a point behind each,
/// `J. D.`. So no word at the end of a sentence is drawn to the next.
fn initials(text: &str, segments: &[Segment]) -> usize {
    let between = |pair: &[Segment]| gap(text, &pair[0], &pair[1]);
    let count = |is_linked: &dyn Fn(&[Segment]) -> bool| {
        segments.windows(2).take_while(|pair| !pair[1].is_number() && is_linked(pair)).count()
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

/// Whether the sign between two links makes one word of them. The point that ends initials may stand before it.
fn is_joined(text: &str, a: Link, b: Link, is_typed: bool) -> bool {
    let between = text.get(a.end..b.start).unwrap_or_default();
    let between = between.strip_prefix('.').filter(|_| a.is_compound).unwrap_or(between);
    let (head, tail, after) = (&text[a.start..a.end], &text[b.start..b.end], &text[b.end..]);
    sole(between).is_some_and(|sign| Joint { head, sign, tail, after, is_typed }.joins())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_fold::Unicode;
    use proptest::prelude::*;

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
            ("1\u{200F} 000 came, 1, 000 and 1. 000 did not", &["1000"]),
            ("1,000,000명", &["1000000"]),
            ("1,000-strong", &["1000", "1000strong"]),
            ("1.5 1,5 0.125 0,125", &[]),
            ("2,024-25", &["2024"]),
            ("2024-25, 2024-05-17, 17.05.2024, 2024\u{200F}-25", &[]),
            ("192.168.1.1 1.2.168.100", &[]),
            ("1,000,0000 1,0000", &[]),
            ("in 2019 300 came", &[]),
            ("15'30 and 5'10", &[]),
            ("1_000_000 and 1\u{2007}000", &["1000000", "1000"]),
            ("١٬٠٠٠ and ١،٠٠٠, १०,००,०००", &["١٠٠٠", "١٠٠٠", "१००००००"]),
            ("٠.١٢٥ ०.१२५ ０．１２５", &[]),
            ("€1,000 and ￥1,000", &["1000", "1000"]),
        ]);
    }

    #[test]
    fn a_unit_may_follow_the_last_group_of_a_number() {
        check(&[
            ("1,000km 1,500m", &["1000km", "1500m"]),
            ("1 000km 1.500.000t 1’000m²", &["1000km", "1500000t", "1000m2"]),
            ("10,00,000km", &["1000000km"]),
            ("1,000km-long", &["1000km", "1000kmlong"]),
            ("1,000km,500", &["1000km"]),
            ("1,0000km 1,00km 1,000,00km 0.125km 2024.100km", &[]),
            ("1,km 1,a000 A1,000", &[]),
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
                    "ofthe",
                    "oftheart",
                    "oftheartish",
                    "theart",
                    "theartish",
                    "artish",
                    "stateoftheartish",
                ],
            ),
            ("O’Brien’s O'BRIEN o‘brien OʼBrien", &["obrien", "obrien", "obrien", "obrien"]),
            ("D’Angelo L’Oréal N’Djamena Qur’an don’t", &["dangelo", "loreal", "ndjamena", "quran", "dont"]),
            ("we’ll it’s I’m they’re I’ve he’d", &[]),
            ("l’eau L’eau d’été D’été l’œuvre d’un c’est", &[]),
            ("d’Annunzio d'Estaing d’Étaing d’E\u{301}taing", &["dannunzio", "destaing", "detaing", "detaing"]),
            ("ג׳ורג׳ ג'ורג'", &["גורג", "גורג"]),
            ("м’яч", &["мяч"]),
            ("a - b, -c- ‘d’ e--f", &[]),
            ("서울-부산 金-正", &[]),
            ("코로나-COVID-19는", &["covid19"]),
            ("COVID–19 Su−27, Paris–Berlin, 1914–18", &["covid19", "su27"]),
        ]);
    }

    #[test]
    fn a_quotation_mark_joins_within_a_hebrew_abbreviation_alone() {
        check(&[
            ("צה״ל צה\"ל צה”ל", &["צהל", "צהל", "צהל"]),
            ("\"צה\"ל\" הַצָּהַ\"ל", &["צהל", "הצהל"]),
            ("מנכ\"לית", &["מנכלית"]),
            ("ב\"הארץ\" ב\"הארץ שלנו\" וב\"הארץ\"", &[]),
            ("a\"b צה\"b 5\"ל", &[]),
        ]);
    }

    #[test]
    fn an_ampersand_joins_between_capitals_and_a_stroke_where_there_are_no_other_letters() {
        check(&[
            ("AT&T R&D S&P’s M&Ms Ｒ＆Ｄ", &["att", "rd", "sp", "mms", "rd"]),
            ("Marks&Spencer rock&roll R & D x&y 5&B", &[]),
            ("TCP/IP AC/DC É/U", &["tcpip", "acdc", "eu"]),
            ("F/A-18", &["fa", "fa18", "a18"]),
            ("and/or NATO/Russia OS/2 24/7 9/11 U.S./U.K.", &["us", "uk"]),
        ]);
    }

    #[test]
    fn of_a_long_chain_each_link_begins_a_few_stretches() {
        assert_eq!(stretches(2).collect::<Vec<_>>(), [0..1, 0..2, 1..2]);
        assert_eq!(stretches(5).last(), Some(0..5));
        assert_eq!(stretches(20_000).count(), 4 * 20_000 - 6 + 1);
        assert_eq!(compounds(&"ab-".repeat(20_000)).len(), 3 * 20_000 - 6 + 1);
    }

    #[test]
    fn of_a_long_row_of_figures_no_more_is_looked_at_than_a_number_may_have() {
        for between in [" ", ","] {
            for figures in ["1", "100"] {
                let row = vec![figures; 20_000].join(between);
                assert_eq!(linked(&row, &segments(&row), between), MOST_GROUPS + 1, "{figures}{between}");
            }
        }
        let number = |groups: usize| ["1", &",000".repeat(groups)].concat();
        assert_eq!(compounds(&number(MOST_GROUPS)), [number(MOST_GROUPS).replace(',', "")]);
        assert_eq!(compounds(&number(MOST_GROUPS + 1)), Vec::<String>::new());
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
            ("d'estaing", Some("destaing")),
            ("d’étaing", Some("detaing")),
            ("at&t", Some("att")),
            ("tcp/ip", Some("tcpip")),
            ("צה\"ל", Some("צהל")),
            ("1,000km", Some("1000km")),
            ("\u{200F}צה\"ל\u{200F}", Some("צהל")),
            ("f-35\u{200B}.", Some("f35")),
            ("24/7", None),
            ("5&b", None),
            ("1.5", None),
            ("a-b c-d", None),
            ("", None),
        ] {
            assert_eq!(closed_whole(typed, &Unicode).as_deref(), expected, "{typed}");
        }
        for (text, len) in
            [("1 000 000 men", 9), ("J. D. Vance", 4), ("1 men", 0), ("men 1 000", 0), ("U.S. x", 3), ("1 000km x", 7)]
        {
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

    /// Letters, figures and signs that meet in compounds, and what extends, folds away or is read together with others.
    fn any_text() -> impl Strategy<Value = String> {
        prop_oneof![
            "[aOÉ0159١०\\-–'’,._&/\" \u{A0}צל\u{5B8}׳״\u{301}\u{200B}½²˘￣€한金.]{0,40}",
            "([1-9]{1,3}|000|[A-Z]|[a-z]{1,3})([,. '&/-]([0-9]{3}|[A-Z]|[a-z]{1,3})){0,24}",
            any::<String>(),
        ]
    }

    proptest! {
        #[test]
        fn the_compounds_of_any_text_are_stretches_of_it_and_few(text in any_text()) {
            let mut count = 0;
            each_compound(&text, &mut |range| {
                count += 1;
                let compound = text.get(range).expect("characters");
                assert!(!compound.starts_with(is_separator) && !compound.starts_with(is_extending), "{compound:?}");
                assert!(!compound.ends_with(|c| is_separator(c) && !is_extending(c)), "{compound:?}");
                assert!(compound.chars().any(is_separator), "{compound}");
            });
            prop_assert!(count <= (MOST_LINKS + 1) * segments(&text).len());
            prop_assert!(text.is_char_boundary(spaced_len(&text)));
        }

        #[test]
        fn what_is_a_compound_in_a_text_is_one_where_it_is_typed(text in any_text()) {
            each_compound(&text, &mut |range| {
                let compound = &text[range];
                // Initials with spaces between them need the last point, which is no part of the compound.
                let typed = [compound, "."].concat();
                assert_eq!(closed_whole(&typed, &Unicode), Some(closed(compound, &Unicode)), "{compound}");
            });
        }
    }
}
