//! Where a shared link lands: at the story, whatever comes above and below it, and whenever it comes.

use on_record_tests::{
    Page, Site,
    flow::{Flow, Rest},
};
use serde_json::json;

use super::stories::{INLINE, ferry, plan_of};

const PARAGRAPH: &str = "<p>Paragraph of the article, some words long, as articles have them, and a few more.</p>";

/// An article with a story that does not come until it is let go, and room for what comes late above and below it.
fn article(attributes: &str, style: &str, below: &str) -> Site {
    let text = PARAGRAPH.repeat(40);
    let body = format!(
        "<style>{style}</style><main style='max-width:700px;margin:auto'><div id=above></div>{text}\
        <on-record src=/held.orb {attributes}><p>Own words.</p></on-record><div id=below></div>{below}</main>"
    );
    let story = ferry();
    let held = Flow { declared_bytes: None, start: Vec::new(), rest: Rest::Held(story.bytes.clone()) };
    // No story view lies beside this bundle.
    let nothing = Flow { declared_bytes: None, start: Vec::new(), rest: Rest::Nothing };
    let plan = plan_of(&story).header(INLINE.0, INLINE.1).flow("/held.orb", held).flow("/held.html", nothing);
    plan.page("/article.html", &body).serve()
}

/// Makes something as high as an advertisement come above or below the story.
fn come(page: &Page, place: &str, height_px: u32) {
    page.run_script(
        "document.getElementById(arguments[0]).style.height = `${arguments[1]}px`",
        json!([place, height_px]),
    );
}

/// Waits until what the address leads to stands in the window below what sticks there or, where it leads to no part of the
/// story, the top of the story at that of the window; what leads there is loaded when it is needed.
fn assert_landed(page: &Page, what: &str) {
    page.settle();
    page.wait_until(
        &format!("the reader is led there: {what}"),
        "const [, kind, id] = /(event|quote)[-=]([^_&]+)/.exec(location.hash) ?? [];
        if (!id) return Math.abs(probe.hosts()[0].getBoundingClientRect().top) < 2;
        const { top } = probe.one(0, `[id='${kind}-${id}']`).getBoundingClientRect();
        return top >= probe.one(0, '.stick').getBoundingClientRect().bottom - 1 && top < innerHeight",
        json!([]),
    );
}

#[test]
fn a_shared_link_lands_at_the_story_and_at_the_part_of_it_that_it_names() {
    let text = PARAGRAPH.repeat(40);
    let pages = [
        ("plain", "", "", &*text),
        ("with a height", "height=600", "", &text),
        ("of a smooth page", "", "html { scroll-behavior: smooth }", &text),
        ("at the end of the page", "", "", ""),
        ("at the end, with a height", "height=300", "", ""),
    ];
    let page = Page::blank();
    for width_px in [1100, 390] {
        page.set_width(width_px);
        for (name, attributes, style, below) in pages {
            for link in ["#or_event-storm", "#or:event=storm", "#or_q-boat"] {
                let what = format!("a link {name} to {link} at {width_px}");
                let site = article(attributes, style, below);
                page.visit(&site, &format!("/article.html{link}"));
                page.settle();
                come(&page, "above", 300);
                site.go_on();
                page.wait_until_ready(0);
                assert_landed(&page, &what);
                come(&page, "below", 500);
                come(&page, "above", 700);
                assert_landed(&page, &what);
            }
        }
    }
    page.assert_well();
}

#[test]
fn a_story_at_the_top_of_the_page_is_kept_in_view() {
    let body = "<div id=above></div><on-record src=/story.orb><p>Own words.</p></on-record>";
    let site = plan_of(&ferry()).header(INLINE.0, INLINE.1).page("/top.html", body).serve();
    let page = Page::open(&site, "/top.html#or_event-storm");
    assert_landed(&page, "at first");
    come(&page, "above", 1_500);
    assert_landed(&page, "pushed out of view");
}

#[test]
fn the_room_that_a_sticky_header_takes_is_left_free() {
    let site = article("style='--on-record-top: 80px'", "", "");
    let page = Page::blank();
    page.visit(&site, "/article.html#or_event-storm");
    site.go_on();
    page.wait_until_ready(0);
    page.settle();
    assert_landed(&page, "below the header");
    let top: f64 = page.js("return probe.one(0, '.stick').getBoundingClientRect().top", json!([]));
    assert!(top >= 79.0, "{top}");
}

#[test]
fn whoever_moves_is_not_moved_back() {
    let site = article("", "", "");
    let page = Page::blank();
    page.visit(&site, "/article.html#or_event-storm");
    site.go_on();
    page.wait_until_ready(0);
    page.run_script("dispatchEvent(new WheelEvent('wheel')); scrollTo(0, 0)", json!([]));
    come(&page, "above", 400);
    come(&page, "below", 400);
    assert_eq!(page.js::<f64>("return scrollY", json!([])), 0.0);
}

#[test]
fn a_link_to_a_quote_shows_the_quote() {
    let site = article("", "", "");
    let page = Page::blank();
    // What else stands in an address leads nowhere.
    page.visit(&site, "/article.html?event=summer#or_quote-worst-night");
    site.go_on();
    page.wait_until_ready(0);
    page.settle();
    come(&page, "above", 700);
    assert_landed(&page, "the quote");
}
