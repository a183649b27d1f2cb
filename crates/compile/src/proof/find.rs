//! Looks a quote up in its source: word for word, with other typography, or with what the author left out.

use std::ops::Range;

use super::boundary::{is_boundary, is_unspaced};
use super::pattern::{Gap, Pattern, Piece};
use super::typography::Plain;
use story::CheckKind;

/// How much `[...]` may leave out, in characters: about a paragraph.
pub(crate) const LEFT_OUT_CHARS: usize = 600;
/// For how many words, and characters, a `[word]` may stand.
pub(crate) const PUT_IN_WORDS: usize = 5;
const PUT_IN_CHARS: usize = 60;
/// What stands between two `[...]` proves something if it has so many words, or so many letters.
pub(crate) const PIECE_WORDS: usize = 3;
pub(crate) const PIECE_LETTERS: usize = 12;
/// A letter of a script in which a word is two or three of them counts for so many.
const DENSE_LETTERS: usize = 3;

/// A text with what is worked out of it once.
pub(crate) struct Text<'t> {
    /// As it is on disk.
    pub(crate) raw: &'t str,
    /// Without typography.
    pub(crate) plain: Plain,
}

/// Where a quote stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) kind: CheckKind,
    /// From the first byte to the byte after the last, of the source as it is on disk.
    pub(crate) range: Range<usize>,
    /// What the author left out or replaced, likewise.
    pub(crate) left_out: Vec<Range<usize>>,
}

/// Why a quote was not found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Miss {
    /// These words do not stand in the source: the quote, or a piece of it.
    Nowhere(String),
    /// This piece is too short to prove anything.
    Short(String),
    /// Every piece stands there, but not in this order, or too far apart.
    Scattered,
}

impl<'t> Text<'t> {
    pub(crate) fn new(raw: &'t str) -> Self {
        Self { raw, plain: Plain::new(raw) }
    }

    /// Whether words end and begin at both ends of a part of the plain text.
    fn is_whole(&self, start: usize, end: usize) -> bool {
        let original = self.plain.original(start, end);
        let is_cut = self.plain.is_inside(start) || self.plain.is_inside(end);
        !is_cut && is_boundary(self.raw, original.start) && is_boundary(self.raw, original.end)
    }
}

/// Looks a quote up.
pub(crate) fn find(quote: &Text<'_>, source: &Text<'_>) -> Result<Found, Miss> {
    let found = |kind, range| Found { kind, range, left_out: Vec::new() };
    if let Some(range) = exact(quote.raw, source.raw) {
        return Ok(found(CheckKind::Exact, range));
    }
    if let Some((start, end)) = normalised(&quote.plain.text, source) {
        return Ok(found(CheckKind::Normalised, source.plain.original(start, end)));
    }
    let nowhere = || Miss::Nowhere(quote.raw.to_owned());
    elided(&Pattern::of(&quote.plain.text).ok_or_else(nowhere)?, source)
}

fn exact(quote: &str, source: &str) -> Option<Range<usize>> {
    let ranges = occurrences(quote, source).map(|start| start..start + quote.len());
    ranges.into_iter().find(|range| is_boundary(source, range.start) && is_boundary(source, range.end))
}

fn normalised(plain: &str, source: &Text<'_>) -> Option<(usize, usize)> {
    let text = &source.plain.text;
    let of = |words: &str| occurrences(words, text).map(|start| (start, start + words.len())).collect::<Vec<_>>();
    let whole = of(plain).into_iter().find(|(start, end)| source.is_whole(*start, *end));
    whole.or_else(|| {
        let words = plain.strip_suffix(['.', ',']).filter(|words| !words.ends_with('.'))?;
        of(words).into_iter().find(|(start, end)| source.is_whole(*start, *end) && closes(&text[*end..]))
    })
}

/// Whether a quotation ends here: with a closing mark, before which the source's style may put a comma or full stop.
fn closes(rest: &str) -> bool {
    let rest = rest.strip_prefix(['.', ',']).unwrap_or(rest);
    // French puts a space before it.
    let rest = rest.strip_prefix(' ').unwrap_or(rest);
    rest.strip_prefix('\'').is_some_and(|after| !after.starts_with(char::is_alphanumeric))
}

/// Where a text stands in another, overlaps included; nowhere for an empty one.
fn occurrences<'t>(words: &'t str, text: &'t str) -> impl Iterator<Item = usize> + use<'t> {
    let mut from = if words.is_empty() { text.len() } else { 0 };
    let step = words.chars().next().map_or(1, char::len_utf8);
    std::iter::from_fn(move || {
        let at = from + text.get(from..)?.find(words).filter(|_| !words.is_empty())?;
        from = at + step;
        Some(at)
    })
}

/// A place of a piece that can be reached from the first: where it starts and ends, and the place before.
struct Place {
    start: usize,
    end: usize,
    before: Option<usize>,
}

