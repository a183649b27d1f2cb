//! What the widget says: the story's own phrases, filled in and put into the right plural form.

pub mod dates;
mod durations;
pub mod folding;
pub(crate) mod intl;
mod ticks;

use std::rc::Rc;

use bundle::{Bundle, EventRow};
use story::{Message, Status};

use self::{
    dates::Length,
    intl::{Formats, Intl},
};

/// The languages written from right to left, by their primary subtag.
const RIGHT_TO_LEFT: [&str; 11] = ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

/// The scripts that run that way, as language tags name them.
const MIRRORED_SCRIPTS: [&str; 6] = ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"];

/// The story's phrases together with the browser's formats for its language.
pub struct Words {
    bundle: Rc<Bundle>,
    intl: Box<dyn Formats>,
}

impl Words {
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
        filled(self.say(message), params)
    }

    /// A phrase that counts: `{n}` is the number in the story's language, the plural form follows it.
    #[must_use]
    pub fn count(&self, message: Message, n: usize) -> String {
        self.count_with(message, n, &[])
    }

    /// A phrase that counts, with further parameters.
    #[must_use]
    pub fn count_with(&self, message: Message, n: usize, params: &[(&str, &str)]) -> String {
        self.numbered(message, n, self.intl.plural(n), params)
    }

    /// A phrase that tells a place in an order, for instance "21st century".
    #[must_use]
    pub fn ordinal(&self, message: Message, n: usize, params: &[(&str, &str)]) -> String {
        self.numbered(message, n, self.intl.ordinal(n), params)
    }

    fn numbered(&self, message: Message, n: usize, form: usize, params: &[(&str, &str)]) -> String {
        let number = self.number(n);
        let mut all = vec![("n", number.as_str())];
        all.extend_from_slice(params);
        filled(self.bundle.phrase(message, form), &all)
    }

    /// A phrase that counts, cut around its number, so that the number can be set in bold:
    /// what stands before, the number, what stands after.
    #[must_use]
    pub fn count_parts(&self, message: Message, n: usize) -> (String, String, String) {
        let phrase = self.bundle.phrase(message, self.intl.plural(n));
        let (before, after) = phrase.split_once("{n}").unwrap_or((phrase, ""));
        (before.to_owned(), self.number(n), after.to_owned())
    }

    /// The date of an event, or that nobody named one.
    #[must_use]
    pub fn date_of(&self, event: EventRow<'_>, length: Length) -> String {
        match event.date() {
            Some(when) => self.when(&when, length),
            None => self.say(Message::NoDate).to_owned(),
        }
    }

    /// The date of an event, with its status where that is not simply "happened".
    #[must_use]
    pub fn status_and_date(&self, event: EventRow<'_>, length: Length) -> String {
        self.with_status(event.status(), self.date_of(event, length))
    }

    /// A date in words with a status before it, where that is not simply "happened".
    #[must_use]
    pub fn with_status(&self, status: Status, date: String) -> String {
        match status {
            Status::Happened => date,
            _ => self.fill(Message::StatusAndDate, &[("status", self.say(status_message(status))), ("date", &date)]),
        }
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

/// The direction in which a language is written, as the attribute `dir` takes it: that of its script, where the tag
/// names one.
#[must_use]
pub fn direction(tag: &str) -> &'static str {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    let is_mirrored = |list: &[&str], part: &str| list.iter().any(|known| known.eq_ignore_ascii_case(part));
    let by_script = parts.next().filter(|part| part.len() == 4).map(|script| is_mirrored(&MIRRORED_SCRIPTS, script));
    if by_script.unwrap_or_else(|| is_mirrored(&RIGHT_TO_LEFT, primary)) { "rtl" } else { "ltr" }
}

/// The word for a status.
#[must_use]
pub fn status_message(status: Status) -> Message {
    match status {
        Status::Happened => Message::Happened,
        Status::Planned => Message::Planned,
        Status::Expected => Message::Expected,
        Status::FellThrough => Message::FellThrough,
    }
}

/// A template with every `{name}` replaced by its parameter.
fn filled(template: &str, params: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}') else { break };
        let name = &rest[open + 1..open + close];
        text.push_str(&rest[..open]);
        match params.iter().find(|(param, _)| *param == name) {
            Some((_, value)) => text.push_str(value),
            None => text.push_str(&rest[open..=open + close]),
        }
        rest = &rest[open + close + 1..];
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::{direction, filled};

    #[test]
    fn a_language_runs_as_its_script_does() {
        let cases =
            [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("az-Arab", "rtl"), ("ks-Deva", "ltr"), ("UR", "rtl")];
        for (tag, expected) in cases {
            assert_eq!(direction(tag), expected, "{tag}");
        }
    }

    #[test]
    fn parameters_are_filled_in_and_strangers_stay() {
        let params = [("a", "13"), ("b", "14 {a}")];
        assert_eq!(filled("{a} or {b}", &params), "13 or 14 {a}");
        assert_eq!(filled("{x} and {", &params), "{x} and {");
        assert_eq!(filled("", &params), "");
    }
}
