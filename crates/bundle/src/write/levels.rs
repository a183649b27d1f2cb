//! The level of detail as columns.

use super::columns::Columns;
use super::strings::saturated;
use super::tables::index;
use crate::levels::{LaneLevels, Levels, PlacementRow};
use crate::section::Section;

/// Puts the level of detail into its columns; nothing where there are no lanes.
pub(super) fn put_levels(columns: &mut Columns, levels: &Levels) {
    if levels.lanes.is_empty() {
        return;
    }
    let ((first, last), (start, end)) = (levels.extent_sec, levels.view_sec);
    columns.put_signed(Section::AxisSecs, &[first, last, start, end]);
    columns.put_looked_up(Section::AxisEvent, &[index(levels.opening.map(|event| event.0))]);
    columns.put_counted(Section::AxisSingle, &Vec::from_iter(levels.single.iter().map(|most| u32::from(*most))));
    let breaks = levels.breaks.iter().flat_map(|&(first, last, axis)| [first, last, axis]);
    columns.put_signed(Section::BreakSecs, &Vec::from_iter(breaks));
    columns.put_counted(Section::SaidQuotes, &Vec::from_iter(levels.said.iter().map(|(_, quote)| quote.0)));
    columns.put_signed(Section::SaidSecs, &Vec::from_iter(levels.said.iter().map(|(sec, _)| *sec)));
    put_lanes(columns, &levels.lanes);
    put_placement_rows(columns, &levels.lanes);
}

fn put_lanes(columns: &mut Columns, lanes: &[LaneLevels]) {
    let events = || lanes.iter().flat_map(|lane| &lane.events);
    columns.put_ends(Section::LaneEventsEnds, lanes.iter().map(|lane| lane.events.len()));
    columns.put_counted(Section::LaneEvents, &Vec::from_iter(events().map(|(_, event)| event.0)));
    columns.put_signed(Section::LaneSecs, &Vec::from_iter(events().map(|(sec, _)| *sec)));
    columns.put_ends(Section::LaneOpensEnds, lanes.iter().map(|lane| lane.opens.len()));
    columns.put_counted(Section::LaneOpens, &Vec::from_iter(lanes.iter().flat_map(|lane| lane.opens.iter().copied())));
}

fn put_placement_rows(columns: &mut Columns, lanes: &[LaneLevels]) {
    let rows: Vec<(usize, &PlacementRow)> =
        lanes.iter().enumerate().flat_map(|(at, lane)| lane.placement_rows.iter().map(move |row| (at, row))).collect();
    columns.put_counted(Section::RowLane, &Vec::from_iter(rows.iter().map(|(lane, _)| saturated(*lane))));
    columns.put_looked_up(Section::RowLevel, &Vec::from_iter(rows.iter().map(|(_, it)| it.level.into())));
    columns.put_looked_up(Section::RowNumber, &Vec::from_iter(rows.iter().map(|(_, it)| it.row.into())));
    columns.put_ends(Section::RowPlacementsEnds, rows.iter().map(|(_, it)| it.placements.len()));
    let placements = || rows.iter().flat_map(|(_, row)| &row.placements);
    columns.put_counted(Section::PlacementEvent, &Vec::from_iter(placements().map(|placement| placement.event.0)));
    columns.put_signed(Section::PlacementSec, &Vec::from_iter(placements().map(|placement| placement.sec)));
    columns
        .put_looked_up(Section::PlacementUntil, &Vec::from_iter(placements().map(|placement| placement.until.into())));
    let width = |placement: &crate::levels::Placement| u32::from(placement.width_px) * 2 + u32::from(placement.flip);
    columns.put_looked_up(Section::PlacementWidth, &Vec::from_iter(placements().map(width)));
}
