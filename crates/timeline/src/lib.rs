//! Axis mathematics: from seconds to pixels and back, calendar ticks, the visible stretch, the layout of a lane.
//!
//! Everything here is a pure function of its arguments. Nothing here knows the DOM, a clock, a locale or a story's
//! events: callers hand in seconds since 1970-01-01T00:00:00Z and get pixels. Times are `f64`, because the axis spans
//! a thousandth of a second to the age of the universe; whatever has to do with the calendar is `i64` and goes through [`story`].

mod arc;
mod bar;
mod brush;
mod columns;
mod densest;
mod domain;
mod folds;
mod glide;
mod item;
mod label;
mod layout;
mod scale;
mod sort;
mod stack;
mod ticks;
mod viewport;
mod zoom_path;

pub use arc::{Arc, arc};
pub use bar::{Bar, BarKind};
pub use brush::{Brush, Grip};
pub use columns::columns;
pub use densest::densest;
pub use domain::Domain;
pub use folds::{Break, Folds};
pub use glide::{Glide, Track};
pub use item::{Anchor, Item, Kind};
pub use label::{Label, Side};
pub use layout::{Band, LaneLayout, LaneOptions, Mark, lay_out};
pub use scale::TimeScale;
pub use ticks::{Tick, Ticks, Unit, folded_ticks, ticks};
pub use viewport::{MIN_LEN_SECS, Viewport};
pub use zoom_path::ZoomPath;
