//! The peers: the same events in their own form of data, with their own defaults.

use std::{fs, path::Path, time::Duration};

use on_record_tests::generator::{LANES, MadeEvent, MadeStory, lane_name};
use serde_json::{Value, json};

use crate::{
    browsing::{Run, Target, measure, site},
    plan::Plan,
};

/// The largest story that peers are given.
pub(crate) const LARGEST: usize = 10_000;
/// How long each may take for its first draw, and for its gestures.
const LIMIT: Duration = Duration::from_secs(120);

/// Peers write styles and handlers into their markup; still nothing is asked of another server.
const POLICY: &str = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:";

/// A library in a page.
struct Peer {
    name: &'static str,
    /// Its script, below `node_modules`.
    library: &'static str,
    /// Its style, below `node_modules`.
    style: &'static str,
    /// The page's script.
    script: &'static str,
    /// The page, with the query that chooses among its set-ups.
    path: &'static str,
    /// The events as the library takes them.
    events: fn(&MadeStory) -> Value,
}

const VIS: &str = "vis-timeline/standalone/umd/vis-timeline-graph2d.min.js";
const VIS_STYLE: &str = "vis-timeline/styles/vis-timeline-graph2d.min.css";

const PEERS: &[Peer] = &[
    Peer {
        name: "vis-timeline",
        library: VIS,
        style: VIS_STYLE,
        script: include_str!("vis.js"),
        path: "/bench.html",
        events: vis_events,
    },
    Peer {
        name: "vis-timeline, no stacking",
        library: VIS,
        style: VIS_STYLE,
        script: include_str!("vis.js"),
        path: "/bench.html?stack=false",
        events: vis_events,
    },
    Peer {
        name: "TimelineJS",
        library: "@knight-lab/timelinejs/dist/js/timeline.js",
        style: "@knight-lab/timelinejs/dist/css/timeline.css",
        script: include_str!("timelinejs.js"),
        path: "/bench.html",
        events: timelinejs_events,
    },
];

/// Measures each of them with a story.
pub(crate) fn all(plan: &Plan, story: &MadeStory) -> Vec<Run> {
    let modules = plan.peers.as_deref().expect("the plan says where the peers are");
    PEERS.iter().map(|peer| run(peer, modules, story)).collect()
}

/// What the peers are called, in the order of the report.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    PEERS.iter().map(|peer| peer.name)
}

fn run(peer: &Peer, modules: &Path, story: &MadeStory) -> Run {
    let read = |file| fs::read_to_string(modules.join(file)).expect("the library's files");
    let plan = site(r#"<div id="host"></div>"#, &read(peer.style), &read(peer.library))
        .header("Content-Security-Policy", POLICY)
        .file("/target.js", peer.script)
        .file("/events.json", (peer.events)(story).to_string());
    let site = plan.serve_alone();
    measure(&site, &Target { name: peer.name, len: story.events.len(), path: peer.path, limit: LIMIT }, |_| None)
}

/// Items and groups. What lasted is a range, everything else a box, which is the default.
fn vis_events(story: &MadeStory) -> Value {
    let item = |(at, event): (usize, &MadeEvent)| {
        let mut item =
            json!({ "id": at, "group": event.lane, "content": event.title, "start": event.date.first_iso() });
        if let Some(last) = event.date.last_iso() {
            item["end"] = last.into();
        }
        item
    };
    let groups: Vec<_> = (0..LANES).map(|lane| json!({ "id": lane, "content": lane_name(lane) })).collect();
    json!({ "items": story.events.iter().enumerate().map(item).collect::<Vec<_>>(), "groups": groups })
}

/// Slides with a headline and a text.
fn timelinejs_events(story: &MadeStory) -> Value {
    let date = |iso: &str| {
        let [year, month, day] = [0..4, 5..7, 8..10].map(|part| iso.get(part).unwrap_or_default());
        json!({ "year": year, "month": month, "day": day })
    };
    let slide = |event: &MadeEvent| {
        let text = json!({ "headline": event.title, "text": event.summary });
        let mut slide =
            json!({ "start_date": date(&event.date.first_iso()), "text": text, "group": lane_name(event.lane) });
        if let Some(last) = event.date.last_iso() {
            slide["end_date"] = date(&last);
        }
        slide
    };
    json!({ "events": story.events.iter().map(slide).collect::<Vec<_>>() })
}
