//! What comes with the element agrees with it: its texts, its types, its manifest, its package.

#![allow(clippy::expect_used, reason = "a test that finds no ground to stand on should stop")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn json(path: &str) -> Value {
    serde_json::from_str(&text(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The texts of the element: of each language, each text by its name.
fn texts() -> BTreeMap<String, BTreeMap<String, String>> {
    let mut languages: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut language = String::new();
    for line in text("embed/widget/texts.js").lines() {
        if let Some(name) = line.strip_prefix("  ").and_then(|line| line.strip_suffix(": {")) {
            name.clone_into(&mut language);
        } else if let Some((name, said)) = line.strip_prefix("    ").and_then(|line| line.split_once(": \""))
            && let Some(said) = said.strip_suffix("\",")
        {
            languages.entry(language.clone()).or_default().insert(name.to_owned(), said.to_owned());
        }
    }
    languages
}

/// What stands in braces.
fn holes(said: &str) -> BTreeSet<&str> {
    said.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

/// What stands between two marks, wherever they are.
fn between<'a>(text: &'a str, start: &'a str, end: char) -> impl Iterator<Item = &'a str> {
    text.split(start).skip(1).filter_map(move |rest| rest.split(end).next())
}

#[test]
fn the_element_speaks_every_language_of_the_widget_and_says_the_same_in_each() {
    let texts = texts();
    let locales = fs::read_dir(root().join("crates/compile/locales")).expect("the locales");
    let locales: BTreeSet<String> =
        locales.filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_string_lossy().into_owned())).collect();
    assert_eq!(texts.keys().cloned().collect::<BTreeSet<_>>(), locales);
    let english = &texts["en"];
    assert!(english.len() > 15, "{english:?}");
    for (language, said) in &texts {
        assert_eq!(said.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>(), "{language}");
        for (name, said) in said {
            assert_eq!(holes(said), holes(&english[name]), "{language}: {name}");
        }
    }
}

#[test]
fn every_trouble_has_a_sentence_and_a_type() {
    let types = text("embed/package/on-record.d.ts");
    let typed: BTreeSet<&str> = between(&types, "  | \"", '"').collect();
    let texts = texts();
    let said: BTreeSet<&str> = texts["en"].keys().map(String::as_str).collect();
    let others = BTreeSet::from(["loading", "retry", "failed"]);
    assert_eq!(typed, &said - &others);
    let thrown = ["download.js", "element.js"].map(|file| text(&format!("embed/widget/{file}"))).concat();
    for code in between(&thrown, "new Trouble(\"", '"') {
        assert!(typed.contains(code), "{code}");
    }
    for word in between(&text("src/mount.rs"), "=> \"", '"') {
        assert!(typed.contains(word), "{word}");
    }
}

#[test]
fn the_manifest_and_the_types_list_the_attributes_and_events_of_the_element() {
    let manifest = json("embed/package/custom-elements.json");
    let element = &manifest["modules"][0]["declarations"][0];
    let names = |list: &Value| -> BTreeSet<String> {
        let names = list.as_array().expect("a list").iter().filter_map(|entry| entry["name"].as_str());
        names.map(str::to_owned).collect()
    };
    let types = text("embed/package/on-record.d.ts");
    for name in names(&element["attributes"]) {
        assert!(types.contains(&format!("\n  {name}?: ")), "{name}");
    }
    let loader = text("embed/on-record.js");
    let observed = between(&loader, "observedAttributes = [", ']').next().expect("the attributes");
    for name in between(observed, "\"", '"').step_by(2) {
        assert!(names(&element["attributes"]).contains(name), "{name}");
    }
    let events: BTreeSet<String> =
        between(&types, "    \"on-record:", '"').map(|name| format!("on-record:{name}")).collect();
    assert_eq!(names(&element["events"]), events);
}

#[test]
fn the_manifest_lists_the_variables_of_the_style() {
    let manifest = json("embed/package/custom-elements.json");
    let listed = manifest["modules"][0]["declarations"][0]["cssProperties"].as_array().expect("a list").clone();
    let listed: BTreeSet<&str> = listed.iter().filter_map(|variable| variable["name"].as_str()).collect();
    let style = text("crates/telling/styles/00-base.css");
    let used: BTreeSet<&str> = between(&style, "var(", ',').filter(|name| name.starts_with("--on-record-")).collect();
    assert_eq!(listed, used);
}

#[test]
fn every_part_that_the_manifest_lists_is_drawn() {
    let manifest = json("embed/package/custom-elements.json");
    let parts = manifest["modules"][0]["declarations"][0]["cssParts"].as_array().expect("a list").clone();
    let sources = ["src", "crates/telling/src", "embed/widget"].map(|folder| all_below(&root().join(folder))).concat();
    for name in parts.iter().filter_map(|part| part["name"].as_str()) {
        let forms = ["part=\"{}\"", "\"part\", \"{}\"", "\"part\", Some(\"{}\")"].map(|form| form.replace("{}", name));
        assert!(forms.iter().any(|form| sources.contains(form.as_str())), "{name}");
    }
}

/// The texts of all files below a folder.
fn all_below(folder: &Path) -> String {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let text = |path: PathBuf| {
        if path.is_dir() { all_below(&path) } else { fs::read_to_string(&path).expect("a text") }
    };
    entries.map(text).collect()
}

#[test]
fn the_package_has_what_the_element_loads() {
    let packed = text("xtask/src/steps/package.rs");
    let scripts: Vec<&str> = packed.lines().filter(|line| line.starts_with("const SCRIPTS")).collect();
    for path in between(&text("embed/on-record.js"), "import(\"./", '"').filter(|path| !path.starts_with("widget/")) {
        assert!(scripts.concat().contains(&format!("\"{path}\"")), "{path}");
    }
}

#[test]
fn the_package_has_the_version_of_the_workspace_and_exports_what_there_is() {
    let package = json("embed/package/package.json");
    assert_eq!(package["version"].as_str(), Some(env!("CARGO_PKG_VERSION")));
    for path in ["./on-record.d.ts", "./server.js", "./custom-elements.json", "./package.json"] {
        assert!(package["exports"].to_string().contains(path), "{path}");
        assert!(root().join("embed/package").join(path).is_file(), "{path}");
    }
    assert!(root().join("embed/on-record.js").is_file());
}

#[test]
fn a_dev_server_that_copies_scripts_copies_none_of_the_package() {
    let exports = json("embed/package/package.json")["exports"].clone();
    for entry in [".", "./on-record.js"] {
        let dev = exports[entry]["development"].as_str().expect("an entry for dev servers");
        assert!(dev.ends_with(".jsx"), "Vite copies whatever ends in js or ts: {dev}");
        assert_eq!(text(&format!("embed/package/{dev}")).matches("import ").count(), 1);
        // Of the conditions that hold, the first counts.
        let conditions = text("embed/package/package.json");
        let of_entry = conditions.split(&format!("\"{entry}\": {{")).nth(1).expect(entry);
        assert!(of_entry.find("development") < of_entry.find("default"), "{entry}");
    }
}
