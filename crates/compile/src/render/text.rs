//! Diagnostics as text: `file:line:column: error[code]: message`, the line with a marker, and the hint.

use std::fmt::Write as _;
use std::ops::Range;

use crate::{Diagnostic, Files, Outcome, Severity, Span};
use unicode_width::UnicodeWidthChar;

/// Whether text is coloured for a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Plain characters.
    None,
    /// With ANSI escape sequences.
    Ansi,
}

/// How many columns of a source line are shown; of a longer line, the part around the marker.
const LINE_COLUMNS: usize = 100;

/// How many columns are shown before the marker where a long line is cut.
const LEAD_COLUMNS: usize = 40;

/// How many columns a tab takes.
const TAB_COLUMNS: usize = 4;

/// Everything there is to say about a run, without colour. Empty where there is nothing to say.
#[must_use]
pub fn render_text(outcome: &Outcome) -> String {
    render_text_in(outcome, Colour::None)
}

/// The same, in colour if asked.
#[must_use]
pub fn render_text_in(outcome: &Outcome, colour: Colour) -> String {
    let mut out = String::new();
    for diagnostic in &outcome.diagnostics {
        one(&mut out, diagnostic, &outcome.files, Palette::of(colour, diagnostic.severity()));
    }
    out
}

/// The escape sequences around each part.
#[derive(Clone, Copy)]
struct Palette {
    grave: &'static str,
    bold: &'static str,
    dim: &'static str,
    off: &'static str,
}

impl Palette {
    fn of(colour: Colour, severity: Severity) -> Self {
        match (colour, severity) {
            (Colour::None, _) => Self { grave: "", bold: "", dim: "", off: "" },
            (Colour::Ansi, Severity::Error) => {
                Self { grave: "\x1b[1;31m", bold: "\x1b[1m", dim: "\x1b[36m", off: "\x1b[0m" }
            }
            (Colour::Ansi, Severity::Warning) => {
                Self { grave: "\x1b[1;33m", bold: "\x1b[1m", dim: "\x1b[36m", off: "\x1b[0m" }
            }
            (Colour::Ansi, Severity::Note) => {
                Self { grave: "\x1b[1;36m", bold: "\x1b[1m", dim: "\x1b[36m", off: "\x1b[0m" }
            }
        }
    }
}

fn one(out: &mut String, diagnostic: &Diagnostic, files: &Files, paint: Palette) {
    let Palette { grave, bold, dim, off } = paint;
    let (severity, code) = (diagnostic.severity().name(), diagnostic.code.name());
    let place = place(files, diagnostic.span);
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "{bold}{place}:{off} {grave}{severity}[{code}]{off}: {bold}{}{off}",
        visible(&diagnostic.message)
    );
    let (line, range) = files.line(diagnostic.span);
    if !line.trim().is_empty() {
        let (shown, marker) = marked(line, &range);
        let _ = writeln!(out, "  {shown}\n  {grave}{marker}{off}");
    }
    if let Some(hint) = &diagnostic.hint {
        let _ = writeln!(out, "  {dim}hint:{off} {}", visible(hint));
    }
    for related in &diagnostic.related {
        let place = self::place(files, related.span);
        let _ = writeln!(out, "  {dim}note:{off} {place}: {}", visible(&related.message));
    }
}

fn place(files: &Files, span: Span) -> String {
    let start = files.start(span);
    format!("{}:{}:{}", visible(files.name(span.file)), start.line, start.column)
}

/// A source line as a terminal shows it, and the line with the marker under a byte range of it.
fn marked(line: &str, range: &Range<usize>) -> (String, String) {
    let columns = |part: &str| part.chars().map(width).sum::<usize>();
    let line = line.trim_end();
    let (part, range) = around(line, range);
    let is_whole = part.len() == line.len();
    let (before, marked) = (columns(&part[..range.start]), columns(&part[range.clone()]));
    let cut = if is_whole && columns(part) <= LINE_COLUMNS { 0 } else { before.saturating_sub(LEAD_COLUMNS) };
    let mut shown = String::from(if cut > 0 { "…" } else { "" });
    let mut lead = shown.chars().count();
    let mut at = 0;
    for c in part.chars() {
        let end = at + width(c);
        if at >= cut + LINE_COLUMNS {
            shown.push('…');
            break;
        }
        if at >= cut {
            shown.push_str(&visible(c.encode_utf8(&mut [0; 4])));
            lead += if at < before { width(c) } else { 0 };
        }
        at = end;
    }
    let room = (cut + LINE_COLUMNS).saturating_sub(before).max(1);
    (shown, " ".repeat(lead) + &"^".repeat(marked.clamp(1, room)))
}

