//! The explorer of the quotes: their orders and groups, every facet, the timeline's view, long quotes, and the address
//! of each of these.

use std::collections::BTreeMap;

use on_record_tests::{
    Key, Page, Site, Widget,
    record::{Compiled, said},
    widget::{event, quote},
};
use serde_json::json;
use story::Message;

use super::{
    address::view,
    stories::{QUOTES, TIMELINE, harbour, many_quotes, site_of},
};

const OPTION: &str = "[part~=facet] button";
const ON: &str = "[part~=facet] button[aria-pressed=true]";
const SORT: &str = ".choice:first-child select";
const GROUP: &str = ".choice:last-child select";
const SWITCH: &str = ".in-view button";

fn opened(path: &str) -> (Compiled, Site, Page) {
    let story = harbour();
    let site = site_of(&story);
    let page = Page::open(&site, path);
    page.settle();
    let widget = Widget::first(&page);
    if widget.count(".quotes") > 0 {
        widget.unfold();
    }
    if widget.count(".quotes > .more") > 0 {
        widget.click(".quotes > .more");
    }
    (story, site, page)
}

/// Goes so many options down in a choice, or up, by keyboard.
fn choose(page: &Page, choice: &str, steps: i32) {
    Widget::first(page).focus(choice);
    let key = if steps < 0 { Key::UP } else { Key::DOWN };
    (0..steps.abs()).for_each(|_| page.press(key));
}

fn chosen(page: &Page, choice: &str) -> String {
    Widget::first(page).ask("return probe.one(arguments[0], arguments[1]).selectedOptions[0].text", choice, "")
}

fn sorted(mut ids: Vec<String>) -> Vec<String> {
    ids.sort();
    ids
}

/// The count at the end of the name of a value.
fn count_of(name: &str) -> usize {
    name.rsplit(' ').next().and_then(|count| count.parse().ok()).unwrap_or_else(|| panic!("“{name}” has no count"))
}

#[test]
fn quotes_are_listed_in_the_order_that_the_reader_chooses() {
    let (story, _site, page) = opened(QUOTES);
    let widget = Widget::first(&page);
    assert_eq!(chosen(&page, SORT), said(&story.story, Message::KeyQuotesFirst));
    assert_eq!(widget.quotes(), ["cost", "there", "ready", "song", "tide", "speech", "asked"]);
    choose(&page, SORT, 1);
    assert_eq!(widget.quotes(), ["speech", "song", "there", "cost", "tide", "ready", "asked"]);
    assert_eq!(page.fragment(), "#or_sort-newest");
    choose(&page, SORT, 1);
    assert_eq!(widget.quotes(), ["ready", "tide", "cost", "there", "song", "speech", "asked"]);
    assert_eq!(page.fragment(), "#or_sort-oldest");
    page.reload();
    widget.show_all_quotes(&story.story);
    assert_eq!(chosen(&page, SORT), said(&story.story, Message::OldestFirst));
    assert_eq!(widget.quotes()[0], "ready");
    choose(&page, SORT, -2);
    assert_eq!(page.fragment(), "");
    page.assert_well();
}

#[test]
fn a_search_lists_the_best_match_first() {
    let (story, _site, page) = opened(QUOTES);
    let widget = Widget::first(&page);
    widget.search("money");
    assert_eq!(chosen(&page, SORT), said(&story.story, Message::BestMatchFirst));
    assert_eq!(widget.quotes(), ["cost", "there", "song"], "the word itself before what is about it");
}

