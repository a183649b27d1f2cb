//! A text that may be long: its best stretch, and the rest for who asks.
//!
//! The rest is in the page, hidden, because paper shows it all.

use markup::html;
use std::ops::Range;

use search::Folded;
use yew::prelude::*;

use crate::parts::{
    Shared,
    marked::{drawn, matches_of},
};

/// About so many characters of a long text are shown.
const STRETCH_CHARS: usize = 320;
/// A text is long if it has more characters: to cut off the last few words would save nothing.
const LONG_CHARS: usize = 400;

/// Whether only a stretch of a text is shown at first.
pub fn is_long(text: &str) -> bool {
    text.chars().nth(LONG_CHARS).is_some()
}

/// A text with the search's matches marked; of a long one the stretch that holds the best of them, and around it what
/// the style sheet shows once the whole is asked for, and on paper.
pub fn stretch(text: &str, shared: &Shared) -> Html {
    let pieces = matches_of(text, shared);
    if !is_long(text) {
        return drawn(pieces);
    }
    let folded = Folded::new(text, &*shared.fold);
    let best = shared.matches.marks().snippet(text, &folded, STRETCH_CHARS);
    let is_cut = [best.start > 0, best.end < text.len()];
    let [before, inside, after] = parted(&pieces, &best).map(drawn);
    html! {
        <>
            if is_cut[0] { <span class="rest">{ before }</span><span class="cut">{ "… " }</span> }
            { inside }
            if is_cut[1] { <span class="cut">{ " …" }</span><span class="rest">{ after }</span> }
        </>
    }
}

/// The pieces of a text before, within and after a range of its bytes; those across an edge are cut there.
fn parted<'a>(pieces: &[(&'a str, bool)], range: &Range<usize>) -> [Vec<(&'a str, bool)>; 3] {
    let mut at = 0;
    let mut parts = [Vec::new(), Vec::new(), Vec::new()];
    for (piece, is_match) in pieces {
        let edges = [0, range.start, range.end, usize::MAX].map(|edge| edge.saturating_sub(at).min(piece.len()));
        for (part, edge) in parts.iter_mut().zip(edges.windows(2)) {
            part.extend(piece.get(edge[0]..edge[1]).filter(|cut| !cut.is_empty()).map(|cut| (cut, *is_match)));
        }
        at += piece.len();
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_match_across_an_edge_is_marked_on_both_sides() {
        let pieces = [("one ", false), ("two three", true), (" four", false)];
        let [before, inside, after] = parted(&pieces, &(2..7));
        assert_eq!(before, [("on", false)]);
        assert_eq!(inside, [("e ", false), ("two", true)]);
        assert_eq!(after, [(" three", true), (" four", false)]);
    }

    #[test]
    fn every_piece_of_a_whole_text_lies_within_it() {
        let pieces = [("a", true), ("b", false)];
        assert_eq!(parted(&pieces, &(0..2)), [vec![], pieces.to_vec(), vec![]]);
    }
}
