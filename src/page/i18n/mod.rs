//! What the widget says: the story's own phrases, filled in and put into the right plural form.

pub mod dates;
mod durations;
pub mod folding;
pub(crate) mod intl;
mod memory;
mod ticks;

use std::rc::Rc;

use bundle::{Bundle, EventRow};
use story::{Message, Status};

pub use wording::{direction, status_message};

use self::{
    dates::Length,
    intl::{Formats, Intl},
};

/// The story's phrases together with the browser's formats for its language.
pub struct I18n {
    bundle: Rc<Bundle>,
    intl: Box<dyn Formats>,
}

impl PartialEq for I18n {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl I18n {
    /// The words of a bundle, in its story's language.
    #[must_use]
    pub fn new(bundle: Rc<Bundle>) -> Self {
        let intl = Intl::new(bundle.story().language());
        Self { bundle, intl: Box::new(intl) }
    }

    #[cfg(test)]
    fn with_formats(bundle: Rc<Bundle>, formats: impl Formats + 'static) -> Self {
        Self { bundle, intl: Box::new(formats) }
    }

    /// A phrase without parameters.
    #[must_use]
    pub fn say(&self, message: Message) -> &str {
        self.bundle.phrase(message, 0)
    }

    /// A phrase with its parameters filled in, each a name and what to put there.
    #[must_use]
    pub fn fill(&self, message: Message, params: &[(&str, &str)]) -> String {
        wording::fill(self, message, params)
    }

    /// A phrase that counts: `{n}` is the number in the story's language, the plural form follows it.
    #[must_use]
    pub fn count(&self, message: Message, n: usize) -> String {
        self.count_with(message, n, &[])
    }

    /// A phrase that counts, with further parameters.
    #[must_use]
    pub fn count_with(&self, message: Message, n: usize, params: &[(&str, &str)]) -> String {
        wording::count_with(self, message, n, params)
    }

    /// The date of an event, or that nobody named one.
    #[must_use]
    pub fn date_of(&self, event: EventRow<'_>, length: Length) -> String {
        match event.date() {
            Some(when) => self.when(&when, length),
            None => self.say(Message::NoDate).to_owned(),
        }
    }

    /// A date in words with a status before it, where that is not simply "happened".
    #[must_use]
    pub fn with_status(&self, status: Status, date: String) -> String {
        wording::with_status(self, status, date)
    }

    /// The marks before and behind a quote.
    #[must_use]
    pub fn quotation_marks(&self) -> (&str, &str) {
        wording::quotation_marks(self)
    }

    /// The direction in which the story's language is written, as the attribute `dir` takes it.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        direction(self.bundle.story().language())
    }

    /// What the story's language calls another one; its tag where the browser does not know it.
    #[must_use]
    pub fn language_name(&self, tag: &str) -> String {
        intl::language_name(tag, self.bundle.story().language()).unwrap_or_else(|| tag.to_owned())
    }

    /// A number in the story's language.
    #[must_use]
    pub fn number(&self, n: usize) -> String {
        self.intl.number(n as f64)
    }
}
