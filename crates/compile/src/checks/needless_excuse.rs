//! A reason not to check words that their source prints.

use crate::diagnostic::Sink;
use crate::{Code, Diagnostic, Span};

/// Warns of a reason that is not needed any more.
pub(crate) fn report(reason: Span, source: &str, sink: &mut Sink) {
    let message = format!("the source `{source}` prints these words, so they need no reason any more");
    let hint = "take the reason out and run `on-record verify`: until then, readers are told that nobody checked them";
    sink.push(Diagnostic::new(Code::NeedlessExcuse, reason, message).hint(hint));
}

#[cfg(test)]
mod tests {
    use crate::Code::NeedlessExcuse;
    use crate::testing::{Case, expect_in};
    use story::CheckKind;

    const HINT: &str = "(take the reason out and run `on-record verify`: until then, readers are told that nobody \
        checked them)";

    #[test]
    fn a_reason_not_to_check_what_is_found_is_needless() {
        let case = Case::of_quote("dearest comrade").edited("speaker", "unverified = \"Heard on the radio.\"\nspeaker");
        let found = case.archived("his dearest comrade").compiled();
        let expected = format!("9:15 the source `s` prints these words, so they need no reason any more {HINT}");
        expect_in(&found, NeedlessExcuse, &[&expected]);
        assert_eq!(found.story.expect("a story").quotes[0].check.kind, CheckKind::Unverified);
        expect_in(&case.compiled(), NeedlessExcuse, &[]);
    }

    #[test]
    fn so_it_is_for_an_original() {
        let original =
            "original = \"가장 친근한 동지\"\noriginal_language = \"ko\"\noriginal_unverified = \"KCNA.\"\nspeaker";
        let case = Case::of_quote("dearest comrade").edited("speaker", original);
        let expected = format!("11:24 the source `s` prints these words, so they need no reason any more {HINT}");
        let both = case.archived("his dearest comrade (가장 친근한 동지)");
        expect_in(&both.compiled(), NeedlessExcuse, &[&expected]);
        expect_in(&case.archived("his dearest comrade").compiled(), NeedlessExcuse, &[]);
    }
}
