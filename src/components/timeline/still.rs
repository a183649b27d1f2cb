//! The parts of the picture that a frame only moves and stretches. They are drawn anew when the scene changes.

use std::rc::Rc;

use timeline::Unit;
use yew::prelude::*;

use super::{Reader, axis, lane, marks::Pen, overview, strip};
use crate::{
    components::{Shared, thousandths},
    scene::Scene,
};

/// What a part needs.
#[derive(Clone, Properties)]
pub struct StillProps {
    /// What most components need.
    pub shared: Shared,
    /// The scene.
    pub scene: Rc<Scene>,
    /// The reader.
    pub reader: Reader,
    /// Which part.
    pub part: Part,
}

/// A part of the picture.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The ticks of the axis; the first that is in view says more.
    Axis {
        /// The position of that tick.
        first: usize,
    },
    /// What moves in the lane at a position of the scene.
    Lane(usize),
    /// The quote ticks.
    Quotes,
    /// The eras that the story defines.
    Eras,
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
        let same_scene = Rc::ptr_eq(&self.scene, &other.scene);
        let same_reader = self.reader == other.reader && self.shared == other.shared;
        self.part == other.part
            && match self.part {
                Part::Axis { .. } | Part::Eras => same_scene,
                Part::Whole { .. } => self.scene.sources == other.scene.sources,
                Part::Tools { .. } => self.shared == other.shared,
                Part::Lane(_) | Part::Quotes => same_scene && same_reader,
            }
    }
}

/// A part of the picture.
#[function_component]
pub fn Still(StillProps { shared, scene, reader, part }: &StillProps) -> Html {
    let pen = Pen { shared, scene, reader };
    match *part {
        Part::Axis { first } => ticks(shared, scene, first),
        Part::Whole { width_px } => overview::whole(shared, scene, f64::from(width_px)),
        Part::Tools { width_px } => axis::tools(shared, f64::from(width_px)),
        Part::Eras => eras(shared, scene),
        Part::Quotes => strip::ticks(scene, reader.filtered),
        Part::Lane(at) => scene.lanes.get(at).map(|it| lane::content(&pen, it)).unwrap_or_default(),
    }
}

/// The ticks and their labels; lines through the lanes where a larger unit begins.
fn ticks(shared: &Shared, scene: &Scene, first: usize) -> Html {
    let ticks = scene.ticks.iter().enumerate().map(|(at, (tick, x))| {
        let label = shared.words.tick(scene.unit, *tick, at == first);
        let class = match (tick.major, scene.unit) {
            (_, Unit::Year) => "at line",
            (true, _) => "at line major",
            (false, _) => "at",
        };
        html! { <span key={tick.key()} {class} ~style={["--x:", &thousandths(scene.grid.layer_px_from_scene_px(*x))].concat()}>{ label }</span> }
    });
    ticks.collect()
}

/// The eras, each a band with its name.
fn eras(shared: &Shared, scene: &Scene) -> Html {
    let eras = scene.eras.iter().map(|(ix, start_px, end_px)| {
        let name = shared.record.bundle.era(*ix).name();
        let style = [
            "--x:",
            &thousandths(scene.grid.layer_px_from_scene_px(*start_px)),
            ";--w:",
            &thousandths(scene.grid.layer_px_from_len_px(end_px - start_px)),
        ]
        .concat();
        html! { <span key={ix.0} class="at era" ~style={style} title={name.to_owned()}>{ name }</span> }
    });
    eras.collect()
}
