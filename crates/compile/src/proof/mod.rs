//! The proof of quotes: each is looked up in the archived text of its source, or, where that is not at hand, in
//! `verified.lock`, which says what was found when it was.
//!
//! Quotes are compared in one plain form (`typography`): what differs there differs by more than typography. What an
//! author may leave out or put in has limits by meaning (`negation`, `quotation`) and by number (`marks`, `elided`);
//! where a rule cannot tell, it refuses, and the author quotes a word more.
//!
//! Nothing of an archived text leaves the machine: not into a bundle, a lock, or the canonical JSON. Diagnostics alone
//! show passages of it.

mod attribution;
mod boundary;
mod cues;
mod edges;
mod elided;
mod evidence;
mod find;
mod hash;
mod joined;
pub(crate) mod lock;
mod marks;
mod mention;
mod names;
mod nearest;
mod negation;
mod negators;
mod outcome;
mod pattern;
mod quotation;
mod sentence;
mod sought;
mod text;
mod typography;
mod words;

pub use evidence::Evidence;

pub(crate) use edges::Cut;
pub(crate) use elided::{ALL_LEFT_OUT_CHARS, LEFT_OUT_CHARS, PIECE_LETTERS, PIECE_WORDS};
pub(crate) use evidence::Held;
pub(crate) use find::find;
pub(crate) use hash::{quote_sha256, sha256};
pub(crate) use lock::{Entry, Lock, Stand};
pub(crate) use marks::{MARKS, MarksFault, PUT_IN_WORDS};
pub(crate) use names::Names;
pub(crate) use nearest::{Passage, nearest};
pub(crate) use outcome::{Found, Miss};
pub(crate) use sentence::one_line;
pub(crate) use sought::sought;
pub(crate) use text::Text;
pub(crate) use typography::is_double_mark;
