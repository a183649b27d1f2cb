//! One lane: its name, its height, and the layer on which its content stands.

use markup::html;
use std::rc::Rc;

use story::Message;
use yew::prelude::*;

use super::{
    layers::Part,
    scene::{LaneScene, Scene},
    stage::Stage,
};
use crate::{
    core::state::Action,
    parts::{Shared, classes, px},
};

/// The lanes, each with its name and the layer that its content stands on.
pub fn lanes(shared: &Shared, scene: &Scene, stage: &Rc<Stage>, count: usize) -> Html {
    scene.lanes.iter().take(count).enumerate().map(|(at, it)| lane(shared, it, stage.node(Part::Lane(at)))).collect()
}

fn lane(shared: &Shared, lane: &LaneScene, node: NodeRef) -> Html {
    let name = match lane.lane {
        Some(ix) => shared.record.bundle.lane(ix).name(),
        None => shared.i18n.say(Message::OtherEvents),
    };
    let size = format!("block-size:{};padding-block-start:{}", px(lane.height_px), px(lane.baseline_px));
    let class = classes(&[("lane", true), ("closed", lane.closed), ("full", lane.is_full)]);
    let total = (lane.closed || !lane.clusters.is_empty()).then(|| {
        html! { <span class="n">{ shared.i18n.number(lane.matching) }</span> }
    });
    html! {
        <div key={lane.lane.map_or(u32::MAX, |ix| ix.0)} {class} part="lane" role="group" aria-label={name.to_owned()} ~style={size}>
            <h3 aria-level={shared.level(1)}>
                <button type="button" title={name.to_owned()} aria-expanded={(!lane.closed).to_string()}
                    onclick={shared.on(Action::ToggleLane(lane.lane))}>{ name }</button>
                { total.unwrap_or_default() }
            </h3>
            <div class="layer" ref={node}></div>
        </div>
    }
}
