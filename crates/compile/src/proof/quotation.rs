//! Where the quotations of a source open and close, as far as its marks show it.

use std::ops::Range;

use super::boundary::{goes_on_behind_marks, is_invisible};
use super::typography::{is_apostrophe, is_quotation_mark};

/// Marks that open, or close, where their surroundings do not tell.
const OPENING: &str = "“„«‟‹‘‚「『〝";
const CLOSING: &str = "”»›’」』〞〟";
/// Marks that no language turns round.
const CORNERS: &str = "「」『』〝〞〟";
/// Of the marks between spaces, only these close: « so ».
const SPACED_CLOSING: &str = "»›";
/// A quotation opens behind these, or behind white space.
const BEFORE_OPENING: &str = "([{—–-:/¿¡";
/// A quotation closes before these, or before white space.
const AFTER_CLOSING: &str = ".,;:!?…)]}—–-/。，、！？；：";
/// A quotation in single marks closes behind or before these; without them, the mark may be an apostrophe.
const STOPS: &str = ".,;:!?…";
/// After a word that ends so, a single mark may be that of a plural: "the soldiers' families".
const PLURAL_ENDS: &str = "sxzSXZ";
/// So many marks may stand beside each other and still be told by what stands around all of them.
const RUN_CHARS: usize = 16;
/// How far back the quotation is looked for in which a passage begins, bytes.
const BACK_BYTES: usize = 4_000;

/// What a mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Opens,
    Closes,
}

/// Whether a quotation closes right behind words of a text, so that a full stop or comma may be its style's.
pub(crate) fn closes_behind(text: &str, words: &Range<usize>) -> bool {
    let rest = text.get(words.end..).unwrap_or_default().trim_start_matches(is_invisible);
    let rest = rest.strip_prefix(['.', ',']).unwrap_or(rest);
    let spaced = rest.trim_start().strip_prefix(|c| SPACED_CLOSING.contains(c)).map(|_| rest.trim_start());
    let rest = spaced.unwrap_or(rest);
    let Some(mark) = rest.chars().next().filter(|c| is_quotation_mark(*c)) else { return false };
    let at = text.len() - rest.len();
    if is_single(mark) { is_single_closing(text, words, at) } else { turn(text, at, mark) == Some(Turn::Closes) }
}

/// Whether a single mark behind words closes a quotation: one was opened, and the words are not a plural's.
fn is_single_closing(text: &str, words: &Range<usize>, at: usize) -> bool {
    let mark_bytes = text[at..].chars().next().map_or(0, char::len_utf8);
    let behind = &text[at + mark_bytes..];
    let is_plural = text[..at].ends_with(|c| PLURAL_ENDS.contains(c))
        && behind.trim_start_matches([' ', '\u{A0}']).starts_with(char::is_alphanumeric);
    let paragraph = text[..words.end].rfind('\n').map_or(0, |line| line + 1);
    let before = &text[paragraph..words.end];
    let marks = before.char_indices().filter(|(_, c)| is_single(*c)).map(|(at, mark)| (paragraph + at, mark));
    let was_opened = marks.rev().any(|(at, mark)| turn(text, at, mark) == Some(Turn::Opens));
    was_opened && !is_plural && !behind.starts_with(goes_on_behind_marks)
}

/// The first of some gaps in a passage behind which another quotation goes on than before it, or none, or the first.
pub(crate) fn first_splice(text: &str, passage: usize, gaps: &[Range<usize>]) -> Option<usize> {
    let last = gaps.last()?;
    let start = (passage.saturating_sub(BACK_BYTES)..=passage).find(|at| text.is_char_boundary(*at))?;
    let start = text[start..passage].rfind("\n\n").map_or(start, |at| start + at);
    let marks = text[start..last.end].char_indices().map(|(at, c)| (start + at, c));
    let marks: Vec<(usize, char)> = marks.filter(|(_, c)| is_quotation_mark(*c)).collect();
    let has_double = marks.iter().any(|(_, mark)| !is_single(*mark));
    let marks = marks.into_iter().filter(|(_, mark)| is_single(*mark) != has_double);
    let mut quotations = Quotations::default();
    let mut places = Vec::new();
    for (at, mark) in marks {
        let is_inch = mark == '"' && !quotations.is_inside && text[..at].ends_with(char::is_numeric);
        if let Some(turn) = turn(text, at, mark).filter(|_| !is_inch) {
            quotations.take(turn, is_line_start(text, at), has_double);
            places.push((at, quotations.current()));
        }
    }
    let passed = |at: usize| &places[..places.partition_point(|(mark, _)| *mark < at)];
    let current = |at: usize| passed(at).last().map(|(_, current)| *current).unwrap_or_default();
    gaps.iter().position(|gap| current(gap.start) != current(gap.end))
}

