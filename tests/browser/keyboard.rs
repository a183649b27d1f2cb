//! The timeline by keyboard: one stop for Tab, arrows within, and a focus that is always seen.

use on_record_tests::{
    Key, Page, Widget,
    record::said,
    widget::{Box, event},
};
use serde_json::json;
use story::{Message, Story};

use super::{
    address::view,
    stories::{FERRY_BY_TIME, TIMELINE, ferry, site_of},
};

const PICTURE: &str = "[part~=timeline]";

/// Asserts that the focus stands on an event's mark, and that a reader sees it there.
fn assert_stands_on(page: &Page, id: &str) {
    let widget = Widget::first(page);
    assert_eq!(widget.focused_event().as_deref(), Some(id));
    let mark: Box = page.js("return probe.sign(probe.focused())", json!([]));
    let timeline = widget.place(PICTURE);
    let (left, right) = (timeline.x - 1.0, timeline.x + timeline.width + 1.0);
    assert!(mark.x >= left && mark.x + mark.width.min(16.0) <= right, "{id} is focused out of sight: {mark:?}");
    let in_window: bool = page.js(
        "const { top, bottom } = probe.focused().getBoundingClientRect(); return top < innerHeight && bottom > 0",
        json!([]),
    );
    assert!(in_window, "{id} is focused outside of the window");
    let outline: String = page.js("return getComputedStyle(probe.focused(), '::before').outlineStyle", json!([]));
    assert_ne!(outline, "none", "{id} does not show that it has the focus");
}

fn lane_of<'s>(story: &'s Story, id: &str) -> &'s str {
    let lane = story.events.iter().find(|event| event.id == id).and_then(|event| event.lane).expect("a lane");
    &story.lanes[lane.at()].id
}

#[test]
fn tab_stops_once_in_the_timeline_whatever_it_shows() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    widget.focus("a[data-view]");
    let mut stops = Vec::new();
    let mut steps = 0;
    while page.js::<bool>("return probe.focused() !== document.body", json!([])) {
        stops.extend(widget.focused_event());
        page.press(Key::TAB);
        steps += 1;
        assert!(steps < 100, "Tab never leaves the widget");
    }
    assert_eq!(stops.len(), 1, "{stops:?}");
    for key in [Key('0'), Key::END, Key('+'), Key::LEFT, Key('-')] {
        widget.focus_timeline();
        page.press(key);
        assert_eq!(widget.count(&format!("{PICTURE} [data-event][tabindex='0']")), 1, "after {key:?}");
    }
}

#[test]
fn left_and_right_walk_through_all_events_in_the_order_of_time() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    widget.focus_timeline();
    page.press(Key::HOME);
    let (first, last) = (FERRY_BY_TIME[0], FERRY_BY_TIME[FERRY_BY_TIME.len() - 1]);
    assert_stands_on(&page, first);
    for id in &FERRY_BY_TIME[1..] {
        page.press(Key::RIGHT);
        assert_stands_on(&page, id);
    }
    page.press(Key::RIGHT);
    assert_stands_on(&page, last);
    for id in FERRY_BY_TIME.iter().rev().skip(1) {
        page.press(Key::LEFT);
        assert_stands_on(&page, id);
    }
    page.press(Key::LEFT);
    assert_stands_on(&page, first);
    page.press(Key::END);
    assert_stands_on(&page, last);
    page.assert_well();
}

#[test]
fn a_walk_far_zoomed_in_brings_each_event_into_view() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    widget.focus_timeline();
    page.press(Key::HOME);
    for _ in 0..8 {
        page.press(Key('+'));
        assert_stands_on(&page, FERRY_BY_TIME[0]);
    }
    for id in &FERRY_BY_TIME[1..] {
        page.press(Key::RIGHT);
        assert_stands_on(&page, id);
    }
}

