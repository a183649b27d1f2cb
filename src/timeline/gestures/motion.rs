//! How the view moves by itself: it flies to what was asked for, and glides on after a throw.
//!
//! The state knows nothing of it. It gets a view a frame, and is at rest when the last one has come.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::{
    render::{AnimationFrame, request_animation_frame},
    utils::window,
};
use story::EventIx;
use timeline::{Glide, Viewport, ZoomPath};
use web_sys::Element;
use yew::prelude::*;

use crate::hooks::{use_effect_with, use_memo};
use crate::{
    core::state::{Action, State},
    page::{Focus, elements::below, focus_first},
};

/// The shortest flight, ms.
const SHORTEST_MS: f64 = 150.0;
/// What a flight takes longer for each unit of its path, ms.
const MS_A_LEN: f64 = 60.0;
/// The longest flight, ms.
const LONGEST_MS: f64 = 350.0;
/// What is drawn in the first frame is where the view would be after this, ms.
const FRAME_MS: f64 = 16.0;

/// What the timeline is found by.
const TIMELINE: &str = ".tl";

/// Moves the view, at once or frame by frame. Two are equal only if they are the same one.
pub struct Motion {
    dispatch: Callback<Action>,
    root: NodeRef,
    focus: Rc<Cell<Focus>>,
    /// The view as it is now, and the width of the container, px.
    seen: Cell<(Viewport, f64)>,
    moving: RefCell<Option<Moving>>,
    /// The frame that is waited for; without it nothing moves.
    frame: Cell<Option<AnimationFrame>>,
}

impl PartialEq for Motion {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// A movement under way.
struct Moving {
    kind: Kind,
    /// When its first frame was drawn, ms.
    began_ms: Option<f64>,
}

enum Kind {
    Flight(Flight),
    Glide {
        glide: Glide,
        /// How far it has come, px.
        gone_px: f64,
    },
}

#[derive(Clone)]
struct Flight {
    path: ZoomPath,
    /// The view at its end.
    aim: Viewport,
    /// The event that the reader walks to.
    heading: Option<EventIx>,
    /// Whether the focus goes to a mark at its end. On the way it waits on the timeline itself, because marks come
    /// and go.
    to_mark: bool,
}

/// The one motion of a widget.
#[hook]
pub fn use_motion(
    root: &NodeRef,
    state: &State,
    dispatch: &Callback<Action>,
    focus: &Rc<Cell<Focus>>,
) -> (Rc<Motion>, Callback<Action>) {
    let seen = (state.viewport, state.width_px);
    let motion = {
        let (root, dispatch, focus) = (root.clone(), dispatch.clone(), Rc::clone(focus));
        use_memo((), move |()| Motion {
            dispatch,
            root,
            focus,
            seen: Cell::new(seen),
            moving: RefCell::default(),
            frame: Cell::default(),
        })
    };
    motion.seen.set(seen);
    let go = {
        let motion = Rc::clone(&motion);
        use_callback((), move |action: Action, ()| motion.go(action))
    };
    let ending = Rc::clone(&motion);
    use_effect_with((), move |()| move || ending.halt());
    (motion, go)
}

impl Motion {
    /// Does what the hand does, at once; stops what moves. Says whether anything changed.
    pub fn follow(&self, action: Action) -> bool {
        self.halt();
        let (view, width_px) = self.seen.get();
        let next = action.view_after(view, width_px);
        if next == view {
            return false;
        }
        // Several may come before the next one is drawn.
        self.seen.set((next, width_px));
        self.dispatch.emit(action);
        true
    }