#[test]
fn back_brings_the_order_and_the_groups_of_before() {
    let (story, _site, page) = opened("/quotes.html#or_sort-newest_group-month");
    let widget = Widget::first(&page);
    let before = widget.quotes();
    widget.click(&format!("{} blockquote", quote("ready")));
    choose(&page, SORT, 1);
    choose(&page, GROUP, -4);
    let fragment = page.fragment();
    assert!(fragment.starts_with("#or_quote-ready_") && fragment.ends_with("_sort-oldest"), "{fragment}");
    assert_ne!(widget.quotes(), before);
    page.back();
    let script = "return probe.all(0, '.group').length > 0";
    page.wait_until("the groups are back", script, json!([]));
    assert_eq!(widget.quotes(), before);
    assert_eq!(chosen(&page, SORT), said(&story.story, Message::NewestFirst), "the choice says so too");
    assert_eq!(chosen(&page, GROUP), said(&story.story, Message::ByMonth));
    page.forward();
    page.wait_until("the groups are gone", "return probe.all(0, '.group').length === 0", json!([]));
    assert_eq!(chosen(&page, SORT), said(&story.story, Message::OldestFirst));
    page.assert_well();
}

#[test]
fn groups_are_headed_by_what_their_quotes_share_and_how_many_they_are() {
    let (story, _site, page) = opened("/quotes.html#or_sort-oldest");
    let widget = Widget::first(&page);
    let no_event = format!("{} 3", said(&story.story, Message::NoEvent));
    let no_date = format!("{} 1", said(&story.story, Message::NoDate));
    let unnamed = format!("{}: A note on a wall 1", said(&story.story, Message::PublisherNotNamed));
    let cases: [(&str, &[&str]); 4] = [
        ("speaker", &["Ann Holm 2", "Cy Vik 2", "Bo Lund 2", "A passer-by 1"]),
        ("event", &["A ship is launched 1", "The dockers strike 2", "The quay is sold 1", &no_event]),
        ("source", &["The Gazette: A ship is ready 2", "The Herald: The strike 2", "The Leaflet: Sold 2", &unnamed]),
        ("month", &["April 2022 2", "March 2023 2", "February 2024 2", &no_date]),
    ];
    for (group, expected) in cases {
        choose(&page, GROUP, 1);
        let headings = widget.texts("h4.group");
        assert!(headings.iter().zip(expected).all(|(is, wanted)| is.eq_ignore_ascii_case(wanted)), "{headings:?}");
        assert_eq!(headings.len(), expected.len(), "{headings:?}");
        assert_eq!(page.fragment(), format!("#or_sort-oldest_group-{group}"));
        let counts: Vec<usize> = headings.iter().map(|name| count_of(name)).collect();
        let script = "return probe.all(0, '[part~=quote]').map((card) => card.querySelector('h4') !== null)";
        let begins: Vec<bool> = page.js(script, json!([]));
        let firsts = counts.iter().scan(0, |at, n| Some(std::mem::replace(at, *at + n)));
        assert_eq!(
            begins.iter().enumerate().filter(|(_, is)| **is).map(|(at, _)| at).collect::<Vec<_>>(),
            firsts.collect::<Vec<_>>()
        );
        page.reload();
        widget.show_all_quotes(&story.story);
        assert_eq!(widget.texts("h4.group"), headings);
    }
    page.assert_well();
}

#[test]
fn a_long_list_in_groups_draws_few_cards_and_every_heading_where_it_belongs() {
    let story = many_quotes(1_000);
    let site = site_of(&story);
    let page = Page::open(&site, "/quotes.html#or_sort-oldest_group-speaker");
    page.settle();
    let widget = Widget::first(&page);
    widget.show_all_quotes(&story.story);
    assert_eq!(widget.texts("h4.group"), ["Ada Berg 334"]);
    let script = "const list = probe.one(0, '.cards').getBoundingClientRect();
        scrollBy({ top: list.top + list.height * arguments[0], behavior: 'instant' })";
    // The second group begins after a third of the cards, which differ in height.
    let found = (28..40).any(|part| {
        page.run_script(script, json!([f64::from(part) / 100.0]));
        page.settle();
        assert!(widget.quotes().len() <= 40);
        widget.texts("h4.group") == ["Tom Rask 666"]
    });
    assert!(found, "the second heading is nowhere");
    let place = widget.attributes("[part~=quote]:has(h4)", "aria-posinset");
    assert_eq!(place, ["335"]);
    page.assert_well();
}

