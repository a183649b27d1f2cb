//! A text of the widget that lacks a parameter or has one too many.

use crate::diagnostic::Sink;
use crate::row::Literal;
use crate::{Code, Diagnostic};
use story::Message;

/// Whether a text mentions the parameters of its message in braces, all of them and no other.
pub(crate) fn check(message: Message, text: &Literal<'_>, sink: &mut Sink) -> bool {
    let wanted = message.params();
    let fault = match parameters(&text.value) {
        None => Some("a brace is not closed".to_owned()),
        Some(given) => {
            let missing = wanted.iter().find(|param| !given.contains(param));
            let surplus = given.iter().find(|param| !wanted.contains(param));
            missing
                .map(|param| format!("the text does not mention {{{param}}}"))
                .or_else(|| surplus.map(|param| format!("this text knows no {{{param}}}")))
        }
    };
    if let Some(fault) = &fault {
        let list: Vec<_> = wanted.iter().map(|param| format!("{{{param}}}")).collect();
        let hint = if list.is_empty() {
            format!("the text `{}` takes nothing in braces", message.key())
        } else {
            format!("the text `{}` must hold {}", message.key(), list.join(" and "))
        };
        sink.push(Diagnostic::new(Code::TextParameter, text.span, fault.clone()).hint(hint));
    }
    fault.is_none()
}

/// What stands in braces; `None` where braces do not match.
pub(crate) fn parameters(text: &str) -> Option<Vec<&str>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (name, after) = rest[at..].strip_prefix('{')?.split_once('}')?;
        if name.contains('{') {
            return None;
        }
        found.push(name);
        rest = after;
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use crate::Code::TextParameter;
    use crate::testing::expect;

    #[test]
    fn a_text_must_mention_its_parameters() {
        let cases = [
            ("close = \"Shut {n}\"", "2:10 this text knows no {n} (the text `close` takes nothing in braces)"),
            ("said-on = \"said\"", "2:12 the text does not mention {date} (the text `said-on` must hold {date})"),
            ("either = \"{a} or {c}\"", "2:11 the text does not mention {b} (the text `either` must hold {a} and {b})"),
            ("said-on = \"said {date\"", "2:12 a brace is not closed (the text `said-on` must hold {date})"),
            (
                "events = { one = \"an event\", other = \"{n} events\" }",
                "2:19 the text does not mention {n} (the text `events` must hold {n})",
            ),
        ];
        for (line, expected) in cases {
            expect(TextParameter, &format!("[texts]\n{line}"), &[expected]);
        }
        expect(TextParameter, "[texts]\neither = \"{b}, else {a}\"", &[]);
    }
}
