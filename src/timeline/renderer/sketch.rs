//! How an element is to look, and where it stands.

/// Where an element stands on its layer, px before the layer is spread.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum LayerPosition {
    /// Where the style sheet says.
    #[default]
    Fixed,
    /// It begins somewhere.
    At(f64),
    /// It ends somewhere.
    Before(f64),
    /// It begins somewhere and is so long.
    Over(f64, f64),
    /// A picture of lines that counts from somewhere else, in a finer scale: how much finer.
    Drawn(f64, f64),
}

/// How an element is to look.
#[derive(Clone, Debug, Default, PartialEq)]
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
    /// Where it stands; only what stands on a layer itself has a place.
    pub place: LayerPosition,
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

    /// The same at a place.
    #[must_use]
    pub fn at(self, place: LayerPosition) -> Self {
        Self { place, ..self }
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
