//! Stories at the edges of what a story can be: each is drawn, and can be zoomed, panned and read to its ends.

use on_record_tests::{
    Key, Page, Site, Widget,
    record::{Compiled, counted, said},
    widget::event,
};
use serde_json::json;
use story::{Message, Story};

use super::{
    extreme_stories::{
        DAY_EVENTS, INSTANT_EVENTS, LANES, cosmos, day, ends, instant, lanes, long_names, nothing, scripts, second,
        single,
    },
    layout::overflowing,
    stories::{TIMELINE, site_of},
};

/// The most elements that the widget may have while it is zoomed and panned.
const MAX_ELEMENTS: usize = 600;
/// Zooming from end to end takes no more steps than these: each is by 1.6, and 2^40 is as far as numbers reach.
const MAX_STEPS: usize = 90;
/// So many presses of a key come in a row.
const ROW: usize = 4;
/// The widths of a desk, px.
const WIDE: [u32; 2] = [1200, 720];
/// The width of a telephone, px.
const NARROW: u32 = 360;

const PICTURE: &str = "div[part~=timeline]";
const CLUSTER: &str = "[part~=cluster]";

fn button(story: &Story, message: Message) -> String {
    format!("button[aria-label='{}']", said(story, message))
}

/// What tells one view from another, at rest or not.
fn drawn(widget: &Widget<'_>) -> String {
    widget.ask("return probe.ticks()", "", "")
}

/// What tells a view of the whole from any other, however the reader came to it; once it rests.
fn overview(widget: &Widget<'_>) -> String {
    widget.rest();
    widget.ask("return probe.one(arguments[0], arguments[1]).outerHTML", "[part~=overview] .win", "")
}

/// Asserts that the widget keeps within its number of elements.
fn assert_few_elements(page: &Page, when: &str) {
    let elements = Widget::first(page).count(".lens *");
    assert!(elements <= MAX_ELEMENTS, "{elements} elements {when}");
}

/// Asserts that the widget keeps within its edges and its number of elements.
fn assert_modest(page: &Page, when: &str) {
    assert_few_elements(page, when);
    assert_eq!(overflowing(page), Vec::<String>::new(), "{when}");
}

/// Presses a key, a few times in a row, until the view no longer changes.
fn keys_to_the_limit(page: &Page, key: char) {
    let widget = Widget::first(page);
    let mut last = drawn(&widget);
    for step in 1..MAX_STEPS / ROW {
        page.type_text(&key.to_string().repeat(ROW));
        let inside: bool = page.js("return probe.one(0, arguments[0]).contains(probe.focused())", json!([PICTURE]));
        assert!(inside, "{key} takes the focus away");
        assert_few_elements(page, &format!("after {} times {key}", step * ROW));
        let now = drawn(&widget);
        if now == last {
            assert!(step > 1, "{key} does nothing");
            return assert_modest(page, &format!("as far as {key} goes"));
        }
        last = now;
    }
    panic!("{key} never comes to a limit");
}

/// Presses a button until the view no longer changes; says how often it did and the most elements that there were.
fn clicks_to_the_limit(page: &Page, story: &Story, message: Message) -> usize {
    let steps: Option<(usize, usize)> = page.wait(
        said(story, message),
        "const [selector, most] = arguments;
        const drawn = () => probe.ticks();
        const seen = (probe.clicking ??= { steps: 0, elements: 0, view: null, frames: 0 });
        if (seen.frames++ % 3) return false;
        seen.elements = Math.max(seen.elements, probe.all(0, '.lens *').length);
        const view = drawn();
        const done = view === seen.view || seen.steps > most;
        if (done) { delete probe.clicking; return [seen.steps - 1, seen.elements]; }
        seen.view = view;
        seen.steps += 1;
        probe.one(0, selector).click();
        return false",
        json!([button(story, message), MAX_STEPS]),
    );
    let (steps, elements) = steps.expect("a number of steps");
    assert!(steps < MAX_STEPS, "“{}” never comes to a limit", said(story, message));
    assert!(elements <= MAX_ELEMENTS, "{elements} elements on the way of “{}”", said(story, message));
    assert_modest(page, &format!("as far as “{}” goes", said(story, message)));
    steps
}