/// The characters of a line near the start of a byte range, and the range within them; so that thousands of
/// diagnostics of one very long line take no longer than those of many lines.
fn around<'a>(line: &'a str, range: &Range<usize>) -> (&'a str, Range<usize>) {
    let (start, end) = (range.start.min(line.len()), range.end.min(line.len()));
    let from = line[..start].char_indices().rev().take(2 * LINE_COLUMNS).last().map_or(start, |(at, _)| at);
    let to = line[start..].char_indices().nth(2 * LINE_COLUMNS).map_or(line.len(), |(at, _)| start + at);
    (&line[from..to], start - from..end.min(to) - from)
}

/// How many columns a character takes once it is [`visible`].
fn width(c: char) -> usize {
    match c {
        '\t' => TAB_COLUMNS,
        _ if is_unsafe(c) => 1,
        _ => c.width().unwrap_or(0),
    }
}

/// Text that cannot move the cursor, ring the bell or turn the direction of writing.
fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' => out.extend(std::iter::repeat_n(' ', TAB_COLUMNS)),
            _ if is_unsafe(c) => out.push('\u{FFFD}'),
            _ => out.push(c),
        }
    }
    out
}

fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::outcome;
    use proptest::prelude::*;

    #[test]
    fn a_diagnostic_shows_place_line_marker_hint_and_notes() {
        let text = render_text(&outcome("[[lanes]]\nid = \"a\"\nname = \"A\"\n[[lanes]]\nid = \"a\"\nname = \"B\""));
        let expected = "\
story.toml:5:7: error[duplicate-id]: another lane has the id `a` already
  id = \"a\"
        ^
  hint: give one of them another id, for instance `a-2`
  note: story.toml:2:7: first defined here
";
        assert_eq!(text, expected);
    }

    #[test]
    fn the_marker_stands_under_what_is_marked_whatever_came_before() {
        for (line, mark, shown, lead) in [
            ("ab X", "X", "ab X", 3),
            ("\tX", "X", "    X", 4),
            ("김정 X", "X", "김정 X", 5),
            ("e\u{301} X", "X", "e\u{301} X", 2),
            ("a\u{202E}X", "X", "a\u{FFFD}X", 2),
        ] {
            let at = line.find(mark).expect("the mark");
            assert_eq!(marked(line, &(at..at + 1)), (shown.to_owned(), " ".repeat(lead) + "^"), "{line}");
        }
        assert_eq!(marked("a 김정", &(2..8)).1, "  ^^^^");
        assert_eq!(marked("abc", &(3..3)).1, "   ^");
    }

    #[test]
    fn of_a_long_line_the_part_around_the_marker_is_shown() {
        let line = format!("{}X{}", "a".repeat(300), "b".repeat(300));
        let (shown, marker) = marked(&line, &(300..301));
        assert!(shown.starts_with("…a") && shown.ends_with("b…"), "{shown}");
        assert_eq!(shown.chars().position(|c| c == 'X'), marker.find('^'));
        assert_eq!(shown.chars().count(), LINE_COLUMNS + 2);
    }

    #[test]
    fn colour_is_only_added_when_asked_for() {
        let outcome = outcome("[x]");
        assert!(!render_text(&outcome).contains('\x1b'));
        assert!(render_text_in(&outcome, Colour::Ansi).contains("\x1b[1;31merror[unknown-table]\x1b[0m"));
    }

    proptest! {
        #[test]
        fn any_line_can_be_marked_anywhere(line in "\\PC{0,150}", a in 0_usize..200, b in 0_usize..200) {
            let boundary = |at: usize| (0..=at.min(line.len())).rev().find(|&at| line.is_char_boundary(at));
            let (a, b) = (boundary(a.min(b)).unwrap_or(0), boundary(a.max(b)).unwrap_or(0));
            let (shown, marker) = marked(&line, &(a..b));
            prop_assert!(marker.ends_with('^'));
            prop_assert!(!shown.contains('\n'));
        }
    }
}
