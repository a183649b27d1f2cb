//! Looks up a quote that its author shortened: its pieces must stand in the source in order, near each other, and what
//! is left out between them must not turn what was said into something else.
//!
//! The look-up is linear: the places of each piece are gone through once, each is joined to the nearest of the piece
//! before, and the number of marks is limited.

use std::ops::Range;

use super::boundary::is_unspaced;
use super::edges::{Cut, left_out_at_edges};
use super::marks::{MarksFault, fault, words_in};
use super::negation::{lost_at_edge, lost_negation};
use super::outcome::{Found, Miss};
use super::pattern::{Gap, Pattern, Piece};
use super::quotation::first_splice;
use super::sentence::one_line;
use super::text::{Text, occurrences, without_stop};
use story::CheckKind;

/// How much one `[...]` may leave out, in characters: about a paragraph; and all of a quote together.
pub(crate) const LEFT_OUT_CHARS: usize = 600;
pub(crate) const ALL_LEFT_OUT_CHARS: usize = 1_200;
/// What stands between two `[...]` proves something if it has so many words, or so many letters.
pub(crate) const PIECE_WORDS: usize = 3;
pub(crate) const PIECE_LETTERS: usize = 12;
/// A letter of a script in which a word is two or three of them counts for so many.
const DENSE_LETTERS: usize = 3;
/// Of the passages that have all pieces in order, so many are looked into until one is sound.
const PASSAGES: usize = 20;
/// Looks up what an author shortened.
pub(crate) fn elided(pattern: &Pattern, source: &Text<'_>, language: &str) -> Result<Found, Miss> {
    Search { pattern, source, language, steps: 0 }.found()
}

/// A place of a piece that can be reached from the first: where it starts and ends, and the place before.
struct ReachedPiece {
    start: usize,
    end: usize,
    before: Option<usize>,
}

struct Search<'a> {
    pattern: &'a Pattern,
    source: &'a Text<'a>,
    language: &'a str,
    /// How many places were looked at.
    steps: usize,
}

