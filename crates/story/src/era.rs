//! A stretch of time with a name.

use crate::Date;

/// A stretch of time with a name, for instance "The first council". It lasts from the first second that its date may
/// touch to the last; either end may be open.
#[derive(Clone, Debug, PartialEq)]
pub struct Era {
    /// A readable slug.
    pub id: String,
    /// The name shown to the reader.
    pub name: String,
    /// When it was: an interval, or a year, month or day as a whole.
    pub date: Date,
}