/// The facets of the harbour, each with its values and how many quotes have them.
fn expected_facets() -> Vec<(Message, Vec<&'static str>)> {
    vec![
        (Message::Speaker, vec!["A passer-by 1", "Ann Holm 2", "Bo Lund 2", "Cy Vik 2"]),
        (Message::SpeaksFor, vec!["The port 2", "The town 4", "no affiliation 1"]),
        (Message::CarriedByFacet, vec!["Coast Wire 1", "North Press 1", "no agency 5"]),
        (Message::PrintedIn, vec!["Outlet not named 1", "The Gazette 2", "The Herald 2", "The Leaflet 2"]),
        (Message::Theme, vec!["Money 3", "Ships 2"]),
        (Message::Year, vec!["2022 2", "2023 2", "2024 2"]),
    ]
}

fn in_facet(story: &Compiled, facet: Message) -> String {
    format!("[part~=facet][aria-label='{}'] button", said(&story.story, facet))
}

#[test]
fn every_facet_offers_its_values_and_each_narrows_to_as_many_quotes_as_it_says() {
    let (story, _site, page) = opened(QUOTES);
    let widget = Widget::first(&page);
    let all = widget.quotes().len();
    for (facet, expected) in expected_facets() {
        let options = in_facet(&story, facet);
        assert_eq!(sorted(widget.names(&options)), expected);
        for name in expected {
            widget.click_named(&options, name);
            assert_eq!(widget.quotes().len(), count_of(name), "{name}");
            assert!(page.fragment().starts_with("#or_"), "{name} is in the address");
            widget.click_named(&options, name);
            assert_eq!(widget.quotes().len(), all, "{name} is taken back");
        }
    }
    assert_eq!(page.fragment(), "");
    page.assert_well();
}

#[test]
fn several_values_of_a_facet_are_or_and_different_facets_are_and() {
    let (_, _site, page) = opened(QUOTES);
    let widget = Widget::first(&page);
    widget.click_named(OPTION, "Ann Holm");
    widget.click_named(OPTION, "Cy Vik");
    assert_eq!(sorted(widget.quotes()), ["ready", "song", "there", "tide"]);
    widget.click_named(OPTION, "2022");
    assert_eq!(sorted(widget.quotes()), ["ready", "tide"]);
    widget.click_named(OPTION, "Ships");
    assert_eq!(widget.quotes(), ["ready"]);
    let fragment = page.fragment();
    assert_eq!(fragment, "#or_speaker-ann_speaker-cy_theme-ships_year-2022");
    page.reload();
    assert_eq!(widget.quotes(), ["ready"]);
    widget.unfold();
    assert_eq!(widget.count(ON), 4);
    page.assert_well();
}

#[test]
fn no_value_of_a_facet_leads_to_an_empty_list_whatever_was_chosen_before() {
    let (_, _site, page) = opened(QUOTES);
    let widget = Widget::first(&page);
    let name = |named: &str| named.rsplit_once(' ').map_or(named.to_owned(), |(name, _)| name.to_owned());
    let mut walked: Vec<[String; 2]> = Vec::new();
    for first in widget.names(OPTION) {
        widget.click_named(OPTION, &name(&first));
        for second in widget.names(OPTION) {
            if name(&second) == name(&first) {
                continue;
            }
            assert!(count_of(&second) > 0 || second.contains('✓'), "{second} is offered after {first}");
            // Which of the two comes first makes no other choice.
            if walked.contains(&[name(&second), name(&first)]) {
                continue;
            }
            widget.click_named(OPTION, &name(&second));
            assert!(!widget.quotes().is_empty(), "{first}, then {second}");
            widget.click_named(OPTION, &name(&second));
            assert!(!widget.quotes().is_empty(), "{first} again");
            walked.push([name(&first), name(&second)]);
        }
        widget.click_named(OPTION, &name(&first));
        assert_eq!(widget.count(ON), 0);
    }
    assert!(walked.len() > 50, "{} pairs", walked.len());
    page.assert_well();
}

