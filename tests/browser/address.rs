//! The address: it follows the view, brings it back, and Back is the way back.

use on_record_tests::{Key, Page, Widget, record::said, widget::event};
use serde_json::{Value, json};
use story::{Civil, Message, day_from_civil};

use super::stories::{QUOTES, TIMELINE, ferry, korean, plan_of, site_of};

/// Marks that stand less far apart stand in the same place, px.
const APART_PX: f64 = 4.0;

/// The days from the start of the view to its end, as the address has them, counted from 1970-01-01; `None` where
/// the view is the one the widget began with.
pub(super) fn view(page: &Page) -> Option<(f64, f64)> {
    let fragment = page.fragment();
    let view = fragment.strip_prefix("#or_")?.split('_').find_map(|pair| pair.strip_prefix("view-"))?;
    let (start, end) = view.split_once("--").expect("two ends");
    Some((day(start), day(end)))
}

/// `2024-06-18T103000` in days.
fn day(text: &str) -> f64 {
    let (date, time) = text.split_once('T').unwrap_or((text, "000000"));
    let number = |text: &str| text.parse::<i64>().expect("a number");
    let date: Vec<i64> = date.split('-').map(number).collect();
    let time = [&time[..2], &time[2..4], &time[4..]].map(number);
    let civil = Civil { year: date[0], month: date[1] as u8, day: date[2] as u8 };
    let secs = time.iter().fold(0, |secs, part| secs * 60 + part);
    day_from_civil(civil) as f64 + secs as f64 / 86_400.0
}

/// All that a reader has chosen, as the page shows it.
fn shown(page: &Page) -> Value {
    Widget::first(page).rest();
    page.js(
        "const all = (selector) => probe.all(0, selector);
        return {
          view: probe.one(0, '.or').dataset.view,
          open: all('[data-event][aria-current=true]').map((e) => e.dataset.event),
          chosen: all('[data-quote][aria-current=true]').map((e) => e.dataset.quote),
          beside: probe.read(probe.one(0, '.solo')),
          query: probe.one(0, '.seek input').value,
          pressed: all('[aria-pressed=true]').map(probe.nameOf),
          quotes: all('[data-quote]').map((e) => e.dataset.quote),
        }",
        json!([]),
    )
}

/// The marks and where they stand, px, once the timeline rests.
fn marks(page: &Page) -> Vec<(String, f64)> {
    Widget::first(page).rest();
    page.js(
        "return probe.all(0, '[part~=timeline] [data-event]').map((e) => [e.dataset.event, e.getBoundingClientRect().x])",
        json!([]),
    )
}

/// Asserts that the same marks stand in the same places. Far out the address has the days of the view and not the
/// time of day; a day is a few px then.
fn assert_same_places(page: &Page, before: &[(String, f64)]) {
    let after = marks(page);
    let (left, right): (f64, f64) = page.js(
        "const { left, right } = probe.one(0, '[part~=timeline]').getBoundingClientRect(); return [left, right]",
        json!([]),
    );
    // Some stand ready beyond the edges of the view.
    let in_view = |marks: &[(String, f64)]| -> Vec<(String, f64)> {
        marks.iter().filter(|(_, x)| (left + APART_PX..right - APART_PX).contains(x)).cloned().collect()
    };
    for (one, other) in [(before, &*after), (&*after, before)] {
        for (id, x) in in_view(one) {
            let same = other.iter().find(|(of, _)| *of == id);
            assert!(same.is_some_and(|(_, is)| (is - x).abs() < APART_PX), "{id} at {x}: {before:?} {after:?}");
        }
    }
    assert!(!before.is_empty());
}

