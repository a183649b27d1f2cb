//! Widths and colours.

use std::collections::BTreeSet;

use on_record_tests::{Page, Site, Widget, record::said};
use serde_json::json;
use story::Message;

use super::stories::{QUOTES, TIMELINE, ferry, plan_of, site_of};

/// From the narrowest telephone to a wide column, px.
const WIDTHS: [u32; 6] = [320, 360, 560, 720, 900, 1200];

/// What sticks out of the widget to either side, or makes the page scroll sideways.
pub(super) fn overflowing(page: &Page) -> Vec<String> {
    page.js(
        "const out = [];
        const host = probe.hosts()[0].getBoundingClientRect();
        const elements = probe.all(0, '*').filter((e) => probe.seen(e) && !e.closest('div[part~=timeline], svg'));
        const name = (e) => `${e.tagName}.${e.className} (${probe.read(e).slice(0, 40)})`;
        for (const element of elements) {
          const { left, right, width } = element.getBoundingClientRect();
          const inside = left >= host.left - 1 && right <= host.right + 1;
          if (!inside && width > 1) out.push(`${name(element)} from ${left} to ${right}`);
        }
        const { scrollWidth, clientWidth } = document.documentElement;
        if (scrollWidth > clientWidth) {
          const wide = elements.filter((e) => e.clientWidth > 0 && e.scrollWidth > e.clientWidth).map(name);
          out.push(`the page scrolls from ${clientWidth} to ${scrollWidth}, perhaps for ${wide.slice(-3)}`);
        }
        return out",
        json!([]),
    )
}

fn assert_fits_at_all_widths(page: &Page, what: &str) {
    for width_px in WIDTHS {
        page.set_width(width_px);
        assert_eq!(overflowing(page), Vec::<String>::new(), "{what} at {width_px} px");
    }
}

#[test]
fn nothing_sticks_out_at_any_width() {
    let site = Site::of_dist();
    let page = Page::blank();
    for path in ["/", "/article.html", "/?found#or_q-visit", "/?in-time#or_as-timeline", "/?said#or_as-quotes"] {
        page.go(&site, path);
        assert_fits_at_all_widths(&page, path);
    }
    page.assert_well();
}

#[test]
fn words_without_a_space_do_not_stick_out() {
    let long = "Donaudampfschifffahrtsgesellschaft".repeat(4);
    let toml = include_str!("stories/ferry.toml")
        .replace("The ferry that was promised", &long)
        .replace("The Gazette", &long)
        .replace("Tom Rask", &long)
        .replace("Town hall", &long)
        .replace("At sea", &long)
        .replace("Watched from the quay.", &long)
        .replace("The council votes for the ferry", &long)
        .replace("At last we can cross without getting wet.", &long);
    let story = on_record_tests::record::compiled(&toml);
    let site = site_of(&story);
    let page = Page::blank();
    for path in ["/#or_event-vote", "/timeline.html#or_event-first-crossing", QUOTES] {
        page.go(&site, path);
        assert_fits_at_all_widths(&page, path);
    }
}

#[test]
fn a_timeline_that_moves_never_makes_the_page_scroll_sideways() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    let press = |message| {
        let button = format!("button[aria-label='{}']", said(&story.story, message));
        widget.click(&button);
        page.fragment()
    };
    let mut views = BTreeSet::new();
    for step in [Message::ZoomIn, Message::PanLater, Message::PanEarlier, Message::PanEarlier].repeat(4) {
        views.insert(press(step));
        assert_eq!(overflowing(&page), Vec::<String>::new(), "at {}", page.fragment());
    }
    assert!(views.len() > 8, "it hardly moved: {views:?}");
}

