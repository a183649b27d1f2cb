//! The elements of a layer, kept from frame to frame.

use std::collections::VecDeque;

use gloo::utils::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node};

use super::{LayerPosition, Sketch};
use crate::{
    page::size::factor,
    parts::{page_px, px, ratio},
};

const SVG: &str = "http://www.w3.org/2000/svg";

/// What tells the elements of a layer apart: a kind, and a number within it.
pub type Key = (u8, i64);

/// How far an element that ends at its mark stands past it, px: half the mark.
const PAST_PX: f64 = 24.0;

struct Kept {
    key: Key,
    sketch: Sketch,
    element: HtmlElement,
    /// Where it was put.
    put: Put,
}

/// The properties that put an element in its place.
#[derive(Default, PartialEq)]
struct Put {
    transform: String,
    translate: String,
    width: String,
}

/// The elements of a layer in their order, as they were last drawn.
#[derive(Default)]
pub struct Layer {
    kept: Vec<Kept>,
}

impl Layer {
    /// Draws what is to be seen on `ground`, in its order, and takes away what is not. An element that stays is the
    /// same as before, with its focus; what looks as before is not touched. Places are spread so many times.
    ///
    /// # Errors
    /// What the browser says where it refuses; what was drawn until then stays.
    pub fn draw(&mut self, ground: &Element, wanted: Vec<(Key, Sketch)>, spread: f64) -> Result<(), JsValue> {
        let mut keys: Vec<Key> = wanted.iter().map(|(key, _)| *key).collect();
        keys.sort_unstable();
        let (mut old, gone): (VecDeque<Kept>, VecDeque<Kept>) =
            self.kept.drain(..).partition(|kept| keys.binary_search(&kept.key).is_ok());
        gone.iter().for_each(|kept| kept.element.remove());
        for (key, sketch) in wanted {
            // Nearly always it is the first: what is to be seen seldom changes its order.
            let at = old.iter().position(|kept| kept.key == key);
            let found = at.and_then(|at| old.remove(at));
            let element = match &found {
                Some(kept) => kept.element.clone(),
                None => HtmlElement::unchecked_from_js(made(&sketch)?.into()),
            };
            if at != Some(0) {
                ground.insert_before(&element, old.front().map(|kept| -> &Node { &kept.element }))?;
            }
            let mut put = Put::default();
            if let Some(kept) = found {
                change(&element, &kept.sketch, &sketch)?;
                if kept.sketch.style == sketch.style {
                    put = kept.put;
                }
            }
            self.kept.push(Kept { key, sketch, element, put });
        }
        // Of a key that there was twice.
        old.iter().for_each(|kept| kept.element.remove());
        self.spread(spread)
    }

    /// Spreads the places of all elements so many times.
    ///
    /// # Errors
    /// What the browser says where it refuses.
    pub fn spread(&mut self, spread: f64) -> Result<(), JsValue> {
        self.kept.iter_mut().try_for_each(|kept| kept.put(put(kept.sketch.place, spread)))
    }

    /// The element under a key.
    #[must_use]
    pub fn element(&self, key: Key) -> Option<&HtmlElement> {
        self.find(key).map(|kept| &kept.element)
    }

    /// The text of the element under a key, where it holds nothing else.
    #[must_use]
    pub fn text(&self, key: Key) -> Option<&str> {
        self.find(key).map(|kept| &*kept.sketch.text)
    }

    fn find(&self, key: Key) -> Option<&Kept> {
        self.kept.iter().find(|kept| kept.key == key)
    }
}

impl Kept {
    fn put(&mut self, to: Put) -> Result<(), JsValue> {
        let style = self.element.style();
        let properties = [
            ("transform", &self.put.transform, &to.transform),
            ("translate", &self.put.translate, &to.translate),
            ("width", &self.put.width, &to.width),
        ];
        for (name, _, value) in properties.into_iter().filter(|(_, before, now)| before != now) {
            style.set_property(name, value)?;
        }
        self.put = to;
        Ok(())
    }
}

fn put(place: LayerPosition, spread: f64) -> Put {
    match place {
        LayerPosition::Fixed => Put::default(),
        LayerPosition::At(x) => Put { translate: px(x * spread), ..Put::default() },
        LayerPosition::Before(x) => {
            let translate = ["calc(", &px(x * spread), " - 100% + ", &px(PAST_PX), ")"].concat();
            Put { translate, ..Put::default() }
        }
        LayerPosition::Over(x, width) => Put { translate: px(x * spread), width: px(width * spread), ..Put::default() },
        LayerPosition::Drawn(origin, scale) => {
            let (x, y) = (ratio(spread * scale * factor()), ratio(factor()));
            let transform = ["scale(", &x, ",", &y, ") translateX(", &page_px(origin), ")"].concat();
            Put { transform, ..Put::default() }
        }
    }
}

/// A new node as it is to look.
fn made(sketch: &Sketch) -> Result<Node, JsValue> {
    if sketch.tag.is_empty() {
        return Ok(document().create_text_node(&sketch.text).into());
    }
    let made = if sketch.is_svg() {
        document().create_element_ns(Some(SVG), sketch.tag)
    } else {
        document().create_element(sketch.tag)
    };
    // Elements of pictures have styles as well.
    let element = HtmlElement::unchecked_from_js(made?.into());
    let nothing = Sketch::default();
    change(&element, &nothing, sketch)?;
    Ok(element.into())
}

/// Changes what looks otherwise than before.
fn change(element: &HtmlElement, before: &Sketch, now: &Sketch) -> Result<(), JsValue> {
    if before.class != now.class {
        element.set_attribute("class", &now.class)?;
    }
    if before.style != now.style {
        element.style().set_css_text(&now.style);
    }
    for (name, _) in &before.attributes {
        if now.attributes.iter().all(|(other, _)| other != name) {
            element.remove_attribute(name)?;
        }
    }
    for (name, value) in now.attributes.iter().filter(|it| !before.attributes.contains(it)) {
        element.set_attribute(name, value)?;
    }
    if before.text != now.text || !is_alike(before, now) {
        element.set_text_content(Some(&now.text));
        return now.inside.iter().try_for_each(|inner| element.append_child(&made(inner)?).map(drop));
    }
    let mut child = element.first_child();
    for (before, now) in before.inside.iter().zip(&now.inside) {
        let Some(node) = child else { break };
        if before != now {
            change_node(&node, before, now)?;
        }
        child = node.next_sibling();
    }
    Ok(())
}

fn change_node(node: &Node, before: &Sketch, now: &Sketch) -> Result<(), JsValue> {
    if now.tag.is_empty() {
        node.set_text_content(Some(&now.text));
        return Ok(());
    }
    change(node.unchecked_ref(), before, now)
}

/// Whether what two hold is the same but for how each of it looks.
fn is_alike(one: &Sketch, other: &Sketch) -> bool {
    let tags = |sketch: &Sketch| sketch.inside.iter().map(|it| it.tag).collect::<Vec<_>>();
    tags(one) == tags(other)
}
