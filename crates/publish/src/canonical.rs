//! The canonical form, key by key in its order.

mod imprint;
mod media;

use serde::Serialize;
use story::{
    Account, Change, Check, Date, Era, Event, EventIx, Original, Person, PersonIx, Quote, Source, Story, Subject,
    ThemeIx,
};

use imprint::ImprintRow;

/// The name and version of the form.
const FORMAT: &str = "on-record/1";

#[derive(Serialize)]
pub(crate) struct Document<'a> {
    format: &'static str,
    story: Head<'a>,
    people: Vec<PersonRow<'a>>,
    sources: Vec<SourceRow<'a>>,
    lanes: Vec<Named<'a>>,
    themes: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    eras: Vec<EraRow<'a>>,
    events: Vec<EventRow<'a>>,
    quotes: Vec<QuoteRow<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<ChangeRow<'a>>,
}

#[derive(Serialize)]
struct Head<'a> {
    id: &'a str,
    title: &'a str,
    summary: &'a str,
    language: &'a str,
    updated: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opening: Option<&'a str>,
    #[serde(flatten)]
    imprint: ImprintRow<'a>,
}

#[derive(Serialize)]
struct PersonRow<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "no_former_ids")]
    formerly: &'a [String],
    name: &'a str,
    role: Option<&'a str>,
    affiliation: Option<&'a str>,
    aliases: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    portrait: Option<&'a str>,
}

#[derive(Serialize)]
struct SourceRow<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "no_former_ids")]
    formerly: &'a [String],
    title: &'a str,
    publisher: Option<&'a str>,
    agency: Option<&'a str>,
    byline: Option<&'a str>,
    published: Option<&'a str>,
    url: Option<&'a str>,
    language: Option<&'a str>,
}

#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct EraRow<'a> {
    id: &'a str,
    name: &'a str,
    date: &'a str,
}

#[derive(Serialize)]
struct EventRow<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "no_former_ids")]
    formerly: &'a [String],
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    summary: &'a str,
    date: Option<&'a str>,
    place: Option<&'a str>,
    lane: Option<&'a str>,
    people: Vec<&'a str>,
    themes: Vec<&'a str>,
    status: &'static str,
    announced: Option<&'a str>,
    became: Option<&'a str>,
    rank: u8,
    media: Vec<media::Row<'a>>,
    accounts: Vec<AccountRow<'a>>,
    known_from: Option<&'a str>,
}

#[derive(Serialize)]
struct AccountRow<'a> {
    source: &'a str,
    date: Option<&'a str>,
    says: &'a str,
}

#[derive(Serialize)]
struct QuoteRow<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "no_former_ids")]
    formerly: &'a [String],
    text: &'a str,
    speaker: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    original: Option<OriginalRow<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'a str>,
    said: Option<&'a str>,
    event: Option<&'a str>,
    source: &'a str,
    via: Option<&'a str>,
    language: Option<&'a str>,
    themes: Vec<&'a str>,
    known_from: Option<&'a str>,
    check: CheckRow<'a>,
}

#[derive(Serialize)]
struct OriginalRow<'a> {
    text: &'a str,
    language: &'a str,
    translated_by: Option<&'a str>,
    check: CheckRow<'a>,
}

#[derive(Serialize)]
struct CheckRow<'a> {
    kind: &'static str,
    sha256: Option<&'a str>,
    start: Option<u32>,
    end: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
}

#[derive(Serialize)]
struct ChangeRow<'a> {
    date: &'a str,
    kind: &'static str,
    of: &'static str,
    record: Option<&'a str>,
    note: &'a str,
    was: Option<&'a str>,
}

/// `serde` asks by reference, and a list without a name of its own has no function for it.
fn no_former_ids(ids: &[String]) -> bool {
    ids.is_empty()
}

impl<'a> Document<'a> {
    pub(crate) fn of(story: &'a Story) -> Self {
        Self {
            format: FORMAT,
            story: Head {
                id: &story.id,
                title: &story.title,
                summary: &story.summary.markdown,
                language: &story.language,
                updated: edtf(story.updated.as_ref()),
                opening: story.opening.map(|event| event_id(story, event)),
                imprint: ImprintRow::of(&story.imprint),
            },
            people: story.people.iter().map(person).collect(),
            sources: story.sources.iter().map(source).collect(),
            lanes: story.lanes.iter().map(|lane| Named { id: &lane.id, name: &lane.name }).collect(),
            themes: story.themes.iter().map(|theme| Named { id: &theme.id, name: &theme.name }).collect(),
            eras: story.eras.iter().map(era).collect(),
            events: story.events.iter().map(|it| event(story, it)).collect(),
            quotes: story.quotes.iter().map(|it| quote(story, it)).collect(),
            changes: story.changes.iter().map(|it| change(story, it)).collect(),
        }
    }
}

