//! The writer: a story becomes columns, table by table.
//!
//! The same story gives the same bytes on any machine: numbers are given out in the order in which texts and dates
//! are first met, tables are walked in the author's order, and nothing depends on the order of a hash map.

mod columns;
mod dates;
mod hash;
mod levels;
mod orders;
mod strings;
mod tables;

use story::Story;

use crate::levels::Levels;
use tables::Tables;

/// The bundle of a story with its level of detail.
///
/// A bundle ends at 4 GiB, as a browser's memory does; one that a larger story would give is refused when opened.
#[must_use]
pub fn write(story: &Story, levels: &Levels) -> Vec<u8> {
    let mut tables = Tables::default();
    tables.add_story(story);
    tables.add_people(&story.people);
    tables.add_sources(&story.sources);
    tables.add_tags(&story.lanes, &story.themes);
    tables.add_eras(&story.eras);
    tables.add_events(&story.events);
    tables.add_event_parts(&story.events);
    tables.add_quotes(&story.quotes);
    tables.add_levels(levels);
    tables.add_phrases(&story.texts);
    tables.add_orders(story);
    tables.into_bytes()
}
