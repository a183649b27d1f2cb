//! What `markup::html!` calls: nodes of Yew's, put together by functions that exist once.

use std::{mem, rc::Rc};

use wasm_bindgen::JsValue;
use yew::{
    AttrValue, Html, NodeRef,
    html::IntoPropValue,
    virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, Listeners, VList, VNode, VTag, VText},
};

/// An element that is being put together. Behind a pointer, so that each step passes on a word and not all of it.
#[must_use]
pub struct Building(Box<Parts>);

struct Parts {
    tag: &'static str,
    names: Names,
    values: Vec<Option<AttributeOrProperty>>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    children: Vec<VNode>,
    node: NodeRef,
    key: Option<Key>,
    /// What a field holds.
    value: Option<AttrValue>,
}

/// The attributes of an element: all that is known of them when compiled.
enum Names {
    /// With their values.
    Fixed(&'static [(&'static str, AttributeOrProperty)]),
    /// Without them.
    Open(&'static [&'static str]),
}

/// Begins an element with attributes that are always the same.
#[inline(never)]
pub fn fixed(tag: &'static str, attributes: &'static [(&'static str, AttributeOrProperty)]) -> Building {
    begun(tag, Names::Fixed(attributes))
}

/// Begins an element with attributes of some names. Their values follow, one for each, in their order.
#[inline(never)]
pub fn element(tag: &'static str, names: &'static [&'static str]) -> Building {
    begun(tag, Names::Open(names))
}

#[inline(never)]
fn begun(tag: &'static str, names: Names) -> Building {
    let (values, listeners, children) = (Vec::new(), Vec::new(), Vec::new());
    let parts = Parts { tag, names, values, listeners, children, node: NodeRef::default(), key: None, value: None };
    Building(Box::new(parts))
}

impl Building {
    /// The next attribute, a literal.
    #[inline(never)]
    pub fn literal(mut self, text: &'static str) -> Self {
        self.0.values.push(Some(AttributeOrProperty::Attribute(AttrValue::Static(text))));
        self
    }

    /// The next attribute, or that there is none.
    #[inline(never)]
    pub fn attribute(mut self, value: impl Attribute) -> Self {
        self.0.values.push(value.text().map(AttributeOrProperty::Attribute));
        self
    }

    /// The next name is one of a property, with this value.
    #[inline(never)]
    pub fn property(mut self, value: impl Into<JsValue>) -> Self {
        self.0.values.push(Some(AttributeOrProperty::Property(value.into())));
        self
    }

    /// Who listens, if anybody.
    #[inline(never)]
    pub fn listener(mut self, listener: Option<Rc<dyn Listener>>) -> Self {
        self.0.listeners.push(listener);
        self
    }

    /// What tells it from its siblings.
    #[inline(never)]
    pub fn key(mut self, key: impl Into<Key>) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// Who wants to know the element once it is drawn.
    #[inline(never)]
    pub fn node_ref(mut self, node: impl IntoPropValue<NodeRef>) -> Self {
        self.0.node = node.into_prop_value();
        self
    }

    /// What a field holds.
    #[inline(never)]
    pub fn value(mut self, value: impl IntoPropValue<Option<AttrValue>>) -> Self {
        self.0.value = value.into_prop_value();
        self
    }

    /// The next child.
    #[inline(never)]
    pub fn child(mut self, child: Html) -> Self {
        self.0.children.push(child);
        self
    }

    /// The element as a node.
    #[inline(never)]
    pub fn close(mut self) -> Html {
        let parts = &mut *self.0;
        let attributes = match parts.names {
            Names::Fixed(pairs) => Attributes::Static(pairs),
            Names::Open(keys) => Attributes::Dynamic { keys, values: mem::take(&mut parts.values).into() },
        };
        let (node, key, value) = (mem::take(&mut parts.node), parts.key.take(), parts.value.take());
        let listeners = if parts.listeners.is_empty() {
            Listeners::None
        } else {
            Listeners::Pending(mem::take(&mut parts.listeners).into())
        };
        let tag = match parts.tag {
            "input" => VTag::__new_input(value, None, node, key, attributes, listeners),
            "textarea" => VTag::__new_textarea(value, None, node, key, attributes, listeners),
            tag => {
                let children = joined(mem::take(&mut parts.children));
                VTag::__new_other(AttrValue::Static(tag), node, key, attributes, listeners, children)
            }
        };
        VNode::VTag(Rc::new(tag))
    }
}

/// What an attribute may be set to.
pub trait Attribute {
    /// Its text; `None` where it is left out.
    fn text(self) -> Option<AttrValue>;
}

impl Attribute for &'static str {
    fn text(self) -> Option<AttrValue> {
        Some(AttrValue::Static(self))
    }
}

impl Attribute for String {
    fn text(self) -> Option<AttrValue> {
        Some(AttrValue::Rc(self.into()))
    }
}

impl Attribute for &AttrValue {
    fn text(self) -> Option<AttrValue> {
        Some(self.clone())
    }
}

impl<T: Attribute> Attribute for Option<T> {
    fn text(self) -> Option<AttrValue> {
        self.and_then(Attribute::text)
    }
}

/// An attribute that says yes by being there.
impl Attribute for bool {
    fn text(self) -> Option<AttrValue> {
        self.then_some(AttrValue::Static(""))
    }
}

/// What may stand between braces.
pub trait Child {
    /// The node it becomes.
    fn node(self) -> Html;
}

impl Child for Html {
    fn node(self) -> Html {
        self
    }
}

impl Child for String {
    fn node(self) -> Html {
        VText::new(AttrValue::Rc(self.into())).into()
    }
}

impl Child for &AttrValue {
    fn node(self) -> Html {
        VText::new(self.clone()).into()
    }
}

impl Child for &str {
    fn node(self) -> Html {
        VText::new(AttrValue::Rc(self.into())).into()
    }
}

/// A node of what stands between braces.
#[inline(never)]
pub fn node(of: impl Child) -> Html {
    of.node()
}

/// A node of words that are always the same.
#[inline(never)]
pub fn words(of: &'static str) -> Html {
    VText::new(AttrValue::Static(of)).into()
}

/// All nodes that an iterator gives.
pub fn each(nodes: impl IntoIterator<Item = Html>) -> Html {
    several(nodes.into_iter().collect())
}

/// Some nodes without an element around them.
#[inline(never)]
pub fn several(nodes: Vec<Html>) -> Html {
    VNode::VList(Rc::new(VList::with_children(nodes, None)))
}

/// No node.
#[inline(never)]
pub fn nothing() -> Html {
    Html::default()
}

/// One node is itself; a list is made only where there are more.
fn joined(mut nodes: Vec<Html>) -> Html {
    if nodes.len() > 1 { several(nodes) } else { nodes.pop().unwrap_or_default() }
}
