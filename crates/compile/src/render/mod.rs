//! The one place that formats diagnostics: as text for people and as JSON for machines.

mod json;
mod text;

pub use json::render_json;
pub use text::{Colour, render_text, render_text_in};
