//! The widget's words are not known in the story's language.

use crate::diagnostic::Sink;
use crate::draft::{Given, Words};
use crate::{Code, Diagnostic};

/// Warns that some of the widget's words will be English; `known` are the languages that have them all.
pub(crate) fn report(language: &Given<Words<'_>>, known: &[&str], sink: &mut Sink) {
    let message = format!("words of the widget's own will be English, not `{}`", language.value);
    let hint = format!("translate them under [texts]; the languages that need no translation are {}", known.join(", "));
    sink.push(Diagnostic::new(Code::MissingTranslation, language.span, message).hint(hint));
}

#[cfg(test)]
mod tests {
    use crate::Code::MissingTranslation;
    use crate::testing::expect;
    use story::Message;

    fn story(language: &str) -> String {
        format!("[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"{language}\"\n")
    }

    #[test]
    fn a_language_without_translation_falls_back_to_english() {
        let expected = "4:13 words of the widget's own will be English, not `pt-BR` \
             (translate them under [texts]; the languages that need no translation are de, en, fr, ko, ru)";
        expect(MissingTranslation, &(story("pt-BR") + "[texts]\nclose = \"Fechar\""), &[expected]);
        for known in ["en", "de-AT", "KO"] {
            expect(MissingTranslation, &story(known), &[]);
        }
    }

    #[test]
    fn a_whole_translation_is_enough() {
        let text = |message: &Message| {
            let params: String = message.params().iter().map(|param| format!("{{{param}}}")).collect();
            format!("{} = \"x {params}\"\n", message.key())
        };
        let texts: String = Message::ALL.iter().map(text).collect();
        expect(MissingTranslation, &format!("{}[texts]\n{texts}", story("pt")), &[]);
    }
}
