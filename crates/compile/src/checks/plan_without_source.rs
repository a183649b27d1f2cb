//! A plan that no source announced.

use crate::diagnostic::Sink;
use crate::record::{Record, status_of};
use crate::{Code, Diagnostic};
use story::Status;

/// Checks that everything that is or was a plan has an account.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    for (at, event) in record.draft.events.iter().enumerate() {
        let Some(status) = status_of(event).filter(|status| *status != Status::Happened) else { continue };
        if record.has_no_account(at) {
            let message = format!("no source says that this {}", said_as(status));
            let hint = "add the source that announced it: `accounts = [{ source = \"…\" }]`";
            sink.push(Diagnostic::new(Code::PlanWithoutSource, event.id.span_or(event.span), message).hint(hint));
        }
    }
}

fn said_as(status: Status) -> &'static str {
    match status {
        Status::FellThrough => "was planned",
        Status::Expected => "is expected",
        Status::Happened | Status::Planned => "is planned",
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::{EventWithoutAccount, PlanWithoutSource};
    use crate::testing::expect;

    #[test]
    fn a_plan_needs_the_source_that_announced_it() {
        for (status, said) in [("planned", "is planned"), ("expected", "is expected"), ("fell-through", "was planned")]
        {
            let toml = format!("[[events]]\nid = \"e\"\ntitle = \"E\"\nstatus = \"{status}\"\n");
            let expected = format!(
                "2:7 no source says that this {said} \
                 (add the source that announced it: `accounts = [{{ source = \"…\" }}]`)"
            );
            expect(PlanWithoutSource, &toml, &[&expected]);
            expect(EventWithoutAccount, &toml, &[]);
            expect(PlanWithoutSource, &format!("{toml}[[events.accounts]]\nsource = \"s\""), &[]);
        }
    }
}
