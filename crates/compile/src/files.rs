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

/// Some lines of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Excerpt<'a> {
    pub(crate) text: &'a str,
    /// The number of the first, from 1.
    pub(crate) first_line: usize,
    /// The byte of the file at which the text begins.
    from: usize,
}

impl Excerpt<'_> {
    /// The bytes of the text that a span of the same file covers; `None` where it reaches out of it.
    pub(crate) fn range(&self, span: Span) -> Option<std::ops::Range<usize>> {
        let start = (span.start as usize).checked_sub(self.from)?;
        let end = (span.end as usize).checked_sub(self.from)?.max(start);
        (end <= self.text.len()).then(|| floor_boundary(self.text, start)..floor_boundary(self.text, end))
    }

    /// The same, up to the end of the text.
    pub(crate) fn range_within(&self, span: Span) -> std::ops::Range<usize> {
        let at = |byte: u32| floor_boundary(self.text, (byte as usize).saturating_sub(self.from));
        let start = at(span.start);
        start..at(span.end).max(start)
    }
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

    /// The lines that a span touches; where they are longer than so many bytes, those around its beginning.
    pub(crate) fn excerpt(&self, span: Span, limit_bytes: usize) -> Excerpt<'_> {
        let Some(file) = self.file(span.file) else { return Excerpt::default() };
        let start = floor_boundary(&file.text, span.start as usize);
        let last = floor_boundary(&file.text, (span.end as usize).max(start));
        let first_line = file.line_at(start);
        let from = file.line_starts()[first_line];
        let from = floor_boundary(&file.text, from.max(start.saturating_sub(limit_bytes / 4)));
        let room = (from + limit_bytes).min(file.text.len());
        // Of a line without an end in sight no more is looked at than there is room for.
        let rest = file.text.as_bytes().get(last..room).unwrap_or_default();
        let to = rest.iter().position(|&byte| byte == b'\n').map_or(room, |len| last + len);
        let to = floor_boundary(&file.text, to);
        Excerpt { text: &file.text[from..to], first_line: first_line + 1, from }
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
        let excerpt = files.excerpt(span, 1_000);
        (files.start(span), files.end(span), excerpt.text[excerpt.range_within(span)].to_owned())
    }

    fn excerpt(text: &str, range: std::ops::Range<usize>, limit_bytes: usize) -> (String, usize, String) {
        let mut files = Files::default();
        let id = files.add("a.toml".to_owned(), text.to_owned());
        let span = Span::new(id, range);
        let excerpt = files.excerpt(span, limit_bytes);
        (excerpt.text.to_owned(), excerpt.first_line, excerpt.text[excerpt.range_within(span)].to_owned())
    }

    #[test]
    fn an_excerpt_is_whole_lines_or_what_there_is_room_for() {
        let text = "one\ntwo\nthree\n";
        assert_eq!(excerpt(text, 5..6, 99), ("two".to_owned(), 2, "w".to_owned()));
        assert_eq!(excerpt(text, 6..10, 99), ("two\nthree".to_owned(), 2, "o\nth".to_owned()));
        assert_eq!(excerpt(text, 0..13, 4), ("one\n".to_owned(), 1, "one\n".to_owned()));
        assert_eq!(excerpt(&"é".repeat(50), 40..42, 8), ("ééééé".chars().take(4).collect(), 1, "é".to_owned()));
        assert_eq!(excerpt("", 0..0, 8), (String::new(), 1, String::new()));
    }

    #[test]
    fn places_count_lines_and_characters_from_one() {
        let (start, end, marked) = at("id = 1\nnäme = \"x\"\n", 13, 14);
        assert_eq!((start.line, start.column), (2, 6));
        assert_eq!((end.line, end.column), (2, 7));
        assert_eq!(marked, "=");
    }

    #[test]
    fn a_span_over_lines_is_marked_whole() {
        let (start, end, marked) = at("a\nbcd\nef", 3, 8);
        assert_eq!((start.line, start.column, end.line, end.column), (2, 2, 3, 3));
        assert_eq!(marked, "cd\nef");
    }

    #[test]
    fn places_outside_the_text_are_its_end() {
        let (start, end, marked) = at("ab", 9, 12);
        assert_eq!((start.column, end.column, marked.as_str()), (3, 3, ""));
    }
}