#[test]
fn up_and_down_go_from_lane_to_lane_and_stop_at_the_last() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    widget.focus_timeline();
    page.press(Key('0'));
    page.press(Key::HOME);
    let mut lanes = Vec::new();
    for key in [Key::UP, Key::UP, Key::DOWN, Key::DOWN, Key::DOWN] {
        page.press(key);
        let id = widget.focused_event().expect("the focus stays in the timeline");
        assert_stands_on(&page, &id);
        lanes.push(lane_of(&story.story, &id));
    }
    assert_eq!(lanes, ["sea", "sea", "land", "council", "council"]);
}

#[test]
fn enter_and_space_open_and_go_to_the_event_beside_and_escape_comes_back() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    widget.focus_timeline();
    page.press(Key::HOME);
    for (key, id) in [(Key::ENTER, "petition"), (Key(' '), "vote"), (Key::ENTER, "works")] {
        page.press(Key::RIGHT);
        page.press(key);
        assert_eq!(widget.open_events(), [id]);
        let inside: bool = page.js("return probe.one(0, '.solo').contains(probe.focused())", json!([]));
        assert!(inside, "{id} is open and the focus is elsewhere");
        assert_eq!(widget.attributes(".solo", "id"), [format!("event-{id}")]);
        page.press(Key::ESCAPE);
        assert_eq!(page.heard("select").last(), Some(&(0, json!({ "kind": "none", "id": "" }))), "{id} closes");
        assert_stands_on(&page, id);
    }
    page.assert_well();
}

#[test]
fn escape_on_a_mark_closes_what_is_open_and_the_focus_stays() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/timeline.html#or_event-works");
    let widget = Widget::first(&page);
    assert_eq!(widget.open_events(), ["works"]);
    widget.focus_timeline();
    page.press(Key::ESCAPE);
    assert!(!widget.open_events().contains(&"works".to_owned()));
    assert_stands_on(&page, "works");
}

#[test]
fn where_the_reader_has_opened_nothing_escape_is_left_to_the_page() {
    let site = site_of(&ferry());
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    assert_eq!(widget.open_events(), ["vote"], "the event that the story opens with stands beside the timeline");
    page.run_script("addEventListener('keydown', (key) => (window.taken = key.defaultPrevented))", json!([]));
    widget.focus_timeline();
    page.press(Key::ESCAPE);
    assert!(!page.js::<bool>("return taken", json!([])));
    widget.click(&event("works"));
    widget.focus_timeline();
    page.press(Key::ESCAPE);
    assert!(page.js::<bool>("return taken", json!([])), "it closed what was open");
}

#[test]
fn plus_minus_and_nought_change_how_much_is_seen() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    let days = || view(&page).map(|(start, end)| end - start).expect("a view of its own");
    widget.focus_timeline();
    page.press(Key('0'));
    let whole = page.fragment();
    page.press(Key('+'));
    let once = days();
    page.press(Key('+'));
    let twice = days();
    assert!(twice < once, "{twice} days after {once}");
    page.press(Key('-'));
    assert!(days() > twice);
    page.press(Key('0'));
    assert_eq!(page.fragment(), whole);
    page.assert_well();
}

#[test]
fn shift_with_an_arrow_moves_the_view_and_modified_keys_are_left_to_the_browser() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    widget.focus_timeline();
    page.press(Key('0'));
    page.press(Key('+'));
    page.press(Key('+'));
    let before = view(&page).expect("a view");
    page.press_with(&[Key::SHIFT], Key::LEFT);
    let after = view(&page).expect("a view");
    assert!(after.0 < before.0 && after.1 < before.1, "{before:?} {after:?}");
    page.press_with(&[Key::CONTROL], Key('0'));
    assert_eq!(view(&page), Some(after));
}

#[test]
fn arrows_pass_over_what_the_filter_leaves_out() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/timeline.html#or_q-boat");
    let widget = Widget::first(&page);
    widget.focus_timeline();
    page.press(Key::HOME);
    assert_stands_on(&page, "second-boat");
    page.press(Key::RIGHT);
    assert_stands_on(&page, "night-boat");
    page.press(Key::RIGHT);
    assert_stands_on(&page, "night-boat");
}

#[test]
fn every_control_has_a_name() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    let names = widget.names(":is(button, input, a[href], summary):not([aria-hidden=true] *)");
    assert!(names.len() > 20, "{names:?}");
    assert!(names.iter().all(|name| !name.is_empty()), "{names:?}");
}

