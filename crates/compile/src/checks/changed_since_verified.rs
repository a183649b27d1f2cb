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
