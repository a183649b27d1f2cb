//! The rules of the house, checked: which way dependencies point, and who may touch what.

#![allow(clippy::expect_used, reason = "a test that finds no ground to stand on should stop")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

#[path = "architecture/arrows.rs"]
mod arrows;
#[path = "architecture/names.rs"]
mod names;
#[path = "architecture/silence.rs"]
mod silence;

use arrows::Modules;
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};

/// The packages that each package may depend on. The widget's build script has a row of its own.
const ARROWS: &[(&str, &[&str])] = &[
    ("on-record-story", &[]),
    ("on-record-timeline", &["on-record-story"]),
    ("on-record-bundle", &["on-record-story"]),
    ("on-record-search", &["on-record-story", "on-record-bundle"]),
    (
        "on-record-compile",
        &["on-record-story", "on-record-timeline", "on-record-search", "on-record-bundle", "on-record-pictures"],
    ),
    ("on-record-wording", &["on-record-story"]),
    ("on-record-disk", &["on-record-story", "on-record-compile"]),
    ("on-record-telling", &["on-record-story", "on-record-timeline", "on-record-bundle", "on-record-wording"]),
    ("on-record-sheet", &[]),
    ("on-record-section", &[]),
    ("on-record-packing", &[]),
    ("on-record-pictures", &[]),
    ("on-record-raster", &[]),
    (
        "on-record-publish",
        &[
            "on-record-story",
            "on-record-wording",
            "on-record-bundle",
            "on-record-telling",
            "on-record-section",
            "on-record-packing",
            "on-record-raster",
        ],
    ),
    ("on-record-import", &["on-record-story"]),
    (
        "on-record-cli",
        &["on-record-story", "on-record-compile", "on-record-disk", "on-record-publish", "on-record-import"],
    ),
    ("on-record-markup", &[]),
    (
        "on-record",
        &[
            "on-record-story",
            "on-record-wording",
            "on-record-timeline",
            "on-record-search",
            "on-record-bundle",
            "on-record-telling",
            "on-record-markup",
        ],
    ),
    ("on-record-engine", &["on-record-story", "on-record-search", "on-record-bundle"]),
    ("xtask", &["on-record-section"]),
];

/// What build scripts may depend on: the widget's compiles the default story, the telling's joins style sheets.
const BUILD_SCRIPTS: &[(&str, &[&str])] =
    &[("on-record", &["on-record-compile", "on-record-disk"]), ("on-record-telling", &["on-record-sheet"])];

/// Crates that only some packages may use.
const RESERVED: &[(&str, &[&str])] = &[
    ("yew", &["on-record"]),
    ("web-sys", &["on-record"]),
    ("js-sys", &["on-record"]),
    ("wasm-bindgen", &["on-record"]),
    ("gloo", &["on-record"]),
    ("clap", &["on-record-cli", "xtask"]),
    ("hyper", &["on-record-cli"]),
    ("notify", &["on-record-cli"]),
    ("edtf-core", &["on-record-compile"]),
    ("annotate-snippets", &["on-record-compile"]),
    ("toml", &["on-record-compile", "xtask"]),
    ("pulldown-cmark", &["on-record-compile"]),
];

/// Words in the code that only some places may use.
const RESERVED_WORDS: &[(&str, &[&str])] = &[
    // The build script of the telling joins its style sheets.
    ("std::fs", &["crates/disk", "crates/cli", "crates/telling/build.rs", "xtask", "build.rs", "tests"]),
    ("web_sys", &["src"]),
    ("js_sys", &["src"]),
    ("wasm_bindgen", &["src"]),
    ("gloo::", &["src"]),
    ("File::open", &["crates/disk", "crates/cli", "xtask", "build.rs", "tests"]),
    ("std::net", &["crates/cli", "xtask", "tests"]),
    ("SystemTime", &["crates/cli", "xtask", "tests"]),
    ("Instant::now", &["crates/cli", "xtask", "tests"]),
];

/// Sources that are one long table: a line and what it means for each message of the widget.
const TABLES: &[&str] = &["crates/story/src/message.rs"];

