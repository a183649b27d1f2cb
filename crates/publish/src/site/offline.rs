//! The site as one file, which works from a disk: everything is in it, and it may ask nobody for anything.
//!
//! The story is in the wasm, as in a build by trunk: one packed block, no `src`, no address to fetch. The policy names
//! script and style by their hashes and forbids everything else.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use maud::{PreEscaped, html};

use super::inlined::inlined;
use super::{
    Input, Site,
    documents::{DATA, DOCUMENT},
    names::{self, fingerprint},
};
use telling::Setting;

/// The id of what holds the widget and the story, as the script knows it.
const PACKED: &str = "on-record-packed";

impl Site<'_> {
    /// The page, with widget and story packed.
    pub(super) fn offline(&self, packed: &str) -> Vec<u8> {
        let widget = self.input.widget;
        let script = [in_script(widget.alone()), in_script(&String::from_utf8_lossy(names::SCRIPT_BYTES))].join("\n");
        let style = [names::STYLE.as_str(), widget.lens_style()].concat();
        let policy = format!(
            "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:",
            fingerprint(&script),
            fingerprint(&style)
        );
        let rest = self.input.links.to(DATA);
        // What it shows is written into it; what it is made from is written once more, for the widget, without pictures.
        let inlined = inlined(self.input.story, self.input.media);
        let file = |address: &str| inlined.addresses.get(address).cloned();
        let setting = Setting { file: &file, rest: rest.as_deref().unwrap_or_default(), ..DOCUMENT };
        let head = html! {
            meta http-equiv="Content-Security-Policy" content=(policy);
            (self.about())
            link rel="icon" href="data:,";
            style { (PreEscaped(&style)) }
        };
        let body = html! {
            main {
                on-record canonical=[self.input.links.base()] { (self.told_in_page(setting)) }
            }
            script type="application/octet-stream" id=(PACKED) { (PreEscaped(packed)) }
            script { (PreEscaped(&script)) }
        };
        self.document("site", &head, &body)
    }
}

/// Widget and story as a page can hold them.
pub(super) fn packed(input: &Input<'_>) -> String {
    BASE64_STANDARD.encode(packing::by_gzip(&input.widget.wasm_with(input.bundle.bytes())))
}

/// A script as it may stand in a page: what would end it, or begin a comment, can only be part of a text or a pattern.
fn in_script(script: &str) -> String {
    script.replace("</script", "<\\/script").replace("<!--", "<\\!--")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_script_ends_it() {
        let script = in_script("a('</script>', '<!-- b')");
        assert_eq!(script, "a('<\\/script>', '<\\!-- b')");
    }
}
