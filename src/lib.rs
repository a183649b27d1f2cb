//! On Record, the widget: an interactive timeline and quote explorer that a news page embeds.
//!
//! This is the only crate that knows the DOM. It draws a story that was compiled and checked at build time; it
//! parses no dates, checks no quotes and asks no server. State and places are worked out in modules that know
//! nothing of the page (`state`, `scene`, `matches`, `permalink`); components draw them.

#![allow(unreachable_pub, reason = "a leaf: what is public here is public to the page through `mount` alone")]

mod address;
mod address_bar;
mod aside;
mod chart;
mod citation;
mod components;
mod computed;
mod enlarged;
mod finding;
mod first_view;
mod gestures;
mod headroom;
mod known;
mod listing;
mod markup;
mod matches;
mod mount;
mod outline;
mod page;
mod permalink;
mod picture;
mod poster;
mod record;
mod scene;
mod sharing;
mod sight;
mod size;
mod state;
mod style;
#[cfg(test)]
mod testing;
mod tracking;
mod window;
mod words;

pub use mount::{Handle, mount};
