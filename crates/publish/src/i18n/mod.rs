//! The words of what is published, around what the author wrote: dates, statuses and counts in the story's language.
//!
//! The phrases are the story's own, and put together as in the widget; what `Intl` does for the widget, ICU4X does here.
//!
//! So months have two tables of names: the widget has no room for one, and nothing here has a browser. What is made of
//! them is decided once, in `wording`. ICU4X's own ranges of dates are unfinished, and its features that may change
//! with a version are why the version is fixed.

mod formats;
mod ranges;
mod speech;
#[cfg(test)]
mod tests;

use story::{Date, Event, Message, Status, Story, When};
use wording::{Apart, Length, Tongue};

use speech::Speech;

/// What is said of a story in its language.
pub struct I18n<'a> {
    speech: Speech<'a>,
}

impl<'a> I18n<'a> {
    /// The words of a story.
    #[must_use]
    pub fn new(story: &'a Story) -> Self {
        Self { speech: Speech::new(story) }
    }

    /// The language as the wording of dates and the telling of a story ask for it.
    #[must_use]
    pub fn tongue(&self) -> &dyn Tongue {
        &self.speech
    }

    /// A phrase without parameters.
    #[must_use]
    pub fn say(&self, message: Message) -> &'a str {
        self.speech.form(message, 0)
    }

    /// A phrase with its parameters filled in, each a name and what to put there.
    #[must_use]
    pub fn fill(&self, message: Message, params: &[(&str, &str)]) -> String {
        wording::fill(&self.speech, message, params)
    }

    /// A phrase that counts: `{n}` is the number in the story's language, the plural form follows it.
    #[must_use]
    pub fn count(&self, message: Message, n: usize) -> String {
        wording::count(&self.speech, message, n)
    }

    /// A number in the story's language.
    #[must_use]
    pub fn number(&self, n: usize) -> String {
        wording::number(&self.speech, n)
    }

    /// A date exactly as precise as the record.
    #[must_use]
    pub fn date(&self, date: &Date) -> String {
        self.when(&date.when)
    }

    /// A moment or stretch of time, exactly as precise as the record.
    #[must_use]
    pub fn when(&self, when: &When) -> String {
        wording::when(&self.speech, when, Length::Long)
    }

    /// The same with its time of day apart, where it has one.
    #[must_use]
    pub fn apart(&self, when: &When) -> Apart {
        wording::apart(&self.speech, when, Length::Long)
    }

    /// The date of an event, or that nobody named one; with its status before it, where that is not simply "happened".
    #[must_use]
    pub fn status_and_date(&self, event: &Event) -> String {
        let date = event.date.as_ref().map_or_else(|| self.say(Message::NoDate).to_owned(), |date| self.date(date));
        wording::with_status(&self.speech, event.status, date)
    }

    /// The word for a status.
    #[must_use]
    pub fn status(&self, status: Status) -> &'a str {
        self.say(wording::status_message(status))
    }

    /// What the story's language calls another one; its tag where nobody knows it.
    #[must_use]
    pub fn language_name(&self, tag: &str) -> String {
        self.speech.language_name(tag).unwrap_or_else(|| tag.to_owned())
    }
}
