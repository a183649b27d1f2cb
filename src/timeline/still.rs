//! The parts of the timeline that a frame leaves as they are.

use std::rc::Rc;

use yew::prelude::*;

use super::scene::Scene;
use super::{Shared, axis, lane::lanes, overview, stage::Stage};

/// What a part needs.
#[derive(Clone, Properties)]
pub struct StillProps {
    /// What most components need.
    pub shared: Shared,
    /// The scene.
    pub scene: Rc<Scene>,
    /// The layers of the picture.
    pub stage: Rc<Stage>,
    /// Which part.
    pub part: StillPart,
}

/// A part of the timeline.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum StillPart {
    /// The first lanes of the scene, so many: their names and heights. What moves in them stands on the stage.
    Lanes {
        /// How many.
        count: usize,
    },
    /// The whole story under the lanes, over so many px. It stays from scene to scene, as long as they are made of
    /// the same.
    Whole {
        /// The width, px.
        width_px: u32,
    },
    /// The buttons that move and zoom, for a view of so many px.
    Tools {
        /// The width of the view, px.
        width_px: u32,
    },
}

impl PartialEq for StillProps {
    fn eq(&self, other: &Self) -> bool {
        self.part == other.part
            && match self.part {
                StillPart::Whole { .. } => self.scene.sources == other.scene.sources,
                StillPart::Tools { .. } => self.shared == other.shared,
                StillPart::Lanes { .. } => Rc::ptr_eq(&self.scene, &other.scene) && self.shared == other.shared,
            }
    }
}

/// A part of the timeline.
#[function_component]
pub fn Still(StillProps { shared, scene, stage, part }: &StillProps) -> Html {
    match *part {
        StillPart::Lanes { count } => lanes(shared, scene, stage, count),
        StillPart::Whole { width_px } => overview::whole(shared, scene, f64::from(width_px)),
        StillPart::Tools { width_px } => axis::tools(shared, f64::from(width_px)),
    }
}
