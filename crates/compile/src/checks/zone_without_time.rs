//! A name for the clock of an event whose date names no clock, or two.

use crate::diagnostic::Sink;
use crate::record::Record;
use crate::zones::offsets;
use crate::{Code, Diagnostic};

/// Checks that the `zone` of an event is that of one offset in its date.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    for event in &record.draft.events {
        let Some(zone) = event.zone.good().filter(|_| !event.date.is_bad()) else { continue };
        let (message, hint) = match event.date.value().map(|date| offsets(&date.when)).unwrap_or_default().len() {
            0 => (
                "the event’s date has no time with an offset from UTC, which this could be the name of",
                "write the offset behind the time: `2024-06-05T10:52-04:00`, or take the `zone` out",
            ),
            1 => continue,
            _ => (
                "the two times of the event’s date have different offsets, and this can be the name of only one",
                "name both in the `zones` of the story: `zones = [\"-04:00 EDT\", \"-05:00 CDT\"]`",
            ),
        };
        sink.push(Diagnostic::new(Code::ZoneWithoutTime, zone.span, message).hint(hint));
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::ZoneWithoutTime;
    use crate::testing::expect;

    #[test]
    fn a_named_clock_has_one_offset() {
        let event = |date: &str| format!("[[events]]\nid = \"e\"\ntitle = \"E\"\nzone = \"EDT\"\n{date}");
        for good in ["2024-06-05T10:52-04:00", "2024-06-05T10:52-04:00/2024-06-05T11:30-04:00", "2024-06-05T10:52Z/.."]
        {
            expect(ZoneWithoutTime, &event(&format!("date = \"{good}\"")), &[]);
        }
        let without = "4:9 the event’s date has no time with an offset from UTC, which this could be the name of \
                       (write the offset behind the time: `2024-06-05T10:52-04:00`, or take the `zone` out)";
        for date in ["date = \"2024-06-05\"", "date = \"2024-06-05T10:52\"", "status = \"planned\""] {
            expect(ZoneWithoutTime, &event(date), &[without]);
        }
        let two = "4:9 the two times of the event’s date have different offsets, and this can be the name of only one \
                   (name both in the `zones` of the story: `zones = [\"-04:00 EDT\", \"-05:00 CDT\"]`)";
        expect(ZoneWithoutTime, &event("date = \"2024-06-05T10:52-04:00/2024-06-05T10:52-05:00\""), &[two]);
    }
}
