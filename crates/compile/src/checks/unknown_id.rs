//! A name that nothing has as its id.

use crate::diagnostic::{Comparisons, Sink};
use crate::draft::{Given, Owner, PersonDraft, Slot, Words};
use crate::record::{Ids, Record, subject_parts};
use crate::row::Table;
use crate::suggest::{did_you_mean, nearest};
use crate::{Code, Diagnostic};

/// Checks every field that names something, except `became`, which has a check of its own.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    let draft = record.draft;
    for story in &draft.stories {
        one(record, Table::Events, &story.opening, sink);
    }
    for event in &draft.events {
        one(record, Table::Lanes, &event.lane, sink);
        many(record, Table::People, &event.people, sink);
        many(record, Table::Themes, &event.themes, sink);
    }
    for account in &draft.accounts {
        one(record, Table::Sources, &account.source, sink);
        owner(record, &account.owner, sink);
    }
    for medium in &draft.media {
        owner(record, &medium.owner, sink);
    }
    for quote in &draft.quotes {
        one(record, Table::People, &quote.speaker, sink);
        one(record, Table::People, &quote.via, sink);
        one(record, Table::Sources, &quote.source, sink);
        one(record, Table::Events, &quote.event, sink);
        many(record, Table::Themes, &quote.themes, sink);
    }
    draft.changes.iter().filter_map(|change| change.record.good()).for_each(|given| subject(record, given, sink));
}

/// What the author probably meant: by id, or by a name, title or alias.
pub(crate) fn hint(record: &Record<'_>, table: Table, given: &str, sink: &mut Sink) -> String {
    if names(record, table).is_empty() {
        return format!("the story has no {0} yet: add the table `{0}`", table.name());
    }
    let near = similar(record, table, given, &mut sink.comparisons_left);
    near.map_or_else(|| format!("write the id of one of the {}, or add it", table.name()), did_you_mean)
}

fn similar<'a>(record: &Record<'a>, table: Table, given: &str, budget: &mut Comparisons) -> Option<&'a str> {
    if budget.0 == 0 {
        return None;
    }
    let labels = labels(record, table);
    budget.0 = budget.0.saturating_sub(labels.len());
    let slug = story::slug_from_text(given);
    let is_it = |label: &str| label == given || (!slug.is_empty() && story::slug_from_text(label) == slug);
    let by_name = labels.iter().find(|(_, label)| is_it(label)).map(|(id, _)| *id);
    by_name.or_else(|| nearest(given, labels.iter().map(|(id, _)| *id), budget))
}

/// Every id of a kind, beside each name under which people may know it: names, titles, aliases, former ids.
fn labels<'a>(record: &Record<'a>, table: Table) -> Vec<(&'a str, &'a str)> {
    let draft = record.draft;
    match table {
        Table::People => {
            let others = |person: &'a PersonDraft<'a>| person.aliases.iter().chain(&person.formerly);
            draft.people.iter().flat_map(|it| labelled(&it.id, &it.name, others(it))).collect()
        }
        Table::Sources => draft.sources.iter().flat_map(|it| labelled(&it.id, &it.title, &it.formerly)).collect(),
        Table::Lanes => draft.lanes.iter().flat_map(|it| labelled(&it.id, &it.name, [])).collect(),
        Table::Themes => draft.themes.iter().flat_map(|it| labelled(&it.id, &it.name, [])).collect(),
        Table::Quotes => draft.quotes.iter().flat_map(|it| labelled(&it.id, &it.id, &it.formerly)).collect(),
        _ => draft.events.iter().flat_map(|it| labelled(&it.id, &it.title, &it.formerly)).collect(),
    }
}

/// An id, if it can be read, beside a name and others.
fn labelled<'a>(
    id: &'a Slot<Words<'a>>,
    name: &'a Slot<Words<'a>>,
    others: impl IntoIterator<Item = &'a Given<Words<'a>>>,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    let id = id.value().map(AsRef::as_ref);
    let name = name.value().map(AsRef::as_ref).or(id);
    let others = others.into_iter().map(|other| other.value.as_ref());
    name.into_iter().chain(others).filter_map(move |label| Some((id?, label)))
}

fn names<'r, 'a>(record: &'r Record<'a>, table: Table) -> &'r Ids<'a> {
    match table {
        Table::People => &record.people,
        Table::Sources => &record.sources,
        Table::Lanes => &record.lanes,
        Table::Themes => &record.themes,
        Table::Quotes => &record.quotes,
        _ => &record.events,
    }
}

fn one(record: &Record<'_>, table: Table, slot: &Slot<Words<'_>>, sink: &mut Sink) {
    many(record, table, slot.good(), sink);
}

fn many<'a>(record: &Record<'_>, table: Table, refs: impl IntoIterator<Item = &'a Given<Words<'a>>>, sink: &mut Sink) {
    for given in refs {
        if names(record, table).lacks(&given.value) {
            let message = format!("there is no {} `{}`", noun(table), given.value);
            let hint = hint(record, table, &given.value, sink);
            sink.push(Diagnostic::new(Code::UnknownId, given.span, message).hint(hint));
        }
    }
}

/// The tables whose ids a change may name.
const SUBJECTS: [Table; 4] = [Table::Events, Table::Quotes, Table::Sources, Table::People];

