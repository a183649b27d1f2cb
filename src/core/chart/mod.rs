//! When quotes were said: counted by stretches of the calendar, for each speaker or for each of what is compared.

mod compared;
mod series;

pub use compared::{Compared, MOST_COMPARED, compared_from_text, text_from_compared};
pub use series::{Series, SeriesLabel, by_speaker, each_compared, found};

/// A story with fewer dated quotes has nothing to see in a picture of when they were said.
pub const LEAST_DATED: usize = 8;
