//! What the reader's window shows, and what it does not: asked of the browser, so that windows within windows count too.

use std::{cell::RefCell, rc::Rc};

use gloo::render::{AnimationFrame, request_animation_frame};
use js_sys::Array;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement, IntersectionObserver, IntersectionObserverEntry};

use super::elements::{is, style};

/// Watches elements, and knows which of them are out of sight.
pub struct Sight {
    observer: IntersectionObserver,
    unseen: Rc<RefCell<Vec<Element>>>,
    _closure: Closure<dyn Fn(Array)>,
}

impl Sight {
    /// Tells `on_seen`, in the next frame, when something that was out of sight comes into it. `None` from a browser
    /// that cannot tell what it shows: then everything is to be taken as seen.
    pub fn new(on_seen: impl Fn() + Clone + 'static) -> Option<Self> {
        let unseen = Rc::<RefCell<Vec<Element>>>::default();
        let (known, frame) = (Rc::clone(&unseen), RefCell::new(None::<AnimationFrame>));
        let closure = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
            let mut unseen = known.borrow_mut();
            let before = unseen.len();
            for entry in entries.iter().map(JsCast::unchecked_into::<IntersectionObserverEntry>) {
                let element = entry.target();
                unseen.retain(|other| *other != element);
                if !entry.is_intersecting() {
                    unseen.push(element);
                }
            }
            if unseen.len() < before {
                let on_seen = on_seen.clone();
                frame.replace(Some(request_animation_frame(move |_| on_seen())));
            }
        });
        // As said above.
        let observer = IntersectionObserver::new(closure.as_ref().unchecked_ref()).ok()?;
        Some(Self { observer, unseen, _closure: closure })
    }

    /// Watches an element from now on.
    pub fn watch(&self, element: &Element) {
        self.observer.observe(element);
    }

    /// Watches an element no longer.
    pub fn forget(&self, element: &Element) {
        self.observer.unobserve(element);
        self.unseen.borrow_mut().retain(|other| other != element);
    }

    /// Whether an element is watched and out of sight.
    pub fn is_unseen(&self, element: &Element) -> bool {
        self.unseen.borrow().contains(element)
    }
}

impl Drop for Sight {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Leaves an element out of the browser's style, layout and paint, or takes it back; it keeps its height. A browser that
/// does not know the properties does without.
pub fn set_aside(element: &HtmlElement, is_aside: bool) {
    let height_px = is_aside.then(|| [&element.offset_height().to_string(), "px"].concat());
    style(element, "contain-intrinsic-block-size", &height_px.unwrap_or_default());
    style(element, "content-visibility", if is_aside { "hidden" } else { "" });
}

/// Whether the focus is on an element or in it.
pub fn has_focus(element: &Element) -> bool {
    is(element, ":focus-within")
}
