//! A plan that became itself.

use crate::diagnostic::Sink;
use crate::record::Record;
use crate::{Code, Diagnostic};

/// Checks that no event names itself as what it became.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    for event in &record.draft.events {
        let (Some(became), Some(id)) = (event.became.good(), event.id.value()) else { continue };
        if &became.value == id {
            let hint = "leave `became` out while nobody knows what came of it";
            let message = "an event cannot become itself";
            sink.push(Diagnostic::new(Code::BecameItself, became.span, message).hint(hint));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::{BecameItself, BecameRing};
    use crate::testing::expect;

    #[test]
    fn an_event_cannot_become_itself() {
        let toml = "[[events]]\nid = \"plan\"\ntitle = \"P\"\nstatus = \"planned\"\nbecame = \"plan\"";
        let expected = ["5:11 an event cannot become itself (leave `became` out while nobody knows what came of it)"];
        expect(BecameItself, toml, &expected);
        expect(BecameRing, toml, &[]);
    }
}
