//! The reader's own colours, in a light and a dark theme: each mark is told from the others, and what was drawn is drawn.

use on_record_tests::{Page, Site, Widget, widget::event};
use serde_json::{Value, json};

use super::stories::{TIMELINE, ferry, site_of};

/// An event of each kind of mark, in the story of the ferry.
const KINDS: [(&str, &str); 6] = [
    ("happened", "storm"),
    ("planned", "bridge-study"),
    ("expected", "night-boat"),
    ("fell-through", "second-boat"),
    ("differ", "vote"),
    ("doubt", "rudder"),
];

/// What is drawn by a background, or by a border, of an element or of what the style sheet puts before or after it.
const DRAWN: &[(&str, &str)] = &[
    (".range", ""),
    (".band", ""),
    (".band.soft", ""),
    (".how .hatch", ""),
    (".track", ""),
    (".track", "::after"),
    (".win", ""),
];

/// The same of the quotes.
const DRAWN_QUOTES: &[(&str, &str)] = &[(".chain li", "::before")];

/// A reader who has set colours of their own.
fn force(page: &Page, scheme: &str) {
    let features = json!({ "features": [
        { "name": "forced-colors", "value": "active" },
        { "name": "prefers-color-scheme", "value": scheme },
    ] });
    page.devtools("Emulation.setEmulatedMedia", &features);
    page.settle();
    assert!(page.js::<bool>("return matchMedia('(forced-colors: active)').matches", json!([])));
}

/// How something is painted: shape and colours.
fn painted(page: &Page, selector: &str, pseudo: &str) -> Value {
    page.js(
        "const style = getComputedStyle(probe.one(0, arguments[0]), arguments[1] || null);
        const names = ['background-image', 'background-color', 'border-top-width', 'border-top-style', 'border-top-color',
          'border-radius', 'rotate', 'scale', 'width'];
        return names.map((name) => style.getPropertyValue(name))",
        json!([selector, pseudo]),
    )
}

/// Whether anything of it is seen on the paper.
fn is_drawn(painted: &Value, paper: &str) -> bool {
    let of = |at: usize| painted[at].as_str().unwrap_or_default();
    let is_clear = |colour: &str| (colour.starts_with("rgba") && colour.ends_with(", 0)")) || colour == paper;
    let has_border = of(2) != "0px" && of(3) != "none" && !is_clear(of(4));
    of(0) != "none" || !is_clear(of(1)) || has_border
}

/// The colours that a picture of backgrounds is made of.
fn colours(painted: &Value) -> Vec<String> {
    let all = [0, 1, 4].map(|at| painted[at].as_str().unwrap_or_default()).join(" ");
    let mut found: Vec<String> =
        all.split("rgb").skip(1).filter_map(|it| it.split_once(')')).map(|it| it.0.to_owned()).collect();
    found.retain(|colour| !(colour.starts_with('a') && colour.ends_with(", 0")));
    found.sort();
    found.dedup();
    found
}

/// Asserts that each of some is drawn on a paper.
fn assert_drawn(page: &Page, parts: &[(&str, &str)], scheme: &str) {
    let paper = Widget::first(page).style("section", "background-color");
    for (selector, pseudo) in parts {
        let painted = painted(page, selector, pseudo);
        assert!(is_drawn(&painted, &paper), "{selector}{pseudo}, {scheme}: {painted}");
    }
}

#[test]
fn every_kind_of_mark_is_told_from_the_others() {
    let site = site_of(&ferry());
    for (scheme, width_px) in [("light", 1200), ("dark", 1200), ("light", 390), ("dark", 390)] {
        let page = Page::open(&site, TIMELINE);
        page.set_width(width_px);
        force(&page, scheme);
        let paper = Widget::first(&page).style("section", "background-color");
        let mut seen: Vec<(&str, Value)> = Vec::new();
        for (kind, id) in KINDS {
            let painted = painted(&page, &format!(".ev{}", event(id)), "::before");
            assert!(is_drawn(&painted, &paper), "{kind}, {scheme}, {width_px} px: {painted}");
            assert!(colours(&painted).len() <= 2, "{kind}, {scheme}: more than the reader's colours: {painted}");
            let same = seen.iter().find(|(_, other)| *other == painted);
            assert_eq!(same, None, "{kind}, {scheme}, {width_px} px: {painted}");
            seen.push((kind, painted));
        }
    }
}

#[test]
fn what_the_timeline_and_the_quotes_draw_is_drawn_in_the_readers_colours() {
    let site = site_of(&ferry());
    for scheme in ["light", "dark"] {
        let page = Page::open(&site, "/timeline.html#or_event-vote");
        let widget = Widget::first(&page);
        widget.click(".bar [data-tool=day]");
        force(&page, scheme);
        assert_drawn(&page, DRAWN, scheme);
        let arrow: (String, String) = page.js(
            "const style = getComputedStyle(probe.one(0, '.range.go'), '::after');
            return [style.borderTopColor, style.borderLeftColor]",
            json!([]),
        );
        assert_eq!(arrow, ("rgba(0, 0, 0, 0)".to_owned(), widget.style("section", "color")), "{scheme}: no arrow");
        let ring = painted_ring(&page);
        assert_ne!(ring, "none", "{scheme}: the open event has a ring");
        widget.look("quotes");
        assert_drawn(&page, DRAWN_QUOTES, scheme);
        let around = widget.style("[part~=quote].chosen, [part~=quote].related", "outline-style");
        assert_ne!(around, "none", "{scheme}: what is chosen shows");
        page.assert_well();
    }
}

/// The line around the mark of the open event.
fn painted_ring(page: &Page) -> String {
    page.js("return getComputedStyle(probe.one(0, '[part~=event][aria-current]'), '::before').outlineStyle", json!([]))
}

#[test]
fn the_story_draws_its_marks_in_the_readers_colours() {
    let site = site_of(&ferry());
    for scheme in ["light", "dark"] {
        let page = Page::open(&site, "/");
        force(&page, scheme);
        let text = Widget::first(&page).style("section", "color");
        let drawn = "return probe.all(0, arguments[0]).filter(probe.seen).map((mark) => [mark.className.baseVal ?? mark.className, getComputedStyle(mark).color])";
        let marks: Vec<(String, String)> = page.js(drawn, json!([".story .mk, .plot .m"]));
        assert!(marks.len() > 10, "{marks:?}");
        assert!(marks.iter().all(|(_, colour)| *colour == text), "{scheme}, {text}: {marks:?}");
        page.assert_well();
    }
}

#[test]
fn a_band_over_the_days_that_an_account_may_mean_is_drawn_in_the_readers_colours() {
    let page = Page::open(&Site::of_dist(), "/");
    force(&page, "light");
    let bands: Vec<String> = page.js(
        "return probe.all(0, '.days .spans').map((days) => getComputedStyle(days, '::before').backgroundImage)",
        json!([]),
    );
    assert!(!bands.is_empty() && !bands.contains(&"none".to_owned()), "{bands:?}");
}
