//! Addresses that nobody should have written, and links that are followed while the page is open.

use on_record_tests::{Page, Widget, record::said};
use serde_json::json;
use story::{Message, Story};

use super::stories::{TIMELINE, ferry, site_of};

/// Broken in every way we know: unknown names, broken escapes, dates that are none, far too long.
fn broken() -> Vec<String> {
    let fixed = [
        "",
        "&&&",
        "=",
        "event",
        "event=nope&q=%zz&view=x..y&status=maybe&speaker=&via=&outlet=&foo=bar",
        "event=%F0%9F&quote=%00&q=%E2%80%AE%0A",
        "event=storm&event=&event=vote&quote=nope",
        "view=2024-01-01..2024-01-01",
        "view=2025-01-01..2024-01-01",
        "view=9223372036854775807-12-31..-9223372036854775808-01-01",
        "view=-99999999999999999-01-01..99999999999999999-12-31",
        "view=0000-00-00..9999-99-99",
        "view=2024-02-31T99:99:99..2024-03-01T-1:-1:-1",
        "view=2024-01-01T00:00:00..2024-01-01T00:00:01",
        "view=NaN..Infinity",
        "status=happened&status=happened&status=planned",
        "q=<img src=x onerror=alert(1)>\"'`&q=${alert(1)}",
        "#or:#or:event=storm",
    ];
    let long = |n: usize| format!("q={}", "가🙂%41".repeat(n / 5));
    let many = "speaker=ada-berg&".repeat(600);
    fixed.into_iter().map(str::to_owned).chain([long(10_000), many, long(100_000)]).collect()
}

/// Asserts that a widget lives: it shows the whole story and opens one event after the other.
fn assert_lives(page: &Page, story: &Story, fragment: &str) {
    let shown: String = fragment.chars().take(80).collect();
    let script = "const [whole, ids] = arguments;
        window.opened ??= [];
        const next = ids.find((id) => !opened.includes(id));
        if (!next) return delete window.opened;
        const mark = probe.one(0, `[data-event='${next}']`);
        if (mark?.getAttribute('aria-current') === 'true') opened.push(next);
        else (mark ?? probe.one(0, whole)).click();";
    let whole = format!("button[aria-label='{}']", said(story, Message::ShowAll));
    page.wait_until(&format!("the widget lives after {shown}"), script, json!([whole, ["storm", "vote"]]));
    let wrong: Vec<String> = page.js(
        "return probe.complaints.concat(probe.heard.filter((e) => e.name === 'error').map((e) => e.detail.message))",
        json!([]),
    );
    assert_eq!(wrong, Vec::<String>::new(), "{shown}");
}

#[test]
fn a_broken_fragment_does_no_harm_when_the_page_loads() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::blank();
    for (at, fragment) in broken().iter().enumerate() {
        page.go(&site, &format!("{TIMELINE}?{at}#or:{fragment}"));
        assert_lives(&page, &story.story, fragment);
    }
    page.assert_well();
}

#[test]
fn a_broken_fragment_does_no_harm_when_a_link_is_followed() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    for fragment in broken() {
        page.js::<()>("location.hash = arguments[0]", json!([format!("#or:{fragment}")]));
        assert_lives(&page, &story.story, &fragment);
    }
    page.assert_well();
}

#[test]
fn a_link_to_an_event_opens_it_without_a_reload() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    page.run_script("location.hash = '#or:event=storm&q=pier'", json!([]));
    page.wait_until("storm", "return probe.one(0, '.or').dataset.at === 'event-storm'", json!([]));
    widget.wait_for_text(".seek output", "of 11");
    assert!(!widget.attributes(".e:not(.miss)", "id").is_empty());
    widget.turn_to("quotes");
    assert_eq!(widget.quotes(), ["worst-night"]);
    assert_eq!(page.heard("ready").len(), 1);
}
