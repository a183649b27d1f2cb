//! A plan that became an event that does not exist.

use super::unknown_id;
use crate::diagnostic::Sink;
use crate::record::Record;
use crate::row::Table;
use crate::{Code, Diagnostic};

/// Checks that each `became` names an event.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    for became in record.draft.events.iter().filter_map(|event| event.became.good()) {
        if record.events.lacks(&became.value) {
            let hint = unknown_id::hint(record, Table::Events, &became.value, sink);
            let message = format!("there is no event `{}` that this could have become", became.value);
            sink.push(Diagnostic::new(Code::BecameNowhere, became.span, message).hint(hint));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::{BecameNowhere, UnknownId};
    use crate::testing::expect;

    #[test]
    fn a_plan_must_become_an_event_that_exists() {
        let toml = "[[events]]\nid = \"plan\"\ntitle = \"P\"\nstatus = \"planned\"\nbecame = \"visti\"\n\
                    [[events]]\nid = \"visit\"\ntitle = \"V\"\ndate = \"2024\"";
        let expected = ["5:11 there is no event `visti` that this could have become (did you mean `visit`?)"];
        expect(BecameNowhere, toml, &expected);
        expect(UnknownId, toml, &[]);
    }
}
