//! The layers of the picture: what stands on each, and where each stands in a frame.
//!
//! A frame moves every layer and draws only some of them anew, those that have waited longest: a new scene, or the
//! places of another zoom, come to one layer after the other, so that no frame takes long. Until a layer's turn comes,
//! it shows what it showed, moved and stretched.

use std::{
    cell::{Cell, OnceCell, RefCell},
    rc::Rc,
};

use gloo::render::{AnimationFrame, request_animation_frame};
use story::EventIx;
use timeline::Domain;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{
    Reader, axis,
    content::{content, eras},
    held::{Held, give_back},
    layers::{Part, TIMELINE},
    marks::Pen,
    pushes::{Push, era_pushes, lane_pushes},
    quote_ticks,
};
use super::{
    renderer::{Key, Layer},
    scene::{Frame, Scene},
};
use crate::{
    page::{
        elements::{around, set, style},
        sight::{Sight, has_focus, set_aside},
    },
    parts::{Shared, px, ratio},
};

/// The attribute of the timeline that is set as long as something in it will change by itself.
const BUSY: &str = "aria-busy";
/// While the view moves, a layer keeps its places for so long and is only stretched, ms.
const STRETCH_MS: f64 = 50.0;
/// One of so many layers is drawn anew in a frame.
const TURNS: usize = 3;

/// What is to be seen.
#[derive(Clone)]
pub struct View {
    /// What most components need.
    pub shared: Shared,
    /// The scene that serves the view.
    pub scene: Rc<Scene>,
    /// What the marks need to know of the reader.
    pub reader: Reader,
    /// The view, axis seconds.
    pub domain: Domain,
    /// How wide it is, px.
    pub width_px: f64,
    /// Whether it has come to rest: then everything gets its place.
    pub at_rest: bool,
    /// Whether everything is wanted at once, because the focus is to go there.
    pub at_once: bool,
    /// The event that the reader stands on, or has open.
    pub stands_on: Option<EventIx>,
}

/// A layer as it was drawn.
struct Ground {
    part: Part,
    node: NodeRef,
    element: Option<HtmlElement>,
    layer: Layer,
    drawn: Option<Drawn>,
    /// The labels that are pushed along their bars, and how far.
    pushed: Vec<Push>,
    /// The labels that are not whole in view, and hidden.
    cut: Vec<Key>,
    /// Whether it waits, out of sight, until the view rests.
    is_aside: bool,
}

/// What a layer was drawn for.
struct Drawn {
    view: View,
    /// The first tick in view.
    first: usize,
    /// How far its places are spread.
    spread: f64,
    at_ms: f64,
}

impl Drawn {
    /// Whether its places are to be set anew, and not only stretched.
    fn is_due(&self, view: &View, frame: &Frame, now_ms: f64) -> bool {
        view.at_rest || now_ms - self.at_ms >= STRETCH_MS || !frame.may_stretch_from(self.spread)
    }
}

/// The layers of the picture.
#[derive(Default)]
pub struct Stage {
    grounds: RefCell<Vec<Ground>>,
    next: RefCell<Option<AnimationFrame>>,
    /// Whether a mark that went handed the focus to the timeline.
    handed: Cell<bool>,
    /// Whether the timeline says that it is at work.
    is_busy: Cell<bool>,
    /// What was shown last.
    shown: RefCell<Option<View>>,
    /// Watches what holds the layers.
    sight: OnceCell<Option<Sight>>,
}

impl Stage {
    /// The node on which a part is drawn.
    pub fn node(&self, part: Part) -> NodeRef {
        let mut grounds = self.grounds.borrow_mut();
        if let Some(ground) = grounds.iter().find(|ground| ground.part == part) {
            return ground.node.clone();
        }
        let node = NodeRef::default();
        grounds.push(Ground {
            part,
            node: node.clone(),
            element: None,
            layer: Layer::default(),
            drawn: None,
            pushed: Vec::new(),
            cut: Vec::new(),
            is_aside: false,
        });
        node
    }

    /// Shows a view; what has to wait comes with the next frames.
    fn show(self: &Rc<Self>, view: View) {
        self.shown.replace(Some(view));
        self.draw();
    }

    /// Tells whether the picture will look otherwise in a moment, on the timeline around a layer.
    fn tell(&self, layer: &HtmlElement, is_busy: bool) {
        if self.is_busy.replace(is_busy) != is_busy
            && let Some(timeline) = around::<Element>(layer, TIMELINE)
        {
            set(&timeline, BUSY, is_busy.then_some("true"));
        }
    }

