//! How long something takes, in words.

use super::{I18n, intl::Unit};

/// Months are counted from so many days on.
const MONTHS_FROM_DAYS: u64 = 61;
/// Years are counted from so many days on.
const YEARS_FROM_DAYS: u64 = 730;
/// Millions of years are counted from so many days on.
const AGES_FROM_DAYS: u64 = 365_242_500;
/// Days of an average Gregorian month and year.
const MONTH_DAYS: f64 = 30.436_875;
const YEAR_DAYS: f64 = 365.242_5;

impl I18n {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        core::testing,
        page::i18n::intl::{Format, Formats},
    };
    use std::rc::Rc;

    /// English units, and nothing else.
    struct Units;

    impl Formats for Units {
        fn instant(&self, _: Format, _: i64, _: u16) -> String {
            String::new()
        }

        fn range(&self, _: Format, _: i64, _: i64) -> Option<String> {
            None
        }

        fn range_halves(&self, _: Format, _: i64, _: i64) -> Option<(String, String)> {
            None
        }

        fn number(&self, _: f64) -> String {
            String::new()
        }

        fn units(&self, unit: Unit, number: f64) -> String {
            let name = match unit {
                Unit::Day => "day",
                Unit::Month => "month",
                Unit::Year | Unit::Age => "year",
            };
            format!("{number} {name}{}", if number > 1.0 { "s" } else { "" })
        }

        fn compact(&self, _: f64) -> String {
            String::new()
        }

        fn digits(&self, _: f64) -> String {
            String::new()
        }

        fn plural(&self, _: usize) -> usize {
            0
        }

        fn ordinal(&self, _: usize) -> usize {
            0
        }
    }

    #[test]
    fn a_duration_is_worded_in_the_unit_that_needs_the_fewest() {
        let cases = [
            (1, "1 day"),
            (60, "60 days"),
            (61, "2 months"),
            (335, "11 months"),
            (729, "24 months"),
            (731, "2 years"),
            (5_040_000_000_000, "13799051315 years"),
        ];
        let i18n = I18n::with_formats(Rc::clone(&testing::record().bundle), Units);
        for (days, expected) in cases {
            assert_eq!(i18n.duration(days), expected, "{days}");
        }
    }
}
