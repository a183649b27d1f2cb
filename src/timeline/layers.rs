//! The layers of the picture, and by which keys what stands on them is known from frame to frame.

use story::{EraIx, EventIx};

use super::{
    renderer::{Key, LayerPosition},
    scene::Scene,
};

/// The timeline, which holds the layers.
pub const TIMELINE: &str = ".tl";

/// What stands on a layer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The ticks of the axis.
    Axis,
    /// The eras that the story defines.
    Eras,
    /// What moves in the lane at a position of the scene.
    Lane(usize),
    /// The quote ticks.
    Quotes,
}

/// Where the pictures of a scene begin on its layer: their paths count from the window.
pub fn origin(scene: &Scene) -> LayerPosition {
    LayerPosition::Drawn(scene.grid.origin_px(), scene.grid.scale())
}

/// The kinds of things that stand in a lane, in the order in which they are drawn.
#[repr(u8)]
pub enum LaneLayer {
    Bars,
    Arcs,
    Bar,
    BarLabel,
    BandPassed,
    BandAhead,
    Announced,
    Start,
    Merged,
    Cluster,
    Account,
    Mark,
    Thin,
    Float,
    OpenName,
}

/// No event has so many accounts that differ.
pub const MOST_ACCOUNTS: i64 = 1 << 16;

/// Clusters of so many regions in a row have keys of their own; no window is as wide.
pub const REGIONS: i64 = 32;

/// The key of something that stands in a lane for an event.
pub fn key(kind: LaneLayer, ix: EventIx) -> Key {
    (kind as u8, i64::from(ix.0))
}

/// The key of the label over a bar.
pub fn bar_label_key(ix: EventIx) -> Key {
    key(LaneLayer::BarLabel, ix)
}

/// The key of an era.
pub fn era_key(ix: EraIx) -> Key {
    (0, i64::from(ix.0))
}
