//! A story as a folder for a web server: pages, widget, bundle and data, with nothing left to build.
//!
//! What has a hash in its path never changes and may be kept for ever; it stands in `widget/` and `media/`. All else keeps its name and
//! is asked for again. No page has an inline script, but for `offline.html`, which has nothing else. The story's pages hold their
//! style, which the policy names by its hash and a script fetches where a server has another policy.
//!
//! The widget's parts share one folder named after all of them, so that they find each other as they were built, and
//! only the loader is rewritten. The address of a story is an attribute of the page and no part of the bundle: a bundle
//! may stand in many pages, and a build for another place gives the same one.

mod documents;
mod formats;
mod imports;
mod inlined;
mod media_types;
mod names;
mod offline;
mod origins;
mod packed;
mod server;
mod snippets;
#[cfg(test)]
mod tests;
mod widget;
mod worker;

use std::thread;

use story::Story;

use bundle::Bundle;

use crate::{CARD_FILE, Links, view::View};
use names::Names;

pub use inlined::{INLINED_BYTES, Inlined, inlined};
pub use names::{FOR_EVER, LASTING, MEDIA};
pub use origins::Origins;
pub use packed::packed;
pub use server::headers;
pub use widget::{Widget, WidgetError};

/// What a site is made of.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The story, checked.
    pub story: &'a Story,
    /// The same, compiled.
    pub bundle: &'a Bundle,
    /// The files that its media name, which whoever writes the site puts beside the others.
    pub media: &'a [MediaBytes<'a>],
    /// The share card, a PNG, where there is one.
    pub card: Option<&'a [u8]>,
    /// The prebuilt widget.
    pub widget: &'a Widget,
    /// Where the site will stand.
    pub links: &'a Links,
    /// Whom it is for.
    pub audience: Audience<'a>,
}

/// What pages tell of what is new in a story; nothing, unless they are asked to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// After how many s they ask for a newer story while they are seen.
    pub live_s: Option<u32>,
    /// Whether they say what is new since the reader's last visit, which the reader's device keeps.
    pub remember: bool,
}

/// Whom a site is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience<'a> {
    /// Everybody: browsers keep it for when there is no network.
    Readers(News),
    /// Whoever writes the story and looks at it meanwhile: nothing is kept, and each page but the one of one file loads a
    /// script of whoever serves it, by this address.
    Author(&'a str),
}

/// A picture, film or sound of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MediaBytes<'a> {
    /// Its path in the folder, below [`MEDIA`].
    pub path: &'a str,
    /// What it holds; `None` for what is too large to be held, a film.
    pub bytes: Option<&'a [u8]>,
}

/// A file of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path in the folder, with `/`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl File {
    /// A file at a path.
    #[must_use]
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into() }
    }
}

/// All files of a site, in the order of their paths; the same bytes for the same input on any machine.
#[must_use]
pub fn site(input: &Input<'_>) -> Vec<File> {
    let names = Names::of(input);
    let view = View::new(input.story, input.bundle);
    let (formats, packed) = thread::scope(|scope| {
        let packed = scope.spawn(|| offline::packed(input));
        (formats::formats(input), packed.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    let site = Site { input, names: &names, view: &view, formats: &formats };
    let mut files = site.pages(&packed);
    files.extend(site.assets());

    let of_formats = |format: &formats::Format| File::new(format.path, format.bytes.clone());
    files.extend(formats.iter().map(of_formats));
    files.extend(input.card.map(|card| File::new(CARD_FILE, card)));
    files.push(site.manifest());
    if let Audience::Readers(_) = input.audience {
        files.push(site.worker(&files));
    }
    files.extend(site.server_files(&files));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// What the parts of a site are made from.
struct Site<'a> {
    input: &'a Input<'a>,
    names: &'a Names,
    view: &'a View<'a>,
    formats: &'a [formats::Format],
}

impl Site<'_> {
    fn pages(&self, packed: &str) -> Vec<File> {
        vec![
            File::new(names::INDEX, self.index()),
            File::new(names::EMBED, self.embed()),
            File::new(names::OFFLINE, self.offline(packed)),
            File::new(names::SNIPPETS, self.snippets()),
            File::new(names::TOLD, self.told()),
        ]
    }

    /// The widget, the bundle under a name for ever and under one for others to link to, and what pages need.
    fn assets(&self) -> Vec<File> {
        let (names, widget) = (self.names, self.input.widget);
        let mut files: Vec<File> =
            widget.parts().iter().map(|part| File::new(names.part(&part.path), part.bytes.clone())).collect();
        files.extend(widget.extras().iter().cloned());
        files.extend([
            File::new(names::LOADER, names.loader(widget)),
            File::new(names.story.clone(), self.input.bundle.bytes()),
            File::new(names::STORY, self.input.bundle.bytes()),
            File::new(names.style.clone(), names::STYLE.as_bytes()),
            File::new(names.script.clone(), names::SCRIPT_BYTES),
            File::new(names::ICON, names::ICON_BYTES),
        ]);
        files
    }
}
