//! Something that happened, and yet became something.

use crate::diagnostic::Sink;
use crate::record::{Record, status_of};
use crate::{Code, Diagnostic};
use story::Status;

/// Warns of `became` on an event that is no plan.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    for event in &record.draft.events {
        let Some(became) = event.became.good() else { continue };
        if status_of(event) == Some(Status::Happened) {
            let hint = "give it `status = \"planned\"` or \"expected\", or take `became` out";
            let message = "this event happened; only a plan becomes something";
            sink.push(Diagnostic::new(Code::BecameAfterFact, became.span, message).hint(hint));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::BecameAfterFact;
    use crate::testing::expect;

    #[test]
    fn only_a_plan_becomes_something() {
        let toml = |status| {
            format!(
                "[[events]]\nid = \"a\"\ntitle = \"A\"\ndate = \"2024\"\nstatus = \"{status}\"\nbecame = \"b\"\n\
                 [[events]]\nid = \"b\"\ntitle = \"B\"\ndate = \"2024\""
            )
        };
        let expected = ["6:11 this event happened; only a plan becomes something \
                         (give it `status = \"planned\"` or \"expected\", or take `became` out)"];
        expect(BecameAfterFact, &toml("happened"), &expected);
        expect(BecameAfterFact, &toml("planned"), &[]);
        expect(BecameAfterFact, &toml("fell-through"), &[]);
    }
}
