//! The search and the filters: they narrow quotes and events, mark what they found, and let go again.

use on_record_tests::{
    Key, Page, Site, Widget,
    record::{compiled, counted, default_story, said, status_word},
    widget::quote,
};
use serde_json::json;
use story::{Message, Status};

use super::stories::{QUOTES, TIMELINE, ferry, site_of};

const FOUND: &str = "[part~=quotes]";
/// Closes the search and forgets what was searched for.
const CLOSE: &str = "[data-tool=close]";

fn sorted(mut ids: Vec<String>) -> Vec<String> {
    ids.sort();
    ids
}

#[test]
fn a_search_narrows_quotes_and_events_and_marks_what_it_found() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    widget.search("BOAT");
    assert_eq!(sorted(widget.quotes()), ["saying", "second-one"]);
    let hits = widget.names(&format!("{FOUND} [aria-label='{}'] button", said(&story.story, Message::MatchingEvents)));
    assert_eq!(hits, ["A second boat is promised and dropped", "A night boat is expected"]);
    let text = widget.text(FOUND);
    assert!(text.contains(&counted(&story.story, Message::Quotes, 2)), "{text}");
    assert!(text.contains(&counted(&story.story, Message::Events, 2)), "{text}");
    let marked = widget.texts("mark");
    assert!(marked.len() >= 4, "{marked:?}");
    assert!(marked.iter().all(|word| word.eq_ignore_ascii_case("boat")), "{marked:?}");
    assert_eq!(widget.texts(&format!("{} mark", quote("saying"))), ["boat"]);
    assert_eq!(page.heard("search").last(), Some(&(0, json!({ "query": "BOAT" }))));
    page.assert_well();
}

#[test]
fn marks_that_do_not_match_step_back_and_come_forward_again() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    let labels = |ids: &[&str]| -> Vec<bool> {
        ids.iter().map(|id| !widget.text(&on_record_tests::widget::event(id)).is_empty()).collect()
    };
    assert_eq!(labels(&["first-crossing", "storm"]), [true, true]);
    widget.search("quay");
    assert_eq!(labels(&["first-crossing", "storm"]), [true, false]);
    widget.click(CLOSE);
    assert_eq!(labels(&["first-crossing", "storm"]), [true, true]);
}

#[test]
fn a_search_for_nothing_on_record_says_what_was_searched_and_clearing_restores_all() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    let before = widget.quotes();
    widget.search("<b>xyzzy</b>");
    assert_eq!(widget.quotes(), Vec::<String>::new());
    let nothing = said(&story.story, Message::NothingFound).replace("{query}", "<b>xyzzy</b>");
    assert!(widget.all_text().contains(&nothing), "{}", widget.all_text());
    widget.click_named(".empty button", said(&story.story, Message::ClearFilters));
    assert_eq!(widget.quotes(), before);
    let typed: String = widget.ask("return probe.one(arguments[0], arguments[1]).value", ".seek input", "");
    assert_eq!(typed, "");
    assert_eq!(page.fragment(), "");
    page.assert_well();
}

#[test]
fn people_are_found_by_any_spelling_with_or_without_accents() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    for query in ["ada berg", "ÅDÅ BÉRG", "the mayor"] {
        widget.search(query);
        assert_eq!(sorted(widget.quotes()), ["at-last", "nine-to-four", "saying"], "{query}");
        widget.click(CLOSE);
    }
}

#[test]
fn words_written_in_segments_and_as_one_find_each_other_and_are_marked_as_they_stand() {
    let story = compiled(
        r#"
        story = { id = "letters", title = "Letters", language = "en", unverified = "Made up." }
        people = [{ id = "neil", name = "Una O’Neil" }, { id = "lind", name = "Bo Lind" }]
        sources = [{ id = "log", title = "The log", published = "2024-12-31" }]
        events = [{ id = "sale", title = "A sale", date = "2024", accounts = [{ source = "log" }] }]
        quotes = [
            { id = "apart", text = "The U.S. sold 2,500 of the F-35", speaker = "neil", source = "log" },
            { id = "closed", text = "The US sold 2500 of the F35", speaker = "lind", source = "log" },
        ]
        "#,
    );
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    for (queries, apart, closed) in
        [(["US", "u.s."], "U.S", "US"), (["F35", "F-35"], "F-35", "F35"), (["2500", "2 500"], "2,500", "2500")]
    {
        for query in queries {
            widget.search(query);
            assert_eq!(sorted(widget.quotes()), ["apart", "closed"], "{query}");
            let marked = ["apart", "closed"].map(|id| widget.texts(&format!("{} mark", quote(id))));
            assert_eq!(marked, [[apart], [closed]], "{query}");
            widget.click(CLOSE);
        }
    }
    for (query, found) in [("oneil", "apart"), ("speaker:oneil", "apart"), ("\"US\"", "closed"), ("\"U.S.\"", "apart")]
    {
        widget.search(query);
        assert_eq!(widget.quotes(), [found], "{query}");
        widget.click(CLOSE);
    }
    page.assert_well();
}

