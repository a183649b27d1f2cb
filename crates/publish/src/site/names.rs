//! What the files of a site are called.

use std::sync::LazyLock;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use sha2::{Digest as _, Sha256};

use super::{Input, Widget};

pub(super) const INDEX: &str = "index.html";
pub(super) const EMBED: &str = crate::FRAME_FILE;
pub(super) const OFFLINE: &str = "offline.html";
pub(super) const SNIPPETS: &str = "snippets.html";
pub(super) const LOADER: &str = "on-record.js";
pub(super) const STORY: &str = "story.orb";
/// The story view alone, for elements elsewhere: beside the bundle, and called as it is.
pub(super) const TOLD: &str = "story.html";
pub(super) const ICON: &str = "icon.svg";
pub(super) const MANIFEST: &str = "manifest.webmanifest";
pub(super) const OEMBED: &str = "oembed.json";
pub(super) const WORKER: &str = "sw.js";

/// The folder of all that never changes, with a slash at its end: what is in it has a hash in its path.
pub const FOR_EVER: &str = "widget/";

/// The folder of pictures, films and sounds, likewise.
pub const MEDIA: &str = "media/";

/// Every folder in which a file has a name that no other file will ever have.
pub const LASTING: [&str; 2] = [FOR_EVER, MEDIA];

/// The style of the pages: of the story view, and of what is around it.
pub(super) static STYLE: LazyLock<String> =
    LazyLock::new(|| [telling::STYLE, include_str!("assets/page.css")].concat());

/// How a policy names it.
pub(super) static STYLE_FINGERPRINT: LazyLock<String> = LazyLock::new(|| fingerprint(&STYLE));

/// The script of the pages.
pub(super) const SCRIPT_BYTES: &[u8] = include_bytes!("assets/page.js");
/// The icon of the site.
pub(super) const ICON_BYTES: &[u8] = include_bytes!("assets/icon.svg");

/// So many bytes of a hash stand in a name.
const HASH_BYTES: usize = 6;

/// The names that depend on what is in the files.
pub(super) struct Names {
    /// The folder of the widget, with a slash at its end.
    widget: String,
    /// The bundle.
    pub(super) story: String,
    /// The style of the pages.
    pub(super) style: String,
    /// The script of the pages.
    pub(super) script: String,
}

impl Names {
    pub(super) fn of(input: &Input<'_>) -> Self {
        let parts = input.widget.parts().iter().flat_map(|part| [part.path.as_bytes(), &part.bytes]);
        Self {
            widget: format!("{FOR_EVER}{}/", hash(parts)),
            story: format!("{FOR_EVER}story-{}.orb", hash([input.bundle.bytes()])),
            style: format!("{FOR_EVER}page-{}.css", hash([STYLE.as_bytes()])),
            script: format!("{FOR_EVER}page-{}.js", hash([SCRIPT_BYTES])),
        }
    }

    /// Where a part of the widget stands. All are in one folder, named after all of them, so that they find each other
    /// by the names that they were built with.
    pub(super) fn part(&self, name: &str) -> String {
        [&self.widget, name].concat()
    }

    /// The loader, told that folder.
    pub(super) fn loader(&self, widget: &Widget) -> String {
        widget.loader().replace(&["./", FOR_EVER].concat(), &["./", &self.widget].concat())
    }
}

/// How a policy names what may stand in a page itself (Content Security Policy level 3, "hash-source").
pub(super) fn fingerprint(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// The beginning of a hash over all of these, in hexadecimal digits.
pub(super) fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().iter().take(HASH_BYTES).map(|byte| format!("{byte:02x}")).collect()
}
