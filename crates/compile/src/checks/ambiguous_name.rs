//! A name spelt like a name of somebody else.

use std::collections::HashMap;

use crate::diagnostic::Sink;
use crate::draft::{Given, PersonDraft, Words};
use crate::record::Record;
use crate::{Code, Diagnostic};

/// Warns of names and aliases that two people share, whatever their case and spacing.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    let mut first: HashMap<String, (usize, &Given<Words<'_>>)> = HashMap::new();
    for (at, person) in record.draft.people.iter().enumerate() {
        for name in names(person) {
            let (owner, known) = *first.entry(folded(&name.value)).or_insert((at, name));
            if owner != at {
                let message = format!("somebody else is called `{}` too", known.value);
                let hint = "readers who search for one will find both; if they are one person, keep one of them";
                let diagnostic = Diagnostic::new(Code::AmbiguousName, name.span, message);
                sink.push(diagnostic.hint(hint).related(known.span, "the other one"));
            }
        }
    }
}

fn names<'a>(person: &'a PersonDraft<'a>) -> impl Iterator<Item = &'a Given<Words<'a>>> {
    person.name.good().into_iter().chain(&person.aliases)
}

fn folded(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crate::Code::AmbiguousName;
    use crate::testing::expect;

    #[test]
    fn two_people_should_not_share_a_name() {
        let toml = "[[people]]\nid = \"a\"\nname = \"Choe Son-hui\"\naliases = [\"Choe\", \"choe\"]\n\
                    [[people]]\nid = \"b\"\nname = \"Choe Ryong-hae\"\naliases = [\"CHOE\"]";
        let expected = ["8:13 somebody else is called `Choe` too \
                         (readers who search for one will find both; if they are one person, keep one of them)"];
        expect(AmbiguousName, toml, &expected);
    }
}
