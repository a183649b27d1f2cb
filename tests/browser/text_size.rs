//! The reader's own size of text: everything follows it, and nothing that a page makes of its own.

use on_record_tests::{Page, Site, Widget, record::said, widget::event};
use serde_json::{Value, json};
use story::Message;

use super::{
    layout::overflowing,
    published::{NO_SCRIPT, plan},
    stories::{QUOTES, TIMELINE, ferry, plan_of, site_of},
};

/// To what browsers are set where nobody has changed it, px.
const USUAL_PX: u32 = 16;

/// What is measured: words, marks, lanes, cards, controls; of each the first.
const MEASURED: &[(&str, &[&str])] = &[
    (
        "/",
        &[
            "h2",
            ".stand",
            ".bar",
            ".v",
            ".plot",
            ".opening h3",
            ".opening blockquote",
            ".sum",
            ".li",
            ".li summary",
            ".rail",
            ".q figcaption",
            ".srcs li",
            ".foot",
            ".mk",
        ],
    ),
    (
        TIMELINE,
        &[
            "h2",
            ".bar",
            "[part~=lane] h3",
            "[part~=lane]",
            "[part~=axis]",
            "[part~=event]",
            "[part~=event] b",
            "[part~=event] small",
            "[part~=overview]",
            ".solo",
            ".solo h3",
            "button[aria-pressed]",
        ],
    ),
    (QUOTES, &["h2", ".quotes h3", "[part~=quote]", "[part~=quote] blockquote", "[part~=quote] small"]),
];

fn set_text(page: &Page, size_px: u32) {
    let sizes = json!({ "fontSizes": { "standard": size_px, "fixed": size_px * 13 / 16 } });
    page.devtools("Page.setFontSizes", &sizes);
    page.settle();
    let script = "return !probe.all(0, '[aria-busy]').length";
    page.wait_until("the timeline rests", script, json!([]));
}

/// How large and where everything is, and how large its text is, by what finds it.
fn measures(page: &Page, measured: &[&str]) -> Vec<(String, Vec<f64>)> {
    page.js(
        "return arguments[0].map((selector) => {
          const host = probe.hosts()[0].getBoundingClientRect();
          const it = probe.one(0, selector);
          const { x, y, width, height } = it.getBoundingClientRect();
          // Not from the top of all: a line that breaks elsewhere far above counts for nothing here.
          const before = it.previousElementSibling?.getBoundingClientRect();
          const above = before?.bottom ?? it.parentElement.getBoundingClientRect().y;
          const text = parseFloat(getComputedStyle(it).fontSize);
          return [selector, [x - host.x, y - above, width, height, text]];
        })",
        json!([measured]),
    )
}

/// That two pages look the same, one so many times as large.
fn assert_as_large(large: &[(String, Vec<f64>)], small: &[(String, Vec<f64>)], times: f64, when: &str) {
    for ((name, large), (_, small)) in large.iter().zip(small) {
        for (large, small) in large.iter().zip(small) {
            let expected = small * times;
            // Lengths below 4 px stay as they are, and browsers round the widths of letters.
            assert!((large - expected).abs() <= 4.0 + expected * 0.01, "{when}: {name}: {large}, and not {expected}");
        }
    }
}

#[test]
fn everything_is_as_many_times_as_large_as_the_readers_text() {
    // The bar by which a page scrolls is as wide at any size.
    let site = plan_of(&ferry()).file("/test.css", ":root { scrollbar-width: none } body { margin: 0 }").serve();
    for (path, measured) in MEASURED {
        for size_px in [20, 32] {
            let times = f64::from(size_px) / f64::from(USUAL_PX);
            let page = Page::open(&site, &[*path, "#or:event=vote"].concat());
            page.set_width(640);
            let usual = measures(&page, measured);
            page.set_width(640 * size_px / USUAL_PX);
            set_text(&page, size_px);
            assert_as_large(&measures(&page, measured), &usual, times, &format!("{path}, {size_px} px"));
            page.go(&site, &[*path, "?from-the-start#or:event=vote"].concat());
            assert_as_large(&measures(&page, measured), &usual, times, &format!("{path}, {size_px} px from the start"));
            page.assert_well();
        }
    }
}

#[test]
fn nothing_sticks_out_or_overlaps_at_twice_the_size() {
    let site = site_of(&ferry());
    for size_px in [20, 24, 32] {
        let timeline = [TIMELINE, "#or:event=vote"].concat();
        for path in ["/", timeline.as_str(), QUOTES, "/?found#or:q=boat", "/?all#or:status=planned"] {
            let page = Page::open(&site, path);
            set_text(&page, size_px);
            for width_px in [390, 680, 1200] {
                page.set_width(width_px);
                assert_eq!(overflowing(&page), Vec::<String>::new(), "{path}, {size_px} px of text, {width_px} px");
                assert_eq!(overlaps(&page), Vec::<String>::new(), "{path}, {size_px} px of text, {width_px} px");
            }
        }
    }
}

