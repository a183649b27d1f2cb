//! Dates as the reader sees them.

use story::{End, Moment, Precision, When, Zone, ZoneIx};

use crate::codes::{offset_from_code, qualifier_from_doubt, shape_from_code};
use crate::row::Row;
use crate::section::Section;

/// The end of a date that is open.
pub(crate) const OPEN: u32 = 0;
/// The end of a date that nobody knows.
pub(crate) const UNKNOWN: u32 = 1;
/// The end of a date that is moment 0; the others follow.
pub(crate) const FIRST_MOMENT: u32 = 2;

/// The date of a number in the bundle of `any_row`; `None` where its codes mean nothing.
pub(crate) fn when_from_number(any_row: Row<'_>, number: u32) -> Option<When> {
    let date = any_row.other(number as usize);
    let members = u16::try_from(date.number(Section::DateMembers)).unwrap_or(u16::MAX);
    Some(When {
        shape: shape_from_code(date.number(Section::DateShape), members)?,
        first: end_from_number(date, date.number(Section::DateFirst))?,
        last: end_from_number(date, date.number(Section::DateLast))?,
    })
}

fn end_from_number(any_row: Row<'_>, number: u32) -> Option<End> {
    match number {
        OPEN => Some(End::Open),
        UNKNOWN => Some(End::Unknown),
        moment => moment_at(any_row.other((moment - FIRST_MOMENT) as usize)).map(End::At),
    }
}

fn moment_at(moment: Row<'_>) -> Option<Moment> {
    let precision = Precision::from_code(u8::try_from(moment.number(Section::MomentPrecision)).ok()?)?;
    let zone = if precision <= Precision::Minute { zone_of(moment) } else { Zone::default() };
    Some(Moment {
        earliest_sec: zone.sec_from_instant(moment.signed(Section::MomentEarliest)),
        latest_sec: zone.sec_from_instant(moment.signed(Section::MomentLatest)),
        precision,
        qualifier: qualifier_from_doubt(moment.number(Section::MomentDoubt)),
        zone,
    })
}

fn zone_of(moment: Row<'_>) -> Zone {
    let name = moment.index(Section::MomentZone).map(ZoneIx);
    Zone { offset_mins: offset_from_code(moment.number(Section::MomentOffset)), name }
}
