//! A person whom nothing mentions.

use crate::diagnostic::Sink;
use crate::record::Record;
use crate::{Code, Diagnostic};

/// Warns of people who take part in no event, say nothing and carry nothing.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    let draft = record.draft;
    let mut used = vec![false; draft.people.len()];
    let of_events = draft.events.iter().flat_map(|event| &event.people).map(|given| &given.value);
    let of_quotes = draft.quotes.iter().flat_map(|quote| [quote.speaker.value(), quote.via.value()]).flatten();
    for at in of_events.chain(of_quotes).filter_map(|id| record.people.at(id)) {
        used[at] = true;
    }
    for (at, id) in draft.people.iter().enumerate().filter_map(|(at, person)| Some((at, person.id.good()?))) {
        // A second one of the same id has its error already.
        if used[at] || record.people.at(&id.value) != Some(at) {
            continue;
        }
        let message = format!("nothing mentions the person `{}`", id.value);
        let hint = "name them in the `people` of an event or as the `speaker` of a quote, or take them out";
        sink.push(Diagnostic::new(Code::UnusedPerson, id.span, message).hint(hint));
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::UnusedPerson;
    use crate::testing::expect;

    #[test]
    fn people_should_be_mentioned() {
        let toml = |mention| format!("[[people]]\nid = \"k\"\nname = \"K\"\n{mention}");
        let expected = ["2:7 nothing mentions the person `k` \
                         (name them in the `people` of an event or as the `speaker` of a quote, or take them out)"];
        expect(UnusedPerson, &toml(""), &expected);
        for mention in ["[[events]]\npeople = [\"k\"]", "[[quotes]]\nspeaker = \"k\"", "[[quotes]]\nvia = \"k\""] {
            expect(UnusedPerson, &toml(mention), &[]);
        }
    }
}
