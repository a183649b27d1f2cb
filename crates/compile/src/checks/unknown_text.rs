//! A text of the widget that does not exist, or a plural form that does not.

use crate::diagnostic::Sink;
use crate::suggest::{did_you_mean, nearest};
use crate::{Code, Diagnostic, Span};
use story::{Message, PLURAL_CATEGORIES};

/// The message under a key.
pub(crate) fn message(key: &str, span: Span, sink: &mut Sink) -> Option<Message> {
    let found = Message::ALL.iter().copied().find(|message| message.key() == key);
    if found.is_none() {
        let keys = Message::ALL.iter().map(|message| message.key());
        let near = nearest(key, keys, &mut sink.comparisons_left).map(did_you_mean);
        let hint = near.unwrap_or_else(|| "the documentation of the story format tells where the keys are".to_owned());
        let message = format!("the widget has no text `{key}`");
        sink.push(Diagnostic::new(Code::UnknownText, span, message).hint(hint));
    }
    found
}

/// The position of a plural form.
pub(crate) fn form(name: &str, span: Span, sink: &mut Sink) -> Option<usize> {
    let found = PLURAL_CATEGORIES.iter().position(|category| *category == name);
    if found.is_none() {
        let message = format!("there is no plural form `{name}`");
        let hint = format!("the forms are {}", PLURAL_CATEGORIES.join(", "));
        sink.push(Diagnostic::new(Code::UnknownText, span, message).hint(hint));
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::Code::UnknownText;
    use crate::testing::{csv_outcome, expect, expect_in};

    #[test]
    fn texts_have_keys_and_forms_of_the_widget() {
        let toml = "[texts]\nclose = \"Shut\"\nclosed = \"Shut\"\nevents = { single = \"{n} event\", other = \"{n}\" }";
        let expected = [
            "3:1 the widget has no text `closed` (did you mean `close`?)",
            "4:12 there is no plural form `single` (the forms are other, zero, one, two, few, many)",
        ];
        expect(UnknownText, toml, &expected);
    }

    #[test]
    fn the_same_holds_in_csv() {
        let csv = "key,form,text\nclose,,Shut\nevents,singel,{n} event\n";
        let expected = ["3:8 there is no plural form `singel` (the forms are other, zero, one, two, few, many)"];
        expect_in(&csv_outcome("texts.csv", csv), UnknownText, &expected);
    }
}
