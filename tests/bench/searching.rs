//! The search on this machine, without a browser: how large the index is beside the quotes' text, and how long a
//! keystroke takes.
//!
//! Words are typed letter by letter: frequent ones, rare ones, several in a row, with a typo, between quotation marks,
//! excluded, with a speaker or a theme. Each keystroke is one search with all its facet counts and its ranked quotes. The
//! browser is two to three times as slow.

use std::{collections::BTreeMap, time::Instant};

use bundle::Bundle;
use compile::UnicodeFold;
use on_record_tests::generator::MadeStory;
use search::{Known, Query, Request, Searcher, Sort, Span, Ticks};
use serde::Serialize;
use story::{EventIx, QuoteIx, SourceIx};

use crate::{distribution::Distribution, plan::SEED};

/// The first argument of the process that measures the search.
pub(crate) const CHILD: &str = "search";

/// So many events stand beside the quotes.
const EVENTS: usize = 1_000;
/// So many words of each kind are typed.
const WORDS: usize = 40;
/// So often is everything typed.
const RUNS: usize = 4;

/// What was measured.
#[derive(Debug, Serialize)]
pub(crate) struct Searched {
    quotes: usize,
    text_bytes: usize,
    text_brotli_bytes: usize,
    terms_bytes: usize,
    index_bytes: usize,
    index_brotli_bytes: usize,
    terms: usize,
    indexing_sec: f64,
    first_ms: f64,
    keystrokes: usize,
    median_ms: f64,
    p99_ms: f64,
    most_ms: f64,
    slowest: Vec<(String, f64)>,
}

/// Everything is known.
struct All;

impl Known for All {
    fn day(&self) -> Option<i64> {
        None
    }
    fn knows_event(&self, _: EventIx) -> bool {
        true
    }
    fn knows_quote(&self, _: QuoteIx) -> bool {
        true
    }
    fn knows_source(&self, _: SourceIx) -> bool {
        true
    }
}

/// Measures a story of so many quotes, and prints what it took.
pub(crate) fn child(quotes: usize) {
    let made = MadeStory::with_quotes(SEED, EVENTS, quotes);
    let input = |(name, text): (&str, String)| compile::Input { name: name.to_owned(), bytes: text.into_bytes() };
    let outcome = compile::compile(made.files().into_iter().map(input).collect());
    let story = outcome.story.as_ref().expect("a story without errors");
    let begun = Instant::now();
    let bytes = compile::bundle(story);
    let indexing_sec = begun.elapsed().as_secs_f64();
    let bundle = Bundle::open(bytes).expect("a bundle just written opens");
    let texts: Vec<&str> = made.quotes().collect();
    let index = bundle.index().expect("an index");
    let parts = [index.terms.to_vec(), index.lists.to_vec()];
    let columns_bytes = index.block_count() * 8;
    let typed = typed(&texts);
    let (first_ms, taken) = searched(&bundle, &typed);
    let times = Distribution::new(taken.iter().map(|(_, ms)| *ms));
    let mut slowest = taken.clone();
    slowest.sort_by(|a, b| b.1.total_cmp(&a.1));
    slowest.truncate(30);
    let searched = Searched {
        quotes,
        text_bytes: texts.iter().map(|text| text.len()).sum(),
        text_brotli_bytes: brotli(texts.concat().as_bytes()),
        terms_bytes: index.terms.len(),
        index_bytes: parts.iter().map(Vec::len).sum::<usize>() + columns_bytes,
        index_brotli_bytes: parts.iter().map(|part| brotli(part)).sum::<usize>() + columns_bytes / 2,
        terms: index.block_count() * 32,
        indexing_sec,
        first_ms,
        keystrokes: taken.len(),
        median_ms: times.median().unwrap_or_default(),
        p99_ms: times.p99().unwrap_or_default(),
        most_ms: times.most().unwrap_or_default(),
        slowest,
    };
    println!("{}", serde_json::to_string_pretty(&searched).expect("numbers"));
}

/// What is in the field after each keystroke.
fn typed(texts: &[&str]) -> Vec<String> {
    let mut counts = BTreeMap::<String, usize>::new();
    for word in texts.iter().flat_map(|text| text.split([' ', ',', '.', '?'])).filter(|word| !word.is_empty()) {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    let mut words: Vec<(String, usize)> = counts.into_iter().collect();
    words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let word = |at: usize| words.get(at).map_or("word", |(word, _)| word.as_str()).to_owned();
    let swapped = |word: String| {
        let (head, tail) = word.split_at(word.len() / 2);
        let mut letters: Vec<char> = tail.chars().collect();
        if letters.len() > 1 {
            letters.swap(0, 1);
        }
        [head, &letters.into_iter().collect::<String>()].concat()
    };
    let long = |at: usize| words.iter().skip(at).map(|(word, _)| word).find(|word| word.len() > 8).cloned();
    let pair = |text: &str, at: usize| text.split(' ').skip(at).take(2).collect::<Vec<_>>().join(" ");
    let queries = (0..WORDS).flat_map(|n| {
        let text = texts.get(n * 997 % texts.len()).copied().unwrap_or_default();
        [
            word(n),
            word(100 + n * 37),
            word(5_000 + n * 101),
            format!("{} {}", word(n * 3), word(200 + n * 17)),
            format!("{} {} {}", word(n), word(40 + n), word(700 + n * 29)),
            swapped(long(300 + n * 53).unwrap_or_default()),
            format!("\"{}\"", pair(text, n % 5)),
            format!("-{} {}", word(n), word(90 + n * 11)),
            format!("speaker:ada {}", word(30 + n * 7)),
            format!("theme:2 before:2022 {}", word(n * 5)),
        ]
    });
    let letters = |query: String| -> Vec<String> {
        query.char_indices().map(|(at, c)| query.get(..at + c.len_utf8()).unwrap_or_default().to_owned()).collect()
    };
    queries.flat_map(letters).collect()
}

/// How long the first search takes, and each keystroke after it: the least of a few runs, since whatever else the
/// machine does makes none shorter.
fn searched(bundle: &Bundle, typed: &[String]) -> (f64, Vec<(String, f64)>) {
    let runs: Vec<Run> = (0..RUNS).map(|_| run(bundle, typed)).collect();
    let least = |of: &dyn Fn(&Run) -> f64| runs.iter().map(of).fold(f64::INFINITY, f64::min);
    let taken = typed.iter().enumerate().map(|(at, input)| (input.clone(), least(&|(_, taken)| taken[at])));
    (least(&|(first, _)| *first), taken.collect())
}

/// How long the first search took, and each keystroke after it, ms.
type Run = (f64, Vec<f64>);

fn run(bundle: &Bundle, typed: &[String]) -> Run {
    let mut searcher = Searcher::default();
    let ticks = Ticks::default();
    let mut search = |input: &str| {
        let begun = Instant::now();
        let query = Query::parse(input, "", &UnicodeFold);
        let request = Request { query: &query, ticks: &ticks, statuses: &[], span: Span::default(), known: &All };
        let results = searcher.search(bundle, &UnicodeFold, request);
        let sorted = results.sorted(bundle, Sort::Relevance);
        let ms = begun.elapsed().as_secs_f64() * 1_000.0;
        assert_eq!(sorted.len(), results.quote_count(), "{input}");
        ms
    };
    (search("the"), typed.iter().map(|input| search(input)).collect())
}

/// How many bytes are left of some by brotli at its best.
fn brotli(mut bytes: &[u8]) -> usize {
    let mut packed = Vec::new();
    let params =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut bytes, &mut packed, &params).expect("memory is enough");
    packed.len()
}
