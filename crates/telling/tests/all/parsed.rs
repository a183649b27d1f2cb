//! Markup read again, independently of what writes it.

use quick_xml::{Reader, escape::unescape, events::Event};

/// The elements that have no end tag (the HTML standard, "void elements").
pub(crate) const VOID: [&str; 5] = ["br", "img", "input", "source", "track"];

/// An element with all that is in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Element {
    /// Its name.
    pub(crate) name: String,
    /// Its attributes, in their order.
    pub(crate) attributes: Vec<(String, String)>,
    /// The elements in it.
    pub(crate) children: Vec<Element>,
    /// All characters in it, those of its elements included.
    pub(crate) text: String,
}

impl Element {
    /// The value of an attribute.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// Whether it is of a class.
    pub(crate) fn is(&self, class: &str) -> bool {
        self.get("class").is_some_and(|classes| classes.split(' ').any(|other| other == class))
    }

    /// It and every element in it, in the order of the page.
    pub(crate) fn all(&self) -> Vec<&Element> {
        std::iter::once(self).chain(self.children.iter().flat_map(Element::all)).collect()
    }

    /// The elements in it of a class.
    pub(crate) fn of(&self, class: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|element| element.is(class)).collect()
    }

    /// The elements in it of a name.
    pub(crate) fn named(&self, name: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|element| element.name == name).collect()
    }

    /// The element in it of an id.
    pub(crate) fn by_id(&self, id: &str) -> &Element {
        let found = self.all().into_iter().find(|element| element.get("id") == Some(id));
        found.unwrap_or_else(|| panic!("there is no #{id}"))
    }

    /// The ids of what is in it that begin so, without that beginning, in the order of the page; former ones left out.
    pub(crate) fn ids(&self, hook: &str) -> Vec<String> {
        let present = self.all().into_iter().filter(|element| !element.is("moved"));
        let ids = present.filter_map(|element| element.get("id")?.strip_prefix(hook).map(str::to_owned));
        ids.collect()
    }
}

/// Reads a text of HTML that has one element outermost. Every end tag has to belong to the element that was begun last.
pub(crate) fn parsed(html: &str) -> Element {
    let mut reader = Reader::from_str(html);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().expect("markup") {
            Event::Start(tag) => {
                let name = tag.name().as_ref().to_owned();
                let attributes = tag.html_attributes().map(|attribute| {
                    let attribute = attribute.expect("an attribute, once");
                    (attribute.key.as_ref().to_owned(), unescape(&attribute.value).expect("entities").into_owned())
                });
                let element = Element { attributes: attributes.collect(), name, ..Element::default() };
                let is_void = VOID.contains(&element.name.as_str());
                open.push(element);
                if is_void {
                    close(&mut open);
                }
            }
            Event::End(tag) => {
                let top = &open.last().expect("something is open").name;
                assert_eq!(top, tag.name().as_ref(), "an end tag of something else");
                close(&mut open);
            }
            Event::Text(text) => push(&mut open, &text),
            Event::GeneralRef(name) => {
                let name = format!("&{};", &*name);
                push(&mut open, &unescape(&name).expect("an entity"));
            }
            Event::Eof => break,
            other => panic!("no such thing is written: {other:?}"),
        }
    }
    let [outer] = open.as_slice() else { panic!("{} elements are left open", open.len() - 1) };
    assert_eq!(outer.children.len(), 1, "one element is outermost");
    outer.children[0].clone()
}

fn push(open: &mut [Element], text: &str) {
    open.iter_mut().for_each(|element| element.text.push_str(text));
}

fn close(open: &mut Vec<Element>) {
    let element = open.pop().expect("something is open");
    open.last_mut().expect("something around it").children.push(element);
}
