//! The table `story` is given more than once.

use crate::diagnostic::Sink;
use crate::record::Record;
use crate::{Code, Diagnostic};

/// Checks that there is only one.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    let Some((first, others)) = record.draft.stories.split_first() else { return };
    for story in others {
        let diagnostic = Diagnostic::new(Code::DuplicateStory, story.span, "the table `story` is given again")
            .hint("a folder holds one story; move the other to a folder of its own")
            .related(first.span, "first given here");
        sink.push(diagnostic);
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::DuplicateStory;
    use crate::testing::{csv_outcome, expect_in};

    #[test]
    fn a_folder_holds_one_story() {
        let outcome = csv_outcome("story.csv", "id,title,language\na,A,en\n");
        let expected = ["1:1 the table `story` is given again \
                         (a folder holds one story; move the other to a folder of its own)"];
        expect_in(&outcome, DuplicateStory, &expected);
        assert_eq!(outcome.files.name(outcome.diagnostics[0].related[0].span.file), "story.csv");
    }
}