#[test]
fn a_reload_and_another_browser_show_what_the_first_one_showed() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    let empty = shown(&page);
    widget.look("timeline");
    widget.focus_timeline();
    page.press(Key('0'));
    page.press(Key('+'));
    page.press(Key('+'));
    widget.look("quotes");
    widget.unfold();
    widget.search("the");
    widget.click_named("[part~=facet] button", "Tom Rask");
    widget.click_named("[part~=facet] button", "The Herald");
    let explored = shown(&page);
    for part in ["view", "query", "pressed", "quotes"] {
        assert_ne!(explored[part], empty[part], "{part} is as it was at first");
    }
    widget.click_named("[data-quote='kept-word'] button", "First crossing");
    let (chosen, address) = (shown(&page), page.address());
    page.reload();
    let other = Page::open(&site, &address);
    for page in [&page, &other] {
        assert_eq!(shown(page), chosen);
        assert_eq!(page.address(), address);
    }
    widget.turn_to("timeline");
    let (chosen, places, address) = (shown(&page), marks(&page), page.address());
    other.go(&site, &address);
    assert_eq!(shown(&other), chosen);
    assert_same_places(&other, &places);
    other.assert_well();
}

#[test]
fn a_reload_shows_the_same_view_at_every_zoom() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    let zoom_in = format!("button[aria-label='{}']", said(&story.story, Message::ZoomIn));
    for _ in 0..5 {
        widget.click(&zoom_in);
        widget.click(&zoom_in);
        let (places, address) = (marks(&page), page.address());
        page.reload();
        assert_same_places(&page, &places);
        assert_eq!(page.address(), address);
    }
}

#[test]
fn back_and_forward_go_from_selection_to_selection() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    assert_eq!(widget.open_events(), ["vote"], "at first, the event that the story opens with");
    for id in ["vote", "storm", "petition"] {
        widget.click(&event(id));
    }
    let opens = |id: &str| {
        let script = "return probe.all(0, `[data-event='${arguments[0]}'][aria-current=true]`).length === 1";
        page.wait_until(&format!("{id} is open"), script, json!([id]));
        assert_eq!(widget.open_events(), [id]);
    };
    page.back();
    opens("storm");
    page.back();
    opens("vote");
    page.forward();
    opens("storm");
    page.forward();
    opens("petition");
    page.assert_well();
}

#[test]
fn back_leaves_the_article_in_as_many_presses_as_things_were_opened() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    let holds = |text: &str| page.wait_until(text, "return location.hash.includes(arguments[0])", json!([text]));
    let lacks = |text: &str| page.wait_until(text, "return !location.hash.includes(arguments[0])", json!([text]));
    let before = page.js::<u64>("return history.length", json!([]));
    widget.unfold();
    widget.click_named("[part~=facet] button", "Tom Rask");
    holds("speaker-");
    widget.seek();
    widget.click("input[type=search]");
    page.type_text("bo");
    holds("q-bo");
    page.type_text("at");
    holds("q-boat");
    widget.turn_to("timeline");
    holds("as-timeline");
    widget.click(&event("second-boat"));
    holds("event-second-boat");
    widget.focus_timeline();
    page.press(Key::ESCAPE);
    lacks("event-second-boat");
    page.press(Key('+'));
    holds("view-");
    widget.turn_to("quotes");
    lacks("as-");
    widget.click_named(".sayer button, [data-quote] button", "Tom Rask");
    holds("person-");
    let opened = page.js::<u64>("return history.length", json!([])) - before;
    assert_eq!(opened, 2, "an event and a speaker");
    page.back();
    lacks("person-");
    page.back();
    lacks("view-");
    assert!(page.fragment().contains("q-boat"), "filters and searches are no steps: {}", page.fragment());
}

#[test]
fn a_fragment_of_the_page_is_the_pages_own() {
    let story = ferry();
    let site = plan_of(&story)
        .page("/page.html", "<on-record src=story.orb view=timeline></on-record><h2 id=comments>Comments</h2>")
        .serve();
    for own in ["#comments", "#/story/12", "#or_gate"] {
        let address = format!("/page.html?{}{own}", &own[1..]);
        let page = Page::open(&site, &address);
        Widget::first(&page).search("boat");
        Widget::first(&page).click(&event("storm"));
        assert_eq!(page.address(), address, "it is never written over");
        page.run_script("location.hash = ''", json!([]));
        Widget::first(&page).click(&event("petition"));
        assert!(page.fragment().starts_with("#or_"), "and free again: {}", page.fragment());
    }
}

