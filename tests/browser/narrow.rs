//! A story in the room of a telephone: all of it in one column, its folds by touch and by keyboard, its deep links, and
//! the bar that stays in sight and hides nothing.

use on_record_tests::{
    Key, Page, Site, Widget,
    record::{Compiled, default_story, said},
};
use serde_json::{Value, json};
use story::Message;

use super::stories::{LOGBOOK_EVENTS, NARROW, ferry, logbook, site_of};

/// The lines of events that open.
const LINE: &str = "details.e > summary";
/// So many events a page holds at most.
const ROOM: usize = 200;

fn opened(story: &Compiled) -> (Site, Page) {
    let site = site_of(story);
    let page = Page::open(&site, NARROW);
    (site, page)
}

/// Whether the first element that a selector finds lies in the window, below the bar.
fn is_in_window(page: &Page, selector: &str) -> bool {
    page.js(
        "const { top, bottom } = probe.one(0, arguments[0]).getBoundingClientRect();
        return top >= probe.one(0, '.stick').getBoundingClientRect().bottom - 1 && bottom <= innerHeight",
        json!([selector]),
    )
}

#[test]
fn a_story_is_one_column_with_its_events_from_top_to_bottom() {
    let story = ferry();
    let (_site, page) = opened(&story);
    let boxes: Vec<(f64, f64, f64)> = page.js(
        "return probe.all(0, '.story .e').map((e) => e.getBoundingClientRect()).map(({ top, bottom, width }) => [top, bottom, width])",
        json!([]),
    );
    assert_eq!(boxes.len(), story.story.events.len());
    assert!(boxes.windows(2).all(|pair| pair[0].1 <= pair[1].0 + 1.0), "one below the other: {boxes:?}");
    assert!(boxes.iter().all(|(.., width)| *width <= 360.0), "{boxes:?}");
    page.assert_well();
}

#[test]
fn whoever_presses_a_mark_of_the_timeline_sees_what_it_opens() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::blank();
    page.set_window(390, 760);
    page.go(&site, "/timeline.html");
    let widget = Widget::first(&page);
    for id in ["vote", "ferry-planned"] {
        widget.click(&format!(".lane .ev[data-event='{id}']"));
        page.settle();
        assert_eq!(widget.open_events(), [id]);
        let heading = format!("#event-{id} :is(h2, h3, h4)");
        assert!(is_in_window(&page, &heading), "{id} is opened where nobody sees it");
    }
    page.assert_well();
}

#[test]
fn every_event_of_the_default_story_is_told_or_a_press_away() {
    let story = default_story();
    let site = Site::of_dist();
    let page = Page::blank();
    page.set_width(360);
    page.go(&site, "/");
    let widget = Widget::first(&page);
    for event in &story.events {
        let told = format!("#event-{}", event.id);
        assert!(widget.shows(&format!("{told} :is(h2, h3)")), "{} has no headline", event.id);
    }
    let folded = widget.attributes("details.e", "id");
    assert!(!folded.is_empty(), "lesser events are folded at first");
    for id in folded.iter().take(5) {
        widget.click(&format!("#{id} > summary"));
        assert!(widget.shows(&format!("#{id} .src")), "{id} opens");
    }
    page.assert_well();
}

#[test]
fn a_chapter_with_more_than_a_page_bears_leads_to_the_rest_on_the_timeline() {
    let story = logbook();
    let (_site, page) = opened(&story);
    let widget = Widget::first(&page);
    assert_eq!(widget.count(".story .e"), ROOM);
    assert!(widget.count("#event-entry-7") == 1, "the weightiest are told");
    let left: usize = widget
        .texts(".left")
        .iter()
        .filter_map(|text| text.split(' ').find_map(|word| word.parse::<usize>().ok()))
        .sum();
    assert_eq!(ROOM + left, LOGBOOK_EVENTS, "{:?}", widget.texts(".left"));
    widget.click_named(".left button", said(&story.story, Message::Timeline));
    assert_eq!(widget.attributes("a[data-view][aria-current]", "data-view"), ["timeline"]);
    widget.rest();
    assert!(page.fragment().starts_with("#or_view-"), "{}", page.fragment());
    page.assert_well();
}

#[test]
fn an_event_that_is_told_on_demand_is_no_longer_counted_among_those_left_out() {
    let story = logbook();
    let (_site, page) = opened(&story);
    let widget = Widget::first(&page);
    let before = widget.texts(".left");
    let told = widget.attributes(".story .e", "id");
    let lacks = |id: &str| !told.contains(&format!("event-{id}"));
    let left_out = story.story.events.iter().find(|event| lacks(&event.id)).expect("there is no room for all");
    page.run_script("location.hash = arguments[0]", json!([format!("#or_event-{}", left_out.id)]));
    page.wait_until("it is told", "return probe.one(0, arguments[0])", json!([format!("#event-{}", left_out.id)]));
    let fewer = |texts: &[String]| {
        let first = |text: &String| text.split(' ').find_map(|word| word.parse::<usize>().ok());
        texts.iter().filter_map(first).sum::<usize>()
    };
    assert_eq!(fewer(&widget.texts(".left")) + 1, fewer(&before));
    page.assert_well();
}

