//! A name for a clock by which nothing is told.

use std::collections::HashSet;

use crate::diagnostic::Sink;
use crate::record::Record;
use crate::zones::{dates, offset_and_name, offsets};
use crate::{Code, Diagnostic};

/// Warns of offsets in the story's `zones` that no time of the record has.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    let zones = record.story().map(|story| &story.zones).filter(|zones| !zones.is_empty());
    let Some(zones) = zones else { return };
    let used: HashSet<i16> = dates(record.draft).flat_map(|date| offsets(&date.value.when)).collect();
    for item in zones {
        if offset_and_name(&item.value).is_some_and(|(offset, _)| !used.contains(&offset)) {
            let message = format!("no time of the story has the offset of `{}`", item.value);
            let hint = "check the offset, which changes with summer time, or take it out";
            sink.push(Diagnostic::new(Code::UnusedZone, item.span, message).hint(hint));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::UnusedZone;
    use crate::testing::expect;

    #[test]
    fn something_should_be_told_by_a_named_clock() {
        let toml =
            |rest| format!("[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\nzones = [\"-05:00 EST\"]\n{rest}");
        let expected = "5:11 no time of the story has the offset of `-05:00 EST` \
                        (check the offset, which changes with summer time, or take it out)";
        for other in ["", "updated = \"2024-06-05\"", "updated = \"2024-06-05T10:52-04:00\""] {
            expect(UnusedZone, &toml(other), &[expected]);
        }
        for used in [
            "updated = \"2024-06-05T10:52-05:00\"",
            "[[events]]\ndate = \"2024-06-05/2024-06-06T10:52-05\"",
            "[[quotes]]\nsaid = \"2024-06-05T10:52-05:00\"",
        ] {
            expect(UnusedZone, &toml(used), &[]);
        }
    }
}
