//! Small stories for the tests of this crate.

use story::{
    Check, Date, End, Event, EventIx, Imprint, Moment, Person, PersonIx, Precision, Qualifier, Quote, RichText, Run,
    Source, SourceIx, Status, Story, Theme, ThemeIx, When, Zone,
};

/// A day as a date, counted from 1970-01-01.
pub(crate) fn date(day: i64) -> Date {
    let moment = Moment {
        earliest_sec: day * 86_400,
        latest_sec: day * 86_400 + 86_399,
        precision: Precision::Day,
        qualifier: Qualifier::default(),
        zone: Zone::default(),
    };
    let when = When::single(moment);
    debug_assert!(matches!(when.first, End::At(_)));
    Date { edtf: String::new(), when }
}

/// A minute of a day, by a clock that is so many minutes ahead of UTC.
pub(crate) fn minute(day: i64, minute: i64, offset_mins: i16) -> Date {
    let earliest_sec = day * 86_400 + minute * 60;
    let moment = Moment {
        earliest_sec,
        latest_sec: earliest_sec + 59,
        precision: Precision::Minute,
        qualifier: Qualifier::default(),
        zone: Zone { offset_mins: Some(offset_mins), name: None },
    };
    Date { edtf: String::new(), when: When::single(moment) }
}

/// A quote of the first person from the first source, said on a day.
pub(crate) fn quote(text: &str, day: i64) -> Quote {
    Quote {
        id: format!("q{day}"),
        formerly: Vec::new(),
        text: text.to_owned(),
        speaker: PersonIx(0),
        about: None,
        original: None,
        role: None,
        said: Some(date(day)),
        event: None,
        source: SourceIx(0),
        via: None,
        language: None,
        themes: Vec::new(),
        known_from: None,
        check: Check::default(),
    }
}

fn person(id: &str, name: &str, affiliation: &str) -> Person {
    Person {
        id: id.to_owned(),
        formerly: Vec::new(),
        name: name.to_owned(),
        role: Some("envoy".to_owned()),
        affiliation: Some(affiliation.to_owned()),
        aliases: vec![["The ", id].concat()],
        portrait: None,
    }
}

fn source(id: &str, title: &str, publisher: &str, agency: Option<&str>, day: i64) -> Source {
    Source {
        id: id.to_owned(),
        formerly: Vec::new(),
        title: title.to_owned(),
        publisher: Some(publisher.to_owned()),
        agency: agency.map(str::to_owned),
        byline: None,
        published: Some(date(day)),
        url: None,
        language: None,
    }
}

/// An event.
pub(crate) fn event(id: &str, title: &str, summary: &str) -> Event {
    Event {
        id: id.to_owned(),
        formerly: Vec::new(),
        title: title.to_owned(),
        label: None,
        summary: RichText { markdown: String::new(), runs: vec![Run { text: summary.to_owned(), ..Run::default() }] },
        date: Some(date(19_000)),
        place: None,
        lane: None,
        people: Vec::new(),
        themes: Vec::new(),
        status: Status::Happened,
        announced: None,
        became: None,
        rank: 3,
        media: Vec::new(),
        accounts: Vec::new(),
        known_from: None,
    }
}

/// A story of some quotes, two people, two sources and two themes: every second quote is by the second person, every
/// third from the second source, every fourth carried by the second person, and themes go round.
pub(crate) fn story(quotes: &[&str]) -> Story {
    let of = |(at, text): (usize, &&str)| Quote {
        id: format!("q{at}"),
        speaker: PersonIx(at as u32 % 2),
        source: SourceIx(u32::from(at % 3 == 2)),
        via: (at % 4 == 3).then_some(PersonIx(1)),
        themes: (0..2).filter(|theme| at >> theme & 1 == 1).map(ThemeIx).collect(),
        event: (at % 5 == 0).then_some(EventIx(0)),
        ..quote(text, 19_000 + 100 * at as i64)
    };
    Story {
        id: "s".to_owned(),
        title: "S".to_owned(),
        summary: RichText::default(),
        language: "en".to_owned(),
        updated: None,
        opening: None,
        imprint: Imprint::default(),
        people: vec![person("north", "Ada Lind", "Northland"), person("south", "Bo Bérg", "Southland")],
        sources: vec![
            source("herald", "Headline over rivers", "The Herald", None, 19_500),
            source("post", "Untitled", "The Post", Some("Coast Wire"), 19_600),
        ],
        lanes: Vec::new(),
        themes: vec![
            Theme { id: "peace".to_owned(), name: "Peace".to_owned() },
            Theme { id: "arms".to_owned(), name: "Arms".to_owned() },
        ],
        eras: Vec::new(),
        zones: Vec::new(),
        events: vec![
            event("e0", "The first meeting", "They met."),
            event("e1", "The second meeting", "They met again."),
        ],
        quotes: quotes.iter().enumerate().map(of).collect(),
        changes: Vec::new(),
        texts: Vec::new(),
    }
}
