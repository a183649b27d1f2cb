//! Something that happened after all that reports it was published.

use story::Status;

use crate::diagnostic::Sink;
use crate::record::{Record, status_of};
use crate::{Code, Diagnostic};

/// Warns where even the first second in which something may have happened lies after the publication of all its sources.
/// One whose date of publication nobody names may be the one that knows.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    for (at, event) in record.draft.events.iter().enumerate() {
        let Some(date) = event.date.good().filter(|_| status_of(event) == Some(Status::Happened)) else { continue };
        let source = |source| record.sources.of(source).map(|at| &record.draft.sources[at]);
        let published = record.accounts_of(at).map(|account| source(&account.source)?.published.good());
        let Some(published) = published.collect::<Option<Vec<_>>>() else { continue };
        let is_late = published.iter().all(|published| published.value.when.is_before(&date.value.when));
        if let Some(last) = published.iter().max_by_key(|it| it.value.when.turn()).filter(|_| is_late) {
            let message = format!("happened on {}, after all that reports it was published", date.value.edtf);
            let diagnostic = Diagnostic::new(Code::HappenedAfterPublished, date.span, message)
                .hint("check the dates; what was still ahead has `status = \"planned\"` or \"expected\"")
                .related(last.span, "the last of its sources was published then");
            sink.push(diagnostic);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::HappenedAfterPublished;
    use crate::testing::expect;

    fn toml(date: &str, rest: &str) -> String {
        format!(
            "[[events]]\nid = \"e\"\ndate = \"{date}\"\n{rest}\naccounts = [{{ source = \"a\" }}, {{ source = \"b\" }}]\n\
             [[sources]]\nid = \"a\"\npublished = \"2024-06-17\"\n[[sources]]\nid = \"b\"\npublished = \"2024-06-20\"\n"
        )
    }

    #[test]
    fn nobody_reports_what_has_not_happened_yet() {
        let expected = "3:9 happened on 2042-06-18, after all that reports it was published \
             (check the dates; what was still ahead has `status = \"planned\"` or \"expected\")";
        expect(HappenedAfterPublished, &toml("2042-06-18", ""), &[expected]);
        for fine in ["2024-06-18", "2024-06-20", "2024", "[2024-06-19..2024-07]", "../2042", "soon"] {
            expect(HappenedAfterPublished, &toml(fine, ""), &[]);
        }
        expect(HappenedAfterPublished, &toml("2042-06-18", "status = \"planned\""), &[]);
    }

    #[test]
    fn a_source_without_a_date_may_be_the_one_that_knows() {
        let undated = toml("2042-06-18", "").replace("published = \"2024-06-20\"", "");
        expect(HappenedAfterPublished, &undated, &[]);
        expect(HappenedAfterPublished, "[[events]]\nid = \"e\"\ndate = \"2042-06-18\"", &[]);
    }
}
