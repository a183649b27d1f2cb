//! What a text is recognised by.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// The SHA-256 of a text in lower-case hexadecimal digits, as `sha256sum` prints it.
pub(crate) fn sha256(text: &str) -> String {
    hex(Sha256::digest(text))
}

/// The SHA-256 of a quote: of the id of its source, a line feed, and its text.
pub(crate) fn quote_sha256(source: &str, text: &str) -> String {
    hex(Sha256::new().chain_update(source).chain_update("\n").chain_update(text).finalize())
}

fn hex(bytes: impl AsRef<[u8]>) -> String {
    bytes.as_ref().iter().fold(String::with_capacity(64), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_the_one_that_other_tools_print() {
        // printf 'abc' | sha256sum
        assert_eq!(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        // printf '%s\n%s' ajp 'dearest comrade' | sha256sum
        assert_eq!(quote_sha256("ajp", "dearest comrade"), sha256("ajp\ndearest comrade"));
        assert_ne!(quote_sha256("ajp", "dearest comrade"), quote_sha256("kcna", "dearest comrade"));
    }
}