/// Zooms by keyboard to both limits.
fn assert_zooms_by_keys(page: &Page) {
    Widget::first(page).focus_timeline();
    keys_to_the_limit(page, '+');
    keys_to_the_limit(page, '-');
}

/// Zooms and pans by the buttons to their limits.
fn assert_zooms_by_buttons(page: &Page, story: &Story) {
    let widget = Widget::first(page);
    widget.click(&button(story, Message::ShowAll));
    let whole = overview(&widget);
    let inwards = clicks_to_the_limit(page, story, Message::ZoomIn);
    assert!(inwards > 3, "{inwards} steps in");
    let outwards = clicks_to_the_limit(page, story, Message::ZoomOut);
    // The last step to either limit may be cut so short that nothing seems to move, and an axis that comes to rest may
    // be drawn in finer or coarser units, which looks like a step.
    assert!(outwards.abs_diff(inwards) <= 2, "{outwards} steps out, {inwards} in");
    assert_eq!(overview(&widget), whole, "out is as far as in");
    widget.click(&button(story, Message::ZoomIn));
    widget.click(&button(story, Message::ZoomIn));
    clicks_to_the_limit(page, story, Message::PanEarlier);
    widget.rest();
    assert!(clicks_to_the_limit(page, story, Message::PanLater) > 1, "from one end to the other");
    widget.click(&button(story, Message::ShowAll));
    assert_eq!(overview(&widget), whole, "all is shown again");
}

/// Asserts that a reader of the page can look at all of a story with events, in the timeline and as it is told.
fn assert_bears(page: &Page, story: &Story) {
    let widget = Widget::first(page);
    for width_px in WIDE {
        page.set_width(width_px);
        assert_modest(page, &format!("at {width_px} px"));
        assert!(widget.shows(&format!("{PICTURE} [data-event]")), "nothing in sight at {width_px} px");
    }
    assert_zooms_by_buttons(page, story);
    page.set_width(WIDE[0]);
    assert_zooms_by_keys(page);
    page.set_width(NARROW);
    widget.rest();
    assert_modest(page, "on a telephone");
    assert!(widget.shows(&format!("{PICTURE} [data-event]")), "nothing in sight on a telephone");
    assert!(widget.shows(".solo"), "an event stands below");
    widget.look("story");
    assert_eq!(overflowing(page), Vec::<String>::new(), "as it is told");
    assert!(widget.shows(".story .e"), "nothing is told");
    page.assert_well();
}

/// A page at its widest that shows a story.
fn opened(story: &Compiled) -> (Site, Page) {
    let site = site_of(story);
    let page = Page::blank();
    page.set_width(WIDE[0]);
    page.go(&site, TIMELINE);
    (site, page)
}

#[test]
fn a_story_without_events_says_so() {
    let story = nothing();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    for width_px in [WIDE[0], WIDE[1], NARROW] {
        page.set_width(width_px);
        assert!(widget.all_text().contains(said(&story.story, Message::NothingYet)), "at {width_px} px");
        assert!(widget.text("h2").contains(&story.story.title));
        assert_eq!(widget.count("[part~=timeline], [part~=axis], [part~=quotes], input"), 0, "at {width_px} px");
        assert_modest(&page, &format!("at {width_px} px"));
    }
    page.assert_well();
}

#[test]
fn one_event_stands_in_the_middle_third_with_its_label_and_its_day() {
    let story = single();
    let (_site, page) = opened(&story);
    let widget = Widget::first(&page);
    let (sign, timeline) = (widget.sign(&event("stopped")), widget.place(PICTURE));
    let share = (sign.middle().0 - timeline.x) / timeline.width;
    assert!((0.25..0.75).contains(&share), "it stands at {share} of the width");
    assert!(widget.text(&event("stopped")).contains("The town clock stops at noon"));
    assert!(widget.texts("[part~=axis] span").iter().any(|label| label == "Mar 1"), "its day is on the axis");
    assert_bears(&page, &story.story);
}

