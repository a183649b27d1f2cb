//! Axis mathematics: from seconds to pixels and back, calendar ticks, the visible stretch, the level of detail.
//!
//! Everything here is a pure function of its arguments. Nothing here knows the DOM, a clock, a locale or a story's
//! events: callers hand in seconds since 1970-01-01T00:00:00Z and get pixels. Times are `f64`, because the axis spans
//! a thousandth of a second to the age of the universe; whatever has to do with the calendar is `i64` and goes through [`story`].

mod arc;
mod axis_breaks;
mod brush;
mod budget;
mod densest;
mod domain;
mod glide;
mod level;
mod placement;
mod placing;
mod region;
mod scale;
mod sort;
mod stack;
mod stretch;
mod ticks;
mod viewport;
mod zoom_path;

pub use arc::{Arc, arc};
pub use axis_breaks::{AxisBreak, AxisBreaks};
pub use brush::{Brush, Grip};
pub use budget::{LOOSE, LaneAtLevel, single};
pub use densest::densest;
pub use domain::Domain;
pub use glide::{Glide, Track};
pub use level::Level;
pub use placement::{BAR_ROWS, FLOAT_ROWS, Form, LABEL_ROWS, MERGE_PX, Placement, Row, Subject, THIN_ROWS};
pub use placing::{Walls, bar_level, place};
pub use region::{CLUSTER, REGION_PX, region_of, region_start_sec};
pub use scale::TimeScale;
pub use sort::sorted;
pub use stack::{LEVEL_PX, Standing, stack};
pub use stretch::{Edge, Stretch};
pub use ticks::{Tick, Ticks, Unit, ticks, ticks_between_breaks};
pub use viewport::{MIN_LEN_SECS, Viewport};
pub use zoom_path::ZoomPath;
