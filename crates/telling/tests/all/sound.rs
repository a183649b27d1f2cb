//! What holds of every view: elements are nested as HTML wants it, ids are unique, links lead somewhere, headings skip no level.

use std::collections::BTreeSet;

use crate::parsed::{Element, parsed};
use crate::telling_of::{PAGE, event, html_of, quote, story, story_in};
use telling::Setting;

/// Elements that end a paragraph wherever they begin (the HTML standard, "the p element").
const BLOCKS: [&str; 16] = [
    "p",
    "div",
    "ul",
    "ol",
    "table",
    "figure",
    "figcaption",
    "details",
    "article",
    "aside",
    "section",
    "header",
    "footer",
    "blockquote",
    "form",
    "nav",
];
/// Elements that a reader can use, which may not stand in one another.
const INTERACTIVE: [&str; 3] = ["a", "button", "summary"];
/// What begins so is no place in a view, but tells the widget what to show.
const STATE: &str = "or_";

/// Fails where a view is not sound whose title is of a level.
pub(crate) fn assert_sound(html: &str, level: u8) {
    let view = parsed(html);
    let ids: Vec<&str> = view.all().into_iter().filter_map(|element| element.get("id")).collect();
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "an id stands twice: {ids:?}");
    for element in view.all() {
        // An author's own link has a `rel`, and may lead anywhere.
        let is_ours = element.get("rel").is_none();
        let target = element.get("href").filter(|_| is_ours).and_then(|href| href.strip_prefix('#'));
        if let Some(target) = target.filter(|target| !target.starts_with(STATE)) {
            assert!(known.contains(target), "nothing has the id that a link leads to: #{target}");
        }
        let inside = || element.all().into_iter().skip(1).map(|inner| inner.name.as_str());
        assert!(element.name != "p" || !inside().any(|name| BLOCKS.contains(&name)), "a paragraph ends early");
        let name = element.name.as_str();
        // The marks of the strip are links of a drawing.
        assert!(!INTERACTIVE.contains(&name) || !inside().any(|name| INTERACTIVE.contains(&name)), "in <{name}>");
        assert!(name != "img" || element.get("alt").is_some(), "a picture without words");
    }
    assert_headings(&view, level);
}

fn assert_headings(view: &Element, level: u8) {
    let levels = view.all().into_iter().filter_map(|element| element.name.strip_prefix('h')?.parse::<u8>().ok());
    let levels: Vec<u8> = levels.collect();
    assert_eq!(levels.first(), Some(&level), "the title comes first");
    assert_eq!(levels.iter().filter(|other| **other == level).count(), 1, "there is one title");
    for two in levels.windows(2) {
        assert!(two[1] <= (two[0] + 1).min(6) && two[1] >= level, "a level is skipped: {levels:?}");
    }
}

/// A story with everything in it that can be told.
fn whole(language: &str) -> story::Story {
    let accounts =
        "accounts = [{ source = \"jan\" }, { source = \"feb\", date = \"2023-05-05\", says = \"So *it* is.\" }]";
    let media = "media = [{ url = \"a.jpg\", alt = \"A\", caption = \"C\", credit = \"D\" }, { url = \"https://f.example/\", kind = \"link\", alt = \"F\" }]";
    let rows = [
        event("plan", "2023-05", "status = \"planned\"\nannounced = \"2023-01\"\nbecame = \"main\"\nrank = 4"),
        event("main", "2023-05-04", &format!("{accounts}\n{media}\nplace = \"Rome\"\npeople = [\"p\"]\nrank = 1")),
        event("small", "2023-06", "summary = \"With [a link](a.html).\"\nrank = 5"),
        event("late", "2024-03", "rank = 2\naccounts = [{ source = \"mar\" }]"),
        event("ahead", "2025", "status = \"expected\""),
        event("some-day", "", "status = \"planned\"\nrank = 4"),
        quote("one", "One", "event = \"main\"\nvia = \"p\"\nlanguage = \"de\""),
        quote("two", "Two", "event = \"main\"\noriginal = \"Zwei\"\noriginal_language = \"de\""),
        quote("three", "Three", "event = \"main\""),
        quote("four", "Four", "event = \"main\""),
        quote("loose", "Loose", "said = \"2023\""),
    ];
    story_in(language, &rows.concat())
}

#[test]
fn a_view_is_sound_in_every_language_at_every_level_and_as_of_every_day() {
    for language in ["en", "de", "fr", "ru", "ko", "ar"] {
        let story = whole(language);
        let bundle = compile::opened(&story);
        for level in [1, 2, 5, 6] {
            for day in [None, Some(crate::telling_of::day(1, 1)), Some(crate::telling_of::day(2, 1)), Some(0)] {
                let setting = Setting { level, ..PAGE };
                let html = crate::telling_of::html_on(&bundle, day, story.texts.clone(), setting);
                if level < 5 {
                    assert_sound(&html, level);
                } else {
                    parsed(&html);
                }
                assert!(!html.contains(['{', '}']), "{language}: a phrase was not filled in");
                let direction = if language == "ar" { "rtl" } else { "ltr" };
                assert!(html.contains(&format!("lang=\"{language}\" dir=\"{direction}\"")), "{language}");
            }
        }
    }
}

#[test]
fn a_view_without_events_or_with_quotes_alone_is_sound() {
    for rows in [String::new(), quote("a", "A", ""), event("a", "", "status = \"planned\"")] {
        html_of(&story(&rows), PAGE);
    }
}

#[test]
fn the_ids_of_earlier_pages_are_there() {
    let view = parsed(&html_of(&whole("en"), PAGE));
    assert_eq!(view.ids("event-").len(), 6);
    assert_eq!(view.ids("quote-").len(), 5);
    assert_eq!(view.ids("source-"), ["jan", "feb", "mar"]);
}