    /// A function that draws once more, as long as there is a stage.
    fn again(self: &Rc<Self>) -> impl Fn() + Clone + 'static {
        let stage = Rc::downgrade(self);
        move || stage.upgrade().iter().for_each(Self::draw)
    }

    fn draw(self: &Rc<Self>) {
        let Some(view) = &self.shown.borrow().clone() else { return };
        let now_ms = js_sys::Date::now();
        let sight = self.sight.get_or_init(|| Sight::new(self.again())).as_ref();
        let mut grounds = self.grounds.borrow_mut();
        // All of them stand in one timeline.
        let held = grounds.iter().find_map(|ground| ground.element.as_ref()).and_then(Held::of);
        let mut waiting: Vec<(f64, usize)> = Vec::new();
        let mut turns = grounds.len().div_ceil(TURNS);
        for (at, ground) in grounds.iter_mut().enumerate() {
            if !ground.is_there(sight) || ground.waits_aside(sight, view) {
                continue;
            }
            match ground.need(view, now_ms) {
                Need::Now => {
                    ground.draw(view, now_ms);
                    turns = turns.saturating_sub(1);
                }
                Need::Soon(since_ms) => waiting.push((since_ms, at)),
                Need::Nothing => {}
            }
        }
        waiting.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (_, at) in waiting.iter().take(turns) {
            grounds[*at].draw(view, now_ms);
        }
        grounds.iter_mut().filter(|ground| !ground.is_aside).for_each(|ground| ground.place(view));
        if held.is_some_and(Held::keep) {
            self.handed.set(true);
        }
        if view.at_rest && waiting.len() <= turns && self.handed.take() {
            let layer = grounds.iter().find_map(|ground| ground.element.as_ref());
            layer.into_iter().for_each(|layer| give_back(layer, view.stands_on, view.reader.tab_stop));
        }
        if let Some(layer) = grounds.iter().find_map(|ground| ground.element.as_ref()) {
            self.tell(layer, !view.at_rest || waiting.len() > turns);
        }
        let again = self.again();
        *self.next.borrow_mut() = (waiting.len() > turns).then(|| request_animation_frame(move |_| again()));
    }
}

/// Shows a view on a stage once Yew has drawn what holds the layers.
#[hook]
pub fn use_stage(stage: &Rc<Stage>, view: View) {
    let stage = Rc::clone(stage);
    use_effect(move || stage.show(view));
}

/// Whether a layer has to be drawn anew.
enum Need {
    Nothing,
    /// In its turn; when it was drawn last, ms.
    Soon(f64),
    Now,
}

impl Ground {
    /// Whether the page has the layer; one that is there anew is empty.
    fn is_there(&mut self, sight: Option<&Sight>) -> bool {
        let element = self.node.cast::<HtmlElement>();
        if self.element != element {
            let around = |layer: &Option<HtmlElement>| layer.as_ref().and_then(|layer| layer.parent_element());
            if let Some(sight) = sight {
                around(&self.element).iter().for_each(|element| sight.forget(element));
                around(&element).iter().for_each(|element| sight.watch(element));
            }
            (self.layer, self.drawn, self.is_aside) = (Layer::default(), None, false);
            self.pushed.clear();
            self.cut.clear();
            self.element = element;
        }
        self.element.is_some()
    }

    /// Whether the layer is out of sight while the view moves: then it need not move along. The lines of the axis reach
    /// down into what is in sight.
    fn waits_aside(&mut self, sight: Option<&Sight>, view: &View) -> bool {
        let Some(element) = &self.element else { return false };
        let is_unseen = || element.parent_element().is_some_and(|around| sight.is_some_and(|it| it.is_unseen(&around)));
        let may_wait = self.part != Part::Axis && !view.at_rest && !view.at_once && self.drawn.is_some();
        let is_aside = may_wait && is_unseen() && (self.is_aside || !has_focus(element));
        if is_aside != self.is_aside {
            set_aside(element, is_aside);
            self.is_aside = is_aside;
        }
        is_aside
    }

    fn need(&self, view: &View, now_ms: f64) -> Need {
        let Some(drawn) = &self.drawn else { return Need::Now };
        let before = &drawn.view;
        let frame = Frame::new(&before.scene, view.domain, view.width_px);
        let is_other =
            !before.scene.sources.is_laid_out_as(&view.scene.sources) || before.reader.open != view.reader.open;
        // What matches may come a frame after the list of it.
        let matches_anew = before.scene.sources != view.scene.sources
            || before.shared != view.shared
            || before.reader.filtered != view.reader.filtered;
        let is_old = !Rc::ptr_eq(&before.scene, &view.scene);
        if is_other || (view.at_once && before.reader != view.reader) {
            return Need::Now;
        }
        if is_old && (view.at_once || !before.scene.covers(view.domain) || !frame.may_stretch_from(drawn.spread)) {
            return Need::Now;
        }
        let is_stretched = (frame.zoom - drawn.spread).abs() > f64::EPSILON;
        let is_due = drawn.is_due(view, &frame, now_ms);
        // What the axis says is always right.
        let moved_on = || drawn.first != axis::first_in_view(&before.scene, &frame);
        if self.part == Part::Axis && (is_old || moved_on()) {
            return Need::Now;
        }
        let rests = view.at_rest && before.reader != view.reader;
        if is_old || matches_anew || (is_stretched && is_due) || rests {
            Need::Soon(drawn.at_ms)
        } else {
            Need::Nothing
        }
    }

