//! The newsroom's own words with their emphasis and links.

use maud::{Markup, html};
use story::{RichText, Run};

/// Runs of text; a line break stands between paragraphs and is kept by the style sheet.
pub(super) fn text(text: &RichText) -> Markup {
    html! { @for run in &text.runs { (styled(run)) } }
}

fn styled(run: &Run) -> Markup {
    let mut words = html! { (run.text) };
    if run.emphasis {
        words = html! { em { (words) } };
    }
    if run.strong {
        words = html! { strong { (words) } };
    }
    linked(run.link.as_deref(), words)
}

/// Words that lead to an address, which the compiler has checked, if there is one.
pub(super) fn linked(address: Option<&str>, words: Markup) -> Markup {
    match address {
        Some(address) => html! { a href=(address) rel="noopener" { (words) } },
        None => words,
    }
}