/// Where the quotation opens in which a part of a text ends, if it opens in that part.
pub(crate) fn opening_in(text: &str, part: Range<usize>) -> Option<usize> {
    let mut closed = 0_usize;
    turns_in(text, part).into_iter().rev().find_map(|(at, turn)| match turn {
        Turn::Opens if closed == 0 => Some(at),
        Turn::Opens => {
            closed -= 1;
            None
        }
        Turn::Closes => {
            closed += 1;
            None
        }
    })
}

/// Where the quotation closes in which a part of a text begins, if it closes in that part.
pub(crate) fn closing_in(text: &str, part: Range<usize>) -> Option<usize> {
    let mut opened = 0_usize;
    turns_in(text, part).into_iter().find_map(|(at, turn)| match turn {
        Turn::Closes if opened == 0 => Some(at),
        Turn::Closes => {
            opened -= 1;
            None
        }
        Turn::Opens => {
            opened += 1;
            None
        }
    })
}

/// Whether a quotation opens in a part of a text and does not close there, or closes that did not open there; of
/// quotations with marks like one of the text. A quotation within another has other marks.
pub(crate) fn has_open(text: &str, part: Range<usize>, mark_at: usize) -> bool {
    let is_single_one = text[mark_at..].starts_with(is_single);
    let mut open = 0_i32;
    let is_stray = turns_of(text, part, is_single_one).into_iter().any(|(_, turn)| {
        open += if turn == Turn::Opens { 1 } else { -1 };
        open < 0
    });
    is_stray || open != 0
}

/// The gaps of a text in which a quotation closes, and the next opens so many bytes further on at most, with their marks;
/// and, if asked for, those between two dashes, where what is quoted goes on without marks.
pub(crate) fn interruptions(text: &str, within_bytes: usize, by_dashes: bool) -> Vec<Range<usize>> {
    let marks = text.char_indices().filter(|(_, c)| is_quotation_mark(*c));
    let turns = marks.filter_map(|(at, mark)| Some((at, mark, turn(text, at, mark)?)));
    let (singles, doubles): (Vec<_>, Vec<_>) = turns.partition(|(_, mark, _)| is_single(*mark));
    let pairs = [doubles, singles].into_iter().flat_map(|marks| {
        let pairs = marks.windows(2).map(|pair| [pair[0], pair[1]]).collect::<Vec<_>>();
        pairs.into_iter().filter(|[a, b]| (a.2, b.2) == (Turn::Closes, Turn::Opens))
    });
    let mut gaps: Vec<Range<usize>> = pairs.map(|[a, b]| a.0..b.0 + b.1.len_utf8()).collect();
    if by_dashes {
        let dashes: Vec<usize> = text.match_indices(['—', '–']).map(|(at, _)| at).collect();
        gaps.extend(dashes.windows(2).map(|pair| pair[0]..pair[1] + "—".len()));
    }
    gaps.retain(|gap| gap.len() <= within_bytes && !has_empty_line(&text[gap.clone()]));
    gaps
}

fn has_empty_line(text: &str) -> bool {
    text.split('\n').skip(1).any(|line| line.trim().is_empty())
}

/// Whether a part of a text has a mark by which a quotation opens or closes.
pub(crate) fn has_turn(text: &str, part: Range<usize>) -> bool {
    !turns_in(text, part).is_empty()
}

/// The marks of a part of a text that open or close; the single ones only where there are no others.
fn turns_in(text: &str, part: Range<usize>) -> Vec<(usize, Turn)> {
    let doubles = turns_of(text, part.clone(), false);
    if doubles.is_empty() { turns_of(text, part, true) } else { doubles }
}

