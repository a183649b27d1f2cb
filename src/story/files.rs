//! Where a page finds the files of a story: beside the story, or, where the page is one file, in its own elements.

use std::collections::BTreeMap;

use telling::{Setting, hooks, resolved};
use web_sys::Element;

use crate::page::elements::all_below;

/// Where the files of a story are.
pub struct Files {
    /// What stands before relative addresses; `None` where nothing lies beside the page.
    base: Option<String>,
    /// The elements that hold a file, each by the address that the story has for it. They are asked when they are needed,
    /// for what they hold is long.
    held: BTreeMap<String, Element>,
}

impl Files {
    /// The files of a story with its base, and with what a view of it in the page holds.
    #[must_use]
    pub fn new(base: Option<String>, view: Option<&Element>) -> Self {
        let mut held = BTreeMap::new();
        let elements = view.map(|view| all_below(view, &["[", hooks::FILE, "]"].concat())).unwrap_or_default();
        for element in elements {
            held.entry(element.get_attribute(hooks::FILE).unwrap_or_default()).or_insert(element);
        }
        Self { base, held }
    }

    /// The address by which the page finds a file; `None` where it has not got it.
    #[must_use]
    pub fn address(&self, address: &str) -> Option<String> {
        match &self.base {
            Some(base) => Some(resolved(base, address)),
            None => self.held.get(address)?.get_attribute("src"),
        }
    }

    /// What stands before relative addresses; nothing where nothing lies beside the page.
    #[must_use]
    pub fn base(&self) -> &str {
        self.base.as_deref().unwrap_or_default()
    }

    /// How a view stands to the page whose title is of this level and whose files `file` finds.
    #[must_use]
    pub fn setting<'a>(&'a self, level: u8, file: &'a dyn Fn(&str) -> Option<String>) -> Setting<'a> {
        Setting { level, base: self.base(), file, rest: "" }
    }
}
