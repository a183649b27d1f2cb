//! Not a language tag.

use crate::diagnostic::Sink;
use crate::row::Literal;
use crate::{Code, Diagnostic};

/// Whether a text is a well-formed BCP 47 tag: a language of two or three letters and parts of up to eight.
pub(crate) fn check(tag: &Literal<'_>, sink: &mut Sink) -> bool {
    let good = is_tag(&tag.value);
    if !good {
        let repaired = tag.value.replace('_', "-");
        let hint = if is_tag(&repaired) {
            format!("write it with a hyphen: `{repaired}`")
        } else {
            "write a BCP 47 tag, for instance `en`, `ko` or `pt-BR`".to_owned()
        };
        let message = format!("`{}` is not a language tag", tag.value);
        sink.push(Diagnostic::new(Code::BadLanguage, tag.span, message).hint(hint));
    }
    good
}

fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use crate::Code::BadLanguage;
    use crate::testing::expect;

    #[test]
    fn a_language_is_a_tag() {
        let story = |tag| format!("[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"{tag}\"");
        for good in ["en", "pt-BR", "zh-Hant-TW", "de-1996"] {
            expect(BadLanguage, &story(good), &[]);
        }
        expect(BadLanguage, &story("en_US"), &["4:13 `en_US` is not a language tag (write it with a hyphen: `en-US`)"]);
        expect(
            BadLanguage,
            &story("English"),
            &["4:13 `English` is not a language tag (write a BCP 47 tag, for instance `en`, `ko` or `pt-BR`)"],
        );
    }
}
