//! The horizontal timeline: axis, lanes, quote ticks and overview, by mouse, touch and keyboard.

mod arcs;
mod axis;
mod bars;
mod content;
mod gestures;
mod held;
mod help;
mod keys;
mod lane;
mod layers;
mod legend;
mod listed;
mod marks;
mod overview;
mod pushes;
mod quote_ticks;
mod renderer;
mod scene;
mod stage;
mod still;

use markup::html;
use std::rc::Rc;

use story::{EventIx, LaneIx, Message};
use timeline::{Domain, TimeScale, Viewport};
use web_sys::Element;
use yew::prelude::*;

use self::{
    axis::{Edges, axis, breaks, edges, flags, today},
    keys::action_from_key,
    layers::Part,
    overview::overview,
    quote_ticks::quote_ticks,
    stage::{Stage, View, use_stage},
    still::Still,
};
pub use self::{gestures::use_motion, legend::legend, listed::listed};
use self::{
    gestures::{Motion, use_gestures},
    scene::{Frame, Scene, Sources, Tally},
};
use crate::hooks::{use_memo, use_mut_ref};
use crate::parts::{Shared, px};
use crate::{
    core::{
        matches::Matches,
        state::{Action, Selection, State},
    },
    page::{
        Focus, REST_MS,
        elements::{around, is},
        enlarged::ends,
        use_rested,
    },
};

/// More lanes than these are drawn only when they are asked for.
const FIRST_LANES: usize = 24;

/// The height of a tick and of the row of eras, px.
const TICK_PX: f64 = 11.0;
const ERAS_PX: f64 = 20.0;

/// What the timeline needs.
#[derive(Clone, PartialEq, Properties)]
pub struct TimelineProps {
    /// What most components need.
    pub shared: Shared,
    /// What the reader has chosen.
    pub state: Rc<State>,
    /// The view that the reader rested at last, axis seconds.
    pub settled: Domain,
    /// What moves the view: with the hand, or by itself.
    pub motion: Rc<Motion>,
    /// The event that stands beside it, whether the reader has opened it or only come to it in the story.
    pub open: Option<EventIx>,
}

/// What the marks of a lane need to know of the reader.
#[derive(Clone, PartialEq)]
pub struct Reader {
    /// The event whose detail is open.
    pub open: Option<EventIx>,
    /// The one event that Tab reaches.
    pub tab_stop: Option<EventIx>,
    /// Whether a filter is on: what does not match fades.
    pub filtered: bool,
}

/// The horizontal timeline.
#[function_component]
pub fn Timeline(TimelineProps { shared, state, settled, motion, open }: &TimelineProps) -> Html {
    let (viewport, width_px) = (state.viewport, state.width_px);
    let filtered = !state.filter.is_empty();
    let at_rest = *settled == viewport.domain;
    let scene = use_scene(shared, state, *open, filtered, !at_rest);
    let shape = use_shape(&scene, at_rest);
    let frame = Frame::new(&scene, viewport.domain, width_px);
    let root = use_node_ref();
    use_gestures(&root, motion);
    let open = *open;
    let stands_on = state.cursor.or(open);
    let reader = Reader { open, tab_stop: tab_stop(shared, &scene, &frame, stands_on), filtered };
    let stage = use_memo((), |()| Stage::default());
    let view = View {
        shared: shared.clone(),
        scene: Rc::clone(&scene),
        reader: reader.clone(),
        domain: viewport.domain,
        width_px,
        at_rest,
        at_once: shared.focus.get() != Focus::Stay,
        stands_on,
    };
    use_stage(&stage, view);
    let on_click = {
        let (shared, scene) = (shared.clone(), Rc::clone(&scene));
        Callback::from(move |click: MouseEvent| open_clicked(&click, &shared, &scene, viewport))
    };
    let on_key = key_listener(shared, &scene, frame, reader.tab_stop, state.selected.is_some(), motion);
    let (announced, edges) = use_told(shared, &scene, &frame, settled);
    let now_px = use_now(&scene, &frame);
    let i18n = &shared.i18n;
    let as_of_px = scene.as_of_px.map(|x| frame.px_from_scene_px(x)).filter(|x| *x < width_px);
    let still =
        |part| html! { <Still shared={shared.clone()} scene={Rc::clone(&scene)} stage={Rc::clone(&stage)} {part}/> };
    let lanes = scene.lanes.len();
    html! {
        <div class="tl" part="timeline" role="group" ref={root} onkeydown={on_key} onclick={on_click}
            ~style={["--w:", &px(width_px)].concat()} aria-label={i18n.say(Message::Timeline).to_owned()} aria-describedby="keys">
            { ends() }
            <p id="keys" class="unseen">{ i18n.say(Message::TimelineKeys) }</p>
            <p class="unseen" role="status" aria-live="polite">{ (*announced).clone() }</p>
            if let Some(x) = as_of_px {
                <div class="x ahead" ~style={["--x:", &px(x.max(0.0))].concat()}></div>
            }
            { flags(shared, &scene, &frame, still(still::StillPart::Tools { width_px: width_px as u32 }), &edges) }
            { axis(stage.node(Part::Axis), lines_px(&shape, lanes)) }
            if has_eras(&scene) {
                <div class="eras"><div class="layer" ref={stage.node(Part::Eras)}></div></div>
            }
            { today(shared, now_px, width_px) }
            { breaks(shared, &scene, &frame) }
            <Still shared={shared.clone()} scene={Rc::clone(&shape)} stage={Rc::clone(&stage)} part={still::StillPart::Lanes { count: lanes }}/>
            { more_lanes(shared, scene.lane_count() - lanes) }
            { quote_ticks(shared, stage.node(Part::Quotes)) }
            { overview(shared, motion, *settled, &TimeScale { domain: viewport.extent, width_px }, viewport, still(still::StillPart::Whole { width_px: width_px as u32 })) }
        </div>
    }
}

