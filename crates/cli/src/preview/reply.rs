//! What the preview answers with.

use hyper::body::Bytes;

/// What is in an answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// These bytes.
    Whole(Bytes),
    /// Every report from now on, as it comes.
    Reports,
}