#[test]
fn a_story_of_a_second_has_seconds_on_its_axis_and_all_its_events_apart() {
    let story = second();
    let (_site, page) = opened(&story);
    let widget = Widget::first(&page);
    let labels = widget.texts("[part~=axis] span");
    for second in ["14:07:31", "14:07:32"] {
        assert!(labels.iter().any(|label| label == second), "{second} is not among {labels:?}");
    }
    assert_eq!(widget.events().len(), story.story.events.len());
    let apart = widget.sign(&event("dark")).x - widget.sign(&event("relay")).x;
    assert!(apart > 200.0, "a second takes {apart} px");
    assert_bears(&page, &story.story);
}

#[test]
fn billions_of_years_are_told_in_words_and_the_labels_of_the_axis_keep_apart() {
    let story = cosmos();
    let (_site, page) = opened(&story);
    let widget = Widget::first(&page);
    assert!(widget.text(&event("sun")).contains("c. 4.6 billion BCE"), "{}", widget.text(&event("sun")));
    assert!(widget.texts("[part~=axis] span").iter().any(|label| label.ends_with("billion BCE")));
    for width_px in WIDE {
        page.set_width(width_px);
        for labels in ["[part~=axis] span", "[part~=overview] span"] {
            assert_eq!(touching(&page, labels), Vec::<String>::new(), "{labels} at {width_px} px");
        }
    }
    assert!(widget.shows("[part~=timeline] [role=img][aria-label*='billion years']"), "the break says how long it is");
    assert_bears(&page, &story.story);
    let text = widget.all_text();
    assert!(!text.contains("00,001 BCE") && !text.contains("9,999,999"), "{text}");
}

/// The labels that a selector finds and that run into the one after them.
fn touching(page: &Page, selector: &str) -> Vec<String> {
    page.js(
        "const ends = probe.all(0, arguments[0]).filter(probe.seen).map((e) => {
          const words = document.createRange();
          words.selectNodeContents(e);
          const { left, right } = words.getBoundingClientRect();
          return { left, right, text: e.textContent };
        }).sort((a, b) => a.left - b.left);
        return ends.filter((e, at) => ends[at + 1]?.left < e.right).map((e) => e.text)",
        json!([selector]),
    )
}

#[test]
fn open_ends_are_drawn_as_bars_that_reach_the_edge_and_as_marks_that_fade() {
    let story = ends();
    let (_site, page) = opened(&story);
    let widget = Widget::first(&page);
    widget.focus_timeline();
    page.press(Key('0'));
    let drawn = widget.events();
    for event in &story.story.events {
        assert!(drawn.contains(&event.id), "{} is not drawn: {drawn:?}", event.id);
    }
    let (timeline, path) = (widget.place(PICTURE), widget.place(&event("was-until")));
    assert!(path.x <= timeline.x + 1.0, "what was always so begins at the edge: {path:?}");
    assert!(widget.text(&event("since")).contains("since Feb 1988"));
    assert!(widget.text(&event("closed-by")).contains("on or before"));
    assert_bears(&page, &story.story);
}

#[test]
fn names_in_any_script_stand_at_their_stems() {
    let story = scripts();
    let (_site, page) = opened(&story);
    let widget = Widget::first(&page);
    assert_eq!(widget.style("section", "direction"), "rtl");
    let strayed: Vec<String> = page.js(
        "return probe.all(0, '[part~=timeline] [data-event]:has(> b)').filter((e) => {
          const words = document.createRange();
          words.selectNodeContents(e.querySelector('b'));
          const { left, right } = words.getBoundingClientRect();
          const { x, w } = probe.sign(e);
          return left > x + w + 12 || right < x - 12;
        }).map((e) => e.dataset.event)",
        json!([]),
    );
    assert_eq!(strayed, Vec::<String>::new(), "their words stand apart from their marks");
    let names = widget.names("[part~=lane] h3 button");
    for lane in &story.story.lanes {
        assert!(names.contains(&lane.name), "{} is not among {names:?}", lane.name);
    }
    assert_bears(&page, &story.story);
}

