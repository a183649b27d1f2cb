//! Pointers that are down: a tap, a drag, a throw, a pinch, a brush on the strip of the whole story.

use timeline::{Brush, Domain, Grip, TimeScale, Track};
use web_sys::{Element, PointerEvent};

use std::rc::Rc;

use super::motion::Motion;
use crate::{
    core::state::Action,
    page::{
        elements::{around, target},
        enlarged::{Axis, ClientPoint},
    },
};

/// A press that moves less than this is a click, px.
const CLICK_PX: f64 = 4.0;
/// How much a double tap zooms in; out with Shift.
const DOUBLE_ZOOM: f64 = 2.0;
/// The second of two taps comes within this, ms.
const DOUBLE_MS: f64 = 350.0;
/// The second of two taps is no further from the first than this, px.
const DOUBLE_PX: f64 = 24.0;
/// A window that is drawn on the strip is no shorter than this, px.
const WINDOW_PX: f64 = 8.0;
/// A view of more than this part of the strip cannot be moved on it; a drag draws a new one.
const WHOLE: f64 = 0.98;

/// What has a use for a tap of its own.
const CONTROLS: &str = "button,a,summary,.over";
/// The strip of the whole story, and what a drag on it may hold.
const STRIP: &str = ".over";
const GRIPS: [(&str, Grip); 3] = [(".from", Grip::Start), (".to", Grip::End), (".win", Grip::Window)];

/// The pointers that are down, and what they have done so far.
#[derive(Default)]
pub(super) struct Press {
    /// Each where it is.
    pointers: Vec<Pointer>,
    /// How the window showed the timeline when the first went down.
    ground: Ground,
    /// Where the first went down on it, px.
    from_px: f64,
    /// Whether the press has become a drag or a pinch, so that the click at its end is none.
    pub(super) dragged: bool,
    /// Where the pointer that drags was last.
    track: Track,
    /// What is dragged on the strip, where the press began there.
    strip: Option<Strip>,
    /// When (ms) and where (window px) the last tap was.
    tapped: Option<(f64, (f64, f64))>,
}

/// A pointer by its id, and where it is: in the window, and on the timeline, px.
#[derive(Clone, Copy)]
struct Pointer {
    id: i32,
    x: f64,
    y: f64,
    at_px: f64,
}

/// What a pointer is on.
#[derive(Clone, Copy, Default)]
struct Ground {
    axis: Axis,
    /// The width of the timeline in px of its own.
    width_px: f64,
}

/// A press on the strip.
struct Strip {
    brush: Brush,
    scale: TimeScale,
}

impl Press {
    /// A pointer goes down: whatever moves stops under it.
    pub(super) fn down(&mut self, event: &PointerEvent, element: &Element, motion: &Rc<Motion>) {
        motion.halt();
        if event.is_primary() {
            let axis = Axis::of(element).unwrap_or_default();
            let ground = Ground { axis, width_px: motion.width_px() };
            let from_px = ground.pointer(event).at_px;
            let strip = Strip::at(event, from_px, motion);
            *self = Self { ground, from_px, strip, tapped: self.tapped, ..Self::default() };
        }
        let pointer = self.ground.pointer(event);
        if event.button() == 0 && self.pointers.len() < 2 {
            self.track = Track::default();
            self.pointers.push(pointer);
        }
    }

    /// A pointer moves.
    pub(super) fn moved(&mut self, event: &PointerEvent, element: &Element, motion: &Rc<Motion>) {
        let Some(at) = self.pointers.iter().position(|pointer| pointer.id == event.pointer_id()) else { return };
        if event.buttons() == 0 {
            // It was let go where nobody heard of it, outside the window perhaps.
            self.pointers.remove(at);
            return;
        }
        let pointer = self.ground.pointer(event);
        let before = std::mem::replace(&mut self.pointers[at], pointer);
        if let [first, second] = self.pointers[..] {
            self.dragged = true;
            let other = if at == 0 { second } else { first };
            return pinch((before, pointer), other, motion);
        }
        let begins = !self.dragged;
        if begins && (pointer.at_px - self.from_px).abs() < CLICK_PX {
            return;
        }
        self.dragged = true;
        if begins {
            // Without capture a fast drag would end at the edge; a browser that refuses it only loses that.
            let _ = element.set_pointer_capture(event.pointer_id());
        }
        if let Some(strip) = &self.strip {
            motion.follow(Action::Fit(strip.brush.to(strip.scale.sec_from_x_px(pointer.at_px))));
            return;
        }
        self.track.push(event.time_stamp(), pointer.at_px);
        motion.follow(Action::Pan { by_px: (if begins { self.from_px } else { before.at_px }) - pointer.at_px });
    }