#[test]
fn a_change_of_width_keeps_what_is_open() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/timeline.html#or_event-storm_q-pier");
    let widget = Widget::first(&page);
    for width_px in [360, 1200, 320, 900] {
        page.set_width(width_px);
        widget.rest();
        assert_eq!(widget.open_events(), ["storm"], "at {width_px} px");
        assert!(widget.text(".solo").contains("North shore"), "at {width_px} px");
        assert_eq!(page.fragment(), "#or_event-storm_q-pier", "at {width_px} px");
    }
    page.assert_well();
}

/// The colours of paper and ink.
fn colours(widget: &Widget<'_>) -> (String, String) {
    (widget.style("section", "background-color"), widget.style("section", "color"))
}

#[test]
fn the_colours_follow_the_readers_scheme_unless_the_page_says_otherwise() {
    let story = ferry();
    let site = plan_of(&story)
        .page(
            "/themes.html",
            "<on-record src=story.orb></on-record><on-record src=story.orb theme=auto></on-record>\
               <on-record src=story.orb theme=light></on-record><on-record src=story.orb theme=dark></on-record>",
        )
        .serve();
    let page = Page::open(&site, "/themes.html");
    (1..4).for_each(|host| page.wait_until_ready(host));
    let all = || -> Vec<(String, String)> { (0..4).map(|host| colours(&Widget::nth(&page, host))).collect() };
    page.prefer("light");
    let bright = all();
    page.prefer("dark");
    let night = all();
    let (light, dark) = (&bright[0], &night[0]);
    assert!(light.0 != dark.0 && light.1 != dark.1, "{light:?} {dark:?}");
    assert_eq!(bright, [light.clone(), light.clone(), light.clone(), dark.clone()]);
    assert_eq!(night, [dark.clone(), dark.clone(), light.clone(), dark.clone()]);
    page.assert_well();
}

#[test]
fn a_page_colours_the_widget_by_its_variables() {
    let story = ferry();
    let site = plan_of(&story)
        .file("/test.css", "on-record { --on-record-paper: rgb(1, 2, 3); --on-record-ink: rgb(250, 240, 230); }")
        .serve();
    let page = Page::open(&site, "/");
    let expected = ("rgb(1, 2, 3)".to_owned(), "rgb(250, 240, 230)".to_owned());
    for scheme in ["light", "dark"] {
        page.prefer(scheme);
        assert_eq!(colours(&Widget::first(&page)), expected, "{scheme}");
    }
}

#[test]
fn the_heading_of_a_chapter_stands_in_one_line_at_any_width() {
    let site = site_of(&ferry());
    let page = Page::open(&site, "/");
    for width_px in WIDTHS {
        page.set_width(width_px);
        let heights: Vec<f64> =
            page.js("return probe.all(0, '.ch > span').map((e) => e.getBoundingClientRect().height)", json!([]));
        assert!(heights.len() > 1 && heights.iter().all(|height| *height < 40.0), "{width_px} px: {heights:?}");
    }
}

#[test]
fn of_an_open_plan_only_its_mark_and_its_status_are_set_apart() {
    let site = site_of(&ferry());
    for (id, width_px) in [("bridge-study", 390), ("bridge-study", 1200), ("night-boat", 1200)] {
        let page = Page::open(&site, "/");
        page.set_width(width_px);
        let told: Vec<String> = page.js(
            "const row = probe.one(0, arguments[0]);
            row.open = true;
            const colour = (e) => getComputedStyle(e).color;
            const apart = colour(row.querySelector('.mk'));
            const own = (e) => [...e.childNodes].some((it) => it.nodeType === 3 && it.data.trim());
            return [...row.querySelectorAll('*')].filter((e) => own(e) && probe.seen(e) && colour(e) === apart)
              .map((e) => probe.read(e).toLowerCase())",
            json!([format!("#event-{id}")]),
        );
        let status = if id == "night-boat" { "expected" } else { "planned" };
        assert!(
            !told.is_empty() && told.iter().all(|words| words.starts_with(status)),
            "{id}, {width_px} px: {told:?}"
        );
    }
}
