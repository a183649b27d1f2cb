//! A quote as a picture, drawn in the browser: `wrapping` lays the words out, `canvas` draws them.

mod canvas;
mod wrapping;

pub use canvas::{Caption, Fonts, Size, canvas};
