//! Diagnostics as text: `file:line:column: error[code]: message`, the lines with their marks, the hint, and what explains it.
//!
//! The first line is ours, because scripts read it. What stands below is drawn by `annotate-snippets`, which knows tabs, wide
//! characters, several marks, texts over several lines and lines longer than the terminal. It is given the lines in question
//! alone: it reads what it is given from the start for each diagnostic, and a story may have thousands in one long line.

use std::borrow::Cow;
use std::fmt::Write as _;

use annotate_snippets::renderer::{AnsiColor, Style};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::files::Excerpt;
use crate::{Diagnostic, Files, Outcome, Related, Severity, Span};

/// Whether text is coloured for a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Plain characters.
    None,
    /// With ANSI escape sequences.
    Ansi,
}

/// How many columns of a source line are shown; of a longer line, the part around the mark.
const LINE_COLUMNS: usize = 100;

/// So many bytes of a file are looked at around a mark. Four times a line of the longest characters.
const EXCERPT_BYTES: usize = 4_096;

/// Everything there is to say about a run, without colour. Empty where there is nothing to say.
#[must_use]
pub fn render_text(outcome: &Outcome) -> String {
    render_text_in(outcome, Colour::None)
}

/// The same, in colour if asked.
#[must_use]
pub fn render_text_in(outcome: &Outcome, colour: Colour) -> String {
    let mut out = String::new();
    let renderer = renderer(colour);
    for diagnostic in &outcome.diagnostics {
        one(&mut out, diagnostic, &outcome.files, &renderer, Palette::of(colour, diagnostic.severity()));
    }
    out
}

/// The escape sequences around each part that we write ourselves.
#[derive(Clone, Copy)]
struct Palette {
    grave: &'static str,
    bold: &'static str,
    dim: &'static str,
    off: &'static str,
}

impl Palette {
    fn of(colour: Colour, severity: Severity) -> Self {
        let grave = match (colour, severity) {
            (Colour::None, _) => return Self { grave: "", bold: "", dim: "", off: "" },
            (Colour::Ansi, Severity::Error) => "\x1b[1;31m",
            (Colour::Ansi, Severity::Warning) => "\x1b[1;33m",
            (Colour::Ansi, Severity::Note) => "\x1b[1;36m",
        };
        Self { grave, bold: "\x1b[1m", dim: "\x1b[36m", off: "\x1b[0m" }
    }
}

/// Draws lines in the same colours.
fn renderer(colour: Colour) -> Renderer {
    if colour == Colour::None {
        return Renderer::plain().term_width(LINE_COLUMNS);
    }
    let [red, yellow, cyan] =
        [AnsiColor::Red, AnsiColor::Yellow, AnsiColor::Cyan].map(|colour| Style::new().fg_color(Some(colour.into())));
    let renderer = Renderer::styled().term_width(LINE_COLUMNS).error(red.bold()).warning(yellow.bold());
    renderer.note(cyan).context(cyan).line_num(cyan)
}

fn one(out: &mut String, diagnostic: &Diagnostic, files: &Files, renderer: &Renderer, paint: Palette) {
    let Palette { grave, bold, dim, off } = paint;
    let (severity, code) = (diagnostic.severity(), diagnostic.code.name());
    let (place, message) = (place(files, diagnostic.span), visible(&diagnostic.message));
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{bold}{place}:{off} {grave}{}[{code}]{off}: {bold}{message}{off}", severity.name());
    let (excerpt, near) = excerpt(diagnostic, files);
    draw(out, renderer, level_of(severity), excerpt, diagnostic.span, &near);
    if let Some(hint) = &diagnostic.hint {
        // As above.
        let _ = writeln!(out, "  {dim}hint:{off} {}", visible(hint));
    }
    for related in diagnostic.related.iter().filter(|related| !near.contains(related)) {
        let place = self::place(files, related.span);
        // As above.
        let _ = writeln!(out, "  {dim}note:{off} {place}: {}", visible(&related.message));
        draw(out, renderer, Level::NOTE, files.excerpt(related.span, EXCERPT_BYTES), related.span, &[]);
    }
}

