//! The event that stands below the lanes: its top stays in sight, so that whoever presses a mark sees what it opens.

use web_sys::HtmlElement;

use crate::page::{
    elements::{below, style},
    size::page_px,
};

/// Tells the style how high what is told is, px of the window: all but its top may lie below the window.
pub fn peek(section: &HtmlElement) {
    if let Some(story) = below::<HtmlElement>(section, ".story") {
        style(&story, "--told", &page_px(f64::from(story.offset_height())));
    }
}
