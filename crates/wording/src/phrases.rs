//! Phrases, filled in and put into the right plural form.

use story::{Message, Status};

use crate::Tongue;

/// A phrase without parameters.
#[must_use]
pub fn say(tongue: &dyn Tongue, message: Message) -> &str {
    tongue.phrase(message, 0)
}

/// A phrase with its parameters filled in, each a name and what to put there.
#[must_use]
pub fn fill(tongue: &dyn Tongue, message: Message, params: &[(&str, &str)]) -> String {
    filled(say(tongue, message), params)
}

/// The marks before and behind a quote. A phrase that has no place for the quote, which a bundle made by others may hold,
/// stands before it whole.
#[must_use]
pub fn quotation_marks(tongue: &dyn Tongue) -> (&str, &str) {
    let quoted = say(tongue, Message::Quoted);
    quoted.split_once("{text}").unwrap_or((quoted, ""))
}

/// A phrase that counts: `{n}` is the number in the story's language, the plural form follows it.
#[must_use]
pub fn count(tongue: &dyn Tongue, message: Message, n: usize) -> String {
    count_with(tongue, message, n, &[])
}

/// A phrase that counts, with further parameters.
#[must_use]
pub fn count_with(tongue: &dyn Tongue, message: Message, n: usize, params: &[(&str, &str)]) -> String {
    numbered(tongue, message, n, tongue.plural(n), params)
}

/// A number in the story's language.
#[must_use]
pub fn number(tongue: &dyn Tongue, n: usize) -> String {
    tongue.number(n as f64)
}

/// A phrase that tells a place in an order, for instance "21st century".
#[must_use]
pub fn ordinal(tongue: &dyn Tongue, message: Message, n: usize, params: &[(&str, &str)]) -> String {
    numbered(tongue, message, n, tongue.ordinal(n), params)
}

fn numbered(tongue: &dyn Tongue, message: Message, n: usize, form: usize, params: &[(&str, &str)]) -> String {
    let number = number(tongue, n);
    let mut all = vec![("n", number.as_str())];
    all.extend_from_slice(params);
    filled(tongue.phrase(message, form), &all)
}

/// A date in words with a status before it, where that is not simply "happened".
#[must_use]
pub fn with_status(tongue: &dyn Tongue, status: Status, date: String) -> String {
    match status {
        Status::Happened => date,
        _ => {
            let status = say(tongue, status_message(status));
            fill(tongue, Message::StatusAndDate, &[("status", status), ("date", &date)])
        }
    }
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
#[must_use]
pub fn filled(template: &str, params: &[(&str, &str)]) -> String {
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
    use super::*;
    use crate::testing::British;

    #[test]
    fn parameters_are_filled_in_and_strangers_stay() {
        let params = [("a", "13"), ("b", "14 {a}")];
        assert_eq!(filled("{a} or {b}", &params), "13 or 14 {a}");
        assert_eq!(filled("{x} and {", &params), "{x} and {");
        assert_eq!(filled("", &params), "");
    }

    #[test]
    fn a_status_is_told_where_it_says_more_than_the_date() {
        let tongue = British::new();
        let told = |status| with_status(&tongue, status, "2024".to_owned());
        assert_eq!(told(Status::Happened), "2024");
        assert_eq!(told(Status::FellThrough), "fell through, 2024");
    }

    #[test]
    fn a_phrase_takes_the_form_of_its_number() {
        let tongue = British::new();
        assert_eq!([1, 2].map(|n| count(&tongue, Message::Events, n)), ["1 event", "2 events"]);
    }
}
