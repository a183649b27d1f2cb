//! An event that happened without a date.

use crate::diagnostic::Sink;
use crate::record::{Record, status_of};
use crate::{Code, Diagnostic};
use story::Status;

/// Checks that every event that happened has a date, however vague.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    for event in &record.draft.events {
        if event.date.is_absent() && status_of(event) == Some(Status::Happened) {
            let hint = "a vague date will do, for instance \"201X\", \"2024~\" or \"[..2024-06-17]\"";
            let message = "an event that happened needs `date`";
            sink.push(Diagnostic::new(Code::EventWithoutDate, event.id.span_or(event.span), message).hint(hint));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::EventWithoutDate;
    use crate::testing::expect;

    #[test]
    fn only_what_did_not_happen_may_lack_a_date() {
        let expected = ["2:7 an event that happened needs `date` \
                         (a vague date will do, for instance \"201X\", \"2024~\" or \"[..2024-06-17]\")"];
        expect(EventWithoutDate, "[[events]]\nid = \"e\"\ntitle = \"E\"", &expected);
        for rest in ["status = \"planned\"", "status = \"fell-through\"", "status = \"typo\"", "date = \"typo\""] {
            expect(EventWithoutDate, &format!("[[events]]\nid = \"e\"\ntitle = \"E\"\n{rest}"), &[]);
        }
    }
}
