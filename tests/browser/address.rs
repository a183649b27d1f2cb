//! The address: it follows the view, brings it back, and Back is the way back.

use on_record_tests::{Key, Page, Widget, record::said, widget::event};
use serde_json::{Value, json};
use story::{Civil, Message, day_from_civil};

use super::stories::{ferry, plan_of, site_of};

/// Marks that stand less far apart stand in the same place, px.
const APART_PX: f64 = 4.0;

/// The days from the start of the view to its end, as the address has them, counted from 1970-01-01; `None` where
/// the view is the one the widget began with.
pub(super) fn view(page: &Page) -> Option<(f64, f64)> {
    let fragment = page.fragment();
    let pairs = fragment.strip_prefix("#or:")?;
    let view = pairs.split('&').find_map(|pair| pair.strip_prefix("view="))?;
    let (start, end) = view.split_once("..").expect("two ends");
    Some((day(start), day(end)))
}

/// `2024-06-18T10:30:00` in days.
fn day(text: &str) -> f64 {
    let (date, time) = text.split_once('T').unwrap_or((text, "0:0:0"));
    let numbers = |text: &str, by: char| -> Vec<i64> { text.split(by).map(|n| n.parse().expect("a number")).collect() };
    let (date, time) = (numbers(date, '-'), numbers(time, ':'));
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
          open: all('[data-event][aria-current=true]').map((e) => e.dataset.event),
          chosen: all('[data-quote][aria-current=true]').map((e) => e.dataset.quote),
          detail: probe.read(probe.one(0, '[part~=detail]')),
          query: probe.one(0, 'input').value,
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
    widget.focus_timeline();
    page.press(Key('0'));
    page.press(Key('+'));
    page.press(Key('+'));
    widget.search("the");
    widget.click_named("[part~=facet] button", "Tom Rask");
    widget.click_named("[part~=facet] button", "The Herald");
    widget.click_named("[data-quote='kept-word'] button", "First crossing");
    let (chosen, places, address) = (shown(&page), marks(&page), page.address());
    for part in ["query", "pressed", "quotes", "chosen"] {
        assert_ne!(chosen[part], empty[part], "{part} is as it was at first");
    }
    page.reload();
    let other = Page::open(&site, &address);
    for page in [&page, &other] {
        assert_eq!(shown(page), chosen);
        assert_eq!(page.address(), address);
        assert_same_places(page, &places);
    }
    other.assert_well();
}

#[test]
fn a_reload_shows_the_same_view_at_every_zoom() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
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
fn a_closed_detail_stays_closed_after_a_reload() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    assert_eq!(widget.count("[part~=detail]"), 1, "the weightiest event is open at first");
    widget.click(&format!("button[aria-label='{}']", said(&story.story, Message::Close)));
    page.reload();
    assert_eq!(widget.count("[part~=detail]"), 0);
}

#[test]
fn back_and_forward_go_from_selection_to_selection() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    let first = widget.open_events();
    assert_eq!(first, ["vote"], "the weightiest event is open at first");
    widget.click(&event("storm"));
    widget.click(&event("petition"));
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
fn choices_add_to_the_history_and_the_view_does_not() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    let holds = |text: &str| page.wait_until(text, "return location.hash.includes(arguments[0])", json!([text]));
    let lacks = |text: &str| page.wait_until(text, "return !location.hash.includes(arguments[0])", json!([text]));
    widget.click_named("[part~=facet] button", "Tom Rask");
    holds("speaker=");
    widget.click("input");
    page.type_text("bo");
    holds("q=bo");
    page.type_text("at");
    holds("q=boat");
    widget.click(&event("second-boat"));
    widget.focus_timeline();
    page.press(Key('+'));
    holds("view=");
    page.back();
    lacks("event=second-boat");
    assert!(page.fragment().contains("q=boat"), "{}", page.fragment());
    page.back();
    lacks("q=");
    assert!(page.fragment().contains("speaker="), "what is typed on is no step: {}", page.fragment());
    page.back();
    lacks("speaker=");
}

#[test]
fn a_fragment_of_the_page_is_the_pages_own() {
    let story = ferry();
    let site = plan_of(&story)
        .page("/page.html", "<on-record src=story.orb></on-record><h2 id=comments>Comments</h2>")
        .serve();
    let page = Page::open(&site, "/page.html?a=1#comments");
    page.settle();
    assert_eq!(page.address(), "/page.html?a=1#comments");
    Widget::first(&page).search("boat");
    assert_eq!(page.address(), "/page.html?a=1#or:q=boat");
    Widget::first(&page).click(&format!("button[aria-label='{}']", said(&story.story, Message::ClearFilters)));
    assert_eq!(page.address(), "/page.html?a=1");
}

#[test]
fn more_moves_than_a_page_may_write_addresses_leave_the_address_where_the_view_is() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    let zoom_in = format!("button[aria-label='{}']", said(&story.story, Message::ZoomIn));
    (0..3).for_each(|_| widget.click(&zoom_in));
    // Browsers ignore a page that changes its address some two hundred times in ten seconds, and warn of it.
    page.run_script(
        "const timeline = probe.one(0, '[part~=timeline]');
        const turn = (deltaX) => timeline.dispatchEvent(new WheelEvent('wheel', { deltaX, bubbles: true }));
        window.turned = 0;
        const channel = new MessageChannel();
        channel.port1.onmessage = () => { turn(1); if (++turned < 400) channel.port2.postMessage(null); };
        channel.port2.postMessage(null)",
        json!([]),
    );
    page.wait_until("the wheel has turned", "return turned === 400", json!([]));
    let (places, address) = (marks(&page), page.address());
    assert!(address.contains("view="), "{address}");
    page.assert_well();
    page.reload();
    assert_same_places(&page, &places);
}
