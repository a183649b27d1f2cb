//! A clock without an offset from UTC, or a name for it that readers cannot be told.

use std::collections::HashSet;

use crate::diagnostic::Sink;
use crate::record::Record;
use crate::zones::{is_name, offset_and_name};
use crate::{Code, Diagnostic, Span};

/// Checks what the story calls its clocks, and what events call theirs.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    let mut named = HashSet::new();
    for item in record.draft.stories.iter().flat_map(|story| &story.zones) {
        let Some((offset, name)) = offset_and_name(&item.value) else {
            let message = format!("`{}` is no offset from UTC with a name behind it", item.value);
            sink.push(Diagnostic::new(Code::BadZone, item.span, message).hint("write both: `-04:00 EDT`"));
            continue;
        };
        check_name(name, item.span, sink);
        if !named.insert(offset) {
            let message = format!("this offset has a name already, before `{}`", item.value);
            let hint =
                "where one offset goes by two names, give the rarer one as `zone` to the events that it belongs to";
            sink.push(Diagnostic::new(Code::BadZone, item.span, message).hint(hint));
        }
    }
    for zone in record.draft.events.iter().filter_map(|event| event.zone.good()) {
        check_name(&zone.value, zone.span, sink);
    }
}

fn check_name(name: &str, span: Span, sink: &mut Sink) {
    if !is_name(name) {
        let message = format!("`{name}` is no name that readers can be told");
        let hint = "write the words to be shown behind the time, for instance `EDT`; without a name, readers are told the offset";
        sink.push(Diagnostic::new(Code::BadZone, span, message).hint(hint));
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::{BadZone, EmptyText};
    use crate::testing::{csv_outcome, expect, expect_in};

    const OF_NAME: &str = "(write the words to be shown behind the time, for instance `EDT`; \
                           without a name, readers are told the offset)";

    fn story(zones: &str) -> String {
        format!("[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\nzones = [{zones}]")
    }

    #[test]
    fn a_clock_of_the_story_has_an_offset_and_a_name() {
        for good in ["", "\"-04:00 EDT\"", "\"Z GMT\", \"+05:30  heure de l’Inde\", \"+09 KST\""] {
            expect(BadZone, &story(good), &[]);
        }
        for bad in ["EDT", "-04:00", "-4 EDT", "EDT -04:00", "+14:30 LINT", "America/New_York EDT"] {
            let expected =
                format!("5:11 `{bad}` is no offset from UTC with a name behind it (write both: `-04:00 EDT`)");
            expect(BadZone, &story(&format!("\"{bad}\"")), &[&expected]);
        }
        for (item, name) in [("-04:00 America/New_York", "America/New_York"), ("-04:00 -4", "-4")] {
            let expected = format!("5:11 `{name}` is no name that readers can be told {OF_NAME}");
            expect(BadZone, &story(&format!("\"{item}\"")), &[&expected]);
        }
        expect(EmptyText, &story("\"\""), &["5:10 `zones` is empty (write something, or leave the field out)"]);
    }

    #[test]
    fn an_offset_has_one_name() {
        let expected = "5:25 this offset has a name already, before `-04 AST` (where one offset goes by two names, give the \
                        rarer one as `zone` to the events that it belongs to)";
        expect(BadZone, &story("\"-04:00 EDT\", \"-04 AST\""), &[expected]);
    }

    #[test]
    fn the_clock_of_an_event_has_a_name_for_readers() {
        let csv = |zone| format!("id,title,date,zone\ne,E,2024-06-05T10:52-04:00,{zone}\n");
        expect_in(&csv_outcome("events.csv", &csv("EDT")), BadZone, &[]);
        let expected = format!("2:28 `-04:00` is no name that readers can be told {OF_NAME}");
        expect_in(&csv_outcome("events.csv", &csv("-04:00")), BadZone, &[&expected]);
    }
}