/// Folders of sources whose modules may name each other, and why.
const IN_CIRCLES: &[(&str, &str)] = &[("crates/bundle/src", "a row reads the bundle that hands it out")];

/// The rooms of the widget, and those that each may name: from the top down, and no view another one.
const ROOMS: &[(&str, &[&str])] = &[
    ("mount", &["app", "core", "page", "parts", "root", "story", "wish"]),
    ("root", &["app", "page"]),
    ("app", &["core", "hooks", "page", "parts", "quotes", "story", "timeline", "wish"]),
    ("wish", &["core", "hooks", "page", "parts", "story"]),
    ("story", &["core", "hooks", "page", "parts"]),
    ("timeline", &["core", "hooks", "page", "parts"]),
    ("quotes", &["core", "hooks", "page", "parts"]),
    ("parts", &["core", "hooks", "page"]),
    ("page", &["core", "hooks"]),
];

/// What asks the browser, which the core of the widget does not.
const OF_THE_BROWSER: &[&str] = &["web_sys", "js_sys", "wasm_bindgen", "gloo", "yew"];

fn metadata() -> Metadata {
    MetadataCommand::new().manifest_path(root().join("Cargo.toml")).no_deps().exec().expect("cargo metadata")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

fn dependencies(package: &Package, kind: DependencyKind) -> impl Iterator<Item = &str> {
    package.dependencies.iter().filter(move |it| it.kind == kind).map(|it| it.name.as_str())
}

#[test]
fn arrows_point_one_way() {
    let metadata = metadata();
    let houses: BTreeSet<_> = metadata.packages.iter().map(|package| package.name.as_str()).collect();
    for package in &metadata.packages {
        let name = package.name.as_str();
        if name == "on-record-tests" {
            continue;
        }
        let allowed = ARROWS.iter().find(|(from, _)| *from == name).map(|(_, to)| *to);
        let allowed = allowed.unwrap_or_else(|| panic!("{name} has no row in the table of arrows"));
        for to in dependencies(package, DependencyKind::Normal).filter(|to| houses.contains(to)) {
            assert!(allowed.contains(&to), "{name} must not depend on {to}");
        }
    }
}

#[test]
fn only_the_build_script_of_the_widget_compiles_stories() {
    let metadata = metadata();
    for package in &metadata.packages {
        let built: Vec<_> =
            dependencies(package, DependencyKind::Build).filter(|it| it.starts_with("on-record")).collect();
        let allowed = BUILD_SCRIPTS.iter().find(|(name, _)| *name == package.name.as_str()).map_or(&[][..], |it| it.1);
        assert!(built.iter().all(|it| allowed.contains(it)), "{} builds with {built:?}", package.name);
    }
}

#[test]
fn the_vocabulary_has_no_dependencies() {
    let metadata = metadata();
    let story = metadata.packages.iter().find(|package| package.name.as_str() == "on-record-story").expect("story");
    assert_eq!(dependencies(story, DependencyKind::Normal).count(), 0);
}

#[test]
fn web_command_line_and_parsers_stay_where_they_belong() {
    for package in &metadata().packages {
        for (reserved, owners) in RESERVED {
            let uses = dependencies(package, DependencyKind::Normal).any(|name| name == *reserved);
            assert!(!uses || owners.contains(&package.name.as_str()), "{} must not use {reserved}", package.name);
        }
    }
}

#[test]
fn files_clocks_and_sockets_are_touched_in_few_places() {
    for path in sources() {
        let text = std::fs::read_to_string(&path).expect("a source file");
        let place = path.strip_prefix(root()).expect("below the workspace").to_string_lossy().replace('\\', "/");
        for (word, owners) in RESERVED_WORDS {
            let allowed = owners.iter().any(|owner| place.starts_with(owner)) || is_test(&place);
            // Tests inside a source file stand at its end, and may use what they like.
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            assert!(allowed || !code.contains(word), "{place} must not use {word}");
        }
    }
}

#[test]
fn no_two_modules_import_each_other() {
    let in_circles = |folder: &PathBuf| IN_CIRCLES.iter().any(|(place, _)| folder.ends_with(place));
    for folder in crates().into_iter().filter(|folder| !in_circles(folder)) {
        let mut files = Vec::new();
        collect(&folder, &mut files);
        let circles = Modules::of(&folder, &files).circles();
        assert!(circles.is_empty(), "{} has circles:\n{}", folder.display(), circles.join("\n"));
    }
}

#[test]
fn the_rooms_of_the_widget_know_only_those_below() {
    let folder = root().join("src");
    let mut files = Vec::new();
    collect(&folder, &mut files);
    for (from, to, shown) in Modules::of(&folder, &files).outermost() {
        let allowed = ROOMS.iter().find(|(room, _)| *room == from).map_or(&[][..], |(_, below)| below);
        assert!(allowed.contains(&to.as_str()), "{from} must not know {to}: {shown}");
    }
    for path in files.iter().filter(|path| path.starts_with(folder.join("core"))) {
        let text = std::fs::read_to_string(path).expect("a source file");
        let asked = OF_THE_BROWSER.iter().find(|name| text.contains(&format!("{name}::")));
        assert_eq!(asked, None, "{} asks the browser", path.display());
    }
}

#[test]
fn a_failure_that_is_passed_over_has_its_reason_beside_it() {
    let mut all = sources();
    collect(&root().join("xtask"), &mut all);
    for path in all {
        let place = path.strip_prefix(root()).expect("below the workspace").to_string_lossy().replace('\\', "/");
        let text = std::fs::read_to_string(&path).expect("a source file");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        assert!(is_test(&place) || silence::unexplained(code).is_empty(), "{place}: {:?}", silence::unexplained(code));
    }
}

#[test]
fn a_type_that_a_crate_can_name_has_its_name_alone() {
    for folder in crates() {
        let mut files = Vec::new();
        collect(&folder, &mut files);
        let text = |path: PathBuf| {
            let text = std::fs::read_to_string(&path).expect("a source file");
            (path, text)
        };
        let shared = names::shared(&files.into_iter().map(text).collect::<Vec<_>>());
        assert!(shared.is_empty(), "one name, one thing:\n{}", shared.join("\n"));
    }
}

#[test]
fn every_source_file_says_what_it_is_and_stays_short() {
    for path in sources() {
        let text = std::fs::read_to_string(&path).expect("a source file");
        assert!(text.starts_with("//! "), "{} must open with what it is", path.display());
        let lines = text.split("#[cfg(test)]").next().unwrap_or_default().lines().count();
        let is_table = TABLES.iter().any(|table| path.ends_with(table));
        assert!(lines < 400 || is_table, "{} has {lines} lines before its tests", path.display());
    }
}

/// The folders of sources of the widget, of the crates and of the tasks.
fn crates() -> Vec<PathBuf> {
    let crates = std::fs::read_dir(root().join("crates")).expect("the crates");
    let mut folders: Vec<_> = crates.map(|entry| entry.expect("a crate").path().join("src")).collect();
    folders.extend(["src", "xtask/src"].map(|folder| root().join(folder)));
    assert!(folders.len() > 15, "the crates are gone");
    folders.sort();
    folders
}

/// The sources of the widget and of the crates.
fn sources() -> Vec<PathBuf> {
    let mut sources = Vec::new();
    for folder in ["src", "crates", "build.rs"] {
        collect(&root().join(folder), &mut sources);
    }
    assert!(sources.len() > 30, "the sources are gone");
    sources
}

/// Whether a file holds nothing but tests, examples or benchmarks.
fn is_test(place: &str) -> bool {
    ["/tests/", "/tests.rs", "/examples/", "/benches/", "/testing.rs"].iter().any(|part| place.contains(part))
}

fn collect(path: &Path, sources: &mut Vec<PathBuf>) {
    if path.is_dir() {
        let entries = std::fs::read_dir(path).expect("a folder of sources");
        let mut entries: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
        entries.sort();
        entries.iter().for_each(|entry| collect(entry, sources));
    } else if path.extension().is_some_and(|ending| ending == "rs") {
        sources.push(path.to_owned());
    }
}
