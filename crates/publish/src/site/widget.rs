//! The prebuilt widget, as `cargo xtask build` leaves it in `dist/`.

use std::fmt;

use wasm_encoder::{CustomSection, Encode as _};
use wasmparser::{Parser, Payload};

use super::{
    File,
    imports::imports,
    names::{FOR_EVER, LOADER},
};

/// The wasm, by its path in the folder of the build.
const WASM: &str = "widget/on-record_bg.wasm";
/// The glue between JavaScript and the wasm, by its name among the parts.
const GLUE: &str = "on-record.js";
/// Everything that a page of one file runs, as one classic script, by its path there.
const ALONE: &str = "offline.js";
/// The section of the wasm that holds the story that was compiled in.
const STORY_SECTION: &str = "on-record-story";

/// The widget, without the story that was compiled into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Widget {
    loader: String,
    parts: Vec<File>,
    extras: Vec<File>,
    wasm: Vec<u8>,
    alone: String,
}

/// Why files are no widget that can be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WidgetError {
    /// A file is missing.
    Missing(&'static str),
    /// A file is not what it should be.
    Unexpected(&'static str),
}

impl Widget {
    /// The widget from the files of a build, by their paths in it. Pages and styles of the build are passed over.
    ///
    /// # Errors
    ///
    /// Where a file is missing, or not what a build leaves.
    pub fn new(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Result<Self, WidgetError> {
        let mut files: Vec<File> = files.into_iter().map(|(path, bytes)| File { path, bytes }).collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let loader = text(&mut files, LOADER)?;
        let alone = text(&mut files, ALONE)?;
        if !loader.contains(&["./", FOR_EVER].concat()) {
            return Err(WidgetError::Unexpected(LOADER));
        }
        if imports(&alone).iter().any(|import| import.at_once) {
            return Err(WidgetError::Unexpected(ALONE));
        }
        let wasm = bare(&taken(&mut files, WASM)?).ok_or(WidgetError::Unexpected(WASM))?;
        files.push(File::new(WASM, wasm.clone()));
        let of_widget = |file: &File| Some(File::new(file.path.strip_prefix(FOR_EVER)?, file.bytes.clone()));
        let parts = files.iter().filter_map(of_widget).collect();
        files.retain(|file| file.path.ends_with(".js") && !file.path.starts_with(FOR_EVER));
        Ok(Self { loader, parts, extras: files, wasm, alone })
    }

    /// The script that others' pages load, which refers to the parts by `./widget/`.
    pub(super) fn loader(&self) -> &str {
        &self.loader
    }

    /// What the loader loads, by names within its folder.
    pub(super) fn parts(&self) -> &[File] {
        &self.parts
    }

    /// The names of the scripts without which nothing is drawn: the glue, and what the loader loads, with all that comes
    /// together with it.
    pub(super) fn first_scripts(&self) -> Vec<&str> {
        let of_loader = imports(&self.loader).into_iter().filter_map(|import| import.path.strip_prefix(FOR_EVER));
        let mut first: Vec<&File> = [GLUE].into_iter().chain(of_loader).filter_map(|name| self.script(name)).collect();
        let mut looked_at = 0;
        while let Some(script) = first.get(looked_at).copied() {
            let text = String::from_utf8_lossy(&script.bytes);
            let more = imports(&text).into_iter().filter(|import| import.at_once);
            for file in more.filter_map(|import| self.script(import.path)) {
                if !first.contains(&file) {
                    first.push(file);
                }
            }
            looked_at += 1;
        }
        first.into_iter().map(|file| file.path.as_str()).collect()
    }

    fn script(&self, name: &str) -> Option<&File> {
        self.parts.iter().find(|file| file.path == name && name.ends_with(".js"))
    }

    /// The name of the wasm.
    pub(super) fn wasm_name(&self) -> &str {
        WASM.strip_prefix(FOR_EVER).unwrap_or(WASM)
    }

    /// Further scripts for others' pages.
    pub(super) fn extras(&self) -> &[File] {
        &self.extras
    }

    /// Whether there is one of a name.
    pub(super) fn has_extra(&self, name: &str) -> bool {
        self.extras.iter().any(|file| file.path == name)
    }

    /// The wasm with a story in it.
    pub(super) fn wasm_with(&self, story: &[u8]) -> Vec<u8> {
        let mut wasm = self.wasm.clone();
        // The id of a custom section, and then its length, name and content (the WebAssembly specification, 5.5.3).
        wasm.push(0);
        CustomSection { name: STORY_SECTION.into(), data: story.into() }.encode(&mut wasm);
        wasm
    }

    /// Loader, glue and all as one classic script.
    pub(super) fn alone(&self) -> &str {
        &self.alone
    }
}

fn taken(files: &mut Vec<File>, path: &'static str) -> Result<Vec<u8>, WidgetError> {
    let at = files.iter().position(|file| file.path == path).ok_or(WidgetError::Missing(path))?;
    Ok(files.remove(at).bytes)
}

fn text(files: &mut Vec<File>, path: &'static str) -> Result<String, WidgetError> {
    String::from_utf8(taken(files, path)?).map_err(|_| WidgetError::Unexpected(path))
}

/// The wasm without the story that was compiled in; `None` where it is no wasm.
fn bare(wasm: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(wasm.len());
    let mut taken_to = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.ok()?;
        let end = match (&payload, payload.as_section()) {
            (Payload::Version { range, .. }, _) => range.end,
            (_, Some((_, range))) => range.end,
            _ => continue,
        };
        let is_story = matches!(&payload, Payload::CustomSection(section) if section.name() == STORY_SECTION);
        // What stands between two sections is the head of the second.
        let section = wasm.get(taken_to..end)?;
        if !is_story {
            out.extend_from_slice(section);
        }
        taken_to = end;
    }
    (taken_to == wasm.len()).then_some(out)
}

impl fmt::Display for WidgetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => write!(f, "the widget has no {path}"),
            Self::Unexpected(path) => write!(f, "{path} of the widget is not what a build leaves"),
        }
    }
}