#[test]
fn a_fragment_is_a_selector_for_the_scripts_of_the_page() {
    let story = korean();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    Widget::first(&page).search("출항 & “50 %” = a.b:c#d");
    let fragment = page.fragment();
    let found = page.js::<Option<String>>("return document.querySelector(location.hash)", json!([]));
    assert_eq!((fragment.starts_with("#or_q-"), found), (true, None), "{fragment}");
    page.reload();
    assert_eq!(page.js::<String>("return probe.one(0, '.seek input').value", json!([])), "출항 & “50 %” = a.b:c#d");
}

#[test]
fn a_page_may_hold_the_view_in_the_query_or_nowhere() {
    let story = ferry();
    let element =
        |permalink: &str| format!("<on-record src=story.orb permalink={permalink} view=timeline></on-record>");
    let site = plan_of(&story)
        .page("/query.html", &element("query"))
        .page("/none.html", &element("none"))
        .page("/both.html", &[element("none"), element("query"), element("fragment"), element("query")].concat())
        .serve();
    let page = Page::open(&site, "/query.html?a=1&or=event-storm_q-pier#/story/12");
    let widget = Widget::first(&page);
    assert_eq!(widget.open_events(), ["storm"]);
    assert_eq!(page.js::<String>("return probe.one(0, '.seek input').value", json!([])), "pier");
    // Its place, at the edge of the window, WebKit's driver cannot press.
    widget.focus("[data-tool=close]");
    page.press(Key::ENTER);
    page.wait_until("the search leaves the address", "return !location.search.includes('q-')", json!([]));
    assert_eq!(page.address(), "/query.html?a=1&or=event-storm#/story/12");
    widget.click(&event("petition"));
    assert_eq!(page.address(), "/query.html?a=1&or=event-petition#/story/12");
    page.back();
    page.wait_until("Back leads back", "return location.search.endsWith('or=event-storm')", json!([]));
    assert_eq!(widget.open_events(), ["storm"]);
    page.go(&site, "/none.html#or_event-storm");
    assert_eq!(widget.open_events(), ["vote"], "nothing is read");
    widget.click(&event("petition"));
    assert_eq!(page.address(), "/none.html#or_event-storm", "nor written");
    page.visit(&site, "/both.html?or=event-petition#or_event-storm");
    // Some drivers do not wait for a page where its address ends in a fragment.
    let has_come = "return location.pathname === '/both.html' && probe.hosts().length === 4";
    page.wait_across_loads("the page has come", has_come, json!([]));
    (0..4).for_each(|host| page.wait_until_ready(host));
    let open: Vec<_> = (0..4).map(|host| Widget::nth(&page, host).open_events().concat()).collect();
    assert_eq!(open, ["vote", "petition", "storm", "vote"], "each address is one story's");
    page.assert_well();
}

#[test]
fn more_moves_than_a_page_may_write_addresses_leave_the_address_where_the_view_is() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    let zoom_in = format!("button[aria-label='{}']", said(&story.story, Message::ZoomIn));
    (0..3).for_each(|_| widget.click(&zoom_in));
    // Browsers ignore a page that changes its address some two hundred times in ten seconds, and warn of it.
    page.run_script(
        "const timeline = probe.one(0, '[part~=timeline]');
        const turn = (deltaX) => timeline.dispatchEvent(new WheelEvent('wheel', { deltaX, bubbles: true }));
        window.turned = 0;
        (function next() { turn(1); if (++window.turned < 250) setTimeout(next); })()",
        json!([]),
    );
    page.wait_until("the wheel has turned", "return window.turned === 250", json!([]));
    let (places, address) = (marks(&page), page.address());
    assert!(address.contains("view-"), "{address}");
    page.assert_well();
    page.reload();
    assert_same_places(&page, &places);
}
