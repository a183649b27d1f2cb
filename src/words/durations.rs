//! How long something takes, in words.

use super::{Words, intl::Unit};

/// Months are counted from so many days on.
const MONTHS_FROM_DAYS: u64 = 61;
/// Years are counted from so many days on.
const YEARS_FROM_DAYS: u64 = 730;
/// Millions of years are counted from so many days on.
const AGES_FROM_DAYS: u64 = 365_242_500;
/// Days of an average Gregorian month and year.
const MONTH_DAYS: f64 = 30.436_875;
const YEAR_DAYS: f64 = 365.242_5;

impl Words {
    /// A number of days in words, rounded to months, years or millions of years where there are many.
    #[must_use]
    pub fn duration(&self, days: u64) -> String {
        let (unit, unit_days) = match days {
            ..MONTHS_FROM_DAYS => (Unit::Day, 1.0),
            MONTHS_FROM_DAYS..YEARS_FROM_DAYS => (Unit::Month, MONTH_DAYS),
            YEARS_FROM_DAYS..AGES_FROM_DAYS => (Unit::Year, YEAR_DAYS),
            AGES_FROM_DAYS.. => (Unit::Age, YEAR_DAYS),
        };
        self.intl.units(unit, (days as f64 / unit_days).round())
    }
}
