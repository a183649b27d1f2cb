//! The level of detail of a story as the writer takes it; whoever compiles the story works it out.

use story::{EventIx, QuoteIx};

/// Where the timeline draws what, for every zoom level. Seconds are counted from 1970-01-01T00:00:00Z.
///
/// Levels are the caller's: whole numbers that grow as one zooms in. The bundle only keeps them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Levels {
    /// The first and the last second of the whole axis.
    pub extent_sec: (i64, i64),
    /// The first and the last second of the first view.
    pub view_sec: (i64, i64),
    /// What is open at first where there is room.
    pub opening: Option<EventIx>,
    /// By level, the most events that a region of the axis draws one by one; beyond the end the last.
    pub single: Vec<u8>,
    /// Long stretches without events: the first second, the last, and how many they take up where they are folded.
    pub breaks: Vec<(i64, i64, i64)>,
    /// The lanes as authored, then the events that name none. Empty where there is nothing to draw.
    pub lanes: Vec<LaneLevels>,
    /// The quotes whose day is known, by the middle of it.
    pub said: Vec<(i64, QuoteIx)>,
}

/// The events of one lane.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaneLevels {
    /// Every event that has a place, in the order of the second it stands at.
    pub events: Vec<(i64, EventIx)>,
    /// Which of these are plans of which nothing settled has come, by their position.
    pub opens: Vec<u32>,
    /// The rows of the lane, in the order of the level at which they are first used.
    pub placement_rows: Vec<PlacementRow>,
}

/// What stands in one row from one level on.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacementRow {
    /// The level.
    pub level: u8,
    /// The row, as the crate docs number them.
    pub row: u8,
    /// What stands there, in the order of the second.
    pub placements: Vec<Placement>,
}

/// One event in its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placement {
    /// The event.
    pub event: EventIx,
    /// Where it stands.
    pub sec: i64,
    /// The level from which it no longer stands there; 255 for never.
    pub until: u8,
    /// How wide its label may be, px.
    pub width_px: u16,
    /// Whether its label stands before its stem.
    pub flip: bool,
}
