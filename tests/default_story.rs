//! The default story tells what its five articles tell: counts, hard facts, and, where the articles lie beside the
//! checkout, each quote word for word and no sentence copied.

#![allow(clippy::expect_used, reason = "a test that finds no ground to stand on should stop")]

use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
};

use compile::{Severity, render_text};
use publish::{Links, Room};
use story::{Event, Shape, Status, Story};
use telling::{AsOf, Html, Order, Setting, Telling, published_day};
use wording::testing::British;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn default_story() -> Story {
    let outcome = disk::compile_story(&root().join("stories/pyongyang-moscow")).expect("the story is in the checkout");
    assert_eq!(outcome.count(Severity::Error), 0, "{}", render_text(&outcome));
    outcome.story.expect("no error, so a story")
}

/// The five articles; they are not part of the checkout, and many a clone stands without them.
fn articles() -> Vec<String> {
    let Ok(folder) = fs::read_dir(root().join("../shared/seeds")) else { return Vec::new() };
    folder.filter_map(|entry| fs::read_to_string(entry.ok()?.path()).ok()).collect()
}

fn event<'a>(story: &'a Story, id: &str) -> &'a Event {
    story.events.iter().find(|event| event.id == id).unwrap_or_else(|| panic!("{id} is told"))
}

fn edtf<'a>(story: &'a Story, id: &str) -> Option<&'a str> {
    event(story, id).date.as_ref().map(|date| date.edtf.as_str())
}

#[test]
fn it_holds_everything_that_was_counted_in_the_articles() {
    let story = default_story();
    assert_eq!((story.events.len(), story.quotes.len(), story.sources.len()), (49, 16, 5));
    let counts = Status::ALL.map(|status| story.events.iter().filter(|event| event.status == status).count());
    assert_eq!(counts, [38, 6, 4, 1], "happened, planned, expected, fell through");
    assert!(story.events.iter().all(|event| !event.accounts.is_empty()), "each event has somebody who reports it");
}

#[test]
fn dates_are_as_precise_as_the_articles_and_no_more() {
    let story = default_story();
    let cases = [
        ("vostochny-summit", Some("[2023-09-13,2023-09-14]")),
        ("putin-first-visit", Some("2000~")),
        ("war-in-ukraine", Some("2022-02/..")),
        ("putin-in-pyongyang-2024", Some("2024-06")),
        ("defence-treaty", Some("2024-06")),
        ("un-veto", Some("2024-03")),
        ("kim-to-russia-2025", Some("2025")),
        ("lavrov-to-pyongyang", None),
        ("kim-at-russian-embassy", Some("2025-05-09%")),
        ("russia-day-message-2025", Some("2025-06-11")),
        ("trains-to-resume", Some("[2025-06-16..2025-06-22]")),
    ];
    for (id, expected) in cases {
        assert_eq!(edtf(&story, id), expected, "{id}");
    }
}

#[test]
fn both_accounts_of_the_vostochny_summit_are_kept() {
    let story = default_story();
    let summit = event(&story, "vostochny-summit");
    assert!(matches!(summit.date.as_ref().map(|date| date.when.shape), Some(Shape::OneOf { members: 2 })));
    let dates: Vec<&str> =
        summit.accounts.iter().filter_map(|account| account.date.as_ref()).map(|date| date.edtf.as_str()).collect();
    assert!(dates.contains(&"2023-09-13") && dates.contains(&"2023-09-14"), "{dates:?}");
}

#[test]
fn plans_lead_to_what_became_of_them() {
    let story = default_story();
    let became = |id: &str| event(&story, id).became.map(|ix| story.events[ix.at()].id.as_str());
    assert_eq!(became("putin-to-north-korea"), Some("putin-to-pyongyang-june-2024"));
    assert_eq!(became("putin-to-pyongyang-june-2024"), Some("putin-in-pyongyang-2024"));
    assert_eq!(became("kim-at-victory-day-2025"), Some("kim-stays-away"));
    assert_eq!(event(&story, "kim-stays-away").status, Status::FellThrough);
    for open in ["kim-to-russia-2025", "lavrov-to-pyongyang", "trains-to-resume", "kim-putin-talks-2025"] {
        assert_eq!(became(open), None, "{open}: no article tells");
    }
}

#[test]
fn what_the_articles_leave_open_stays_open() {
    let story = default_story();
    assert!(story.sources.iter().all(|source| source.url.is_none()), "none prints its address");
    let publishers: Vec<&str> = story.sources.iter().filter_map(|source| source.publisher.as_deref()).collect();
    assert_eq!(publishers, ["Nation Press", "AJP"]);
    let unnamed = story.quotes.iter().filter(|quote| story.people[quote.speaker.at()].id == "speaker-not-named");
    assert_eq!(unnamed.count(), 1);
}

#[test]
fn each_quote_stands_word_for_word_in_an_article() {
    let articles = articles();
    for quote in default_story().quotes {
        let stands = articles.iter().any(|article| article.contains(&quote.text));
        assert!(stands || articles.is_empty(), "{}: {}", quote.id, quote.text);
    }
}

#[test]
fn each_quote_stands_where_the_lock_says() {
    let articles = articles();
    for quote in default_story().quotes {
        let place = quote.check.place.expect("every quote is in the lock");
        let range = place.start as usize..place.end as usize;
        let stands = articles.iter().any(|article| article.get(range.clone()) == Some(quote.text.as_str()));
        assert!(stands || articles.is_empty(), "{}: {range:?}", quote.id);
    }
}

