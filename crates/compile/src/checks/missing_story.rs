//! There is no table `story`.

use crate::diagnostic::Sink;
use crate::record::Record;
use crate::{Code, Diagnostic, Span};

/// Checks that there is one.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    if record.story().is_none() {
        let hint = "begin with [story] and give it id, title and language";
        let message = "no file holds a table `story`";
        sink.push(Diagnostic::new(Code::MissingStory, Span::default(), message).hint(hint));
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::MissingStory;
    use crate::testing::{expect, expect_in};
    use crate::{Input, compile};

    #[test]
    fn a_story_needs_its_own_table() {
        let expected = ["1:1 no file holds a table `story` (begin with [story] and give it id, title and language)"];
        let input = Input { name: "a.toml".to_owned(), bytes: b"[[lanes]]\nid = \"a\"\nname = \"A\"".to_vec() };
        expect_in(&compile(vec![input]), MissingStory, &expected);
        expect_in(&compile(Vec::new()), MissingStory, &expected);
        expect(MissingStory, "", &[]);
    }
}
