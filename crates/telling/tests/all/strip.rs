//! The strip: a mark for each event that is told, within the line.

use proptest::prelude::*;
use story::Story;

use crate::parsed::Element;
use crate::telling_of::{event, story, story_in, told};

/// Every place on the line, in percent; all lie on it.
fn places(view: &Element) -> Vec<f64> {
    let within = view.of("plot")[0].all();
    let lengths = within.iter().flat_map(|element| [element.get("x"), element.get("width")]).flatten();
    let percents = lengths.filter_map(|length| length.strip_suffix('%'));
    percents.map(|number| number.parse().expect("a number")).collect()
}

/// Whether every event that is told has one mark, and all that is drawn lies on the line.
fn assert_drawn(story: &Story) -> Element {
    let view = told(story);
    let mut marks: Vec<String> = view.of("m").iter().filter_map(|mark| mark.get("href").map(str::to_owned)).collect();
    let mut events: Vec<String> = view.ids("event-").iter().map(|id| format!("#event-{id}")).collect();
    marks.sort();
    events.sort();
    assert_eq!(marks, events);
    assert!(places(&view).iter().all(|percent| (0.0..=100.0).contains(percent)), "{:?}", places(&view));
    assert_eq!(view.of("here").len(), 1);
    view
}

/// Where the mark of an event stands, in percent.
fn place(view: &Element, id: &str) -> f64 {
    let href = format!("#event-{id}");
    let mark = view.of("m").into_iter().find(|mark| mark.get("href") == Some(href.as_str())).expect("a mark").clone();
    mark.named("svg")[0].get("x").and_then(|x| x.strip_suffix('%')?.parse().ok()).expect("a place")
}

#[test]
fn marks_stand_in_the_order_of_time_and_from_right_to_left_where_the_language_runs_so() {
    let rows = [event("a", "2020", ""), event("b", "2021", ""), event("c", "2023-05", "")].concat();
    let view = assert_drawn(&story(&rows));
    assert!(place(&view, "a") < place(&view, "b") && place(&view, "b") < place(&view, "c"));
    let mirrored = assert_drawn(&story_in("ar", &rows));
    for id in ["a", "b", "c"] {
        assert!((place(&view, id) + place(&mirrored, id) - 100.0).abs() < 0.02, "{id}");
    }
}

#[test]
fn ticks_have_words_and_a_long_empty_stretch_is_cut() {
    let dense: String = (1..=20).map(|at| event(&format!("e{at}"), &format!("2020-01-{at:02}"), "")).collect();
    let view = assert_drawn(&story(&dense));
    let ticks = view.of("date");
    assert!(ticks.len() > 3 && ticks.iter().all(|tick| !tick.text.is_empty()));
    assert!(ticks[0].text.contains("2020"), "the first says its year");
    assert!(view.of("axis-break").is_empty());
    let far = [dense, event("far", "2023-12-31", "")].concat();
    let view = assert_drawn(&story(&far));
    assert_eq!(view.of("axis-break").len(), 1);
    assert_eq!(view.of("axis-break")[0].text, "//");
}

#[test]
fn plans_are_told_apart_and_one_without_a_date_stands_where_it_was_announced() {
    let rows = [
        event("a", "2020-01-01", ""),
        event("plan", "", "status = \"planned\"\nannounced = \"2022-01-01\""),
        event("settled", "2021", "status = \"planned\"\nbecame = \"z\""),
        event("z", "2023-12-31", ""),
    ];
    let view = assert_drawn(&story(&rows.concat()));
    assert!(place(&view, "a") < place(&view, "plan") && place(&view, "plan") < place(&view, "z"));
    let class = |id: &str| {
        let href = format!("#event-{id}");
        view.of("m")
            .into_iter()
            .find(|mark| mark.get("href") == Some(href.as_str()))
            .and_then(|mark| mark.get("class"))
            .map(str::to_owned)
    };
    assert_eq!(class("a").as_deref(), Some("m on"));
    assert_eq!(class("plan").as_deref(), Some("m open"));
    assert_eq!(class("settled").as_deref(), Some("m was"));
}

#[test]
fn what_is_to_be_the_slider_holds_no_link() {
    let view = told(&story(&event("a", "2020-01-01", "")));
    let [thumb] = view.of("thumb")[..] else { panic!("one") };
    assert!(thumb.get("data-name").is_some() && thumb.named("a").is_empty());
    assert_eq!(view.of("plot")[0].named("a").len(), 1);
}

#[test]
fn one_event_has_a_line_and_no_event_has_none() {
    assert_drawn(&story(&event("a", "2020-01-01", "")));
    assert_drawn(&story(&event("a", "", "status = \"planned\"")));
    assert!(told(&story("")).of("strip").is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_the_years_all_is_drawn_on_the_line(years in proptest::collection::vec(-9_000..9_000_i32, 1..30), mirrored: bool) {
        let rows: String = years.iter().enumerate().map(|(at, year)| {
            let date = if *year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") };
            event(&format!("e{at}"), &date, "")
        }).collect();
        assert_drawn(&story_in(if mirrored { "ar" } else { "en" }, &rows));
    }
}
