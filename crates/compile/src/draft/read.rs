//! Rows to drafts: which table has which fields. `docs/story-format.md` tells the same to authors.

use super::reader::RowReader;
use super::{
    AccountDraft, Draft, EraDraft, EventDraft, MediaDraft, NamedDraft, Owner, PersonDraft, QuoteDraft, Slot,
    SourceDraft, StoryDraft,
};
use crate::diagnostic::Sink;
use crate::read::{Row, Rows, Table};

/// Reads every row.
pub(crate) fn read(rows: Rows, sink: &mut Sink) -> Draft {
    let mut draft = Draft::default();
    for (table, row) in rows {
        let reader = RowReader::new(table, &row, sink);
        match table {
            Table::Story => draft.stories.push(story(reader, &row)),
            Table::People => draft.people.push(person(reader)),
            Table::Sources => draft.sources.push(source(reader)),
            Table::Lanes => draft.lanes.push(named(reader)),
            Table::Themes => draft.themes.push(named(reader)),
            Table::Eras => draft.eras.push(era(reader)),
            Table::Events => event(reader, &row, &mut draft),
            Table::Accounts => draft.accounts.push(account(reader, None)),
            Table::Media => draft.media.push(medium(reader, None)),
            Table::Quotes => draft.quotes.push(quote(reader)),
            Table::Texts => draft.texts.push(row),
        }
    }
    draft
}

fn story(mut r: RowReader<'_>, row: &Row) -> StoryDraft {
    let draft = StoryDraft {
        span: row.span,
        id: r.required("id", RowReader::id),
        title: r.required("title", RowReader::text),
        summary: r.markdown("summary"),
        language: r.required("language", RowReader::language),
        updated: r.date("updated"),
    };
    r.finish();
    draft
}

fn person(mut r: RowReader<'_>) -> PersonDraft {
    let draft = PersonDraft {
        id: r.required("id", RowReader::id),
        name: r.required("name", RowReader::text),
        role: r.text("role"),
        affiliation: r.text("affiliation"),
        aliases: r.list("aliases"),
    };
    r.finish();
    draft
}

fn source(mut r: RowReader<'_>) -> SourceDraft {
    let draft = SourceDraft {
        id: r.required("id", RowReader::id),
        title: r.required("title", RowReader::text),
        publisher: r.text("publisher"),
        agency: r.text("agency"),
        byline: r.text("byline"),
        published: r.date("published"),
        url: r.url("url"),
        language: r.language("language"),
    };
    r.finish();
    draft
}

fn named(mut r: RowReader<'_>) -> NamedDraft {
    let draft = NamedDraft { id: r.required("id", RowReader::id), name: r.required("name", RowReader::text) };
    r.finish();
    draft
}

fn era(mut r: RowReader<'_>) -> EraDraft {
    let draft = EraDraft {
        id: r.required("id", RowReader::id),
        name: r.required("name", RowReader::text),
        date: r.required("date", RowReader::date),
    };
    r.finish();
    draft
}

fn event(mut r: RowReader<'_>, row: &Row, draft: &mut Draft) {
    let at = draft.events.len();
    let (accounts, media) = (r.rows("accounts"), r.rows("media"));
    for row in accounts.value().into_iter().flatten() {
        draft.accounts.push(account(r.inside(Table::Accounts, row), Some(at)));
    }
    for row in media.value().into_iter().flatten() {
        draft.media.push(medium(r.inside(Table::Media, row), Some(at)));
    }
    let mut event = EventDraft {
        span: row.span,
        id: r.required("id", RowReader::id),
        title: r.required("title", RowReader::text),
        label: r.text("label"),
        summary: r.markdown("summary"),
        date: r.date("date"),
        place: r.text("place"),
        lane: r.reference("lane"),
        people: r.list("people"),
        themes: r.list("themes"),
        status: r.status("status"),
        announced: r.date("announced"),
        became: r.reference("became"),
        rank: r.rank("rank"),
        accounts_are_bad: matches!(accounts, Slot::Bad),
    };
    // What stands under a mistyped name is not missing.
    let meant = r.finish();
    event.accounts_are_bad |= meant.contains(&"accounts");
    if meant.contains(&"date") {
        event.date = Slot::Bad;
    }
    if meant.contains(&"status") {
        event.status = Slot::Bad;
    }
    draft.events.push(event);
}

/// The event to which a row belongs: the one around it, or the one it names.
fn owner(r: &mut RowReader<'_>, inside: Option<usize>) -> Owner {
    match inside {
        Some(at) => Owner::Inside(at),
        None => Owner::Named(r.required("event", RowReader::reference)),
    }
}

fn account(mut r: RowReader<'_>, inside: Option<usize>) -> AccountDraft {
    let draft = AccountDraft {
        owner: owner(&mut r, inside),
        source: r.required("source", RowReader::reference),
        says: r.markdown("says"),
        date: r.date("date"),
    };
    r.finish();
    draft
}

fn medium(mut r: RowReader<'_>, inside: Option<usize>) -> MediaDraft {
    let draft = MediaDraft {
        owner: owner(&mut r, inside),
        url: r.required("url", RowReader::url),
        alt: r.required("alt", RowReader::text),
        kind: r.media_kind("kind"),
        caption: r.text("caption"),
        credit: r.text("credit"),
        width: r.size("width"),
        height: r.size("height"),
    };
    r.finish();
    draft
}

fn quote(mut r: RowReader<'_>) -> QuoteDraft {
    let draft = QuoteDraft {
        id: r.required("id", RowReader::id),
        text: r.required("text", RowReader::text),
        speaker: r.required("speaker", RowReader::reference),
        source: r.required("source", RowReader::reference),
        said: r.date("said"),
        about: r.text("about"),
        event: r.reference("event"),
        via: r.reference("via"),
        language: r.language("language"),
        themes: r.list("themes"),
    };
    r.finish();
    draft
}
