//! A row to a draft: which table has which fields. `docs/story-format.md` tells the same to authors.

mod reader;

use crate::diagnostic::Sink;
use crate::draft::{
    AccountDraft, CaptionsDraft, ChangeDraft, Draft, EraDraft, EventDraft, ImprintDraft, MediaDraft, NamedDraft, Owner,
    PersonDraft, QuoteDraft, Slot, SourceDraft, StoryDraft,
};
use crate::row::{Row, Table};
use reader::{Item, RowReader};
use story::MediaKind;

impl<'a> Draft<'a> {
    /// Reads a row.
    pub(crate) fn add(&mut self, table: Table, row: Row<'a>, sink: &mut Sink) {
        let reader = RowReader::new(table, &row, sink);
        match table {
            Table::Story => self.stories.push(story(reader, &row)),
            Table::People => self.people.push(person(reader)),
            Table::Sources => self.sources.push(source(reader)),
            Table::Lanes => self.lanes.push(named(reader)),
            Table::Themes => self.themes.push(named(reader)),
            Table::Eras => self.eras.push(era(reader)),
            Table::Events => event(reader, &row, self),
            Table::Accounts => self.accounts.push(account(reader, None)),
            Table::Media => self.media.push(medium(reader, &row, None)),
            // They stand inside media alone; no table of a file has that name.
            Table::Captions => {}
            Table::Quotes => self.quotes.push(quote(reader)),
            Table::Changes => self.changes.push(change(reader)),
            Table::Texts => self.texts.push(row),
        }
    }
}

fn story<'a>(mut r: RowReader<'_, 'a>, row: &Row<'a>) -> StoryDraft<'a> {
    let draft = StoryDraft {
        span: row.span,
        id: r.required("id", RowReader::id),
        title: r.required("title", RowReader::text),
        summary: r.markdown("summary"),
        language: r.required("language", RowReader::language),
        updated: r.date("updated"),
        zones: r.list("zones"),
        opening: r.reference("opening"),
        imprint: imprint(&mut r),
        unverified: r.text("unverified"),
    };
    r.finish();
    draft
}

fn imprint<'a>(r: &mut RowReader<'_, 'a>) -> ImprintDraft<'a> {
    ImprintDraft {
        publisher: r.text("publisher"),
        publisher_url: r.web_address("publisher_url"),
        publisher_logo: r.file("publisher_logo"),
        authors: r.authors("authors"),
        image: r.file("image"),
        image_width: r.size("image_width"),
        image_height: r.size("image_height"),
        first_published: r.date("first_published"),
        contact: r.contact("contact"),
        corrections_policy: r.web_address("corrections_policy"),
    }
}

fn person<'a>(mut r: RowReader<'_, 'a>) -> PersonDraft<'a> {
    let draft = PersonDraft {
        id: r.required("id", RowReader::id),
        formerly: r.former_ids("formerly"),
        name: r.required("name", RowReader::text),
        role: r.text("role"),
        affiliation: r.text("affiliation"),
        aliases: r.list("aliases"),
        portrait: r.file("portrait"),
    };
    r.finish();
    draft
}

