//! What the whole-product tests and the benchmark share: stories, a web server of their own, and a browser that they
//! drive.
//!
//! Nothing here knows what a test expects. What it cannot do (no driver, no bundle, a page that never becomes what
//! a test waits for) ends the test with a message that says what was missing.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "this crate serves tests and the benchmark alone, and what cannot go on ends"
)]

mod browser;
pub mod checkers;
mod driver;
pub mod engine;
pub mod flow;
pub mod generator;
pub mod input;
pub mod page;
pub mod paper;
pub mod preview;
mod probe;
pub mod record;
pub mod site;
pub mod widget;

pub use input::Key;
pub use page::Page;
pub use site::Site;
pub use widget::Widget;
