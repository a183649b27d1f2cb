//! A text with the search's matches marked.

use markup::html;
use search::Folded;
use yew::prelude::*;

use super::Shared;

/// The text, with each match of the search in a `mark`.
pub fn marked(text: &str, shared: &Shared) -> Html {
    drawn(matches_of(text, shared))
}

/// Pieces of a text, those that match in a `mark`.
pub fn drawn(pieces: Vec<(&str, bool)>) -> Html {
    let drawn = |(piece, is_match): (&str, bool)| {
        if is_match {
            html! { <mark>{ piece.to_owned() }</mark> }
        } else {
            html! { { piece.to_owned() } }
        }
    };
    pieces.into_iter().map(drawn).collect()
}

/// The pieces of a text, and whether each matches the search.
pub fn matches_of<'a>(text: &'a str, shared: &Shared) -> Vec<(&'a str, bool)> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let marks = shared.matches.marks();
    if !marks.is_empty() {
        for range in marks.ranges(text, &Folded::new(text, &*shared.fold)) {
            // Ranges come in order, disjoint and on character boundaries.
            let (Some(before), Some(hit)) = (text.get(at..range.start), text.get(range.clone())) else { break };
            pieces.extend([(before, false), (hit, true)].into_iter().filter(|(piece, _)| !piece.is_empty()));
            at = range.end;
        }
    }
    pieces.extend(Some((text.get(at..).unwrap_or_default(), false)).filter(|(piece, _)| !piece.is_empty()));
    pieces
}
