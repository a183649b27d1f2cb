//! The timeline by hand: buttons, wheel, drag, pinch. The page's own scroll is never taken.

use on_record_tests::{
    Key, Page, Site, Widget,
    record::{Compiled, said},
    widget::event,
};
use serde_json::json;
use story::Message;

use super::{
    address::view,
    stories::{ferry, plan_of, site_of},
};

const TIMELINE: &str = "[part~=timeline]";

/// A page that is longer than the window.
fn long_site(story: &Compiled) -> Site {
    let body = "<div class=filler></div><on-record src=story.orb></on-record><div class=filler></div>";
    plan_of(story).page("/long.html", body).serve()
}

fn scrolled(page: &Page) -> f64 {
    page.js("return scrollY", json!([]))
}

/// A page with the timeline in the middle of the window, showing some of the story and not all.
fn zoomed(site: &Site, path: &str) -> Page {
    let page = Page::open(site, path);
    let widget = Widget::first(&page);
    widget.focus_timeline();
    page.press(Key('0'));
    page.press(Key('+'));
    widget.scroll_to(TIMELINE);
    page
}

#[test]
fn the_buttons_zoom_and_pan() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    let press = |message| {
        widget.click(&format!("{TIMELINE} button[aria-label='{}']", said(&story.story, message)));
        page.fragment()
    };
    let seen = || view(&page).expect("a view of its own");
    let whole = press(Message::ShowAll);
    press(Message::ZoomIn);
    let once = seen();
    press(Message::ZoomIn);
    let twice = seen();
    assert!(twice.0 > once.0 && twice.1 < once.1, "{once:?} {twice:?}");
    press(Message::PanEarlier);
    let earlier = seen();
    assert!(earlier.0 < twice.0 && earlier.1 < twice.1, "{twice:?} {earlier:?}");
    press(Message::PanLater);
    assert!(seen().0 > earlier.0);
    press(Message::ZoomOut);
    assert!(seen().1 - seen().0 > twice.1 - twice.0);
    assert_eq!(press(Message::ShowAll), whole);
    page.assert_well();
}

#[test]
fn the_wheel_scrolls_the_page_and_zooms_with_control() {
    let story = ferry();
    let site = long_site(&story);
    let page = zoomed(&site, "/long.html");
    let widget = Widget::first(&page);
    let (before, top) = (page.fragment(), scrolled(&page));
    let point = widget.place(TIMELINE).middle();
    page.wheel(&[Key::CONTROL], point, (0, -120));
    let zoomed = view(&page).expect("a view");
    assert_ne!(page.fragment(), before);
    assert!((scrolled(&page) - top).abs() < 1.0, "the page scrolled while zooming");
    let ratio: f64 = page.js("return visualViewport.scale", json!([]));
    assert!((ratio - 1.0).abs() < 1e-9, "the page was zoomed, not the timeline");
    page.wheel(&[], point, (0, 120));
    page.wait_until("the page has scrolled", "return scrollY > arguments[0] + 50", json!([top]));
    assert_eq!(view(&page), Some(zoomed));
    page.assert_well();
}

#[test]
fn zooming_with_the_wheel_keeps_what_is_under_the_pointer() {
    let story = ferry();
    let site = site_of(&story);
    let page = zoomed(&site, "/");
    let widget = Widget::first(&page);
    let mark = format!("{} svg", event("first-crossing"));
    let before = widget.place(&mark).middle();
    page.wheel(&[Key::CONTROL], before, (0, -120));
    let after = widget.place(&mark).middle();
    assert!((before.0 - after.0).abs() < 2.0, "{before:?} {after:?}");
}

#[test]
fn a_sideways_wheel_pans() {
    let story = ferry();
    let site = long_site(&story);
    let page = zoomed(&site, "/long.html");
    let widget = Widget::first(&page);
    let before = view(&page).expect("a view");
    page.wheel(&[], widget.place(TIMELINE).middle(), (-60, 0));
    let after = view(&page).expect("a view");
    assert!(after.0 < before.0 && after.1 < before.1, "{before:?} {after:?}");
}

