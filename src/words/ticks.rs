//! The axis in the reader's calendar words.

use story::{civil_from_day, day_from_sec};
use timeline::{Tick, Unit};

use super::{Words, intl::Format};

impl Words {
    /// The label of a tick. The first of a view says its larger unit too, so that the axis can be read alone.
    #[must_use]
    pub fn tick(&self, unit: Unit, tick: Tick, first: bool) -> String {
        let year = civil_from_day(day_from_sec(tick.sec)).year;
        if unit == Unit::Year || !(1..=9999).contains(&year) {
            return self.year(year);
        }
        let format = match (unit, tick.major, first) {
            (Unit::Month, true, _) => Format::Year,
            (Unit::Month, false, true) => Format::MonthShort,
            (Unit::Month, false, false) => Format::MonthAlone,
            (Unit::Day, false, false) => Format::WeekdayAndDay,
            (Unit::Day, true, _) | (Unit::Day, _, true) => Format::DayAndMonth,
            // The day stands in for midnight, and for the first time of day; both in full would not fit.
            (Unit::Hour, true, _) | (_, _, true) => Format::DayAndMonth,
            (Unit::Second, ..) => Format::TimeToSecond,
            _ => Format::Time,
        };
        self.intl.date(format, tick.sec)
    }
}
