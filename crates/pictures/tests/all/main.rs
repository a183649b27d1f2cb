//! What becomes of pictures: made here, with a camera and a place planted in each.

#![allow(clippy::expect_used, reason = "a test that finds no ground to stand on should stop")]

mod bad;
mod made;
mod private;
mod versions;