#[test]
fn what_shows_nothing_any_more_goes_with_the_last_value_that_does() {
    let (_, _site, page) = opened("/quotes.html#or_speaker-ann_speaker-cy_theme-ships");
    let widget = Widget::first(&page);
    assert_eq!(widget.quotes(), ["ready"]);
    assert_eq!(sorted(widget.names(ON)), ["Ann Holm 1", "Cy Vik 0", "Ships 1"]);
    widget.click_named(OPTION, "Ann Holm");
    assert_eq!(sorted(widget.quotes()), ["cost", "ready"]);
    assert_eq!(widget.names(ON), ["Ships 2"]);
}

#[test]
fn what_nothing_has_can_be_taken_back() {
    let (story, _site, page) = opened("/quotes.html#or_q-tide_year-1900");
    let widget = Widget::first(&page);
    assert!(widget.quotes().is_empty());
    assert_eq!(widget.names(ON), ["1900 0"]);
    let note = ".empty button";
    assert_eq!(widget.names(note), ["1900", "“tide”", said(&story.story, Message::ClearFilters)]);
    widget.click_named(note, "1900");
    assert_eq!(widget.quotes(), ["tide"]);
    assert_eq!(page.fragment(), "#or_q-tide");
    page.go(&_site, "/quotes.html?again#or_theme-money_speaker-passer-by_q-tide");
    page.settle();
    for (taken, left) in [("“tide”", 3), ("A passer-by", 2)] {
        assert_eq!(widget.names(note).len(), left + 1, "{taken}");
        widget.click_named(note, taken);
    }
    assert_eq!(sorted(widget.quotes()), ["cost", "song", "there"]);
    page.assert_well();
}

#[test]
fn facets_of_quotes_make_the_marks_of_the_timeline_step_back() {
    let (_, _site, page) = opened(QUOTES);
    let widget = Widget::first(&page);
    widget.look("timeline");
    widget.focus_timeline();
    page.press(Key('0'));
    let ids = ["launch", "strike", "sale"];
    let stands = || ids.map(|id| widget.count(&format!("{}:not(.dim)", event(id))) > 0);
    assert_eq!(stands(), [true; 3]);
    let cases = [
        ("The port", [false, false, true]),
        ("Coast Wire", [false, true, false]),
        ("The Gazette", [true, false, false]),
        ("Ships", [true, true, false]),
        ("2022", [true, false, false]),
    ];
    for (name, expected) in cases {
        widget.look("quotes");
        widget.unfold();
        widget.click_named(OPTION, name);
        widget.look("timeline");
        assert_eq!(stands(), expected, "{name}");
        widget.look("quotes");
        widget.unfold();
        widget.click_named(OPTION, name);
    }
    widget.look("timeline");
    assert_eq!(stands(), [true; 3]);
}

#[test]
fn a_status_without_an_event_leads_nowhere() {
    let (story, _site, page) = opened(TIMELINE);
    let widget = Widget::first(&page);
    let key = format!("[aria-label='{}'] button", said(&story.story, Message::FilterByStatus));
    assert_eq!(widget.count(&format!("{key}[aria-disabled=true]")), 3, "all of it happened");
    widget.click(&format!("{key}[aria-disabled=true]"));
    assert_eq!((widget.count(&format!("{key}[aria-pressed=true]")), page.fragment().as_str()), (0, ""));
}

