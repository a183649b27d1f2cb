//! A former id that something has, or that two things had.

use std::collections::HashMap;

use super::unknown_id::noun;
use crate::diagnostic::Sink;
use crate::draft::Refs;
use crate::record::{Ids, Record};
use crate::row::Table;
use crate::{Code, Diagnostic, Span};

/// Checks that each former id leads to one thing of its kind alone.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    let draft = record.draft;
    check_table(Table::Events, &record.events, draft.events.iter().map(|event| &event.formerly), sink);
    check_table(Table::Quotes, &record.quotes, draft.quotes.iter().map(|quote| &quote.formerly), sink);
    check_table(Table::People, &record.people, draft.people.iter().map(|person| &person.formerly), sink);
    check_table(Table::Sources, &record.sources, draft.sources.iter().map(|source| &source.formerly), sink);
}

fn check_table<'a>(table: Table, names: &Ids<'_>, lists: impl Iterator<Item = &'a Refs<'a>>, sink: &mut Sink) {
    let mut first_spans: HashMap<&str, Span> = HashMap::new();
    for former in lists.flatten() {
        let (id, kind) = (&former.value, table.one());
        let first_span = *first_spans.entry(id).or_insert(former.span);
        if names.at(id).is_some() {
            let message = format!("`{id}` is the id of {kind}, and cannot be a former one");
            let hint = format!("take it out: a link to `{id}` leads to the {} that has this id", noun(table));
            sink.push(Diagnostic::new(Code::FormerId, former.span, message).hint(hint));
        } else if first_span != former.span {
            let message = format!("`{id}` is a former id already");
            let hint = format!("take one of them out: an old link leads to one {}", noun(table));
            let diagnostic = Diagnostic::new(Code::FormerId, former.span, message).hint(hint);
            sink.push(diagnostic.related(first_span, "first given here"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::{BadSlug, FormerId, UnknownId};
    use crate::testing::{csv_outcome, expect, expect_in};

    fn events(first: &str, second: &str) -> String {
        let event = |id: &str, formerly: &str| {
            format!("[[events]]\nid = \"{id}\"\ntitle = \"E\"\ndate = \"2024\"\nformerly = [{formerly}]\n")
        };
        event("a", first) + &event("b", second)
    }

    #[test]
    fn an_old_link_leads_to_one_thing() {
        expect(FormerId, &events("\"x\", \"y\"", "\"z\""), &[]);
        let in_use = "5:14 `b` is the id of an event, and cannot be a former one \
                      (take it out: a link to `b` leads to the event that has this id)";
        expect(FormerId, &events("\"b\"", "\"z\""), &[in_use]);
        let twice = "`x` is a former id already (take one of them out: an old link leads to one event)";
        expect(FormerId, &events("\"x\"", "\"x\""), &[&format!("10:14 {twice}")]);
        expect(FormerId, &events("\"x\", \"x\"", ""), &[&format!("5:19 {twice}")]);
    }

    #[test]
    fn things_of_another_kind_may_have_had_the_same_id() {
        expect(
            FormerId,
            &(events("\"x\"", "") + "[[people]]\nid = \"k\"\nname = \"K\"\nformerly = [\"x\", \"a\"]"),
            &[],
        );
    }

    #[test]
    fn a_former_id_was_a_slug_and_lists_are_lists() {
        let slug = "5:14 the id `X Y` is not a slug (use lower-case letters, digits and single hyphens: `x-y`)";
        expect(BadSlug, &events("\"X Y\"", ""), &[slug]);
        let csv = csv_outcome("people.csv", "id,name,formerly\na,A,b; c\nb,B,\n");
        let in_use = "2:5 `b` is the id of a person, and cannot be a former one \
                      (take it out: a link to `b` leads to the person that has this id)";
        expect_in(&csv, FormerId, &[in_use]);
    }

    #[test]
    fn who_still_writes_the_former_id_is_told_the_new_one() {
        let toml = events("\"x\"", "") + "[[media]]\nevent = \"x\"\nurl = \"a.jpg\"\nalt = \"A\"";
        expect(UnknownId, &toml, &["12:10 there is no event `x` (did you mean `a`?)"]);
    }
}