/// Checks what a change concerns.
fn subject(record: &Record<'_>, given: &Given<Words<'_>>, sink: &mut Sink) {
    if !record.lacks_subject(&given.value) {
        return;
    }
    let (kind, id) = subject_parts(&given.value);
    let (message, hint) = match SUBJECTS.into_iter().find(|table| kind == Some(noun(*table))) {
        Some(table) => (format!("there is no {} `{id}`", noun(table)), hint(record, table, id, sink)),
        None => {
            let near = SUBJECTS.into_iter().find_map(|table| similar(record, table, id, &mut sink.comparisons_left));
            let hint = near.map(did_you_mean).unwrap_or_else(|| {
                "write the id of what was changed, or leave `record` out where the change concerns the whole story"
                    .to_owned()
            });
            (format!("there is no event, quote, source or person `{id}`"), hint)
        }
    };
    sink.push(Diagnostic::new(Code::UnknownId, given.span, message).hint(hint));
}

/// What one row of a table is, without its article.
pub(crate) fn noun(table: Table) -> &'static str {
    table.one().split_once(' ').map_or("", |(_, noun)| noun)
}

fn owner(record: &Record<'_>, owner: &Owner<'_>, sink: &mut Sink) {
    if let Owner::Named(slot) = owner {
        one(record, Table::Events, slot, sink);
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::UnknownId;
    use crate::testing::{csv_outcome, expect, expect_in, outcome};

    const PEOPLE: &str =
        "\n[[people]]\nid = \"kim-jong-un\"\nname = \"Kim Jong-un\"\naliases = [\"Kim Jŏng Ŭn\", \"김정은\"]";

    fn quote(speaker: &str) -> String {
        format!(
            "[[quotes]]\nid = \"q\"\ntext = \"T\"\nsource = \"s\"\nspeaker = \"{speaker}\"\n[[sources]]\nid = \"s\"\ntitle = \"S\"{PEOPLE}"
        )
    }

    #[test]
    fn a_mistyped_id_finds_the_nearest() {
        for near in ["kim-jong-on", "Kim Jong Un", "김정은", "kim jong un"] {
            let expected = format!("5:12 there is no person `{near}` (did you mean `kim-jong-un`?)");
            expect(UnknownId, &quote(near), &[&expected]);
        }
        expect(
            UnknownId,
            &quote("putin"),
            &["5:12 there is no person `putin` (write the id of one of the people, or add it)"],
        );
    }

    #[test]
    fn a_story_opens_with_an_event_that_exists() {
        let story = "[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\nopening = \"visti\"\n";
        let event = "[[events]]\nid = \"visit\"\ntitle = \"The visit\"\ndate = \"2024\"\n";
        for near in ["visti", "The visit"] {
            let expected = format!("5:12 there is no event `{near}` (did you mean `visit`?)");
            expect(UnknownId, &(story.replace("visti", near) + event), &[&expected]);
        }
        let none = "5:12 there is no event `visti` (the story has no events yet: add the table `events`)";
        expect(UnknownId, story, &[none]);
        let sound = outcome(&(story.replace("visti", "visit") + event)).story.expect("a story");
        assert_eq!(sound.opening.map(story::EventIx::at), Some(0));
    }

    #[test]
    fn a_change_concerns_what_there_is() {
        let story = |record: &str| {
            quote("kim-jong-un")
                + &format!("\n[[changes]]\ndate = \"2024\"\nkind = \"update\"\nnote = \"N\"\nrecord = \"{record}\"")
        };
        for known in ["q", "s", "kim-jong-un", "quote:q"] {
            expect(UnknownId, &story(known), &[]);
        }
        let hint = "write the id of what was changed, or leave `record` out where the change concerns the whole story";
        let cases = [
            ("kim-jong-um", "event, quote, source or person `kim-jong-um` (did you mean `kim-jong-un`?)".to_owned()),
            ("elsewhere", format!("event, quote, source or person `elsewhere` ({hint})")),
            ("quote: r", "quote `r` (write the id of one of the quotes, or add it)".to_owned()),
            ("event:q", "event `q` (the story has no events yet: add the table `events`)".to_owned()),
        ];
        for (record, expected) in cases {
            expect(UnknownId, &story(record), &[&format!("17:11 there is no {expected}")]);
        }
    }

    #[test]
    fn ids_that_are_to_be_mended_first_are_not_called_unknown() {
        for id in ["id = \"Kim Jong-Un\"", "id = 3", "ids = \"kim-jong-un\"", "name = \"Kim\""] {
            let toml = quote("kim-jong-un").replace("id = \"kim-jong-un\"", id);
            expect(UnknownId, &toml, &[]);
        }
    }

    #[test]
    fn each_name_of_a_list_has_its_own_place() {
        let events = "id,title,date,themes\ne,E,2024,war; peace\n";
        expect_in(
            &csv_outcome("events.csv", events),
            UnknownId,
            &[
                "2:10 there is no theme `war` (the story has no themes yet: add the table `themes`)",
                "2:15 there is no theme `peace` (the story has no themes yet: add the table `themes`)",
            ],
        );
    }

    #[test]
    fn an_event_with_a_mistake_is_still_a_target() {
        let toml = "[[accounts]]\nevent = \"E 1\"\nsource = \"s\"\n[[sources]]\nid = \"s\"\ntitle = \"S\"\n\
                    [[events]]\nid = \"E 1\"\ntitle = \"\"\ndate = \"nonsense\"";
        expect(UnknownId, toml, &[]);
    }
}