fn person(person: &Person) -> PersonRow<'_> {
    PersonRow {
        id: &person.id,
        formerly: &person.formerly,
        name: &person.name,
        role: person.role.as_deref(),
        affiliation: person.affiliation.as_deref(),
        aliases: &person.aliases,
        portrait: person.portrait.as_deref(),
    }
}

fn source(source: &Source) -> SourceRow<'_> {
    SourceRow {
        id: &source.id,
        formerly: &source.formerly,
        title: &source.title,
        publisher: source.publisher.as_deref(),
        agency: source.agency.as_deref(),
        byline: source.byline.as_deref(),
        published: edtf(source.published.as_ref()),
        url: source.url.as_deref(),
        language: source.language.as_deref(),
    }
}

fn era(era: &Era) -> EraRow<'_> {
    EraRow { id: &era.id, name: &era.name, date: &era.date.edtf }
}

fn event<'a>(story: &'a Story, event: &'a Event) -> EventRow<'a> {
    EventRow {
        id: &event.id,
        formerly: &event.formerly,
        title: &event.title,
        label: event.label.as_deref(),
        summary: &event.summary.markdown,
        date: edtf(event.date.as_ref()),
        place: event.place.as_deref(),
        lane: event.lane.and_then(|lane| story.lanes.get(lane.at())).map(|lane| lane.id.as_str()),
        people: event.people.iter().map(|&person| person_id(story, person)).collect(),
        themes: theme_ids(story, &event.themes),
        status: event.status.name(),
        announced: edtf(event.announced.as_ref()),
        became: event.became.map(|event| event_id(story, event)),
        rank: event.rank,
        media: event.media.iter().map(media::row).collect(),
        accounts: event.accounts.iter().map(|it| account(story, it)).collect(),
        known_from: edtf(event.known_from.as_ref()),
    }
}

fn account<'a>(story: &'a Story, account: &'a Account) -> AccountRow<'a> {
    AccountRow {
        source: source_id(story, account.source),
        date: edtf(account.date.as_ref()),
        says: &account.says.markdown,
    }
}

fn quote<'a>(story: &'a Story, quote: &'a Quote) -> QuoteRow<'a> {
    QuoteRow {
        id: &quote.id,
        formerly: &quote.formerly,
        text: &quote.text,
        speaker: person_id(story, quote.speaker),
        about: quote.about.as_deref(),
        original: quote.original.as_ref().map(original),
        role: quote.role.as_deref(),
        said: edtf(quote.said.as_ref()),
        event: quote.event.map(|event| event_id(story, event)),
        source: source_id(story, quote.source),
        via: quote.via.map(|person| person_id(story, person)),
        language: quote.language.as_deref(),
        themes: theme_ids(story, &quote.themes),
        known_from: edtf(quote.known_from.as_ref()),
        check: check(&quote.check),
    }
}

fn check(check: &Check) -> CheckRow<'_> {
    let place = check.place.as_ref();
    CheckRow {
        kind: check.kind.name(),
        sha256: place.map(|place| place.source_sha256.as_str()),
        start: place.map(|place| place.start),
        end: place.map(|place| place.end),
        reason: check.reason.as_deref(),
    }
}

fn original(original: &Original) -> OriginalRow<'_> {
    OriginalRow {
        text: &original.text,
        language: &original.language,
        translated_by: original.translated_by.as_deref(),
        check: check(&original.check),
    }
}

fn change<'a>(story: &'a Story, change: &'a Change) -> ChangeRow<'a> {
    ChangeRow {
        date: &change.date.edtf,
        kind: change.kind.name(),
        of: change.subject.name(),
        record: match change.subject {
            Subject::Story => None,
            Subject::Event(at) => Some(event_id(story, at)),
            Subject::Quote(at) => Some(story.quotes.get(at.at()).map_or("", |quote| &quote.id)),
            Subject::Source(at) => Some(source_id(story, at)),
            Subject::Person(at) => Some(person_id(story, at)),
        },
        note: &change.note.markdown,
        was: change.was.as_deref(),
    }
}

fn edtf(date: Option<&Date>) -> Option<&str> {
    date.map(|date| date.edtf.as_str())
}

/// The id at an index; an index that a story does not have gives an empty one, as no compiled story has such.
fn person_id(story: &Story, at: PersonIx) -> &str {
    story.people.get(at.at()).map_or("", |person| &person.id)
}

fn source_id(story: &Story, at: story::SourceIx) -> &str {
    story.sources.get(at.at()).map_or("", |source| &source.id)
}

fn event_id(story: &Story, at: EventIx) -> &str {
    story.events.get(at.at()).map_or("", |event| &event.id)
}

fn theme_ids<'a>(story: &'a Story, themes: &[ThemeIx]) -> Vec<&'a str> {
    themes.iter().filter_map(|theme| story.themes.get(theme.at())).map(|theme| theme.id.as_str()).collect()
}
