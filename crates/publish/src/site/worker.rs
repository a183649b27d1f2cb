//! What lets a page reopen without a network: the manifest and the service worker.

use serde_json::json;
use wording::direction;

use super::{File, Site, documents::PAPERS, names};

/// The service worker, but for what it keeps.
const WORKER: &str = include_str!("assets/sw.js");

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
    pub(super) fn worker(&self) -> File {
        let index = self.index();
        let embed = self.embed();
        let parts = self.input.widget.parts().iter().map(|part| self.names.part(&part.path));
        let mut kept: Vec<String> = parts.collect();
        let names = self.names;
        kept.extend([&names.story, &names.style, &names.script].map(Clone::clone));
        kept.extend(["./", names::EMBED, names::LOADER, names::MANIFEST, names::ICON].map(str::to_owned));
        let loader = names.loader(self.input.widget);
        let version = names::hash([index.as_slice(), &embed, loader.as_bytes(), WORKER.as_bytes()]);
        let (version, kept) = (json!(version), json!(kept));
        File::new(names::WORKER, format!("const VERSION = {version};\nconst KEPT = {kept};\n\n{WORKER}"))
    }
}
