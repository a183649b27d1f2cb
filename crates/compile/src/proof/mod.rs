//! The proof of quotes: each is looked up in the archived text of its source, or, where that is not at hand, in
//! `verified.lock`, which says what was found when it was.

mod attribution;
mod boundary;
mod cues;
mod edges;
mod elided;
mod evidence;
mod find;
mod hash;
mod joined;
mod ledger;
mod lock;
mod marks;
mod mention;
mod names;
mod nearest;
mod negation;
mod negators;
mod pattern;
mod quotation;
mod sentence;
mod sought;
mod typography;
mod words;

pub use evidence::Evidence;
pub use ledger::Report;

pub(crate) use edges::Cut;
pub(crate) use elided::{ALL_LEFT_OUT_CHARS, LEFT_OUT_CHARS, PIECE_LETTERS, PIECE_WORDS};
pub(crate) use evidence::Held;
pub(crate) use find::{Miss, Text};
pub(crate) use ledger::{Checked, Ledger, Purpose, check};
pub(crate) use marks::{Fault, MARKS, PUT_IN_WORDS};
pub(crate) use nearest::{Passage, nearest};