#[test]
fn a_drag_pans_and_is_no_press_and_the_next_press_is_one() {
    let story = ferry();
    let site = site_of(&story);
    let page = zoomed(&site, "/");
    let widget = Widget::first(&page);
    let mark = format!("{} svg", event("first-crossing"));
    let (x, y) = widget.place(&mark).middle();
    let (open, before) = (widget.open_events(), view(&page).expect("a view"));
    assert_ne!(open, ["first-crossing"]);
    page.drag(&[(x, y), (x + 20.0, y), (x + 60.0, y), (x + 90.0, y)]);
    let after = view(&page).expect("a view");
    assert!(after.0 < before.0, "the time goes with the hand: {before:?} {after:?}");
    let moved = widget.place(&mark).middle();
    assert!((moved.0 - x - 90.0).abs() < 6.0, "the mark went from {x} to {}", moved.0);
    assert_eq!(widget.open_events(), open, "the drag pressed the mark");
    assert_eq!(page.heard("select"), []);
    page.click_at(moved);
    assert_eq!(widget.open_events(), ["first-crossing"]);
    page.assert_well();
}

#[test]
fn a_hand_that_trembles_still_presses() {
    let story = ferry();
    let site = site_of(&story);
    let page = zoomed(&site, "/");
    let widget = Widget::first(&page);
    let (x, y) = widget.place(&format!("{} svg", event("first-crossing"))).middle();
    page.drag(&[(x, y), (x + 1.0, y + 1.0), (x, y)]);
    assert_eq!(widget.open_events(), ["first-crossing"]);
}

#[test]
fn a_drag_that_ends_outside_of_the_timeline_does_not_stick() {
    let story = ferry();
    let site = site_of(&story);
    let page = zoomed(&site, "/");
    let widget = Widget::first(&page);
    let bounds = widget.place(TIMELINE);
    let (x, y) = bounds.middle();
    page.drag(&[(x, y), (x - 30.0, y), (x - 60.0, bounds.y - 20.0)]);
    let let_go = page.fragment();
    page.drag(&[(x, bounds.y - 20.0)]);
    page.drag(&[(x + 50.0, bounds.y - 20.0)]);
    assert_eq!(page.fragment(), let_go, "the view follows a hand that has let go");
}

#[test]
fn two_fingers_zoom() {
    let story = ferry();
    let site = site_of(&story);
    let page = zoomed(&site, "/");
    let (x, y) = Widget::first(&page).place(TIMELINE).middle();
    let before = view(&page).expect("a view");
    page.pinch(((x - 40.0, y), (x + 40.0, y)), ((x - 120.0, y), (x + 120.0, y)));
    let after = view(&page).expect("a view");
    let (was, is) = (before.1 - before.0, after.1 - after.0);
    assert!(is < was * 0.6, "{is} days after {was}");
    assert_eq!(page.heard("select"), [], "the fingers pressed a mark");
    page.assert_well();
}

#[test]
fn a_press_on_the_overview_brings_that_time_into_view() {
    let story = ferry();
    let site = site_of(&story);
    let page = zoomed(&site, "/");
    let widget = Widget::first(&page);
    widget.scroll_to("[part~=overview]");
    let bounds = widget.place("[part~=overview]");
    let y = bounds.y + bounds.height / 2.0;
    page.click_at((bounds.x + bounds.width * 0.9, y));
    let late = view(&page).expect("a view");
    // The lanes above it are as high as what they show.
    let bounds = widget.place("[part~=overview]");
    let y = bounds.y + bounds.height / 2.0;
    page.click_at((bounds.x + bounds.width * 0.1, y));
    let early = view(&page).expect("a view");
    assert!(early.0 < late.0 && early.1 < late.1, "{early:?} {late:?}");
    assert_eq!(page.heard("select"), []);
}
