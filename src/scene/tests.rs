//! What a reader may rely on in the picture, first by example, then at any zoom.

use std::rc::Rc;

use proptest::prelude::*;

use super::*;
use crate::{
    first_view::first_state,
    record::Record,
    testing::{self, event},
};

fn sources(record: &Rc<Record>, day: Option<i64>) -> Sources {
    let known = Rc::new(Knowledge::new(Rc::clone(record), day));
    let tally = Rc::new(Tally::new(&known, None));
    Sources { known, tally, folds: Rc::clone(&record.folds), closed: Rc::default(), most_lanes: usize::MAX }
}

fn axis(sources: &Sources, from: &str, to: &str) -> Domain {
    let sec = |text: &str| {
        let when = compile::date::parse(text).expect("the date is valid");
        sources.folds.axis_from_sec(when.earliest_sec().expect("it has a beginning") as f64)
    };
    Domain { start_sec: sec(from), end_sec: sec(to) }
}

fn extent(record: &Record) -> Domain {
    first_state(record, false).viewport.extent
}

/// The scene of the small story in a view of a thousand px.
fn scene_on(day: Option<i64>, from: &str, to: &str) -> Scene {
    let record = Rc::new(testing::record());
    let extent = extent(&record);
    let sources = sources(&record, day);
    let view = axis(&sources, from, to);
    Scene::new(sources, view, 1_000.0, extent)
}

fn scene(from: &str, to: &str) -> Scene {
    scene_on(None, from, to)
}

fn mark(scene: &Scene, ix: EventIx) -> Option<&Mark> {
    scene.lanes.iter().flat_map(|lane| &lane.marks).find(|mark| mark.event == ix)
}

#[test]
fn a_settled_plan_beside_its_outcome_is_counted_there() {
    let record = testing::record();
    let (plan, outcome) = (event(&record, "to-open"), event(&record, "opened"));
    let far = scene("2023", "2025");
    assert!(mark(&far, plan).is_none());
    assert_eq!(mark(&far, outcome).map(|mark| mark.more), Some(1));
    let arc = far.lanes[0].arcs.iter().find(|arc| arc.plan == plan).expect("its arc is drawn");
    assert!(arc.is_mark, "the start of the arc is all the mark the plan has");
    let near = scene("2024-04-25", "2024-05-10");
    assert!(mark(&near, plan).is_some(), "zoomed in, the two stand apart");
}

#[test]
fn an_arc_leads_from_the_announcement_to_the_outcome_even_past_the_window() {
    let record = testing::record();
    let plan = event(&record, "to-be-painted");
    let scene = scene("2023", "2024");
    let arc = scene.lanes[0].arcs.iter().find(|arc| arc.plan == plan).expect("its arc is drawn");
    let painted = mark(&scene, event(&record, "painted")).expect("the outcome is drawn");
    assert!((arc.arc.x1_px - painted.x_px).abs() < 1.0);
    assert!(!arc.open);
    let between = self::scene("2023-06-01", "2023-06-20");
    let passing = between.lanes[0].arcs.iter().find(|arc| arc.plan == plan).expect("it passes over");
    assert!(passing.arc.x0_px < 0.0 && passing.arc.x1_px > between.scale.width_px && !passing.is_mark);
}

#[test]
fn an_open_plan_without_a_date_hangs_beside_its_announcement() {
    let record = testing::record();
    let scene = scene("2024-01", "2024-12");
    let floats = &scene.lanes[1].floats;
    assert_eq!(floats.len(), 1);
    assert_eq!(floats[0].event, event(&record, "to-be-widened"));
    assert!(scene.lanes[1].arcs.is_empty(), "it has not landed");
}

#[test]
fn what_was_not_known_is_not_drawn_and_a_plan_is_a_plan_again() {
    let record = testing::record();
    let early = record.publication_days[0];
    let then = scene_on(Some(early), "2023", "2025");
    let plan = event(&record, "to-open");
    let unknown = then.shown().find(|(ix, _)| !then.sources.known.knows_event(*ix));
    assert_eq!(unknown, None);
    let open = then.lanes[0].arcs.iter().any(|arc| arc.plan == plan && arc.open);
    assert!(then.sources.known.is_open(plan) == open, "as open as it was");
}

#[test]
fn accounts_that_differ_stand_apart_once_there_is_room() {
    let record = testing::record();
    let opened = event(&record, "opened");
    let far = scene("2023", "2025");
    assert!(far.account_places(mark(&far, opened).expect("it is drawn")).is_empty());
    let near = scene("2024-05-01", "2024-05-08");
    let places = near.account_places(mark(&near, opened).expect("it is drawn"));
    assert_eq!(places.len(), 2, "the Herald and the leaflet");
}

