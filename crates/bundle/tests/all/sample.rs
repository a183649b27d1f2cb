//! The story in the frozen bundle. It must never change: a later format gets a story and a file of its own.

use story::{
    Account, Check, Date, End, Event, EventIx, FORMS, Imprint, Lane, LaneIx, Media, MediaKind, Moment, Person,
    PersonIx, Phrase, Precision, Qualifier, Quote, RichText, Run, Shape, Source, SourceIx, Status, Story, Theme,
    ThemeIx, When, Zone,
};

/// A little story with something in every field.
pub(crate) fn sample_story() -> Story {
    Story {
        id: "the-bridge".into(),
        title: "The bridge that Ærøby wanted".into(),
        summary: RichText {
            markdown: "Planned *twice*, [built](https://example.org/built) once.".into(),
            runs: vec![
                run("Planned "),
                Run { emphasis: true, ..run("twice") },
                run(", "),
                Run { strong: true, link: Some("https://example.org/built".into()), ..run("built") },
                run(" once."),
            ],
        },
        language: "en".into(),
        updated: day("2031-03-02", 22_340),
        opening: None,
        imprint: Imprint::default(),
        people: people(),
        sources: sources(),
        lanes: vec![
            Lane { id: "works".into(), name: "Works".into() },
            Lane { id: "votes".into(), name: "Votes".into() },
        ],
        themes: vec![Theme { id: "money".into(), name: "Money".into() }],
        eras: Vec::new(),
        zones: Vec::new(),
        events: vec![first_plan(), opening(), flood()],
        quotes: quotes(),
        changes: Vec::new(),
        texts: vec![
            phrase(["On the record", "", "", "", "", ""]),
            phrase(["{n} events", "no events", "{n} event", "", "", ""]),
        ],
    }
}

fn people() -> Vec<Person> {
    vec![
        Person {
            id: "mayor".into(),
            formerly: Vec::new(),
            name: "Åse Holm".into(),
            role: Some("mayor of Ærøby".into()),
            affiliation: Some("Ærøby".into()),
            aliases: vec!["Aase Holm".into(), "홀름".into()],
            portrait: None,
        },
        Person {
            id: "coast-wire".into(),
            formerly: Vec::new(),
            name: "Coast Wire".into(),
            role: None,
            affiliation: None,
            aliases: Vec::new(),
            portrait: None,
        },
    ]
}

fn sources() -> Vec<Source> {
    vec![
        Source {
            id: "paper-1".into(),
            formerly: Vec::new(),
            title: "Bridge by summer".into(),
            publisher: Some("The Ærøby Paper".into()),
            agency: Some("Coast Wire".into()),
            byline: Some("A. Reporter".into()),
            published: day("2029-01-10", 21_559),
            url: Some("https://example.org/bridge".into()),
            language: Some("da".into()),
        },
        Source {
            id: "leaflet".into(),
            formerly: Vec::new(),
            title: "No bridge".into(),
            publisher: None,
            agency: None,
            byline: None,
            published: None,
            url: None,
            language: None,
        },
    ]
}

fn first_plan() -> Event {
    Event {
        id: "plan".into(),
        formerly: Vec::new(),
        title: "A bridge is to open by summer".into(),
        label: Some("Bridge planned".into()),
        summary: plain("The town said when."),
        date: when("2029-21~", Shape::Single, season(), season()),
        place: Some("Ærøby".into()),
        lane: Some(LaneIx(1)),
        people: vec![PersonIx(0)],
        themes: vec![ThemeIx(0)],
        status: Status::Planned,
        announced: day("2029-01-10", 21_559),
        became: Some(EventIx(1)),
        rank: 2,
        media: Vec::new(),
        accounts: vec![Account { source: SourceIx(0), date: None, says: plain("By summer.") }],
        known_from: day("2029-01-10", 21_559),
    }
}

