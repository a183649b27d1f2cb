//! Old links: to what has another id now, and to what is gone.

use on_record_tests::{Page, Site, Widget, record::said};
use story::Message;

use super::{
    published::{NO_SCRIPT, plan},
    reading::{assert_no_widget, held, readable},
    stories::{ferry, site_of},
};

/// Asserts that an anchor is in the window, and tells why.
fn assert_led_to(page: &Page, id: &str) {
    let script = "const { top } = probe.one(0, `[id='${arguments[0]}']`).getBoundingClientRect();
        return top > 0 && top < innerHeight";
    page.wait_until(&format!("{id} is in the window"), script, serde_json::json!([id]));
    let story = ferry();
    let told = Widget::first(page).text(&format!("[id='{id}'] > p"));
    assert_eq!(told, said(&story.story, Message::MovedHere));
}

fn visited(site: &Site, path: &str) -> Page {
    let page = Page::blank();
    page.visit(site, path);
    page
}

#[test]
fn without_any_script_an_old_link_leads_to_what_it_named_and_says_so() {
    let site = plan(&ferry(), &NO_SCRIPT).serve_alone();
    let page = visited(&site, "/#event-maiden-voyage");
    assert_led_to(&page, "event-maiden-voyage");
    assert!(!Widget::first(&page).shows("#event-broken-rudder > p, .lost"), "other old ids say nothing");
}

#[test]
fn before_the_widget_comes_a_link_to_what_is_gone_says_so_until_another_leads_somewhere() {
    let site = held(&ferry()).serve_alone();
    let page = readable(&site, "/#event-of-yesterday");
    let widget = Widget::first(&page);
    assert_eq!(widget.text(".lost"), said(&ferry().story, Message::NotOnRecord));
    assert!(widget.shows(".lost"));
    page.run_script("location.hash = '#event-broken-rudder'", serde_json::json!([]));
    page.wait_until("it opens", "return probe.one(0, '#event-rudder').open", serde_json::json!([]));
    assert_led_to(&page, "event-broken-rudder");
    assert!(!widget.shows(".lost"));
    assert_no_widget(&page);
}

#[test]
fn the_widget_knows_old_links_too() {
    let site = site_of(&ferry());
    let page = Page::open(&site, "/#or_event-of-yesterday");
    let widget = Widget::first(&page);
    assert!(widget.shows(".lost"));
    page.visit(&site, "/");
    let page = Page::open(&site, "/#or_event-maiden-voyage");
    assert_led_to(&page, "event-maiden-voyage");
    assert!(!Widget::first(&page).shows(".lost"));
    assert_eq!(Widget::first(&page).at(), "first-crossing");
}