#[test]
fn a_lane_that_is_folded_up_only_counts() {
    let record = Rc::new(testing::record());
    let extent = extent(&record);
    let lane = record.bundle.lanes().next();
    let sources = Sources { closed: Rc::new(vec![lane]), ..sources(&record, None) };
    let view = axis(&sources, "2022", "2025");
    let scene = Scene::new(sources, view, 1_000.0, extent);
    let lane = &scene.lanes[0];
    assert!(lane.closed && lane.marks.is_empty() && lane.height_px < 40.0);
    assert_eq!(lane.crowds.iter().map(|crowd| crowd.count.all as usize).sum::<usize>(), lane.total);
}

#[test]
fn a_scene_serves_the_views_of_its_window_and_level() {
    let first = scene("2024-01", "2024-06");
    let sources = first.sources.clone();
    let view = axis(&sources, "2024-01", "2024-06");
    let panned = Domain { start_sec: view.start_sec + 8e5, end_sec: view.end_sec + 8e5 };
    assert!(first.serves(&sources, panned, 1_000.0, false));
    let far = Domain { start_sec: view.start_sec + 1e9, end_sec: view.end_sec + 1e9 };
    assert!(!first.serves(&sources, far, 1_000.0, true), "out of the window");
    assert!(!first.serves(&sources, view, 1_270.0, false), "the next level");
    assert!(first.serves(&sources, view, 1_270.0, true), "on the way to the next level");
    assert!(first.serves(&sources, view, 1_900.0, true), "its labels stand further apart");
    assert!(first.serves(&sources, view, 900.0, true) && !first.serves(&sources, view, 600.0, true), "its labels meet");
    assert!(!first.serves(&sources, view, 3_000.0, true), "another level");
}

#[test]
fn a_frame_puts_the_scene_where_the_view_is() {
    let scene = scene("2024-01", "2024-06");
    let view = axis(&scene.sources, "2024-02", "2024-05");
    let frame = Frame::new(&scene, view, 1_000.0);
    for sec in [view.start_sec, view.end_sec, view.middle_sec()] {
        let there = frame.px_from_scene_px(scene.scale.x_px_from_sec(sec));
        assert!((there - frame.scale.x_px_from_sec(sec)).abs() < 1e-6);
    }
}

/// How many events of a scene are drawn one by one, and how many its crowds count.
fn drawn(scene: &Scene) -> (Vec<EventIx>, Vec<EventIx>) {
    let bundle = &scene.sources.known.record.bundle;
    let mut single = Vec::new();
    let mut counted = Vec::new();
    for lane in &scene.lanes {
        let keys: Vec<EventIx> = lane.crowds.iter().filter_map(|crowd| crowd.key).collect();
        single.extend(lane.shown().map(|(ix, _)| ix).filter(|ix| !keys.contains(ix)));
        let series = bundle.lane_events(lane.at(&scene.sources.known));
        for crowd in &lane.crowds {
            counted.extend((crowd.range.0..crowd.range.1).map(|at| EventIx(series.row(at))));
        }
    }
    (single, counted)
}

proptest! {
    #[test]
    fn every_event_of_the_view_is_drawn_once_or_counted_at_every_zoom(
        start in 0.0..1.0_f64, len in 0.000_1..1.0_f64, width_px in 300.0..2_000.0_f64, crowded in any::<bool>(),
    ) {
        let records = if crowded { [testing::crowded(), testing::embedded()] } else { [Rc::new(testing::record()), testing::embedded()] };
        for record in records {
            let extent = extent(&record);
            let start_sec = extent.start_sec + start * extent.len_secs();
            let len_secs = (len * extent.len_secs()).max(1_000.0);
            let view = Domain { start_sec, end_sec: (start_sec + len_secs).min(extent.end_sec + 1_000.0) };
            let scene = Scene::new(sources(&record, None), view, width_px, extent);
            let (single, counted) = drawn(&scene);
            let mut once = single.clone();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), single.len(), "one of them twice");
            let real = scene.sources.folds.sec_from_domain(view);
            for ix in record.bundle.events() {
                let sec = stretch::place_sec(&scene.sources.known, ix);
                if sec.is_some_and(|sec| real.start_sec < sec && sec < real.end_sec) {
                    prop_assert!(single.contains(&ix) || counted.contains(&ix), "{}", record.bundle.event(ix).id());
                }
            }
        }
    }

    #[test]
    fn a_lane_is_as_high_wherever_the_view_is(start in 0.0..0.9_f64, other in 0.0..0.9_f64, len in 0.01..0.1_f64) {
        for record in [testing::embedded(), testing::crowded()] {
            let extent = extent(&record);
            let heights = |start: f64| -> Vec<(i64, i64)> {
                let start_sec = extent.start_sec + start * extent.len_secs();
                let view = Domain { start_sec, end_sec: start_sec + len * extent.len_secs() };
                let scene = Scene::new(sources(&record, None), view, 1_000.0, extent);
                scene.lanes.iter().map(|lane| (lane.height_px as i64, lane.baseline_px as i64)).collect()
            };
            prop_assert_eq!(heights(start), heights(other));
        }
    }
}