#[test]
fn no_sentence_is_copied_from_an_article() {
    const RUN: usize = 9;
    let words = |text: &str| -> Vec<String> {
        let lower = text.to_lowercase();
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(ToOwned::to_owned).collect()
    };
    let copied: HashSet<Vec<String>> = articles()
        .iter()
        .flat_map(|text| words(text).windows(RUN).map(<[String]>::to_vec).collect::<Vec<_>>())
        .collect();
    let story = default_story();
    let ours = story.events.iter().flat_map(|event| {
        let accounts = event.accounts.iter().map(|account| account.says.plain());
        [event.title.clone(), event.summary.plain()].into_iter().chain(accounts)
    });
    for text in ours.chain([story.title.clone(), story.summary.plain()]) {
        for run in words(&text).windows(RUN) {
            assert!(!copied.contains(run), "{}", run.join(" "));
        }
    }
}

#[test]
fn every_form_for_others_tells_every_event_and_quote_or_says_what_it_leaves_out() {
    let story = default_story();
    let (events, quotes) = (story.events.len(), story.quotes.len());
    let links = Links::new("https://news.example/pyongyang-moscow").expect("a folder");
    let calendar = publish::ics(&story, &links);
    assert_eq!(calendar.text.matches("\r\nBEGIN:VEVENT\r\n").count() + calendar.left_out.len(), events);
    let rows = publish::csv(&story, &links);
    assert_eq!(rows.matches("\r\nevent,").count() + rows.matches("\r\nquote,").count(), events + quotes);
    assert_eq!(publish::atom(&story, &links).matches("<entry>").count(), events + quotes);
    let graph = publish::jsonld(&story, &links, Room::PAGE);
    assert_eq!(graph.matches("\"@type\":\"Event\"").count(), events);
    assert_eq!(graph.matches("\"@type\":\"Quotation\"").count(), quotes);
    let slides = publish::timelinejs(&story, &links);
    assert_eq!(slides.text.matches("\"unique_id\"").count() + slides.undated_events.len(), events);
    // Every quote belongs to an event; the undated ones of these are plans of which nobody was quoted.
    assert_eq!(slides.text.matches("\\u003cblockquote\\u003e").count(), quotes);
    assert!(publish::oembed(&story, &links).is_some());
}

/// The days on which the articles were published, and after them.
fn days(story: &Story) -> Vec<Option<i64>> {
    let published = story.sources.iter().filter_map(|source| published_day(&source.published.as_ref()?.when));
    let mut days: Vec<Option<i64>> = published.map(Some).collect();
    days.sort();
    days.dedup();
    days.push(None);
    days
}

/// The story view as of a day.
fn told_on(story: &Story, day: Option<i64>) -> String {
    let bundle = compile::opened(story);
    let tongue = British::speaking(story.texts.clone());
    let setting = Setting { level: 1, base: "", file: &|_| None, rest: "" };
    let mut html = Html::default();
    Telling::new(&bundle, day, &tongue, setting).story(&mut html);
    html.into_text()
}

#[test]
fn on_each_day_all_that_was_known_is_told_and_nothing_else() {
    let story = default_story();
    let bundle = compile::opened(&story);
    let mut counts = Vec::new();
    for day in days(&story) {
        let (as_of, html) = (AsOf { bundle: &bundle, day }, told_on(&story, day));
        let has = |hook: &str, id: &str| html.contains(&format!(" id=\"{hook}{id}\""));
        let names = |hook: &str, id: &str| html.contains(&format!("\"#{hook}{id}\""));
        for (ix, event) in bundle.events().zip(&story.events) {
            let is_known = as_of.knows_event(ix);
            assert_eq!(has("event-", &event.id), is_known, "{} on {day:?}", event.id);
            assert!(is_known || !names("event-", &event.id), "{} on {day:?}", event.id);
            assert!(is_known || !html.contains(&event.title), "{} on {day:?}", event.id);
        }
        for (ix, quote) in bundle.quotes().zip(&story.quotes) {
            assert_eq!(has("quote-", &quote.id), as_of.knows_quote(ix), "{} on {day:?}", quote.id);
        }
        for (ix, source) in bundle.sources().zip(&story.sources) {
            let is_known = as_of.knows_source(ix);
            assert_eq!(has("source-", &source.id), is_known, "{} on {day:?}", source.id);
            assert!(is_known || !names("source-", &source.id), "{} on {day:?}", source.id);
        }
        counts.push(bundle.events().filter(|ix| as_of.knows_event(*ix)).count());
    }
    assert!(counts.len() > 2 && counts.is_sorted(), "each day more is known: {counts:?}");
}

#[test]
fn no_plan_is_told_behind_what_came_of_it() {
    let story = default_story();
    let bundle = compile::opened(&story);
    for day in days(&story) {
        let as_of = AsOf { bundle: &bundle, day };
        let order = Order::new(as_of);
        let told: Vec<_> = order.events().collect();
        let place = |ix| told.iter().position(|other| *other == ix);
        for plan in bundle.events() {
            let Some(outcome) = as_of.became(plan).filter(|outcome| Some(*outcome) != order.opening) else { continue };
            assert!(place(plan) < place(outcome), "{} on {day:?}", bundle.event(plan).id());
        }
    }
}
