//! A story as of each day on which something was published: nothing that came out later is told.

use proptest::prelude::*;
use story::Story;
use telling::AsOf;

use crate::any::any_story;
use crate::sound::assert_sound;
use crate::telling_of::{PAGE, compiled, day, english, event, html_on, order_of, quote, story, told, told_on};

/// A plan, what came of it, and an event with two accounts, each reported later than the one before.
fn small() -> Story {
    let of = |source: &str, more: &str| format!("accounts = [{{ source = \"{source}\" }}]\n{more}");
    let rows = [
        event("begun", "2023-01-01", &of("jan", "rank = 1")),
        event("plan", "2024-02", &of("jan", "status = \"planned\"\nannounced = \"2023-12-01\"\nbecame = \"done\"")),
        event("done", "2024-02-10", &of("mar", "")),
        event(
            "disputed",
            "[2023-05-01,2023-05-02]",
            "accounts = [{ source = \"jan\", date = \"2023-05-01\", says = \"Said in jan.\" }, { source = \"feb\", date = \"2023-05-02\", says = \"Said in feb.\" }]",
        ),
        quote("early", "Early words", "event = \"begun\"\nsource = \"jan\""),
        quote("late", "Late words", "event = \"begun\"\nsource = \"mar\""),
    ];
    story(&rows.concat())
}

#[test]
fn a_plan_is_a_plan_again_before_its_outcome_was_reported() {
    let story = small();
    assert_eq!(order_of(&story, Some(day(1, 5))), ["opening: begun", "followed: disputed", "ahead: plan"]);
    assert_eq!(order_of(&story, Some(day(3, 1))), ["opening: begun", "followed: disputed plan", "2024: done"]);
    let view = told_on(&story, day(1, 5));
    assert!(view.by_id("event-plan").text.contains("Still open on 5 Jan 2024"));
    assert!(!view.text.contains("Title done."));
    assert!(told_on(&story, day(3, 1)).by_id("event-plan").text.contains("Became: Title done."));
}

#[test]
fn quotes_accounts_and_sources_are_told_from_the_day_on_which_they_were_printed() {
    let story = small();
    let (jan, feb, mar) = (told_on(&story, day(1, 1)), told_on(&story, day(2, 1)), told_on(&story, day(3, 1)));
    for (text, known) in [
        ("Early words", [true, true, true]),
        ("Late words", [false, false, true]),
        ("Said in feb.", [false, true, true]),
        ("Sources differ on the date", [false, true, true]),
        ("“T mar”", [false, false, true]),
    ] {
        assert_eq!([&jan, &feb, &mar].map(|view| view.text.contains(text)), known, "{text}");
    }
    assert!(jan.by_id("event-disputed").text.contains("1 May 2023"), "the only date that was known");
    assert!(!jan.text.contains("2 May 2023"));
    assert!(jan.of("views")[0].text.contains("Quotes 1") && mar.of("views")[0].text.contains("Quotes 2"));
}

#[test]
fn the_way_to_the_quotes_stays_where_it_is_before_there_is_one() {
    let rows = [event("a", "2023-01-01", ""), quote("late", "Late words", "source = \"mar\"")];
    assert!(told_on(&story(&rows.concat()), day(1, 1)).of("views")[0].text.contains("Quotes 0"));
}

#[test]
fn whoever_can_choose_no_other_day_is_offered_none() {
    let head = "[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\nunverified = \"Made up.\"\n";
    let source = |id: &str, day: &str| {
        format!("[[sources]]\nid = \"{id}\"\ntitle = \"T\"\npublisher = \"P\"\npublished = \"{day}\"\n")
    };
    for (other, days) in [("2024-01-01", 0), ("2024-01-02", 2)] {
        let rows = [head, &source("jan", "2024-01-01"), &source("b", other), &event("a", "2024-01-01", "")];
        let view = told(&compiled(&rows.concat()));
        let buttons = view.of("day").into_iter().filter(|day| day.get("data-tool") == Some("day"));
        assert_eq!((view.of("day").len(), buttons.count()), (2, days), "{other}");
        assert_eq!(view.of("step").is_empty(), days == 0, "{other}");
    }
}

#[test]
fn before_anything_was_published_nothing_is_on_record() {
    let view = told_on(&small(), day(1, 1) - 1);
    assert!(view.ids("event-").is_empty() && view.ids("quote-").is_empty() && view.ids("source-").is_empty());
    assert_eq!(view.of("nothing").len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_slug_in_a_view_was_known_on_its_day_and_every_view_is_sound(story in any_story(), day in -40_000..40_000_i64, all: bool) {
        let bundle = compile::opened(&story);
        let day = Some(day).filter(|_| !all);
        let as_of = AsOf { bundle: &bundle, day };
        let html = html_on(&bundle, day, english(), PAGE);
        assert_sound(&html, 1);
        let view = crate::parsed::parsed(&html);
        let hrefs: Vec<String> = view.all().iter().filter_map(|element| element.get("href")?.strip_prefix('#').map(str::to_owned)).collect();
        let slugs = |hook: &str| {
            let linked = hrefs.iter().filter_map(|href| href.strip_prefix(hook).map(str::to_owned));
            view.ids(hook).into_iter().chain(linked.collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        for id in slugs("event-") {
            prop_assert!(bundle.event_by_id(&id).is_some_and(|ix| as_of.knows_event(ix)), "{}", id);
        }
        for id in slugs("quote-") {
            prop_assert!(bundle.quote_by_id(&id).is_some_and(|ix| as_of.knows_quote(ix)), "{}", id);
        }
        for id in slugs("source-") {
            prop_assert!(bundle.source_by_id(&id).is_some_and(|ix| as_of.knows_source(ix)), "{}", id);
        }
        // And what is known is told: there is room for such small ones.
        let known = bundle.events().filter(|ix| as_of.knows_event(*ix)).count();
        prop_assert_eq!(view.ids("event-").len(), known);
        let quotes = bundle.quotes().filter(|ix| as_of.knows_quote(*ix)).filter(|ix| bundle.quote(*ix).event().is_none_or(|event| as_of.knows_event(event)));
        prop_assert_eq!(view.ids("quote-").len(), quotes.count());
    }
}
