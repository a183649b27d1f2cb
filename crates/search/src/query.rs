//! What a reader types, understood.

use crate::Fold;
use crate::compounds::spaced_len;
use crate::folded::folded;
use crate::joints::is_gershayim;
use crate::span::{Span, span_from_text};
use crate::term::{Mode, Term};

/// Of a longer input only this much is read, in UTF-16 units, as fields of HTML count.
pub const MAX_UNITS: usize = 1_000;

/// Of more terms only these are kept.
const MAX_TERMS: usize = 32;

/// What a part of a query may be about, beside the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Who said it.
    Speaker,
    /// The agency that carried the words.
    Via,
    /// The article that prints them, its outlet, or the agency whose report it is.
    Source,
    /// What it is about.
    Theme,
    /// Before a year, month or day began.
    Before,
    /// From the beginning of a year, month or day on.
    After,
}

impl Field {
    /// Every field by the name that works in any language.
    const NAMES: [(&'static str, Self); 6] = [
        ("speaker", Self::Speaker),
        ("via", Self::Via),
        ("source", Self::Source),
        ("theme", Self::Theme),
        ("before", Self::Before),
        ("after", Self::After),
    ];

    /// The field of a folded name; `local` are the names of all fields in another language, with spaces between them.
    fn of(name: &str, local: &str, fold: &dyn Fold) -> Option<Self> {
        let english = Self::NAMES.iter().find(|(english, _)| *english == name);
        let local = || local.split_whitespace().zip(&Self::NAMES).find(|(local, _)| folded(local, fold) == name);
        english.or_else(|| Some(local()?.1)).map(|(_, field)| *field)
    }
}

/// A query: words and phrases that must match, others that must not, and fields.
///
/// - A word matches itself and the other forms of the same word; the last one, unless a space follows it, whatever
///   begins with it. A word that stands nowhere matches what begins with it, else what is a typo or two away.
/// - `US` and `U.S.`, `F35` and `F-35`, `OBrien` and `O’Brien`, `dAnnunzio` and `d’Annunzio`, `ATT` and `AT&T`, `TCPIP` and
///   `TCP/IP`, `צהל` and `צה"ל`, `1000000`, `1,000,000` and `1 000 000`, `1000km` and `1,000km` match each other. `l’eau`
///   and `24/7` are two words.
/// - `"a phrase"` matches these words in this order, as they are written: `"US"` is not `"U.S."`. Any pair of quotation
///   marks will do.
/// - `-word`, `-"a phrase"` and `-speaker:x` exclude; a word then means itself alone.
/// - `speaker:`, `via:`, `source:` and `theme:` with a word or a phrase; of several of the same field one must match.
/// - `before:` and `after:` with a year, month or day. A space may follow the colon.
///
/// Case, diacritics and punctuation do not count. Nothing is an error: what is no field, no date or not closed is text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(crate) required: Vec<Term>,
    pub(crate) excluded: Vec<Term>,
    pub(crate) fields: Vec<FieldTerm>,
    pub(crate) span: Span,
}

/// A field and what is asked of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldTerm {
    pub(crate) field: Field,
    pub(crate) term: Term,
    pub(crate) is_excluded: bool,
}

/// As much of an input as is read. What is shown of it is cut there too: browsers take seconds to lay out 100 kB.
#[must_use]
pub fn read_part(input: &str) -> &str {
    let mut units = 0;
    let beyond = input.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > MAX_UNITS
    });
    beyond.and_then(|(at, _)| input.get(..at)).unwrap_or(input)
}

impl Query {
    /// Understands what a reader typed: at most its first [`MAX_UNITS`] and 32 terms. `fields` are the names of the
    /// fields in the reader's language, in the order of [`Field`], with spaces between them; English ones are understood
    /// too.
    #[must_use]
    pub fn parse(input: &str, fields: &str, fold: &dyn Fold) -> Self {
        let mut rest = read_part(input).trim_start();
        let parser = Parser { fields, fold };
        let mut query = Self::default();
        while !rest.is_empty() && query.len() < MAX_TERMS {
            let operand = rest.strip_prefix('-');
            let (field, piece) = parser.piece(operand.unwrap_or(rest));
            query.take(field, &piece, operand.is_some(), &parser);
            rest = piece.rest.trim_start();
        }
        query
    }

