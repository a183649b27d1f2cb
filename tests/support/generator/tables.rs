//! A made-up story as the tables of its author: CSV, which the compiler reads quickest.

use std::fmt::Write as _;

use super::{LANES, MadeEvent, MadeStory, PEOPLE, SOURCES, THEMES, calendar::iso, lane_name, source_day, words};

/// The files of a story, by name.
pub(super) fn files(story: &MadeStory) -> Vec<(&'static str, String)> {
    vec![
        ("accounts.csv", accounts(&story.events)),
        ("events.csv", events(&story.events)),
        ("lanes.csv", list("id,name", LANES, |at| format!("lane-{at},{}", lane_name(at)))),
        ("people.csv", list("id,name", PEOPLE, |at| format!("person-{at},{}", words::person(at)))),
        ("quotes.csv", quotes(story)),
        ("sources.csv", list("id,title,publisher,published", SOURCES, source)),
        ("story.csv", heading(story)),
        ("themes.csv", list("id,name", THEMES, |at| format!("theme-{at},Theme {}", at + 1))),
    ]
}

fn list(columns: &str, len: usize, row: impl Fn(usize) -> String) -> String {
    (0..len).fold(format!("{columns}\n"), |table, at| table + &row(at) + "\n")
}

fn source(at: usize) -> String {
    format!("source-{at},Report {},The Herald,{}", at + 1, iso(source_day(at)))
}

fn heading(story: &MadeStory) -> String {
    let title = format!("The harbour in {} events", story.events.len());
    list("id,title,language,updated,unverified", 1, |_| {
        format!("harbour,{title},en,{},Made up", iso(source_day(SOURCES - 1)))
    })
}

fn events(events: &[MadeEvent]) -> String {
    let mut table = "id,title,summary,date,place,lane,people,themes,status,announced,became,rank\n".to_owned();
    for (at, event) in events.iter().enumerate() {
        let numbered = |name: &str, number: Option<usize>| number.map(|at| format!("{name}-{at}")).unwrap_or_default();
        let cells = [
            numbered("event", Some(at)),
            event.title.clone(),
            event.summary.as_deref().map(quoted).unwrap_or_default(),
            event.date.edtf(),
            event.place.unwrap_or_default().to_owned(),
            numbered("lane", Some(event.lane)),
            numbered("person", event.person),
            numbered("theme", event.theme),
            event.status.name().to_owned(),
            event.announced_day.map(iso).unwrap_or_default(),
            numbered("event", event.became),
            event.rank.to_string(),
        ];
        table.push_str(&cells.join(","));
        table.push('\n');
    }
    table
}

fn accounts(events: &[MadeEvent]) -> String {
    let mut table = "event,source,says,date\n".to_owned();
    for (at, event) in events.iter().enumerate() {
        for (order, source) in event.sources.iter().enumerate() {
            // A second source has the day before: accounts differ.
            let differs = order > 0 && at % 2 == 0;
            let other = if differs { iso(event.date.day() - 1) } else { String::new() };
            let says = if order > 0 { "Tells it in other words." } else { "" };
            // Writing to a text does not fail.
            let _ = writeln!(table, "event-{at},source-{source},{says},{other}");
        }
    }
    table
}

fn quotes(story: &MadeStory) -> String {
    let mut table = "id,text,speaker,said,event,source,via,themes\n".to_owned();
    for (at, quote) in story.quotes.iter().enumerate() {
        let (text, said) = (quoted(&quote.text), iso(quote.said_day));
        let (speaker, event, source) = (quote.speaker, quote.event, quote.source);
        let via = quote.via.map(|via| format!("person-{via}")).unwrap_or_default();
        let themes: Vec<_> = quote.themes.iter().map(|theme| format!("theme-{theme}")).collect();
        let themes = themes.join(";");
        let _ =
            writeln!(table, "quote-{at},{text},person-{speaker},{said},event-{event},source-{source},{via},{themes}");
    }
    table
}

/// A cell that may hold commas.
fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}
