//! How an element is to look.

/// How an element is to look, without its place among others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    /// Its name; empty for plain text.
    pub tag: &'static str,
    /// Its class names.
    pub class: String,
    /// The properties of its own.
    pub style: String,
    /// The other attributes, by name; each name at most once.
    pub attributes: Vec<(&'static str, String)>,
    /// Its text, where it holds nothing else.
    pub text: String,
    /// What it holds.
    pub inside: Vec<Sketch>,
}

impl Sketch {
    /// An element of a name and class.
    #[must_use]
    pub fn new(tag: &'static str, class: impl Into<String>) -> Self {
        Self { tag, class: class.into(), ..Self::default() }
    }

    /// Plain text.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }

    /// The same with properties of its own.
    #[must_use]
    pub fn style(self, style: String) -> Self {
        Self { style, ..self }
    }

    /// The same with an attribute more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// The same with an attribute more, where there is a value for it.
    #[must_use]
    pub fn maybe(self, name: &'static str, value: Option<String>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// The same holding so much more.
    #[must_use]
    pub fn holding(mut self, more: impl IntoIterator<Item = Sketch>) -> Self {
        self.inside.extend(more);
        self
    }

    /// Whether it belongs to a picture of lines.
    #[must_use]
    pub fn is_svg(&self) -> bool {
        ["svg", "g", "path"].contains(&self.tag)
    }
}
