//! The words around what the author wrote: dates, statuses and counts in the story's language.
//!
//! The phrases are the story's own, as the widget says them; what `Intl` does for the widget, ICU4X does here.

mod dates;
mod formats;

use std::borrow::Cow;

use story::{Date, Event, Message, Phrase, Status, Story, When};

use formats::Formats;

/// What is said of a story in its language.
pub struct Words<'a> {
    texts: &'a [Phrase],
    formats: Formats,
}

impl<'a> Words<'a> {
    /// The words of a story.
    #[must_use]
    pub fn new(story: &'a Story) -> Self {
        Self { texts: &story.texts, formats: Formats::new(&story.language) }
    }

    /// A phrase without parameters.
    #[must_use]
    pub fn say(&self, message: Message) -> &'a str {
        self.form(message, 0)
    }

    /// A phrase with its parameters filled in, each a name and what to put there.
    #[must_use]
    pub fn fill(&self, message: Message, params: &[(&str, &str)]) -> String {
        filled(self.say(message), params)
    }

    /// A phrase that counts: `{n}` is the number in the story's language, the plural form follows it.
    #[must_use]
    pub fn count(&self, message: Message, n: usize) -> String {
        filled(self.form(message, self.formats.plural(n)), &[("n", &self.number(n))])
    }

    /// A number in the story's language.
    #[must_use]
    pub fn number(&self, n: usize) -> String {
        self.formats.number(i64::try_from(n).unwrap_or(i64::MAX))
    }

    /// A date exactly as precise as the record.
    #[must_use]
    pub fn date(&self, date: &Date) -> String {
        self.when(&date.when)
    }

    /// A moment or stretch of time, exactly as precise as the record.
    #[must_use]
    pub fn when(&self, when: &When) -> String {
        dates::when(self, when)
    }

    /// The date of an event, or that nobody named one; with its status before it, where that is not simply "happened".
    #[must_use]
    pub fn status_and_date(&self, event: &Event) -> String {
        let date = event.date.as_ref().map_or_else(|| self.say(Message::NoDate).to_owned(), |date| self.date(date));
        match event.status {
            Status::Happened => date,
            status => self.fill(Message::StatusAndDate, &[("status", self.status(status)), ("date", &date)]),
        }
    }

    /// The word for a status.
    #[must_use]
    pub fn status(&self, status: Status) -> &'a str {
        self.say(match status {
            Status::Happened => Message::Happened,
            Status::Planned => Message::Planned,
            Status::Expected => Message::Expected,
            Status::FellThrough => Message::FellThrough,
        })
    }

    /// What the story's language calls another one; its tag where nobody knows it.
    #[must_use]
    pub fn language_name(&self, tag: &str) -> String {
        self.formats.language_name(tag).unwrap_or_else(|| tag.to_owned())
    }

    /// A phrase that tells a place in an order, for instance "21st century".
    fn ordinal(&self, message: Message, n: u64, year: &str) -> String {
        let number = self.formats.number(i64::try_from(n).unwrap_or(i64::MAX));
        filled(self.form(message, self.formats.ordinal(n)), &[("n", &number), ("year", year)])
    }

    /// A phrase in one of its plural forms; a form that the language does not have is the first one.
    fn form(&self, message: Message, form: usize) -> &'a str {
        let Some(phrase) = self.texts.get(message.at()) else { return "" };
        let own = phrase.forms.get(form).filter(|own| !own.is_empty());
        own.unwrap_or(&phrase.forms[0])
    }
}

/// A template with every `{name}` replaced by its parameter; what stands in a parameter is left alone.
fn filled(template: &str, params: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, opened)| Some((before, opened.split_once('}')?)))
    {
        text.push_str(before);
        let value = params.iter().find(|(param, _)| *param == name).map(|(_, value)| Cow::Borrowed(*value));
        text.push_str(&value.unwrap_or_else(|| Cow::Owned(["{", name, "}"].concat())));
        rest = after;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::story;

    #[test]
    fn parameters_are_filled_in_and_strangers_stay() {
        let params = [("a", "13"), ("b", "14 {a}")];
        assert_eq!(filled("{a} or {b}", &params), "13 or 14 {a}");
        assert_eq!(filled("{x} and {", &params), "{x} and {");
        assert_eq!(filled("", &params), "");
    }

    #[test]
    fn a_story_is_told_in_its_own_words_and_numbers() {
        let told = |language: &str, texts: &str| {
            let story = story(&format!("story = {{ id = \"s\", title = \"S\", language = \"{language}\" }}\n{texts}"));
            let words = Words::new(&story);
            (words.count(Message::Events, 1), words.count(Message::Events, 12_345))
        };
        assert_eq!(told("en", ""), ("1 event".to_owned(), "12,345 events".to_owned()));
        assert_eq!(told("ru", "").0, "1 событие");
        assert_eq!(told("de", "").1, "12.345 Ereignisse");
        let own = "texts.events = { one = \"{n} thing\", other = \"{n} things\" }";
        assert_eq!(told("en", own), ("1 thing".to_owned(), "12,345 things".to_owned()));
    }
}
