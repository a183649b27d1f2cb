//! Two of a kind with the same id.

use crate::diagnostic::Sink;
use crate::record::{Ids, Record};
use crate::row::Table;
use crate::{Code, Diagnostic};

/// Checks each kind; an event and a person may share an id.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    let kinds = [
        (Table::People, &record.people),
        (Table::Sources, &record.sources),
        (Table::Lanes, &record.lanes),
        (Table::Themes, &record.themes),
        (Table::Eras, &record.eras),
        (Table::Events, &record.events),
        (Table::Quotes, &record.quotes),
    ];
    for (table, names) in kinds {
        check_kind(table, names, sink);
    }
}

fn check_kind(table: Table, names: &Ids<'_>, sink: &mut Sink) {
    for (second, first) in &names.duplicates {
        let what = table.one().split_once(' ').map_or("", |(_, noun)| noun);
        let message = format!("another {what} has the id `{}` already", second.value);
        let hint = format!("give one of them another id, for instance `{}-2`", second.value);
        sink.push(
            Diagnostic::new(Code::DuplicateId, second.span, message).hint(hint).related(*first, "first defined here"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::DuplicateId;
    use crate::testing::{expect, outcome};

    #[test]
    fn two_of_a_kind_must_not_share_an_id() {
        let toml = "[[lanes]]\nid = \"a\"\nname = \"A\"\n[[lanes]]\nid = \"a\"\nname = \"B\"";
        let expected = ["5:7 another lane has the id `a` already (give one of them another id, for instance `a-2`)"];
        expect(DuplicateId, toml, &expected);
        let outcome = outcome(toml);
        let related = &outcome.diagnostics[0].related[0];
        assert_eq!((outcome.files.start(related.span).line, related.message.as_str()), (2, "first defined here"));
    }

    #[test]
    fn two_of_different_kinds_may() {
        expect(DuplicateId, "[[lanes]]\nid = \"a\"\nname = \"A\"\n[[themes]]\nid = \"a\"\nname = \"B\"", &[]);
    }
}
