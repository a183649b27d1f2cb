//! The newsroom's own words with their emphasis and links, and the search's matches marked.

use bundle::{RunRef, Runs};
use markup::html;
use yew::prelude::*;

use super::{Shared, linked::linked, marked::marked};

/// Rendered runs. Text is set as text; nothing is ever parsed as markup.
pub fn rich_text(runs: Runs<'_>, shared: &Shared) -> Html {
    runs.map(|run| styled(&run, marked(run.text, shared), shared)).collect()
}

fn styled(run: &RunRef<'_>, mut html: Html, shared: &Shared) -> Html {
    if run.emphasis {
        html = html! { <em>{ html }</em> };
    }
    if run.strong {
        html = html! { <strong>{ html }</strong> };
    }
    linked(shared, run.link, html)
}
