//! A text with the search's matches marked.

use search::Folded;
use yew::prelude::*;

use super::Shared;

/// The text, with each match of the search in a `mark`.
pub fn marked(text: &str, shared: &Shared) -> Html {
    if shared.query.is_empty() {
        return html! { { text.to_owned() } };
    }
    let mut pieces: Vec<Html> = Vec::new();
    let mut at = 0;
    for range in shared.query.ranges(&Folded::new(text, &*shared.fold)) {
        // Ranges come in order, disjoint and on character boundaries.
        let (Some(before), Some(hit)) = (text.get(at..range.start), text.get(range.clone())) else { break };
        pieces.push(html! { { before.to_owned() } });
        pieces.push(html! { <mark>{ hit.to_owned() }</mark> });
        at = range.end;
    }
    pieces.push(html! { { text.get(at..).unwrap_or_default().to_owned() } });
    pieces.into_iter().collect()
}
