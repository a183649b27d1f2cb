//! The tables of dates and of the moments they are made of.

use story::{End, Moment, When};

use super::columns::Columns;
use super::hash::Met;
use super::strings::saturated;
use super::tables::index;
use crate::codes::{code_and_members_from_shape, code_from_offset, doubt_from};
use crate::dates::{FIRST_MOMENT, OPEN, UNKNOWN};
use crate::section::Section;

/// The cells of a date: shape, members, first end, last end.
type DateCells = [u32; 4];

/// The cells of a moment: earliest and latest second, and the precision, the doubt, the offset and the zone.
type MomentCells = (i64, i64, [u32; 4]);

/// Every date and every moment of the story, each held once.
#[derive(Default)]
pub(super) struct Dates {
    date_numbers: Met<DateCells>,
    dates: Vec<DateCells>,
    moment_numbers: Met<MomentCells>,
    moments: Vec<MomentCells>,
}

impl Dates {
    /// 0 for no date, else its number plus 1; a new one where it was not met before.
    pub(super) fn number_if_any(&mut self, when: Option<When>) -> u32 {
        let Some(when) = when else { return 0 };
        let (shape, members) = code_and_members_from_shape(when.shape);
        let cells = [shape, members.into(), self.end_number(when.first), self.end_number(when.last)];
        let next = saturated(self.dates.len());
        let number = *self.date_numbers.entry(cells).or_insert(next);
        if number == next {
            self.dates.push(cells);
        }
        number.saturating_add(1)
    }

    pub(super) fn put_into(self, columns: &mut Columns) {
        let date_cells = |cell: usize| -> Vec<u32> { self.dates.iter().map(|date| date[cell]).collect() };
        columns.put_looked_up(Section::DateShape, &date_cells(0));
        columns.put_looked_up(Section::DateMembers, &date_cells(1));
        columns.put_looked_up(Section::DateFirst, &date_cells(2));
        columns.put_looked_up(Section::DateLast, &date_cells(3));
        let seconds = |of: fn(&MomentCells) -> i64| -> Vec<i64> { self.moments.iter().map(of).collect() };
        columns.put_signed(Section::MomentEarliest, &seconds(|moment| moment.0));
        columns.put_signed(Section::MomentLatest, &seconds(|moment| moment.1));
        let codes = |cell: usize| -> Vec<u32> { self.moments.iter().map(|moment| moment.2[cell]).collect() };
        columns.put_looked_up(Section::MomentPrecision, &codes(0));
        columns.put_looked_up(Section::MomentDoubt, &codes(1));
        columns.put_looked_up(Section::MomentOffset, &codes(2));
        columns.put_looked_up(Section::MomentZone, &codes(3));
    }

    fn end_number(&mut self, end: End) -> u32 {
        match end {
            End::Open => OPEN,
            End::Unknown => UNKNOWN,
            End::At(moment) => self.moment_number(moment).saturating_add(FIRST_MOMENT),
        }
    }

    fn moment_number(&mut self, moment: Moment) -> u32 {
        let Moment { precision, qualifier, zone, .. } = moment;
        let [offset, name] = if moment.is_timed() {
            [code_from_offset(zone.offset_mins), index(zone.name.map(|name| name.0))]
        } else {
            [0, 0]
        };
        let codes = [precision.code().into(), doubt_from(qualifier), offset, name];
        let cells = (moment.earliest_instant_sec(), moment.latest_instant_sec(), codes);
        let next = saturated(self.moments.len());
        let number = *self.moment_numbers.entry(cells).or_insert(next);
        if number == next {
            self.moments.push(cells);
        }
        number
    }
}
