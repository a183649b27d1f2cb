//! The elements of a layer, kept from frame to frame.

use std::collections::VecDeque;

use gloo::utils::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node};

use super::Sketch;

const SVG: &str = "http://www.w3.org/2000/svg";

/// What tells the elements of a layer apart: a kind, and a number within it.
pub type Key = (u8, i64);

struct Kept {
    key: Key,
    sketch: Sketch,
    element: HtmlElement,
}

/// The elements of a layer in their order, as they were last drawn.
#[derive(Default)]
pub struct Layer {
    kept: Vec<Kept>,
}

impl Layer {
    /// Draws what is to be seen on `ground`, in its order, and takes away what is not. An element that stays is the
    /// same as before, with its focus; what looks as before is not touched.
    ///
    /// # Errors
    /// What the browser says where it refuses; what was drawn until then stays.
    pub fn draw(&mut self, ground: &Element, wanted: Vec<(Key, Sketch)>) -> Result<(), JsValue> {
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
            if let Some(kept) = found {
                change(&element, &kept.sketch, &sketch)?;
            }
            self.kept.push(Kept { key, sketch, element });
        }
        Ok(())
    }

    /// The element under a key.
    #[must_use]
    pub fn element(&self, key: Key) -> Option<&HtmlElement> {
        self.kept.iter().find(|kept| kept.key == key).map(|kept| &kept.element)
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
    if before.text != now.text || before.inside != now.inside {
        element.set_text_content(Some(&now.text));
        for inner in &now.inside {
            element.append_child(&made(inner)?)?;
        }
    }
    Ok(())
}
