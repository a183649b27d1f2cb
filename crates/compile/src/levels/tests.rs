//! The level of detail of whole stories.

use super::*;
use crate::{Input, compile};
use timeline::{Level, Row};

fn story(text: &str) -> Story {
    let text = format!(
        "story = {{ id = \"s\", title = \"S\", language = \"en\" }}\n{text}\n\
         sources = [{{ id = \"s1\", title = \"S\", published = \"2024-05-02\" }}]"
    );
    let outcome = compile(vec![Input { name: "s.toml".to_owned(), bytes: text.into_bytes() }]);
    let said = crate::render_text(&outcome);
    outcome.story.unwrap_or_else(|| panic!("the story is sound: {said}"))
}

fn ids(story: &Story, lane: &LaneLevels) -> Vec<String> {
    lane.events.iter().map(|(_, ix)| story.events[ix.at()].id.clone()).collect()
}

#[test]
fn every_event_stands_in_its_lane_in_the_order_of_time() {
    let story = story(
        "lanes = [{ id = \"a\", name = \"A\" }]\n\
         events = [\n\
         { id = \"late\", title = \"L\", date = \"2024-05-01\", lane = \"a\" },\n\
         { id = \"early\", title = \"E\", date = \"2020\", lane = \"a\" },\n\
         { id = \"none\", title = \"N\", date = \"2021-01-01\" },\n\
         { id = \"some-day\", title = \"P\", status = \"planned\", announced = \"2022-01-01\", accounts = [{ source = \"s1\" }], lane = \"a\" },\n\
         ]",
    );
    let levels = levels(&story);
    assert_eq!(ids(&story, &levels.lanes[0]), ["early", "some-day", "late"]);
    assert_eq!(ids(&story, &levels.lanes[1]), ["none"]);
    assert_eq!(levels.lanes[0].opens, [1]);
    let rows: Vec<Option<Row>> = levels.lanes[0].placement_rows.iter().map(|row| Row::from_code(row.row)).collect();
    assert!(rows.contains(&Some(Row::Label(0))) && rows.contains(&Some(Row::Float(0))));
}

#[test]
fn a_plan_without_a_date_that_came_true_has_no_place_beside_its_outcome() {
    let story = story(
        "events = [\n\
         { id = \"plan\", title = \"P\", status = \"planned\", announced = \"2022-01-01\", accounts = [{ source = \"s1\" }], became = \"done\" },\n\
         { id = \"done\", title = \"D\", date = \"2024-05-01\" },\n\
         ]",
    );
    let levels = levels(&story);
    let named: Vec<EventIx> = levels.lanes[0]
        .placement_rows
        .iter()
        .flat_map(|row| &row.placements)
        .map(|placement| placement.event)
        .collect();
    assert!(named.iter().all(|ix| story.events[ix.at()].id == "done"));
    assert_eq!(levels.lanes[0].events.len(), 2, "it is counted all the same");
    assert!(levels.lanes[0].opens.is_empty());
}

#[test]
fn the_first_in_rank_is_named_first() {
    let events: Vec<String> = (0..9)
        .map(|n| {
            format!("{{ id = \"e{n}\", title = \"Event {n}\", date = \"2024-05-0{}\", rank = {} }}", n + 1, 5 - n % 5)
        })
        .collect();
    let story = story(&format!("events = [{}]", events.join(",")));
    let levels = levels(&story);
    let first = &levels.lanes[0].placement_rows[0];
    assert!(first.placements.iter().any(|placement| story.events[placement.event.at()].rank == 1));
}

#[test]
fn a_story_without_events_or_of_one_moment_has_an_axis() {
    for text in ["events = []", "events = [{ id = \"e\", title = \"E\", date = \"2024-05-01T10:00:00Z\" }]"] {
        let levels = levels(&story(text));
        assert!(levels.extent_sec.0 < levels.extent_sec.1, "{text}");
        assert!(levels.view_sec.0 >= levels.extent_sec.0 && levels.view_sec.1 <= levels.extent_sec.1, "{text}");
    }
}

#[test]
fn a_long_stretch_without_events_is_a_break() {
    let near = (1..=9).map(|n| format!("{{ id = \"e{n}\", title = \"E\", date = \"2024-05-0{n}\" }}"));
    let far = "{ id = \"far\", title = \"F\", date = \"1950-01-01\" }".to_owned();
    let events: Vec<String> = near.chain([far]).collect();
    let breaks = levels(&story(&format!("events = [{}]", events.join(",")))).breaks;
    assert_eq!(breaks.len(), 1);
    assert!(breaks[0].2 < breaks[0].1 - breaks[0].0);
}

#[test]
fn a_story_over_the_age_of_the_universe_is_worked_out() {
    let story = story(
        "events = [{ id = \"bang\", title = \"B\", date = \"Y-13800000000\" }, { id = \"now\", title = \"N\", date = \"2024\" }]",
    );
    let levels = levels(&story);
    assert!(levels.lanes[0].placement_rows.iter().all(|row| Level(row.level) < Level::NEVER));
    assert!(levels.lanes[0].placement_rows.iter().map(|row| row.placements.len()).sum::<usize>() >= 2);
}
