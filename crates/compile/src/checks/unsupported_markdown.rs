//! Markdown that is not emphasis or a link.

use crate::diagnostic::Sink;
use crate::{Code, Diagnostic, Span};

/// Warns of a construct that becomes plain text; once a text for each kind.
pub(crate) fn report(what: &str, span: Span, sink: &mut Sink) {
    let message = format!("{what} will stand there as plain text");
    let hint = "texts may hold *emphasis*, **strong** words and [links](https://…)";
    sink.push(Diagnostic::new(Code::UnsupportedMarkdown, span, message).hint(hint));
}

#[cfg(test)]
mod tests {
    use crate::Code::UnsupportedMarkdown;
    use crate::testing::expect;

    #[test]
    fn only_emphasis_and_links_are_rendered() {
        let hint =
            "will stand there as plain text (texts may hold *emphasis*, **strong** words and [links](https://…))";
        let cases = [
            ("a <b>c</b>", vec!["5:14 HTML"]),
            ("`a` `b` <i>", vec!["5:12 code", "5:20 HTML"]),
            ("# Title", vec!["5:12 a heading"]),
            ("- a", vec!["5:12 a list"]),
            ("a `b`", vec!["5:14 code"]),
            ("![a](b.png)", vec!["5:12 an image"]),
            ("> a", vec!["5:12 a block quotation"]),
            ("*a* **b** [c](https://example.org)", vec![]),
        ];
        for (markdown, expected) in cases {
            let toml = format!("[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\nsummary = \"{markdown}\"");
            let expected: Vec<_> = expected.iter().map(|what| format!("{what} {hint}")).collect();
            expect(UnsupportedMarkdown, &toml, &expected.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }
}
