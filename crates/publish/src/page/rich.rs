//! The newsroom's own words with their emphasis and links.

use std::borrow::Cow;

use maud::{Markup, html};
use story::{RichText, Run};

use super::Page;

impl Page<'_> {
    /// Runs of text; a line break stands between paragraphs and is kept by the style sheet.
    pub(super) fn text(&self, text: &RichText) -> Markup {
        html! { @for run in &text.runs { (self.styled(run)) } }
    }

    fn styled(&self, run: &Run) -> Markup {
        let mut words = html! { (run.text) };
        if run.emphasis {
            words = html! { em { (words) } };
        }
        if run.strong {
            words = html! { strong { (words) } };
        }
        self.linked(run.link.as_deref(), words)
    }

    /// Words that lead to an address, which the compiler has checked, if there is one.
    pub(super) fn linked(&self, address: Option<&str>, words: Markup) -> Markup {
        match address {
            Some(address) => html! { a href=(self.address(address)) rel="noopener" { (words) } },
            None => words,
        }
    }

    /// An address of the author's as it leads to the same place from where the page stands.
    pub(super) fn address<'b>(&self, address: &'b str) -> Cow<'b, str> {
        let whole = self.whole_by.and_then(|links| links.resolve(address));
        whole.map_or(Cow::Borrowed(address), Cow::Owned)
    }
}
