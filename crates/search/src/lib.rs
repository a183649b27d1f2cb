//! Queries over a story's texts: folding, parsing what a reader types, matching, and marking what matched.
//!
//! This crate knows no story, no DOM and no Unicode database. Case and diacritics of anything beyond ASCII are folded
//! by what the caller hands in as [`Fold`] (in the widget the browser's own `normalize`); what counts as punctuation,
//! as a mark, or as a script without spaces is decided by the tables in `script.rs`.

mod fold;
mod folded;
mod query;
mod script;
mod term;

pub use fold::Fold;
pub use folded::Folded;
pub use query::Query;

#[cfg(test)]
mod test_fold;
