//! The search index of a bundle, and queries over it: folding, parsing what a reader types, matching, ranking, live
//! counts of facets, and what to mark.
//!
//! This crate knows no DOM, no clock and no Unicode database. Case and diacritics of anything beyond ASCII are folded
//! by what the caller hands in as [`Fold`] (in the widget the browser's own `normalize`); what counts as punctuation,
//! as a mark, or as a script without spaces is decided by the tables in `script.rs`. How words lose their endings is
//! known to whoever writes the index ([`index`]); a reader finds the forms of a word in it.
//!
//! An index is read in place. A [`Searcher`] keeps what the next keystroke needs again.
//!
//! It depends on the bundle: it reads texts, columns and its index in place, and the one codec is there. The bundle
//! knows the index as a few columns of bytes and no more. A bundle without an index is searched by looking at every
//! text: slower, without word forms and typos, the same otherwise.
//!
//! What makes a keystroke cheap: a term gives nested sets of quotes as bits, by how well they match, and terms, facets,
//! dates and the day of knowledge are `and`ed. Quotes are numbered in the order of time, so nothing is sorted within a
//! rank. A facet is counted in the set that all others leave. What does not change between two keystrokes is kept.

mod as_of;
mod bits;
mod columns;
mod compounds;
mod dictionary;
mod facet;
mod facet_tables;
mod facets;
mod families;
mod fields;
mod fold;
mod folded;
mod haystack;
mod hits;
mod joints;
mod kept;
mod marks;
mod named;
mod part;
mod positions;
mod postings;
mod query;
mod reader;
mod results;
mod script;
mod searcher;
mod span;
mod term;
mod texts;
mod tokens;
mod typo;
mod write;

pub use as_of::{AsOfDay, Everything};
pub use bits::{Bits, Numbers};
pub use facet::{Facet, Ticks};
pub use facets::{AllFacets, Facets};
pub use fold::Fold;
pub use folded::Folded;
pub use marks::Marks;
pub use query::{Field, MAX_UNITS, Query, read_part};
pub use results::{Group, Results, Sort, count_within, counts_between, group_key, grouped};
pub use searcher::{Request, Searcher};
pub use span::Span;
pub use write::index;

#[cfg(test)]
mod test_fold;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