fn opening() -> Event {
    Event {
        id: "opening".into(),
        formerly: Vec::new(),
        title: "The bridge opens".into(),
        label: None,
        summary: RichText::default(),
        date: when("[2030-05-01,2030-05-02]", Shape::OneOf { members: 2 }, at_day(22_035), at_day(22_036)),
        place: None,
        lane: Some(LaneIx(0)),
        people: vec![PersonIx(0), PersonIx(1)],
        themes: Vec::new(),
        status: Status::Happened,
        announced: None,
        became: None,
        rank: 1,
        media: vec![Media {
            kind: MediaKind::Link,
            url: "film.html".into(),
            alt: "People on a bridge".into(),
            caption: "The first crossing".into(),
            credit: "Town archive".into(),
            ..Media::default()
        }],
        accounts: vec![
            Account { source: SourceIx(0), date: None, says: plain("It opened.") },
            Account { source: SourceIx(1), date: day("2030-05-02", 22_036), says: RichText::default() },
        ],
        known_from: None,
    }
}

fn flood() -> Event {
    let long_ago = Moment {
        earliest_sec: -435_485_000_000_000_000,
        latest_sec: -435_484_900_000_000_000,
        precision: Precision::Older,
        qualifier: Qualifier { approximate: false, uncertain: true },
        zone: Zone::default(),
    };
    Event {
        id: "flood".into(),
        formerly: Vec::new(),
        title: "The strait floods".into(),
        label: None,
        summary: RichText::default(),
        date: when("Y-13800000000?/..", Shape::Interval, End::At(long_ago), End::Open),
        place: None,
        lane: None,
        people: Vec::new(),
        themes: Vec::new(),
        status: Status::Happened,
        announced: None,
        became: None,
        rank: 5,
        media: Vec::new(),
        accounts: Vec::new(),
        known_from: None,
    }
}

fn quotes() -> Vec<Quote> {
    vec![
        Quote {
            id: "dry-feet".into(),
            formerly: Vec::new(),
            text: "We shall cross with dry feet.".into(),
            speaker: PersonIx(0),
            about: Some("of the bridge".into()),
            original: None,
            role: None,
            said: day("2030-05-01", 22_035),
            event: Some(EventIx(1)),
            source: SourceIx(0),
            via: Some(PersonIx(1)),
            language: Some("da".into()),
            themes: vec![ThemeIx(0)],
            known_from: day("2029-01-10", 21_559),
            check: Check::default(),
        },
        Quote {
            id: "no".into(),
            formerly: Vec::new(),
            text: "No.".into(),
            speaker: PersonIx(0),
            about: None,
            original: None,
            role: None,
            said: None,
            event: None,
            source: SourceIx(1),
            via: None,
            language: None,
            themes: Vec::new(),
            known_from: None,
            check: Check::default(),
        },
    ]
}

fn run(text: &str) -> Run {
    Run { text: text.into(), ..Run::default() }
}

fn plain(text: &str) -> RichText {
    RichText { markdown: text.into(), runs: vec![run(text)] }
}

fn phrase(forms: [&str; FORMS]) -> Phrase {
    Phrase { forms: forms.map(String::from) }
}

fn at_day(day: i64) -> End {
    End::At(Moment {
        earliest_sec: day * 86_400,
        latest_sec: day * 86_400 + 86_399,
        precision: Precision::Day,
        qualifier: Qualifier::default(),
        zone: Zone::default(),
    })
}

/// Spring 2029, approximately.
fn season() -> End {
    End::At(Moment {
        earliest_sec: 21_609 * 86_400,
        latest_sec: 21_701 * 86_400 - 1,
        precision: Precision::Part(21),
        qualifier: Qualifier { approximate: true, uncertain: false },
        zone: Zone::default(),
    })
}

fn day(edtf: &str, number: i64) -> Option<Date> {
    when(edtf, Shape::Single, at_day(number), at_day(number))
}

fn when(edtf: &str, shape: Shape, first: End, last: End) -> Option<Date> {
    Some(Date { edtf: edtf.into(), when: When { shape, first, last } })
}
