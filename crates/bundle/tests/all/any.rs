//! Any checked story: all fields, any Unicode, dates from one end of time to the other.

// Named, because other crates take this file into theirs.
#[path = "any/dates.rs"]
mod dates;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use story::{
    Account, ArchivedPassage, Author, Captions, Change, ChangeKind, Check, CheckKind, Date, Era, Event, EventIx, FORMS,
    Imprint, Lane, LaneIx, Media, MediaKind, MediaVersion, Message, Original, Person, PersonIx, Phrase, Publisher,
    Quote, QuoteIx, RichText, Run, ShareImage, Source, SourceIx, Status, Story, Subject, Theme, ThemeIx,
};

use dates::{any_date_if_any, any_when};

/// How many clocks have names.
const ZONES: u32 = 3;

/// How many rows each table of a story has.
#[derive(Clone, Copy, Debug)]
struct Counts {
    people: usize,
    sources: usize,
    lanes: usize,
    themes: usize,
    eras: usize,
    events: usize,
    quotes: usize,
}

/// Any checked story.
pub(crate) fn any_story() -> impl Strategy<Value = Story> {
    (1..6_usize, 1..6_usize, 0..4_usize, 0..4_usize, 0..3_usize, 0..9_usize, 0..9_usize)
        .prop_map(|(people, sources, lanes, themes, eras, events, quotes)| Counts {
            people,
            sources,
            lanes,
            themes,
            eras,
            events,
            quotes,
        })
        .prop_flat_map(any_story_of)
}

fn any_story_of(counts: Counts) -> BoxedStrategy<Story> {
    let opening = any_index_if_any(counts.events).prop_map(|event| event.map(EventIx::from));
    let whole = (any_text(), any_rich(), any_text(), any_date_if_any(), opening, any_imprint());
    let tables = (
        vec(any_person(), counts.people),
        vec(any_source(), counts.sources),
        vec(any_text(), counts.lanes),
        vec(any_text(), counts.themes),
        vec(any_era(), counts.eras),
        vec(any_event(counts), counts.events),
        vec(any_quote(counts), counts.quotes),
        vec(any_change(counts), 0..6),
        vec(any_phrase(), 0..=Message::ALL.len()),
        vec(any_text(), ZONES as usize),
    );
    (whole, tables)
        .prop_map(|((title, summary, language, updated, opening, imprint), tables)| {
            let (people, sources, lanes, themes, eras, events, quotes, changes, texts, zones) = tables;
            let lanes = lanes.into_iter().enumerate().map(|(at, name)| Lane { id: id("lane", at), name }).collect();
            let themes = themes.into_iter().enumerate().map(|(at, name)| Theme { id: id("theme", at), name }).collect();
            let mut story = Story {
                id: "any-story".into(),
                title,
                summary,
                language,
                updated,
                opening,
                imprint,
                people,
                sources,
                lanes,
                themes,
                eras,
                zones,
                events,
                quotes,
                changes,
                texts,
            };
            story.eras.iter_mut().enumerate().for_each(|(at, era)| era.id = id("era", at));
            story
                .people
                .iter_mut()
                .enumerate()
                .for_each(|(at, person)| (person.id, person.formerly) = ids("person", at));
            story
                .sources
                .iter_mut()
                .enumerate()
                .for_each(|(at, source)| (source.id, source.formerly) = ids("source", at));
            story.events.iter_mut().enumerate().for_each(|(at, event)| (event.id, event.formerly) = ids("event", at));
            story.quotes.iter_mut().enumerate().for_each(|(at, quote)| (quote.id, quote.formerly) = ids("quote", at));
            story
        })
        .boxed()
}

/// Unique, and in another order than the rows.
fn id(table: &str, at: usize) -> String {
    format!("{}-{table}-{at}", (at * 7 + 3) % 10)
}

/// An id, and those that the row had before: none, one or two.
fn ids(table: &str, at: usize) -> (String, Vec<String>) {
    (id(table, at), (0..at % 3).map(|n| id(&format!("former-{n}-{table}"), at)).collect())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), Just("said twice".to_owned()), any::<String>(), "\\PC{0,12}"]
}

fn any_text_if_any() -> impl Strategy<Value = Option<String>> {
    option::of(any_text())
}

fn any_rich() -> BoxedStrategy<RichText> {
    let run = (any_text(), any::<bool>(), any::<bool>(), any_text_if_any())
        .prop_map(|(text, emphasis, strong, link)| Run { text, emphasis, strong, link });
    (any_text(), vec(run, 0..4)).prop_map(|(markdown, runs)| RichText { markdown, runs }).boxed()
}

