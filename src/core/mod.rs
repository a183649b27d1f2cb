//! The shared core: the record, what was known of it when, what the reader has chosen, and what that lets through. It knows
//! no page: all of it is tested natively.

pub mod address_bar;
pub mod as_of;
pub mod calendar;
pub mod chart;
pub mod first_view;
pub mod matches;
pub mod permalink;
pub mod record;
mod selection;
pub mod state;
pub mod stretch;
#[cfg(test)]
pub mod testing;
mod tracking;
