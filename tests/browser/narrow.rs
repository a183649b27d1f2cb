//! The list that stands for the timeline where the place is narrow, or where somebody asks for it: by touch, by
//! keyboard, in either order, by deep link.

use std::collections::BTreeSet;

use on_record_tests::{
    Key, Page, Site, Widget,
    record::{Compiled, default_story, said},
    widget::event,
};
use serde_json::{Value, json};
use story::Message;

use super::stories::{FERRY_BY_TIME, LOGBOOK_EVENTS, ferry, logbook, plan_of, site_of};

/// Folds that are closed; not the lines of events, which open too.
const CLOSED: &str = "ol[part~=timeline] button[aria-expanded=false]:not([data-event])";
/// Folds that are open.
const OPEN: &str = "ol[part~=timeline] button[aria-expanded=true]:not([data-event])";
/// Buttons that show a few events more.
const MORE: &str = "ol[part~=timeline] button:not([aria-expanded])";
/// A deep link to an event that lies in a fold within a fold.
const DEEP: &str = "/narrow.html#or_event-entry-333";

/// A page whose only column is as wide as a telephone.
fn narrow_site(story: &Compiled) -> Site {
    plan_of(story).page("/narrow.html", "<div class=narrow><on-record src=story.orb></on-record></div>").serve()
}

/// Opens every fold of the list, as a reader does, one after the other.
fn unfold_all(widget: &Widget<'_>) {
    while widget.count(CLOSED) > 0 {
        let (closed, folded) = (widget.names(CLOSED), widget.events().len());
        widget.click(CLOSED);
        let more = widget.events().len() > folded || widget.names(CLOSED).len() > closed.len();
        assert!(more, "“{}” shows no more", closed[0]);
    }
}

/// Presses the control outside of the list that a message names.
fn press(widget: &Widget<'_>, story: &Compiled, message: Message) {
    widget.click_named("button", said(&story.story, message));
}

/// Whether the first element that a selector finds lies in the window as it is scrolled.
fn is_in_window(page: &Page, selector: &str) -> bool {
    page.js(
        "const box = probe.box(probe.one(0, arguments[0])); return box.y >= 0 && box.y + box.height <= innerHeight",
        json!([selector]),
    )
}

#[test]
fn a_narrow_place_gets_the_vertical_list_and_a_wide_one_the_timeline() {
    let site = narrow_site(&ferry());
    let page = Page::open(&site, "/narrow.html");
    let widget = Widget::first(&page);
    assert_eq!((widget.count("ol[part~=timeline]"), widget.count("[part~=axis]")), (1, 0));
    widget.click(&event("vote"));
    assert!(widget.text("[part~=detail]").contains("Puts it a day later."));
    let (line, detail) = (widget.place(&event("vote")), widget.place("[part~=detail]"));
    assert!((detail.y - line.y - line.height).abs() < 60.0, "the detail stands under its line: {line:?} {detail:?}");
    let rows: Vec<f64> = page
        .js("return probe.all(0, '[part~=timeline] [data-event]').map((e) => e.getBoundingClientRect().y)", json!([]));
    assert!(rows.is_sorted() && rows.len() > 3, "{rows:?}");
    widget.click(&event("vote"));
    assert_eq!(widget.count("[part~=detail]"), 0, "a second press closes");
    page.assert_well();
}

#[test]
fn a_short_story_is_listed_whole_in_the_order_of_time() {
    let site = narrow_site(&ferry());
    let page = Page::open(&site, "/narrow.html");
    let widget = Widget::first(&page);
    let ahead = ["night-boat", "bridge-study"];
    let (last, first): (Vec<&str>, Vec<&str>) = FERRY_BY_TIME.iter().partition(|id| ahead.contains(id));
    let listed = widget.events();
    assert_eq!(listed[..first.len()], first, "what lies behind");
    assert_eq!(
        BTreeSet::from_iter(listed[first.len()..].to_vec()),
        last.iter().map(ToString::to_string).collect(),
        "what is ahead"
    );
    assert_eq!(widget.attributes("time", "datetime").first().map(String::as_str), Some("2022-11-14"));
    assert!(widget.texts("ol[part~=timeline] h3").contains(&"2023".to_owned()));
}

