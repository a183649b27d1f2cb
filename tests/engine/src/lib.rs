//! The search alone as WebAssembly, for the benchmark: a bundle in, a query in, ranked quotes out.
//!
//! It is built with the widget's own profile, and does for a keystroke what the widget does before it draws: parses the
//! query, searches with all counts of facets, and ranks. It folds as the widget does, by asking the page and keeping the
//! answer. It is no part of what anybody gets.
//!
//! A page writes bytes to where `input` says, then calls `open` or `search`.

#![cfg(target_arch = "wasm32")]
#![allow(unsafe_code, reason = "a page calls functions by name, and hands over bytes by their place in memory")]

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

use bundle::Bundle;
use search::{Everything, Facet, Fold, Query, Request, Searcher, Sort, Span, Ticks};
use story::QuoteIx;

/// Room for a folded character, bytes: the longest has 18 letters of 3 bytes.
const FOLDED_BYTES: usize = 64;

#[link(wasm_import_module = "page")]
unsafe extern "C" {
    /// Writes a character, folded as [`Fold`] wants it, as UTF-8 to a place with room for so many bytes; gives back how
    /// many there are.
    #[link_name = "fold"]
    fn page_fold(c: u32, into: *mut u8, room: usize) -> usize;
}

/// An open bundle, and what the next keystroke needs again.
struct Engine {
    bundle: Bundle,
    searcher: Searcher,
}

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ENGINE: RefCell<Option<Engine>> = const { RefCell::new(None) };
    static FOUND: RefCell<Vec<QuoteIx>> = const { RefCell::new(Vec::new()) };
    static COUNTED: Cell<u32> = const { Cell::new(0) };
    static FOLD: PageFold = PageFold::default();
}

/// Folds a character as the page does, and remembers it.
#[derive(Default)]
struct PageFold {
    seen: RefCell<BTreeMap<char, String>>,
}

impl Fold for PageFold {
    fn fold(&self, c: char, out: &mut String) {
        out.push_str(self.seen.borrow_mut().entry(c).or_insert_with(|| folded(c)));
    }
}

/// Makes room for so many bytes, and says where.
#[unsafe(no_mangle)]
pub extern "C" fn input(len: usize) -> *mut u8 {
    INPUT.with_borrow_mut(|input| {
        input.resize(len, 0);
        input.as_mut_ptr()
    })
}

/// Opens the bundle that was written; says whether it is one.
#[unsafe(no_mangle)]
pub extern "C" fn open() -> bool {
    let engine = Bundle::open(INPUT.take()).ok().map(|bundle| Engine { bundle, searcher: Searcher::default() });
    let is_open = engine.is_some();
    ENGINE.set(engine);
    is_open
}

/// Searches for the text that was written; says how many quotes match. [`found`] and [`counted`] tell more.
#[unsafe(no_mangle)]
pub extern "C" fn search() -> usize {
    INPUT.with_borrow(|input| {
        let typed = std::str::from_utf8(input).unwrap_or_default();
        ENGINE.with_borrow_mut(|engine| engine.as_mut().map_or(0, |engine| engine.search(typed)))
    })
}

/// Where the quotes of the last search are, the best first: numbers of 32 bits.
#[unsafe(no_mangle)]
pub extern "C" fn found() -> *const QuoteIx {
    FOUND.with_borrow(Vec::as_ptr)
}

/// The sum of all counts of all facets of the last search.
#[unsafe(no_mangle)]
pub extern "C" fn counted() -> u32 {
    COUNTED.get()
}

impl Engine {
    fn search(&mut self, typed: &str) -> usize {
        FOLD.with(|fold| {
            let (query, ticks) = (Query::parse(typed, "", fold), Ticks::default());
            let request =
                Request { query: &query, ticks: &ticks, statuses: &[], span: Span::default(), as_of: &Everything };
            let results = self.searcher.search(&self.bundle, fold, request);
            COUNTED.set(Facet::ALL.iter().flat_map(|facet| results.counts(*facet)).sum());
            FOUND.set(results.sorted(&self.bundle, Sort::Relevance));
            results.quote_count()
        })
    }
}

fn folded(c: char) -> String {
    let mut bytes = [0; FOLDED_BYTES];
    // SAFETY: the page writes no more than there is room for.
    let len = unsafe { page_fold(c.into(), bytes.as_mut_ptr(), FOLDED_BYTES) };
    let bytes = bytes.get(..len).unwrap_or_default();
    std::str::from_utf8(bytes).map(str::to_owned).unwrap_or_else(|_| c.to_string())
}