/// What colours the marks of a diagnostic.
fn level_of(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

fn place(files: &Files, span: Span) -> String {
    let start = files.start(span);
    format!("{}:{}:{}", visible(files.name(span.file)), start.line, start.column)
}

/// The lines of a diagnostic, together with the places that explain it, if all of them stand close by; else its own.
fn excerpt<'a>(diagnostic: &'a Diagnostic, files: &'a Files) -> (Excerpt<'a>, Vec<&'a Related>) {
    let own = diagnostic.span;
    let near: Vec<_> = diagnostic.related.iter().filter(|related| related.span.file == own.file).collect();
    let spans = || near.iter().map(|related| related.span).chain([own]);
    let start = spans().map(|span| span.start).min().unwrap_or(own.start);
    let end = spans().map(|span| span.end).max().unwrap_or(own.end);
    let both = files.excerpt(Span { start, end, ..own }, EXCERPT_BYTES);
    if !near.is_empty() && spans().all(|span| both.range(span).is_some()) {
        return (both, near);
    }
    (files.excerpt(own, EXCERPT_BYTES), Vec::new())
}

/// Draws lines with a mark, and with labels at what explains it; nothing where there is nothing on them.
fn draw(
    out: &mut String,
    renderer: &Renderer,
    level: Level<'_>,
    excerpt: Excerpt<'_>,
    span: Span,
    labels: &[&Related],
) {
    if excerpt.text.trim().is_empty() {
        return;
    }
    let marked = AnnotationKind::Primary.span(excerpt.range_within(span));
    let label = |related: &&Related| {
        let range = excerpt.range(related.span)?;
        Some(AnnotationKind::Context.span(range).label(visible(&related.message).into_owned()))
    };
    let snippet = Snippet::source(visible(excerpt.text)).line_start(excerpt.first_line).annotation(marked);
    let group = Group::with_level(level).element(snippet.annotations(labels.iter().filter_map(label)));
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{}", renderer.render(&[group]));
}

/// Text that cannot ring the bell or turn the direction of writing, and in which everything is seen. It is as many bytes
/// as before, so that places in it stay where they are; what else moves the cursor is replaced where the text is drawn.
fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unseen) {
        return Cow::Borrowed(text);
    }
    let seen = |c: char| match (is_unseen(c), c.len_utf8()) {
        (false, _) => c,
        (true, 3) => '\u{FFFD}',
        (true, 2) => '¿',
        (true, _) => '?',
    };
    Cow::Owned(text.chars().map(seen).collect())
}