    fn draw(&mut self, view: &View, now_ms: f64) {
        let Some(element) = &self.element else { return };
        let frame = Frame::new(&view.scene, view.domain, view.width_px);
        let first = axis::first_in_view(&view.scene, &frame);
        let pen = Pen { shared: &view.shared, scene: &view.scene, reader: &view.reader };
        let is_same = |drawn: &Drawn| {
            let before = &drawn.view;
            Rc::ptr_eq(&before.scene, &view.scene)
                && before.reader == view.reader
                && before.shared == view.shared
                && (drawn.first == first || self.part != Part::Axis)
        };
        // Other words in the same places need not wait until all places are set anew, nor set them.
        let stretched = self
            .drawn
            .as_ref()
            .filter(|it| Rc::ptr_eq(&it.view.scene, &view.scene) && !it.is_due(view, &frame, now_ms));
        let (spread, at_ms) = stretched.map_or((frame.zoom, now_ms), |drawn| (drawn.spread, drawn.at_ms));
        let layer_spread = view.scene.grid.layer_spread(spread);
        // A browser that refuses an element leaves the picture without it.
        if !self.drawn.as_ref().is_some_and(is_same) {
            let wanted = match self.part {
                Part::Axis => axis::ticks(&view.shared, &view.scene, first),
                Part::Eras => eras(&pen),
                Part::Lane(at) => view.scene.lanes.get(at).map(|lane| content(&pen, lane)).unwrap_or_default(),
                Part::Quotes => quote_ticks::ticks(&view.scene, view.reader.filtered),
            };
            // Of the names of elements and attributes, which are ours, no browser refuses any.
            let _ = self.layer.draw(element, wanted, layer_spread);
        } else {
            // The same of properties.
            let _ = self.layer.spread(layer_spread);
        }
        self.drawn = Some(Drawn { view: view.clone(), first, spread, at_ms });
    }

    /// Moves the layer to where it stands in a view.
    fn place(&mut self, view: &View) {
        let (Some(element), Some(drawn)) = (&self.element, &self.drawn) else { return };
        let frame = Frame::new(&drawn.view.scene, view.domain, view.width_px);
        let stretch = ratio(frame.zoom / drawn.spread);
        style(element, "transform", &["translateX(", &px(frame.layer_px()), ") scaleX(", &stretch, ")"].concat());
        let pushes: Vec<Push> = match self.part {
            Part::Lane(at) => drawn.view.scene.lanes.get(at).map(|lane| lane_pushes(lane, &frame)).unwrap_or_default(),
            Part::Eras => era_pushes(&drawn.view.scene, &frame),
            Part::Axis => return self.hide_cut(&frame),
            Part::Quotes => return,
        };
        let back = self.pushed.iter().filter(|it| pushes.iter().all(|push| push.key != it.key));
        let back = back.map(|it| Push { by_px: 0.0, room_px: None, ..*it });
        for Push { key, by_px, room_px } in back.chain(pushes.iter().copied()) {
            let Some(label) = self.layer.element(key) else { continue };
            let by = if by_px > 0.0 { px(by_px) } else { String::new() };
            match self.part {
                // Its ground stays where it is.
                Part::Eras => style(label, "--s", &by),
                _ if by.is_empty() => style(label, "transform", ""),
                _ => style(label, "transform", &["translateX(", &by, ")"].concat()),
            }
            let had_room = || self.pushed.iter().any(|it| it.key == key && it.room_px.is_some());
            if room_px.is_some() || had_room() {
                style(label, "max-inline-size", &room_px.map(px).unwrap_or_default());
            }
        }
        self.pushed = pushes;
    }

    /// Hides the labels of the axis that an edge of the view would cut; to draw them anew takes many times as long.
    fn hide_cut(&mut self, frame: &Frame) {
        let Some(drawn) = &self.drawn else { return };
        let cut = axis::cut(&drawn.view.scene, frame, |key| self.layer.text(key).map(axis::label_px));
        for (keys, others, visibility) in [(&self.cut, &cut, ""), (&cut, &self.cut, "hidden")] {
            let changed = keys.iter().filter(|key| !others.contains(key)).filter_map(|key| self.layer.element(*key));
            changed.for_each(|label| style(label, "visibility", visibility));
        }
        self.cut = cut;
    }
}