impl Search<'_> {
    fn found(&mut self) -> Result<Found, Miss> {
        if let Some(short) = too_short(self.pattern) {
            return Err(Miss::Short(short));
        }
        if let Some(fault) = fault(self.pattern, self.language) {
            return Err(Miss::Marks(fault));
        }
        let reached = self.reached()?;
        let last = reached.last().map_or(0, Vec::len);
        let mut first_miss = None;
        for at in 0..last.min(PASSAGES) {
            match self.sound(&passage(&reached, at)) {
                Ok(found) => return Ok(found),
                Err(miss) => first_miss = first_miss.or(Some(miss)),
            }
        }
        Err(first_miss.unwrap_or(Miss::Scattered))
    }

    /// For each piece its places to which there is a way from the first piece.
    fn reached(&mut self) -> Result<Vec<Vec<ReachedPiece>>, Miss> {
        let mut reached: Vec<Vec<ReachedPiece>> = Vec::new();
        let last = self.pattern.pieces.len() - 1;
        for (at, piece) in self.pattern.pieces.iter().enumerate() {
            let places = places(piece, at == last, self.is_behind_gap(at), self.source);
            self.steps += places.len();
            if places.is_empty() {
                return Err(Miss::Nowhere(piece.text.clone()));
            }
            let places = match at.checked_sub(1) {
                None => places.into_iter().map(|(start, end)| ReachedPiece { start, end, before: None }).collect(),
                Some(before) => self.reachable(&reached[before], &places, self.pattern.behind(before).gap),
            };
            reached.push(places);
        }
        Ok(reached)
    }

    /// Whether words are left out right before a piece, and none of them can be the rest of a number that is kept.
    fn is_behind_gap(&self, piece: usize) -> bool {
        let before = piece.checked_sub(1).and_then(|before| self.pattern.pieces.get(before));
        let ends_in_figure = before.is_some_and(|before| before.text.ends_with(char::is_numeric));
        self.pattern.marks[piece].gap == Gap::LeftOut && !ends_in_figure
    }

    /// The places that lie close enough behind one of those reached before.
    fn reachable(&self, reached: &[ReachedPiece], places: &[(usize, usize)], gap: Gap) -> Vec<ReachedPiece> {
        let mut out: Vec<ReachedPiece> = Vec::new();
        for &(start, end) in places {
            // Places of one piece end in the order in which they start: the nearest is the last that ends before.
            let before = reached.partition_point(|place| place.end <= start).checked_sub(1);
            if let Some(at) = before.filter(|at| self.bridges(gap, reached[*at].end, start)) {
                out.push(ReachedPiece { start, end, before: Some(at) });
            }
        }
        out
    }

    fn bridges(&self, gap: Gap, end: usize, start: usize) -> bool {
        match gap {
            Gap::Nothing => matches!(&self.source.plain.text[end..start], "" | " "),
            Gap::LeftOut => self.source.chars_between(&self.between(end, start)) <= LEFT_OUT_CHARS,
        }
    }

    /// What stands in the source, as it is on disk, between the end of a piece and the start of the next.
    fn between(&self, end: usize, start: usize) -> Range<usize> {
        let plain = &self.source.plain;
        let from = plain.original(end.saturating_sub(1), end).end;
        from..plain.original(start, start + 1).start.max(from)
    }

    /// What is found, if nothing that is left out or put in makes something else of it.
    fn sound(&self, passage: &[&ReachedPiece]) -> Result<Found, Miss> {
        let (Some(first), Some(last)) = (passage.first(), passage.last()) else { return Err(Miss::Scattered) };
        let range = self.source.plain.original(first.start, last.end);
        let between = passage.windows(2).map(|pair| self.between(pair[0].end, pair[1].start));
        let marks = self.pattern.between().iter().zip(1..);
        let gaps = marks.zip(between).filter(|((marks, _), _)| marks.gap == Gap::LeftOut);
        let gaps: Vec<(usize, Range<usize>)> = gaps.map(|((_, at), range)| (at, range)).collect();
        let left_out: Vec<Range<usize>> = gaps.iter().map(|(_, range)| range.clone()).collect();
        if left_out.iter().map(|gap| self.source.chars_between(gap)).sum::<usize>() > ALL_LEFT_OUT_CHARS {
            return Err(Miss::Scattered);
        }
        self.check_gaps(&gaps)?;
        let cuts = self.checked_edges(&range)?;
        if let Some(at) = first_splice(self.source.raw, range.start, &left_out) {
            return Err(Miss::Spliced(self.words(&left_out[at])));
        }
        let is_word = |range: &Range<usize>| !self.source.raw[range.clone()].trim().is_empty();
        let put_in = self.pattern.marks.iter().flat_map(|marks| marks.put_in.iter().cloned()).collect();
        let left_out = left_out.into_iter().filter(is_word).collect();
        Ok(Found { kind: CheckKind::Elided, range, left_out, put_in, cuts })
    }

    /// Checks what is left out between pieces, each by the position of its marks.
    fn check_gaps(&self, gaps: &[(usize, Range<usize>)]) -> Result<(), Miss> {
        for (at, gap) in gaps {
            if let Some(word) = lost_negation(self.source.raw, gap.clone(), self.language) {
                return Err(Miss::Negation { word: word.to_owned(), left_out: self.words(gap) });
            }
            self.check_replaced(*at, gap)?;
        }
        Ok(())
    }

    /// The plain cuts through a sentence that negates. Where the author marks a cut, nothing may be negated there.
    fn checked_edges(&self, range: &Range<usize>) -> Result<Vec<Cut>, Miss> {
        let is_turned = self.pattern.pieces.first().is_some_and(|piece| piece.loose_bytes > 0);
        let mut plain = Vec::new();
        for (side, edge) in left_out_at_edges(self.source.raw, range, self.language).into_iter().enumerate() {
            let at = if side == 0 { 0 } else { self.pattern.pieces.len() };
            self.check_replaced(at, &edge)?;
            let Some(word) = lost_at_edge(self.source.raw, &edge, self.language) else { continue };
            let cut = Cut { word: word.to_owned(), left_out: self.words(&edge) };
            let is_marked = self.pattern.marks[at].gap == Gap::LeftOut || side == 0 && is_turned;
            if is_marked {
                return Err(Miss::Negation { word: cut.word, left_out: cut.left_out });
            }
            plain.push(cut);
        }
        Ok(plain)
    }

    /// What is put in must stand beside words that are kept, not in the place of what is left out where the marks at a
    /// position are. A comma or a dash between the two keeps them no more apart than nothing.
    fn check_replaced(&self, at: usize, left_out: &Range<usize>) -> Result<(), Miss> {
        if !self.source.raw[left_out.clone()].contains(char::is_alphanumeric) {
            return Ok(());
        }
        let Pattern { pieces, marks, .. } = self.pattern;
        let is_bare = |piece: &&Piece| words_in(&piece.text) == 0;
        let first = at - pieces[..at].iter().rev().take_while(is_bare).count();
        let last = at + pieces[at..].iter().take_while(is_bare).count();
        let put_in = marks[first..=last].iter().find_map(|marks| marks.put_in.first());
        put_in.map_or(Ok(()), |words| Err(Miss::Marks(MarksFault::Replacement(words.clone()))))
    }

    fn words(&self, range: &Range<usize>) -> String {
        one_line(&self.source.raw[range.clone()])
    }
}

