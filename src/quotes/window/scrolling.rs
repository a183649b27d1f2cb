//! The hook between a long list and the page that scrolls it.

use std::{
    cell::{Cell, RefCell},
    ops::Range,
    rc::Rc,
};

use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::window,
};
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Element, HtmlCollection, HtmlElement, ShadowRoot};
use yew::prelude::*;

use super::{Card, Heights, PRINTED, SHORT, cards, is_covered, stretch_around, whole_from_drawn_px};
use crate::hooks::{use_effect_with, use_memo, use_mut_ref};
use crate::page::{
    after_paint,
    computed::{computed, window_height_px},
    elements::{below, focus},
    enlarged::{Extent, enlarged},
    headroom::covered_px,
};

/// The height of a card until the first are measured, px.
const ESTIMATE_PX: f64 = 140.0;
/// So many cards are drawn and measured before the window is looked at.
const FIRST: usize = 8;

#[wasm_bindgen]
extern "C" {
    /// What scrolls: the page's window or an element.
    type Scroller;

    #[wasm_bindgen(method, js_name = scrollBy)]
    fn scroll_by(this: &Scroller, by: &Object);
}

/// A card to bring into the window.
#[derive(Clone, Copy, Debug)]
pub struct Reveal {
    /// Its place in the list, from 0.
    pub card: usize,
    /// How far its top is to stand below the top of the window, px; anywhere in the window without.
    pub top_px: Option<f64>,
    /// What in it gets the focus, by selector.
    pub focus: Option<&'static str>,
}

/// A list that draws only the cards near the window. Its element holds the cards and nothing else.
pub struct Scrolling {
    list: NodeRef,
    heights: RefCell<Heights>,
    stretch: RefCell<Range<usize>>,
    /// The cards that were drawn last, in order.
    drawn: RefCell<Vec<usize>>,
    /// The card that is to stand somewhere once the next cards are drawn.
    wanted: Cell<Option<Reveal>>,
    is_printed: Cell<bool>,
    /// Where the reader was before printing.
    kept: Cell<Option<Reveal>>,
    redraw: UseForceUpdateHandle,
}

/// A list of so many cards; `of` tells one list from another.
#[hook]
pub fn use_scrolling<K: PartialEq + Clone + 'static>(list: &NodeRef, of: &K, len: usize) -> Rc<Scrolling> {
    let redraw = use_force_update();
    let scrolling = use_memo((), |()| Scrolling {
        list: list.clone(),
        heights: RefCell::new(Heights::new(0, ESTIMATE_PX)),
        stretch: RefCell::default(),
        drawn: RefCell::default(),
        wanted: Cell::new(None),
        is_printed: Cell::new(false),
        kept: Cell::new(None),
        redraw,
    });
    let before = use_mut_ref(|| None);
    if before.borrow().as_ref() != Some(of) {
        before.replace(Some(of.clone()));
        scrolling.begin(len);
    }
    {
        let scrolling = Rc::clone(&scrolling);
        use_effect_with((), move |()| {
            let listeners = listeners(&scrolling);
            move || drop(listeners)
        });
    }
    let settling = Rc::clone(&scrolling);
    use_effect(move || settling.settle());
    scrolling
}

fn listeners(scrolling: &Rc<Scrolling>) -> [EventListener; 4] {
    let on = |name: &'static str, act: fn(&Scrolling)| {
        let scrolling = Rc::clone(scrolling);
        // An inner part of the page that scrolls tells nobody above it; only a capture hears it.
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&window(), name, options, move |_| act(&scrolling))
    };
    [
        on("scroll", Scrolling::look),
        on("resize", Scrolling::look),
        on("beforeprint", |it| it.print(true)),
        on("afterprint", |it| it.print(false)),
    ]
}

impl Scrolling {
    /// The cards to draw, and the gap below the last, px.
    #[must_use]
    pub fn cards(&self) -> (Vec<Card>, f64) {
        let heights = self.heights.borrow();
        let whole = if self.is_printed.get() { PRINTED.min(heights.len()) } else { heights.len() };
        let (cards, below_px) = if self.is_printed.get() || !self.is_long() {
            ((0..whole).map(|at| Card { at, gap_px: 0.0 }).collect(), 0.0)
        } else {
            cards(&heights, self.stretch.borrow().clone(), self.focused())
        };
        self.drawn.replace(cards.iter().map(|card| card.at).collect());
        (cards, below_px)
    }

    /// Whether not all cards are drawn.
    #[must_use]
    pub fn is_long(&self) -> bool {
        self.heights.borrow().len() > SHORT
    }

    /// Brings a card into the window.
    pub fn reveal(&self, reveal: Reveal) {
        let (height_px, enlarged) = (window_height_px(), self.enlarged());
        let heights = self.heights.borrow();
        let top_px = heights.top_px(reveal.card) - reveal.top_px.unwrap_or(height_px / 4.0) / enlarged;
        let height_px = height_px / enlarged;
        self.stretch.replace(stretch_around(&heights, &(top_px..top_px + height_px)));
        self.wanted.set(Some(reveal));
        self.redraw.force_update();
    }

    fn begin(&self, len: usize) {
        let estimate_px = self.heights.borrow().estimate_px();
        self.heights.replace(Heights::new(len, estimate_px));
        self.stretch.replace(0..FIRST.min(len));
        self.wanted.set(None);
    }