#[test]
fn a_long_quote_shows_its_best_stretch_and_all_of_it_on_demand() {
    let (story, _site, page) = opened(QUOTES);
    let widget = Widget::first(&page);
    let (card, words) = (quote("speech"), format!("{} blockquote", quote("speech")));
    let whole = &story.story.quotes.iter().find(|quote| quote.id == "speech").expect("it exists").text;
    let shown = widget.text(&words);
    assert!(whole.starts_with(shown.trim_end_matches('…').trim()) && shown.len() < 340, "{shown}");
    assert_eq!(widget.count(&format!("{} [aria-expanded]", quote("ready"))), 1, "a short one has nothing to show");
    widget.search("pilot");
    let shown = widget.text(&words);
    assert!(
        shown.starts_with("… ") && shown.ends_with(" …") && shown.contains("anchor of it all is the pilot"),
        "{shown}"
    );
    assert_eq!(widget.texts(&format!("{words} mark")), ["pilot"]);
    let name = said(&story.story, Message::WholeQuote);
    widget.click_named(&format!("{card} button"), name);
    assert_eq!(&widget.text(&words), whole);
    assert_eq!(widget.attributes(&format!("{card} .take"), "aria-expanded"), ["true", "false"]);
    widget.click_named(&format!("{card} button"), name);
    assert_eq!(widget.text(&words), shown);
    page.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    assert_eq!(&widget.text(&words), whole, "paper has no button");
    page.assert_well();
}

/// Waits until the list says that it has so many quotes.
fn wait_counted(page: &Page, quotes: usize) {
    let script = "return parseInt(probe.read(probe.one(0, '.quotes h3'))) === arguments[0]";
    page.wait_until("the list has so many quotes", script, json!([quotes]));
}

/// The quotes of the story that were said within the view, as the address has it.
fn said_in_view(story: &Compiled, page: &Page) -> Vec<String> {
    let (start, end) = view(page).expect("the view is in the address");
    let days: BTreeMap<&str, f64> = story
        .story
        .quotes
        .iter()
        .filter_map(|quote| Some((quote.id.as_str(), quote.said.as_ref()?.when.order_sec()? as f64 / 86_400.0)))
        .collect();
    let within = days.into_iter().filter(|(_, day)| (start..end).contains(day));
    within.map(|(id, _)| id.to_owned()).collect()
}

#[test]
fn the_view_of_the_timeline_limits_the_quotes_where_the_reader_asks_for_that() {
    let (story, _site, page) = opened(QUOTES);
    let widget = Widget::first(&page);
    assert_eq!(widget.attributes(SWITCH, "aria-pressed"), ["false"], "off at first");
    let all = widget.quotes().len();
    let strip = "[part~=overview]";
    let drag = |from: f64, to: f64| {
        widget.look("timeline");
        widget.scroll_to(strip);
        let place = widget.place(strip);
        let at = |share: f64| (place.x + share * place.width, place.y + place.height - 8.0);
        page.drag(&[at(from), at(f64::midpoint(from, to)), at(to)]);
        widget.look("quotes");
        widget.unfold();
        page.fragment()
    };
    let listed = |expected: usize| wait_counted(&page, expected);
    drag(0.02, 0.35);
    let early = said_in_view(&story, &page);
    assert!(!early.is_empty() && early.len() < all, "{early:?}");
    assert_eq!(widget.quotes().len(), all, "off, the view limits nothing");
    let script = "return probe.nameOf(probe.one(0, arguments[0])).endsWith(` ${arguments[1]}`)";
    page.wait_until("the switch says how many", script, json!([SWITCH, early.len()]));
    widget.click(SWITCH);
    listed(early.len());
    assert_eq!(sorted(widget.quotes()), early);
    assert!(page.fragment().ends_with("_only-in-view"), "{}", page.fragment());
    assert!(widget.text(".in-view small").contains('1'), "one quote has no date");
    let fragment = drag(0.5, 0.98);
    let late = said_in_view(&story, &page);
    assert_ne!(late, early, "{fragment}");
    listed(late.len());
    assert_eq!(sorted(widget.quotes()), late);
    let counts: usize = widget.names(&in_facet(&story, Message::Year)).iter().map(|name| count_of(name)).sum();
    assert_eq!(counts, late.len(), "the facets count what is in view");
    page.reload();
    listed(late.len());
    widget.click(SWITCH);
    listed(all);
    assert!(!page.fragment().contains("only-"));
    page.assert_well();
}

