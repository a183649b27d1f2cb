//! A page with a header of its own that sticks: nothing of the widget sticks or comes to stand under it.

use on_record_tests::{
    Page, Widget,
    widget::{event, quote},
};
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
fn opened(told: &str, path: &str, width_px: u32) -> Page {
    let style = format!(
        "body {{ margin: 0 }} header {{ position: sticky; top: 0; block-size: {HEADER_PX}px; background: #c33; z-index: 9 }} {told}"
    );
    let body = "<header>Site</header><p class=filler></p><on-record src=story.orb loading=eager></on-record><p class=filler></p>";
    let story = ferry();
    let site =
        plan_of(&story).file("/test.css", style + ".filler { block-size: 1500px }").page("/header.html", body).serve();
    let page = Page::open(&site, &["/header.html", path].concat());
    page.set_width(width_px);
    page.wait_until_ready(0);
    page
}

#[test]
fn the_search_sticks_below_the_header_of_the_page() {
    for told in TOLD {
        let page = opened(told, "", 390);
        let widget = Widget::first(&page);
        page.run_script("scrollTo(0, 1500 + 2000)", json!([]));
        page.settle();
        let search = widget.place("[part~=search]");
        assert!(search.y >= HEADER_PX && search.y < HEADER_PX + 30.0, "{told}: {search:?}");
    }
}

#[test]
fn a_header_that_nobody_told_of_is_in_front_of_what_sticks() {
    let page = opened("header { z-index: 1 !important }", "", 390);
    page.run_script("scrollTo(0, 1500 + 2000)", json!([]));
    page.settle();
    assert!(Widget::first(&page).place("[part~=search]").y < HEADER_PX, "the search sticks under the header");
    let at: String = page.js("return document.elementFromPoint(60, 20).localName", json!([]));
    assert_eq!(at, "header");
}

#[test]
fn what_is_scrolled_to_stands_below_the_header_and_what_sticks() {
    for told in TOLD {
        let page = opened(told, "", 390);
        let widget = Widget::first(&page);
        let stuck = HEADER_PX + widget.place("[part~=search]").height;
        widget.click(&format!("{} [data-event], {} button.link", quote("worst-night"), quote("worst-night")));
        let line = widget.place(&event("storm"));
        assert!(line.y >= stuck && line.y < 600.0, "{told}: {line:?}, and {stuck} px are covered");
        widget.click(".bar button.link");
        let heading = widget.place(".quotes h3");
        assert!(heading.y >= stuck && heading.y < 400.0, "{told}: {heading:?}, and {stuck} px are covered");
        page.assert_well();
    }
}

#[test]
fn a_press_in_the_chart_brings_the_timeline_below_the_header() {
    for told in TOLD {
        let page = opened(told, "", 1200);
        let widget = Widget::first(&page);
        widget.click(".bins button");
        let timeline = widget.place("[part~=timeline]");
        assert!(timeline.y >= HEADER_PX - 1.0 && timeline.y < 500.0, "{told}: {timeline:?}");
    }
}