#[test]
fn a_speaker_is_ticked_and_unticked_and_goes_together_with_an_outlet() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    widget.unfold();
    let before = widget.quotes();
    let option = "[part~=facet] button";
    widget.click_named(option, "A fisherman");
    assert_eq!(sorted(widget.quotes()), ["noise", "too-much", "worst-night"]);
    assert_eq!(widget.names(&format!("{option}[aria-pressed=true]")), ["A fisherman 3"]);
    widget.click_named(option, "The Gazette");
    assert_eq!(sorted(widget.quotes()), ["too-much", "worst-night"]);
    widget.click_named(option, "The Gazette");
    widget.click_named(option, "A fisherman");
    assert_eq!(widget.count(&format!("{option}[aria-pressed=true]")), 0);
    assert_eq!(widget.quotes(), before);
    page.assert_well();
}

#[test]
fn the_counts_beside_the_speakers_follow_the_search() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    widget.unfold();
    let speakers = format!("[part~=facet][aria-label='{}'] button", said(&story.story, Message::Speaker));
    assert_eq!(sorted(widget.names(&speakers)), ["A fisherman 3", "Ada Berg 3", "Tom Rask 3"]);
    widget.search("boat");
    assert_eq!(sorted(widget.names(&speakers)), ["Ada Berg 1", "Tom Rask 1"]);
}

#[test]
fn the_key_filters_by_status_and_can_be_taken_back_among_the_quotes() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    let key = format!("[aria-label='{}'] button", said(&story.story, Message::FilterByStatus));
    widget.click_named(&key, &capital(status_word(&story.story, Status::FellThrough)));
    assert_eq!(widget.count(&format!("{key}[aria-pressed=true]")), 1);
    widget.look("quotes");
    assert_eq!(widget.quotes(), ["second-one"]);
    widget.unfold();
    widget.click_named(&key, &capital(status_word(&story.story, Status::Planned)));
    assert_eq!(sorted(widget.quotes()), ["by-spring", "second-one"]);
    for _ in 0..2 {
        widget.click(&format!("{key}[aria-pressed=true]"));
    }
    widget.show_all_quotes(&story.story);
    assert_eq!(widget.quotes().len(), story.story.quotes.len());
    page.assert_well();
}

/// The key begins its words with a capital.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[test]
fn a_narrow_story_says_how_much_of_it_matches_and_lets_the_rest_step_back() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/narrow.html#or_q-boat");
    let widget = Widget::first(&page);
    let misses = || widget.attributes(".e.miss", "id").len();
    let events = story.story.events.len();
    assert_eq!(misses(), events - 2);
    assert_eq!(widget.count(".m.miss"), events - 2, "and so do their marks on the strip");
    let told = widget.text(".seek output");
    assert!(told.starts_with("2 ") && told.ends_with(&counted(&story.story, Message::Quotes, 2)), "{told}");
    page.go(&site, "/narrow.html?again#or_status-fell-through");
    assert_eq!(misses(), events - 1);
    assert!(!widget.attributes(".e.miss", "id").contains(&"event-second-boat".to_owned()));
}

#[test]
fn more_quotes_are_shown_on_demand() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    let first = widget.quotes();
    assert!(first.len() < story.story.quotes.len());
    widget.show_all_quotes(&story.story);
    let all = widget.quotes();
    assert_eq!(all[..first.len()], first);
    assert_eq!(all.len(), story.story.quotes.len());
}

#[test]
fn every_quote_of_the_default_story_that_holds_a_word_is_found_by_it() {
    let story = default_story();
    let site = Site::of_dist();
    let page = Page::open(&site, "/#or_as-quotes");
    let widget = Widget::first(&page);
    let longest =
        |text: &str| text.split(|c: char| !c.is_alphanumeric()).max_by_key(|word| word.len()).map(str::to_owned);
    let word = story.quotes.first().and_then(|quote| longest(&quote.text)).expect("the default story has a quote");
    let holds = |text: &str| text.to_lowercase().contains(&word.to_lowercase());
    widget.search(&word);
    widget.wait_for_text("mark", &word);
    let found = widget.quotes();
    for quote in story.quotes.iter().filter(|quote| holds(&quote.text)) {
        assert!(found.contains(&quote.id), "{} holds “{word}”", quote.id);
    }
    assert!(found.len() < story.quotes.len(), "“{word}” narrows nothing");
    assert_eq!(page.js::<String>("return probe.focused().type", json!([])), "search", "typing keeps the focus");
}

#[test]
fn enter_and_next_go_from_match_to_match_in_the_story() {
    let site = site_of(&ferry());
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    widget.search("boat");
    widget.wait_for_text(".seek output", "2 ");
    for (key, id) in [(Some(Key::ENTER), "second-boat"), (None, "night-boat"), (None, "night-boat")] {
        match key {
            Some(key) => page.press(key),
            None => widget.click("[data-tool=next]"),
        }
        assert_eq!(widget.at(), id);
        let event = widget.place(&format!("#event-{id}"));
        let bar = widget.place(".stick");
        assert!(event.y >= bar.y + bar.height - 1.0 && event.y < 900.0, "{id} stands at {event:?}, below {bar:?}");
    }
    widget.click("[data-tool=previous]");
    assert_eq!(widget.at(), "second-boat");
    page.assert_well();
}