/// The marks of a part of a text that open or close, single or double ones.
fn turns_of(text: &str, part: Range<usize>, is_single_one: bool) -> Vec<(usize, Turn)> {
    let marks = text[part.clone()].char_indices().map(|(at, mark)| (part.start + at, mark));
    let marks = marks.filter(|(_, c)| is_quotation_mark(*c) && is_single(*c) == is_single_one);
    marks.filter_map(|(at, mark)| Some((at, turn(text, at, mark)?))).collect()
}

/// In which quotation a place stands, while marks are passed one by one.
#[derive(Default)]
struct Quotations {
    /// How many were opened so far.
    opened: usize,
    /// How many were closed of which nobody saw the opening.
    strays: usize,
    is_inside: bool,
    /// How many quotations inside the quotation are open.
    nested: usize,
}

impl Quotations {
    /// Whether the place is inside a quotation, and which.
    fn current(&self) -> (bool, usize) {
        (self.is_inside, if self.is_inside { self.opened } else { self.strays })
    }

    fn take(&mut self, turn: Turn, is_line_start: bool, can_nest: bool) {
        match (turn, self.is_inside) {
            // Each paragraph of a long quotation opens with a mark, and only the last closes with one.
            (Turn::Opens, true) if is_line_start => self.nested = 0,
            (Turn::Opens, true) if can_nest => self.nested += 1,
            (Turn::Opens, _) => (self.opened, self.is_inside) = (self.opened + 1, true),
            (Turn::Closes, true) if self.nested > 0 => self.nested -= 1,
            (Turn::Closes, true) => self.is_inside = false,
            (Turn::Closes, false) => self.strays += 1,
        }
    }
}

fn is_single(mark: char) -> bool {
    is_apostrophe(mark) || matches!(mark, '‹' | '›')
}

fn is_line_start(text: &str, at: usize) -> bool {
    text[..at].trim_end_matches([' ', '\u{A0}', '\t']).chars().next_back().is_none_or(|c| c == '\n')
}

/// What a mark at a place of a text does; `None` where that cannot be told.
fn turn(text: &str, at: usize, mark: char) -> Option<Turn> {
    let is_passed = |c: &char| is_invisible(*c) || is_quotation_mark(*c);
    let before = text[..at].chars().rev().take(RUN_CHARS).find(|c| !is_passed(c));
    let after = text[at..].chars().take(RUN_CHARS).find(|c| !is_passed(c));
    let opens = before.is_none_or(|c| c.is_whitespace() || BEFORE_OPENING.contains(c));
    let closes = after.is_none_or(|c| c.is_whitespace() || AFTER_CLOSING.contains(c));
    let by_itself = match mark {
        _ if OPENING.contains(mark) => Some(Turn::Opens),
        _ if CLOSING.contains(mark) => Some(Turn::Closes),
        // Behind straight marks, a Korean word goes on: "혈맹"이라고.
        _ => after.filter(|c| !opens && c.is_alphanumeric() && !goes_on_behind_marks(*c)).map(|_| Turn::Closes),
    };
    match (opens, closes) {
        _ if CORNERS.contains(mark) => by_itself,
        (true, false) => Some(Turn::Opens),
        (false, true) if is_single(mark) => single_closes(before, after).then_some(Turn::Closes),
        (false, true) => Some(Turn::Closes),
        _ if is_single(mark) => None,
        _ => by_itself,
    }
}