#[test]
fn a_deep_link_opens_the_line_of_its_event_and_scrolls_to_it() {
    let site = site_of(&ferry());
    let page = Page::open(&site, "/narrow.html#or_event-daily-service");
    let widget = Widget::first(&page);
    let line = "#event-daily-service";
    assert!(page.js::<bool>("return probe.one(0, arguments[0]).open", json!([line])));
    assert!(is_in_window(&page, &format!("{line} > summary")), "{:?}", widget.place(line));
    assert_eq!(widget.at(), "daily-service");
    page.assert_well();
}

#[test]
fn an_event_that_a_page_has_no_room_for_is_told_where_a_link_leads_to_it() {
    let story = logbook();
    let site = site_of(&story);
    let page = Page::open(&site, NARROW);
    let told: Vec<String> = Widget::first(&page).attributes(".story .e", "id");
    let is_left = |id: &&str| !told.contains(&format!("event-{id}"));
    let left = story.story.events.iter().map(|event| event.id.as_str()).find(is_left).expect("more than a page bears");
    for view in ["timeline", "story"] {
        page.go(&site, &format!("/narrow.html?{view}#or_event-{left}_as-{view}"));
        let widget = Widget::first(&page);
        assert!(widget.shows(&format!("#event-{left}")), "{left} is nowhere in the {view}");
        widget.click(&format!("#event-{left} .src summary"));
        assert!(widget.text(&format!("#event-{left}")).contains("So it was."), "{left} is not told in the {view}");
    }
    page.assert_well();
}

#[test]
fn a_finger_opens_lines() {
    let (_site, page) = opened(&ferry());
    page.devtools("Emulation.setTouchEmulationEnabled", &json!({ "enabled": true }));
    let widget = Widget::first(&page);
    widget.scroll_to(LINE);
    let place = widget.place(LINE);
    assert!(place.height >= 44.0, "{place:?}");
    let (x, y) = place.middle();
    let touch = |kind: &str, points: Value| {
        page.devtools("Input.dispatchTouchEvent", &json!({ "type": kind, "touchPoints": points }));
    };
    touch("touchStart", json!([{ "x": x, "y": y }]));
    touch("touchEnd", json!([]));
    page.settle();
    assert!(page.js::<bool>("return probe.one(0, 'details.e').open", json!([])));
    page.assert_well();
}

#[test]
fn the_focus_is_never_hidden_under_the_bar() {
    let (_site, page) = opened(&ferry());
    let widget = Widget::first(&page);
    page.run_script("probe.all(0, '.closing summary, .closing a').at(-1).focus()", json!([]));
    assert!(page.js::<f64>("return scrollY", json!([])) > 0.0, "the end of the story is focused");
    let mut steps = 0;
    while page.js::<bool>("return probe.focused() !== document.body", json!([])) {
        // The slider lets pointers through to the strip below it.
        let covered: Option<String> = page.js(
            "const focused = probe.focused();
            const e = focused.matches('.thumb') ? probe.one(0, '.plot') : focused;
            return probe.hit(e) ? null : probe.nameOf(e)",
            json!([]),
        );
        assert_eq!(covered, None, "has the focus and is covered");
        page.press_with(&[Key::SHIFT], Key::TAB);
        steps += 1;
        assert!(steps < 150, "Tab never leaves the widget");
    }
    assert!(steps > 20, "it hardly went anywhere: {steps} steps");
    assert!(widget.shows(".stick"));
}

#[test]
fn lines_open_and_close_by_keyboard_and_keep_the_focus() {
    let (_site, page) = opened(&ferry());
    let widget = Widget::first(&page);
    widget.focus(LINE);
    for is_open in [true, false] {
        page.press(Key::ENTER);
        assert_eq!(page.js::<bool>("return probe.one(0, 'details.e').open", json!([])), is_open);
        let focused: bool = page.js("return probe.focused() === probe.one(0, arguments[0])", json!([LINE]));
        assert!(focused);
    }
    page.assert_well();
}

#[test]
fn the_filters_of_a_search_open_by_touch_and_narrow_what_matches() {
    let story = ferry();
    let (_site, page) = opened(&story);
    let widget = Widget::first(&page);
    widget.seek();
    widget.click_named(".filters button", said(&story.story, Message::Filter));
    let keys = format!("[role=group][aria-label='{}'] button", said(&story.story, Message::FilterByStatus));
    assert!(widget.place(&keys).height >= 44.0);
    widget.click(&format!("{keys}.open"));
    let planned = story.story.events.iter().filter(|event| event.status == story::Status::Planned).count();
    assert_eq!(widget.count(".e:not(.miss)"), planned);
    widget.click_named(".filters button", said(&story.story, Message::Filter));
    assert!(!widget.shows(&keys), "the filters make way");
    page.assert_well();
}
