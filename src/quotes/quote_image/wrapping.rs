//! Words broken into lines of a width, and set in the largest size in which they fit.
//!
//! Lines break at spaces, after hyphens, and between the characters of scripts that write no spaces; a word wider than
//! the line breaks between any two characters that are seen apart.

use std::ops::Range;

/// What stands for the rest of a text.
const ELLIPSIS: &str = "…";
/// No picture holds more characters than these; the rest of a text is not even measured.
const MOST_CHARS: usize = 3_000;
/// What does not begin a line in scripts without spaces.
const NOT_FIRST: &str = "、。，．・：；？！）」』】〉》〕］｝ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々.,;:!?)]}”’»…";
/// What does not end one.
const NOT_LAST: &str = "（「『【〈《〔［｛“‘«([{";

/// The width of a text at a size, both px.
pub type Measure<'a> = &'a dyn Fn(&str, f64) -> f64;

/// Words set in lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// The lines, top to bottom.
    pub lines: Vec<String>,
    /// The size of the type, px.
    pub size_px: f64,
}

/// The room for a block, px; lines are `leading` times as far apart as the type is large.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// Its width.
    pub width_px: f64,
    /// Its height.
    pub height_px: f64,
    /// How far lines are apart, in sizes of the type.
    pub leading: f64,
}

impl Room {
    fn lines(self, size_px: f64) -> usize {
        ((self.height_px / (size_px * self.leading)) as usize).max(1)
    }
}

/// A text in the first of some sizes, largest first, in which it fits; shortened at a word where it fits in none.
/// `dressed` puts quotation marks around what is shown.
#[must_use]
pub fn fitted(text: &str, dressed: &dyn Fn(&str) -> String, room: Room, sizes: &[f64], measure: Measure<'_>) -> Block {
    let cut = text.char_indices().nth(MOST_CHARS).map_or(text.len(), |(at, _)| at);
    let is_whole = cut == text.len();
    let mut kept = text.get(..cut).unwrap_or(text);
    let whole = dressed(kept);
    for size_px in sizes.iter().copied().filter(|_| is_whole) {
        let lines = wrapped(&whole, room.width_px, &|text| measure(text, size_px));
        if lines.len() <= room.lines(size_px) {
            return Block { lines: texts(&whole, lines), size_px };
        }
    }
    let size_px = sizes.last().copied().unwrap_or(1.0);
    let width = |text: &str| measure(text, size_px);
    let lines = wrapped(kept, room.width_px, &width);
    kept = lines.get(room.lines(size_px) - 1).map_or(kept, |last| kept.get(..last.end).unwrap_or(kept));
    loop {
        let shown = dressed(&[kept.trim_end_matches(is_loose), ELLIPSIS].concat());
        let lines = wrapped(&shown, room.width_px, &width);
        if lines.len() <= room.lines(size_px) || kept.is_empty() {
            return Block { lines: texts(&shown, lines), size_px };
        }
        kept = without_last_piece(kept);
    }
}

/// What looks lost before an ellipsis.
fn is_loose(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '—' | '、' | '，')
}

fn without_last_piece(text: &str) -> &str {
    let pieces = pieces(text);
    match pieces.last() {
        Some(last) if pieces.len() > 1 => text.get(..last.start).unwrap_or_default(),
        // One endless word loses a character at a time.
        _ => clusters(text, 0..text.len()).last().and_then(|last| text.get(..last.start)).unwrap_or_default(),
    }
}

fn texts(text: &str, lines: Vec<Range<usize>>) -> Vec<String> {
    lines.into_iter().filter_map(|line| text.get(line)).map(ToOwned::to_owned).collect()
}

/// The lines of a text, as ranges of its bytes without the spaces at their ends.
fn wrapped(text: &str, width_px: f64, measure: &dyn Fn(&str) -> f64) -> Vec<Range<usize>> {
    let trimmed = |range: Range<usize>| {
        let line = text.get(range.clone()).unwrap_or_default();
        range.start..range.start + line.trim_end().len()
    };
    let fits = |range: Range<usize>| text.get(trimmed(range)).is_none_or(|line| measure(line) <= width_px);
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut line = 0..0;
    for piece in pieces(text) {
        if fits(line.start..piece.end) {
            line.end = piece.end;
        } else {
            if !line.is_empty() {
                lines.push(trimmed(line));
            }
            line = piece.clone();
            if !fits(piece.clone()) {
                line = piece.start..piece.start;
                for cluster in clusters(text, piece) {
                    if !line.is_empty() && !fits(line.start..cluster.end) {
                        lines.push(trimmed(line));
                        line = cluster.clone();
                    }
                    line.end = cluster.end;
                }
            }
        }
        // A line break of the author's own.
        if text.get(line.clone()).is_some_and(|text| text.ends_with('\n')) {
            lines.push(trimmed(line.clone()));
            line = line.end..line.end;
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(trimmed(line));
    }
    lines
}

/// The stretches between which a line may break, each with the spaces after it.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((_, c)) = chars.next() {
        let Some((at, next)) = chars.peek().copied() else { break };
        if breaks_between(c, next) {
            pieces.push(start..at);
            start = at;
        }
    }
    if start < text.len() {
        pieces.push(start..text.len());
    }
    pieces
}

