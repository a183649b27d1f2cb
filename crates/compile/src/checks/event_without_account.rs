//! An event that no source reports.

use crate::diagnostic::Sink;
use crate::record::{Record, status_of};
use crate::{Code, Diagnostic};
use story::Status;

/// Warns of events that happened and have no account; for plans that is an error of its own.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    for (at, event) in record.draft.events.iter().enumerate() {
        if record.has_no_account(at) && status_of(event) == Some(Status::Happened) {
            let hint = "add `accounts = [{ source = \"…\" }]`";
            let message = "no source reports this event";
            sink.push(Diagnostic::new(Code::EventWithoutAccount, event.id.span_or(event.span), message).hint(hint));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::EventWithoutAccount;
    use crate::testing::expect;

    const EVENT: &str = "[[events]]\nid = \"e\"\ntitle = \"E\"\ndate = \"2024\"\n";

    #[test]
    fn an_event_needs_somebody_who_reports_it() {
        let expected = ["2:7 no source reports this event (add `accounts = [{ source = \"…\" }]`)"];
        expect(EventWithoutAccount, EVENT, &expected);
        expect(EventWithoutAccount, &format!("{EVENT}accounts = []"), &expected);
    }

    #[test]
    fn an_account_may_be_inside_or_apart_and_need_not_be_right() {
        for accounts in ["accounts = [{ source = \"nobody\" }]", "accounts = 3", "[[accounts]]\nevent = \"e\""] {
            expect(EventWithoutAccount, &format!("{EVENT}{accounts}"), &[]);
        }
    }
}
