//! What a widget draws in a place of the story's, away from its own container.

use std::{cell::RefCell, rc::Rc};

use web_sys::Element;
use yew::{AppHandle, prelude::*};

/// A place that is drawn apart. It is a root of its own, kept and used again: Yew gives back nothing of a portal.
#[derive(Clone)]
pub struct Slot {
    root: Rc<RefCell<AppHandle<Slotted>>>,
    /// What it stands in.
    pub container: Element,
}

impl PartialEq for Slot {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.root, &other.root)
    }
}

impl Slot {
    /// An empty one.
    pub fn new(container: Element) -> Self {
        let root = yew::Renderer::<Slotted>::with_root(container.clone()).render();
        Self { root: Rc::new(RefCell::new(root)), container }
    }

    /// Draws something in the place of what it held.
    pub fn draw(&self, shown: Html) {
        self.root.borrow_mut().update(SlottedProps { shown });
    }
}

#[derive(Clone, Default, PartialEq, Properties)]
struct SlottedProps {
    shown: Html,
}

#[function_component]
fn Slotted(SlottedProps { shown }: &SlottedProps) -> Html {
    shown.clone()
}