#[test]
fn every_event_of_the_default_story_is_a_press_or_two_away() {
    let story = default_story();
    let site = Site::of_dist();
    let page = Page::blank();
    page.set_width(360);
    page.go(&site, "/");
    let widget = Widget::first(&page);
    assert!(widget.events().len() < story.events.len(), "lesser events are folded at first");
    unfold_all(&widget);
    let listed: BTreeSet<String> = widget.events().into_iter().collect();
    assert_eq!(listed, story.events.iter().map(|event| event.id.clone()).collect());
    page.assert_well();
}

#[test]
fn folds_open_within_folds_and_close_again() {
    let site = narrow_site(&logbook());
    let page = Page::open(&site, "/narrow.html");
    let widget = Widget::first(&page);
    let (first, folds) = (widget.events(), widget.names(CLOSED));
    assert!(first.contains(&"entry-7".to_owned()), "the weightiest: {first:?}");
    assert!(first.len() + folds.len() <= 60 && widget.count("ol[part~=timeline] *") <= 400);
    widget.click_named(CLOSED, &folds[1]);
    assert!(widget.count(OPEN) == 1 && widget.events().len() > first.len());
    assert!(widget.count(CLOSED) >= folds.len(), "there are folds inside it");
    widget.click(OPEN);
    assert_eq!((widget.events(), widget.names(CLOSED)), (first, folds));
    unfold_all(&widget);
    assert_eq!(widget.events(), (0..LOGBOOK_EVENTS).map(|at| format!("entry-{at}")).collect::<Vec<_>>());
    page.assert_well();
}

#[test]
fn an_event_that_opens_among_unfolded_ones_folds_none_of_them_away() {
    let site = narrow_site(&logbook());
    let page = Page::open(&site, "/narrow.html");
    let widget = Widget::first(&page);
    widget.click(CLOSED);
    let listed = widget.events();
    for id in listed.iter().step_by(5) {
        widget.click(&event(id));
        assert_eq!(widget.open_events(), [id.as_str()]);
        assert_eq!(widget.events(), listed, "{id} is open");
    }
}

#[test]
fn a_deep_link_opens_the_folds_around_its_event_and_scrolls_to_it() {
    let site = narrow_site(&logbook());
    let page = Page::open(&site, DEEP);
    let widget = Widget::first(&page);
    let line = event("entry-333");
    assert_eq!(widget.open_events(), ["entry-333"]);
    assert!(is_in_window(&page, &line), "{:?}", widget.place(&line));
    let around = widget.events();
    widget.focus(&line);
    page.press(Key::ESCAPE);
    assert_eq!((widget.count("[part~=detail]"), widget.events()), (0, around), "the folds stay open");
    assert_eq!(widget.focused_event().as_deref(), Some("entry-333"));
    page.assert_well();
}

#[test]
fn a_fold_that_closes_closes_what_is_open_in_it() {
    let site = narrow_site(&logbook());
    let page = Page::open(&site, DEEP);
    let widget = Widget::first(&page);
    widget.click(OPEN);
    assert_eq!((widget.count(OPEN), widget.count("[part~=detail]"), page.fragment().as_str()), (0, 0, ""));
}

#[test]
fn the_order_turns_around_and_stays_with_the_event_that_is_open() {
    let story = logbook();
    let site = narrow_site(&story);
    let page = Page::open(&site, DEEP);
    let widget = Widget::first(&page);
    let oldest_first = widget.events();
    press(&widget, &story, Message::NewestFirst);
    let newest_first: Vec<String> = oldest_first.iter().rev().cloned().collect();
    assert_eq!(widget.events(), newest_first);
    assert_eq!(widget.focused_event().as_deref(), Some("entry-333"));
    assert!(is_in_window(&page, &event("entry-333")));
    page.wait_until("the order is in the address", "return location.hash.includes('order-newest')", json!([]));
    page.reload();
    assert_eq!(widget.events(), newest_first);
    press(&widget, &story, Message::OldestFirst);
    assert_eq!(widget.events(), oldest_first);
    page.assert_well();
}

