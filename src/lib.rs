//! On Record, the widget: a lens laid over a story that stands in the page, with the timeline, the search, the day of knowledge.
//!
//! This is the only crate that knows the DOM. It shows a story that was compiled and checked at build time; it parses no dates,
//! checks no quotes and asks no server. Its rooms mirror the screen, and arrows point from the top down alone: `app` is the
//! one switch between the views `story`, `timeline` and `quotes`, none of which knows another; `parts` is what they share,
//! `page` is whatever asks the browser, `core` is pure.

#![allow(unreachable_pub, reason = "a leaf: what is public here is public to the page through `mount` alone")]

mod app;
mod core;
mod hooks;
mod markup;
mod mount;
mod page;
mod parts;
mod quotes;
mod root;
mod story;
mod timeline;
mod wish;

pub use mount::{Handle, mount};
