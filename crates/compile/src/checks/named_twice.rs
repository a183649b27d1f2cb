//! Somebody or something that a list names more than once.

use std::collections::HashMap;

use crate::diagnostic::Sink;
use crate::draft::{Given, Words};
use crate::record::Record;
use crate::{Code, Diagnostic, Span};

/// Warns of authors, people and themes that stand in a list twice; the story has them once.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    for story in &record.draft.stories {
        check_list(story.imprint.authors.iter().map(|author| &author.name), sink);
    }
    for event in &record.draft.events {
        check_list(&event.people, sink);
        check_list(&event.themes, sink);
    }
    for quote in &record.draft.quotes {
        check_list(&quote.themes, sink);
    }
}

fn check_list<'a>(names: impl IntoIterator<Item = &'a Given<Words<'a>>, IntoIter: ExactSizeIterator>, sink: &mut Sink) {
    let names = names.into_iter();
    if names.len() < 2 {
        return;
    }
    let mut first_spans: HashMap<&str, Span> = HashMap::new();
    for name in names {
        let first_span = *first_spans.entry(&name.value).or_insert(name.span);
        if first_span != name.span {
            let message = format!("`{}` stands in this list twice", name.value);
            let diagnostic = Diagnostic::new(Code::NamedTwice, name.span, message).hint("take one of them out");
            sink.push(diagnostic.related(first_span, "first named here"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::NamedTwice;
    use crate::testing::{expect, outcome};

    #[test]
    fn a_list_names_each_once() {
        let toml = "[[events]]\nid = \"e\"\ntitle = \"E\"\ndate = \"2024\"\npeople = [\"k\", \"l\", \"k\"]\n\
                    [[people]]\nid = \"k\"\nname = \"K\"\n[[people]]\nid = \"l\"\nname = \"L\"";
        expect(NamedTwice, toml, &["5:22 `k` stands in this list twice (take one of them out)"]);
        let story = outcome(toml).story.expect("a story");
        let people: Vec<_> = story.events[0].people.iter().map(|person| person.at()).collect();
        assert_eq!(people, [0, 1]);
    }
}
