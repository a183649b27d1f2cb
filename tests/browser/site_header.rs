//! A page with a header of its own that sticks: nothing of the widget sticks or comes to stand under it.

use on_record_tests::{Page, Widget};
use serde_json::json;

use super::stories::{ferry, plan_of};

/// The height of the header, px.
const HEADER_PX: f64 = 80.0;

/// How a page tells that it has one.
const TOLD: [&str; 3] = [
    "on-record { --on-record-top: 80px }",
    "html { scroll-padding-top: 80px }",
    "html { scroll-padding-top: 80px } on-record { --on-record-top: 80px }",
];

/// A page with a header, told in some way.
fn opened(told: &str, view: &str, width_px: u32) -> Page {
    let style = format!(
        "body {{ margin: 0 }} header {{ position: sticky; top: 0; block-size: {HEADER_PX}px; background: #c33; z-index: 9 }} {told}"
    );
    let element = format!("<on-record src=story.orb loading=eager view={view}></on-record>");
    let body = format!("<header>Site</header><p class=filler></p>{element}<p class=filler></p>");
    let story = ferry();
    let site =
        plan_of(&story).file("/test.css", style + ".filler { block-size: 1500px }").page("/header.html", &body).serve();
    let page = Page::open(&site, "/header.html");
    page.set_width(width_px);
    page.wait_until_ready(0);
    page
}

/// Scrolls so far that what sticks does.
fn scroll_into(page: &Page) {
    let script = "scrollTo(0, scrollY + probe.one(0, '.story, .lens').getBoundingClientRect().top + 400)";
    page.run_script(script, json!([]));
    page.settle();
}

#[test]
fn the_bar_and_the_strip_stick_below_the_header_of_the_page() {
    for told in TOLD {
        for width_px in [390, 1200] {
            let page = opened(told, "story", width_px);
            let widget = Widget::first(&page);
            scroll_into(&page);
            let stick = widget.place(".stick");
            assert!((stick.y - HEADER_PX).abs() < 1.0, "{told}, {width_px} px: {stick:?}");
        }
    }
}

#[test]
fn a_header_that_nobody_told_of_is_in_front_of_what_sticks() {
    let page = opened("header { z-index: 1 !important }", "story", 390);
    scroll_into(&page);
    assert!(Widget::first(&page).place(".stick").y < HEADER_PX, "the bar sticks under the header");
    let at: String = page.js("return document.elementFromPoint(60, 20).localName", json!([]));
    assert_eq!(at, "header");
}

#[test]
fn what_is_led_to_stands_below_the_header_and_what_sticks() {
    for told in TOLD {
        let page = opened(told, "story", 390);
        let widget = Widget::first(&page);
        let assert_seen = |id: &str| {
            let (stick, place) = (widget.place(".stick"), widget.place(&format!("[id='{id}']")));
            let covered = HEADER_PX + stick.height;
            assert!(place.y >= covered - 1.0 && place.y < 600.0, "{told}, {id}: {place:?}, {covered} px are covered");
        };
        widget.click("[data-tool=next]");
        assert_seen(&format!("event-{}", widget.at()));
        widget.click("#quote-worst-night .came-by a");
        assert_seen("source-gazette-may");
        page.run_script("location.hash = '#or_event-first-crossing'", json!([]));
        page.settle();
        assert_seen("event-first-crossing");
        page.assert_well();
    }
}

#[test]
fn a_press_in_the_chart_keeps_what_it_leads_to_below_the_header() {
    for told in TOLD {
        let page = opened(told, "quotes", 1200);
        let widget = Widget::first(&page);
        widget.unfold();
        widget.click(".bins button");
        page.settle();
        let bar = widget.place(".bar");
        assert!(bar.y >= HEADER_PX - 1.0 && bar.y < 500.0, "{told}: {bar:?}");
    }
}