    /// Does what was asked for. Where that changes the view, the view flies there, from wherever it is on its way.
    pub fn go(self: &Rc<Self>, action: Action) {
        let (view, width_px) = self.seen.get();
        let before = self.flight();
        let aim = action.view_after(before.as_ref().map_or(view, |flight| flight.aim), width_px);
        let stays = aim == before.as_ref().map_or(view, |flight| flight.aim);
        let by_hand = matches!(action, Action::Restore(_)) || self.is_still();
        // Another axis has other seconds.
        let by_hand = by_hand || matches!(action, Action::BreakAxis(_));
        if stays && before.is_some() && action.without_view().is_none() && !by_hand {
            // A search or the like goes on beside the flight; what asks for the view it flies to has it already.
            if action.view_after(view, width_px) == view {
                self.dispatch.emit(action);
            } else {
                self.focus.set(Focus::Stay);
            }
            return;
        }
        if aim == view || by_hand {
            self.halt();
            return self.dispatch.emit(action);
        }
        let heading = match action {
            Action::Walk(event, _) => Some(event),
            _ => before.as_ref().and_then(|flight| flight.heading),
        };
        let to_mark = self.focus.get() == Focus::Mark || before.is_some_and(|flight| flight.to_mark);
        if to_mark {
            self.focus.set(Focus::Stay);
            if let Some(root) = self.root() {
                focus_first(&root, TIMELINE);
            }
        }
        if let Some(beside) = action.without_view() {
            self.dispatch.emit(beside);
        }
        let path = ZoomPath::new(view.domain, aim.domain);
        self.start(Kind::Flight(Flight { path, aim, heading, to_mark }));
    }

    /// Lets the view glide on.
    pub fn throw(self: &Rc<Self>, glide: Glide) {
        if !self.is_still() {
            self.start(Kind::Glide { glide, gone_px: 0.0 });
        }
    }

    /// Stops what moves; the view stays where it is.
    pub fn halt(&self) {
        self.moving.replace(None);
        self.frame.set(None);
    }

    /// The view as it is now.
    pub fn view(&self) -> Viewport {
        self.seen.get().0
    }

    /// The width of the timeline in px of its own, which the view fills.
    pub fn width_px(&self) -> f64 {
        self.seen.get().1
    }

    /// The event that the reader is walking to, while the view is on its way.
    pub fn heading(&self) -> Option<EventIx> {
        self.flight()?.heading
    }

    fn flight(&self) -> Option<Flight> {
        match &self.moving.borrow().as_ref()?.kind {
            Kind::Flight(flight) => Some(flight.clone()),
            Kind::Glide { .. } => None,
        }
    }

    fn start(self: &Rc<Self>, kind: Kind) {
        self.moving.replace(Some(Moving { kind, began_ms: None }));
        self.wait();
    }

    fn wait(self: &Rc<Self>) {
        let motion = Rc::clone(self);
        self.frame.set(Some(request_animation_frame(move |now_ms| motion.step(now_ms))));
    }

    fn step(self: &Rc<Self>, now_ms: f64) {
        let Some(mut moving) = self.moving.take() else { return };
        let after_ms = now_ms - *moving.began_ms.get_or_insert(now_ms - FRAME_MS);
        let goes_on = match &mut moving.kind {
            Kind::Flight(flight) => self.fly(flight, after_ms),
            Kind::Glide { glide, gone_px } => {
                let by_px = glide.offset_px(after_ms) - std::mem::replace(gone_px, glide.offset_px(after_ms));
                self.take(Action::Pan { by_px: -by_px }) && !glide.is_over(after_ms)
            }
        };
        if goes_on {
            self.moving.replace(Some(moving));
            self.wait();
        }
    }

    fn fly(&self, flight: &Flight, after_ms: f64) -> bool {
        let part = after_ms / (SHORTEST_MS + MS_A_LEN * flight.path.len()).min(LONGEST_MS);
        if part < 1.0 {
            // It starts with the hand and comes to rest gently.
            self.take(Action::Fit(flight.path.at(part * (2.0 - part))));
            return true;
        }
        if flight.to_mark {
            self.focus.set(Focus::Mark);
        }
        self.take(Action::Fit(flight.aim.domain));
        false
    }

    /// Sends an action that changes the view; says whether it did.
    fn take(&self, action: Action) -> bool {
        let (view, width_px) = self.seen.get();
        let next = action.view_after(view, width_px);
        self.seen.set((next, width_px));
        self.dispatch.emit(action);
        next != view
    }

    /// Whether the view goes where it goes at once: readers who want no motion, and lists, have nothing to fly.
    fn is_still(&self) -> bool {
        let shows = |root: Element| below::<Element>(&root, TIMELINE).is_some();
        // A browser that is not asked for it has no such wish.
        let reduced = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten();
        reduced.is_some_and(|query| query.matches()) || !self.root().is_some_and(shows)
    }

    fn root(&self) -> Option<Element> {
        self.root.cast::<Element>()
    }
}