fn source<'a>(mut r: RowReader<'_, 'a>) -> SourceDraft<'a> {
    let draft = SourceDraft {
        id: r.required("id", RowReader::id),
        formerly: r.former_ids("formerly"),
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

fn named<'a>(mut r: RowReader<'_, 'a>) -> NamedDraft<'a> {
    let draft = NamedDraft { id: r.required("id", RowReader::id), name: r.required("name", RowReader::text) };
    r.finish();
    draft
}

fn era<'a>(mut r: RowReader<'_, 'a>) -> EraDraft<'a> {
    let draft = EraDraft {
        id: r.required("id", RowReader::id),
        name: r.required("name", RowReader::text),
        date: r.required("date", RowReader::date),
    };
    r.finish();
    draft
}

fn event<'a>(mut r: RowReader<'_, 'a>, row: &Row<'a>, draft: &mut Draft<'a>) {
    let at = draft.events.len();
    let (accounts, media) = (r.rows("accounts"), r.rows("media"));
    for row in accounts.value().into_iter().flatten() {
        draft.accounts.push(account(r.inside(Table::Accounts, row), Some(at)));
    }
    for row in media.value().into_iter().flatten() {
        draft.media.push(medium(r.inside(Table::Media, row), row, Some(at)));
    }
    let mut event = EventDraft {
        span: row.span,
        id: r.required("id", RowReader::id),
        formerly: r.former_ids("formerly"),
        title: r.required("title", RowReader::text),
        label: r.text("label"),
        summary: r.markdown("summary"),
        date: r.date("date"),
        zone: r.text("zone"),
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
fn owner<'a>(r: &mut RowReader<'_, 'a>, inside: Option<usize>) -> Owner<'a> {
    match inside {
        Some(at) => Owner::Inside(at),
        None => Owner::Named(r.required("event", RowReader::reference)),
    }
}

fn account<'a>(mut r: RowReader<'_, 'a>, inside: Option<usize>) -> AccountDraft<'a> {
    let draft = AccountDraft {
        owner: owner(&mut r, inside),
        source: r.required("source", RowReader::reference),
        says: r.markdown("says"),
        date: r.date("date"),
    };
    r.finish();
    draft
}

fn medium<'a>(mut r: RowReader<'_, 'a>, row: &Row<'a>, inside: Option<usize>) -> MediaDraft<'a> {
    let owner = owner(&mut r, inside);
    let kind = r.media_kind("kind");
    let is_link = kind.value() == Some(&MediaKind::Link);
    let url = r.required("url", if is_link { RowReader::url } else { RowReader::file });
    // What a picture needs is told by a check of its own.
    let is_picture = kind.value().is_none_or(|kind| *kind == MediaKind::Image);
    let alt = if is_picture { r.text_or_empty("alt") } else { r.required("alt", RowReader::text) };
    let (captions, captions_are_bad) = captions(&mut r);
    let mut draft = MediaDraft {
        span: row.span,
        owner,
        url,
        alt,
        kind,
        caption: r.text("caption"),
        credit: r.text("credit"),
        width: r.size("width"),
        height: r.size("height"),
        decorative: r.text("decorative"),
        licence: r.text("licence"),
        sensitive: r.text("sensitive"),
        focus: r.focus("focus"),
        poster: r.file("poster"),
        captions,
        captions_are_bad,
        transcript: r.file("transcript"),
        duration: r.duration("duration"),
    };
    let meant = r.finish();
    if meant.contains(&"alt") || meant.contains(&"decorative") {
        draft.alt = Slot::Bad;
    }
    draft.captions_are_bad |= meant.contains(&"captions") || meant.contains(&"transcript");
    draft
}

/// Captions as files in the story's language, as `language: file`, or as tables; and whether something was none.
fn captions<'a>(r: &mut RowReader<'_, 'a>) -> (Vec<CaptionsDraft<'a>>, bool) {
    let mut all = Vec::new();
    let (items, mut is_bad) = r.items("captions");
    for item in items {
        match item {
            Item::Text(text) => {
                let (language, file) = r.language_and_file(&text);
                is_bad |= file.is_bad();
                all.push(CaptionsDraft { file, language, label: Slot::Absent });
            }
            Item::Row(row) => {
                let mut inner = r.inside(Table::Captions, row);
                let draft = CaptionsDraft {
                    file: inner.required("file", RowReader::file),
                    language: inner.language("language"),
                    label: inner.text("label"),
                };
                inner.finish();
                is_bad |= draft.file.value().is_none();
                all.push(draft);
            }
        }
    }
    (all, is_bad)
}

fn quote<'a>(mut r: RowReader<'_, 'a>) -> QuoteDraft<'a> {
    let draft = QuoteDraft {
        id: r.required("id", RowReader::id),
        formerly: r.former_ids("formerly"),
        text: r.required("text", RowReader::text),
        speaker: r.required("speaker", RowReader::reference),
        source: r.required("source", RowReader::reference),
        original: r.text("original"),
        original_language: r.language("original_language"),
        translated_by: r.text("translated_by"),
        role: r.text("role"),
        said: r.date("said"),
        about: r.text("about"),
        event: r.reference("event"),
        via: r.reference("via"),
        language: r.language("language"),
        themes: r.list("themes"),
        unverified: r.text("unverified"),
        original_unverified: r.text("original_unverified"),
    };
    r.finish();
    draft
}

fn change<'a>(mut r: RowReader<'_, 'a>) -> ChangeDraft<'a> {
    let draft = ChangeDraft {
        date: r.required("date", RowReader::date),
        kind: r.required("kind", RowReader::change_kind),
        record: r.reference("record"),
        note: r.required("note", RowReader::markdown),
        was: r.text("was"),
    };
    r.finish();
    draft
}