fn is_unseen(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{csv_outcome, outcome};
    use crate::{Code, FileId};
    use proptest::prelude::*;

    fn outcome_of(diagnostics: Vec<Diagnostic>, files: Files) -> Outcome {
        let (left_out, put_in, media) = (Vec::new(), Vec::new(), Vec::new());
        Outcome { story: None, diagnostics, left_out, put_in, media, files }
    }

    /// What is shown of one mark in a text.
    fn shown(text: &str, range: std::ops::Range<usize>) -> String {
        let mut files = Files::default();
        let file = files.add("a.toml".to_owned(), text.to_owned());
        let diagnostic = Diagnostic::new(Code::Syntax, Span::new(file, range), "M");
        render_text(&outcome_of(vec![diagnostic], files))
    }

    #[test]
    fn a_diagnostic_shows_place_lines_marks_and_hint() {
        let text = render_text(&outcome("[[lanes]]\nid = \"a\"\nname = \"A\"\n[[lanes]]\nid = \"a\"\nname = \"B\""));
        let expected = "\
story.toml:5:7: error[duplicate-id]: another lane has the id `a` already
  |
2 | id = \"a\"
  |       - first defined here
...
5 | id = \"a\"
  |       ^
  hint: give one of them another id, for instance `a-2`
";
        assert_eq!(text, expected);
    }

    #[test]
    fn what_explains_it_far_away_is_a_note_with_its_place() {
        let far = "# far away\n".repeat(400);
        let toml = format!("[[lanes]]\nid = \"a\"\nname = \"A\"\n{far}[[lanes]]\nid = \"a\"\nname = \"B\"");
        let text = render_text(&outcome(&toml));
        assert!(text.starts_with("story.toml:405:7: error[duplicate-id]: another lane"), "{text}");
        let note = "  note: story.toml:2:7: first defined here\n  |\n2 | id = \"a\"\n  |       ^\n";
        assert!(text.ends_with(note), "{text}");
    }

    #[test]
    fn the_mark_stands_under_what_is_marked_whatever_came_before() {
        for (line, mark, seen, lead) in [
            ("ab X", "X", "ab X", 3),
            ("\tX", "X", "    X", 4),
            ("김정 X", "X", "김정 X", 5),
            ("e\u{301} X", "X", "e\u{301} X", 2),
            ("a\u{202E}X", "X", "a\u{FFFD}X", 2),
            ("a\u{200B}X", "X", "a\u{FFFD}X", 2),
            ("a\u{7}X", "X", "a?X", 2),
            ("a\u{9B}31mX", "X", "a¿31mX", 5),
        ] {
            let at = line.find(mark).expect("the mark");
            let expected = format!("a.toml:1:{}: error[syntax]: M\n", line[..at].chars().count() + 1);
            let expected = format!("{expected}  |\n1 | {seen}\n  | {}^\n", " ".repeat(lead));
            assert_eq!(shown(line, at..at + 1), expected, "{line}");
        }
        assert!(shown("a 김정", 2..8).ends_with("  |   ^^^^\n"));
        assert!(shown("abc", 3..3).ends_with("  |    ^\n"), "at the end");
    }

    #[test]
    fn a_cell_over_several_lines_is_marked_whole() {
        let text = render_text(&csv_outcome("people.csv", "id,name\na,\"Kim\nJong\n"));
        assert!(text.starts_with("people.csv:2:3: error[syntax]: "), "{text}");
        let marked = shown("a,\"Kim\nJong\",c", 2..13);
        assert!(marked.contains("1 |   a,\"Kim\n") && marked.contains("2 | | Jong\",c\n"), "{marked}");
    }

    #[test]
    fn of_a_long_line_the_part_around_the_mark_is_shown() {
        for (lead, tail) in [(300, 300), (50_000, 50_000), (0, 50_000), (50_000, 0)] {
            let line = format!("{}X{}", "a".repeat(lead), "b".repeat(tail));
            let text = shown(&line, lead..lead + 1);
            let lines: Vec<&str> = text.lines().collect();
            assert_eq!(lines[2].find('X'), lines[3].find('^'), "{text}");
            assert!(lines.iter().all(|line| line.chars().count() <= LINE_COLUMNS), "{text}");
        }
    }

    #[test]
    fn a_line_with_nothing_on_it_is_not_shown() {
        assert_eq!(shown("a\n\nb", 2..2), "a.toml:2:1: error[syntax]: M\n");
        let hint = render_text(&csv_outcome("people.csv", ""));
        assert_eq!(hint, "");
    }

    #[test]
    fn colour_is_only_added_when_asked_for() {
        let outcome = outcome("[x]");
        assert!(!render_text(&outcome).contains('\x1b'));
        let coloured = render_text_in(&outcome, Colour::Ansi);
        assert!(coloured.contains("\x1b[1;31merror[unknown-table]\x1b[0m"));
        assert!(coloured.contains("\x1b[1m\x1b[31m^"), "{coloured:?}");
    }

    #[test]
    fn each_severity_has_a_colour_that_its_mark_has_too() {
        for (code, name, sgr) in [
            (Code::Syntax, "error[syntax]", "31"),
            (Code::UnusedPerson, "warning[unused-person]", "33"),
            (Code::OtherServer, "note[other-server]", "36"),
        ] {
            let mut files = Files::default();
            let file = files.add("a.toml".to_owned(), "abc".to_owned());
            let diagnostic = Diagnostic::new(code, Span::new(file, 0..3), "M");
            let coloured = render_text_in(&outcome_of(vec![diagnostic], files), Colour::Ansi);
            assert!(coloured.contains(&format!("\x1b[1;{sgr}m{name}\x1b[0m")), "{coloured:?}");
            assert!(coloured.contains(&format!("\x1b[{sgr}m^^^")), "{coloured:?}");
        }
    }

    proptest! {
        #[test]
        fn any_line_can_be_marked_anywhere(
            line in "(\\PC|[\0-\u{9F}\u{200B}\u{202E}]){0,150}",
            a in 0_usize..400,
            b in 0_usize..400,
        ) {
            let text = shown(&line, a.min(b)..a.max(b));
            let is_sound = |c: char| c == '\n' || !c.is_control();
            prop_assert!(text.chars().all(is_sound), "{:?}", text);
        }

        #[test]
        fn what_is_made_visible_keeps_its_places(text in "(\\PC|[\0-\u{9F}\u{200B}-\u{206F}\u{FEFF}]){0,40}") {
            let seen = visible(&text);
            prop_assert_eq!(seen.len(), text.len());
            prop_assert!(text.char_indices().map(|(at, _)| at).eq(seen.char_indices().map(|(at, _)| at)));
        }

        #[test]
        fn places_that_lie_in_no_file_are_shown_without_a_line(at in any::<u32>()) {
            let span = Span { file: FileId(9), start: at, end: at };
            let diagnostics = vec![Diagnostic::new(Code::Syntax, span, "M").related(span, "N").hint("H")];
            prop_assert!(render_text(&outcome_of(diagnostics, Files::default())).contains("hint: H"));
        }
    }
}
