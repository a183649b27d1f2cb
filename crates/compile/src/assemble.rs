//! A record without errors to a story.

use std::collections::HashSet;

use crate::draft::{
    AccountDraft, AuthorDraft, ChangeDraft, EraDraft, ImprintDraft, MediaDraft, PersonDraft, QuoteDraft, Refs, Slot,
    SourceDraft, Words,
};
use crate::ledger::Checked;
use crate::media::{Resolved, ResolvedMedium};
use crate::record::{Ids, Record, status_of};
use crate::zones;
use story::{
    Account, Author, Change, Check, Date, Era, Event, Imprint, Lane, Media, Original, Person, Phrase, Publisher, Quote,
    RichText, ShareImage, Source, Story, Subject, Theme,
};

/// The story that a record tells; `None` if the record still holds an error.
pub(crate) fn assemble(
    record: &Record<'_>,
    checks: Vec<Checked>,
    texts: Vec<Phrase>,
    resolved: Resolved,
) -> Option<Story> {
    let draft = record.draft;
    let story = record.story()?;
    let mut assembled = Story {
        id: story.id.to_text()?,
        title: story.title.to_text()?,
        summary: rich(&story.summary),
        language: story.language.to_text()?,
        updated: story.updated.cloned(),
        opening: index(&record.events, &story.opening)?,
        imprint: imprint(&story.imprint, resolved.image, resolved.logo),
        people: all(draft.people.iter().zip(resolved.portraits), |(draft, portrait)| person(draft, portrait))?,
        sources: all(&draft.sources, source)?,
        lanes: all(&draft.lanes, |lane| Some(Lane { id: lane.id.to_text()?, name: lane.name.to_text()? }))?,
        themes: all(&draft.themes, |theme| Some(Theme { id: theme.id.to_text()?, name: theme.name.to_text()? }))?,
        eras: all(&draft.eras, era)?,
        events: all(0..draft.events.len(), |at| event(record, at, &resolved.media))?,
        quotes: all(draft.quotes.iter().zip(checks), |(draft, check)| quote(record, draft, check))?,
        changes: all(&draft.changes, |draft| change(record, draft))?,
        texts,
        // Named below, once all dates stand in their places.
        zones: Vec::new(),
    };
    zones::name(&mut assembled, record);
    Some(assembled)
}

/// Every draft read, in room that is asked for once: the events of a large story are the most of it.
fn all<D, T>(
    drafts: impl IntoIterator<Item = D, IntoIter: ExactSizeIterator>,
    read: impl Fn(D) -> Option<T>,
) -> Option<Vec<T>> {
    let drafts = drafts.into_iter();
    let mut rows = Vec::with_capacity(drafts.len());
    for draft in drafts {
        rows.push(read(draft)?);
    }
    Some(rows)
}

fn imprint(draft: &ImprintDraft<'_>, image: Option<ShareImage>, logo: Option<String>) -> Imprint {
    let publisher = |name| Publisher { name, url: draft.publisher_url.to_text(), logo };
    let author = |draft: &AuthorDraft<'_>| Author {
        name: draft.name.value.as_ref().to_owned(),
        url: draft.url.as_deref().map(str::to_owned),
    };
    Imprint {
        publisher: draft.publisher.to_text().map(publisher),
        authors: draft.authors.iter().map(author).collect(),
        image,
        first_published: draft.first_published.cloned(),
        contact: draft.contact.to_text(),
        corrections_policy: draft.corrections_policy.to_text(),
    }
}

fn person(draft: &PersonDraft<'_>, portrait: Option<String>) -> Option<Person> {
    Some(Person {
        id: draft.id.to_text()?,
        formerly: texts_of(&draft.formerly),
        name: draft.name.to_text()?,
        role: draft.role.to_text(),
        affiliation: draft.affiliation.to_text(),
        aliases: texts_of(&draft.aliases),
        portrait,
    })
}

fn source(draft: &SourceDraft<'_>) -> Option<Source> {
    Some(Source {
        id: draft.id.to_text()?,
        formerly: texts_of(&draft.formerly),
        title: draft.title.to_text()?,
        publisher: draft.publisher.to_text(),
        agency: draft.agency.to_text(),
        byline: draft.byline.to_text(),
        published: draft.published.cloned(),
        url: draft.url.to_text(),
        language: draft.language.to_text(),
    })
}

fn era(draft: &EraDraft<'_>) -> Option<Era> {
    Some(Era { id: draft.id.to_text()?, name: draft.name.to_text()?, date: draft.date.cloned()? })
}

