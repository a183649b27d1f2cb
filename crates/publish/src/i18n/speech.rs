//! A story's language with its phrases, as the wording of dates asks for it.

use icu_decimal::input::Decimal;
use story::{Message, PLURAL_CATEGORIES, Phrase, Story, ZoneIx};
use wording::{Format, Tongue};

use super::formats::Formats;
use super::ranges::{Piece, halves, joined};
use icu_plurals::{PluralCategory, PluralRules};

/// A language with its phrases.
pub(super) struct Speech<'a> {
    language: &'a str,
    texts: &'a [Phrase],
    zones: &'a [String],
    formats: Formats,
}

impl<'a> Speech<'a> {
    pub(super) fn new(story: &'a Story) -> Self {
        let formats = Formats::new(&story.language);
        Self { language: &story.language, texts: &story.texts, zones: &story.zones, formats }
    }

    /// A phrase in one of its plural forms; a form that the language does not have is the first one.
    pub(super) fn form(&self, message: Message, form: usize) -> &'a str {
        let Some(phrase) = self.texts.get(message.at()) else { return "" };
        let own = phrase.forms.get(form).filter(|own| !own.is_empty());
        own.unwrap_or(&phrase.forms[0])
    }
}

impl Tongue for Speech<'_> {
    fn phrase(&self, message: Message, form: usize) -> &str {
        self.form(message, form)
    }

    fn zone(&self, zone: ZoneIx) -> &str {
        self.zones.get(zone.at()).map_or("", String::as_str)
    }

    fn date(&self, format: Format, sec: i64) -> String {
        self.formats.date(format, sec).into_iter().map(|piece| piece.text).collect()
    }

    fn range(&self, format: Format, from_sec: i64, to_sec: i64) -> Option<String> {
        let (from, to) = self.range_halves(format, from_sec, to_sec)?;
        Some(joined(self.language, &from, &to))
    }

    fn range_halves(&self, format: Format, from_sec: i64, to_sec: i64) -> Option<(String, String)> {
        let of = |sec| -> Vec<Piece> { self.formats.date(format, sec) };
        halves(&of(from_sec), &of(to_sec))
    }

    fn number(&self, number: f64) -> String {
        self.formats.number(number as i64)
    }

    fn compact(&self, number: f64) -> String {
        self.formats.compact(&Decimal::from(number as i64)).unwrap_or_else(|| self.number(number))
    }

    fn digits(&self, number: f64) -> String {
        self.formats.digits(number as i64)
    }

    fn plural(&self, n: usize) -> usize {
        form(self.formats.plural.as_ref(), n)
    }

    fn ordinal(&self, n: usize) -> usize {
        form(self.formats.ordinal.as_ref(), n)
    }

    fn language_name(&self, tag: &str) -> Option<String> {
        self.formats.language_name(tag)
    }
}

/// The position of the form that a number takes.
fn form(rules: Option<&PluralRules>, n: usize) -> usize {
    let name = match rules.map(|rules| rules.category_for(n)) {
        Some(PluralCategory::Zero) => "zero",
        Some(PluralCategory::One) => "one",
        Some(PluralCategory::Two) => "two",
        Some(PluralCategory::Few) => "few",
        Some(PluralCategory::Many) => "many",
        Some(PluralCategory::Other) | None => "other",
    };
    PLURAL_CATEGORIES.iter().position(|known| *known == name).unwrap_or_default()
}