fn key_listener(
    shared: &Shared,
    scene: &Rc<Scene>,
    frame: Frame,
    current: Option<EventIx>,
    open: bool,
    motion: &Rc<Motion>,
) -> Callback<KeyboardEvent> {
    let (shared, scene, motion) = (shared.clone(), Rc::clone(scene), Rc::clone(motion));
    Callback::from(move |event: KeyboardEvent| {
        if help::asked(&event) {
            return;
        }
        if let Some(action) = action_from_key(&event, &shared, &scene, &frame, current, open, &motion) {
            event.prevent_default();
            shared.focus.set(Focus::Mark);
            shared.dispatch.emit(action);
        }
    })
}

/// What the view shows, in words, and what lies beyond its edges. Only at rest: words that change with every frame are
/// read by nobody, and laid out all the same.
#[hook]
fn use_told(shared: &Shared, scene: &Rc<Scene>, frame: &Frame, settled: &Domain) -> (Rc<String>, Rc<Edges>) {
    let rested = use_rested(&frame.scale.domain, REST_MS);
    let matches = Rc::clone(&shared.matches);
    let told = use_mut_ref(|| None);
    let announced = {
        let (shared, scene, frame) = (shared.clone(), Rc::clone(scene), *frame);
        let made_of = (rested, shared.as_of.day(), Rc::clone(&matches));
        use_memo(made_of, move |(rested, day, _)| {
            // Another filter is told beside the search, and what was told of the view is no longer so.
            let is_other_view = told.replace(Some((*rested, *day))) != Some((*rested, *day));
            if is_other_view { announced(&shared, &scene, &frame) } else { String::new() }
        })
    };
    let (shared, scene, width_px) = (shared.clone(), Rc::clone(scene), frame.scale.width_px);
    let edges = use_memo((*settled, matches, width_px), move |(settled, ..)| {
        edges(&shared, &scene, &Frame::new(&scene, *settled, width_px))
    });
    (announced, edges)
}

/// Where the reader's own day lies, if it is in the story and in the view, px.
#[hook]
fn use_now(scene: &Scene, frame: &Frame) -> Option<f64> {
    let now_sec = use_memo((), |()| js_sys::Date::now() / 1_000.0);
    let x = frame.px_from_scene_px(scene.x_px_from_sec(*now_sec));
    let in_story = scene.extent.contains(scene.sources.axis_breaks.axis_from_sec(*now_sec));
    Some(x).filter(|x| in_story && (0.0..frame.scale.width_px).contains(x))
}

/// Opens what was clicked on: an event, or a cluster. One listener serves every mark, whatever the layers hold.
fn open_clicked(click: &MouseEvent, shared: &Shared, scene: &Scene, viewport: Viewport) {
    let element = click.target_dyn_into::<Element>().and_then(|it| around::<Element>(&it, "[data-event]"));
    let Some(element) = element else { return };
    let id = element.get_attribute("data-event").unwrap_or_default();
    let Some(ix) = shared.record.bundle.event_by_id(&id) else { return };
    if !is(&element, ".cluster") {
        shared.opener(Action::Select(Some(Selection::Event(ix)))).emit(click.clone());
        return;
    }
    let clusters = scene.lanes.iter().flat_map(|lane| lane.clusters.iter().map(move |cluster| (lane, cluster)));
    let Some((lane, cluster)) = clusters.into_iter().find(|(_, cluster)| cluster.key == Some(ix)) else { return };
    // What no view can part is listed.
    let opening = scene.opening(lane, cluster).filter(|stretch| viewport.fit(*stretch) != viewport);
    match opening {
        Some(stretch) => {
            if click.detail() == 0 {
                shared.focus.set(Focus::Mark);
            }
            shared.dispatch.emit(Action::Fit(stretch));
        }
        None => {
            shared.focus.set(Focus::Listed(0));
            shared.dispatch.emit(Action::List(Some(scene.listed(lane, cluster))));
        }
    }
}

