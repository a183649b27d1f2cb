//! Dates: EDTF (ISO 8601-2, levels 0 to 2) to [`When`]. The only place that parses dates.
//!
//! The crate `edtf-core` reads each single date. What stands around it, sets, intervals and times, is read here,
//! because `edtf-core` 1.2 refuses what newsrooms need: unspecified digits (`-01XX`) and times in years before 0,
//! times to the minute, and intervals between times. Beyond EDTF we take from ISO 8601-1 `hh:mm` without seconds
//! and date-times as ends of an interval.
//!
//! A time has the offset from UTC that is written behind it; one without an offset is the time of nobody knows where (EDTF calls it
//! local time), and is never told as UTC. Seasons 21 to 24 are bounded as on the northern half of the earth
//! (spring is March to May; winter begins in December and ends in February of the next year); 25 to 28 are the
//! same by name, 29 to 32 those of the southern half.

mod explain;
mod figures;
mod group;
mod mistakes;
mod named;
mod parts;
mod single;
mod time;

pub use explain::{Explanation, explain};
pub use mistakes::others;
pub(crate) use mistakes::{meant, quoted, season_or_years};
pub(crate) use time::offset;

use std::ops::Range;
use story::When;

/// Why an expression is no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// How to mend it; [`parse`] always says.
    pub hint: Option<String>,
    /// The bytes of the expression that are wrong.
    pub range: Range<usize>,
    /// What kind of mistake it is.
    pub fault: DateFault,
}

/// The kinds of mistakes in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// It is no date, or no day of the calendar.
    Invalid,
    /// It is a stretch of time whose end lies before its start.
    EndBeforeStart,
}

impl DateError {
    fn new(range: Range<usize>, message: impl Into<String>) -> Self {
        Self { message: message.into(), hint: None, range, fault: DateFault::Invalid }
    }

    fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }
}

/// Parses a date.
///
/// # Errors
///
/// What is wrong, where, and how to mend it.
pub fn parse(expression: &str) -> Result<When, DateError> {
    group::parse(expression).map_err(|error| {
        let hint = mistakes::hint_of_figures(expression).or_else(|| error.hint.clone());
        error.hint(hint.or_else(|| mistakes::hint(expression)).unwrap_or_else(|| EXAMPLES.to_owned()))
    })
}

/// The hint where nobody can tell what was meant.
const EXAMPLES: &str = "write a date such as `2024-06-18`, `2024-06` or `2024`";

#[cfg(test)]
mod tests;
