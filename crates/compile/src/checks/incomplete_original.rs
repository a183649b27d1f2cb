//! The original of a quote without its language, or what tells of an original without one.

use crate::diagnostic::Sink;
use crate::draft::QuoteDraft;
use crate::record::Record;
use crate::{Code, Diagnostic, Span};

/// Reports an original that is only half there.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    for quote in &record.draft.quotes {
        if let Some((span, message, hint)) = fault(quote) {
            sink.push(Diagnostic::new(Code::IncompleteOriginal, span, message.to_owned()).hint(hint));
        }
    }
}

fn fault(quote: &QuoteDraft<'_>) -> Option<(Span, &'static str, &'static str)> {
    if let Some(original) = quote.original.good() {
        return quote.original_language.is_absent().then_some((
            original.span,
            "the original has no language",
            "say in which language these words were said, for instance `original_language = \"ru\"`",
        ));
    }
    // What was given and is wrong has been reported, and is not missing.
    if !quote.original.is_absent() {
        return None;
    }
    if let Some(language) = quote.original_language.good() {
        return Some((
            language.span,
            "the language of an original that is not given",
            "give the words in that language as `original`; if `text` itself is in it, write `language`",
        ));
    }
    let hint = "give the words as they were said as `original`, or take this out";
    let translator = quote.translated_by.good().map(|it| (it.span, "a translator of words that are not given", hint));
    let reason = quote.original_unverified.good();
    translator.or_else(|| reason.map(|it| (it.span, "a reason not to check words that are not given", hint)))
}

#[cfg(test)]
mod tests {
    use crate::Code::IncompleteOriginal;
    use crate::testing::expect;

    fn quote(fields: &str) -> String {
        format!("[[quotes]]\nid = \"q\"\ntext = \"Yes\"\n{fields}")
    }

    #[test]
    fn an_original_and_its_language_need_each_other() {
        let cases = [
            (
                "original = \"Да\"",
                "4:13 the original has no language (say in which language these words were said, for instance \
                 `original_language = \"ru\"`)",
            ),
            (
                "original_language = \"ru\"",
                "4:22 the language of an original that is not given (give the words in that language as `original`; \
                 if `text` itself is in it, write `language`)",
            ),
            (
                "translated_by = \"TASS\"",
                "4:18 a translator of words that are not given (give the words as they were said as `original`, or \
                 take this out)",
            ),
            (
                "original_unverified = \"Heard.\"",
                "4:24 a reason not to check words that are not given (give the words as they were said as `original`, \
                 or take this out)",
            ),
        ];
        for (fields, expected) in cases {
            expect(IncompleteOriginal, &quote(fields), &[expected]);
        }
    }

    #[test]
    fn whole_and_wrong_ones_are_not_reported() {
        let whole = "original = \"Да\"\noriginal_language = \"ru\"\ntranslated_by = \"TASS\"";
        for fields in
            [whole, "", "original = 3\noriginal_language = \"ru\"", "original = \"Да\"\noriginal_language = 3"]
        {
            expect(IncompleteOriginal, &quote(fields), &[]);
        }
    }
}
