//! The writer: a story becomes columns, table by table.
//!
//! The same story gives the same bytes on any machine: numbers are given out in the order in which texts and dates
//! are first met, tables are walked in the author's order, and nothing depends on the order of a hash map.

mod columns;
mod dates;
mod hash;
mod levels;
mod media;
mod orders;
mod strings;
mod tables;

use story::Story;

use crate::bundle::Bundle;
use crate::index::Index;
use crate::levels::Levels;
use columns::Columns;
use tables::Tables;

/// The bundle of a story with its level of detail.
///
/// A bundle ends at 4 GiB, as a browser's memory does; one that a larger story would give is refused when opened.
#[must_use]
pub fn write(story: &Story, levels: &Levels) -> Vec<u8> {
    columns(story, levels).to_bytes()
}

/// The same with a search index, which is made from the bundle without one: what is searched is what is read.
#[must_use]
pub fn write_indexed(story: &Story, levels: &Levels, index: impl FnOnce(&Bundle) -> Index) -> Vec<u8> {
    let mut columns = columns(story, levels);
    let plain = columns.to_bytes();
    match Bundle::open(plain) {
        Ok(bundle) => {
            let index = index(&bundle);
            drop(bundle);
            columns.put_index(index);
            columns.to_bytes()
        }
        // Too large for any reader, who will say so.
        Err(_) => columns.to_bytes(),
    }
}

fn columns(story: &Story, levels: &Levels) -> Columns {
    let mut tables = Tables::default();
    tables.add_story(story);
    tables.add_people(&story.people);
    tables.add_sources(&story.sources);
    tables.add_tags(&story.lanes, &story.themes);
    tables.add_eras(&story.eras);
    tables.add_zones(&story.zones);
    tables.add_events(&story.events);
    tables.add_event_parts(&story.events);
    tables.add_quotes(&story.quotes);
    tables.add_changes(&story.changes);
    tables.add_tally(story);
    tables.add_levels(levels);
    tables.add_phrases(&story.texts);
    tables.add_orders(story);
    tables.into_columns()
}
