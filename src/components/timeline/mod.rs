//! The horizontal timeline: axis, lanes, quote ticks and overview, by mouse, touch and keyboard.

mod axis;
mod help;
mod keys;
mod lane;
mod marks;
mod overview;

use std::rc::Rc;

use story::{EventIx, Message};
use timeline::{Domain, Viewport};
use yew::prelude::*;

use self::{
    axis::{axis, flags},
    keys::action_from_key,
    lane::lane,
    overview::{overview, overview_columns},
};
use super::{Shared, px};
use crate::{
    gestures::use_gestures,
    page::{Focus, use_rested},
    scene::Scene,
    state::Selection,
};

/// What the timeline needs.
#[derive(Clone, PartialEq, Properties)]
pub struct TimelineProps {
    /// What most components need.
    pub shared: Shared,
    /// The stretch of time in view.
    pub viewport: Viewport,
    /// The width of the axis, CSS px.
    pub width_px: f64,
    /// What the detail shows.
    pub selected: Option<Selection>,
    /// The event that the arrow keys stand on.
    pub cursor: Option<EventIx>,
    /// Whether a filter is on: what does not match fades.
    pub filtered: bool,
}

/// What the marks of a lane need to know of the reader.
#[derive(Clone, PartialEq)]
pub struct Reader {
    /// The event whose detail is open.
    pub open: Option<EventIx>,
    /// The one event that Tab reaches.
    pub tab_stop: Option<EventIx>,
    /// Whether a filter is on.
    pub filtered: bool,
}

/// The horizontal timeline.
#[function_component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let TimelineProps { shared, viewport, width_px, selected, cursor, filtered } = props;
    let scene = {
        let shared = shared.clone();
        use_memo((viewport.domain, *width_px, shared.known.day()), move |(domain, width_px, _)| {
            let label_px = |ix| shared.labels.width(&shared.record, &shared.words, ix);
            Scene::new(&shared.known, *domain, *width_px, &label_px)
        })
    };
    let rested = use_rested(&viewport.domain);
    let announced = {
        let (shared, scene) = (shared.clone(), Rc::clone(&scene));
        use_memo((rested, shared.known.day()), move |(domain, _)| announced(&shared, &scene, *domain))
    };
    let overview_columns = {
        let known = Rc::clone(&shared.known);
        use_memo((viewport.extent, *width_px, known.day()), move |(extent, width_px, _)| {
            overview_columns(&known, *extent, *width_px)
        })
    };
    let root = use_node_ref();
    use_gestures(&root, &shared.motion);
    let open = selected.and_then(|selected| shared.known.event_of(selected));
    let reader = Reader { open, tab_stop: tab_stop(&scene, cursor.or(open)), filtered: *filtered };
    let on_key = {
        let (shared, scene, current) = (shared.clone(), Rc::clone(&scene), reader.tab_stop);
        let open = selected.is_some();
        Callback::from(move |event: KeyboardEvent| {
            if help::asked(&event) {
                return;
            }
            if let Some(action) = action_from_key(&event, &shared, &scene, current, open) {
                event.prevent_default();
                shared.focus.set(Focus::Mark);
                shared.dispatch.emit(action);
            }
        })
    };
    let words = &shared.words;
    let known = scene.known_px.filter(|x| *x < *width_px);
    html! {
        <div class="tl" part="timeline" role="group" ref={root} onkeydown={on_key}
            aria-label={words.say(Message::Timeline).to_owned()} aria-describedby="keys">
            <p id="keys" class="unseen">{ words.say(Message::TimelineKeys) }</p>
            <p class="unseen" role="status" aria-live="polite">{ (*announced).clone() }</p>
            if let Some(x) = known {
                <div class="ahead" ~style={format!("--x:{}", px(x.max(0.0)))}></div>
            }
            { flags(shared, &scene) }
            { axis(shared, &scene) }
            { for scene.lanes.iter().map(|it| lane(shared, &scene, it, &reader)) }
            { overview(shared, &scene, *viewport, &overview_columns) }
        </div>
    }
}

/// The one event that Tab reaches: where the reader stands, else the first in view.
fn tab_stop(scene: &Scene, stands_on: Option<EventIx>) -> Option<EventIx> {
    let shown = scene.shown();
    stands_on.filter(|ix| shown.contains(ix)).or_else(|| shown.first().copied())
}

/// What the view shows, for those who do not see it.
fn announced(shared: &Shared, scene: &Scene, domain: Domain) -> String {
    let words = &shared.words;
    let span = words.span(domain.start_sec as i64, domain.end_sec as i64);
    words.count_with(Message::ViewAnnounced, scene.in_view(&shared.known), &[("date", &span)])
}
