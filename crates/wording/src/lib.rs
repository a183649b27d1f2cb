//! How dates, counts and phrases are put into words, the same in the widget and on a published page.
//!
//! It knows no language: what a calendar, a number or a plural is called, it asks of a [`Tongue`], which is the browser's
//! `Intl` in the widget and the Unicode data in a published page. It parses nothing.

mod apart;
mod clocks;
mod dates;
mod direction;
mod formats;
mod machine;
mod phrases;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod tongue;

pub use apart::{Apart, apart};
pub use dates::{day, far, month, span, when, year};
pub use direction::direction;
pub use machine::datetime;
pub use phrases::{
    count, count_with, fill, filled, number, ordinal, quotation_marks, say, status_message, with_status,
};
pub use tongue::{Format, Length, Tongue};
