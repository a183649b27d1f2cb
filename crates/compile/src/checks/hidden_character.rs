//! Characters nobody sees, which can make a text read other than it is.

use crate::diagnostic::Sink;
use crate::hidden::is_hidden;
use crate::row::Literal;
use crate::{Code, Diagnostic};

/// Warns of the first such character of a text. A warning only, because a verbatim quote may really hold one.
pub(crate) fn check(text: &Literal<'_>, sink: &mut Sink) {
    let Some((at, c)) = text.value.char_indices().find(|&(_, c)| is_hidden(c)) else { return };
    let code = u32::from(c);
    let (message, hint) = match c {
        '\u{FFFD}' => ("a character was lost here when the file was converted".to_owned(), "type it again"),
        _ => (format!("the character U+{code:04X} here is not seen by readers"), "delete it and type the text again"),
    };
    let span = text.part(at..at + c.len_utf8());
    sink.push(Diagnostic::new(Code::HiddenCharacter, span, message).hint(hint));
}

#[cfg(test)]
mod tests {
    use crate::Code::HiddenCharacter;
    use crate::testing::expect;

    #[test]
    fn characters_that_nobody_sees_are_pointed_at() {
        let row = |name| format!("[[people]]\nid = \"k\"\nname = \"{name}\"");
        let hidden = "is not seen by readers (delete it and type the text again)";
        for (name, expected) in [
            ("Ki\u{202E}m", format!("3:11 the character U+202E here {hidden}")),
            ("Kim\u{200B}", format!("3:12 the character U+200B here {hidden}")),
            ("K\\u0007im", format!("3:8 the character U+0007 here {hidden}")),
            ("K\u{FFFD}m", "3:10 a character was lost here when the file was converted (type it again)".to_owned()),
        ] {
            expect(HiddenCharacter, &row(name), &[&expected]);
        }
        expect(HiddenCharacter, &row("علی\u{200C}رضا 👩\u{200D}🚀"), &[]);
    }
}
