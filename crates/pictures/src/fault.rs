//! Why a file is refused.

use std::fmt;

/// Why a file is refused, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What sort of fault it is.
    pub sort: Sort,
    /// What is wrong, a clause without a full stop that goes on after "the file": "is a TIFF picture, …".
    pub message: String,
    /// What to do, in the imperative, without a full stop.
    pub hint: String,
    /// Where in the file, if it is a text.
    pub place: Option<LineColumn>,
}

/// The sorts of faults.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// No kind of file that can be published.
    Unknown,
    /// Too many pixels, bytes or parts.
    TooLarge,
    /// It ends too early or contradicts itself.
    Damaged,
    /// It runs something, or loads something from elsewhere.
    Unsafe,
}

/// A place in a text, line and column counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    /// The line.
    pub line: u32,
    /// The character in it.
    pub column: u32,
}

impl fmt::Display for LineColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

impl Fault {
    pub(crate) fn new(sort: Sort, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { sort, message: message.into(), hint: hint.into(), place: None }
    }

    pub(crate) fn at(self, line: u32, column: u32) -> Self {
        Self { place: Some(LineColumn { line, column }), ..self }
    }

    /// A file that ends before it is whole.
    pub(crate) fn cut(what: &str) -> Self {
        let hint = "take the original file again, or open it in a program for pictures and save it anew";
        // As they are spoken: an MP4 film.
        let article = if what.starts_with(['A', 'M', 'O', 'S']) { "an" } else { "a" };
        Self::new(Sort::Damaged, format!("is {article} {what} that ends before it is whole"), hint)
    }

    /// A file that is not what it says.
    pub(crate) fn damaged(what: &str, reason: impl fmt::Display) -> Self {
        let hint = "open it in a program that can show it, and save it anew";
        Self::new(Sort::Damaged, format!("is a damaged {what}: {reason}"), hint)
    }
}
