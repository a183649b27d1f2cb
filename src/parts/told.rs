//! The elements of the story view within what Yew draws: the telling writes both.

use telling::Tree;
use yew::{
    prelude::*,
    virtual_dom::{VNode, VTag, VText},
};

/// What the telling writes, as a node.
pub fn told(write: impl FnOnce(&mut dyn Tree)) -> Html {
    let mut nodes = Nodes::default();
    write(&mut nodes);
    nodes.done
}

/// Elements in the making.
#[derive(Default)]
struct Nodes {
    /// What is open, the outermost first.
    open: Vec<VTag>,
    done: Html,
}

impl Nodes {
    fn add(&mut self, node: VNode) {
        match self.open.last_mut() {
            Some(parent) => parent.add_child(node),
            None => {
                debug_assert!(self.done == Html::default(), "the telling wrote two elements");
                self.done = node;
            }
        }
    }
}

impl Tree for Nodes {
    fn open(&mut self, name: &'static str) {
        self.open.push(VTag::new(name));
    }

    fn set(&mut self, name: &'static str, value: &str) {
        if let Some(tag) = self.open.last_mut() {
            tag.add_attribute(name, value.to_owned());
        }
    }

    fn text(&mut self, text: &str) {
        self.add(VText::new(text.to_owned()).into());
    }

    fn close(&mut self) {
        if let Some(tag) = self.open.pop() {
            self.add(tag.into());
        }
    }
}
