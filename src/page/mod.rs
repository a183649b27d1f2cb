//! Whatever asks the browser: the hooks between the widget's state and the page, and what is measured, said and taken away.

mod address;
pub mod computed;
pub mod elements;
pub mod enlarged;
mod events;
mod focus;
pub mod headroom;
pub mod i18n;
mod paper;
mod rest;
pub mod sharing;
pub mod sight;
pub mod size;
mod width;

pub use self::{
    address::{Host, has_returned, use_address},
    events::use_host_events,
    focus::{Focus, focus_first, use_focus},
    paper::use_print,
    rest::{REST_MS, after_paint, use_later, use_rested},
    width::use_width,
};
