//! A time of nobody knows where, among others that tell how far their clocks are from UTC.

use crate::diagnostic::Sink;
use crate::record::Record;
use crate::zones::{dates, offsets};
use crate::{Code, Diagnostic};
use story::{End, When};

/// Warns of times without an offset where others have one: in the order of time they may stand hours from their place.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    if !dates(record.draft).any(|date| !offsets(&date.value.when).is_empty()) {
        return;
    }
    for date in dates(record.draft).filter(|date| has_bare_time(&date.value.when)) {
        let message = "this time has no offset from UTC, and others of the story have one";
        let hint = "write it behind the time, as in `2024-06-05T10:52-04:00`, or leave the time out; \
                    else it stands in the order of time as if it were UTC";
        sink.push(Diagnostic::new(Code::TimeWithoutOffset, date.span, message).hint(hint));
    }
}

fn has_bare_time(when: &When) -> bool {
    let mut moments = [when.first, when.last].into_iter().filter_map(End::moment);
    moments.any(|moment| moment.is_timed() && moment.zone.offset_mins.is_none())
}

#[cfg(test)]
mod tests {
    use crate::Code::TimeWithoutOffset;
    use crate::testing::expect;

    #[test]
    fn a_time_without_an_offset_is_told_among_others_that_have_one() {
        let toml = |first, second| {
            format!("[[events]]\nid = \"a\"\ndate = \"{first}\"\n[[quotes]]\nid = \"b\"\nsaid = \"{second}\"")
        };
        let expected = "3:9 this time has no offset from UTC, and others of the story have one \
                        (write it behind the time, as in `2024-06-05T10:52-04:00`, or leave the time out; \
                        else it stands in the order of time as if it were UTC)";
        for bare in ["2024-06-05T10:52", "2024-06-05/2024-06-06T10:52:07", "[2024-06-05T10:52,2024-06-06]"] {
            expect(TimeWithoutOffset, &toml(bare, "2024-06-05T10:52Z"), &[expected]);
        }
        for (first, second) in [
            ("2024-06-05T10:52", "2024-06-05T10:52"),
            ("2024-06-05T10:52", "2024-06-05"),
            ("2024-06-05T10:52Z", "2024-06-05T10:52-04:00"),
            ("2024-06-05", "2024-06-05T10:52-04:00"),
        ] {
            expect(TimeWithoutOffset, &toml(first, second), &[]);
        }
    }
}
