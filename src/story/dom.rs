//! What takes a story's elements in the page: the same that a file holds as text.

use telling::Tree;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node};

use crate::page::elements::set;

/// The namespace of drawings.
const SVG: &str = "http://www.w3.org/2000/svg";

/// Elements in the making, below a node.
pub struct Dom {
    document: Document,
    /// What is open, the outermost first, and whether it is within a drawing.
    open: Vec<(Node, bool)>,
}

impl Dom {
    /// Puts elements below a node.
    #[must_use]
    pub fn below(document: &Document, node: &Node) -> Self {
        Self { document: document.clone(), open: vec![(node.clone(), false)] }
    }

    fn top(&self) -> Option<&(Node, bool)> {
        self.open.last()
    }

    fn append(&self, node: &Node) {
        if let Some((parent, _)) = self.top() {
            // Only what is no parent, or no child, is refused.
            let _ = parent.append_child(node);
        }
    }
}

impl Tree for Dom {
    fn open(&mut self, name: &'static str) {
        let is_drawing = name == "svg" || self.top().is_some_and(|(_, is_drawing)| *is_drawing);
        let element = if is_drawing {
            self.document.create_element_ns(Some(SVG), name)
        } else {
            self.document.create_element(name)
        };
        // Only what is no name is refused, and names are ours.
        let Ok(element) = element else { return debug_assert!(false, "{name}") };
        self.append(&element);
        self.open.push((element.into(), is_drawing));
    }

    fn set(&mut self, name: &'static str, value: &str) {
        if let Some(element) = self.top().and_then(|(node, _)| node.dyn_ref::<Element>()) {
            set(element, name, Some(value));
        }
    }

    fn text(&mut self, text: &str) {
        self.append(&self.document.create_text_node(text));
    }

    fn close(&mut self) {
        self.open.pop();
    }
}
