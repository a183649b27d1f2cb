//! Rows of tables as they stand in the author's files, whether TOML or CSV.

use std::borrow::Cow;

use crate::Span;

/// The tables of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Table {
    Story,
    People,
    Sources,
    Lanes,
    Themes,
    Eras,
    Events,
    Accounts,
    Media,
    Quotes,
    Changes,
    Texts,
    /// Not a table of a file: what stands inside media.
    Captions,
}

impl Table {
    pub(crate) const ALL: [Self; 12] = [
        Self::Story,
        Self::People,
        Self::Sources,
        Self::Lanes,
        Self::Themes,
        Self::Eras,
        Self::Events,
        Self::Accounts,
        Self::Media,
        Self::Quotes,
        Self::Changes,
        Self::Texts,
    ];

    /// The name in TOML, and of the CSV file.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Story => "story",
            Self::People => "people",
            Self::Sources => "sources",
            Self::Lanes => "lanes",
            Self::Themes => "themes",
            Self::Eras => "eras",
            Self::Events => "events",
            Self::Accounts => "accounts",
            Self::Media => "media",
            Self::Quotes => "quotes",
            Self::Changes => "changes",
            Self::Texts => "texts",
            Self::Captions => "captions",
        }
    }

    /// What one row of it is called.
    pub(crate) fn one(self) -> &'static str {
        match self {
            Self::Story => "the story",
            Self::People => "a person",
            Self::Sources => "a source",
            Self::Lanes => "a lane",
            Self::Themes => "a theme",
            Self::Eras => "an era",
            Self::Events => "an event",
            Self::Accounts => "an account",
            Self::Media => "a picture, film, sound or link",
            Self::Quotes => "a quote",
            Self::Changes => "a change",
            Self::Texts => "a text",
            Self::Captions => "a file of captions",
        }
    }

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.name() == name)
    }

    /// Whether TOML writes it `[name]`, once, rather than `[[name]]`, once for each row.
    pub(crate) fn is_single(self) -> bool {
        matches!(self, Self::Story | Self::Texts)
    }
}

/// One row: a TOML table, or a line of a CSV file.
#[derive(Clone, Debug)]
pub(crate) struct Row<'a> {
    /// Where to point when something of the row is missing: its header in TOML, its first cell in CSV.
    pub(crate) span: Span,
    /// The header line of a CSV file; `None` in TOML.
    pub(crate) header: Option<Span>,
    /// What is given, in any order.
    pub(crate) fields: Vec<Field<'a>>,
}

/// A field of a row.
#[derive(Clone, Debug)]
pub(crate) struct Field<'a> {
    pub(crate) name: Cow<'a, str>,
    pub(crate) name_span: Span,
    pub(crate) value: Value<'a>,
}

/// What stands in a field.
#[derive(Clone, Debug)]
pub(crate) struct Value<'a> {
    pub(crate) span: Span,
    pub(crate) kind: Kind<'a>,
}

#[derive(Clone, Debug)]
pub(crate) enum Kind<'a> {
    /// A TOML string.
    Text(Literal<'a>),
    /// A TOML number, date or truth value, as it is written.
    Bare { text: Literal<'a>, what: &'static str },
    /// A CSV cell, which may stand for a value of any type.
    Cell(Literal<'a>),
    /// An empty CSV cell: as good as not there.
    Empty,
    /// A TOML array.
    List(Vec<Value<'a>>),
    /// A TOML table.
    Row(Row<'a>),
    /// Something the syntax check already complained about.
    Broken,
}

/// Literal characters and where they stand. They are those of the file, wherever they stand there exactly so: a story
/// of a million events would otherwise be copied again at every step.
#[derive(Clone, Debug)]
pub(crate) struct Literal<'a> {
    pub(crate) value: Cow<'a, str>,
    pub(crate) span: Span,
    /// The byte of the file at which the characters stand exactly so; `None` where quotation marks or escapes
    /// lie between them.
    pub(crate) verbatim_at: Option<u32>,
}

impl<'a> Literal<'a> {
    /// Finds where `value` stands exactly so within `raw`, the bytes of the file that `span` covers.
    pub(crate) fn new(value: &str, span: Span, raw: &'a str) -> Self {
        let opening = ["", "\"", "\"\"\"\n", "'''\n", "\"\"\"", "'''", "'"];
        let verbatim = opening.iter().find_map(|quote| {
            let characters = raw.strip_prefix(quote)?.get(..value.len())?;
            (characters == value).then_some((quote.len(), characters))
        });
        match verbatim {
            Some((len, characters)) => {
                let verbatim_at = u32::try_from(len).ok().and_then(|len| span.start.checked_add(len));
                Self { value: Cow::Borrowed(characters), span, verbatim_at }
            }
            None => Self { value: Cow::Owned(value.to_owned()), span, verbatim_at: None },
        }
    }

    /// The place of a byte range of the characters: exact where they stand exactly so, the whole text elsewhere.
    pub(crate) fn part(&self, range: std::ops::Range<usize>) -> Span {
        let Some(base) = self.verbatim_at else { return self.span };
        Span::new(self.span.file, base as usize + range.start..base as usize + range.end)
    }

    /// The characters without the white space around them.
    pub(crate) fn trimmed(&self) -> Self {
        let value = self.value.trim();
        let cut = self.value.len() - self.value.trim_start().len();
        self.slice(cut..cut + value.len())
    }

    /// The pieces between separators, without the white space around them; empty pieces are left out.
    pub(crate) fn split(&self, separator: char) -> Vec<Self> {
        let mut pieces = Vec::new();
        let mut at = 0;
        for piece in self.value.split(separator) {
            pieces.push(self.slice(at..at + piece.len()).trimmed());
            at += piece.len() + separator.len_utf8();
        }
        pieces.retain(|piece| !piece.value.is_empty());
        pieces
    }

    /// A byte range of the characters, with its place.
    pub(crate) fn slice(&self, range: std::ops::Range<usize>) -> Self {
        let verbatim_at = self.verbatim_at.and_then(|base| base.checked_add(u32::try_from(range.start).ok()?));
        let span = self.part(range.clone());
        let value = match &self.value {
            Cow::Borrowed(characters) => Cow::Borrowed(&characters[range]),
            Cow::Owned(characters) => Cow::Owned(characters[range].to_owned()),
        };
        Self { value, span, verbatim_at }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FileId;

    fn text<'a>(raw: &'a str, value: &str) -> Literal<'a> {
        Literal::new(value, Span::new(FileId::default(), 10..10 + raw.len()), raw)
    }

    #[test]
    fn a_part_of_a_plain_string_has_an_exact_place() {
        for (raw, value, start) in
            [("\"abc\"", "abc", 12), ("'''\nabc'''", "abc", 15), ("abc", "abc", 11), ("\"\\u0061bc\"", "abc", 10)]
        {
            assert_eq!(text(raw, value).part(1..2).start, start, "{raw}");
        }
    }

    #[test]
    fn pieces_keep_their_places() {
        let pieces = text("a; bc ;;d", "a; bc ;;d").split(';');
        let places: Vec<_> = pieces.iter().map(|p| (p.value.as_ref(), p.span.start, p.span.end)).collect();
        assert_eq!(places, [("a", 10, 11), ("bc", 13, 15), ("d", 18, 19)]);
    }
}
