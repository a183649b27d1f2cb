//! What elements are put into: text for a file, or the tree of a page.

/// Takes elements in the order in which they stand. Names are those of HTML, and below `svg` those of SVG.
pub trait Tree {
    /// Begins an element.
    fn open(&mut self, name: &'static str);
    /// Gives the element that was begun last an attribute; before anything is put into it.
    fn set(&mut self, name: &'static str, value: &str);
    /// Puts characters into the element that is open; never markup.
    fn text(&mut self, text: &str);
    /// Ends the element that is open.
    fn close(&mut self);
}

impl dyn Tree + '_ {
    /// Begins an element of a class.
    pub(crate) fn start(&mut self, name: &'static str, class: &str) {
        self.open(name);
        if !class.is_empty() {
            self.set("class", class);
        }
    }

    /// An element that holds characters alone.
    pub(crate) fn leaf(&mut self, name: &'static str, class: &str, text: &str) {
        self.start(name, class);
        self.text(text);
        self.close();
    }

    /// The language of what is open and its direction, where it has one of its own.
    pub(crate) fn set_language(&mut self, language: Option<&str>) {
        if let Some(language) = language {
            self.set("lang", language);
            self.set("dir", wording::direction(language));
        }
    }

    /// The drawing of a symbol of the story view; decoration, because a word always stands with it.
    pub(crate) fn symbol(&mut self, class: &str, href: &str) {
        self.start("svg", class);
        self.set("aria-hidden", "true");
        self.open("use");
        self.set("href", href);
        self.close();
        self.close();
    }
}
