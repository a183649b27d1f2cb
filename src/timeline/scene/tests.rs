//! What a reader may rely on in the picture, first by example, then at any zoom.

use std::rc::Rc;

use proptest::prelude::*;

use super::*;
use crate::core::{
    first_view::first_state,
    record::Record,
    testing::{self, event},
};

fn sources(record: &Rc<Record>, day: Option<i64>) -> Sources {
    let as_of = Rc::new(RecordAsOf::new(Rc::clone(record), day));
    let tally = Rc::new(Tally::new(&as_of, None));
    Sources { as_of, tally, axis_breaks: Rc::clone(&record.axis_breaks), closed: Rc::default(), most_lanes: usize::MAX }
}

fn axis(sources: &Sources, from: &str, to: &str) -> Domain {
    let sec = |text: &str| {
        let when = compile::date::parse(text).expect("the date is valid");
        sources.axis_breaks.axis_from_sec(when.earliest_sec().expect("it has a beginning") as f64)
    };
    Domain { start_sec: sec(from), end_sec: sec(to) }
}

fn extent(record: &Record) -> Domain {
    first_state(record, crate::core::state::Look::Story, 0.0).viewport.extent
}

/// The scene of the small story in a view of a thousand px.
fn scene_on(day: Option<i64>, from: &str, to: &str) -> Scene {
    let record = Rc::new(testing::record());
    let extent = extent(&record);
    let sources = sources(&record, day);
    let view = axis(&sources, from, to);
    Scene::new(sources, view, 1_000.0, extent, None)
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
fn an_open_plan_without_a_date_stands_below_the_name_of_its_lane_whatever_it_hangs_over() {
    let event = |id: &str, when: &str| {
        format!("[[events]]\nid = \"{id}\"\ntitle = \"{id}\"\n{when}\naccounts = [{{ source = \"s\" }}]\n")
    };
    let mut story = "story = { id = \"s\", title = \"S\", language = \"en\" }
        sources = [{ id = \"s\", title = \"S\", published = \"2024-06-30\" }]\n"
        .to_owned();
    story.push_str(&event("plan", "status = \"planned\"\nannounced = \"2024-03-01\""));
    for (id, date) in
        [("first", "2024-03-02"), ("second", "2024-03-03"), ("third", "2024-03-04"), ("end", "2024-06-01")]
    {
        story.push_str(&event(id, &format!("date = \"{date}\"")));
    }
    let record = Rc::new(testing::compiled(&story));
    let sources = sources(&record, None);
    let view = axis(&sources, "2024-02-20", "2024-06-30");
    let scene = Scene::new(sources, view, 400.0, extent(&record), None);
    let lane = &scene.lanes[0];
    let [float] = lane.floats[..] else { panic!("{:?}", lane.floats) };
    let stacked_px = lane.marks.iter().map(|mark| mark.up_px).fold(0.0, f64::max);
    assert!(stacked_px > 0.0 && float.up_px > stacked_px, "{stacked_px} {float:?}");
    let top_px = lane.baseline_px - float.up_px - 16.0;
    assert!(top_px >= 24.0, "the label of the plan begins {top_px} px below the top of its lane");
}

#[test]
fn what_was_not_known_is_not_drawn_and_a_plan_is_a_plan_again() {
    let record = testing::record();
    let early = record.publication_days[0];
    let then = scene_on(Some(early), "2023", "2025");
    let plan = event(&record, "to-open");
    let unknown = then.shown().find(|(ix, _)| !then.sources.as_of.knows_event(*ix));
    assert_eq!(unknown, None);
    let open = then.lanes[0].arcs.iter().any(|arc| arc.plan == plan && arc.open);
    assert!(then.sources.as_of.is_open(plan) == open, "as open as it was");
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
fn a_closed_lane_only_counts() {
    let record = Rc::new(testing::record());
    let extent = extent(&record);
    let lane = record.bundle.lanes().next();
    let sources = Sources { closed: Rc::new(vec![lane]), ..sources(&record, None) };
    let view = axis(&sources, "2022", "2025");
    let scene = Scene::new(sources, view, 1_000.0, extent, None);
    let lane = &scene.lanes[0];
    assert!(lane.closed && lane.marks.is_empty() && lane.height_px < 40.0);
    assert_eq!(lane.clusters.iter().map(|cluster| cluster.count.all as usize).sum::<usize>(), lane.matching);
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

/// How many events of a scene are drawn one by one, and how many its clusters count.
fn drawn(scene: &Scene) -> (Vec<EventIx>, Vec<EventIx>) {
    let bundle = &scene.sources.as_of.record.bundle;
    let mut single = Vec::new();
    let mut counted = Vec::new();
    for lane in &scene.lanes {
        let keys: Vec<EventIx> = lane.clusters.iter().filter_map(|cluster| cluster.key).collect();
        single.extend(lane.shown().map(|(ix, _)| ix).filter(|ix| !keys.contains(ix)));
        let series = bundle.lane_events(lane.at(&scene.sources.as_of));
        for cluster in &lane.clusters {
            counted.extend((cluster.range.0..cluster.range.1).map(|at| EventIx(series.row(at))));
        }
    }
    (single, counted)
}

proptest! {
    #[test]
    fn every_event_of_the_view_is_drawn_once_or_counted_at_every_zoom(
        start in 0.0..1.0_f64, len in 0.000_1..1.0_f64, width_px in 300.0..2_000.0_f64, clustered in any::<bool>(),
    ) {
        let records = if clustered { [testing::clustered(), testing::embedded()] } else { [Rc::new(testing::record()), testing::embedded()] };
        for record in records {
            let extent = extent(&record);
            let start_sec = extent.start_sec + start * extent.len_secs();
            let len_secs = (len * extent.len_secs()).max(1_000.0);
            let view = Domain { start_sec, end_sec: (start_sec + len_secs).min(extent.end_sec + 1_000.0) };
            let scene = Scene::new(sources(&record, None), view, width_px, extent, None);
            let (single, counted) = drawn(&scene);
            let mut once = single.clone();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), single.len(), "one of them twice");
            let real = scene.sources.axis_breaks.sec_from_domain(view);
            for ix in record.bundle.events() {
                let sec = place_sec(&scene.sources.as_of, ix);
                if sec.is_some_and(|sec| real.start_sec < sec && sec < real.end_sec) {
                    prop_assert!(single.contains(&ix) || counted.contains(&ix), "{}", record.bundle.event(ix).id());
                }
            }
        }
    }

    #[test]
    fn a_lane_is_as_high_as_what_stands_in_it(start in 0.0..0.9_f64, len in 0.01..0.1_f64) {
        for record in [testing::embedded(), testing::clustered()] {
            let extent = extent(&record);
            let start_sec = extent.start_sec + start * extent.len_secs();
            let view = Domain { start_sec, end_sec: start_sec + len * extent.len_secs() };
            for lane in Scene::new(sources(&record, None), view, 1_000.0, extent, None).lanes {
                let rows = lane.marks.iter().filter_map(|mark| mark.label).map(|label| label.row + 1).max();
                // Any mark may be opened, and is named then.
                let least_px = lane.baseline_px + 33.0 * f64::from(rows.unwrap_or(u8::from(!lane.marks.is_empty())));
                prop_assert!(lane.height_px >= least_px || lane.is_empty());
                prop_assert!(lane.height_px <= least_px + 33.0, "{} px for {} px", lane.height_px, least_px);
                let highest_px = lane.bars.iter().map(|bar| bar.up_px).fold(0.0, f64::max);
                prop_assert!(lane.bars.is_empty() || lane.baseline_px - highest_px >= 50.0, "a bar over the lane's name");
            }
        }
    }
}

/// Lives of fifty years, three years after each other.
fn lives(count: u32) -> Rc<Record> {
    let head = "story = { id = \"a\", title = \"Lives\", language = \"en\", unverified = \"x\" }\n\
        sources = [{ id = \"s\", title = \"S\" }]\nlanes = [{ id = \"l\", name = \"L\" }]\n";
    let life = |n: u32| {
        let from = 1800 + 3 * n;
        format!(
            "[[events]]\nid = \"e{n}\"\ntitle = \"Life {n}\"\nlane = \"l\"\ndate = \"{from}/{}\"\naccounts = [{{ source = \"s\" }}]\n",
            from + 50
        )
    };
    Rc::new(testing::compiled(&std::iter::once(head.to_owned()).chain((0..count).map(life)).collect::<String>()))
}

#[test]
fn what_lasted_is_never_drawn_as_a_moment() {
    for count in [1, 5, 16, 30] {
        let record = lives(count);
        let extent = extent(&record);
        for (from, to) in [("1790", "1900"), ("1000", "2400"), ("1840", "1850"), ("1845-01", "1845-06")] {
            let sources = sources(&record, None);
            let view = axis(&sources, from, to);
            let scene = Scene::new(sources, view, 1_000.0, extent, None);
            for mark in scene.lanes.iter().flat_map(|lane| &lane.marks).filter(|mark| !mark.low) {
                let thin = mark.thin.expect("it has a thin bar");
                assert!(thin.width_px >= 8.0, "{count} lives, {from} to {to}: {thin:?}");
            }
        }
    }
}

#[test]
fn sixteen_that_last_side_by_side_are_all_there_wherever_they_are_looked_at() {
    let record = lives(16);
    let extent = extent(&record);
    for (from, to) in [("1790", "1900"), ("1845", "1850"), ("1847-01", "1847-06")] {
        let sources = sources(&record, None);
        let view = axis(&sources, from, to);
        let scene = Scene::new(sources, view, 1_000.0, extent, None);
        let lane = &scene.lanes[0];
        let thin = lane.marks.iter().filter_map(|mark| mark.thin).map(|bar| bar.up_px as i64);
        let mut rows: Vec<i64> = thin.chain(lane.bars.iter().map(|bar| bar.up_px as i64)).collect();
        assert_eq!(rows.len(), 16, "{from}");
        rows.sort_unstable();
        rows.dedup();
        assert_eq!(rows.len(), 16, "each has a row of its own where all overlap");
    }
}

#[test]
fn a_lane_in_which_nothing_stands_takes_one_line() {
    let record = testing::compiled(
        "story = { id = \"a\", title = \"A\", language = \"en\" }\n\
         lanes = [{ id = \"full\", name = \"F\" }, { id = \"bare\", name = \"B\" }]\n\
         events = [{ id = \"e\", title = \"E\", date = \"2024-01-01\", lane = \"full\" }]\n",
    );
    let record = Rc::new(record);
    let extent = extent(&record);
    let scene = Scene::new(sources(&record, None), extent, 1_000.0, extent, None);
    let heights: Vec<bool> = scene.lanes.iter().map(|lane| lane.height_px < 40.0).collect();
    assert_eq!(heights, [false, true]);
}

#[test]
fn while_the_view_moves_what_stands_in_rows_stays_where_it_is() {
    let record = lives(30);
    let (sources, extent) = (sources(&record, None), extent(&record));
    let full = axis(&sources, "1840", "1850");
    let bare = axis(&sources, "1795", "1805");
    let places = |scene: &Scene| -> Vec<(EventIx, f64)> {
        let lane = &scene.lanes[0];
        let thin = lane.marks.iter().filter_map(|mark| Some((mark.event, mark.thin?.up_px)));
        // Without a row it stands on the baseline.
        let thin = thin.filter(|(_, up_px)| *up_px > 0.0);
        thin.chain(lane.bars.iter().map(|bar| (bar.event, bar.up_px))).collect()
    };
    let alone = Scene::new(sources.clone(), bare, 1_000.0, extent, None);
    let before = Scene::new(sources.clone(), full, 1_000.0, extent, None);
    let moving = Scene::new(sources.clone(), bare, 1_000.0, extent, Some(&before));
    assert!(alone.lanes[0].height_px < before.lanes[0].height_px, "fewer rows are in use there");
    assert_eq!(moving.lanes[0].baseline_px, before.lanes[0].baseline_px);
    let stays = |(event, up_px): &(EventIx, f64)| places(&before).iter().all(|it| it.0 != *event || it.1 == *up_px);
    assert!(places(&moving).iter().all(stays));
    assert!(places(&alone).iter().any(|it| !stays(it)), "otherwise this tells nothing");
    assert!(moving.serves(&sources, bare, 1_000.0, true));
    assert!(!moving.serves(&sources, bare, 1_000.0, false), "at rest the lane is lower");
    assert!(alone.serves(&sources, bare, 1_000.0, false));
}
