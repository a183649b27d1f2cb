//! The prebuilt widget, as `cargo xtask build` leaves it in `dist/`.

use std::fmt;

use super::{
    File,
    imports::imports,
    names::{FOR_EVER, LOADER},
};

/// The wasm, by its path in the folder of the build.
const WASM: &str = "widget/on-record_bg.wasm";
/// The style of what it adds to the story, likewise.
const LENS: &str = "widget/lens.css";
/// Everything that a page of one file runs, as one classic script, by its path there.
const ALONE: &str = "offline.js";

/// The widget, without the story that was compiled into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Widget {
    loader: String,
    parts: Vec<File>,
    extras: Vec<File>,
    wasm: Vec<u8>,
    lens: String,
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
        let lens = text(&mut files, LENS)?;
        files.push(File::new(LENS, lens.clone()));
        let wasm = section::without_story(&taken(&mut files, WASM)?).ok_or(WidgetError::Unexpected(WASM))?;
        files.push(File::new(WASM, wasm.clone()));
        let of_widget = |file: &File| Some(File::new(file.path.strip_prefix(FOR_EVER)?, file.bytes.clone()));
        let parts = files.iter().filter_map(of_widget).collect();
        files.retain(|file| file.path.ends_with(".js") && !file.path.starts_with(FOR_EVER));
        Ok(Self { loader, parts, extras: files, wasm, lens, alone })
    }

    /// The script that others' pages load, which refers to the parts by `./widget/`.
    pub(super) fn loader(&self) -> &str {
        &self.loader
    }

    /// What the loader loads, by names within its folder.
    pub(super) fn parts(&self) -> &[File] {
        &self.parts
    }

    /// The style of what it adds to the story.
    pub(super) fn lens_style(&self) -> &str {
        &self.lens
    }

    /// Further scripts for others' pages.
    pub(super) fn extras(&self) -> &[File] {
        &self.extras
    }

    /// One of them, by its name.
    pub(super) fn extra(&self, name: &str) -> Option<&[u8]> {
        self.extras.iter().find(|file| file.path == name).map(|file| file.bytes.as_slice())
    }

    /// The wasm with a story in it.
    pub(super) fn wasm_with(&self, story: &[u8]) -> Vec<u8> {
        section::with_story(&self.wasm, story)
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

    /// The least that is a wasm.
    const EMPTY: &[u8] = b"\0asm\x01\0\0\0";

    fn files(loader: &str, wasm: &[u8]) -> Vec<(String, Vec<u8>)> {
        let file = |path: &str, bytes: &[u8]| (path.to_owned(), bytes.to_vec());
        vec![
            file("widget/on-record.js", b"glue"),
            file(WASM, wasm),
            file(LENS, b".lens{}"),
            file("index.html", b"page"),
            file("frame.js", b"frame"),
            file("on-record.js", loader.as_bytes()),
            file("offline.js", b"alone"),
        ]
    }

    #[test]
    fn the_story_that_was_compiled_in_is_dropped_and_another_may_be_put_in() {
        let files = files("import('./widget/x.js')", &section::with_story(EMPTY, b"one"));
        let widget = Widget::new(files).expect("a widget");
        assert_eq!(widget.wasm, EMPTY);
        assert_eq!(widget.wasm_with(b"another"), section::with_story(EMPTY, b"another"));
    }

    #[test]
    fn the_files_of_a_build_are_told_apart() {
        let widget = Widget::new(files("import('./widget/x.js')", EMPTY)).expect("a widget");
        let paths = |files: &[File]| files.iter().map(|file| file.path.clone()).collect::<Vec<_>>();
        assert_eq!(paths(widget.parts()), ["on-record.js", "lens.css", "on-record_bg.wasm"]);
        assert_eq!(paths(widget.extras()), ["frame.js"]);
        assert_eq!(widget.alone(), "alone");
    }

    #[test]
    fn what_is_no_widget_is_refused() {
        let without = |path: &str| {
            let mut files = files("import('./widget/x.js')", EMPTY);
            files.retain(|(of, _)| of != path);
            Widget::new(files).expect_err(path)
        };
        for path in [LOADER, ALONE, LENS, WASM] {
            assert_eq!(without(path), WidgetError::Missing(path));
        }
        let broken = Widget::new(files("import('./widget/x.js')", b"<!doctype html>"));
        assert_eq!(broken, Err(WidgetError::Unexpected(WASM)));
        assert_eq!(Widget::new(files("import('x.js')", EMPTY)), Err(WidgetError::Unexpected(LOADER)));
        let mut loose = files("import('./widget/x.js')", EMPTY);
        loose.retain(|(path, _)| path != ALONE);
        loose.push((ALONE.to_owned(), b"import \"./on-record.js\";".to_vec()));
        assert_eq!(Widget::new(loose), Err(WidgetError::Unexpected(ALONE)), "a file that needs others");
    }
}
