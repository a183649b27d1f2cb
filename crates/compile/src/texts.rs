//! The widget's own words in the story's language: the translations that come with the compiler, and what a story
//! changes or adds.

use std::collections::BTreeMap;

use crate::Span;
use crate::checks::{empty_text, hidden_character};
use crate::checks::{missing_field, missing_translation, text_parameter, unknown_text, wrong_type};
use crate::diagnostic::Sink;
use crate::record::Record;
use crate::row::{Field, Kind, Literal, Row, Table, Value};
use story::{Message, PLURAL_CATEGORIES, Phrase};
use toml::de::{DeTable, DeValue};

/// The translations that come with the compiler, by language.
const LOCALES: &[(&str, &str)] = &[
    ("de", include_str!("../locales/de.toml")),
    ("en", ENGLISH),
    ("fr", include_str!("../locales/fr.toml")),
    ("ko", include_str!("../locales/ko.toml")),
    ("ru", include_str!("../locales/ru.toml")),
];

/// What is shown where there is no translation.
const ENGLISH: &str = include_str!("../locales/en.toml");

/// The languages in which the widget knows its words, as BCP 47 tags.
pub fn known_languages() -> impl Iterator<Item = &'static str> {
    LOCALES.iter().map(|(language, _)| *language)
}

/// One phrase for each message, in their order.
pub(crate) fn texts(record: &Record<'_>, sink: &mut Sink) -> Vec<Phrase> {
    let mut changes = Changes::default();
    for row in &record.draft.texts {
        if row.header.is_some() { changes.read_csv(row, sink) } else { changes.read_toml(row, sink) }
    }
    let language = record.story().and_then(|story| story.language.good());
    let locale = language.and_then(|language| locale(&language.value));
    if let (Some(language), None) = (language, locale)
        && changes.phrases.len() < Message::ALL.len()
    {
        missing_translation::report(language, &known_languages().collect::<Vec<_>>(), sink);
    }
    changes.applied_to(phrases(locale.unwrap_or(ENGLISH)))
}

/// The translation for a language tag; `pt-BR` is served by `pt`.
fn locale(tag: &str) -> Option<&'static str> {
    let language = tag.split('-').next().unwrap_or(tag);
    LOCALES.iter().find(|(known, _)| known.eq_ignore_ascii_case(language)).map(|(_, text)| *text)
}

/// The phrases of a translation file; a message it lacks is empty, which a test rules out.
fn phrases(locale: &str) -> Vec<Phrase> {
    let (table, _) = DeTable::parse_recoverable(locale);
    let phrase = |message: &Message| match table.get_ref().get(message.key()).map(toml::Spanned::get_ref) {
        Some(DeValue::String(text)) => plain(text),
        Some(DeValue::Table(forms)) => {
            let form = |category: &str| forms.get(category)?.get_ref().as_str().map(str::to_owned);
            Phrase { forms: PLURAL_CATEGORIES.map(|category| form(category).unwrap_or_default()) }
        }
        _ => Phrase::default(),
    };
    Message::ALL.iter().map(phrase).collect()
}

fn plain(other: &str) -> Phrase {
    let mut phrase = Phrase::default();
    other.clone_into(&mut phrase.forms[0]);
    phrase
}

/// What a story changes, by the position of the message.
#[derive(Default)]
struct Changes {
    phrases: BTreeMap<usize, Phrase>,
}

impl Changes {
    /// Reads `key = "text"` and `key = { one = "text", other = "text" }`.
    fn read_toml(&mut self, row: &Row<'_>, sink: &mut Sink) {
        for field in &row.fields {
            match &field.value.kind {
                Kind::Row(forms) => {
                    for form in &forms.fields {
                        self.read_value(field, Some((&form.name, form.name_span)), &form.value, sink);
                    }
                }
                _ => self.read_value(field, None, &field.value, sink),
            }
        }
    }

    fn read_value(&mut self, key: &Field<'_>, form: Option<(&str, Span)>, value: &Value<'_>, sink: &mut Sink) {
        match &value.kind {
            Kind::Text(text) => self.set((&key.name, key.name_span), form, text, sink),
            Kind::Broken => {}
            _ => wrong_type::report(value, &key.name, "a text", sink),
        }
    }

    /// Reads a line with the columns `key`, `form` and `text`.
    fn read_csv(&mut self, row: &Row<'_>, sink: &mut Sink) {
        let cell = |name: &str| {
            let field = row.fields.iter().find(|field| field.name == name)?;
            if let Kind::Cell(text) = &field.value.kind { Some(text) } else { None }
        };
        for name in ["key", "text"] {
            if cell(name).is_none() {
                missing_field::report(Table::Texts, row, name, sink);
            }
        }
        if let (Some(key), Some(text)) = (cell("key"), cell("text")) {
            let form = cell("form").map(|form| (form.value.as_ref(), form.span));
            self.set((&key.value, key.span), form, text, sink);
        }
    }