/// The first stretch between two `[...]` that is too short to prove anything; of a quote that is nothing but marks, all.
fn too_short(pattern: &Pattern) -> Option<String> {
    let mut stretch = String::new();
    for (at, piece) in pattern.pieces.iter().enumerate() {
        stretch.push_str(&piece.text);
        let is_last = at + 1 == pattern.pieces.len();
        match pattern.behind(at).gap {
            _ if is_last => (),
            Gap::LeftOut if proves(&stretch) => stretch.clear(),
            Gap::LeftOut => return Some(stretch),
            Gap::Nothing => stretch.push(' '),
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

/// Where a piece stands, by its first byte and the byte after its last in the plain text. A piece may begin with the unit
/// of a number that is left out.
fn places(piece: &Piece, is_last: bool, may_begin_with_unit: bool, source: &Text<'_>) -> Vec<(usize, usize)> {
    let text = &source.plain.text;
    let (loose, strict) = piece.text.split_at(piece.loose_bytes);
    let of = |strict: &str| -> Vec<(usize, usize)> {
        let ends = occurrences(strict, text).map(|at| (at, at + strict.len()));
        let places = ends.filter_map(|(at, end)| Some((in_any_case(loose, &text[..at])?, end)));
        let is_whole = |start, end| match may_begin_with_unit {
            true => source.is_whole_or_unit(start, end),
            false => source.is_whole(start, end),
        };
        places.filter(|(start, end)| is_whole(*start, *end)).collect()
    };
    let places = of(strict);
    match without_stop(strict).filter(|_| is_last && places.is_empty()) {
        Some(words) => of(words).into_iter().filter(|(start, end)| source.closes_behind(*start, *end)).collect(),
        None => places,
    }
}

/// Where letters start that end a text, whatever their case.
fn in_any_case(letters: &str, before: &str) -> Option<usize> {
    let start = before.len().checked_sub(letters.len())?;
    let same = before.get(start..)?.to_lowercase() == letters.to_lowercase();
    same.then_some(start)
}

/// The places of a passage, from its first piece to one place of its last.
fn passage(reached: &[Vec<ReachedPiece>], mut at: usize) -> Vec<&ReachedPiece> {
    let mut passage = Vec::new();
    for places in reached.iter().rev() {
        let Some(place) = places.get(at) else { break };
        at = place.before.unwrap_or_default();
        passage.push(place);
    }
    passage.reverse();
    passage
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proof::marks::MARKS;
    use crate::proof::pattern::Brackets;

    /// How many places are looked at for a quote, and what comes of it.
    fn steps(quote: &str, source: &str) -> (usize, Result<Found, Miss>) {
        let pattern = Pattern::of(quote, |_, _| Brackets::PutIn).expect("marks");
        let source = Text::new(source);
        let mut search = Search { pattern: &pattern, source: &source, language: "en", steps: 0 };
        let found = search.found();
        (search.steps, found)
    }

    #[test]
    fn each_piece_is_looked_at_once_wherever_it_stands() {
        const REPEATS: usize = 1_000;
        let source = "we will win ".repeat(REPEATS);
        let many = "we will win [...] ".repeat(MARKS);
        let (looked_at, found) = steps(&many, &source);
        assert_eq!((looked_at, found.map(|found| found.kind)), (MARKS * REPEATS, Ok(CheckKind::Elided)));
        let hopeless = many + "and so they lost";
        assert_eq!(steps(&hopeless, &source).0, MARKS * REPEATS);
    }

    #[test]
    fn a_quote_with_too_many_marks_is_not_even_looked_for() {
        let (looked_at, found) = steps(&"we will win [...] ".repeat(400), "we will win");
        assert_eq!((looked_at, found), (0, Err(Miss::Marks(MarksFault::Many))));
    }
}
