//! The proof of quotes: each is looked up in the archived text of its source, or, where that is not at hand, in
//! `verified.lock`, which says what was found when it was.

mod boundary;
mod evidence;
mod find;
mod hash;
mod ledger;
mod lock;
mod nearest;
mod pattern;
mod sought;
mod typography;
mod words;

pub use evidence::Evidence;
pub use ledger::Report;

pub(crate) use evidence::Held;
pub(crate) use find::{LEFT_OUT_CHARS, Miss, PIECE_LETTERS, PIECE_WORDS, PUT_IN_WORDS, Text, find};
pub(crate) use ledger::{Ledger, Purpose, check};
pub(crate) use nearest::{Passage, nearest};