#[test]
fn what_is_still_ahead_comes_first_where_the_newest_do() {
    let story = ferry();
    let site = narrow_site(&story);
    let page = Page::open(&site, "/narrow.html");
    let widget = Widget::first(&page);
    press(&widget, &story, Message::NewestFirst);
    let listed = widget.events();
    assert_eq!(
        BTreeSet::from_iter(listed[..2].to_vec()),
        BTreeSet::from(["night-boat", "bridge-study"].map(String::from))
    );
    assert_eq!(listed.last().map(String::as_str), Some("storm"));
    let focused: bool = page
        .js("return probe.nameOf(probe.focused()) === arguments[0]", json!([said(&story.story, Message::OldestFirst)]));
    assert!(focused, "who stands on no event stays on the button");
}

#[test]
fn the_list_and_the_timeline_share_what_is_open_and_searched_for() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::blank();
    page.set_width(900);
    page.go(&site, "/#or_event-first-crossing_q-ferry");
    let widget = Widget::first(&page);
    press(&widget, &story, Message::AsList);
    assert_eq!((widget.count("ol[part~=timeline]"), widget.count("[part~=axis]")), (1, 0));
    assert_eq!((widget.open_events(), widget.count("[part~=detail]")), (vec!["first-crossing".to_owned()], 1));
    assert!(widget.events().len() < FERRY_BY_TIME.len(), "what matches is listed");
    page.wait_until("the list is in the address", "return location.hash.includes('as-list')", json!([]));
    page.reload();
    assert_eq!((widget.count("ol[part~=timeline]"), widget.open_events()), (1, vec!["first-crossing".to_owned()]));
    press(&widget, &story, Message::AsTimeline);
    assert_eq!((widget.count("ol[part~=timeline]"), widget.count("[part~=axis]")), (0, 1));
    assert_eq!(widget.open_events(), ["first-crossing"]);
    page.wait_until(
        "the address is as before",
        "return location.hash === '#or_event-first-crossing_q-ferry'",
        json!([]),
    );
    page.assert_well();
}

#[test]
fn a_page_may_ask_for_a_list_and_change_its_mind() {
    let site = plan_of(&ferry()).page("/list.html", "<on-record src=story.orb view=list></on-record>").serve();
    let page = Page::blank();
    page.set_width(900);
    page.go(&site, "/list.html");
    let widget = Widget::first(&page);
    assert_eq!((widget.count("ol[part~=timeline]"), widget.open_events().len()), (1, 0), "nothing opens by itself");
    for (view, lists) in [("timeline", 0), ("list", 1), ("", 0)] {
        page.run_script("probe.hosts()[0].setAttribute('view', arguments[0])", json!([view]));
        page.settle();
        assert_eq!(widget.count("ol[part~=timeline]"), lists, "view={view}");
    }
    assert_eq!(page.heard("ready").len(), 1, "it is the same widget");
    page.assert_well();
}

#[test]
fn a_search_lists_what_matches_fifty_at_a_time() {
    let site = narrow_site(&logbook());
    let page = Page::open(&site, "/narrow.html");
    let widget = Widget::first(&page);
    widget.search("entry");
    assert_eq!(widget.events(), (0..50).map(|at| format!("entry-{at}")).collect::<Vec<_>>());
    widget.click(MORE);
    assert_eq!(widget.events().len(), 100);
    assert_eq!(widget.focused_event().as_deref(), Some("entry-50"), "the focus goes to the first of them");
}

#[test]
fn a_thread_ends_at_the_mark_of_what_a_plan_became() {
    let site = narrow_site(&ferry());
    let page = Page::open(&site, "/narrow.html");
    let widget = Widget::first(&page);
    let marks = "return probe.all(0, '[part~=timeline] > [aria-hidden=true]').map((e) => probe.box(e)).map((b) => b.y + b.height)";
    let ends = || page.js::<Vec<f64>>(marks, json!([]));
    let mark = |id: &str| {
        let sign = "const box = probe.box(probe.one(0, arguments[0]).parentElement.querySelector('.mark')); return box.y + box.height / 2";
        page.js::<f64>(sign, json!([event(id)]))
    };
    let is_met = |id: &str| ends().iter().any(|end| (end - mark(id)).abs() < 3.0);
    assert!(is_met("first-crossing") && is_met("night-boat"), "{:?}", ends());
    widget.click(&event("works"));
    assert!(is_met("first-crossing"), "it grows with what opens beside it");
}

