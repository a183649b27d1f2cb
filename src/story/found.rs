//! The words that were searched for, marked in the story without a change to it: ranges that the browser paints (the CSS
//! Custom Highlight API). A browser without it shows which events match all the same.

use std::cell::Cell;

use js_sys::{Array, Function, Object, Reflect};
use search::Folded;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node};

use crate::{core::matches::Matches, page::i18n::folding::BrowserFold};

/// By what name the style sheet knows what was found.
const NAME: &str = "on-record-hit";
/// So many stretches are marked; beyond, a page of thousands costs more than it tells.
const MOST: u32 = 2_000;

/// Asks a walker for texts alone (the DOM standard, `SHOW_TEXT`).
const TEXTS: u32 = 4;

/// What is marked of one story.
#[derive(Default)]
pub struct Found {
    /// The browser's set of ranges, once there was one.
    highlight: Cell<Option<JsValue>>,
}

impl Found {
    /// Marks the words that were searched for in elements, and nothing else any more.
    pub fn show(&self, section: &Element, elements: &[Element], matches: &Matches) {
        self.clear();
        if elements.is_empty() {
            return;
        }
        let fold = BrowserFold::default();
        let ranges = Array::new();
        for element in elements {
            add(&ranges, section, element, matches, &fold);
        }
        // A browser without highlights marks nothing.
        let _ = self.set(&ranges);
    }

    fn set(&self, ranges: &Array) -> Result<(), JsValue> {
        let class: Function = Reflect::get(&js_sys::global(), &"Highlight".into())?.dyn_into()?;
        let highlight = Reflect::construct(&class, ranges)?;
        let registry = registry()?;
        let set: Function = Reflect::get(&registry, &"set".into())?.dyn_into()?;
        set.call2(&registry, &NAME.into(), &highlight)?;
        self.highlight.set(Some(highlight));
        Ok(())
    }

    /// Marks nothing any more.
    pub fn clear(&self) {
        if self.highlight.take().is_some()
            && let Ok(registry) = registry()
            && let Ok(delete) = Reflect::get(&registry, &"delete".into()).and_then(JsCast::dyn_into::<Function>)
        {
            // What is not there needs no deletion.
            let _ = delete.call1(&registry, &NAME.into());
        }
    }
}

fn registry() -> Result<JsValue, JsValue> {
    let css = Reflect::get(&js_sys::global(), &"CSS".into())?;
    let registry = Reflect::get(&css, &"highlights".into())?;
    if registry.is_instance_of::<Object>() { Ok(registry) } else { Err(JsValue::NULL) }
}

/// The ranges of what was found in the texts of an element.
fn add(ranges: &Array, section: &Element, element: &Element, matches: &Matches, fold: &BrowserFold) {
    let Some(document) = section.owner_document() else { return };
    let Ok(walker) = document.create_tree_walker_with_what_to_show(element, TEXTS) else { return };
    while let Ok(Some(node)) = walker.next_node() {
        let text = node.node_value().unwrap_or_default();
        for hit in matches.marks().ranges(&text, &Folded::new(&text, fold)) {
            if ranges.length() >= MOST {
                return;
            }
            if let Some(range) = range(&node, &text, hit.start, hit.end) {
                ranges.push(&range);
            }
        }
    }
}

/// A range within a text, from and to a byte of it.
fn range(node: &Node, text: &str, start: usize, end: usize) -> Option<web_sys::Range> {
    let units = |byte: usize| text.get(..byte).map(|before| before.encode_utf16().count() as u32);
    // A text that has changed meanwhile is marked next time.
    let range = web_sys::Range::new().ok()?;
    range.set_start(node, units(start)?).ok()?;
    range.set_end(node, units(end)?).ok()?;
    Some(range)
}