/// Words that cover other words; a bar that sticks and that nothing shines through covers what it passes.
fn overlaps(page: &Page) -> Vec<String> {
    page.js(
        "const isBar = (e) => {
          const { position, backgroundColor } = getComputedStyle(e);
          return position === 'sticky' && !/^rgba|transparent/.test(backgroundColor);
        };
        const bars = probe.all(0, '.room *').filter(isBar);
        const words = [];
        for (const e of probe.all(0, '.room *')) {
          if (e.closest('svg, .unseen, [aria-hidden] b') || !probe.seen(e)) continue;
          for (const node of e.childNodes) {
            if (node.nodeType !== 3 || !node.data.trim()) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            // What is cut off is not seen.
            const { left, right, top, bottom } = e.getBoundingClientRect();
            for (const it of range.getClientRects()) {
              const place = [Math.max(it.left, left), Math.min(it.right, right), Math.max(it.top, top), Math.min(it.bottom, bottom)];
              words.push([node.data.trim(), bars.find((bar) => bar.contains(e)), ...place]);
            }
          }
        }
        const found = [];
        words.forEach(([one, bar, left, right, top, bottom], at) => words.slice(at + 1).forEach(([other, beside, l, r, t, b]) => {
          const covers = Math.min(right, r) - Math.max(left, l) > 3 && Math.min(bottom, b) - Math.max(top, t) > 4;
          // Words that are cut short are two boxes.
          if (covers && one !== other && bar === beside) found.push(`${one} and ${other}`);
        }));
        return found",
        json!([]),
    )
}

#[test]
fn what_a_page_makes_of_its_own_text_changes_nothing() {
    let story = ferry();
    let site = site_of(&story);
    for (path, measured) in MEASURED {
        assert_unmoved(&site, path, measured);
    }
}

fn assert_unmoved(site: &Site, path: &str, measured: &[&str]) {
    let page = Page::open(site, &[path, "#or:event=vote"].concat());
    let usual = measures(&page, measured);
    for style in ["font-size: 62.5%", "font-size: 24px", "font: 300 200%/3 monospace", "font-size: 0"] {
        for element in ["documentElement", "body"] {
            let script = format!("document.{element}.style = arguments[0]");
            page.run_script(&script, json!([style]));
            page.settle();
            assert_as_large(&measures(&page, measured), &usual, 1.0, path);
            page.run_script(&script, json!([""]));
        }
    }
}

#[test]
fn a_drag_moves_the_time_with_the_pointer_at_any_size() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    set_text(&page, 24);
    widget.click(&format!("button[aria-label='{}']", said(&story.story, Message::ZoomIn)));
    let mark = event("vote");
    let before = widget.sign(&mark);
    let lane = widget.place("[part~=lane]");
    let from = (lane.x + lane.width / 2.0, lane.y + 8.0);
    page.drag(&[from, (from.0 + 40.0, from.1), (from.0 + 90.0, from.1)]);
    let after = widget.sign(&mark);
    assert!((after.x - before.x - 90.0).abs() < 2.0, "{before:?} {after:?}");
}

#[test]
fn the_published_pages_follow_the_readers_text() {
    let site = plan(&ferry(), &NO_SCRIPT).serve_alone();
    for path in ["/", "/embed.html", "/snippets.html"] {
        let page = Page::blank();
        page.visit(&site, path);
        let sizes = |page: &Page| -> Vec<f64> {
            let script = "const words = [...document.querySelectorAll('h1, h2, p, a, small, li, cite, blockquote')];
                return words.map((e) => parseFloat(getComputedStyle(e).fontSize)).filter(Boolean)";
            page.js(script, json!([]))
        };
        // What is as wide for its text is laid out alike.
        page.set_width(600);
        let usual = sizes(&page);
        page.set_width(1200);
        set_text(&page, 32);
        let large = sizes(&page);
        assert!(!usual.is_empty(), "{path}");
        assert_eq!(usual.len(), large.len(), "{path}: {usual:?} {large:?}");
        for (usual, large) in usual.iter().zip(&large) {
            // A title may be as large as its column allows.
            let grew = large / usual;
            assert!((1.9..=2.1).contains(&grew) || *usual > 25.0, "{path}: {usual} px became {large} px");
        }
        let wide: Value = page.js(
            "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth <= clientWidth",
            json!([]),
        );
        assert_eq!(wide, json!(true), "{path} scrolls sideways");
    }
}
