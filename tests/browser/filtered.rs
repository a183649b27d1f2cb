//! A filter is one for everybody: what fades is there for nobody, and what is left is counted and told.

use on_record_tests::{
    Page, Widget,
    record::{Compiled, counted, said},
};
use serde_json::{Value, json};
use story::{Message, Status};

use super::stories::{QUOTES, TIMELINE, ferry, logbook, site_of};

/// Hears what screen readers are told from now on: each text that comes to stand in a live region.
const HEAR: &str = "window.told = [];
    const regions = () => probe.all(0, '[role=status], [aria-live], output').filter((it) => it.ariaLive !== 'off');
    const before = new Map(regions().map((it) => [it, it.textContent]));
    new MutationObserver(() => regions().forEach((it) => {
      const text = it.textContent;
      if (before.get(it) !== text) { before.set(it, text); text.trim() && told.push(text); }
    })).observe(probe.one(0, 'section'), { subtree: true, childList: true, characterData: true })";

/// The choice of what is planned, in the key.
const PLANNED: &str = ".keys button.open";

fn found(story: &Compiled, quotes: usize, events: usize) -> String {
    [counted(&story.story, Message::Quotes, quotes), counted(&story.story, Message::Events, events)].join(", ")
}

fn wait_until_told(page: &Page, text: &str) {
    page.wait_until(text, "return told.includes(arguments[0])", json!([text]));
    let rests = "return !probe.all(0, '[aria-busy]').length";
    page.wait_until("the timeline rests", rests, json!([]));
}

/// The events of the timeline that somebody who does not see it can reach, and those that Tab reaches.
fn reached(page: &Page) -> (Vec<String>, Vec<String>) {
    page.js(
        "const marks = probe.all(0, '[part~=timeline] [data-event]').filter((it) => !it.closest('[aria-hidden=true]'));
        const ids = (of) => of.map((it) => it.dataset.event).sort();
        return [ids(marks), ids(probe.all(0, '[part~=timeline] [data-event][tabindex=\"0\"]'))]",
        json!([]),
    )
}

#[test]
fn what_fades_leaves_the_accessibility_tree_and_the_tab_order() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    let all = reached(&page).0;
    widget.click(PLANNED);
    widget.rest();
    let planned: Vec<String> = {
        let events = story.story.events.iter().filter(|event| event.status == Status::Planned);
        let mut ids: Vec<String> = events.map(|event| event.id.clone()).collect();
        ids.sort();
        ids
    };
    let (left, stops) = reached(&page);
    assert!(left.len() < all.len(), "{left:?} of {all:?}");
    assert!(!left.is_empty() && left.iter().all(|id| planned.contains(id)), "{left:?}, planned are {planned:?}");
    assert!(stops.len() == 1 && planned.contains(&stops[0]), "{stops:?}");
    let hidden: Value = page.devtools("Accessibility.getFullAXTree", &json!({}));
    let names: Vec<&str> = hidden["nodes"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|node| node["role"]["value"] == "button")
        .filter_map(|node| node["name"]["value"].as_str())
        .collect();
    let told = |title: &str| names.iter().any(|name| name.contains(title) && name.len() > title.len());
    assert!(!told("A storm takes the old pier"), "{names:?}");
    widget.click(PLANNED);
    widget.rest();
    assert_eq!(reached(&page).0, all, "all come back");
}

#[test]
fn a_search_is_told_once_when_typing_rests() {
    let story = ferry();
    let site = site_of(&story);
    for (path, width_px) in [("/", 1200), (TIMELINE, 1200), (QUOTES, 1200), ("/", 390)] {
        let page = Page::open(&site, path);
        page.set_width(width_px);
        let widget = Widget::first(&page);
        page.run_script(HEAR, json!([]));
        widget.search("boat");
        let expected = found(&story, 2, 2);
        wait_until_told(&page, &expected);
        page.type_text(" nobody-says-this");
        let nothing = said(&story.story, Message::NothingFound).replace("{query}", "boat nobody-says-this");
        wait_until_told(&page, &nothing);
        widget.click_named(".empty button", said(&story.story, Message::ClearFilters));
        let all = found(&story, story.story.quotes.len(), story.story.events.len());
        wait_until_told(&page, &all);
        let told: Vec<String> = page.js("return told", json!([]));
        assert_eq!(told, [expected, nothing, all], "{path}, {width_px} px");
        page.assert_well();
    }
}

#[test]
fn a_status_and_a_facet_are_told_once_and_what_was_said_of_the_view_is_taken_back() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    widget.rest();
    page.run_script(HEAR, json!([]));
    widget.click(PLANNED);
    let planned = story.story.events.iter().filter(|event| event.status == Status::Planned).count();
    page.wait_until("it is told", "return told.length === 1", json!([]));
    let told: Vec<String> = page.js("return told", json!([]));
    assert!(told[0].ends_with(&counted(&story.story, Message::Events, planned)), "{told:?}");
    let spoken = widget.texts("[role=status]").join(" ");
    let all = counted(&story.story, Message::Events, story.story.events.len());
    assert!(!spoken.contains(&all), "{spoken}");
}

#[test]
fn what_lies_beyond_the_view_and_in_lanes_is_counted_by_what_matches() {
    let story = logbook();
    let site = site_of(&story);
    let page = Page::open(&site, "/timeline.html#or:q=%22Entry%207%22");
    let widget = Widget::first(&page);
    widget.rest();
    assert_eq!(widget.texts("[part~=lane] h3 .n"), ["1"]);
}
