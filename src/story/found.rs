//! The words that were searched for, marked in the story without a change to it: ranges that the browser paints (the CSS
//! Custom Highlight API). A browser without it shows which events match all the same.

use std::cell::RefCell;

use js_sys::{Array, Function, Reflect};
use search::Folded;
use story::Message;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node};

use crate::{
    core::{as_of::RecordAsOf, matches::Matches},
    page::i18n::{I18n, folding::BrowserFold},
};

/// By what name the style sheet knows what was found.
const NAME: &str = "on-record-hit";
/// So many stretches are marked; beyond, a page of thousands costs more than it tells.
const MOST: u32 = 2_000;

/// Asks a walker for texts alone (the DOM standard, `SHOW_TEXT`).
const TEXTS: u32 = 4;

/// What is marked of one story. All stories of a page share one set, because a style sheet knows it by its name.
#[derive(Default)]
pub struct Highlights {
    /// This story's part of the set.
    ranges: RefCell<Array>,
}

impl Highlights {
    /// Marks the words that were searched for in elements, and nothing else any more.
    pub fn show(&self, section: &Element, elements: &[Element], matches: &Matches) {
        self.clear();
        let fold = BrowserFold::default();
        let ranges = Array::new();
        for element in elements {
            add(&ranges, section, element, matches, &fold);
        }
        // A browser without such sets marks nothing.
        let _ = each(&ranges, "add");
        self.ranges.replace(ranges);
    }

    /// Marks nothing any more.
    pub fn clear(&self) {
        // Where nothing can be marked, nothing is.
        let _ = each(&self.ranges.take(), "delete");
    }
}

/// Puts each range into the page's set, or takes it out. A browser without such sets marks nothing.
fn each(ranges: &Array, method: &str) -> Result<(), JsValue> {
    if ranges.length() > 0 {
        let highlight = highlight()?;
        let act = function(&highlight, method)?;
        for range in ranges.iter() {
            act.call1(&highlight, &range)?;
        }
    }
    Ok(())
}

/// The page's set of what was found: there is one as soon as there is need of it.
fn highlight() -> Result<JsValue, JsValue> {
    let global = js_sys::global();
    let registry = Reflect::get(&Reflect::get(&global, &"CSS".into())?, &"highlights".into())?;
    let name = JsValue::from_str(NAME);
    let known = function(&registry, "get")?.call1(&registry, &name)?;
    if !known.is_undefined() {
        return Ok(known);
    }
    let highlight = Reflect::construct(&function(&global, "Highlight")?, &Array::new())?;
    function(&registry, "set")?.call2(&registry, &name, &highlight)?;
    Ok(highlight)
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

/// How much of a story a filter lets through.
pub fn found_words(as_of: &RecordAsOf, matches: &Matches, i18n: &I18n) -> String {
    let events = i18n.count(Message::Events, as_of.event_count());
    let params = [("n", i18n.number(matches.event_count())), ("total", events)];
    let params = params.each_ref().map(|(name, value)| (*name, value.as_str()));
    let found = i18n.fill(Message::PictureOf, &params);
    let quotes = i18n.count(Message::Quotes, matches.quote_count());
    [found, quotes].join(i18n.say(Message::Comma))
}
