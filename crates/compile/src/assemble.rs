//! A record without errors to a story.

use std::collections::HashSet;

use crate::draft::{AccountDraft, EraDraft, MediaDraft, PersonDraft, QuoteDraft, Refs, Slot, SourceDraft};
use crate::record::{Names, Record, status_of};
use story::{
    Account, Check, CheckKind, Date, Era, Event, Lane, Media, MediaKind, Person, Phrase, Quote, RichText, Source,
    Story, Theme,
};

/// The story that a record tells; `None` if the record still holds an error.
pub(crate) fn assemble(record: &Record<'_>, texts: Vec<Phrase>) -> Option<Story> {
    let draft = record.draft;
    let story = record.story()?;
    Some(Story {
        id: story.id.cloned()?,
        title: story.title.cloned()?,
        summary: rich(&story.summary),
        language: story.language.cloned()?,
        updated: story.updated.cloned(),
        people: all(&draft.people, person)?,
        sources: all(&draft.sources, source)?,
        lanes: all(&draft.lanes, |lane| Some(Lane { id: lane.id.cloned()?, name: lane.name.cloned()? }))?,
        themes: all(&draft.themes, |theme| Some(Theme { id: theme.id.cloned()?, name: theme.name.cloned()? }))?,
        eras: all(&draft.eras, era)?,
        events: (0..draft.events.len()).map(|at| event(record, at)).collect::<Option<_>>()?,
        quotes: all(&draft.quotes, |draft| quote(record, draft))?,
        texts,
    })
}

fn all<D, T>(drafts: &[D], read: impl Fn(&D) -> Option<T>) -> Option<Vec<T>> {
    drafts.iter().map(read).collect()
}

fn person(draft: &PersonDraft) -> Option<Person> {
    Some(Person {
        id: draft.id.cloned()?,
        name: draft.name.cloned()?,
        role: draft.role.cloned(),
        affiliation: draft.affiliation.cloned(),
        aliases: draft.aliases.iter().map(|alias| alias.value.clone()).collect(),
    })
}

fn source(draft: &SourceDraft) -> Option<Source> {
    Some(Source {
        id: draft.id.cloned()?,
        title: draft.title.cloned()?,
        publisher: draft.publisher.cloned(),
        agency: draft.agency.cloned(),
        byline: draft.byline.cloned(),
        published: draft.published.cloned(),
        url: draft.url.cloned(),
        language: draft.language.cloned(),
    })
}

fn era(draft: &EraDraft) -> Option<Era> {
    Some(Era { id: draft.id.cloned()?, name: draft.name.cloned()?, date: draft.date.cloned()? })
}

fn event(record: &Record<'_>, at: usize) -> Option<Event> {
    let draft = &record.draft.events[at];
    let published = record.accounts_of(at).filter_map(|account| published(record, &account.source));
    let dated = published.filter(|date| date.when.order_sec().is_some());
    Some(Event {
        id: draft.id.cloned()?,
        title: draft.title.cloned()?,
        label: draft.label.cloned(),
        summary: rich(&draft.summary),
        date: draft.date.cloned(),
        place: draft.place.cloned(),
        lane: index(&record.lanes, &draft.lane)?,
        people: indices(&record.people, &draft.people)?,
        themes: indices(&record.themes, &draft.themes)?,
        status: status_of(draft)?,
        announced: draft.announced.cloned(),
        became: index(&record.events, &draft.became)?,
        rank: draft.rank.cloned().unwrap_or(3),
        media: record.media_of(at).map(medium).collect::<Option<_>>()?,
        accounts: record.accounts_of(at).map(|draft| account(record, draft)).collect::<Option<_>>()?,
        known_from: dated.min_by_key(|date| date.when.order_sec()).cloned(),
    })
}

fn account(record: &Record<'_>, draft: &AccountDraft) -> Option<Account> {
    Some(Account {
        source: record.sources.of(&draft.source)?.into(),
        date: draft.date.cloned(),
        says: rich(&draft.says),
    })
}

fn medium(draft: &MediaDraft) -> Option<Media> {
    Some(Media {
        kind: draft.kind.cloned().unwrap_or(MediaKind::Image),
        url: draft.url.cloned()?,
        alt: draft.alt.cloned()?,
        caption: draft.caption.cloned().unwrap_or_default(),
        credit: draft.credit.cloned().unwrap_or_default(),
        size_px: draft.width.cloned().zip(draft.height.cloned()),
    })
}

fn quote(record: &Record<'_>, draft: &QuoteDraft) -> Option<Quote> {
    Some(Quote {
        id: draft.id.cloned()?,
        text: draft.text.cloned()?,
        speaker: record.people.of(&draft.speaker)?.into(),
        about: draft.about.cloned(),
        said: draft.said.cloned(),
        event: index(&record.events, &draft.event)?,
        source: record.sources.of(&draft.source)?.into(),
        via: index(&record.people, &draft.via)?,
        language: draft.language.cloned(),
        themes: indices(&record.themes, &draft.themes)?,
        known_from: published(record, &draft.source).cloned(),
        check: Check { kind: CheckKind::Unverified },
    })
}

/// When the source that a field names was published.
fn published<'a>(record: &Record<'a>, source: &Slot<String>) -> Option<&'a Date> {
    record.draft.sources[record.sources.of(source)?].published.value()
}

fn rich(slot: &Slot<RichText>) -> RichText {
    slot.cloned().unwrap_or_default()
}

/// What a field names, if it names something; `None` if it names nothing that there is.
fn index<Ix: From<usize>>(names: &Names<'_>, slot: &Slot<String>) -> Option<Option<Ix>> {
    match slot {
        Slot::Absent => Some(None),
        _ => names.of(slot).map(|at| Some(at.into())),
    }
}

/// What a list names, each once; `None` if it names something that there is not.
fn indices<Ix: From<usize>>(names: &Names<'_>, refs: &Refs) -> Option<Vec<Ix>> {
    let mut seen = HashSet::new();
    let positions: Option<Vec<usize>> = refs.iter().map(|given| names.at(&given.value)).collect();
    Some(positions?.into_iter().filter(|&at| seen.insert(at)).map(Into::into).collect())
}
