//! How a title stands on the card: as large as there is room for, in lines of about the same length.

/// The sizes that a title may have, px, the largest first: of the letters, from line to line, and the most lines.
const SIZES: [(f64, f64, usize); 6] =
    [(66.0, 74.0, 2), (58.0, 66.0, 2), (44.0, 50.0, 3), (40.0, 46.0, 3), (33.0, 36.0, 4), (29.0, 33.0, 4)];
/// So many characters are looked at; nobody reads more on a card.
const MOST_CHARS: usize = 400;
/// Lines are made equal in so many steps.
const EVEN_STEPS: usize = 24;
/// What may not begin a line, nor be parted from what it follows.
const CLOSING: &str = "、。，．：；！？）］｝〉》」』】〕’”»…ー々%,.:;!?)]}";
/// What may not end one.
const OPENING: &str = "（［｛〈《「『【〔‘“«([{";

/// A title in lines.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Title {
    /// How large its letters are, px.
    pub(super) size_px: f64,
    /// How far it is from one line to the next, px.
    pub(super) leading_px: f64,
    /// Its lines.
    pub(super) lines: Vec<String>,
}

/// A title within a width in px. `width_px` tells how wide a line is for each px of its letters' size.
pub(super) fn set(title: &str, room_px: f64, width_px: &dyn Fn(&str) -> f64) -> Title {
    let pieces = pieces(title);
    for (size_px, leading_px, most) in SIZES {
        let wrap = |room_px: f64| wrapped(&pieces, &|line| width_px(line) * size_px <= room_px);
        let lines = wrap(room_px);
        let is_within = lines.iter().all(|line| width_px(line) * size_px <= room_px);
        if is_within && lines.len() <= most {
            return Title { size_px, leading_px, lines: evened(&lines, room_px, &wrap) };
        }
    }
    let [.., (size_px, leading_px, most)] = SIZES;
    let fits = |line: &str| width_px(line) * size_px <= room_px;
    let mut lines = wrapped(&chars(title), &fits);
    let is_cut = lines.len() > most;
    lines.truncate(most);
    if let Some(last) = lines.last_mut().filter(|_| is_cut) {
        while !last.is_empty() && !fits(&[last, "…"].concat()) {
            last.pop();
        }
        *last = [last.trim_end(), "…"].concat();
    }
    Title { size_px, leading_px, lines }
}

/// As many lines in the least width that they need.
fn evened(lines: &[String], room_px: f64, wrap: &dyn Fn(f64) -> Vec<String>) -> Vec<String> {
    let step_px = room_px / 2.0 / EVEN_STEPS as f64;
    let narrower = (1..=EVEN_STEPS).map(|step| wrap(room_px - step as f64 * step_px));
    narrower.take_while(|others| others.len() == lines.len()).last().unwrap_or_else(|| lines.to_vec())
}

/// Pieces one after the other, each in the line before it where that still fits.
fn wrapped(pieces: &[String], fits: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        let longer = lines.last().map(|line| [line, piece.as_str()].concat());
        match (longer.filter(|longer| fits(longer.trim_end())), lines.last_mut()) {
            (Some(longer), Some(line)) => *line = longer,
            _ => lines.push(piece.clone()),
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// What stays together: words with the space behind them, and in scripts without spaces each character with its signs.
fn pieces(title: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in title.chars().take(MOST_CHARS) {
        let may_part = (before == ' ' && c != ' ')
            || before == '-'
            || ((is_alone(before) || is_alone(c)) && !CLOSING.contains(c) && !OPENING.contains(before) && c != ' ');
        match pieces.last_mut().filter(|_| !may_part) {
            Some(piece) => piece.push(c),
            None => pieces.push(c.to_string()),
        }
        before = c;
    }
    pieces
}

/// Every character, with the marks that stand on it, for a word that no line can hold.
fn chars(title: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for c in title.chars().take(MOST_CHARS) {
        match parts.last_mut().filter(|_| matches!(c, '\u{300}'..='\u{36f}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}')) {
            Some(part) => part.push(c),
            None => parts.push(c.to_string()),
        }
    }
    parts
}

/// Whether lines may break beside a character: ideographs and kana; Korean has spaces.
fn is_alone(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{312F}' | '\u{31A0}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// As if each character were half as wide as high, ideographs as wide.
    fn width_px(line: &str) -> f64 {
        line.chars().map(|c| if is_alone(c) { 1.0 } else { 0.5 }).sum()
    }

    fn title(text: &str) -> Title {
        set(text, 1040.0, &width_px)
    }

    #[test]
    fn lines_are_about_as_long_as_each_other() {
        let title = title("Kim, Putin and the visit that has yet to happen");
        assert_eq!((title.size_px, title.lines.len()), (66.0, 2));
        assert_eq!(title.lines, ["Kim, Putin and the visit", "that has yet to happen"]);
        assert_eq!(super::tests::title("A bridge").lines, ["A bridge"]);
    }

    #[test]
    fn long_titles_step_down_and_very_long_ones_end() {
        let words = |n: usize| vec!["bridges"; n].join(" ");
        let sizes = [4, 9, 15, 20, 60].map(|n| title(&words(n)).size_px);
        assert!(sizes.windows(2).all(|two| two[0] >= two[1]), "{sizes:?}");
        let cut = title(&words(60));
        assert_eq!(cut.lines.len(), 4);
        assert!(cut.lines[3].ends_with('…'), "{:?}", cut.lines);
        assert_eq!(title(&words(20)).lines.join(" "), words(20), "nothing is lost");
    }

    #[test]
    fn scripts_without_spaces_break_between_characters_but_not_before_a_full_stop() {
        let text = "金正恩委員長とプーチン大統領、そしてまだ実現していない訪問についての記録。";
        let title = title(text);
        assert!(title.lines.len() > 1);
        assert_eq!(title.lines.concat(), text);
        assert!(title.lines.iter().all(|line| !line.starts_with(['、', '。', 'ー'])), "{:?}", title.lines);
    }

    #[test]
    fn a_word_that_no_line_holds_is_broken() {
        let title = title(&"x".repeat(200));
        assert!(title.lines.iter().all(|line| width_px(line) * title.size_px <= 1040.0), "{title:?}");
    }

    proptest! {
        #[test]
        fn no_title_is_wider_or_higher_than_its_room(text in "[a-z \\-金の、é\u{301}א]{0,120}") {
            let title = title(&text);
            let foot_px = 116.0 + 0.94 * title.size_px + title.leading_px * (title.lines.len() as f64 - 1.0);
            prop_assert!(foot_px <= 258.0, "{foot_px}");
            prop_assert!(title.lines.iter().all(|line| width_px(line) * title.size_px <= 1040.0), "{title:?}");
        }
    }
}