    /// A pointer is let go.
    pub(super) fn up(&mut self, event: &PointerEvent, _: &Element, motion: &Rc<Motion>) {
        if !self.gone(event) || !self.pointers.is_empty() {
            return;
        }
        let strip = self.strip.take();
        match (self.dragged, strip) {
            (true, Some(_)) => {}
            (true, None) => {
                if let Some(glide) = self.track.glide(event.time_stamp()) {
                    motion.throw(glide);
                }
            }
            (false, Some(strip)) => strip.pressed(self.ground.pointer(event), motion),
            (false, None) => self.tap(event, motion),
        }
    }

    /// A pointer is taken away by the browser, which scrolls the page with it perhaps.
    pub(super) fn cancelled(&mut self, event: &PointerEvent, _: &Element, _: &Rc<Motion>) {
        self.gone(event);
    }

    /// The timeline holds a pointer no longer. A finger is held by what it touches until the timeline takes it, and
    /// that loss is none.
    pub(super) fn lost(&mut self, event: &PointerEvent, element: &Element, _: &Rc<Motion>) {
        if event.target().as_ref() == Some(element.as_ref()) {
            self.gone(event);
        }
    }

    fn gone(&mut self, event: &PointerEvent) -> bool {
        let before = self.pointers.len();
        self.pointers.retain(|pointer| pointer.id != event.pointer_id());
        self.pointers.len() < before
    }

    /// The second of two taps on the ground zooms in around it; out with Shift.
    fn tap(&mut self, event: &PointerEvent, motion: &Rc<Motion>) {
        let (now_ms, Pointer { x, y, at_px, .. }) = (event.time_stamp(), self.ground.pointer(event));
        if target::<Element>(event).is_some_and(|target| around::<Element>(&target, CONTROLS).is_some()) {
            self.tapped = None;
            return;
        }
        let first = self.tapped.replace((now_ms, (x, y)));
        let is_second = first.is_some_and(|(then_ms, (at_x, at_y))| {
            now_ms - then_ms < DOUBLE_MS && apart_px((x, y), (at_x, at_y)) < DOUBLE_PX
        });
        if is_second {
            self.tapped = None;
            let factor = if event.shift_key() { 1.0 / DOUBLE_ZOOM } else { DOUBLE_ZOOM };
            motion.go(Action::Zoom { at_px, factor });
        }
    }
}

impl Ground {
    fn pointer(&self, event: &PointerEvent) -> Pointer {
        let ClientPoint(x, y) = event.into();
        Pointer { id: event.pointer_id(), x, y, at_px: self.axis.part(event) * self.width_px }
    }
}

impl Strip {
    /// That of a press at so many px, if it is on the strip, which is as wide as the timeline.
    fn at(event: &PointerEvent, at_px: f64, motion: &Motion) -> Option<Self> {
        let target: Element = target(event)?;
        around::<Element>(&target, STRIP)?;
        let view = motion.view();
        let scale = TimeScale { domain: view.extent, width_px: motion.width_px() };
        let held = GRIPS.iter().find(|(selector, _)| around::<Element>(&target, selector).is_some());
        let is_whole = view.domain.len_secs() > WHOLE * view.extent.len_secs();
        let grip = held.map_or(Grip::New, |(_, grip)| *grip);
        let grip = if is_whole && grip == Grip::Window { Grip::New } else { grip };
        let from_sec = scale.sec_from_x_px(at_px);
        let min_secs = scale.secs_from_px(WINDOW_PX);
        let brush = Brush { grip, extent: view.extent, window: view.domain, from_sec, min_secs };
        Some(Self { brush, scale })
    }

    /// A press on the strip brings that time to the middle; one on a handle does nothing.
    fn pressed(&self, pointer: Pointer, motion: &Rc<Motion>) {
        let Brush { grip, window, .. } = self.brush;
        if matches!(grip, Grip::Window | Grip::New) {
            let by_secs = self.scale.sec_from_x_px(pointer.at_px) - window.middle_sec();
            let Domain { start_sec, end_sec } = window;
            motion.go(Action::Fit(Domain { start_sec: start_sec + by_secs, end_sec: end_sec + by_secs }));
        }
    }
}

/// How far two places of the window are apart. `hypot` would bring a kilobyte for lengths that no window has.
fn apart_px(a: (f64, f64), b: (f64, f64)) -> f64 {
    ((a.0 - b.0).powi(2) + (a.1 - b.1).powi(2)).sqrt()
}

/// Two fingers zoom by as much as they part, and pan by as much as their middle moves.
fn pinch((was, is): (Pointer, Pointer), other: Pointer, motion: &Motion) {
    let apart = |finger: Pointer| apart_px((finger.x, finger.y), (other.x, other.y));
    let (was_px, is_px) = (apart(was), apart(is));
    motion.follow(Action::Pan { by_px: (was.at_px - is.at_px) / 2.0 });
    if was_px > 1.0 && is_px > 1.0 {
        let at_px = f64::midpoint(is.at_px, other.at_px);
        motion.follow(Action::Zoom { at_px, factor: is_px / was_px });
    }
}