#[test]
fn what_happened_all_at_once_is_counted_where_its_mark_stands_and_listed() {
    let story = instant();
    let (_site, page) = opened(&story);
    let widget = Widget::first(&page);
    assert_eq!(widget.texts(CLUSTER), [INSTANT_EVENTS.to_string()]);
    let (sign, column) = (widget.sign(&event("event-0")).middle().0, columns(&page)[0]);
    assert!((sign - column).abs() < 12.0, "the mark stands at {sign}, the bar at {column}");
    assert_bears(&page, &story.story);
}

/// Where the bars that count begin, px of the window.
fn columns(page: &Page) -> Vec<f64> {
    page.js(
        "return probe.all(0, 'div[part~=timeline] svg:has(path) path').filter((e) => e.getAttribute('d').includes('v-'))
          .map((e) => e.getBoundingClientRect().x)",
        json!([]),
    )
}

#[test]
fn ten_thousand_events_on_a_day_are_counted_and_the_weightiest_named() {
    let story = day();
    let (_site, page) = opened(&story);
    let widget = Widget::first(&page);
    let half = "5,000".to_owned();
    assert_eq!(widget.texts(CLUSTER), [half.clone(), half]);
    assert!(
        widget.text(".head").contains(&counted(&story.story, Message::Events, DAY_EVENTS).replace("10000", "10,000"))
    );
    assert!(widget.text(&event("event-0")).contains("Event number 1"));
    assert_bears(&page, &story.story);
}

#[test]
fn of_two_hundred_lanes_the_first_are_drawn_and_a_button_brings_the_others() {
    let story = lanes();
    let (_site, page) = opened(&story);
    let widget = Widget::first(&page);
    let shown = widget.count("[part~=lane]");
    assert!((10..LANES).contains(&shown), "{shown} lanes at first");
    for _ in 0..3 {
        widget.click(&button(&story.story, Message::ZoomIn));
        assert!(!widget.texts(CLUSTER).contains(&"1".to_owned()), "a single event is drawn, not counted");
    }
    widget.click(&button(&story.story, Message::ShowAll));
    let more = counted(&story.story, Message::MoreLanes, LANES - shown);
    assert!(widget.names(&format!("{PICTURE} button")).contains(&more), "no button “{more}”");
    let tall: f64 = page.js("return document.documentElement.scrollHeight", json!([]));
    let bottom = widget.place(".or");
    let top: f64 = page.js("return scrollY", json!([]));
    assert!(tall <= bottom.y + bottom.height + top + 40.0, "the page is {tall} px high and ends at {bottom:?}");
    assert_bears(&page, &story.story);
    page.set_width(WIDE[0]);
    widget.look("timeline");
    widget.click_named(&format!("{PICTURE} button"), &more);
    assert_eq!(widget.count("[part~=lane]"), LANES);
    page.assert_well();
}

#[test]
fn names_of_five_hundred_characters_are_cut_in_the_picture_and_told_in_full_beside_it() {
    let story = long_names();
    let (_site, page) = opened(&story);
    let widget = Widget::first(&page);
    // A mark's label has its date in a line over the title; a bar's has it beside the title.
    let names = [
        ("[part~=lane] h3", 30.0),
        ("[part~=timeline] [data-event] > b:not(:has(small))", 30.0),
        ("[part~=timeline] [data-event] > b:has(small)", 33.0),
    ];
    for (name, most_px) in names {
        let tall: Vec<f64> =
            page.js("return probe.all(0, arguments[0]).map((e) => e.getBoundingClientRect().height)", json!([name]));
        assert!(!tall.is_empty() && tall.iter().all(|px| *px < most_px), "{name} takes more lines: {tall:?}");
    }
    assert!(widget.text(".solo :is(h2, h3)").len() > 490, "the event beside it has all of a title");
    assert_bears(&page, &story.story);
}
