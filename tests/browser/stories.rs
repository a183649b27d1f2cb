//! The small stories that the tests bring along.

use on_record_tests::{
    Site,
    record::{Compiled, compiled},
    site::Plan,
};

/// Every status, every kind of date, three speakers.
pub(super) fn ferry() -> Compiled {
    compiled(include_str!("stories/ferry.toml"))
}

/// A site with a page `/` that shows a story and nothing else.
pub(super) fn site_of(story: &Compiled) -> Site {
    plan_of(story).serve()
}

/// The same, to add to.
pub(super) fn plan_of(story: &Compiled) -> Plan {
    Site::plan()
        .file("/story.orb", story.bytes.clone())
        .page("/index.html", "<on-record src=story.orb><p>The page’s own words.</p></on-record>")
}

/// The events of the ferry story in the order of time; of two with the same start, the weightier one first.
pub(super) const FERRY_BY_TIME: [&str; 11] = [
    "storm",
    "petition",
    "vote",
    "works",
    "ferry-planned",
    "second-boat",
    "first-crossing",
    "daily-service",
    "rudder",
    "bridge-study",
    "night-boat",
];

/// Another language and script.
pub(super) fn korean() -> Compiled {
    compiled(include_str!("stories/korean.toml"))
}

/// A script that runs from right to left, in a language the widget has no words of.
pub(super) fn arabic() -> Compiled {
    compiled(include_str!("stories/arabic.toml"))
}