    fn len(&self) -> usize {
        self.required.len() + self.excluded.len() + self.fields.len()
    }

    fn take(&mut self, field: Option<Field>, piece: &Piece<'_>, is_excluded: bool, parser: &Parser<'_>) {
        let mode = match () {
            () if piece.is_phrase => Mode::Phrase,
            () if piece.rest.is_empty() && !is_excluded => Mode::Beginning,
            () => Mode::Word,
        };
        match field {
            Some(field @ (Field::Before | Field::After)) => {
                let is_before = (field == Field::Before) != is_excluded;
                self.span = self.span.within(is_before, span_from_text(piece.text));
            }
            Some(field) => {
                // A name is mostly begun and not finished.
                let mode = if piece.is_phrase { mode } else { Mode::Beginning };
                let term = Term::new(piece.text, mode, parser.fold);
                self.fields.extend(term.map(|term| FieldTerm { field, term, is_excluded }));
            }
            None => {
                let list = if is_excluded { &mut self.excluded } else { &mut self.required };
                let term = Term::new(piece.text, mode, parser.fold);
                list.extend(term.filter(|term| !list.contains(term)));
            }
        }
    }

    /// Whether it asks for nothing: then it matches everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0 && self.span == Span::default()
    }

    /// Whether it asks for what only quotes have: a speaker, a carrier, a source.
    pub(crate) fn asks_for_quotes(&self) -> bool {
        self.fields.iter().any(|it| it.field != Field::Theme && !it.is_excluded)
    }
}

/// How the pieces of a query are read.
struct Parser<'a> {
    fields: &'a str,
    fold: &'a dyn Fold,
}

impl Parser<'_> {
    /// The first piece of a query, and its field, where it has one that there is and a value that means something.
    fn piece<'a>(&self, input: &'a str) -> (Option<Field>, Piece<'a>) {
        let named = || {
            let (name, value) = input.split_once([':', '：'])?;
            // As in any other text, many type a space behind a colon.
            let value = value.strip_prefix(char::is_whitespace).unwrap_or(value);
            if value.starts_with(char::is_whitespace) || name.contains(char::is_whitespace) {
                return None;
            }
            let field = Field::of(&folded(name, self.fold), self.fields, self.fold)?;
            let piece = Piece::first(value);
            let means = match field {
                Field::Before | Field::After => span_from_text(piece.text).is_some(),
                _ => Term::new(piece.text, Mode::Word, self.fold).is_some(),
            };
            means.then_some((Some(field), piece))
        };
        named().unwrap_or_else(|| (None, Piece::first(input)))
    }
}

/// The first word or phrase of a query, and what follows it.
struct Piece<'a> {
    text: &'a str,
    is_phrase: bool,
    rest: &'a str,
}

impl<'a> Piece<'a> {
    fn first(input: &'a str) -> Self {
        Self::phrase(input).unwrap_or_else(|| {
            // A number may hold spaces.
            let (number, rest) = input.split_at(spaced_len(input));
            let end = number.len() + rest.find(char::is_whitespace).unwrap_or(rest.len());
            let (text, rest) = input.split_at(end);
            Self { text, is_phrase: false, rest }
        })
    }

    /// A phrase, if the input begins with one that is closed. The mark within `צה"ל` closes none.
    fn phrase(input: &'a str) -> Option<Self> {
        let quoted = input.strip_prefix(is_quotation_mark)?;
        let mut marks = quoted.match_indices(is_quotation_mark);
        let (end, mark) = marks.find(|(at, _)| !is_gershayim(quoted, *at))?;
        let (text, rest) = (quoted.get(..end)?, quoted.get(end + mark.len()..)?);
        Some(Self { text, is_phrase: true, rest })
    }
}

fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂' | '「' | '」' | '『' | '』')
}

#[cfg(test)]
mod tests;