#[test]
fn a_finger_opens_folds_and_lines() {
    let site = narrow_site(&logbook());
    let page = Page::open(&site, "/narrow.html");
    page.devtools("Emulation.setTouchEmulationEnabled", &json!({ "enabled": true }));
    let widget = Widget::first(&page);
    let tap = |selector: &str| {
        widget.scroll_to(selector);
        let (x, y) = widget.place(selector).middle();
        let touch = |kind: &str, points: Value| {
            page.devtools("Input.dispatchTouchEvent", &json!({ "type": kind, "touchPoints": points }));
        };
        touch("touchStart", json!([{ "x": x, "y": y }]));
        touch("touchEnd", json!([]));
        page.settle();
    };
    assert!(widget.place(CLOSED).height >= 44.0 && widget.place(&event("entry-7")).height >= 44.0);
    tap(CLOSED);
    assert_eq!(widget.count(OPEN), 1);
    tap(&event("entry-7"));
    assert_eq!(widget.open_events(), ["entry-7"]);
    page.assert_well();
}

#[test]
fn the_focus_is_never_hidden_under_the_bar() {
    let site = narrow_site(&ferry());
    let page = Page::open(&site, "/narrow.html");
    let widget = Widget::first(&page);
    widget.focus("summary");
    let mut steps = 0;
    while page.js::<bool>("return probe.focused() !== document.body", json!([])) {
        let covered: Option<String> =
            page.js("const e = probe.focused(); return probe.hit(e) ? null : probe.nameOf(e)", json!([]));
        assert_eq!(covered, None, "has the focus and is covered");
        page.press_with(&[Key::SHIFT], Key::TAB);
        steps += 1;
        assert!(steps < 100, "Tab never leaves the widget");
    }
    assert!(steps > 10, "it hardly went anywhere: {steps} steps");
}

#[test]
fn the_list_opens_and_closes_by_keyboard() {
    let site = narrow_site(&ferry());
    let page = Page::open(&site, "/narrow.html");
    let widget = Widget::first(&page);
    widget.focus(&event("first-crossing"));
    page.press(Key::ENTER);
    assert_eq!(widget.open_events(), ["first-crossing"]);
    page.press(Key::TAB);
    let inside: bool = page.js("return probe.one(0, '[part~=detail]').contains(probe.focused())", json!([]));
    assert!(inside, "the detail comes next");
    page.press(Key::ESCAPE);
    assert_eq!(widget.open_events(), Vec::<String>::new());
    assert_eq!(widget.focused_event().as_deref(), Some("first-crossing"));
    page.assert_well();
}

#[test]
fn tab_goes_through_lines_and_folds_in_order_and_enter_keeps_the_focus_on_a_fold() {
    let site = narrow_site(&logbook());
    let page = Page::open(&site, "/narrow.html");
    let widget = Widget::first(&page);
    let controls = widget.names("ol[part~=timeline] button");
    let focused = || page.js::<String>("return probe.nameOf(probe.focused())", json!([]));
    widget.focus("ol[part~=timeline] button");
    for name in controls.iter().take(12) {
        assert_eq!(focused(), *name);
        page.press(Key::TAB);
    }
    widget.focus(CLOSED);
    let fold = focused();
    page.press(Key::ENTER);
    assert_eq!((widget.count(OPEN), focused()), (1, fold.clone()));
    page.press(Key::ENTER);
    assert_eq!((widget.count(OPEN), focused()), (0, fold));
}

#[test]
fn the_filters_open_where_the_reader_is_and_the_count_leads_to_the_quotes() {
    let story = ferry();
    let site = narrow_site(&story);
    let page = Page::open(&site, "/narrow.html");
    let widget = Widget::first(&page);
    page.run_script("probe.all(0, '[part~=timeline] [data-event]').at(-1).scrollIntoView()", json!([]));
    page.settle();
    widget.click("[part~=search] ~ button[aria-expanded]");
    let keys = format!("[role=group][aria-label='{}'] button", said(&story.story, Message::FilterByStatus));
    assert!(is_in_window(&page, &keys), "the filters are where the bar is");
    widget.click("[part~=search] ~ button:not([aria-expanded])");
    page.settle();
    assert!(!widget.shows(&keys), "the filters make way");
    assert!(is_in_window(&page, "[part~=quotes] h3"));
    page.assert_well();
}
