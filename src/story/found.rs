//! The words that were searched for, marked in the story without a change to it: ranges that the browser paints (the CSS
//! Custom Highlight API). A browser without it shows which events match all the same.

use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use js_sys::{Array, Function, Reflect};
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

/// The ranges of one story.
type Ranges = Rc<RefCell<Array>>;

thread_local! {
    /// The ranges of all stories of the page, which share one name of the style sheet.
    static ALL: RefCell<Vec<Weak<RefCell<Array>>>> = const { RefCell::new(Vec::new()) };
}

/// What is marked of one story.
pub struct Found {
    ranges: Ranges,
}

impl Default for Found {
    fn default() -> Self {
        let ranges = Ranges::default();
        ALL.with_borrow_mut(|all| {
            all.retain(|other| other.strong_count() > 0);
            all.push(Rc::downgrade(&ranges));
        });
        Self { ranges }
    }
}

impl Found {
    /// Marks the words that were searched for in elements, and nothing else any more.
    pub fn show(&self, section: &Element, elements: &[Element], matches: &Matches) {
        let fold = BrowserFold::default();
        let ranges = Array::new();
        for element in elements {
            add(&ranges, section, element, matches, &fold);
        }
        self.mark(ranges);
    }

    /// Marks nothing any more.
    pub fn clear(&self) {
        self.mark(Array::new());
    }

    fn mark(&self, ranges: Array) {
        let before = self.ranges.replace(ranges);
        if before.length() + self.ranges.borrow().length() > 0 {
            // A browser without such sets marks nothing.
            let _ = paint();
        }
    }
}

/// Has the browser paint what is marked of all stories: as a new set, for not every browser takes a range out of an old one.
fn paint() -> Result<(), JsValue> {
    let all = Array::new();
    ALL.with_borrow(|stories| {
        let stories = stories.iter().filter_map(Weak::upgrade);
        stories.for_each(|ranges| ranges.borrow().iter().for_each(|range| _ = all.push(&range)));
    });
    let global = js_sys::global();
    let registry = Reflect::get(&Reflect::get(&global, &"CSS".into())?, &"highlights".into())?;
    let highlight = Reflect::construct(&function(&global, "Highlight")?, &all)?;
    function(&registry, "set")?.call2(&registry, &NAME.into(), &highlight)?;
    Ok(())
}

fn function(of: &JsValue, name: &str) -> Result<Function, JsValue> {
    Reflect::get(of, &name.into())?.dyn_into()
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
