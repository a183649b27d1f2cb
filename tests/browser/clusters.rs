//! What the timeline counts instead of drawing, what it folds away, and what it draws behind the events.

use std::time::{SystemTime, UNIX_EPOCH};

use on_record_tests::{
    Key, Page, Widget,
    record::{Compiled, compiled, counted, said},
    widget::{Box, event},
};
use serde_json::json;
use story::{Civil, Message, civil_from_day};

use super::{
    address::view,
    extreme_stories::{INSTANT_EVENTS, instant},
    stories::{LOGBOOK_EVENTS, TIMELINE, ferry, logbook, site_of},
};

const PICTURE: &str = "div[part~=timeline]";
const CLUSTER: &str = "[part~=cluster]";
const LANE: &str = "[part~=lane] h3 button";
const BREAK: &str = "[part~=timeline] [role=img]";
/// The list of a cluster that cannot be opened further.
const LISTED: &str = "section:has(> ol.hits):not([part])";
/// So many events of it are shown at first, and with each further step.
const STEP: usize = 50;

/// The number that a cluster shows.
fn count(text: &str) -> usize {
    text.replace(',', "").parse().unwrap_or_else(|_| panic!("“{text}” is no number"))
}

#[test]
fn a_cluster_shows_how_many_it_holds_and_opens_to_them_by_click_and_by_enter() {
    let site = site_of(&logbook());
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    let (id, held) = (widget.attributes(CLUSTER, "data-event").remove(0), count(&widget.text(CLUSTER)));
    assert!((2..LOGBOOK_EVENTS).contains(&held), "it holds {held}");
    assert!(widget.names(CLUSTER)[0].starts_with(&format!("{held} events, ")), "{:?}", widget.names(CLUSTER));
    widget.click(CLUSTER);
    let by_click = view(&page).expect("the view is another one");
    let drawn = widget.events().len() + widget.texts(CLUSTER).iter().map(|text| count(text)).sum::<usize>();
    assert!(drawn >= held, "{drawn} of {held} are to be seen");
    assert!(widget.shows(&event(&id)), "the first of them is drawn");
    page.go(&site, "/timeline.html?again");
    widget.focus(CLUSTER);
    page.press(Key::ENTER);
    assert_eq!(view(&page), Some(by_click), "Enter opens it as a click does");
    page.assert_well();
}

#[test]
fn clusters_open_into_smaller_ones_until_single_events_stand_there() {
    let site = site_of(&logbook());
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    let mut held = usize::MAX;
    while widget.count(CLUSTER) > 0 {
        let now = widget.texts(CLUSTER).iter().map(|text| count(text)).max().unwrap_or(0);
        assert!(now < held, "a cluster of {held} opens into one of {now}");
        held = now;
        widget.click(CLUSTER);
    }
    assert!(widget.events().len() > 3, "{:?}", widget.events());
    page.assert_well();
}

#[test]
fn a_cluster_of_one_moment_lists_its_events_a_step_at_a_time_and_closes_again() {
    let story = instant();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    let items = format!("{LISTED} li");
    assert_eq!(widget.count(LISTED), 0);
    widget.focus(CLUSTER);
    page.press(Key::ENTER);
    assert!(widget.text(&format!("{LISTED} h3")).starts_with(&format!("{INSTANT_EVENTS} events, ")));
    for shown in [STEP, 2 * STEP] {
        assert_eq!(widget.count(&items), shown);
        let focused: bool = page.js(
            "return probe.all(0, arguments[0]).at(arguments[1]).contains(probe.focused())",
            json!([items, shown - STEP]),
        );
        assert!(focused, "the focus goes to the first of what is new");
        widget.click_named(
            &format!("{LISTED} button"),
            &counted(&story.story, Message::ShowMore, INSTANT_EVENTS - shown),
        );
    }
    assert_eq!(widget.count(&items), INSTANT_EVENTS);
    widget.click(&format!("{LISTED} li:nth-child(3) button"));
    assert!(widget.text(".solo").contains("Event number"), "an event of the list opens");
    widget.click(&format!("{LISTED} button[aria-label='{}']", said(&story.story, Message::Close)));
    assert_eq!(widget.count(LISTED), 0);
    let inside: bool = page.js("return probe.one(0, arguments[0]).contains(probe.focused())", json!([PICTURE]));
    assert!(inside, "the focus goes back to the timeline");
    page.assert_well();
}

#[test]
fn a_lane_folds_up_to_what_it_counts_and_opens_again() {
    let site = site_of(&ferry());
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    let state = || widget.attributes(LANE, "aria-expanded");
    let (events, height) = (widget.events(), widget.place("[part~=lane]").height);
    assert_eq!(state(), ["true", "true", "true"]);
    widget.click(LANE);
    assert_eq!(state(), ["false", "true", "true"]);
    assert!(widget.place("[part~=lane]").height < height / 2.0);
    assert!(widget.events().len() < events.len());
    assert!(count(&widget.text("[part~=lane] h3 span")) > 1, "it says how many it holds");
    widget.focus(LANE);
    page.press(Key::ENTER);
    assert_eq!((state()[0].as_str(), widget.events(), widget.place("[part~=lane]").height), ("true", events, height));
    page.assert_well();
}

/// A harbour of which nothing is heard for sixty years, with two eras.
fn harbour() -> Compiled {
    let head = r#"
        story = { id = "harbour", title = "The harbour", language = "en" }
        eras = [{ id = "quiet", name = "The quiet years", date = "1953/2018" }, { id = "works", name = "The works", date = "2019/2021-06" }]
    "#;
    let dates = [
        "1950-03-01",
        "1951-05-07",
        "1952-08-11",
        "2019-02-03",
        "2019-09-30",
        "2020-04-04",
        "2021-01-15",
        "2021-06-30",
        "2022-02-02",
        "2023-10-10",
    ];
    let event = |(at, date)| format!("[[events]]\nid = \"event-{at}\"\ntitle = \"Event {at}\"\ndate = \"{date}\"\n");
    compiled(&std::iter::once(head.to_owned()).chain(dates.iter().enumerate().map(event)).collect::<String>())
}

