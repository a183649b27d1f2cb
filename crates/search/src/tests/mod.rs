//! The search as a whole: what it finds by example, and that an index finds what a look at every text finds.

mod compounds;
mod examples;
mod hostile;
mod properties;

use bundle::{Bundle, Index, Levels};
use story::{EventIx, QuoteIx, SourceIx, Story};

use crate::test_fold::Unicode;
use crate::{AsOfDay, Everything, Query, Request, Results, Searcher, Sort, Span, Ticks};

/// English endings, as far as these tests go.
pub(super) fn stem(word: &str) -> Option<String> {
    let word = word.to_lowercase();
    Some(["ings", "ing", "ed", "s"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(&word).to_owned())
}

pub(super) fn index_of(bundle: &Bundle) -> Index {
    crate::index(bundle, &Unicode, &stem)
}

/// A story as a bundle with an index, changed by `change`.
pub(super) fn forged(story: &Story, change: impl FnOnce(&mut Index)) -> Bundle {
    let index = |bundle: &Bundle| {
        let mut index = index_of(bundle);
        change(&mut index);
        index
    };
    Bundle::open(bundle::write_indexed(story, &Levels::default(), index)).expect("it opens")
}

pub(super) fn indexed(story: &Story) -> Bundle {
    forged(story, |_| {})
}

pub(super) fn plain(story: &Story) -> Bundle {
    Bundle::open(bundle::write(story, &Levels::default())).expect("it opens")
}

pub(super) fn search_with(bundle: &Bundle, input: &str, ticks: &Ticks, as_of: &dyn AsOfDay) -> Results {
    let query = Query::parse(input, "", &Unicode);
    let request = Request { query: &query, ticks, statuses: &[], span: Span::default(), as_of };
    Searcher::default().search(bundle, &Unicode, request)
}

pub(super) fn search_within(bundle: &Bundle, input: &str, ticks: &Ticks, span: Span) -> Results {
    let query = Query::parse(input, "", &Unicode);
    Searcher::default().search(
        bundle,
        &Unicode,
        Request { query: &query, ticks, statuses: &[], span, as_of: &Everything },
    )
}

pub(super) fn search(bundle: &Bundle, input: &str) -> Results {
    search_with(bundle, input, &Ticks::default(), &Everything)
}

/// The ids of the quotes that match, the best first.
pub(super) fn found(bundle: &Bundle, input: &str) -> Vec<u32> {
    search(bundle, input).sorted(bundle, Sort::Relevance).into_iter().map(|ix| ix.0).collect()
}

/// The same, in the order of the story.
pub(super) fn found_in_order(bundle: &Bundle, input: &str) -> Vec<u32> {
    let mut found = found(bundle, input);
    found.sort_unstable();
    found
}
