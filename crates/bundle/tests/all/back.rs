//! A story read back from a bundle through every getter there is.

use bundle::{Bundle, MediaRow, Runs, StoryRow};
use story::{
    Account, Author, Captions, Change, Check, Date, Era, Event, FORMS, Imprint, Lane, Media, MediaVersion, Message,
    Original, Person, Phrase, Publisher, Quote, RichText, Run, Source, Story, Theme, When,
};

/// What a bundle holds of a story: everything but the authors' own expressions of dates and texts, the places in
/// archived texts, and the pictures for search engines.
pub(crate) fn as_held(mut story: Story) -> Story {
    let date = |date: &mut Option<Date>| date.iter_mut().for_each(|date| date.edtf.clear());
    story.summary.markdown.clear();
    date(&mut story.updated);
    date(&mut story.imprint.first_published);
    story.imprint.image = None;
    story.imprint.publisher.iter_mut().for_each(|publisher| publisher.logo = None);
    story.sources.iter_mut().for_each(|source| date(&mut source.published));
    story.eras.iter_mut().for_each(|era| era.date.edtf.clear());
    for change in &mut story.changes {
        change.date.edtf.clear();
        change.note.markdown.clear();
    }
    for event in &mut story.events {
        event.summary.markdown.clear();
        [&mut event.date, &mut event.announced, &mut event.known_from].into_iter().for_each(date);
        for account in &mut event.accounts {
            account.says.markdown.clear();
            date(&mut account.date);
        }
    }
    story.quotes.iter_mut().flat_map(|quote| [&mut quote.said, &mut quote.known_from]).for_each(date);
    for quote in &mut story.quotes {
        quote.check.place = None;
        quote.original.iter_mut().for_each(|original| original.check.place = None);
    }
    story.texts.resize(Message::IN_BUNDLE, Phrase::default());
    for phrase in &mut story.texts {
        let other = phrase.forms[0].clone();
        phrase.forms.iter_mut().filter(|form| form.is_empty()).for_each(|form| form.clone_from(&other));
    }
    story
}

/// The story that a bundle holds.
pub(crate) fn story_from(bundle: &Bundle) -> Story {
    let row = bundle.story();
    Story {
        id: row.id().into(),
        title: row.title().into(),
        summary: rich(row.summary()),
        language: row.language().into(),
        updated: date(row.updated()),
        opening: row.opening(),
        imprint: imprint(row),
        people: people(bundle),
        sources: sources(bundle),
        lanes: bundle
            .lanes()
            .map(|ix| Lane { id: bundle.lane(ix).id().into(), name: bundle.lane(ix).name().into() })
            .collect(),
        themes: bundle
            .themes()
            .map(|ix| Theme { id: bundle.theme(ix).id().into(), name: bundle.theme(ix).name().into() })
            .collect(),
        eras: eras(bundle),
        zones: bundle.zones().map(|ix| bundle.zone(ix).into()).collect(),
        events: events(bundle),
        quotes: quotes(bundle),
        changes: changes(bundle),
        texts: Message::ALL[..Message::IN_BUNDLE]
            .iter()
            .map(|&message| Phrase {
                forms: std::array::from_fn::<_, FORMS, _>(|at| bundle.phrase(message, at).into()),
            })
            .collect(),
    }
}

fn imprint(row: StoryRow<'_>) -> Imprint {
    let publisher = |name: &str| Publisher { name: name.into(), url: row.publisher_url().map(Into::into), logo: None };
    Imprint {
        publisher: row.publisher().map(publisher),
        authors: row.authors().map(|it| Author { name: it.name().into(), url: it.url().map(Into::into) }).collect(),
        image: None,
        first_published: date(row.first_published()),
        contact: row.contact().map(Into::into),
        corrections_policy: row.corrections_policy().map(Into::into),
    }
}

fn people(bundle: &Bundle) -> Vec<Person> {
    let rows = bundle.people().map(|ix| (ix, bundle.person(ix)));
    rows.map(|(ix, row)| Person {
        id: row.id().into(),
        formerly: former(bundle.former_person_ids(), ix),
        name: row.name().into(),
        role: row.role().map(Into::into),
        affiliation: row.affiliation().map(Into::into),
        aliases: row.aliases().map(Into::into).collect(),
        portrait: row.portrait().map(Into::into),
    })
    .collect()
}

/// The ids that one of the rows had before.
fn former<'a, Ix: Copy + PartialEq>(all: impl Iterator<Item = (&'a str, Ix)>, own: Ix) -> Vec<String> {
    all.filter(|(_, ix)| *ix == own).map(|(id, _)| id.into()).collect()
}

