//! The tests of the byte format: what is written is read, what is broken is refused, what is old still opens.

#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod any;
mod back;
mod columns;
mod forge;
mod frozen;
mod hostile;
mod round_trip;
mod sample;