fn breaks_between(c: char, next: char) -> bool {
    if c == '\n' {
        return true;
    }
    if next.is_whitespace() || is_attached(next) || is_joining(c) {
        return false;
    }
    let is_break_space = c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}');
    let is_hyphen = matches!(c, '-' | '\u{2010}' | '–' | '—') && next.is_alphabetic();
    let is_between_ideographs =
        (is_unspaced(c) || is_unspaced(next)) && !NOT_FIRST.contains(next) && !NOT_LAST.contains(c);
    is_break_space || is_hyphen || is_between_ideographs
}

/// Whether a character belongs to a script that writes no spaces and breaks anywhere: kana and Chinese characters.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

/// The characters that are seen apart, each with the marks that belong to it.
fn clusters(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut clusters: Vec<Range<usize>> = Vec::new();
    let mut before = '\0';
    // Flags are pairs of letters.
    let mut flag_is_open = false;
    for (at, c) in text.get(range.clone()).unwrap_or_default().char_indices() {
        let (start, end) = (range.start + at, range.start + at + c.len_utf8());
        let ends_flag = is_flag_letter(c) && flag_is_open;
        match clusters.last_mut() {
            Some(last) if is_attached(c) || is_joining(before) || ends_flag => last.end = end,
            _ => clusters.push(start..end),
        }
        flag_is_open = is_flag_letter(c) && !ends_flag;
        before = c;
    }
    clusters
}

fn is_joining(c: char) -> bool {
    c == '\u{200d}'
}

fn is_flag_letter(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

/// Whether a character is drawn with the one before it: marks of the larger scripts, variation selectors, skin tones.
fn is_attached(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{93a}'..='\u{94f}' | '\u{e31}' | '\u{e33}'..='\u{e3a}'
        | '\u{e47}'..='\u{e4e}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200c}'..='\u{200d}'
        | '\u{20d0}'..='\u{20ff}' | '\u{3099}' | '\u{309a}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Each character half as wide as the type is large.
    fn even(text: &str, size_px: f64) -> f64 {
        text.chars().filter(|c| !is_attached(*c)).count() as f64 * size_px / 2.0
    }

    fn quoted(text: &str) -> String {
        ["“", text, "”"].concat()
    }

    fn lines(text: &str, chars: usize) -> Vec<String> {
        texts(text, wrapped(text, chars as f64 * 5.0, &|text| even(text, 10.0)))
    }

    const ROOM: Room = Room { width_px: 400.0, height_px: 200.0, leading: 1.25 };
    const SIZES: [f64; 3] = [80.0, 40.0, 20.0];

    #[test]
    fn lines_break_at_spaces_and_only_there() {
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("one  two\nthree", 20), ["one  two", "three"]);
        assert_eq!(lines("100\u{a0}000 men", 8), ["100\u{a0}000", "men"]);
        assert_eq!(lines("a by-election", 6), ["a by-", "electi", "on"]);
        assert_eq!(lines("", 6), [""]);
    }

    #[test]
    fn scripts_without_spaces_break_between_characters_but_not_before_a_full_stop() {
        assert_eq!(lines("我们要去平壤。", 3), ["我们要", "去平", "壤。"]);
        assert_eq!(lines("「はい」と言った", 3), ["「は", "い」と", "言った"]);
        assert_eq!(lines("우리는 평양으로 간다", 8), ["우리는 평양으로", "간다"], "Korean writes spaces");
    }

    #[test]
    fn a_word_too_wide_breaks_but_what_is_seen_as_one_stays_whole() {
        assert_eq!(lines("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(lines("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
        assert_eq!(lines("👩\u{200d}🚀👩\u{200d}🚀", 2).concat(), "👩\u{200d}🚀👩\u{200d}🚀");
        assert_eq!(clusters("🇰🇵🇷🇺", 0..16), [0..8, 8..16]);
    }

    #[test]
    fn the_largest_size_that_fits_is_taken() {
        let size = |text: &str| fitted(text, &quoted, ROOM, &SIZES, &even).size_px;
        assert_eq!([size("No."), size("There will be no more delays."), size(&"word ".repeat(50))], [80.0, 40.0, 20.0]);
    }

    #[test]
    fn what_fits_in_no_size_is_shortened_at_a_word() {
        let block = fitted(&"word, ".repeat(4_000), &quoted, ROOM, &SIZES, &even);
        let last = block.lines.last().expect("a line");
        assert_eq!(block.lines.len(), 8);
        assert!(last.ends_with("word…”"), "{last}");
    }

    proptest! {
        #[test]
        fn any_text_fits_its_room(text in "\\PC{0,400}", repeat in 1..60_usize) {
            let text = text.repeat(repeat);
            let block = fitted(&text, &quoted, ROOM, &SIZES, &even);
            prop_assert!(block.lines.len() <= ROOM.lines(block.size_px));
            for line in &block.lines {
                // Marks without a width of their own do not make a line wider than one character.
                prop_assert!(even(line, block.size_px) <= ROOM.width_px || clusters(line, 0..line.len()).len() == 1);
            }
        }

        #[test]
        fn nothing_but_spaces_is_lost(text in "[a-z \n我。\u{301}-]{0,80}", width in 1..20_usize) {
            let kept: String = lines(&text, width).concat().split_whitespace().collect();
            prop_assert_eq!(kept, text.split_whitespace().collect::<String>());
        }
    }
}