fn elided(pattern: &Pattern, source: &Text<'_>) -> Result<Found, Miss> {
    if let Some(short) = too_short(pattern) {
        return Err(Miss::Short(short));
    }
    let mut reached: Vec<Vec<Place>> = Vec::new();
    let last = pattern.pieces.len() - 1;
    for (at, piece) in pattern.pieces.iter().enumerate() {
        let places = places(piece, at == last, source);
        if places.is_empty() {
            return Err(Miss::Nowhere(piece.text.clone()));
        }
        let places = match at.checked_sub(1) {
            None => places.into_iter().map(|(start, end)| Place { start, end, before: None }).collect(),
            Some(before) => reachable(&reached[before], &places, pattern.gaps[before], &source.plain.text),
        };
        reached.push(places);
    }
    let chain = chain(&reached).ok_or(Miss::Scattered)?;
    let original = |start, end| source.plain.original(start, end);
    let gaps = chain.windows(2).map(|pair| original(pair[0].end, pair[1].start));
    let left_out = gaps.filter(|range| !source.raw[range.clone()].trim().is_empty()).collect();
    let (first, last) = (chain.first().ok_or(Miss::Scattered)?, chain.last().ok_or(Miss::Scattered)?);
    Ok(Found { kind: CheckKind::Elided, range: original(first.start, last.end), left_out })
}

/// The first stretch between two `[...]` that is too short to prove anything; of a quote that is nothing but marks, all.
fn too_short(pattern: &Pattern) -> Option<String> {
    let mut stretch = String::new();
    for (at, piece) in pattern.pieces.iter().enumerate() {
        stretch.push_str(&piece.text);
        match pattern.gaps.get(at) {
            Some(Gap::LeftOut) if proves(&stretch) => stretch.clear(),
            Some(Gap::LeftOut) => return Some(stretch),
            Some(Gap::PutIn | Gap::Nothing) => stretch.push(' '),
            None => (),
        }
    }
    (!proves(&stretch)).then_some(stretch)
}

fn proves(stretch: &str) -> bool {
    let words = stretch.split(' ').filter(|word| word.contains(char::is_alphanumeric)).count();
    let letters = stretch.chars().filter(|c| c.is_alphanumeric());
    let weight = letters.map(|c| if is_unspaced(c) { DENSE_LETTERS } else { 1 }).sum::<usize>();
    words >= PIECE_WORDS || weight >= PIECE_LETTERS
}

/// Where a piece stands, by its first byte and the byte after its last in the plain text.
fn places(piece: &Piece, is_last: bool, source: &Text<'_>) -> Vec<(usize, usize)> {
    let text = &source.plain.text;
    let (loose, strict) = piece.text.split_at(piece.loose_bytes);
    let of = |strict: &str| -> Vec<(usize, usize)> {
        let ends = occurrences(strict, text).map(|at| (at, at + strict.len()));
        ends.filter_map(|(at, end)| Some((in_any_case(loose, &text[..at])?, end))).collect()
    };
    let mut places = of(strict);
    places.retain(|(start, end)| source.is_whole(*start, *end));
    if let Some(words) = strict.strip_suffix(['.', ',']).filter(|words| is_last && !words.is_empty())
        && places.is_empty()
    {
        places = of(words);
        places.retain(|(start, end)| source.is_whole(*start, *end) && closes(&text[*end..]));
    }
    places
}

/// Where letters start that end a text, whatever their case.
fn in_any_case(letters: &str, before: &str) -> Option<usize> {
    let start = before.len().checked_sub(letters.len())?;
    let same = before.get(start..)?.to_lowercase() == letters.to_lowercase();
    same.then_some(start)
}

/// The places that lie close enough behind one of those reached before.
fn reachable(reached: &[Place], places: &[(usize, usize)], gap: Gap, text: &str) -> Vec<Place> {
    let mut out: Vec<Place> = Vec::new();
    for &(start, end) in places {
        // Places of one piece end in the order in which they start: the nearest is the last that ends before.
        let before = reached.partition_point(|place| place.end <= start).checked_sub(1);
        if let Some(at) = before.filter(|at| bridges(gap, &text[reached[*at].end..start])) {
            out.push(Place { start, end, before: Some(at) });
        }
    }
    out
}

fn bridges(gap: Gap, between: &str) -> bool {
    match gap {
        Gap::Nothing => between.trim().is_empty(),
        Gap::LeftOut => between.chars().nth(LEFT_OUT_CHARS).is_none(),
        Gap::PutIn => {
            let words = between.split(' ').filter(|word| word.contains(char::is_alphanumeric)).count();
            words <= PUT_IN_WORDS && between.chars().nth(PUT_IN_CHARS).is_none()
        }
    }
}

/// The places of the first quotation that is whole, from its first piece to its last.
fn chain(reached: &[Vec<Place>]) -> Option<Vec<&Place>> {
    let mut chain = Vec::new();
    let mut at = 0;
    for places in reached.iter().rev() {
        let place = places.get(at)?;
        at = place.before.unwrap_or_default();
        chain.push(place);
    }
    chain.reverse();
    Some(chain)
}

#[cfg(test)]
mod tests;