    fn set(&mut self, key: (&str, Span), form: Option<(&str, Span)>, text: &Literal<'_>, sink: &mut Sink) {
        let message = unknown_text::message(key.0, key.1, sink);
        let form = form.map_or(Some(0), |(name, span)| unknown_text::form(name, span, sink));
        let (Some(message), Some(form)) = (message, form) else { return };
        hidden_character::check(text, sink);
        let Some(text) = empty_text::check(key.0, text, sink) else { return };
        if text_parameter::check(message, &text, sink) {
            self.phrases.entry(message.at()).or_default().forms[form] = text.value.into_owned();
        }
    }

    /// A changed message keeps nothing of the translation but the form `other`, if the story does not give it.
    fn applied_to(self, mut phrases: Vec<Phrase>) -> Vec<Phrase> {
        for (at, mut phrase) in self.phrases {
            if phrase.forms[0].is_empty() {
                phrase.forms[0] = std::mem::take(&mut phrases[at].forms[0]);
            }
            phrases[at] = phrase;
        }
        phrases
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::outcome;
    use std::collections::BTreeSet;

    /// The plural categories for counting and for ranks (CLDR 48).
    const CATEGORIES: &[(&str, &[&str], &[&str])] = &[
        ("de", &["one", "other"], &["other"]),
        ("en", &["one", "other"], &["one", "two", "few", "other"]),
        ("fr", &["one", "many", "other"], &["one", "other"]),
        ("ko", &["other"], &["other"]),
        ("ru", &["one", "few", "many", "other"], &["other"]),
    ];

    #[test]
    fn every_translation_has_every_message_and_no_other() {
        let wanted: BTreeSet<_> = Message::ALL.iter().map(|message| message.key()).collect();
        for (language, text) in LOCALES {
            let (table, errors) = DeTable::parse_recoverable(text);
            assert!(errors.is_empty(), "{language}");
            let keys: BTreeSet<_> = table.get_ref().keys().map(|key| key.get_ref().as_ref()).collect();
            assert_eq!(keys, wanted, "{language}");
        }
    }

    #[test]
    fn every_form_mentions_exactly_its_parameters() {
        for (language, text) in LOCALES {
            for (message, phrase) in Message::ALL.iter().zip(phrases(text)) {
                for form in phrase.forms.iter().filter(|form| !form.is_empty()) {
                    let given = text_parameter::parameters(form).map(BTreeSet::from_iter);
                    let wanted = message.params().iter().copied().collect();
                    assert_eq!(given, Some(wanted), "{language}, {}", message.key());
                }
            }
        }
    }

    #[test]
    fn a_message_that_counts_has_the_forms_of_its_language() {
        assert_eq!(CATEGORIES.len(), LOCALES.len());
        for (language, cardinal, ordinal) in CATEGORIES {
            let text = locale(language).expect("a translation");
            for (message, phrase) in Message::ALL.iter().zip(phrases(text)) {
                let forms = PLURAL_CATEGORIES.iter().zip(&phrase.forms).filter(|(_, form)| !form.is_empty());
                let given: BTreeSet<_> = forms.map(|(category, _)| *category).collect();
                let wanted = if message.is_ordinal() { ordinal } else { cardinal };
                let whole = given == wanted.iter().copied().collect();
                let uncounted = given == BTreeSet::from(["other"]);
                assert!(whole || uncounted, "{language}, {}: {given:?}", message.key());
                let counts = [Message::Events, Message::Quotes, Message::Sources, Message::Accounts];
                assert!(whole || !counts.contains(message), "{language}, {}", message.key());
            }
        }
    }

    #[test]
    fn a_story_changes_what_it_names() {
        let texts = |language: &str, lines: &str| {
            let story = format!("[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"{language}\"\n[texts]\n{lines}");
            outcome(&story).story.expect("a story").texts
        };
        let changed = texts("en", "close = \"Shut\"\nevents = { one = \"{n} thing\" }");
        assert_eq!(changed[Message::Close.at()].forms[0], "Shut");
        assert_eq!(changed[Message::Events.at()].forms[..3], ["{n} events", "", "{n} thing"]);
        assert_eq!(changed[Message::ZoomIn.at()].forms[0], "Zoom in");
        assert_eq!(texts("de-AT", "")[Message::Close.at()], phrases(LOCALES[0].1)[Message::Close.at()]);
        assert_eq!(texts("sw", "")[Message::Close.at()].forms[0], "Close");
    }
}
