//! What a page says of its own text ends at the widget: no word, width or quotation mark of it changes.

use on_record_tests::{Page, Widget};
use serde_json::{Value, json};

use super::stories::{QUOTES, TIMELINE, ferry, site_of};

/// What pages say of their text, and elements inherit.
const INHERITED: &[&str] = &[
    "white-space: nowrap",
    "white-space: pre",
    "text-wrap: nowrap",
    "text-indent: 2em",
    "quotes: none",
    "quotes: '((' '))'",
    "text-transform: uppercase",
    "letter-spacing: 3px",
    "word-spacing: 1em",
    "line-height: 3",
    "text-align: center",
    "text-align-last: justify",
    "hyphens: auto",
    "word-break: break-all",
    "line-break: anywhere",
    "overflow-wrap: normal",
    "tab-size: 20",
    "font-variant: small-caps",
    "font-variant-numeric: oldstyle-nums",
    "font-feature-settings: 'smcp', 'onum'",
    "font-kerning: none",
    "font-stretch: condensed",
    "font-style: italic",
    "font-weight: 900",
    "font-size-adjust: 0.9",
    "text-shadow: 0 0 4px red",
    "text-emphasis: filled dot red",
    "text-rendering: geometricPrecision",
    "-webkit-text-stroke: 2px red",
    "-webkit-text-fill-color: red",
    "-webkit-text-security: disc",
    "-webkit-font-smoothing: antialiased",
    "text-orientation: upright",
    "cursor: wait",
    "list-style: square inside",
    "border-collapse: collapse",
    "border-spacing: 9px",
    "caption-side: bottom",
    "empty-cells: hide",
    "color: red",
    "caret-color: red",
    "accent-color: red",
    "fill: red",
    "stroke: red",
    "stroke-width: 9px",
    "image-rendering: pixelated",
    "color-scheme: dark",
    "direction: rtl",
    "user-select: none",
    "orphans: 9",
    "hanging-punctuation: first",
    "ruby-position: under",
    "text-underline-offset: 9px",
    "text-underline-position: under",
    "text-decoration-skip-ink: none",
];

/// Elements whose computed style is compared, property by property.
const LOOKED_AT: &[&str] = &[
    "section",
    "h2",
    "[part~=quote] blockquote",
    "[part~=event] b",
    "[part~=axis] span",
    "button[aria-pressed]",
    "input",
    "select",
    "a",
    "svg path",
    ".story blockquote",
    ".story h3",
    ".li summary",
    ".plot text",
    ".srcs li",
];

/// Where everything stands in the widget, what it says, and how some of it is styled.
fn looks(page: &Page) -> Value {
    Widget::first(page).rest();
    page.js(
        "const host = probe.hosts()[0].getBoundingClientRect();
        const round = (n) => Math.round(n * 10) / 10;
        const places = probe.all(0, '.room *').map((e) => {
          const { x, y, width, height } = e.getBoundingClientRect();
          return [e.localName, String(e.className.baseVal ?? e.className), round(x - host.x), round(y - host.y), round(width), round(height)].join(' ');
        });
        // No view has them all.
        const styles = arguments[0].filter((selector) => probe.one(0, selector)).map((selector) => {
          const style = getComputedStyle(probe.one(0, selector));
          return [...style].map((name) => `${selector} { ${name}: ${style.getPropertyValue(name)} }`);
        });
        return [host.width, probe.read(probe.one(0, 'section')), ...places, ...styles.flat()]",
        json!([LOOKED_AT]),
    )
}

/// Whether two parts of a look are the same, but for half a pixel that browsers round away.
fn is_alike(one: &Value, other: &Value) -> bool {
    let (Some(one), Some(other)) = (one.as_str(), other.as_str()) else { return one == other };
    let is_near = |one: &str, other: &str| {
        let px = |word: &str| word.parse::<f64>().ok();
        px(one).zip(px(other)).is_some_and(|(one, other)| (one - other).abs() <= 0.5)
    };
    let (words, others): (Vec<_>, Vec<_>) = (one.split(' ').collect(), other.split(' ').collect());
    words.len() == others.len() && words.iter().zip(&others).all(|(one, other)| one == other || is_near(one, other))
}

/// The first things that two looks differ in.
fn differences(before: &Value, after: &Value) -> Vec<String> {
    let lines = |looks: &Value| looks.as_array().cloned().unwrap_or_default();
    let pairs = lines(before).into_iter().zip(lines(after));
    pairs
        .filter(|(one, other)| !is_alike(one, other))
        .take(4)
        .map(|(one, other)| format!("{one} became {other}"))
        .collect()
}

#[test]
fn what_a_page_says_of_its_text_ends_at_the_widget() {
    let site = site_of(&ferry());
    for (path, width_px) in
        ["/", TIMELINE, QUOTES].into_iter().zip([1200, 1200, 1200]).chain([("/", 390), (TIMELINE, 390)])
    {
        let page = Page::open(&site, &[path, "#or:event=vote"].concat());
        page.set_width(width_px);
        let usual = looks(&page);
        for said in INHERITED {
            page.run_script("document.body.style = arguments[0]", json!([said]));
            page.settle();
            assert_eq!(differences(&usual, &looks(&page)), Vec::<String>::new(), "{path}, {said}, {width_px} px");
        }
        page.assert_well();
    }
}

#[test]
fn a_story_in_vertical_text_is_drawn_as_wide_as_its_place() {
    let site = site_of(&ferry());
    for mode in ["vertical-rl", "vertical-lr", "sideways-lr"] {
        let page = Page::open(&site, "/");
        page.run_script("document.body.style.writingMode = arguments[0]", json!([mode]));
        page.settle();
        let section = Widget::first(&page).place("section");
        assert!(section.width > 300.0 && section.height > 300.0, "{mode}: {section:?}");
    }
}

#[test]
fn what_a_page_hides_stays_hidden() {
    let site = site_of(&ferry());
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    assert!(widget.shows("h2"));
    page.run_script("document.body.style.visibility = 'hidden'", json!([]));
    assert!(!widget.shows("h2"));
}
