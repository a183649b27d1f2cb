//! The author's files in memory, and places in them.

use std::sync::OnceLock;

/// One file as it was handed to the compiler.
#[derive(Clone, Debug)]
pub struct Input {
    /// The name that diagnostics show, for instance `stories/x/events.toml`. Its ending tells TOML from CSV.
    pub name: String,
    /// The bytes of the file, in whatever encoding they came.
    pub bytes: Vec<u8>,
}

/// Which of the [`Files`] a span lies in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub(crate) u32);

/// A stretch of an author's file, in bytes of its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last; equal to `start` for a place between two characters.
    pub end: u32,
}

impl Span {
    /// A span over a byte range, saturating at 4 GiB.
    pub(crate) fn new(file: FileId, range: std::ops::Range<usize>) -> Self {
        let clip = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { file, start: clip(range.start), end: clip(range.end) }
    }
}

/// A place as people count: lines and characters from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1; a tab counts as one.
    pub column: usize,
}

/// The text of every file of a run, to show places in.
#[derive(Clone, Debug, Default)]
pub struct Files {
    files: Vec<File>,
}

#[derive(Clone, Debug)]
struct File {
    name: String,
    text: String,
    /// Where each line begins; worked out when the first place is shown, for most stories have nothing to show.
    line_starts: OnceLock<Vec<usize>>,
}

impl Files {
    /// Adds a file whose lines end in line feeds.
    pub(crate) fn add(&mut self, name: String, text: String) -> FileId {
        self.files.push(File { name, text, line_starts: OnceLock::new() });
        FileId(u32::try_from(self.files.len() - 1).unwrap_or(u32::MAX))
    }

    /// The name of a file; empty for a file of another run.
    #[must_use]
    pub fn name(&self, id: FileId) -> &str {
        self.file(id).map_or("", |file| &file.name)
    }

    /// The text of a file; empty for a file of another run.
    #[must_use]
    pub fn text(&self, id: FileId) -> &str {
        self.file(id).map_or("", |file| &file.text)
    }

    /// Where a span begins.
    #[must_use]
    pub fn start(&self, span: Span) -> Position {
        self.position(span.file, span.start as usize)
    }

    /// Where a span ends: the place after its last character.
    #[must_use]
    pub fn end(&self, span: Span) -> Position {
        self.position(span.file, span.end.max(span.start) as usize)
    }

    /// The line in which a span begins, without its line ending, and the span's byte range within that line,
    /// cut at the end of the line.
    #[must_use]
    pub fn line(&self, span: Span) -> (&str, std::ops::Range<usize>) {
        let Some(file) = self.file(span.file) else { return ("", 0..0) };
        let start = floor_boundary(&file.text, span.start as usize);
        let line_start = file.line_starts()[file.line_at(start)];
        let line = file.text[line_start..].lines().next().unwrap_or("");
        let end = floor_boundary(&file.text, span.end as usize);
        let from = (start - line_start).min(line.len());
        (line, from..end.saturating_sub(line_start).clamp(from, line.len()))
    }

    fn position(&self, id: FileId, at: usize) -> Position {
        let Some(file) = self.file(id) else { return Position { line: 1, column: 1 } };
        let at = floor_boundary(&file.text, at);
        let line = file.line_at(at);
        Position { line: line + 1, column: file.text[file.line_starts()[line]..at].chars().count() + 1 }
    }

    fn file(&self, id: FileId) -> Option<&File> {
        self.files.get(id.0 as usize)
    }
}

impl File {
    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            let feeds = self.text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
            std::iter::once(0).chain(feeds.map(|(at, _)| at + 1)).collect()
        })
    }

    fn line_at(&self, at: usize) -> usize {
        self.line_starts().partition_point(|&start| start <= at).saturating_sub(1)
    }
}

/// The nearest character boundary at or before a byte offset.
fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, start: usize, end: usize) -> (Position, Position, String) {
        let mut files = Files::default();
        let id = files.add("a.toml".to_owned(), text.to_owned());
        let span = Span::new(id, start..end);
        let (line, range) = files.line(span);
        (files.start(span), files.end(span), line[range].to_owned())
    }

    #[test]
    fn places_count_lines_and_characters_from_one() {
        let (start, end, marked) = at("id = 1\nnäme = \"x\"\n", 13, 14);
        assert_eq!((start.line, start.column), (2, 6));
        assert_eq!((end.line, end.column), (2, 7));
        assert_eq!(marked, "=");
    }

    #[test]
    fn a_span_over_lines_is_marked_to_the_end_of_its_first() {
        let (start, end, marked) = at("a\nbcd\nef", 3, 8);
        assert_eq!((start.line, start.column, end.line, end.column), (2, 2, 3, 3));
        assert_eq!(marked, "cd");
    }

    #[test]
    fn places_outside_the_text_are_its_end() {
        let (start, end, marked) = at("ab", 9, 12);
        assert_eq!((start.column, end.column, marked.as_str()), (3, 3, ""));
    }
}
