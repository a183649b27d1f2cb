//! The site as one file, which works from a disk: everything is in it, and it may ask nobody for anything.

use std::io::Write as _;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use flate2::{Compression, write::GzEncoder};
use maud::{PreEscaped, html};
use sha2::{Digest as _, Sha256};

use super::{
    Input, Site,
    documents::{DATA, DOCUMENT},
    names,
};
use crate::page::{Pictures, Setting};

/// The id of what holds the widget and the story, as the script knows it.
const PACKED: &str = "on-record-packed";

/// From so many bytes on, packing is quick and not thorough.
const LARGE_BYTES: usize = 8 * 1024 * 1024;

impl Site<'_> {
    /// The page, with widget and story packed.
    pub(super) fn offline(&self, packed: &str) -> Vec<u8> {
        let widget = self.input.widget;
        let script = [in_script(widget.alone()), in_script(&String::from_utf8_lossy(names::SCRIPT_BYTES))].join("\n");
        let style = String::from_utf8_lossy(names::STYLE_BYTES);
        let policy = format!(
            "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data:",
            fingerprint(&script),
            fingerprint(&style)
        );
        let rest = self.input.links.to(DATA);
        let setting = Setting { pictures: Pictures::Nowhere, rest: rest.as_deref(), ..DOCUMENT };
        let head = html! {
            meta http-equiv="Content-Security-Policy" content=(policy);
            (self.about())
            link rel="icon" href="data:,";
            style { (PreEscaped(&style)) }
        };
        let body = html! {
            main {
                on-record loading="eager" { (self.page.article(setting)) }
            }
            script type="application/octet-stream" id=(PACKED) { (PreEscaped(packed)) }
            script { (PreEscaped(&script)) }
        };
        self.document("site", &head, &body)
    }
}

/// Widget and story as a page can hold them.
pub(super) fn packed(input: &Input<'_>) -> String {
    BASE64_STANDARD.encode(zipped(&input.widget.wasm_with(input.bundle)))
}

/// A script as it may stand in a page: what would end it, or begin a comment, can only be part of a text or a pattern.
fn in_script(script: &str) -> String {
    script.replace("</script", "<\\/script").replace("<!--", "<\\!--")
}

/// How a policy names what may run (Content Security Policy level 3, "hash-source").
fn fingerprint(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// Bytes by gzip, which says nothing of when and where.
fn zipped(bytes: &[u8]) -> Vec<u8> {
    let level = if bytes.len() > LARGE_BYTES { Compression::fast() } else { Compression::best() };
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 2), level);
    // Writing to memory does not fail.
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read as _;

    #[test]
    fn what_is_packed_comes_out_again_and_is_packed_alike_each_time() {
        let bytes = b"on record ".repeat(10_000);
        let mut back = Vec::new();
        GzDecoder::new(zipped(&bytes).as_slice()).read_to_end(&mut back).expect("gzip");
        assert_eq!(back, bytes);
        assert_eq!(zipped(&bytes), zipped(&bytes));
    }

    #[test]
    fn nothing_in_a_script_ends_it() {
        let script = in_script("a('</script>', '<!-- b')");
        assert_eq!(script, "a('<\\/script>', '<\\!-- b')");
    }
}