#[test]
fn a_stretch_in_which_nothing_was_said_says_so_and_lets_go() {
    let (story, _site, page) = opened("/quotes.html#or_view-2022-06-01--2022-12-01_only-in-view");
    let widget = Widget::first(&page);
    widget.wait_for_text(".in-view", said(&story.story, Message::NoneInView));
    assert!(widget.quotes().is_empty());
    widget.click(SWITCH);
    wait_counted(&page, story.story.quotes.len());
    assert_eq!(widget.attributes(SWITCH, "aria-disabled"), ["true"], "it would leave none");
    widget.click(SWITCH);
    wait_counted(&page, story.story.quotes.len());
    page.assert_well();
}

#[test]
fn the_facets_are_behind_the_filter_and_a_view_from_elsewhere_can_be_taken_back() {
    let story = harbour();
    let site = site_of(&story);
    let page = Page::open(&site, "/narrow.html#or_view-2022-04-01--2022-06-01_as-quotes_only-in-view");
    let widget = Widget::first(&page);
    wait_counted(&page, 2);
    assert_eq!(sorted(widget.quotes()), ["ready", "tide"]);
    assert_eq!(widget.count(OPTION), 0);
    widget.click_named(".filters button", said(&story.story, Message::Filter));
    assert_eq!(widget.count("[part~=facet]"), 6);
    widget.click_named(OPTION, "Cy Vik");
    assert_eq!(widget.quotes(), ["tide"]);
    let filter = format!("{} 1", said(&story.story, Message::Filter));
    assert!(widget.names(".filters button").contains(&filter), "{:?}", widget.names(".filters button"));
    widget.click_named(".filters button", said(&story.story, Message::Filter));
    widget.click(SWITCH);
    wait_counted(&page, 2);
    assert_eq!(sorted(widget.quotes()), ["song", "tide"]);
    assert!(!page.fragment().contains("only-"), "{}", page.fragment());
    page.assert_well();
}

#[test]
fn back_leads_to_what_was_searched_and_ticked_when_a_quote_was_opened() {
    let (_story, _site, page) = opened(QUOTES);
    let widget = Widget::first(&page);
    widget.search("money");
    let found = widget.quotes();
    choose(&page, SORT, 1);
    // At once, before the reader rests.
    widget.click_named("[data-quote] button", "Cy");
    page.wait_until("the speaker is in the address", "return location.hash.includes('person-')", json!([]));
    page.back();
    page.wait_until("the speaker is left", "return !location.hash.includes('person-')", json!([]));
    assert_eq!(page.fragment(), "#or_q-money_sort-newest", "and nothing is lost");
    assert_eq!(sorted(widget.quotes()), sorted(found));
    page.assert_well();
}

#[test]
fn a_facet_is_one_stop_for_tab_and_the_arrows_go_through_its_values() {
    let (_story, _site, page) = opened(QUOTES);
    let widget = Widget::first(&page);
    let facets = widget.count("[part~=facet]");
    assert!(facets > 1);
    assert_eq!(widget.count("[part~=facet] button:not([tabindex='-1'])"), facets);
    let values = widget.names("[part~=facet]:first-child button");
    widget.focus("[part~=facet]:first-child button");
    page.press(Key::RIGHT);
    let focused = || page.js::<String>("return probe.nameOf(probe.focused())", json!([]));
    assert_eq!(focused(), values[1]);
    page.press(Key::HOME);
    assert_eq!(focused(), values[0]);
    page.assert_well();
}