fn event(record: &Record<'_>, at: usize, resolved: &[ResolvedMedium]) -> Option<Event> {
    let draft = &record.draft.events[at];
    let published = record.accounts_of(at).filter_map(|account| published(record, &account.source));
    let dated = published.filter(|date| date.when.turn().is_some());
    Some(Event {
        id: draft.id.to_text()?,
        formerly: texts_of(&draft.formerly),
        title: draft.title.to_text()?,
        label: draft.label.to_text(),
        summary: rich(&draft.summary),
        date: draft.date.cloned(),
        place: draft.place.to_text(),
        lane: index(&record.lanes, &draft.lane)?,
        people: indices(&record.people, &draft.people)?,
        themes: indices(&record.themes, &draft.themes)?,
        status: status_of(draft)?,
        announced: draft.announced.cloned(),
        became: index(&record.events, &draft.became)?,
        rank: draft.rank.cloned().unwrap_or(3),
        media: record.media_of(at).map(|(at, draft)| medium(draft, resolved.get(at)?)).collect::<Option<_>>()?,
        accounts: record.accounts_of(at).map(|draft| account(record, draft)).collect::<Option<_>>()?,
        known_from: dated.min_by_key(|date| date.when.turn()).cloned(),
    })
}

fn account(record: &Record<'_>, draft: &AccountDraft<'_>) -> Option<Account> {
    Some(Account {
        source: record.sources.of(&draft.source)?.into(),
        date: draft.date.cloned(),
        says: rich(&draft.says),
    })
}

fn medium(draft: &MediaDraft<'_>, resolved: &ResolvedMedium) -> Option<Media> {
    Some(Media {
        kind: draft.kind()?,
        url: resolved.url.clone(),
        alt: draft.alt.to_text().unwrap_or_default(),
        decorative: draft.decorative.to_text(),
        caption: draft.caption.to_text().unwrap_or_default(),
        credit: draft.credit.to_text().unwrap_or_default(),
        licence: draft.licence.to_text(),
        sensitive: draft.sensitive.to_text(),
        size_px: resolved.size_px,
        focus_percent: draft.focus.cloned(),
        versions: resolved.versions.clone(),
        poster: resolved.poster.clone(),
        captions: resolved.captions.clone(),
        transcript: resolved.transcript.clone(),
        duration_ms: resolved.duration_ms,
    })
}

fn quote(record: &Record<'_>, draft: &QuoteDraft<'_>, checked: Checked) -> Option<Quote> {
    Some(Quote {
        id: draft.id.to_text()?,
        formerly: texts_of(&draft.formerly),
        text: draft.text.to_text()?,
        speaker: record.people.of(&draft.speaker)?.into(),
        about: draft.about.to_text(),
        original: original(draft, checked.original),
        role: draft.role.to_text(),
        said: draft.said.cloned(),
        event: index(&record.events, &draft.event)?,
        source: record.sources.of(&draft.source)?.into(),
        via: index(&record.people, &draft.via)?,
        language: draft.language.to_text(),
        themes: indices(&record.themes, &draft.themes)?,
        known_from: published(record, &draft.source).cloned(),
        check: checked.text,
    })
}

fn original(draft: &QuoteDraft<'_>, check: Check) -> Option<Original> {
    Some(Original {
        text: draft.original.to_text()?,
        language: draft.original_language.to_text()?,
        translated_by: draft.translated_by.to_text(),
        check,
    })
}

fn change(record: &Record<'_>, draft: &ChangeDraft<'_>) -> Option<Change> {
    Some(Change {
        date: draft.date.cloned()?,
        kind: draft.kind.cloned()?,
        subject: match &draft.record {
            Slot::Absent => Subject::Story,
            slot => record.subjects(slot.value()?).first().copied()?,
        },
        note: draft.note.cloned()?,
        was: draft.was.to_text(),
    })
}

/// When the source that a field names was published.
fn published<'a>(record: &Record<'a>, source: &Slot<Words<'_>>) -> Option<&'a Date> {
    record.draft.sources[record.sources.of(source)?].published.value()
}

fn texts_of(list: &Refs<'_>) -> Vec<String> {
    list.iter().map(|given| given.value.as_ref().to_owned()).collect()
}

fn rich(slot: &Slot<RichText>) -> RichText {
    slot.cloned().unwrap_or_default()
}

/// What a field names, if it names something; `None` if it names nothing that there is.
fn index<Ix: From<usize>>(names: &Ids<'_>, slot: &Slot<Words<'_>>) -> Option<Option<Ix>> {
    match slot {
        Slot::Absent => Some(None),
        _ => names.of(slot).map(|at| Some(at.into())),
    }
}

/// What a list names, each once; `None` if it names something that there is not.
fn indices<Ix: From<usize>>(names: &Ids<'_>, refs: &Refs<'_>) -> Option<Vec<Ix>> {
    let positions: Vec<usize> = refs.iter().map(|given| names.at(&given.value)).collect::<Option<_>>()?;
    let mut seen = HashSet::new();
    let is_first = |at: &usize| positions.len() < 2 || seen.insert(*at);
    Some(positions.iter().copied().filter(is_first).map(Into::into).collect())
}
