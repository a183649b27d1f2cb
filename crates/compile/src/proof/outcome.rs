//! What comes of a look-up: where a quote stands, or why it was not found.

use std::ops::Range;

use super::edges::Cut;
use super::marks::MarksFault;
use story::CheckKind;

/// Where a quote stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) kind: CheckKind,
    /// From the first byte to the byte after the last, of the source as it is on disk.
    pub(crate) range: Range<usize>,
    /// What the author left out, likewise.
    pub(crate) left_out: Vec<Range<usize>>,
    /// What the author put in.
    pub(crate) put_in: Vec<String>,
    /// Where it begins or ends, without a mark, in a sentence that negates there.
    pub(crate) cuts: Vec<Cut>,
}

/// Why a quote was not found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Miss {
    /// These words do not stand in the source: the quote, or a piece of it.
    Nowhere(String),
    /// This piece is too short to prove anything.
    Short(String),
    /// Every piece stands there, but not in this order, or too far apart.
    Scattered,
    /// The author's marks claim too much.
    Marks(MarksFault),
    /// A negation is lost in what is left out.
    Negation {
        /// The word.
        word: String,
        /// All that is left out there.
        left_out: String,
    },
    /// What is left out here leads from one quotation of the source into another.
    Spliced(String),
}
