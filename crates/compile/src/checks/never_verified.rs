//! A quote that nobody ever checked against its source.

use crate::diagnostic::Sink;
use crate::{Code, Diagnostic, Span};

/// Reports quotes of which there is neither a source's text nor a line in the lock: each, where there is a lock, else
/// all at the first of them.
pub(crate) fn report(quotes: &[Span], has_lock: bool, sink: &mut Sink) {
    let said = match quotes.len() {
        1 => "this quote was never checked against its source".to_owned(),
        n => format!("none of the {n} quotes was ever checked against its source"),
    };
    let (shown, message) = match has_lock {
        true => (quotes, "this quote was never checked against its source".to_owned()),
        false => (&quotes[..quotes.len().min(1)], said),
    };
    for span in shown {
        let hint = "put the text of its source into archive/SOURCE-ID.txt beside the story and run `on-record verify`; \
            or tell readers why not, of this quote or of the whole story: `unverified = \"…\"`";
        sink.push(Diagnostic::new(Code::NeverVerified, *span, message.as_str()).hint(hint));
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::NeverVerified;
    use crate::testing::{Case, expect_in};
    use story::CheckKind;

    const HINT: &str = "(put the text of its source into archive/SOURCE-ID.txt beside the story and run `on-record \
        verify`; or tell readers why not, of this quote or of the whole story: `unverified = \"…\"`)";

    #[test]
    fn a_story_without_lock_and_archive_is_told_so_once() {
        let case = Case::of_quote("dearest comrade");
        let one = format!("8:9 this quote was never checked against its source {HINT}");
        expect_in(&case.compiled(), NeverVerified, &[&one]);
        let two = format!("8:9 none of the 2 quotes was ever checked against its source {HINT}");
        expect_in(&case.with_second("always").compiled(), NeverVerified, &[&two]);
    }

    #[test]
    fn with_a_lock_each_quote_that_it_does_not_know_is_pointed_at() {
        let locked = Case::of_quote("dearest comrade").archived("his dearest comrade").locked().without_archive();
        let expected = format!("16:9 this quote was never checked against its source {HINT}");
        expect_in(&locked.with_second("comrade").compiled(), NeverVerified, &[&expected]);
    }

    #[test]
    fn a_reason_is_allowed_and_kept_for_the_reader() {
        let case = Case::of_quote("dearest comrade");
        let own = case.edited("speaker", "unverified = \"Heard on the radio.\"\nspeaker");
        let whole = case.edited("[story]", "[story]\nunverified = \"No archive.\"");
        for (case, reason) in [(own, "Heard on the radio."), (whole, "No archive.")] {
            let check = case.compiled().story.expect("a story").quotes.remove(0).check;
            assert_eq!((check.kind, check.reason.as_deref()), (CheckKind::Unverified, Some(reason)));
        }
    }

    #[test]
    fn a_reason_for_the_whole_story_gives_way_to_a_proof() {
        let case = Case::of_quote("dearest comrade").edited("[story]", "[story]\nunverified = \"No archive.\"");
        let check = case.archived("his dearest comrade").compiled().story.expect("a story").quotes.remove(0).check;
        assert_eq!((check.kind, check.reason), (CheckKind::Exact, None));
    }
}