/// The scene that serves the view: the last one, as long as it does.
#[hook]
fn use_scene(shared: &Shared, state: &State, open: Option<EventIx>, filtered: bool, moves: bool) -> Rc<Scene> {
    let tally = {
        let (as_of, matches) = (Rc::clone(&shared.as_of), Rc::clone(&shared.matches));
        let made_of = (ByRc(Rc::clone(&as_of)), filtered.then(|| ByRc(Rc::clone(&matches))));
        use_memo(made_of, move |_| Tally::new(&as_of, Some::<&Matches>(&matches).filter(|_| filtered)))
    };
    let last = use_mut_ref(|| None::<Rc<Scene>>);
    let sources = Sources {
        as_of: Rc::clone(&shared.as_of),
        tally,
        axis_breaks: Rc::clone(&state.axis_breaks),
        closed: Rc::clone(&state.closed),
        most_lanes: if state.all_lanes || stands_in_hidden_lane(shared, state.cursor, open) {
            usize::MAX
        } else {
            FIRST_LANES
        },
    };
    let Viewport { domain, extent } = state.viewport;
    let mut last = last.borrow_mut();
    let before = last.take();
    let served = before.clone().filter(|scene| scene.serves(&sources, domain, state.width_px, moves));
    let scene = served.unwrap_or_else(|| {
        let before = before.as_deref().filter(|_| moves);
        Rc::new(Scene::new(sources, domain, state.width_px, extent, before))
    });
    Rc::clone(last.insert(scene))
}

/// Whether the reader stands on an event, or has one open, in a lane that is not drawn at first.
fn stands_in_hidden_lane(shared: &Shared, cursor: Option<EventIx>, open: Option<EventIx>) -> bool {
    let bundle = &shared.record.bundle;
    let lane = |ix: EventIx| bundle.event(ix).lane().map_or(bundle.lane_count(), LaneIx::at);
    cursor.into_iter().chain(open).any(|ix| lane(ix) >= FIRST_LANES)
}

/// The scene that gives the lanes their heights. They change at rest only: nothing below moves while the hand does.
#[hook]
fn use_shape(scene: &Rc<Scene>, at_rest: bool) -> Rc<Scene> {
    let last = use_mut_ref(|| Rc::clone(scene));
    let mut last = last.borrow_mut();
    if at_rest || last.sources != scene.sources {
        *last = Rc::clone(scene);
    }
    Rc::clone(&last)
}

/// Something that is the same only if it is the very same.
struct ByRc<T>(Rc<T>);

impl<T> PartialEq for ByRc<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The one event that Tab reaches, of those that match: where the reader stands, else the first in view.
fn tab_stop(shared: &Shared, scene: &Scene, frame: &Frame, stands_on: Option<EventIx>) -> Option<EventIx> {
    let in_view = |x_px: f64| (0.0..=frame.scale.width_px).contains(&frame.px_from_scene_px(x_px));
    let mut first = None;
    for (ix, x_px) in scene.shown().filter(|(ix, _)| shared.matches.event(*ix)) {
        if stands_on == Some(ix) {
            return stands_on;
        }
        first = first.or(Some(ix).filter(|_| in_view(x_px)));
    }
    first
}

/// What the view shows, for those who do not see it.
fn announced(shared: &Shared, scene: &Scene, frame: &Frame) -> String {
    let (before, after) = frame.beyond(scene, &|ix| shared.matches.event(ix));
    let shown = shared.matches.event_count().saturating_sub(before + after);
    let Domain { start_sec, end_sec } = scene.sources.axis_breaks.sec_from_domain(frame.scale.domain);
    let span = shared.i18n.span(start_sec as i64, end_sec as i64);
    shared.i18n.count_with(Message::ViewAnnounced, shown, &[("date", &span)])
}

/// How far the lines of the axis reach down: from the foot of a tick past the eras and the lanes that are drawn, px.
fn lines_px(scene: &Scene, lanes: usize) -> f64 {
    let eras_px = if has_eras(scene) { ERAS_PX } else { 0.0 };
    TICK_PX + eras_px + scene.lanes.iter().take(lanes).map(|lane| lane.height_px).sum::<f64>()
}

/// Whether the story defines eras: they have their row wherever the reader is.
fn has_eras(scene: &Scene) -> bool {
    scene.sources.as_of.record.bundle.eras().next().is_some()
}

fn more_lanes(shared: &Shared, hidden: usize) -> Html {
    if hidden == 0 {
        return Html::default();
    }
    html! {
        <button type="button" class="link more" onclick={shared.on_then(Focus::Mark, Action::ShowAllLanes)}>
            { shared.i18n.count(Message::MoreLanes, hidden) }
        </button>
    }
}