#[test]
fn empty_stretches_fold_into_a_break_that_says_how_long_it_is_and_unfold() {
    let story = harbour();
    let site = site_of(&story);
    let page = Page::open(&site, "/timeline.html#or_view-1951-01-01--2022-01-01");
    let widget = Widget::first(&page);
    let switch = "button[aria-pressed]:not([part] *, [role=group] *)";
    assert_eq!(widget.names(switch), [said(&story.story, Message::BreakAxis)]);
    let labels = || widget.texts("[part~=axis] span");
    let state = || widget.attributes(switch, "aria-pressed").concat();
    let apart = || widget.sign(&event("event-3")).x - widget.sign(&event("event-2")).x;
    assert_eq!((state().as_str(), widget.count(BREAK)), ("true", 1));
    assert!(widget.text(BREAK).ends_with(" years"), "{:?}", widget.text(BREAK));
    assert_eq!(
        widget.names(BREAK),
        [said(&story.story, Message::NothingFor).replace("{duration}", &widget.text(BREAK))]
    );
    widget.rest();
    let (folded, folded_px, address) = (labels(), apart(), view(&page));
    widget.click(switch);
    assert_eq!((state().as_str(), widget.count(BREAK)), ("false", 0));
    assert_ne!(labels(), folded);
    assert!(apart() > 4.0 * folded_px, "{} px, folded {folded_px} px", apart());
    let (from, to) = view(&page).expect("a view in the address");
    let (was_from, was_to) = address.expect("a view in the address");
    assert!((from - was_from).abs() < 2.0 && (to - was_to).abs() < 2.0, "the days in view are the same real ones");
    widget.click(switch);
    assert_eq!((state().as_str(), labels()), ("true", folded));
    page.assert_well();
}

#[test]
fn eras_stand_behind_the_events_of_their_years_with_their_names_in_view() {
    let site = site_of(&harbour());
    let page = Page::open(&site, "/timeline.html#or_view-2018-06-01--2023-06-01");
    let widget = Widget::first(&page);
    let era = |name: &str| widget.place(&format!("{PICTURE} [title='{name}']"));
    let works = era("The works");
    for id in ["event-3", "event-4", "event-5", "event-6", "event-7"] {
        let x = widget.sign(&event(id)).middle().0;
        assert!(works.x <= x && x <= works.x + works.width, "{id} at {x} lies outside of {works:?}");
    }
    assert!(widget.sign(&event("event-8")).x > works.x + works.width);
    let name: Box = page.js(
        "const words = document.createRange();
        words.selectNodeContents(probe.one(0, '[title=\"The quiet years\"]'));
        return probe.box(words)",
        json!([]),
    );
    let timeline = widget.place(PICTURE);
    assert!(era("The quiet years").x < timeline.x, "it began long before the view");
    assert!(name.x >= timeline.x, "and yet its name is in view: {name:?}");
    page.assert_well();
}

/// A day so many days from the reader's own, as authors write it.
fn day_from_today(days: i64) -> String {
    let secs = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970").as_secs();
    let Civil { year, month, day } = civil_from_day(secs as i64 / story::DAY_SECS + days);
    format!("{year}-{month:02}-{day:02}")
}

#[test]
fn the_readers_own_day_has_a_line_where_it_falls_into_the_view() {
    let (before, after) = (day_from_today(-30), day_from_today(30));
    let story = compiled(&format!(
        r#"
        story = {{ id = "now", title = "Now", language = "en" }}
        sources = [{{ id = "log", title = "The log", published = "{before}" }}]
        [[events]]
        id = "was"
        title = "It was"
        date = "{before}"
        [[events]]
        id = "will"
        title = "It will be"
        date = "{after}"
        status = "planned"
        accounts = [{{ source = "log" }}]
        "#
    ));
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    let line = "[part~=timeline] > div:has(> span:only-child)";
    assert_eq!(widget.text(line), said(&story.story, Message::Today));
    let x = widget.place(line).x;
    let middle = f64::midpoint(widget.sign(&event("was")).middle().0, widget.sign(&event("will")).middle().0);
    assert!((x - middle).abs() < 20.0, "the line stands at {x}, halfway is {middle}");
    page.go(&site_of(&ferry()), TIMELINE);
    assert!(!widget.all_text().contains(said(&story.story, Message::Today)), "a story of the past has none");
    page.assert_well();
}

#[test]
fn accounts_that_differ_stand_apart_each_on_its_day() {
    let site = site_of(&ferry());
    let page = Page::open(&site, "/timeline.html#or_view-2023-06-15--2023-06-27");
    let widget = Widget::first(&page);
    let apart: Vec<f64> =
        page.js("return probe.all(0, '[part~=lane] i.account').map((e) => e.getBoundingClientRect().x)", json!([]));
    assert_eq!(apart.len(), 2, "{apart:?}");
    let day_px = widget.place(PICTURE).width / 12.0;
    assert!(((apart[1] - apart[0]).abs() - day_px).abs() < 4.0, "{apart:?} are not a day of {day_px} px apart");
    page.go(&site, "/timeline.html?out#or_view-2023-01-01--2024-06-01");
    assert_eq!(widget.count("[part~=lane] i.account"), 0, "further out they share a mark");
    page.assert_well();
}
