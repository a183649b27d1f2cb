//! The vertical list that stands for the timeline where the place is narrow, by touch and by keyboard.

use std::collections::BTreeSet;

use on_record_tests::{
    Key, Page, Site, Widget,
    record::{default_story, said},
    widget::event,
};
use serde_json::json;
use story::{Message, Story};

use super::stories::{ferry, plan_of};

/// A page whose only column is as wide as a telephone.
fn narrow_site() -> (Site, Story) {
    let story = ferry();
    let site =
        plan_of(&story).page("/narrow.html", "<div class=narrow><on-record src=story.orb></on-record></div>").serve();
    (site, story.story)
}

/// Opens every fold of the list, as a reader does, one after the other.
fn unfold_all(widget: &Widget<'_>, story: &Story) {
    let more = said(story, Message::ShowMore);
    let (before, after) = more.split_once("{n}").expect("it counts");
    let is_fold = |name: &String| name.starts_with(before) && name.ends_with(after);
    while let Some(name) = widget.names("ol[part~=timeline] > li > button").into_iter().find(is_fold) {
        let folded = widget.events().len();
        widget.click_named("ol[part~=timeline] > li > button", &name);
        assert!(widget.events().len() > folded, "“{name}” shows no more");
    }
}

#[test]
fn a_narrow_place_gets_the_vertical_list_and_a_wide_one_the_timeline() {
    let story = ferry();
    let site =
        plan_of(&story).page("/narrow.html", "<div class=narrow><on-record src=story.orb></on-record></div>").serve();
    let page = Page::open(&site, "/narrow.html");
    let widget = Widget::first(&page);
    assert_eq!((widget.count("ol[part~=timeline]"), widget.count("[part~=axis]")), (1, 0));
    widget.click(&event("vote"));
    assert!(widget.text("[part~=detail]").contains("Puts it a day later."));
    let (line, detail) = (widget.place(&event("vote")), widget.place("[part~=detail]"));
    assert!((detail.y - line.y - line.height).abs() < 60.0, "the detail stands under its line: {line:?} {detail:?}");
    let rows: Vec<f64> = page
        .js("return probe.all(0, '[part~=timeline] [data-event]').map((e) => e.getBoundingClientRect().y)", json!([]));
    assert!(rows.is_sorted() && rows.len() > 3, "{rows:?}");
    widget.click(&event("vote"));
    assert_eq!(widget.count("[part~=detail]"), 0, "a second press closes");
    page.assert_well();
}

#[test]
fn every_event_of_the_default_story_is_a_press_or_two_away() {
    let story = default_story();
    let site = Site::of_dist();
    let page = Page::blank();
    page.set_width(360);
    page.go(&site, "/");
    let widget = Widget::first(&page);
    assert!(widget.events().len() < story.events.len(), "lesser events are folded at first");
    unfold_all(&widget, &story);
    let listed: BTreeSet<String> = widget.events().into_iter().collect();
    assert_eq!(listed, story.events.iter().map(|event| event.id.clone()).collect());
    page.assert_well();
}

#[test]
fn an_event_that_opens_among_unfolded_ones_folds_none_of_them_away() {
    let (site, story) = narrow_site();
    let page = Page::open(&site, "/narrow.html");
    let widget = Widget::first(&page);
    unfold_all(&widget, &story);
    let listed = widget.events();
    for id in &listed {
        widget.click(&event(id));
        assert_eq!(widget.open_events(), [id.as_str()]);
        assert_eq!(widget.events(), listed, "{id} is open");
    }
}

#[test]
fn the_focus_is_never_hidden_under_the_bar() {
    let (site, _) = narrow_site();
    let page = Page::open(&site, "/narrow.html");
    let widget = Widget::first(&page);
    widget.focus("summary");
    let mut steps = 0;
    while page.js::<bool>("return probe.focused() !== document.body", json!([])) {
        let covered: Option<String> =
            page.js("const e = probe.focused(); return probe.hit(e) ? null : probe.nameOf(e)", json!([]));
        assert_eq!(covered, None, "has the focus and is covered");
        page.press_with(&[Key::SHIFT], Key::TAB);
        steps += 1;
        assert!(steps < 100, "Tab never leaves the widget");
    }
    assert!(steps > 10, "it hardly went anywhere: {steps} steps");
}

#[test]
fn the_list_opens_and_closes_by_keyboard() {
    let (site, _) = narrow_site();
    let page = Page::open(&site, "/narrow.html");
    let widget = Widget::first(&page);
    widget.focus(&event("first-crossing"));
    page.press(Key::ENTER);
    assert_eq!(widget.open_events(), ["first-crossing"]);
    page.press(Key::TAB);
    let inside: bool = page.js("return probe.one(0, '[part~=detail]').contains(probe.focused())", json!([]));
    assert!(inside, "the detail comes next");
    page.press(Key::ESCAPE);
    assert_eq!(widget.open_events(), Vec::<String>::new());
    assert_eq!(widget.focused_event().as_deref(), Some("first-crossing"));
    page.assert_well();
}