impl std::error::Error for WidgetError {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use wasm_encoder::{Module, TypeSection};

    fn wasm(sections: &[(&str, &[u8])]) -> Vec<u8> {
        let mut module = Module::new();
        let (before, after) = sections.split_at(sections.len() / 2);
        let custom = |module: &mut Module, (name, data): &(&str, &[u8])| {
            module.section(&CustomSection { name: (*name).into(), data: (*data).into() });
        };
        before.iter().for_each(|section| custom(&mut module, section));
        let mut types = TypeSection::new();
        types.ty().function([], []);
        module.section(&types);
        after.iter().for_each(|section| custom(&mut module, section));
        module.finish()
    }

    fn files(loader: &str, wasm: &[u8]) -> Vec<(String, Vec<u8>)> {
        let file = |path: &str, bytes: &[u8]| (path.to_owned(), bytes.to_vec());
        vec![
            file("widget/on-record.js", b"glue"),
            file(WASM, wasm),
            file("index.html", b"page"),
            file("frame.js", b"frame"),
            file("on-record.js", loader.as_bytes()),
            file("offline.js", b"alone"),
        ]
    }

    #[test]
    fn the_story_that_was_compiled_in_is_dropped_and_another_may_be_put_in() {
        let large = vec![7; 70_000];
        let (name, with) = (("name", b"kept".as_slice()), (STORY_SECTION, large.as_slice()));
        let without = wasm(&[name, ("other", b"")]);
        assert_eq!(bare(&without).as_deref(), Some(without.as_slice()));
        assert_eq!(bare(&wasm(&[name, with, ("other", b"")])), Some(wasm(&[name, ("other", b"")])));
        let widget = Widget::new(files("import('./widget/x.js')", &wasm(&[name, with, ("other", b"")])));
        let widget = widget.expect("a widget");
        assert_eq!(widget.wasm, without);
        let again = widget.wasm_with(&large);
        assert_eq!(bare(&again).as_deref(), Some(widget.wasm.as_slice()));
        assert!(again.len() > widget.wasm.len() + large.len());
    }

    #[test]
    fn the_files_of_a_build_are_told_apart() {
        let widget = Widget::new(files("import('./widget/x.js')", &wasm(&[]))).expect("a widget");
        let paths = |files: &[File]| files.iter().map(|file| file.path.clone()).collect::<Vec<_>>();
        assert_eq!(paths(widget.parts()), ["on-record.js", "on-record_bg.wasm"]);
        assert_eq!(paths(widget.extras()), ["frame.js"]);
        assert_eq!(widget.alone(), "alone");
        assert_eq!(widget.first_scripts(), ["on-record.js"]);
    }

    #[test]
    fn what_is_needed_first_is_what_comes_together_with_the_first_script() {
        let mut files = files("import(\"./widget/a.js\")", &wasm(&[]));
        for (name, text) in [
            ("a", "import\"./b.js\";import(\"./later.js\")"),
            ("b", "import{c}from\"./c.js\";import\"./a.js\""),
            ("c", "import\"./elsewhere.js\""),
            ("later", ""),
        ] {
            files.push((format!("widget/{name}.js"), text.as_bytes().to_vec()));
        }
        let widget = Widget::new(files).expect("a widget");
        assert_eq!(widget.first_scripts(), ["on-record.js", "a.js", "b.js", "c.js"]);
    }

    #[test]
    fn what_is_no_widget_is_refused() {
        let without = |path: &str| {
            let mut files = files("import('./widget/x.js')", &wasm(&[]));
            files.retain(|(of, _)| of != path);
            Widget::new(files).expect_err(path)
        };
        for path in [LOADER, ALONE, WASM] {
            assert_eq!(without(path), WidgetError::Missing(path));
        }
        let broken = Widget::new(files("import('./widget/x.js')", b"<!doctype html>"));
        assert_eq!(broken, Err(WidgetError::Unexpected(WASM)));
        assert_eq!(Widget::new(files("import('x.js')", &wasm(&[]))), Err(WidgetError::Unexpected(LOADER)));
        let mut loose = files("import('./widget/x.js')", &wasm(&[]));
        loose.retain(|(path, _)| path != ALONE);
        loose.push((ALONE.to_owned(), b"import \"./on-record.js\";".to_vec()));
        assert_eq!(Widget::new(loose), Err(WidgetError::Unexpected(ALONE)), "a file that needs others");
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_sections_panic(cut in 0..200_usize, at in 0..200_usize, byte: u8) {
            let mut wasm = wasm(&[("name", b"kept"), (STORY_SECTION, &[7; 100])]);
            wasm.truncate(cut);
            if let Some(place) = wasm.get_mut(at) {
                *place = byte;
            }
            if let Some(bare) = bare(&wasm) {
                prop_assert!(bare.len() <= wasm.len());
            }
        }
    }
}