#[test]
fn the_arrow_keys_move_an_end_of_the_view_on_the_overview() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    widget.focus_timeline();
    page.press(Key('0'));
    page.press(Key('+'));
    let said_date = |name: &str| widget.attributes(&format!("[role=slider][aria-label='{name}']"), "aria-valuetext");
    for (message, key, is_start) in [(Message::ViewStart, Key::RIGHT, true), (Message::ViewEnd, Key::LEFT, false)] {
        let name = said(&story.story, message);
        let before = view(&page).expect("a view");
        let date = said_date(name);
        widget.focus(&format!("[role=slider][aria-label='{name}']"));
        for _ in 0..5 {
            page.press(key);
        }
        let after = view(&page).expect("a view");
        let (moved, other) =
            if is_start { (after.0 > before.0, after.1 - before.1) } else { (after.1 < before.1, after.0 - before.0) };
        assert!(moved && other.abs() < 2.0, "{before:?} {after:?}");
        assert_ne!(said_date(name), date);
        assert_eq!(widget.focused_event(), None, "the arrows walk to no event");
        let role: Option<String> = page.js("return probe.focused().getAttribute('role')", json!([]));
        assert_eq!(role.as_deref(), Some("slider"));
    }
    page.assert_well();
}

/// Whether the help is open.
fn helps(page: &Page) -> bool {
    Widget::first(page).shows("[popover]")
}

#[test]
fn a_question_mark_opens_the_help_and_escape_closes_it_and_the_focus_comes_back() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/timeline.html#or_event-vote");
    let widget = Widget::first(&page);
    widget.focus_timeline();
    assert!(!helps(&page));
    page.press(Key('?'));
    assert!(helps(&page));
    let before = page.fragment();
    for key in [Key::RIGHT, Key('+'), Key::END] {
        page.press(key);
    }
    assert_eq!(page.fragment(), before, "the keys are the panel's");
    page.press(Key::ESCAPE);
    page.wait_until("the help is closed", "return !probe.all(0, '[popover]').some(probe.seen)", json!([]));
    assert_eq!(widget.open_events(), ["vote"], "Escape closed the help and nothing else");
    assert_stands_on(&page, "vote");
    page.press(Key('?'));
    page.press(Key('?'));
    assert!(!helps(&page));
    page.assert_well();
}

#[test]
fn the_help_names_what_hand_and_keys_do_and_a_press_elsewhere_closes_it() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    widget.click(&format!("button[aria-label='{}']", said(&story.story, Message::Help)));
    assert!(helps(&page));
    let text = widget.text("[popover]");
    for message in [Message::HelpArrows, Message::HelpEnds, Message::HelpOpen, Message::HelpPan, Message::HelpPinch] {
        assert!(text.contains(said(&story.story, message)), "{text}");
    }
    assert!(widget.count("[popover] kbd") > 10);
    widget.click("h2, h1");
    assert!(!helps(&page));
    page.assert_well();
}

#[test]
fn a_walk_faster_than_the_view_flies_arrives_all_the_same() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    widget.focus_timeline();
    page.press(Key::HOME);
    for _ in 0..6 {
        page.press(Key('+'));
    }
    page.allow_motion();
    for steps in [3, 2] {
        page.type_text(&Key::RIGHT.0.to_string().repeat(steps));
    }
    let arrived = "return probe.focused()?.getAttribute('data-event') === arguments[0]";
    page.wait_until("the walk has arrived", arrived, json!([FERRY_BY_TIME[5]]));
    // The flight goes on for a moment, and may draw the mark anew.
    widget.rest();
    page.wait_until("the walk has ended there", arrived, json!([FERRY_BY_TIME[5]]));
    assert_stands_on(&page, FERRY_BY_TIME[5]);
    page.press(Key::END);
    page.wait_until("the last one has the focus", arrived, json!([FERRY_BY_TIME[FERRY_BY_TIME.len() - 1]]));
    page.assert_well();
}
