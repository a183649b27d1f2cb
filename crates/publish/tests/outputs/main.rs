//! What a story becomes for others, read back by programs that are not ours.

#![allow(clippy::expect_used, reason = "a test that finds no ground to stand on should stop")]

mod atom;
mod card;
mod csv;
mod ics;
mod jsonld;
mod oembed;
mod sample;
mod timelinejs;
