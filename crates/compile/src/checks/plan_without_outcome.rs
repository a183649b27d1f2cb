//! A plan whose date is past and of which nothing more is known.

use crate::diagnostic::Sink;
use crate::record::{Record, status_of};
use crate::{Code, Diagnostic};

/// Warns of plans whose last day lies before the horizon of the record and that became nothing.
///
/// The horizon is the day the story was `updated`, else the last day a source was published; never today.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    let Some(horizon_day) = horizon_day(record) else { return };
    for event in &record.draft.events {
        let is_plan = status_of(event).is_some_and(story::Status::is_plan);
        let Some(date) = event.date.good().filter(|_| is_plan && event.became.is_absent()) else { continue };
        if date.value.when.latest_day().is_some_and(|day| day < horizon_day) {
            let message = "the day of this plan is past, and the record does not tell what became of it";
            let hint = "add what happened instead and name it in `became`; \
                        if no source tells, leave it: readers see that nothing later is known";
            sink.push(Diagnostic::new(Code::PlanWithoutOutcome, date.span, message).hint(hint));
        }
    }
}

fn horizon_day(record: &Record<'_>) -> Option<i64> {
    if let Some(updated) = record.story().and_then(|story| story.updated.value()) {
        return updated.when.earliest_day();
    }
    record.draft.sources.iter().filter_map(|source| source.published.value()?.when.earliest_day()).max()
}

#[cfg(test)]
mod tests {
    use crate::Code::PlanWithoutOutcome;
    use crate::testing::expect;

    const EXPECTED: &str = "3:9 the day of this plan is past, and the record does not tell what became of it \
         (add what happened instead and name it in `became`; \
         if no source tells, leave it: readers see that nothing later is known)";

    fn plan(date: &str, rest: &str) -> String {
        format!("[[events]]\nid = \"p\"\ndate = \"{date}\"\ntitle = \"P\"\nstatus = \"planned\"\n{rest}")
    }

    #[test]
    fn a_plan_is_past_when_its_last_day_lies_before_the_horizon() {
        let sources = "[[sources]]\nid = \"a\"\ntitle = \"A\"\npublished = \"2025-06-12\"\n\
                       [[sources]]\nid = \"b\"\ntitle = \"B\"\npublished = \"2025-06\"";
        expect(PlanWithoutOutcome, &plan("2025-05-09", sources), &[EXPECTED]);
        for date in ["2025-06-12", "2025", "[2025-05-09..]", "2025-05/.."] {
            expect(PlanWithoutOutcome, &plan(date, sources), &[]);
        }
    }

    #[test]
    fn the_day_of_the_update_counts_before_that_of_the_sources() {
        let story = "[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\nupdated = 2026-01-01";
        expect(PlanWithoutOutcome, &plan("2025", story), &[EXPECTED]);
        expect(PlanWithoutOutcome, &plan("2025", "became = \"x\"\n"), &[]);
        expect(PlanWithoutOutcome, &plan("2025", ""), &[]);
    }
}
