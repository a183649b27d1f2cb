//! A change whose record could be one of several.

use crate::diagnostic::Sink;
use crate::record::Record;
use crate::{Code, Diagnostic};

/// Checks that what a change concerns is the id of one thing alone.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    for named in record.draft.changes.iter().filter_map(|change| change.record.good()) {
        let subjects = record.subjects(&named.value);
        let [first, second, ..] = subjects.as_slice() else { continue };
        let (id, first, second) = (&named.value, first.name(), second.name());
        let message = format!("`{id}` is the id of {} {first} and of {} {second}", article(first), article(second));
        let hint = format!("write `{first}:{id}` or `{second}:{id}`");
        sink.push(Diagnostic::new(Code::AmbiguousRecord, named.span, message).hint(hint));
    }
}

fn article(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}

#[cfg(test)]
mod tests {
    use crate::Code::AmbiguousRecord;
    use crate::testing::{expect, outcome};
    use story::{EventIx, PersonIx, Subject};

    fn story(record: &str) -> String {
        format!(
            "[[changes]]\nrecord = \"{record}\"\ndate = \"2024\"\nkind = \"correction\"\nnote = \"N\"\n\
             [[events]]\nid = \"x\"\ntitle = \"X\"\ndate = \"2024\"\n[[people]]\nid = \"x\"\nname = \"X\"\n"
        )
    }

    #[test]
    fn an_id_of_two_things_is_told_apart_by_what_it_is() {
        let expected = "2:11 `x` is the id of an event and of a person (write `event:x` or `person:x`)";
        expect(AmbiguousRecord, &story("x"), &[expected]);
        for (record, subject) in [("event:x", Subject::Event(EventIx(0))), ("person: x", Subject::Person(PersonIx(0)))]
        {
            expect(AmbiguousRecord, &story(record), &[]);
            assert_eq!(outcome(&story(record)).story.expect("a story").changes[0].subject, subject);
        }
    }
}
