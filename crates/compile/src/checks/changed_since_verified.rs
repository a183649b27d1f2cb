//! A quote that was changed after it was checked against its source.

use crate::diagnostic::Sink;
use crate::{Code, Diagnostic, Span};

/// Reports a quote of which the lock knows other words, or another source.
pub(crate) fn report(quote: Span, source: &str, line: Span, sink: &mut Sink) {
    let hint = format!(
        "put the text of the source into archive/{source}.txt and run `on-record verify`, or take the change back"
    );
    let message = "this quote or its source was changed after it was checked";
    let diagnostic = Diagnostic::new(Code::ChangedSinceVerified, quote, message);
    sink.push(diagnostic.hint(hint).related(line, "this is what was checked"));
}

#[cfg(test)]
mod tests {
    use crate::Code::ChangedSinceVerified;
    use crate::testing::{Case, expect_in};
    use story::CheckKind;

    const EXPECTED: &str = "8:9 this quote or its source was changed after it was checked (put the text of the source \
        into archive/s.txt and run `on-record verify`, or take the change back)";

    #[test]
    fn whoever_edits_a_quote_must_have_it_checked_again() {
        let locked = Case::of_quote("dearest comrade").archived("his dearest comrade").locked().without_archive();
        assert!(locked.compiled().story.is_some());
        for changed in ["nearest comrade", "dearest", "dearest comrade.", "dearest  comrade"] {
            expect_in(&locked.with_quote(changed).compiled(), ChangedSinceVerified, &[EXPECTED]);
        }
    }

    #[test]
    fn whoever_edits_an_original_must_have_it_checked_again() {
        let original = "original = \"친근한 동지\"\noriginal_language = \"ko\"\nspeaker";
        let case = Case::of_quote("dearest comrade").archived("his dearest comrade (친근한 동지)");
        let locked = case.edited("speaker", original).locked().without_archive();
        let story = locked.compiled().story.expect("a story");
        let kinds = story.quotes[0].original.as_ref().map(|original| original.check.kind);
        assert_eq!(kinds, Some(CheckKind::Exact), "the lock tells of the original too");
        let expected = EXPECTED.replace("8:9", "9:13");
        expect_in(&locked.edited("친근한", "친절한").compiled(), ChangedSinceVerified, &[&expected]);
        let added = case.locked().without_archive().edited("speaker", original);
        expect_in(&added.compiled(), ChangedSinceVerified, &[&expected]);
        let excused = added.edited("speaker", "original_unverified = \"From KCNA.\"\nspeaker");
        assert!(excused.compiled().story.is_some());
        assert!(locked.edited(original, "speaker").compiled().story.is_some(), "what is taken out claims nothing");
    }

    #[test]
    fn a_quote_moved_to_another_source_must_be_checked_again() {
        let locked = Case::of_quote("dearest comrade").archived("his dearest comrade").locked().without_archive();
        let moved = locked.edited("source = \"s\"", "source = \"t\"");
        expect_in(&moved.compiled(), ChangedSinceVerified, &[&EXPECTED.replace("/s.txt", "/t.txt")]);
    }

    #[test]
    fn a_reason_for_the_whole_story_does_not_excuse_a_changed_quote() {
        let locked = Case::of_quote("dearest comrade").archived("his dearest comrade").locked().without_archive();
        let excused = locked.with_quote("nearest comrade").edited("[story]", "[story]\nunverified = \"No archive\"");
        expect_in(&excused.compiled(), ChangedSinceVerified, &[&EXPECTED.replace("8:9", "9:9")]);
    }
}
