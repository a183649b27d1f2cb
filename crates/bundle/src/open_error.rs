//! Why bytes could not be opened as a bundle, and what to do about it.

use std::fmt;

use crate::frame::FORMAT;

/// Why bytes could not be opened as a bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// The bytes begin like something else.
    NotABundle,
    /// A later version of On Record made it.
    Newer {
        /// The format it is in.
        format: u32,
    },
    /// A version of On Record made it whose format is no longer read.
    Older {
        /// The format it is in.
        format: u32,
    },
    /// The bytes end too early.
    Truncated {
        /// How many bytes there are.
        have: u64,
        /// How many there must be.
        need: u64,
    },
    /// The checksum or the section table does not fit the bytes.
    Damaged,
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotABundle => f.write_str(
                "this is not an On Record bundle: check its address; the server may have sent an error page instead",
            ),
            Self::Newer { format } => write!(
                f,
                "this bundle has format {format}, this widget reads format {FORMAT}: a newer On Record made it, \
                 so update the widget"
            ),
            Self::Older { format } => write!(
                f,
                "this bundle has format {format}, this widget reads format {FORMAT}: an older On Record made it, \
                 so build the story again"
            ),
            Self::Truncated { have, need } => write!(
                f,
                "this bundle ends after {have} of {need} bytes: it was cut off on its way, so load or copy it again"
            ),
            Self::Damaged => f.write_str(
                "this bundle is damaged, its bytes do not match its checksum: load it again, or build the story again",
            ),
        }
    }
}

impl std::error::Error for OpenError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_says_what_to_do() {
        let cases = [
            (OpenError::NotABundle, "check its address"),
            (
                OpenError::Newer { format: 9 },
                "format 9, this widget reads format 1: a newer On Record made it, so update",
            ),
            (OpenError::Older { format: 0 }, "so build the story again"),
            (OpenError::Truncated { have: 3, need: 24 }, "ends after 3 of 24 bytes"),
            (OpenError::Damaged, "load it again"),
        ];
        for (error, part) in cases {
            assert!(error.to_string().contains(part), "{error}");
        }
    }
}
