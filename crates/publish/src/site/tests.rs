//! A site as a whole.