fn sources(bundle: &Bundle) -> Vec<Source> {
    let rows = bundle.sources().map(|ix| (ix, bundle.source(ix)));
    rows.map(|(ix, row)| Source {
        id: row.id().into(),
        formerly: former(bundle.former_source_ids(), ix),
        title: row.title().into(),
        publisher: row.publisher().map(Into::into),
        agency: row.agency().map(Into::into),
        byline: row.byline().map(Into::into),
        published: date(row.published()),
        url: row.url().map(Into::into),
        language: row.language().map(Into::into),
    })
    .collect()
}

fn eras(bundle: &Bundle) -> Vec<Era> {
    let rows = bundle.eras().map(|ix| bundle.era(ix));
    let held =
        |row: bundle::EraRow<'_>| Some(Era { id: row.id().into(), name: row.name().into(), date: date(row.date())? });
    rows.filter_map(held).collect()
}

fn changes(bundle: &Bundle) -> Vec<Change> {
    let rows = bundle.changes().map(|ix| bundle.change(ix));
    let held = |row: bundle::ChangeRow<'_>| {
        Some(Change {
            date: date(row.date())?,
            kind: row.kind(),
            subject: row.subject(),
            note: rich(row.note()),
            was: row.was().map(Into::into),
        })
    };
    rows.filter_map(held).collect()
}

fn events(bundle: &Bundle) -> Vec<Event> {
    let rows = bundle.events().map(|ix| (ix, bundle.event(ix)));
    rows.map(|(ix, row)| Event {
        id: row.id().into(),
        formerly: former(bundle.former_event_ids(), ix),
        title: row.title().into(),
        label: row.label().map(Into::into),
        summary: rich(row.summary()),
        date: date(row.date()),
        place: row.place().map(Into::into),
        lane: row.lane(),
        people: row.people().collect(),
        themes: row.themes().collect(),
        status: row.status(),
        announced: date(row.announced()),
        became: row.became(),
        rank: row.rank(),
        media: row.media().map(medium).collect(),
        accounts: row
            .accounts()
            .map(|account| Account { source: account.source(), date: date(account.date()), says: rich(account.says()) })
            .collect(),
        known_from: date(row.known_from()),
    })
    .collect()
}

fn medium(media: MediaRow<'_>) -> Media {
    Media {
        kind: media.kind(),
        url: media.url().into(),
        alt: media.alt().into(),
        decorative: media.decorative().map(Into::into),
        caption: media.caption().into(),
        credit: media.credit().into(),
        licence: media.licence().map(Into::into),
        sensitive: media.sensitive().map(Into::into),
        size_px: media.size_px(),
        focus_percent: media.focus_percent(),
        versions: media
            .versions()
            .map(|version| MediaVersion { url: version.url().into(), width_px: version.width_px() })
            .collect(),
        poster: media.poster().map(Into::into),
        captions: media
            .captions()
            .map(|it| Captions {
                url: it.url().into(),
                language: it.language().into(),
                label: it.label().map(Into::into),
            })
            .collect(),
        transcript: media.transcript().map(Into::into),
        duration_ms: media.duration_ms(),
    }
}

fn quotes(bundle: &Bundle) -> Vec<Quote> {
    let rows = bundle.quotes().map(|ix| (ix, bundle.quote(ix)));
    rows.map(|(ix, row)| Quote {
        id: row.id().into(),
        formerly: former(bundle.former_quote_ids(), ix),
        text: row.text().into(),
        speaker: row.speaker(),
        about: row.about().map(Into::into),
        original: row.original().map(|(text, language)| Original {
            text: text.into(),
            language: language.into(),
            translated_by: row.translated_by().map(Into::into),
            check: Check {
                kind: row.original_check(),
                reason: row.original_unverified().map(Into::into),
                ..Check::default()
            },
        }),
        role: row.role().map(Into::into),
        said: date(row.said()),
        event: row.event(),
        source: row.source(),
        via: row.via(),
        language: row.language().map(Into::into),
        themes: row.themes().collect(),
        known_from: date(row.known_from()),
        check: check(row),
    })
    .collect()
}

fn check(row: bundle::QuoteRow<'_>) -> Check {
    let text = row.text();
    let start = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
    let stretch = |part: &str| (start(part) as u32, (start(part) + part.len()) as u32);
    let sought = row.sought().map(stretch).collect();
    Check { kind: row.check(), reason: row.unverified().map(Into::into), place: None, sought }
}

fn date(when: Option<When>) -> Option<Date> {
    when.map(|when| Date { edtf: String::new(), when })
}

fn rich(runs: Runs<'_>) -> RichText {
    let owned = runs.map(|run| Run {
        text: run.text.into(),
        emphasis: run.emphasis,
        strong: run.strong,
        link: run.link.map(Into::into),
    });
    RichText { markdown: String::new(), runs: owned.collect() }
}
