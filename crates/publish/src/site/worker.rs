//! What lets a page reopen without a network: the manifest and the service worker.
//!
//! The worker keeps one version, whole, and never changes what it keeps page by page, so that what opens without a
//! network fits together.

use serde_json::json;
use wording::direction;

use super::{
    File, Site,
    documents::{FRAME_SCRIPT, PAPERS},
    names,
};

/// The service worker, but for what it keeps.
const WORKER: &str = include_str!("assets/sw.js");

/// A picture of more bytes is not kept on the reader's device.
const KEPT_BYTES: usize = 4_000_000;

impl Site<'_> {
    pub(super) fn manifest(&self) -> File {
        let story = self.input.story;
        let paper = PAPERS[0].1;
        let manifest = json!({
            "name": story.title,
            "short_name": story.title,
            "description": story.summary.plain(),
            "lang": story.language,
            "dir": direction(&story.language),
            "start_url": "./",
            "scope": "./",
            "display": "minimal-ui",
            "background_color": paper,
            "theme_color": paper,
            "icons": [{ "src": names::ICON, "sizes": "any", "type": "image/svg+xml" }],
        });
        File::new(names::MANIFEST, format!("{manifest:#}\n"))
    }

    /// The worker with the list of what it keeps, and a name for the list that changes with any of it.
    pub(super) fn worker(&self, files: &[File]) -> File {
        let names = self.names;
        let parts = self.input.widget.parts().iter().map(|part| names.part(&part.path));
        let assets = [&names.story, &names.style, &names.script].map(Clone::clone);
        let pages = [names::INDEX, names::EMBED, names::LOADER, names::MANIFEST, names::ICON].map(str::to_owned);
        let frame = self.input.widget.extra(FRAME_SCRIPT).is_some().then(|| FRAME_SCRIPT.to_owned());
        let kept: Vec<String> = parts.chain(assets).chain(pages).chain(frame).collect();
        let bytes = files.iter().filter(|file| kept.contains(&file.path)).map(|file| file.bytes.as_slice());
        let version = json!(names::hash(bytes.chain([WORKER.as_bytes()])));
        // A browser knows the page by the name of its folder.
        let kept: Vec<_> = kept.iter().map(|path| if path == names::INDEX { "./" } else { path }).collect();
        let (kept, media) = (json!(kept), json!(self.kept_media()));
        let lists = format!("const VERSION = {version};\nconst KEPT = {kept};\nconst MEDIA = {media};\n\n");
        File::new(names::WORKER, [&lists, WORKER].concat())
    }

    /// Pictures, and the words of films and sounds; these themselves are asked for piece by piece, and never kept.
    fn kept_media(&self) -> Vec<&str> {
        let media = self.input.media.iter();
        let small = media.filter(|it| it.bytes.is_some_and(|bytes| bytes.len() <= KEPT_BYTES));
        small.map(|it| it.path).collect()
    }
}
