//! Whole stories, told: in what order, as of which day, and whether what comes of it is sound markup.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail by panicking")]

mod accounts;
#[path = "../../../bundle/tests/all/any.rs"]
mod any;
mod changes;
mod days;
mod films;
mod foreign;
#[allow(dead_code, reason = "the tests of bundles need more of it")]
#[path = "../../../bundle/tests/all/forge.rs"]
mod forge;
mod former;
mod hostile;
mod large;
mod media;
mod order;
mod parsed;
mod quotes;
mod sound;
mod sources;
mod strip;
mod telling_of;