    /// Draws other cards where the window has moved too close to the edge of those drawn.
    fn look(&self) {
        // A browser that goes back in the history brings readers to where its page was, before the card that they left is there.
        let is_awaited = self.wanted.get().is_some_and(|card| card.focus.is_some() || card.top_px.is_none());
        if self.is_printed.get() || !self.is_long() || is_awaited {
            return;
        }
        let Some(list) = self.list.cast::<Element>() else { return };
        let (heights, enlarged) = (self.heights.borrow(), self.enlarged());
        let top_px = -Extent::of(&list).top_px / enlarged;
        let top_px = whole_from_drawn_px(&heights, &self.stretch.borrow(), top_px);
        let view_px = top_px..top_px + window_height_px() / enlarged;
        if !is_covered(&heights, &self.stretch.borrow(), &view_px) {
            self.stretch.replace(stretch_around(&heights, &view_px));
            self.wanted.set(self.in_view());
            self.redraw.force_update();
        }
    }

    /// After drawing: measures the cards, and puts the one that the reader looks at where it stood.
    fn settle(self: &Rc<Self>) {
        self.measure();
        if let Some(wanted) = self.wanted.take() {
            self.show(wanted);
            if wanted.focus.is_some() {
                // A browser that goes back in the history may scroll once more, in the next frame.
                let scrolling = Rc::clone(self);
                after_paint(move || {
                    if scrolling.focused() == Some(wanted.card) {
                        scrolling.show(wanted);
                    }
                });
            }
        }
        self.look();
    }

    /// Scrolls until a card stands where it is to stand, and gives it the focus that it is to have.
    fn show(&self, wanted: Reveal) {
        if let Some(element) = self.element(wanted.card) {
            let place = Extent::of(&element);
            let height_px = window_height_px();
            let is_seen = place.top_px >= covered_px(&element) && place.bottom_px() <= height_px;
            let top_px = wanted.top_px.unwrap_or(if is_seen { place.top_px } else { height_px / 4.0 });
            scroll(&element, place.top_px - top_px);
            if let Some(focused) = wanted.focus.and_then(|selector| below(&element, selector)) {
                focus(&focused);
            }
        }
    }

    fn measure(&self) {
        let Some(children) = self.children() else { return };
        let mut heights = self.heights.borrow_mut();
        let drawn = self.drawn.borrow();
        let enlarged = self.enlarged();
        let height_px = |at: usize| children.item(at as u32).map(|card| Extent::of(&card).height_px / enlarged);
        let measured: Vec<(usize, f64)> =
            drawn.iter().enumerate().filter_map(|(at, card)| Some((*card, height_px(at)?))).collect();
        if !heights.is_measured() && !measured.is_empty() {
            let mean_px = measured.iter().map(|(_, px)| px).sum::<f64>() / measured.len() as f64;
            let len = heights.len();
            *heights = Heights::new(len, mean_px.max(1.0));
        }
        measured.into_iter().for_each(|(card, px)| heights.measure(card, px));
    }

    /// On paper the first cards stand; afterwards the reader is where they were.
    fn print(&self, is_printed: bool) {
        if !self.is_long() {
            return;
        }
        let kept = if is_printed { self.kept.replace(self.in_view()) } else { self.kept.take() };
        self.is_printed.set(is_printed);
        match kept {
            Some(place) if !is_printed => self.reveal(place),
            _ => self.redraw.force_update(),
        }
    }

    /// The first drawn card in the window, and where it stands.
    fn in_view(&self) -> Option<Reveal> {
        let drawn = self.drawn.borrow();
        let places = drawn.iter().filter_map(|card| Some((*card, Extent::of(&self.element(*card)?))));
        let mut seen = places.filter(|(_, place)| place.bottom_px() > 0.0 && place.top_px < window_height_px());
        seen.next().map(|(card, place)| Reveal { card, top_px: Some(place.top_px), focus: None })
    }

    /// The drawn card in which the focus stands.
    fn focused(&self) -> Option<usize> {
        let holder = below(&self.list.cast::<Element>()?, "li:focus-within")?;
        let children = self.children()?;
        let at = (0..children.length()).find(|at| children.item(*at).as_ref() == Some(&holder))?;
        self.drawn.borrow().get(at as usize).copied()
    }

    /// How many px of the window are one of the list.
    fn enlarged(&self) -> f64 {
        self.list.cast::<HtmlElement>().map_or(1.0, |list| enlarged(&list))
    }

    fn element(&self, card: usize) -> Option<Element> {
        let at = self.drawn.borrow().binary_search(&card).ok()?;
        self.children()?.item(at as u32)
    }

    fn children(&self) -> Option<HtmlCollection> {
        self.list.cast::<Element>().map(|list| list.children())
    }
}

/// Scrolls what an element stands in by so many px at once, whatever the page's style says.
fn scroll(element: &Element, by_px: f64) {
    // Less than that nobody sees.
    if by_px.abs() < 0.5 {
        return;
    }
    let by = Object::new();
    for (name, value) in [("top", JsValue::from_f64(by_px)), ("behavior", JsValue::from_str("instant"))] {
        // Setting a property of a fresh object does not fail.
        let _ = Reflect::set(&by, &JsValue::from_str(name), &value);
    }
    scroller(element).scroll_by(&by);
}

/// The nearest part of the page around an element that scrolls by itself, else the window.
fn scroller(element: &Element) -> Scroller {
    let mut around = above(element);
    while let Some(element) = around {
        let overflow = computed(&element, "overflow-y");
        let is_root = element.parent_node().is_some_and(|parent| parent.node_type() == web_sys::Node::DOCUMENT_NODE);
        // What the root and the body say is said of the window.
        if (overflow == "auto" || overflow == "scroll") && !is_root && element.local_name() != "body" {
            return element.unchecked_into();
        }
        around = above(&element);
    }
    window().unchecked_into()
}

/// The element around another, out of shadow trees.
fn above(element: &Element) -> Option<Element> {
    element.parent_element().or_else(|| Some(element.get_root_node().dyn_into::<ShadowRoot>().ok()?.host()))
}
