//! A story whose `updated` lies before something that it tells of itself.

use crate::diagnostic::Sink;
use crate::draft::{Given, Slot};
use crate::record::Record;
use crate::{Code, Diagnostic};
use story::Date;

/// Checks that the story was neither first published nor changed after it was last changed.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    let Some(story) = record.story() else { return };
    let Some(updated) = story.updated.good() else { return };
    check_date(&story.imprint.first_published, "the first publication", updated, sink);
    for change in &record.draft.changes {
        check_date(&change.date, "the change", updated, sink);
    }
}

/// Reports a date whose first second lies after the last second of `updated`.
fn check_date(date: &Slot<Date>, what: &str, updated: &Given<Date>, sink: &mut Sink) {
    let Some(date) = date.good() else { return };
    let (Some(earliest), Some(latest)) = (date.value.when.earliest_sec(), updated.value.when.latest_sec()) else {
        return;
    };
    if earliest > latest {
        let edtf = &date.value.edtf;
        let message = format!("{what} of {edtf} is later than the story's `updated`");
        let diagnostic = Diagnostic::new(Code::UpdatedTooEarly, date.span, message)
            .hint(format!("write `updated = \"{edtf}\"` in the table story, or mend this date"))
            .related(updated.span, "the story was last changed then");
        sink.push(diagnostic);
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::UpdatedTooEarly;
    use crate::testing::expect;

    fn story(updated: &str, change: &str) -> String {
        format!(
            "[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\nupdated = \"{updated}\"\n\
             [[changes]]\ndate = \"{change}\"\nkind = \"update\"\nnote = \"N\"\n"
        )
    }

    #[test]
    fn a_story_is_as_new_as_its_last_change() {
        let expected = "7:9 the change of 2024-07-02 is later than the story's `updated` \
             (write `updated = \"2024-07-02\"` in the table story, or mend this date)";
        expect(UpdatedTooEarly, &story("2024-07-01", "2024-07-02"), &[expected]);
        let fine = [("2024-07-01", "2024-07-01T23:10Z"), ("2024-07", "2024-07-31"), ("2024-07-01", "2024")];
        for (updated, change) in fine {
            expect(UpdatedTooEarly, &story(updated, change), &[]);
        }
    }

    #[test]
    fn a_story_is_no_older_than_its_first_publication() {
        let story = |first: &str| {
            format!(
                "[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\nupdated = \"2024-07-01\"\n\
                 first_published = \"{first}\"\n"
            )
        };
        let expected = "6:20 the first publication of 2024-08 is later than the story's `updated` \
             (write `updated = \"2024-08\"` in the table story, or mend this date)";
        expect(UpdatedTooEarly, &story("2024-08"), &[expected]);
        expect(UpdatedTooEarly, &story("2024-07-01"), &[]);
    }

    #[test]
    fn where_nobody_says_when_the_story_was_changed_its_changes_do() {
        expect(UpdatedTooEarly, "[[changes]]\ndate = \"2024\"\nkind = \"update\"\nnote = \"N\"", &[]);
    }
}
