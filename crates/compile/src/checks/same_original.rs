//! An original that is no more original than the words it stands beside.

use crate::diagnostic::Sink;
use crate::record::Record;
use crate::{Code, Diagnostic};

/// Warns where an original says the same as its translation, or is said to be in the same language.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    let own = record.story().and_then(|story| story.language.value());
    for quote in &record.draft.quotes {
        let Some(original) = quote.original.good() else { continue };
        if quote.text.value() == Some(&original.value) {
            let message = "the original says the same as `text`".to_owned();
            let hint = "leave it out, unless `text` is to be its translation";
            sink.push(Diagnostic::new(Code::SameOriginal, original.span, message).hint(hint));
            continue;
        }
        let language = if quote.language.is_absent() { own } else { quote.language.value() };
        let (Some(spoken), Some(language)) = (quote.original_language.good(), language) else { continue };
        if spoken.value.eq_ignore_ascii_case(language) {
            let message = format!("the original is in the language of its translation, `{}`", spoken.value);
            let hint = "say in which language the words were said; `language` tells that of `text`";
            sink.push(Diagnostic::new(Code::SameOriginal, spoken.span, message).hint(hint));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::SameOriginal;
    use crate::testing::expect;

    fn quote(original: &str, spoken: &str, language: &str) -> String {
        format!(
            "[[quotes]]\nid = \"q\"\ntext = \"Yes\"\noriginal = \"{original}\"\noriginal_language = \"{spoken}\"\n{language}"
        )
    }

    #[test]
    fn a_translation_differs_from_its_original() {
        let same_text =
            "4:13 the original says the same as `text` (leave it out, unless `text` is to be its translation)";
        expect(SameOriginal, &quote("Yes", "ru", ""), &[same_text]);
        let same_language = "5:22 the original is in the language of its translation, `EN` (say in which language the \
            words were said; `language` tells that of `text`)";
        expect(SameOriginal, &quote("Aye", "EN", ""), &[same_language]);
        expect(SameOriginal, &quote("Aye", "EN", "language = \"en\""), &[same_language]);
        expect(SameOriginal, &quote("Да", "ru", ""), &[]);
        expect(SameOriginal, &quote("Aye", "en", "language = \"de\""), &[]);
    }
}