fn any_phrase() -> BoxedStrategy<Phrase> {
    any::<[bool; FORMS]>()
        .prop_flat_map(|given| {
            vec(any_text(), FORMS).prop_map(move |texts| Phrase {
                forms: std::array::from_fn(|at| if given[at] { texts[at].clone() } else { String::new() }),
            })
        })
        .boxed()
}

fn any_imprint() -> BoxedStrategy<Imprint> {
    let publisher = (any_text(), any_text_if_any(), any_text_if_any());
    let publisher = publisher.prop_map(|(name, url, logo)| Publisher { name, url, logo });
    let author = (any_text(), any_text_if_any()).prop_map(|(name, url)| Author { name, url });
    let image = (any_text(), option::of((1..=u16::MAX, 1..=u16::MAX)));
    let image = image.prop_map(|(url, size_px)| ShareImage { url, size_px });
    let addresses = (any_text_if_any(), any_text_if_any());
    (option::of(publisher), vec(author, 0..3), option::of(image), any_date_if_any(), addresses)
        .prop_map(|(publisher, authors, image, first_published, (contact, corrections_policy))| Imprint {
            publisher,
            authors,
            image,
            first_published,
            contact,
            corrections_policy,
        })
        .boxed()
}

fn any_era() -> BoxedStrategy<Era> {
    (any_text(), any_text(), any_when())
        .prop_map(|(name, edtf, when)| Era { id: String::new(), name, date: Date { edtf, when } })
        .boxed()
}

fn any_person() -> BoxedStrategy<Person> {
    (any_text(), any_text_if_any(), any_text_if_any(), vec(any_text(), 0..4), any_text_if_any())
        .prop_map(|(name, role, affiliation, aliases, portrait)| Person {
            id: String::new(),
            formerly: Vec::new(),
            name,
            role,
            affiliation,
            aliases,
            portrait,
        })
        .boxed()
}

fn any_source() -> BoxedStrategy<Source> {
    let texts = (any_text_if_any(), any_text_if_any(), any_text_if_any(), any_text_if_any(), any_text_if_any());
    (any_text(), texts, any_date_if_any())
        .prop_map(|(title, texts, published)| {
            let (publisher, agency, byline, url, language) = texts;
            Source {
                id: String::new(),
                formerly: Vec::new(),
                title,
                publisher,
                agency,
                byline,
                published,
                url,
                language,
            }
        })
        .boxed()
}

fn any_media() -> BoxedStrategy<Media> {
    let size_px = option::of((1..=u16::MAX, 1..=u16::MAX));
    let texts = (any_text(), any_text(), any_text(), any_text());
    let more = (any_text_if_any(), any_text_if_any(), any_text_if_any(), any_text_if_any(), any_text_if_any());
    let version = (any_text(), any::<u16>()).prop_map(|(url, width_px)| MediaVersion { url, width_px });
    let captions = (any_text(), any_text(), any_text_if_any());
    let captions = captions.prop_map(|(url, language, label)| Captions { url, language, label });
    let parts = (vec(version, 0..3), vec(captions, 0..3));
    let numbers = (size_px, option::of((0..=100_u8, 0..=100_u8)), option::of(1..=u32::MAX - 1));
    (select(MediaKind::ALL.to_vec()), texts, more, numbers, parts)
        .prop_map(|(kind, (url, alt, caption, credit), more, (size_px, focus_percent, duration_ms), parts)| {
            let (decorative, licence, sensitive, poster, transcript) = more;
            let (versions, captions) = parts;
            Media {
                kind,
                url,
                alt,
                decorative,
                caption,
                credit,
                licence,
                sensitive,
                size_px,
                focus_percent,
                versions,
                poster,
                captions,
                transcript,
                duration_ms,
            }
        })
        .boxed()
}

fn any_account(counts: Counts) -> BoxedStrategy<Account> {
    (0..counts.sources, any_date_if_any(), any_rich())
        .prop_map(|(source, date, says)| Account { source: SourceIx::from(source), date, says })
        .boxed()
}

fn any_event(counts: Counts) -> BoxedStrategy<Event> {
    let texts = (any_text(), any_text_if_any(), any_rich(), any_text_if_any());
    let dates = (any_date_if_any(), any_date_if_any(), any_date_if_any());
    let parts = (vec(any_media(), 0..3), vec(any_account(counts), 0..3));
    (texts, dates, any_event_links(counts), select(Status::ALL.to_vec()), 1..=5_u8, parts)
        .prop_map(
            |(
                (title, label, summary, place),
                (date, announced, known_from),
                links,
                status,
                rank,
                (media, accounts),
            )| {
                let (lane, people, themes, became) = links;
                Event {
                    id: String::new(),
                    formerly: Vec::new(),
                    title,
                    label,
                    summary,
                    date,
                    place,
                    lane,
                    people,
                    themes,
                    status,
                    announced,
                    became,
                    rank,
                    media,
                    accounts,
                    known_from,
                }
            },
        )
        .boxed()
}

