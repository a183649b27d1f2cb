//! The story view as text: HTML for a file.

use crate::Tree;

/// The elements of HTML that hold nothing and have no end tag (the HTML standard, "void elements").
const VOID: [&str; 5] = ["br", "img", "input", "source", "track"];

/// HTML in the making.
#[derive(Debug, Default)]
pub struct Html {
    text: String,
    /// The elements that are open, the outermost first.
    open: Vec<&'static str>,
    /// Whether the tag of the last one is not ended yet.
    in_tag: bool,
}

impl Html {
    /// The text. Every element that was begun has to be ended.
    #[must_use]
    pub fn into_text(self) -> String {
        debug_assert!(self.open.is_empty(), "{:?} are open", self.open);
        self.text
    }

    fn end_tag(&mut self) {
        if std::mem::take(&mut self.in_tag) {
            self.text.push('>');
        }
    }

    fn push_escaped(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' if self.in_tag => self.text.push_str("&quot;"),
                // HTML has no place for them (the HTML standard, "preprocessing the input stream"), nor has XML.
                '\0'..='\x08' | '\x0B' | '\x0C' | '\x0E'..='\x1F' | '\x7F'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}' => {}
                // A browser takes either for a line feed, but in an attribute for itself.
                '\r' => self.text.push_str("&#13;"),
                c => self.text.push(c),
            }
        }
    }
}

impl Tree for Html {
    fn open(&mut self, name: &'static str) {
        self.end_tag();
        self.text.push('<');
        self.text.push_str(name);
        self.open.push(name);
        self.in_tag = true;
    }

    fn set(&mut self, name: &'static str, value: &str) {
        debug_assert!(self.in_tag, "{name} comes behind the tag");
        self.text.push(' ');
        self.text.push_str(name);
        if !value.is_empty() {
            self.text.push_str("=\"");
            self.push_escaped(value);
            self.text.push('"');
        }
    }

    fn text(&mut self, text: &str) {
        self.end_tag();
        self.push_escaped(text);
    }

    fn close(&mut self) {
        self.end_tag();
        let name = self.open.pop();
        debug_assert!(name.is_some(), "nothing is open");
        if let Some(name) = name.filter(|name| !VOID.contains(name)) {
            self.text.push_str("</");
            self.text.push_str(name);
            self.text.push('>');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn elements_are_nested_and_void_ones_have_no_end() {
        let mut html = Html::default();
        let tree: &mut dyn Tree = &mut html;
        tree.start("p", "sum");
        tree.text("1 < 2 & \"3\"");
        tree.open("img");
        tree.set("alt", "");
        tree.set("title", "\"a\" & <b>");
        tree.close();
        tree.leaf("b", "", "x");
        tree.close();
        let expected =
            "<p class=\"sum\">1 &lt; 2 &amp; \"3\"<img alt title=\"&quot;a&quot; &amp; &lt;b&gt;\"><b>x</b></p>";
        assert_eq!(html.into_text(), expected);
    }

    proptest! {
        #[test]
        fn nothing_that_an_author_writes_is_markup(text in "(\\PC|[\0-\u{20}<>&\"']){0,40}") {
            let mut html = Html::default();
            html.open("i");
            html.set("title", &text);
            html.text(&text);
            html.close();
            let html = html.into_text();
            let inside = html.strip_prefix("<i title").and_then(|rest| rest.strip_suffix("</i>")).expect("one element");
            prop_assert_eq!(inside.matches('<').count(), 0);
            prop_assert_eq!(inside.matches('>').count(), 1, "the end of the tag");
        }
    }
}
