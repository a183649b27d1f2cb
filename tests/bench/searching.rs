//! The search on this machine, without a browser: how large the index is beside the quotes' text, and how long a
//! keystroke takes. Each keystroke is one search with all its facet counts and its ranked quotes. The browser is two to
//! three times as slow; [`crate::keystrokes`] measures it there.

use std::time::Instant;

use bundle::Bundle;
use compile::UnicodeFold;
use on_record_tests::generator::MadeStory;
use search::{Everything, Query, Request, Searcher, Sort, Span, Ticks};
use serde::Serialize;

use crate::{distribution::Distribution, keystrokes::Typed, plan::SEED};

/// The first argument of the process that measures the search.
pub(crate) const CHILD: &str = "search";

/// So many events stand beside the quotes.
const EVENTS: usize = 1_000;
/// So often is everything typed.
const RUNS: usize = 4;

/// What was measured.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Searched {
    /// How many quotes there are.
    pub(crate) quotes: usize,
    /// The bytes of all quotes.
    pub(crate) text_bytes: usize,
    /// The same by brotli.
    pub(crate) text_brotli_bytes: usize,
    /// The bytes of the dictionary.
    pub(crate) terms_bytes: usize,
    /// The bytes of the index.
    pub(crate) index_bytes: usize,
    /// The same by brotli.
    pub(crate) index_brotli_bytes: usize,
    /// About how many terms it has.
    pub(crate) terms: usize,
    /// How long the bundle took to make, the index included.
    pub(crate) indexing_sec: f64,
    /// The first search.
    pub(crate) first_ms: f64,
    /// How many keystrokes were typed.
    pub(crate) keystrokes: usize,
    /// Of these, the median.
    pub(crate) median_ms: f64,
    /// The 99th percentile.
    pub(crate) p99_ms: f64,
    /// The slowest.
    pub(crate) most_ms: f64,
    /// The slowest, with what was in the field.
    pub(crate) slowest: Vec<(String, f64)>,
}

/// A story to search, and the quotes that stand in it.
pub(crate) struct Corpus {
    made: MadeStory,
    /// What the widget opens.
    pub(crate) bundle: Vec<u8>,
    indexing_sec: f64,
}

impl Corpus {
    /// Makes up a story of so many quotes, and compiles it.
    pub(crate) fn new(quotes: usize) -> Self {
        let made = MadeStory::with_quotes(SEED, EVENTS, quotes);
        let input = |(name, text): (&str, String)| compile::Input { name: name.to_owned(), bytes: text.into_bytes() };
        let outcome = compile::compile(made.files().into_iter().map(input).collect());
        let story = outcome.story.as_ref().expect("a story without errors");
        let begun = Instant::now();
        let bundle = compile::bundle(story);
        Self { made, bundle, indexing_sec: begun.elapsed().as_secs_f64() }
    }

    /// What was said.
    pub(crate) fn texts(&self) -> Vec<&str> {
        self.made.quotes().collect()
    }

    /// The bundle, open.
    pub(crate) fn open(&self) -> Bundle {
        Bundle::open(self.bundle.clone()).expect("a bundle just written opens")
    }
}

/// Measures a story of so many quotes, and prints what it took.
pub(crate) fn child(quotes: usize) {
    let corpus = Corpus::new(quotes);
    let searched = search_here(&corpus, &Typed::new(&corpus.texts()).all());
    println!("{}", serde_json::to_string_pretty(&searched).expect("numbers"));
}

/// Measures the search of a story on this machine.
pub(crate) fn search_here(corpus: &Corpus, typed: &[String]) -> Searched {
    let (bundle, texts) = (corpus.open(), corpus.texts());
    let index = bundle.index().expect("an index");
    let parts = [index.terms.to_vec(), index.lists.to_vec()];
    let columns_bytes = index.block_count() * 8;
    let (first_ms, taken) = searched(&bundle, typed);
    let times = Distribution::new(taken.iter().map(|(_, ms)| *ms));
    let mut slowest = taken.clone();
    slowest.sort_by(|a, b| b.1.total_cmp(&a.1));
    slowest.truncate(30);
    Searched {
        quotes: texts.len(),
        text_bytes: texts.iter().map(|text| text.len()).sum(),
        text_brotli_bytes: brotli(texts.concat().as_bytes()),
        terms_bytes: index.terms.len(),
        index_bytes: parts.iter().map(Vec::len).sum::<usize>() + columns_bytes,
        index_brotli_bytes: parts.iter().map(|part| brotli(part)).sum::<usize>() + columns_bytes / 2,
        terms: index.block_count() * 32,
        indexing_sec: corpus.indexing_sec,
        first_ms,
        keystrokes: taken.len(),
        median_ms: times.median().unwrap_or_default(),
        p99_ms: times.p99().unwrap_or_default(),
        most_ms: times.most().unwrap_or_default(),
        slowest,
    }
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
        let request =
            Request { query: &query, ticks: &ticks, statuses: &[], span: Span::default(), as_of: &Everything };
        let results = searcher.search(bundle, &UnicodeFold, request);
        let sorted = results.sorted(bundle, Sort::Relevance);
        let ms = begun.elapsed().as_secs_f64() * 1_000.0;
        assert_eq!(sorted.len(), results.quote_count(), "{input}");
        ms
    };
    (search("the"), typed.iter().map(|input| search(input)).collect())
}

/// How many bytes are left of some by brotli at its best.
fn brotli(bytes: &[u8]) -> usize {
    packed(bytes).len()
}

/// Bytes by brotli at its best.
pub(crate) fn packed(mut bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let params =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut bytes, &mut packed, &params).expect("memory is enough");
    packed
}
