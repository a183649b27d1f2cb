//! Plans that became each other.

use crate::diagnostic::Sink;
use crate::record::Record;
use crate::{Code, Diagnostic};

/// Finds each ring of two or more plans and reports it once, at its first member.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    let events = &record.draft.events;
    let next: Vec<_> = events.iter().map(|event| record.events.of(&event.became)).collect();
    // The walk in which an event was first met: one met again in the same walk closes a ring.
    let mut met_in = vec![None; events.len()];
    for start in 0..events.len() {
        let mut at = start;
        while met_in[at].is_none() {
            met_in[at] = Some(start);
            let Some(following) = next[at] else { break };
            at = following;
            if met_in[at] == Some(start) {
                report(record, &ring_from(at, &next), sink);
            }
        }
    }
}

/// The members of the ring that holds an event, in their order from the earliest in the file.
fn ring_from(at: usize, next: &[Option<usize>]) -> Vec<usize> {
    let follow = |&at: &usize| next[at];
    let mut ring = vec![at];
    ring.extend(std::iter::successors(next[at], follow).take_while(|&member| member != at));
    let first = ring.iter().enumerate().min_by_key(|(_, member)| **member).map_or(0, |(position, _)| position);
    ring.rotate_left(first);
    ring
}

fn report(record: &Record<'_>, ring: &[usize], sink: &mut Sink) {
    let [first, others @ ..] = ring else { return };
    let became = |at: usize| record.draft.events[at].became.good();
    let (Some(place), false) = (became(*first), others.is_empty()) else { return };
    let message = format!("{} events become each other in a ring", ring.len());
    let hint = "a plan becomes what came later; take the wrong `became` out";
    let mut diagnostic = Diagnostic::new(Code::BecameRing, place.span, message).hint(hint);
    for member in others.iter().filter_map(|&at| became(at)) {
        diagnostic = diagnostic.related(member.span, "and this is the next");
    }
    sink.push(diagnostic);
}

#[cfg(test)]
mod tests {
    use crate::Code::BecameRing;
    use crate::testing::{expect, outcome};

    fn events(pairs: &[(&str, &str)]) -> String {
        let row = |(id, became): &(&str, &str)| {
            format!("[[events]]\nid = \"{id}\"\ntitle = \"T\"\nstatus = \"planned\"\nbecame = \"{became}\"\n")
        };
        pairs.iter().map(row).collect()
    }

    #[test]
    fn a_ring_is_reported_once_with_all_its_members() {
        let toml = events(&[("a", "b"), ("b", "c"), ("c", "d"), ("d", "b")]);
        let expected = ["10:11 3 events become each other in a ring \
                         (a plan becomes what came later; take the wrong `became` out)"];
        expect(BecameRing, &toml, &expected);
        let outcome = outcome(&toml);
        let ring = outcome.diagnostics.iter().find(|diagnostic| diagnostic.code == BecameRing).expect("a ring");
        let lines: Vec<_> = ring.related.iter().map(|related| outcome.files.start(related.span).line).collect();
        assert_eq!(lines, [15, 20]);
    }

    #[test]
    fn a_chain_is_no_ring() {
        let toml =
            events(&[("a", "b"), ("b", "d"), ("c", "d")]) + "[[events]]\nid = \"d\"\ntitle = \"T\"\ndate = \"2024\"";
        expect(BecameRing, &toml, &[]);
    }
}
