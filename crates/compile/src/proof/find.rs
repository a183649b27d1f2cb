//! Looks a quote up in its source: word for word, with other typography, or with what the author left out.
//!
//! Brackets that the source prints are its own words first, and the author's where that finds nothing.

use std::ops::Range;

use super::attribution::Speech;
use super::boundary::is_boundary;
use super::edges::cuts;
use super::elided::elided;
use super::joined::joined;
use super::names::Names;
use super::outcome::{Found, Miss};
use super::pattern::{Brackets, Pattern};
use super::text::{Text, occurrences, without_stop};
use story::CheckKind;

/// Of the places of a quote, so many are looked at for one that cuts through no sentence which negates.
const PLACES: usize = 20;

/// Looks a quote up; its language, a BCP 47 tag, tells which words negate, and the names who may be told to say it: they
/// are asked for only where nothing else finds the quote.
pub(crate) fn find(
    quote: &Text<'_>,
    source: &Text<'_>,
    language: &str,
    names: impl Fn() -> Names,
) -> Result<Found, Miss> {
    let sounder = |ranges: Vec<Range<usize>>, kind| {
        let mut found = ranges.into_iter().take(PLACES).map(|range| {
            let cuts = cuts(source.raw, &range, language);
            Found { kind, range, left_out: Vec::new(), put_in: Vec::new(), cuts }
        });
        let first = found.next()?;
        if first.cuts.is_empty() { Some(first) } else { found.find(|it| it.cuts.is_empty()).or(Some(first)) }
    };
    let found = sounder(exact(quote.raw, source.raw), CheckKind::Exact)
        .or_else(|| sounder(normalised(&quote.plain.text, source), CheckKind::Normalised));
    if let Some(found) = found {
        return Ok(found);
    }
    match Pattern::of(&quote.plain.text, |_, _| Brackets::PutIn) {
        Some(own) => marked(&quote.plain.text, &own, source, language),
        None => {
            let names = names();
            let speech = Speech::new(language, &names);
            let found = speech.and_then(|speech| joined(quote, source, language, speech));
            found.ok_or_else(|| Miss::Nowhere(quote.raw.to_owned()))
        }
    }
}

/// Looks up what an author marked. Brackets that the source prints somewhere may be its own here, or the author's, and so
/// may a word in them that it prints in another case.
fn marked(plain: &str, own: &Pattern, source: &Text<'_>, language: &str) -> Result<Found, Miss> {
    let lower = source.plain.text.to_lowercase();
    let is_cased = |brackets: &str, after: &str| {
        let word = brackets.trim_matches(['[', ']']).trim();
        let behind = after.split(['[', '.']).next().unwrap_or_default().trim_end();
        !word.contains(' ') && !behind.is_empty() && lower.contains(&[word, behind].concat().to_lowercase())
    };
    let reading = |may_be_printed: bool| {
        let (text, is_cased) = (&source.plain.text, &is_cased);
        Pattern::of(plain, move |brackets, after| match () {
            () if may_be_printed && text.contains(brackets) => Brackets::Printed,
            () if is_cased(brackets, after) => Brackets::Case,
            () => Brackets::PutIn,
        })
    };
    let others = [true, false].into_iter().filter_map(reading).filter(|pattern| *pattern != *own);
    // Why another reading does not stand is no answer to who wrote this one.
    let found = others.filter_map(|pattern| elided(&pattern, source, language).ok()).next();
    found.map_or_else(|| elided(own, source, language), Ok)
}

fn exact(quote: &str, source: &str) -> Vec<Range<usize>> {
    let ranges = occurrences(quote, source).map(|start| start..start + quote.len());
    ranges.filter(|range| is_boundary(source, range.start) && is_boundary(source, range.end)).collect()
}

fn normalised(plain: &str, source: &Text<'_>) -> Vec<Range<usize>> {
    let text = &source.plain.text;
    let of = |words: &str| -> Vec<(usize, usize)> {
        let places = occurrences(words, text).map(|start| (start, start + words.len()));
        places.filter(|(start, end)| source.is_whole(*start, *end)).collect()
    };
    let mut places = of(plain);
    let words = without_stop(plain).filter(|words| places.is_empty() && !words.ends_with('.'));
    if let Some(words) = words {
        places = of(words).into_iter().filter(|(start, end)| source.closes_behind(*start, *end)).collect();
    }
    places.into_iter().map(|(start, end)| source.plain.original(start, end)).collect()
}

#[cfg(test)]
mod tests;