fn single_closes(before: Option<char>, after: Option<char>) -> bool {
    let is_stop = |c: char| STOPS.contains(c);
    before.is_some_and(is_stop) || after.is_none_or(|c| is_stop(c) || c == '\n')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What the marks of a text do: `<` where one opens, `>` where one closes, `?` where that cannot be told.
    fn turns(text: &str) -> String {
        let marks = text.char_indices().filter(|(_, c)| is_quotation_mark(*c));
        let sign = |(at, mark)| match turn(text, at, mark) {
            Some(Turn::Opens) => '<',
            Some(Turn::Closes) => '>',
            None => '?',
        };
        marks.map(sign).collect()
    }

    #[test]
    fn a_mark_opens_or_closes_by_what_stands_around_it() {
        for (text, expected) in [
            ("He said: “We will win,” and left.", "<>"),
            ("He said: \"We will win,\" and left.", "<>"),
            ("Er sagte: „Wir siegen“, und ging.", "<>"),
            ("Er sagte: »Wir siegen« und ging.", "<>"),
            ("Il a dit : « Nous vaincrons » à Paris.", "<>"),
            ("Han sa: ”Vi vinner” och gick.", "<>"),
            ("peace”—he said—“and", "><"),
            ("“‘Peace’ is the word.”", "<<?>"),
            ("他说：“我们会赢。”然后", "<>"),
            ("彼は「勝つ」と言った", "<>"),
            ("그는 \"혈맹\"이라고 했다", "<>"),
            ("'We will win,' he said", "<>"),
            ("the soldiers' families don't 'win'.", "??<>"),
            ("צה\"ל", "?"),
        ] {
            assert_eq!(turns(text), expected, "{text}");
        }
    }

    #[test]
    fn a_stop_may_be_added_where_a_quotation_closes() {
        for (text, expected) in [
            ("“we attack|” today", true),
            ("“we attack|,” today", true),
            ("\"we attack|\" today", true),
            ("« we attack| » today", true),
            ("„we attack|“ today", true),
            ("'we attack|' today", true),
            ("'we attack the soldiers|', he said", true),
            ("“혈맹|”이라고", true),
            ("we attack the soldiers|' families", false),
            ("we attack the soldiers|’ families", false),
            ("'we attack the soldiers|' families', he said", false),
            ("we attack|' today", false),
            ("attaquer les| « soldats »", false),
            ("attack the| \"soldiers\"", false),
            ("we attack|, today", false),
            ("we attack|", false),
        ] {
            let at = text.find('|').expect("a bar");
            let words = text[..at].rfind([' ', '“']).map_or(0, |space| space + 1)..at;
            let words = words.start.min(at)..at;
            assert_eq!(closes_behind(&text.replace('|', ""), &words), expected, "{text}");
        }
    }

    /// Whether what stands between the bars joins two quotations.
    fn spliced(text: &str) -> bool {
        let parts: Vec<&str> = text.split('|').collect();
        let gap = parts[0].len()..parts[0].len() + parts[1].len();
        let passage = parts[0].rfind("We ").unwrap_or(0);
        first_splice(&parts.concat(), passage, &[gap]).is_some()
    }

    #[test]
    fn a_gap_stays_in_its_quotation() {
        for text in [
            "“We will win the war|,” Kim said. Mr Lee said: “|We are afraid.”",
            "\"We will win the war|,\" Kim said. Mr Lee said: \"|We are afraid.\"",
            "'We will win the war|,' Kim said. Mr Lee said: '|We are afraid.'",
            "„We will win the war|“, sagte Kim. Lee: „|We are afraid.“",
            "« We will win the war| », dit Kim. Lee : « |We are afraid. »",
            "“We will win the war|,” the minister |said.",
            "We will win, he said|. “And soon|, too.”",
            "“We say this.\n\n“We will win|,” Kim said. Lee said: “|No.”",
            "“We will win the war|,” Kim said.\n\n“|We are afraid,” Lee said.",
        ] {
            assert!(spliced(text), "{text}");
        }
        for text in [
            "“We will win| the “holy” war| and more.”",
            "“We will win| the ‘holy’ war| and more.”",
            "“We will win.|\n\n“It is hard.\n\n“|We thank you.”",
            "We will win|. “It is hard,” he said.| We thank you.",
            "We will win| with a 5\" gun| soon.",
            "“We don't| need the soldiers' help|.”",
            "We will| win| now",
        ] {
            assert!(!spliced(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_can_be_asked(text in "[a-z “”\"'’«».\n]{0,60}", from in 0_usize..60, to in 0_usize..60) {
            let place = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let range = place(from.min(to))..place(from.max(to));
            closes_behind(&text, &range);
            first_splice(&text, range.start, std::slice::from_ref(&range));
        }
    }
}
