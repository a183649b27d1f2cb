//! The tests of the byte format: what is written is read, what is broken is refused, what is old still opens.

#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod any;
mod back;
mod columns;
mod forge;
mod frozen;
mod hostile;
mod levels;
mod round_trip;
mod sample;

/// The bundle of a story without a level of detail.
fn write_plain(story: &story::Story) -> Vec<u8> {
    bundle::write(story, &bundle::Levels::default())
}