type EventLinks = (Option<LaneIx>, Vec<PersonIx>, Vec<ThemeIx>, Option<EventIx>);

fn any_event_links(counts: Counts) -> BoxedStrategy<EventLinks> {
    (
        any_index_if_any(counts.lanes).prop_map(|lane| lane.map(LaneIx::from)),
        vec((0..counts.people).prop_map(PersonIx::from), 0..3),
        any_themes(counts),
        any_index_if_any(counts.events).prop_map(|event| event.map(EventIx::from)),
    )
        .boxed()
}

fn any_themes(counts: Counts) -> impl Strategy<Value = Vec<ThemeIx>> {
    vec(any_index_if_any(counts.themes), 0..3).prop_map(|themes| themes.into_iter().flatten().map(Into::into).collect())
}

fn any_index_if_any(count: usize) -> impl Strategy<Value = Option<usize>> {
    option::of(0..count.max(1)).prop_map(move |at| at.filter(|&at| at < count))
}

fn any_quote(counts: Counts) -> BoxedStrategy<Quote> {
    let original = (any_text(), any_text(), any_text_if_any(), any_check(""));
    let original = original.prop_map(|(text, language, translated_by, check)| Original {
        text,
        language,
        translated_by,
        check: Check { sought: Vec::new(), ..check },
    });
    let original = option::of(original);
    let texts = (any_text(), any_text_if_any(), any_text_if_any(), original, any_text_if_any());
    let links = (0..counts.people, 0..counts.sources, any_index_if_any(counts.people), any_index_if_any(counts.events));
    (texts, any_date_if_any(), any_date_if_any(), links, any_themes(counts))
        .prop_map(
            |((text, about, language, original, role), said, known_from, (speaker, source, via, event), themes)| {
                Quote {
                    id: String::new(),
                    formerly: Vec::new(),
                    text,
                    speaker: PersonIx::from(speaker),
                    about,
                    original,
                    role,
                    said,
                    event: event.map(EventIx::from),
                    source: SourceIx::from(source),
                    via: via.map(PersonIx::from),
                    language,
                    themes,
                    known_from,
                    check: Check::default(),
                }
            },
        )
        .prop_flat_map(|quote| {
            let any_check = any_check(&quote.text);
            any_check.prop_map(move |check| Quote { check, ..quote.clone() })
        })
        .boxed()
}

fn any_change(counts: Counts) -> BoxedStrategy<Change> {
    let row = |count: usize| any_index_if_any(count);
    let subject = (row(counts.events), row(counts.quotes), 0..counts.sources, 0..counts.people, 0..5);
    let subject = subject.prop_map(|(event, quote, source, person, kind)| match (kind, event, quote) {
        (0, Some(event), _) => Subject::Event(event.into()),
        (1, _, Some(quote)) => Subject::Quote(QuoteIx::from(quote)),
        (2, ..) => Subject::Source(source.into()),
        (3, ..) => Subject::Person(person.into()),
        _ => Subject::Story,
    });
    (any_text(), any_when(), select(ChangeKind::ALL.to_vec()), subject, any_rich(), any_text_if_any())
        .prop_map(|(edtf, when, kind, subject, note, was)| Change {
            date: Date { edtf, when },
            kind,
            subject,
            note,
            was,
        })
        .boxed()
}

/// Any outcome for a quote, with stretches of its text.
fn any_check(text: &str) -> BoxedStrategy<Check> {
    let ends: Vec<u32> = (0..=text.len()).filter(|&at| text.is_char_boundary(at)).map(|at| at as u32).collect();
    let end = select(ends);
    let stretch = (end.clone(), end).prop_map(|(a, b)| (a.min(b), a.max(b)));
    let place = ("[0-9a-f]{64}", any::<u32>(), any::<u32>());
    let place = place.prop_map(|(source_sha256, start, end)| ArchivedPassage { source_sha256, start, end });
    (select(CheckKind::ALL.to_vec()), any_text_if_any(), option::of(place), vec(stretch, 0..3))
        .prop_map(|(kind, reason, place, sought)| Check { kind, reason, place, sought })
        .boxed()
}
